package thetascan.spark;

/**
 * How many tasks the points of a generation are shared out among: one for each core where points are cheap, more where a
 * task would work long for several, one for each point where points are dear. A task costs about a millisecond, and
 * points differ in what they take. What points are found does not depend on it, so it may follow the clock. For several
 * threads.
 */
final class Grain {

    /** Work of a task that makes its own cost a small part. */
    private static final double TASK_NANOS = 50e6;

    /** Weight of the last generation in what a point is thought to take. */
    private static final double LAST = 0.2;

    private double pointNanos;

    /**
     * @param dear true if a point is worth a task as long as nothing is known
     */
    Grain(boolean dear) {
        pointNanos = dear ? Double.POSITIVE_INFINITY : 0;
    }

    /** What the points of a generation took. */
    synchronized void took(long nanos, int points) {
        if (points == 0) return;
        double mean = (double) nanos / points;
        boolean isFirst = pointNanos == 0 || Double.isInfinite(pointNanos);
        pointNanos = isFirst ? mean : (1 - LAST) * pointNanos + LAST * mean;
    }

    /**
     * @param points to evaluate, one at least
     * @param cores  that compute
     * @return 1 to {@code points}
     */
    synchronized int tasks(int points, int cores) {
        double tasks = Math.ceil(points * pointNanos / TASK_NANOS);
        return (int) Math.min(points, Math.max(cores, tasks));
    }
}
