package thetascan.optimiser.continuation;

import java.util.Arrays;
import thetascan.random.RandomStream;

/**
 * Points whose terms keep their bounds as a {@link LocalModel} predicts them: at a distance along the region, or by the
 * shortest displacement back onto it (Gauss-Newton of minimum norm), always inside the unit box. One thread.
 */
public final class Corrector {

    /** Rounds in which bounds that a displacement breaks join those it keeps. */
    private static final int ROUNDS = 8;

    private final int n;
    private final double inset;
    private final double reach;
    private final Span span;
    private final double[] vector;
    private final double[] start;
    private final boolean[] free;
    /** Terms a displacement keeps, and the value each is to have. */
    private final int[] kept;

    private final double[] goals;
    private int count;
    /** How many of them the span holds. */
    private int spanned;
    /** The way of the free coordinates from the start. */
    private final double[] moved;
    /** What the model predicts at the point, one a term. */
    private double[] predictions = {};

    /**
     * Without a past.
     *
     * @param n     number of coordinates
     * @param inset how far inside its bounds a term is put, in units of its scale, but no farther than the middle
     * @param reach longest displacement of a correction
     */
    public Corrector(int n, double inset, double reach) {
        this.n = n;
        this.inset = inset;
        this.reach = reach;
        span = new Span(n);
        vector = new double[n];
        start = new double[n];
        free = new boolean[n];
        kept = new int[n];
        goals = new double[n];
        moved = new double[n];
    }

    /**
     * Draws a point at some distance: as far in a random direction, then back onto the region by the shortest way.
     *
     * @param base   where to set out from
     * @param length of the step in the unit box
     * @param random where the direction comes from
     * @param point  receives coordinates in [0,1], length n
     * @return false if the way back is longer than {@code reach}
     */
    public boolean step(LocalModel base, double length, RandomStream random, double[] point) {
        for (int i = 0; i < n; i++) vector[i] = random.nextGaussian();
        double norm = norm(vector);
        for (int i = 0; i < n; i++) point[i] = clip(base.u[i] + length / norm * vector[i]);
        return correct(base, point);
    }

    /**
     * Displaces a point so that all terms are predicted to keep their bounds.
     *
     * @param base  the model that predicts
     * @param point coordinates in [0,1], length n, changed in place
     * @return false if that would take it too far; then it may be left anywhere
     */
    public boolean correct(LocalModel base, double[] point) {
        return correct(base, point, reach);
    }

    private boolean correct(LocalModel base, double[] point, double most) {
        System.arraycopy(point, 0, start, 0, n);
        Arrays.fill(free, true);
        span.clear();
        spanned = 0;
        count = 0;
        if (predictions.length != base.terms()) predictions = new double[base.terms()];
        boolean done = false;
        for (int round = 0; round < ROUNDS && !done; round++) {
            base.predict(point, 0, predictions);
            boolean found = keepBroken(base);
            done = !found && round == 0;
            if (!done) {
                if (!displace(base, point, most)) return false;
                boolean stuck = clip(point);
                done = !found && !stuck;
            }
        }
        return displacement(point) <= most;
    }

    /**
     * As {@link #correct} from the point of the model itself, but no farther than {@code reach}.
     *
     * @param base  the model that predicts
     * @param point receives the corrected point, length n
     */
    public void approach(LocalModel base, double[] point) {
        System.arraycopy(base.u, 0, point, 0, n);
        correct(base, point, Double.POSITIVE_INFINITY);
        double length = displacement(point);
        for (int i = 0; i < n && length > reach; i++) point[i] = start[i] + reach / length * vector[i];
    }

    /** Length of the way from the start, which is left in the vector. */
    private double displacement(double[] point) {
        for (int i = 0; i < n; i++) vector[i] = point[i] - start[i];
        return norm(vector);
    }

    /** Adds the terms predicted outside their bounds to those that are kept; true if there are any. */
    private boolean keepBroken(LocalModel base) {
        int before = count;
        for (int t = 0; t < base.terms() && count < n; t++) {
            double value = predictions[t];
            boolean below = value < base.lower[t];
            if ((below || value > base.upper[t]) && !isKept(t)) {
                double inside = Math.min(inset, (base.upper[t] - base.lower[t]) / 2);
                kept[count] = t;
                goals[count++] = below ? base.lower[t] + inside : base.upper[t] - inside;
            }
        }
        return count > before;
    }

    private boolean isKept(int t) {
        for (int k = 0; k < count; k++) {
            if (kept[k] == t) return true;
        }
        return false;
    }

    /**
     * Gives the kept terms their values by the shortest displacement of the free coordinates from where they started. What
     * is kept or held besides can only make the way longer.
     *
     * @return false if it is longer than {@code most}
     */
    private boolean displace(LocalModel base, double[] point, double most) {
        double room = most * most;
        for (int i = 0; i < n; i++) {
            moved[i] = free[i] ? point[i] - start[i] : 0;
            if (!free[i]) room -= (point[i] - start[i]) * (point[i] - start[i]);
        }
        for (; spanned < count; spanned++) {
            int t = kept[spanned];
            base.gradient(t, free, vector);
            double change = goals[spanned] - predictions[t];
            for (int i = 0; i < n; i++) change += vector[i] * moved[i];
            span.add(vector, 0, change);
            if (span.square() > room) return false;
        }
        span.displacement(vector);
        for (int i = 0; i < n; i++) {
            if (free[i]) point[i] = start[i] + vector[i];
        }
        return true;
    }

    /** Puts a point back into the box and holds the coordinates that left it; true if any did. */
    private boolean clip(double[] point) {
        boolean clipped = false;
        for (int i = 0; i < n; i++) {
            double value = clip(point[i]);
            if (value != point[i]) {
                point[i] = value;
                free[i] = false;
                clipped = true;
            }
        }
        if (clipped) {
            span.clear();
            spanned = 0;
        }
        return clipped;
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(value, 1));
    }

    private double norm(double[] x) {
        double square = 0;
        for (int i = 0; i < n; i++) square += x[i] * x[i];
        return Math.sqrt(square);
    }
}
