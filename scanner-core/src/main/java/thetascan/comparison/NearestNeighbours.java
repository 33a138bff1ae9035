package thetascan.comparison;

import java.util.Arrays;

/**
 * The nearest-neighbour two-sample statistic of M. F. Schilling, J. Am. Stat. Assoc. 81 (1986) 799, and N. Henze, Ann.
 * Stat. 16 (1988) 772: the share, over all points and their k nearest, of neighbours from the same sample. It grows
 * wherever one sample is among itself. Of neighbours at equal distance the earlier point counts as nearer.
 */
final class NearestNeighbours {

    private final int[][] neighbours;

    /**
     * @param points n × coordinates, n &gt; k
     */
    NearestNeighbours(double[][] points, int k) {
        int n = points.length;
        neighbours = new int[n][k];
        double[] squares = new double[k];
        for (int i = 0; i < n; i++) {
            Arrays.fill(squares, Double.POSITIVE_INFINITY);
            for (int other = 0; other < n; other++) {
                double square = other == i ? Double.POSITIVE_INFINITY : square(points[i], points[other]);
                int at = k;
                for (; at > 0 && square < squares[at - 1]; at--) {
                    if (at < k) {
                        squares[at] = squares[at - 1];
                        neighbours[i][at] = neighbours[i][at - 1];
                    }
                }
                if (at < k) {
                    squares[at] = square;
                    neighbours[i][at] = other;
                }
            }
        }
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double d = a[j] - b[j];
            sum += d * d;
        }
        return sum;
    }

    /**
     * @param first which points belong to the first sample
     */
    double statistic(boolean[] first) {
        long same = 0;
        long all = 0;
        for (int i = 0; i < neighbours.length; i++) {
            for (int neighbour : neighbours[i]) {
                same += first[neighbour] == first[i] ? 1 : 0;
                all++;
            }
        }
        return (double) same / all;
    }
}
