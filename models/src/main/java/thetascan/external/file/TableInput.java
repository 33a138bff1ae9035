package thetascan.external.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import thetascan.slha.FortranNumber;

/**
 * A table, one row a point, numbers between blanks.
 *
 * @param name of the file in the work folder
 * @param columns   names
 * @param hasHeader true if the first line tells the names
 * @param first     position of the first column in a row of inputs
 */
public record TableInput(String name, List<String> columns, boolean hasHeader, int first) implements InputFile {

    /**
     * Copies the list.
     *
     * @param name of the file in the work folder
     * @param columns names
     * @param hasHeader true if the first line tells the names
     * @param first position of the first column in a row of inputs
     */
    public TableInput {
        columns = List.copyOf(columns);
    }

    @Override
    public void write(Path target, Path others, List<double[]> inputs) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            if (hasHeader) out.append(String.join(" ", columns)).append('\n');
            for (double[] row : inputs) {
                for (int i = 0; i < columns.size(); i++) {
                    out.append(i == 0 ? "" : " ").append(FortranNumber.format(row[first + i]));
                }
                out.append('\n');
            }
        }
    }
}
