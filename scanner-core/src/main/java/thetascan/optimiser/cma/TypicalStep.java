package thetascan.optimiser.cma;

import thetascan.optimiser.Start;

/** One step size for a start that has a shape. */
final class TypicalStep {

    private TypicalStep() {}

    /**
     * Geometric mean of the standard deviations along the principal axes.
     *
     * @throws IllegalArgumentException if the covariance is not positive definite
     */
    static double of(Start start) {
        double[] covariance = start.covariance();
        if (covariance == null) return start.sigma();
        int n = start.mean().length;
        double[] values = new double[n];
        if (!new TridiagonalEigen(n).decompose(covariance, values, new double[n * n])) {
            throw new IllegalArgumentException("start: the covariance cannot be decomposed");
        }
        double logs = 0;
        for (double value : values) logs += StrictMath.log(value);
        if (!Double.isFinite(logs)) {
            throw new IllegalArgumentException("start: the covariance is not positive definite");
        }
        return start.sigma() * StrictMath.exp(logs / (2 * n));
    }
}
