package thetascan.external.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.external.Outcome;

/**
 * A table with one row a point, in the order of the points. Numbers stand between blanks, tabs or commas; empty lines and, but for
 * the header, lines that begin with # are comments.
 *
 * @param name of the file in the work folder; empty for the standard output
 * @param places values that are read and their columns
 * @param hasHeader true if the first line tells the names of the columns, perhaps behind a #
 */
public record TableOutput(String name, List<Place> places, boolean hasHeader) implements OutputFile {

    /**
     * A value and its column.
     *
     * @param wanted the value
     * @param column its name, or its number counted from 1
     */
    public record Place(Wanted wanted, String column) {}

    /**
     * Copies the list.
     *
     * @param name of the file in the work folder; empty for the standard output
     * @param places values that are read and their columns
     * @param hasHeader true if the first line tells the names of the columns, perhaps behind a #
     */
    public TableOutput {
        places = List.copyOf(places);
    }

    @Override
    public List<String> values() {
        return places.stream().map(place -> place.wanted().name()).toList();
    }

    @Override
    public List<Outcome> read(byte[] content, int points) {
        OutputFile.requireEnd(content, name);
        List<String> lines = new ArrayList<>(new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        List<String> header = List.of();
        if (hasHeader) {
            if (lines.isEmpty()) throw new IllegalArgumentException(name + " is empty");
            header = cells(lines.remove(0).replaceFirst("^#", "").strip());
        }
        lines.removeIf(line -> line.startsWith("#"));
        if (lines.size() != points) {
            throw new IllegalArgumentException(
                    name + " has " + lines.size() + " rows for " + points + (points == 1 ? " point" : " points"));
        }
        int[] columns = columns(header);
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : lines) outcomes.add(row(cells(line), columns));
        return outcomes;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\\s*,\\s*|\\s+"));
    }

    private int[] columns(List<String> header) {
        int[] columns = new int[places.size()];
        for (int i = 0; i < columns.length; i++) {
            String column = places.get(i).column();
            columns[i] = hasHeader && header.contains(column) ? header.indexOf(column) : number(column) - 1;
            if (columns[i] < 0) {
                throw new IllegalArgumentException(
                        name + ": no column '" + column + "'; its header is " + String.join(" ", header));
            }
        }
        return columns;
    }

    private static int number(String column) {
        return column.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(column) : 0;
    }

    private Outcome row(List<String> cells, int[] columns) {
        double[] values = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Wanted wanted = places.get(i).wanted();
            try {
                values[i] = columns[i] < cells.size()
                        ? wanted.of(cells.get(columns[i]))
                        : wanted.absent(name + ": a row of " + cells.size() + " columns has none for " + wanted.name());
            } catch (NumberFormatException e) {
                return Outcome.failed(name + ": " + wanted.name() + ": " + e.getMessage());
            } catch (IllegalArgumentException e) {
                return Outcome.failed(String.valueOf(e.getMessage()));
            }
        }
        return Outcome.of(values);
    }
}
