package thetascan.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import thetascan.point.FoundPoint;

/** Writes points as comma-separated text: full double precision, nothing between commas for null. */
public final class CsvPoints implements PointWriter {

    private final List<Column> columns;
    private final Path file;
    private final Path unfinished;
    private final BufferedWriter out;

    public CsvPoints(Path file, Schema schema) throws IOException {
        columns = schema.columns();
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
        out.write(String.join(",", schema.names()));
        out.write('\n');
    }

    @Override
    public Chunk prepare(List<FoundPoint> points) {
        Cells cells = new Cells();
        for (FoundPoint point : points) {
            for (Column column : columns) {
                column.value().put(point, cells);
                cells.text.append(',');
            }
            cells.text.setCharAt(cells.text.length() - 1, '\n');
        }
        return () -> out.append(cells.text);
    }

    private static final class Cells implements Column.Cell {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void number(double value) {
            text.append(value);
        }

        @Override
        public void code(int value) {
            text.append(value);
        }

        @Override
        public void count(long value) {
            text.append(value);
        }

        @Override
        public void flag(boolean value) {
            text.append(value);
        }

        @Override
        public void text(String value) {
            boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            text.append(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
        }

        @Override
        public void empty() {}
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void abandon() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
