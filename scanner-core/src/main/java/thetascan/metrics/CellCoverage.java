package thetascan.metrics;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * How much of the unit box was reached, seen in every 2-D projection: for each of the n(n−1)/2 pairs of coordinates a
 * grid of {@value #BINS} × {@value #BINS} cells, and how many of all cells hold a point. A single coordinate has
 * {@value #BINS} cells. Merging is exact.
 */
public final class CellCoverage implements Persistent {

    static final int BINS = 20;

    private static final int CELLS = BINS * BINS;

    private final int dimension;
    private final long[] bits;
    private final int[] slice;

    /**
     * No cell reached.
     *
     * @param dimension coordinates of a point of the unit box
     */
    public CellCoverage(int dimension) {
        this.dimension = dimension;
        bits = new long[(total() + Long.SIZE - 1) / Long.SIZE];
        slice = new int[dimension];
    }

    /**
     * Number of cells there are.
     *
     * @return number of cells of all 2-D projections
     */
    public int total() {
        return dimension == 1 ? BINS : dimension * (dimension - 1) / 2 * CELLS;
    }

    /**
     * Adds a point; coordinates in [0,1].
     *
     * @param box coordinates of the point; not kept
     */
    public void add(double[] box) {
        for (int j = 0; j < dimension; j++) {
            slice[j] = Math.max(0, Math.min((int) (box[j] * BINS), BINS - 1));
        }
        if (dimension == 1) bits[0] |= 1L << slice[0];
        int first = 0;
        for (int i = 0; i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++) {
                int cell = first + slice[i] * BINS + slice[j];
                bits[cell / Long.SIZE] |= 1L << cell;
                first += CELLS;
            }
        }
    }

    /** Adds everything another coverage of the same dimension holds. */
    void merge(CellCoverage other) {
        for (int w = 0; w < bits.length; w++) {
            bits[w] |= other.bits[w];
        }
    }

    /**
     * Number of cells that hold a point.
     *
     * @return occupied cells of all 2-D projections
     */
    public int count() {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /**
     * Number of cells that hold a point both here and in another coverage of the same dimension.
     *
     * @param other coverage of the same dimension
     * @return cells occupied in both
     */
    public int common(CellCoverage other) {
        int count = 0;
        for (int w = 0; w < bits.length; w++) {
            count += Long.bitCount(bits[w] & other.bits[w]);
        }
        return count;
    }

    @Override
    public void save(StateOutput out) {
        out.put("cells", bits);
    }

    @Override
    public void restore(StateInput in) {
        long[] saved = in.getLongs("cells");
        if (saved.length == 0 && dimension == 1) return; // formerly a single coordinate had no cells
        if (saved.length != bits.length) {
            throw new IllegalArgumentException(
                    "cells: " + saved.length + " words saved, " + bits.length + " for " + dimension + " coordinates");
        }
        System.arraycopy(saved, 0, bits, 0, bits.length);
    }
}
