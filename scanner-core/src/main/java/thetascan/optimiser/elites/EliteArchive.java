package thetascan.optimiser.elites;

import java.util.Arrays;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The best point of each cell, in the soft sense of CMA-MAE (M. C. Fontaine and S. Nikolaidis, GECCO 2023,
 * arXiv:2205.10752): a point enters if its quality exceeds the threshold of its cell, which begins at 0 and then moves
 * towards the quality of what enters at a learning rate. At rate 1 the threshold is the quality of the elite itself, as
 * in MAP-Elites (arXiv:1504.04909). Qualities are positive; 0 never enters.
 */
final class EliteArchive implements Persistent {

    /** In place of a cell: the point has none. */
    public static final int NOWHERE = -1;

    private final int n;
    private final Cells cells;
    private final double learningRate;
    private final double[] thresholds;
    private final double[] qualities;
    /** Place among the elites of the cell's own, -1 if it is empty. */
    private final int[] place;
    /** Cells in the order they were reached. */
    private int[] reached = new int[16];
    /** Coordinates of the elites in that order. */
    private double[] elites;

    private int size;

    /**
     * Empty.
     *
     * @param n            coordinates of a point
     * @param cells        where its measures put a point
     * @param learningRate α in [0,1], how fast thresholds rise
     */
    public EliteArchive(int n, Cells cells, double learningRate) {
        this.n = n;
        this.cells = cells;
        this.learningRate = learningRate;
        thresholds = new double[cells.count()];
        qualities = new double[cells.count()];
        place = new int[cells.count()];
        Arrays.fill(place, -1);
        elites = new double[16 * n];
    }

    /**
     * The cells elites are the best of.
     *
     * @return cells
     */
    public Cells cells() {
        return cells;
    }

    /**
     * Number of cells that have an elite.
     *
     * @return at most the number of cells
     */
    public int size() {
        return size;
    }

    /**
     * Sum of the qualities of the elites.
     *
     * @return 0 if there is none
     */
    public double totalQuality() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += qualities[reached[i]];
        return sum;
    }

    /** Threshold of a cell. */
    double threshold(int cell) {
        return thresholds[cell];
    }

    /** Quality of the elite of a cell, 0 if it is empty. */
    double quality(int cell) {
        return qualities[cell];
    }

    /**
     * Copies the coordinates of an elite.
     *
     * @param i which, in the order their cells were reached
     * @return length n, in [0,1]
     */
    public double[] elite(int i) {
        return Arrays.copyOfRange(elites, i * n, (i + 1) * n);
    }

    /** Coordinate j of elite i. */
    double coordinate(int i, int j) {
        return elites[i * n + j];
    }

    /**
     * Draws an elite.
     *
     * @param random where its randomness comes from
     * @return the index of an elite, each with the same probability
     * @throws IllegalArgumentException if there is none
     */
    public int pick(RandomStream random) {
        return random.nextInt(size);
    }

    /**
     * Adds a batch of points, all compared with the thresholds as they were before; those of a cell that exceed it move
     * it together: t' = (1-α)^k t + (1 - (1-α)^k) × mean quality of the k, and the best of them becomes the elite.
     *
     * @param u       coordinates, row-major
     * @param at      cell of each point, or {@link #NOWHERE}
     * @param quality of each, in [0, 1]
     * @return by how much the quality of each exceeds the threshold of its cell, negative if it falls short;
     *     negative infinity for a point without a cell
     */
    public double[] add(double[] u, int[] at, double[] quality) {
        double[] improvement = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            improvement[k] = at[k] == NOWHERE ? Double.NEGATIVE_INFINITY : quality[k] - thresholds[at[k]];
        }
        boolean[] done = new boolean[at.length];
        for (int k = 0; k < at.length; k++) {
            if (!done[k] && improvement[k] > 0) enter(k, u, at, quality, improvement, done);
        }
        return improvement;
    }

    /** Takes the points of the cell of point k, the first one that enters it. */
    private void enter(int k, double[] u, int[] at, double[] quality, double[] improvement, boolean[] done) {
        int cell = at[k];
        int best = k;
        int count = 0;
        double sum = 0;
        for (int i = k; i < at.length; i++) {
            if (at[i] != cell || !(improvement[i] > 0)) continue;
            done[i] = true;
            count++;
            sum += quality[i];
            if (quality[i] > quality[best]) best = i;
        }
        double kept = StrictMath.pow(1 - learningRate, count);
        thresholds[cell] = learningRate == 1 ? quality[best] : kept * thresholds[cell] + (1 - kept) * (sum / count);
        qualities[cell] = quality[best];
        int to = placeOf(cell) * n;
        System.arraycopy(u, best * n, elites, to, n);
    }

    private int placeOf(int cell) {
        if (place[cell] < 0) {
            if (size == reached.length) {
                reached = Arrays.copyOf(reached, 2 * size);
                elites = Arrays.copyOf(elites, 2 * size * n);
            }
            reached[size] = cell;
            place[cell] = size++;
        }
        return place[cell];
    }

    @Override
    public void save(StateOutput out) {
        long[] cellsReached = new long[size];
        double[] values = new double[2 * size];
        for (int i = 0; i < size; i++) {
            cellsReached[i] = reached[i];
            values[2 * i] = thresholds[reached[i]];
            values[2 * i + 1] = qualities[reached[i]];
        }
        out.put("cells", cellsReached).put("values", values).put("elites", elites, size * n);
    }

    @Override
    public void restore(StateInput in) {
        long[] cellsReached = in.getLongs("cells");
        double[] values = in.getDoubles("values");
        double[] rows = in.getDoubles("elites");
        Arrays.fill(thresholds, 0);
        Arrays.fill(qualities, 0);
        Arrays.fill(place, -1);
        size = 0;
        for (int i = 0; i < cellsReached.length; i++) {
            int cell = (int) cellsReached[i];
            int to = placeOf(cell) * n;
            System.arraycopy(rows, i * n, elites, to, n);
            thresholds[cell] = values[2 * i];
            qualities[cell] = values[2 * i + 1];
        }
    }
}
