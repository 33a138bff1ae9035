package thetascan.novelty;

/**
 * Queries that lie together. With c their centre, r the distance of the farthest of them and d that of the k-th
 * neighbour of c, each has k neighbours within d + r of itself, so its k nearest lie within d + 2r of c.
 *
 * @param centre    c
 * @param distances of each query from it
 * @param radius    r
 */
record Cloud(double[] centre, double[] distances, double radius) {

    /** Covers the rounding of distances. */
    private static final double ROUNDING = 1e-9;

    /**
     * @param x queries, row-major, count × n
     */
    static Cloud of(double[] x, int count, int n) {
        double[] centre = new double[n];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < n; j++) centre[j] += x[i * n + j] / count;
        }
        double[] distances = new double[count];
        double farthest = 0;
        for (int i = 0; i < count; i++) {
            double square = 0;
            for (int j = 0; j < n; j++) {
                double difference = x[i * n + j] - centre[j];
                square += difference * difference;
            }
            distances[i] = Math.sqrt(square);
            farthest = Math.max(farthest, distances[i]);
        }
        return new Cloud(centre, distances, farthest);
    }

    /** Distance from the centre within which the k nearest of each query lie. */
    double reach(double kthDistance) {
        return (kthDistance + 2 * radius) * (1 + ROUNDING);
    }
}
