package thetascan.neighbour;

/**
 * Queries that lie together.
 *
 * @param centre of them
 * @param radius distance of the farthest from it
 */
record Cloud(double[] centre, double radius) {

    /**
     * @param x queries, row-major, count × n
     */
    static Cloud of(double[] x, int count, int n) {
        double[] centre = new double[n];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < n; j++) centre[j] += x[i * n + j] / count;
        }
        double farthest = 0;
        for (int i = 0; i < count; i++) farthest = Math.max(farthest, distance(x, i * n, centre));
        return new Cloud(centre, farthest);
    }

    /** Distance of x[offset .. offset+n) from a point. */
    static double distance(double[] x, int offset, double[] point) {
        double square = 0;
        for (int j = 0; j < point.length; j++) {
            double difference = x[offset + j] - point[j];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
