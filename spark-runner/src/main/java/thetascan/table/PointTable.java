package thetascan.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thetascan.quantity.Suggestion;

/**
 * Points read from a file: one row of numbers per point, in the order of the file.
 *
 * @param width   numbers per row
 * @param values  row-major, rows × width
 * @param ignored columns of the file that were not asked for
 */
public record PointTable(int width, double[] values, List<String> ignored) {

    /** Prefix that catalogue files give to inputs. */
    public static final String INPUT_PREFIX = "in_";

    public int rows() {
        return values.length / width;
    }

    /** Copies one row. */
    public void row(int row, double[] target) {
        System.arraycopy(values, row * width, target, 0, width);
    }

    /**
     * A column to read.
     *
     * @param name     name in the file, with or without the prefix {@code in_}
     * @param fallback value where the file has no such column; NaN = it must have it
     */
    public record Wanted(String name, double fallback) {

        boolean required() {
            return Double.isNaN(fallback);
        }
    }

    /** Reads a points file, as CSV or Parquet by the end of its name. */
    public static PointTable read(String file, List<Wanted> wanted) {
        return file.endsWith(".parquet") ? ParquetTable.read(file, wanted) : CsvTable.read(file, wanted);
    }

    /**
     * Where the wanted columns stand among those of a file.
     *
     * @param index   for each wanted column its position in the file, −1 if absent
     * @param ignored names not asked for
     */
    record Layout(int[] index, List<String> ignored) {

        /**
         * @param place of the header, for messages
         * @throws PointFileException if a required column is missing or one stands twice
         */
        static Layout of(List<String> header, List<Wanted> wanted, String place) {
            Map<String, Integer> positions = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                if (positions.put(header.get(i), i) != null) {
                    throw new PointFileException(place + ": column " + header.get(i) + " stands twice");
                }
            }
            int[] index = new int[wanted.size()];
            Set<String> used = new HashSet<>();
            for (int i = 0; i < index.length; i++) {
                index[i] = find(wanted.get(i), wanted, positions, place);
                if (index[i] >= 0) used.add(header.get(index[i]));
            }
            List<String> ignored = new ArrayList<>(header);
            ignored.removeAll(used);
            return new Layout(index, ignored);
        }

        private static int find(Wanted column, List<Wanted> wanted, Map<String, Integer> positions, String place) {
            String name = column.name();
            Integer plain = positions.get(name);
            Integer prefixed = positions.get(INPUT_PREFIX + name);
            if (plain != null && prefixed != null) {
                throw new PointFileException(
                        place + ": columns " + name + " and " + INPUT_PREFIX + name + " mean the same. Remove one.");
            }
            if (plain != null) return plain;
            if (prefixed != null) return prefixed;
            if (!column.required()) return -1;
            Set<String> free = new TreeSet<>(positions.keySet());
            for (Wanted other : wanted) free.removeAll(List.of(other.name(), INPUT_PREFIX + other.name()));
            String advice = Suggestion.closest(name, free)
                    .map(closest -> " Rename column " + closest + "?")
                    .orElse("");
            throw new PointFileException(
                    place + ": missing column " + name + " (or " + INPUT_PREFIX + name + ")." + advice);
        }
    }

    /** Grows as rows come in. */
    static final class Rows {

        private final int width;
        private double[] values;
        private int size;

        Rows(int width) {
            this.width = width;
            values = new double[64 * width];
        }

        void add(double value) {
            if (size == values.length) values = Arrays.copyOf(values, Math.multiplyExact(2, size));
            values[size++] = value;
        }

        PointTable table(List<String> ignored) {
            return new PointTable(width, Arrays.copyOf(values, size), ignored);
        }
    }
}
