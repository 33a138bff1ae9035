package thetascan.novelty;

import thetascan.random.RandomStream;

/**
 * Splits points at random until each is alone: few splits isolate what lies apart (F. T. Liu, K. M. Ting, Z.-H. Zhou,
 * ICDM 2008, 413, algorithms 2 and 3). Immutable.
 */
final class IsolationTree {

    private static final double EULER = 0.5772156649015329;
    private static final int LEAF = -1;

    /** Node by node, a node before its children, the left one first: the feature it splits, or {@link #LEAF}. */
    private final int[] feature;
    /** Of a leaf its path length, else where the feature is split; what is below goes left. */
    private final double[] value;

    private final int[] right;
    private int nodes;

    /**
     * @param points rows of the same length
     * @param chosen which of them to split; reordered
     */
    IsolationTree(double[][] points, int[] chosen, RandomStream random) {
        int most = 2 * chosen.length - 1;
        feature = new int[most];
        value = new double[most];
        right = new int[most];
        int n = points[chosen[0]].length;
        int[] features = new int[n];
        for (int j = 0; j < n; j++) features[j] = j;
        int limit = 32 - Integer.numberOfLeadingZeros(chosen.length - 1); // ⌈log2⌉
        grow(points, chosen, 0, chosen.length, 0, limit, features, random);
    }

    private void grow(
            double[][] points,
            int[] chosen,
            int from,
            int to,
            int depth,
            int limit,
            int[] features,
            RandomStream random) {
        int node = nodes++;
        int split = depth < limit && to - from > 1 ? split(points, chosen, from, to, features, random, node) : from;
        if (split == from) {
            feature[node] = LEAF;
            value[node] = depth + averagePath(to - from);
            return;
        }
        grow(points, chosen, from, split, depth + 1, limit, features, random);
        right[node] = nodes;
        grow(points, chosen, split, to, depth + 1, limit, features, random);
    }

    /**
     * Splits a node at a random place of a random feature that is not constant.
     *
     * @return first point of the right child; {@code from} if all points are the same
     */
    private int split(
            double[][] points, int[] chosen, int from, int to, int[] features, RandomStream random, int node) {
        for (int left = features.length; left > 0; left--) {
            int pick = random.nextInt(left);
            int j = features[pick];
            features[pick] = features[left - 1];
            features[left - 1] = j;
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, points[chosen[i]][j]);
                greatest = Math.max(greatest, points[chosen[i]][j]);
            }
            if (least < greatest) {
                double at = greatest - random.nextDouble() * (greatest - least);
                feature[node] = j;
                value[node] = at > least ? at : greatest;
                return partition(points, chosen, from, to, j, value[node]);
            }
        }
        return from;
    }

    private static int partition(double[][] points, int[] chosen, int from, int to, int j, double at) {
        int split = from;
        for (int i = from; i < to; i++) {
            if (points[chosen[i]][j] < at) {
                int swapped = chosen[i];
                chosen[i] = chosen[split];
                chosen[split++] = swapped;
            }
        }
        return split;
    }

    /** Splits until x is alone, those estimated that the leaf did not make. */
    double pathLength(double[] x) {
        int node = 0;
        while (feature[node] != LEAF) node = x[feature[node]] < value[node] ? node + 1 : right[node];
        return value[node];
    }

    /** c(n), the average path length in a tree of n points (equation 1). */
    static double averagePath(int n) {
        if (n <= 2) return n - 1;
        return 2 * (StrictMath.log(n - 1) + EULER) - 2 * (n - 1.0) / n;
    }
}
