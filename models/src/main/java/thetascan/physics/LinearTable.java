package thetascan.physics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of numbers over an equidistant first column, interpolated linearly and constant beyond the ends. Read from
 * a CSV resource of this package with a header line. Immutable; look-ups allocate nothing.
 */
public final class LinearTable {

    private final List<String> columns;
    private final double start;
    private final double rowsPerUnit;
    private final int rows;
    /** Row-major [row][column], without the first column. */
    private final double[] values;

    private LinearTable(List<String> columns, double start, double rowsPerUnit, int rows, double[] values) {
        this.columns = columns;
        this.start = start;
        this.rowsPerUnit = rowsPerUnit;
        this.rows = rows;
        this.values = values;
    }

    private static LinearTable of(List<String> header, List<double[]> lines, String resource) {
        int n = header.size() - 1;
        int rows = lines.size();
        double start = lines.get(0)[0];
        double step = rows > 1 ? lines.get(1)[0] - start : 1;
        double[] values = new double[rows * n];
        for (int i = 0; i < rows; i++) {
            double[] line = lines.get(i);
            if (!(Math.abs(line[0] - (start + i * step)) < 1e-9 * step)) {
                throw new IllegalStateException(resource + ": row " + (i + 2) + " breaks the step of " + step + ".");
            }
            System.arraycopy(line, 1, values, i * n, n);
        }
        return new LinearTable(header.subList(1, n + 1), start, 1 / step, rows, values);
    }

    /**
     * Reads a resource of this package.
     *
     * @param resource its name, a CSV file with a header line
     * @return the table
     * @throws IllegalStateException if it is missing or no such table
     */
    public static LinearTable read(String resource) {
        try (InputStream in = LinearTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> header = List.of(reader.readLine().split(","));
            List<double[]> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(numbers(line, header.size(), resource));
            }
            return of(header, lines, resource);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static double[] numbers(String line, int expected, String resource) {
        String[] cells = line.split(",");
        if (cells.length != expected) {
            throw new IllegalStateException(
                    resource + ": '" + line + "' has " + cells.length + " cells, not " + expected + ".");
        }
        double[] numbers = new double[expected];
        for (int i = 0; i < expected; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }

    /** {@return names of the columns, without the first} */
    public List<String> columns() {
        return columns;
    }

    /** {@return least value of the first column} */
    public double lowest() {
        return start;
    }

    /**
     * {@return the table with these columns only, in this order}
     *
     * @param names of columns, without the first
     */
    public LinearTable select(List<String> names) {
        int n = columns.size();
        double[] selected = new double[rows * names.size()];
        for (int i = 0; i < names.size(); i++) {
            int column = columns.indexOf(names.get(i));
            if (column < 0) {
                throw new IllegalArgumentException("no column '" + names.get(i) + "' among " + columns + ".");
            }
            for (int row = 0; row < rows; row++) {
                selected[row * names.size() + i] = values[row * n + column];
            }
        }
        return new LinearTable(List.copyOf(names), start, rowsPerUnit, rows, selected);
    }

    /**
     * Interpolates every column.
     *
     * @param x      value of the first column
     * @param result receives one value per column
     */
    public void at(double x, double[] result) {
        int n = columns.size();
        double position = Math.max(0, Math.min((x - start) * rowsPerUnit, rows - 1));
        int row = Math.max(0, Math.min((int) position, rows - 2));
        double fraction = position - row;
        int low = row * n;
        int high = Math.min(row + 1, rows - 1) * n;
        for (int i = 0; i < n; i++) {
            result[i] = values[low + i] + fraction * (values[high + i] - values[low + i]);
        }
    }
}
