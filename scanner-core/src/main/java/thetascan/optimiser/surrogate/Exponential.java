package thetascan.optimiser.surrogate;

/**
 * exp(-x) of a whole array, by nothing but sums and products: bit-equal on every platform, and a loop that the compiler
 * turns into vector instructions, several times as fast as {@code StrictMath.exp}. Absolute error below 1e-13.
 */
final class Exponential {

    /** What x is divided by before the series, and how often its result is squared: 2^8. */
    private static final double PARTS = 256;
    /** Beyond it the result stays at 4e-18. */
    private static final double LARGEST = 40;

    private Exponential() {}

    /**
     * Replaces each value by its exponential.
     *
     * @param x     values of at least 0, replaced by exp(-x)
     * @param count how many of them
     */
    static void ofNegative(double[] x, int count) {
        for (int i = 0; i < count; i++) {
            double r = -Math.min(x[i], LARGEST) / PARTS;
            double e = 1 + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r / 720.0)))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            x[i] = e;
        }
    }
}
