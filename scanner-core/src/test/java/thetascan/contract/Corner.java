package thetascan.contract;

import thetascan.optimiser.Needs;

/**
 * A problem as a scan makes it. Points are valid in a box near a corner, where every coordinate is at most 0.2 and every
 * second one at least 0.05; plenty of candidates want to leave the unit box. Of valid points those nearest to the corner
 * are the most novel.
 */
public final class Corner {

    private static final double LOWER = 0.05;
    private static final double UPPER = 0.2;
    private static final double SCALE = 0.1;
    private static final int SECTORS = 3;

    private Corner() {}

    /**
     * What is minimised.
     *
     * @param u coordinates in [0,1]
     * @return below 1 if the point is valid, else 1 + Σ s/(1+s) over what each coordinate exceeds its bounds by
     */
    public static double fitness(double[] u) {
        double rank = 0;
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            rank += term(u, j);
            sum += u[j];
        }
        return rank > 0 ? 1 + rank : 0.9 * sum / (UPPER * u.length);
    }

    private static double term(double[] u, int j) {
        double excess = Math.max(0, Math.max(below(u, j), above(u, j)));
        return excess / (1 + excess);
    }

    private static double below(double[] u, int j) {
        return j % 2 == 0 ? Double.NEGATIVE_INFINITY : (LOWER - u[j]) / SCALE;
    }

    private static double above(double[] u, int j) {
        return (u[j] - UPPER) / SCALE;
    }

    /**
     * What an optimiser is told besides.
     *
     * @param needs what it needs
     * @param u     coordinates in [0,1]
     * @return nothing, the cost of each of three sectors, two slacks of each coordinate, or two measures
     */
    public static double[] vector(Needs needs, double[] u) {
        return switch (needs) {
            case FITNESS -> new double[0];
            case SECTORS -> {
                double[] costs = new double[SECTORS];
                for (int j = 0; j < u.length; j++) costs[j % SECTORS] += term(u, j);
                yield costs;
            }
            case SLACKS -> {
                double[] slacks = new double[2 * u.length];
                for (int j = 0; j < u.length; j++) {
                    slacks[2 * j] = below(u, j);
                    slacks[2 * j + 1] = above(u, j);
                }
                yield slacks;
            }
            case MEASURES -> new double[] {u[0], u[u.length - 1]};
        };
    }
}
