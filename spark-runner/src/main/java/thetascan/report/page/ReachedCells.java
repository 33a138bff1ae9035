package thetascan.report.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells of every plane of two columns hold a point, whatever the number of points. The cells of a column are 2^k
 * wide and begin at multiples of that; k is the least for which {@value #SIDE} of them span the column. So the cells
 * follow from the points, and not from their order.
 */
final class ReachedCells {

    /** Cells along a column: bits of a row. */
    static final int SIDE = 48;

    private static final int ROW_BYTES = SIDE / 8;

    /** Binary digits to which values of a column are told apart at first. */
    private static final int FINEST = 40;

    private final boolean[] logarithmic;
    private final double[] lower;
    private final double[] upper;
    /** Width of a cell and index of the first, in units of the width. */
    private final double[] width;

    private final long[] first;
    /** A plane of columns a < b: for each cell of b a row of the cells of a. */
    private final long[][] planes;

    private final int[] cell;

    /**
     * No points yet.
     *
     * @param logarithmic whether a column is cut by the logarithms (base 10) of its values; such a column has no cell for a
     *                    value that is not positive
     */
    ReachedCells(boolean[] logarithmic) {
        int columns = logarithmic.length;
        this.logarithmic = logarithmic.clone();
        lower = new double[columns];
        upper = new double[columns];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        width = new double[columns];
        first = new long[columns];
        planes = new long[columns * (columns - 1) / 2][SIDE];
        cell = new int[columns];
    }

    private ReachedCells(ReachedCells other) {
        logarithmic = other.logarithmic;
        lower = other.lower.clone();
        upper = other.upper.clone();
        width = other.width.clone();
        first = other.first.clone();
        planes = new long[other.planes.length][];
        Arrays.setAll(planes, plane -> other.planes[plane].clone());
        cell = new int[other.cell.length];
    }

    /** As it is now, for another thread. */
    ReachedCells copy() {
        return new ReachedCells(this);
    }

    private int columns() {
        return cell.length;
    }

    private static int plane(int a, int b) {
        return b * (b - 1) / 2 + a;
    }

    private double scaled(int column, double value) {
        return logarithmic[column] ? Math.log10(value) : value;
    }

    /**
     * @param point its first values are those of the columns; what is not finite has no cell
     */
    void add(double[] point) {
        for (int column = 0; column < columns(); column++) {
            double value = scaled(column, point[column]);
            if (Double.isFinite(value)) {
                if (value < lower[column] || value > upper[column]) reach(column, value);
                cell[column] = (int) (Math.floor(value / width[column]) - first[column]);
            } else {
                cell[column] = -1;
            }
        }
        for (int b = 1; b < columns(); b++) {
            if (cell[b] < 0) continue;
            for (int a = 0; a < b; a++) {
                if (cell[a] >= 0) planes[plane(a, b)][cell[b]] |= 1L << cell[a];
            }
        }
    }

    /** Makes a column reach a value, by wider cells or others of the same width. */
    private void reach(int column, double value) {
        boolean isFirst = lower[column] > upper[column];
        lower[column] = Math.min(lower[column], value);
        upper[column] = Math.max(upper[column], value);
        double former = width[column];
        long formerFirst = first[column];
        double magnitude = Math.max(Math.max(Math.abs(lower[column]), Math.abs(upper[column])), Float.MIN_NORMAL);
        double wide = Math.max(former, Math.scalb(1.0, Math.getExponent(magnitude) - FINEST));
        while (Math.floor(upper[column] / wide) - Math.floor(lower[column] / wide) >= SIDE) wide *= 2;
        width[column] = wide;
        first[column] = (long) Math.floor(lower[column] / wide);
        if (isFirst || (wide == former && first[column] == formerFirst)) return;
        long ratio = Math.round(wide / former);
        int[] moved = new int[SIDE];
        for (int i = 0; i < SIDE; i++) moved[i] = (int) (Math.floorDiv(formerFirst + i, ratio) - first[column]);
        for (int other = 0; other < columns(); other++) {
            if (other < column) moveRows(planes[plane(other, column)], moved);
            if (other > column) moveBits(planes[plane(column, other)], moved);
        }
    }

    private static void moveRows(long[] rows, int[] moved) {
        long[] before = rows.clone();
        Arrays.fill(rows, 0);
        for (int i = 0; i < SIDE; i++) {
            if (before[i] != 0) rows[moved[i]] |= before[i];
        }
    }

    private static void moveBits(long[] rows, int[] moved) {
        for (int i = 0; i < SIDE; i++) {
            long before = rows[i];
            rows[i] = 0;
            for (; before != 0; before &= before - 1) rows[i] |= 1L << moved[Long.numberOfTrailingZeros(before)];
        }
    }

    /**
     * {@return whether a cell of a plane holds a point}
     *
     * @param a column, less than b
     * @param b column
     * @param x value in column a
     * @param y value in column b
     */
    boolean holds(int a, int b, double x, double y) {
        long i = (long) Math.floor(scaled(a, x) / width[a]) - first[a];
        long j = (long) Math.floor(scaled(b, y) / width[b]) - first[b];
        return i >= 0 && i < SIDE && j >= 0 && j < SIDE && (planes[plane(a, b)][(int) j] >>> i & 1) != 0;
    }

    /** {@return the grid of each column: where its first cell begins and how wide a cell is; least and greatest value} */
    List<Map<String, Object>> grids() {
        List<Map<String, Object>> grids = new ArrayList<>();
        for (int column = 0; column < columns(); column++) {
            Map<String, Object> grid = new LinkedHashMap<>();
            boolean isEmpty = lower[column] > upper[column];
            grid.put("log", logarithmic[column]);
            grid.put("from", isEmpty ? 0 : first[column] * width[column]);
            grid.put("width", width[column]);
            grid.put("range", isEmpty ? List.of() : List.of(lower[column], upper[column]));
            grids.add(grid);
        }
        return grids;
    }

    /** {@return the cells of all planes: (0, 1), (0, 2), (1, 2), (0, 3), ...; rows of {@value #SIDE} bits, base 64} */
    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(planes.length * SIDE * ROW_BYTES);
        for (long[] rows : planes) put(rows, bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** {@return the cells of one plane, in the same way} */
    String encoded(int a, int b) {
        ByteBuffer bytes = ByteBuffer.allocate(SIDE * ROW_BYTES);
        put(planes[plane(Math.min(a, b), Math.max(a, b))], bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static void put(long[] rows, ByteBuffer bytes) {
        ByteBuffer row = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long bits : rows) bytes.put(row.putLong(0, bits).array(), 0, ROW_BYTES);
    }
}
