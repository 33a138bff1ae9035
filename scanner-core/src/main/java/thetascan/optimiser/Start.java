package thetascan.optimiser;

import org.jspecify.annotations.Nullable;

/**
 * Where a local search begins.
 *
 * @param mean       coordinates in [0,1], length n
 * @param sigma      step size in the unit box
 * @param covariance shape that goes with sigma, symmetric, n*n row-major; null = identity
 */
public record Start(double[] mean, double sigma, double @Nullable [] covariance) {

    /**
     * Checks that a search can begin there.
     *
     * @param mean       coordinates in [0,1], length n
     * @param sigma      step size in the unit box
     * @param covariance n*n row-major; null = identity
     * @throws IllegalArgumentException if sigma is not positive and finite, a coordinate lies outside the box, or the
     *                                  covariance is not n × n
     */
    public Start(double[] mean, double sigma, double @Nullable [] covariance) {
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("start: sigma " + sigma + " must be positive and finite");
        }
        for (double coordinate : mean) {
            if (!(coordinate >= 0 && coordinate <= 1)) {
                throw new IllegalArgumentException(
                        "start: coordinate " + coordinate + " of the mean must be within [0, 1]");
            }
        }
        if (covariance != null && covariance.length != mean.length * mean.length) {
            throw new IllegalArgumentException("start: covariance of length " + covariance.length + " for "
                    + mean.length + " coordinates, must be " + mean.length * mean.length);
        }
        this.mean = mean;
        this.sigma = sigma;
        this.covariance = covariance;
    }

    /**
     * A start without a shape of its own.
     *
     * @param mean  coordinates in [0,1], length n
     * @param sigma step size in the unit box
     * @return the start
     */
    public static Start at(double[] mean, double sigma) {
        return new Start(mean, sigma, null);
    }
}
