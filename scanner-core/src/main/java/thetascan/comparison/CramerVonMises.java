package thetascan.comparison;

import java.util.stream.IntStream;

/**
 * The two-sample Cramér-von Mises statistic of each coordinate: T. W. Anderson, Ann. Math. Stat. 33 (1962) 1148,
 * eqs. (9) and (10), with the mean rank for equal values. Ranks are computed once; each way of dividing the points in
 * two then costs one pass over them.
 */
final class CramerVonMises {

    private final int n;
    /** order[j][r] = point of rank r in coordinate j. */
    private final int[][] order;
    /** ranks[j][r] = its rank from 1; equal values share the mean of theirs. */
    private final double[][] ranks;

    /**
     * @param points n × coordinates
     */
    CramerVonMises(double[][] points) {
        n = points.length;
        int dimension = n == 0 ? 0 : points[0].length;
        order = new int[dimension][];
        ranks = new double[dimension][n];
        for (int j = 0; j < dimension; j++) {
            int coordinate = j;
            order[j] = IntStream.range(0, n)
                    .boxed()
                    .sorted((a, b) -> Double.compare(points[a][coordinate], points[b][coordinate]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int from = 0, to; from < n; from = to) {
                to = from + 1;
                while (to < n && points[order[j][to]][j] == points[order[j][from]][j]) {
                    to++;
                }
                for (int r = from; r < to; r++) {
                    ranks[j][r] = (from + 1 + to) / 2.0;
                }
            }
        }
    }

    /**
     * T of one coordinate.
     *
     * @param first which points belong to the first sample; neither sample is empty
     */
    double statistic(int coordinate, boolean[] first) {
        int[] sorted = order[coordinate];
        double[] rank = ranks[coordinate];
        double sumFirst = 0;
        double sumSecond = 0;
        int i = 0;
        int j = 0;
        for (int r = 0; r < n; r++) {
            if (first[sorted[r]]) {
                double d = rank[r] - ++i;
                sumFirst += d * d;
            } else {
                double d = rank[r] - ++j;
                sumSecond += d * d;
            }
        }
        double product = (double) i * j;
        double u = i * sumFirst + j * sumSecond;
        return u / (product * n) - (4 * product - 1) / (6.0 * n);
    }

    /** Coordinate with the largest T. */
    int largest(boolean[] first) {
        int largest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < order.length; j++) {
            double t = statistic(j, first);
            if (t > most) {
                most = t;
                largest = j;
            }
        }
        return largest;
    }

    /** The largest T of all coordinates. */
    double maximum(boolean[] first) {
        return statistic(largest(first), first);
    }
}
