package thetascan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thetascan.quantity.Suggestion;

/**
 * Points read from a file: one row of numbers per point, in the order of the file.
 *
 * @param width   numbers per row
 * @param values  row-major, rows × width
 * @param ignored columns of the file that were not asked for
 * @param former  columns that were found by a former name: present names by those
 * @param beside  other columns that were kept
 * @param texts   their values, a row for each point; none if no column was kept
 */
public record PointTable(
        int width, double[] values, List<String> ignored, Map<String, String> former, Schema beside, List<Row> texts) {

    /**
     * {@return one point}
     *
     * @param theta every parameter, in its unit
     */
    public static PointTable of(double[] theta) {
        return new PointTable(theta.length, theta.clone(), List.of(), Map.of(), Layout.NONE, List.of());
    }

    /** {@return number of points} */
    public int rows() {
        return values.length / width;
    }

    /**
     * Copies one row.
     *
     * @param row from 0
     * @param target receives {@link #width} numbers
     */
    public void row(int row, double[] target) {
        System.arraycopy(values, row * width, target, 0, width);
    }

    /**
     * A column to read.
     *
     * @param name     name in the file, with or without the prefix of inputs
     * @param former   names it had formerly
     * @param fallback value where the file has no such column; NaN = it must have it
     */
    public record Wanted(String name, List<String> former, double fallback) {

        /**
         * A column that never had another name.
         *
         * @param name of the column
         * @param fallback value where the file has no such column; NaN if it must have it
         */
        public Wanted(String name, double fallback) {
            this(name, List.of(), fallback);
        }

        /** Every name it may have in a file, the present one first. */
        private List<String> names() {
            return Stream.concat(Stream.of(name), former.stream())
                    .flatMap(each -> Stream.of(each, Prefix.INPUT.of(each)))
                    .toList();
        }

        boolean required() {
            return Double.isNaN(fallback);
        }
    }

    /**
     * Reads points: CSV, a Parquet file, or a folder of such.
     *
     * @param file CSV, Parquet, or a folder of Parquet files
     * @param wanted columns, in the order of the numbers of a row
     * @return the points in the order of the file
     * @throws PointFileException if the file, a column or a finite number is missing
     */
    public static PointTable read(String file, List<Wanted> wanted) {
        return read(file, wanted, name -> false);
    }

    /**
     * Reads points and keeps other columns as they are.
     *
     * @param file CSV, Parquet, or a folder of Parquet files
     * @param wanted columns, in the order of the numbers of a row
     * @param kept names of other columns to keep, as far as their types can be kept
     * @return the points in the order of the file
     * @throws PointFileException if the file, a column or a finite number is missing
     */
    public static PointTable read(String file, List<Wanted> wanted, Predicate<String> kept) {
        try (TableReader reader = TableReader.open(file)) {
            Layout layout = Layout.of(reader.names(), wanted, reader.place()).keeping(reader, kept);
            reader.select(layout.schema());
            Rows rows = new Rows(wanted.size());
            Row row = new Row(layout.schema());
            while (reader.next(row)) {
                rows.keep(row, layout);
                for (int i = 0; i < wanted.size(); i++) {
                    int at = layout.index()[i];
                    rows.add(at < 0 ? wanted.get(i).fallback() : number(row, at, reader));
                }
            }
            return rows.table(layout);
        } catch (IOException e) {
            throw new PointFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static double number(Row row, int column, TableReader reader) {
        double value = row.getDouble(column);
        if (Double.isFinite(value)) return value;
        throw new PointFileException(reader.place() + " " + row.schema().names().get(column)
                + (row.isNull(column) ? ": has no value" : ": " + value + " is no finite number"));
    }

    /**
     * Where the wanted columns stand among those of a file.
     *
     * @param schema  the columns to read, as numbers
     * @param index   for each wanted column its position in the schema, −1 if absent
     * @param ignored names not asked for
     * @param former  present names by former ones in the file
     * @param beside  columns to keep as they are, the last ones of the schema
     */
    record Layout(Schema schema, int[] index, List<String> ignored, Map<String, String> former, Schema beside) {

        private static final Schema NONE = new Schema("beside", List.of());

        /**
         * @param place of the header, for messages
         * @throws PointFileException if a required column is missing or two mean the same
         */
        static Layout of(List<String> header, List<Wanted> wanted, String place) {
            Set<String> names = new HashSet<>(header);
            List<Column> columns = new ArrayList<>();
            Map<String, String> former = new TreeMap<>();
            int[] index = new int[wanted.size()];
            for (int i = 0; i < index.length; i++) {
                String name = find(wanted.get(i), wanted, names, place);
                index[i] = name.isEmpty() ? -1 : columns.size();
                if (!name.isEmpty()) columns.add(Column.optional(name, Column.Type.DOUBLE));
                if (isFormer(name, wanted.get(i)))
                    former.put(name, wanted.get(i).name());
            }
            Schema schema = new Schema("point", columns);
            List<String> ignored = new ArrayList<>(header);
            ignored.removeAll(schema.names());
            return new Layout(schema, index, ignored, former, NONE);
        }

        /** The same with other columns of the file to be kept. */
        Layout keeping(TableReader reader, Predicate<String> kept) {
            if (ignored.stream().noneMatch(kept)) return this;
            List<Column> other = reader.schema().columns().stream()
                    .filter(column -> ignored.contains(column.name()) && kept.test(column.name()))
                    .map(column -> Column.optional(column.name(), column.type()))
                    .toList();
            List<Column> all = new ArrayList<>(schema.columns());
            all.addAll(other);
            Schema beside = new Schema("beside", other);
            List<String> left = new ArrayList<>(ignored);
            left.removeAll(beside.names());
            return new Layout(new Schema("point", all), index, left, former, beside);
        }

        private static boolean isFormer(String name, Wanted wanted) {
            return !name.isEmpty() && wanted.names().indexOf(name) > 1;
        }

        /** Name of the column in the file; empty if it may be missing and is. */
        private static String find(Wanted column, List<Wanted> wanted, Set<String> names, String place) {
            String name = column.name();
            String prefixed = Prefix.INPUT.of(name);
            List<String> found = column.names().stream().filter(names::contains).toList();
            if (found.size() > 1) {
                throw new PointFileException(
                        place + ": columns " + String.join(" and ", found) + " mean the same. Remove one.");
            }
            if (found.size() == 1) return found.get(0);
            if (!column.required()) return "";
            Set<String> free = new TreeSet<>(names);
            for (Wanted other : wanted) free.removeAll(other.names());
            String advice = Suggestion.closest(name, free)
                    .map(closest -> " Rename column " + closest + "?")
                    .orElse("");
            throw new PointFileException(place + ": missing column " + name + " (or " + prefixed + ")." + advice);
        }
    }

    /** Grows as rows come in. */
    private static final class Rows {

        private final int width;
        private double[] values;
        private int size;
        private final List<Row> texts = new ArrayList<>();

        Rows(int width) {
            this.width = width;
            values = new double[64 * width];
        }

        /** Keeps what stands beside the numbers of a row. */
        void keep(Row row, Layout layout) {
            if (layout.beside().size() == 0) return;
            Row copy = new Row(layout.beside());
            int first = layout.schema().size() - layout.beside().size();
            for (int i = 0; i < layout.beside().size(); i++) copy.copy(row, first + i, i);
            texts.add(copy);
        }

        void add(double value) {
            if (size == values.length) values = Arrays.copyOf(values, Math.multiplyExact(2, size));
            values[size++] = value;
        }

        PointTable table(Layout layout) {
            return new PointTable(
                    width, Arrays.copyOf(values, size), layout.ignored(), layout.former(), layout.beside(), texts);
        }
    }
}
