package thetascan.relic;

import java.util.Arrays;
import thetascan.physics.GaussLegendre;

/**
 * Intervals of momentum, each with the rate of a pair at five nodes, equidistant in a coordinate u: k = a + b u, or k = a + b u² behind
 * a threshold, where rates begin like a square root.
 */
final class Segments {

    static final int NODES = 5;
    /** Points of the integral over a segment. */
    static final int POINTS = 8;

    private static final GaussLegendre RULE = GaussLegendre.of(POINTS);
    /** Lagrange polynomials of the nodes at the points, [point][node]. */
    private static final double[] LAGRANGE = new double[POINTS * NODES];

    static {
        for (int p = 0; p < POINTS; p++) {
            double t = 2 * (1 + RULE.node[p]);
            for (int i = 0; i < NODES; i++) {
                double product = 1;
                for (int j = 0; j < NODES; j++) {
                    product *= i == j ? 1 : (t - j) / (i - j);
                }
                LAGRANGE[p * NODES + i] = product;
            }
        }
    }

    int count;
    /** Rates at the nodes. */
    double[] rate = new double[64 * NODES];

    private int[] pair = new int[64];
    private double[] a = new double[64];
    private double[] b = new double[64];
    private boolean[] root = new boolean[64];
    private double[] low = new double[64];
    private double[] high = new double[64];
    private int[] depth = new int[64];

    void clear() {
        count = 0;
    }

    void add(int ofPair, double from, double to, boolean atThreshold) {
        int n = grow();
        pair[n] = ofPair;
        a[n] = from;
        b[n] = to - from;
        root[n] = atThreshold;
        low[n] = 0;
        high[n] = 1;
        depth[n] = 0;
    }

    private int grow() {
        if (count == pair.length) {
            int size = 2 * count;
            rate = Arrays.copyOf(rate, size * NODES);
            pair = Arrays.copyOf(pair, size);
            a = Arrays.copyOf(a, size);
            b = Arrays.copyOf(b, size);
            root = Arrays.copyOf(root, size);
            low = Arrays.copyOf(low, size);
            high = Arrays.copyOf(high, size);
            depth = Arrays.copyOf(depth, size);
        }
        return count++;
    }

    /** Keeps the lower half, returns a new segment with the upper one; nodes 1 and 3 of both are to be filled. */
    int halve(int n) {
        int half = grow();
        double middle = 0.5 * (low[n] + high[n]);
        pair[half] = pair[n];
        a[half] = a[n];
        b[half] = b[n];
        root[half] = root[n];
        low[half] = middle;
        high[half] = high[n];
        high[n] = middle;
        depth[half] = ++depth[n];
        int from = n * NODES;
        int to = half * NODES;
        rate[to] = rate[from + 2];
        rate[to + 2] = rate[from + 3];
        rate[to + 4] = rate[from + 4];
        rate[from + 4] = rate[from + 2];
        rate[from + 2] = rate[from + 1];
        return half;
    }

    int pair(int n) {
        return pair[n];
    }

    int depth(int n) {
        return depth[n];
    }

    double momentum(int n, int node) {
        return momentumAt(n, low[n] + 0.25 * node * (high[n] - low[n]));
    }

    private double momentumAt(int n, double u) {
        return a[n] + b[n] * (root[n] ? u * u : u);
    }

    /** Momenta that belong to a node: half of the segment, for errors. */
    double width(int n, int node) {
        double u = low[n] + 0.25 * node * (high[n] - low[n]);
        return 0.5 * (high[n] - low[n]) * slope(n, u);
    }

    private double slope(int n, double u) {
        return b[n] * (root[n] ? 2 * u : 1);
    }

    double pointMomentum(int n, int point) {
        return momentumAt(n, u(n, point));
    }

    private double u(int n, int point) {
        return low[n] + 0.5 * (1 + RULE.node[point]) * (high[n] - low[n]);
    }

    /** Weight of a point in the integral over momentum times the rate there. */
    double pointWeight(int n, int point) {
        double w = 0;
        for (int node = 0; node < NODES; node++) {
            w += LAGRANGE[point * NODES + node] * rate[n * NODES + node];
        }
        return w * 0.5 * RULE.weight[point] * (high[n] - low[n]) * slope(n, u(n, point));
    }
}
