package thetascan.optimiser.nsga;

import java.util.Arrays;

/** Crowding distance (K. Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182, sec. III A). */
final class CrowdingDistance {

    private CrowdingDistance() {}

    /**
     * Fills in the distances of one front: infinite at the ends of every objective that varies.
     *
     * @param distances one for each member of the population
     */
    static void fill(Fronts fronts, int front, double[] distances) {
        int m = fronts.objectiveCount();
        double[] f = fronts.objectives();
        for (int j = 0; j < m; j++) {
            int objective = j;
            int[] order = members(fronts, front);
            IndexSort.sort(order, (a, b) -> Double.compare(f[a * m + objective], f[b * m + objective]));
            add(order, f, m, j, distances);
        }
    }

    private static void add(int[] order, double[] f, int m, int j, double[] distances) {
        int last = order.length - 1;
        double range = f[order[last] * m + j] - f[order[0] * m + j];
        if (!(range > 0)) return;
        distances[order[0]] = Double.POSITIVE_INFINITY;
        distances[order[last]] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < last; i++) {
            distances[order[i]] += (f[order[i + 1] * m + j] - f[order[i - 1] * m + j]) / range;
        }
    }

    /** Members of a front, the least crowded first. */
    static int[] leastCrowdedFirst(Fronts fronts, int front, double[] distances) {
        int[] order = members(fronts, front);
        IndexSort.sort(order, (a, b) -> Double.compare(-distances[a], -distances[b]));
        return order;
    }

    private static int[] members(Fronts fronts, int front) {
        return Arrays.copyOfRange(fronts.members(), fronts.begin(front), fronts.end(front));
    }
}
