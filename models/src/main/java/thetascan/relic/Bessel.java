package thetascan.relic;

/** Modified Bessel functions K₁ and K₂ times eᶻ for z ≥ 8, by their asymptotic series (NIST Digital Library 10.40.2); within 1e-6. */
final class Bessel {

    private static final int TERMS = 12;
    private static final double[] K1 = coefficients(1);
    private static final double[] K2 = coefficients(2);

    private Bessel() {}

    private static double[] coefficients(int order) {
        double[] a = new double[TERMS];
        a[0] = Math.sqrt(Math.PI / 2);
        for (int k = 1; k < TERMS; k++) {
            a[k] = a[k - 1] * (4 * order * order - (2 * k - 1) * (2 * k - 1)) / (8.0 * k);
        }
        return a;
    }

    static double scaledK1(double z) {
        return series(K1, z);
    }

    static double scaledK2(double z) {
        return series(K2, z);
    }

    private static double series(double[] a, double z) {
        double y = 1 / z;
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = sum * y + a[k];
        }
        return sum * Math.sqrt(y);
    }
}
