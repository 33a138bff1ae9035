package thetascan.higgs;

/**
 * Bremsstrahlung integrals of b → s γ g, functions of z = (m_c/m_b)² alone. Greub, Hurth, Wyler, hep-ph/9603404;
 * Borzumati, Greub, hep-ph/9802391, eq. (49) ff.
 */
final class Bremsstrahlung {

    private Bremsstrahlung() {}

    /** f22 = (16z/27) ∫₀^{1/z} (1−zt)² |G(t)/t + ½|² dt. */
    static double f22(double z) {
        return 16
                * z
                / 27
                * integral(z, t -> {
                    double real = realG(t) / t + 0.5;
                    double imaginary = imaginaryG(t) / t;
                    return square(1 - z * t) * (real * real + imaginary * imaginary);
                });
    }

    /** Re f27 = −(8z²/9) ∫₀^{1/z} (1−zt)(Re G(t) + t/2) dt. */
    static double realF27(double z) {
        return -8 * z * z / 9 * integral(z, t -> (1 - z * t) * (realG(t) + t / 2));
    }

    private static double realG(double t) {
        if (t < 4) {
            return -2 * square(Math.atan(Math.sqrt(t / (4 - t))));
        }
        return -Math.PI * Math.PI / 2 + 2 * square(Math.log((Math.sqrt(t) + Math.sqrt(t - 4)) / 2));
    }

    private static double imaginaryG(double t) {
        return t < 4 ? 0 : -2 * Math.PI * Math.log((Math.sqrt(t) + Math.sqrt(t - 4)) / 2);
    }

    private interface Integrand {
        double at(double t);
    }

    /** From 0 to 1/z > 4: t = 4 ∓ const u² on both sides of the charm threshold t = 4 removes the square root. */
    private static double integral(double z, Integrand f) {
        double above = 1 / z - 4;
        return gaussLegendre(u -> 8 * u * f.at(4 - 4 * u * u))
                + gaussLegendre(u -> 2 * above * u * f.at(4 + above * u * u));
    }

    /** ∫₀¹, three points on each of many panels. */
    private static double gaussLegendre(Integrand f) {
        int panels = 2000;
        double h = 0.5 / panels;
        double offset = h * Math.sqrt(0.6);
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            double middle = (2 * i + 1) * h;
            sum += 8 * f.at(middle) + 5 * (f.at(middle - offset) + f.at(middle + offset));
        }
        return sum * h / 9;
    }

    private static double square(double x) {
        return x * x;
    }
}
