package thetascan.higgs;

import thetascan.physics.Dilogarithm;

/**
 * Matching functions of B → X_s γ at leading and next-to-leading order, of x = m_t²/m² with m = MW for the Standard
 * Model and a charged scalar's mass for the others (YY: squared up-type coupling, XY: product of both). Borzumati,
 * Greub, Phys. Rev. D 58 (1998) 074004, hep-ph/9802391, appendix. Each has a removable singularity at x = 1.
 */
final class BToSGammaMatching {

    private BToSGammaMatching() {}

    private static double li2(double x) {
        return Dilogarithm.li2(1 - 1 / x);
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    /** Σ c_i x^i, lowest coefficient first. */
    private static double polynomial(double x, double... coefficients) {
        double result = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            result = result * x + coefficients[i];
        }
        return result;
    }

    static double c7(double x) {
        double log = Math.log(x);
        return x / 24 * (polynomial(x, -7, 12, 3, -8) + polynomial(x, 0, -12, 18) * log) / power(x - 1, 4);
    }

    static double c8(double x) {
        return x / 8 * (polynomial(x, -2, -3, 6, -1) - 6 * x * Math.log(x)) / power(x - 1, 4);
    }

    static double c7xy(double y) {
        return y / 12 * (polynomial(y, -3, 8, -5) + polynomial(y, -4, 6) * Math.log(y)) / power(y - 1, 3);
    }

    static double c8xy(double y) {
        return y / 4 * (polynomial(y, -3, 4, -1) - 2 * Math.log(y)) / power(y - 1, 3);
    }

    static double e0(double x) {
        double log = Math.log(x);
        return x * polynomial(x, -18, 11, 1) / (12 * power(x - 1, 3))
                + x * x * polynomial(x, 15, -16, 4) * log / (6 * power(x - 1, 4))
                - 2.0 / 3 * log
                - 2.0 / 3;
    }

    static double eH(double y) {
        return y / 36 * (polynomial(y, -16, 45, -36, 7) + polynomial(y, -12, 18) * Math.log(y)) / power(y - 1, 4);
    }

    static double w7(double x) {
        double log = Math.log(x);
        return polynomial(x, 0, -8, 80, -122, -16) / (9 * power(x - 1, 4)) * li2(x)
                + polynomial(x, 0, 0, -28, 46, 6) * log * log / (3 * power(x - 1, 5))
                + polynomial(x, 208, -1364, 3244, -2262, -588, -102) * log / (81 * power(x - 1, 5))
                + polynomial(x, -436, 2509, -10740, 12205, 1646) / (486 * power(x - 1, 4));
    }

    static double w8(double x) {
        double log = Math.log(x);
        return polynomial(x, 0, 1, 41, 40, -4) / (6 * power(x - 1, 4)) * li2(x)
                + polynomial(x, 0, 0, -31, -17) * log * log / (2 * power(x - 1, 5))
                + polynomial(x, 280, -1994, 2857, 4893, 1086, -210) * log / (216 * power(x - 1, 5))
                + polynomial(x, -508, 610, -28209, -14102, 737) / (1296 * power(x - 1, 4));
    }

    static double m7(double x) {
        return (polynomial(x, -208, 1319, -2197, 703, 301, 82) - polynomial(x, 0, 0, -756, 1242, 162) * Math.log(x))
                / (81 * power(x - 1, 5));
    }

    static double m8(double x) {
        return (polynomial(x, -140, 1042, 607, -1111, -475, 77) + polynomial(x, 0, 0, 1674, 918) * Math.log(x))
                / (108 * power(x - 1, 5));
    }

    static double t7(double x) {
        return x / 3 * (polynomial(x, 7, 9, -63, 47) - polynomial(x, 0, -24, 30, 18) * Math.log(x)) / power(x - 1, 5);
    }

    static double t8(double x) {
        return 2 * x * (polynomial(x, 1, 9, -9, -1) + polynomial(x, 0, 6, 6) * Math.log(x)) / power(x - 1, 5);
    }

    static double w7yy(double y) {
        double log = Math.log(y);
        double bracket = polynomial(y, 0, 18, -37, 8) / power(y - 1, 4) * li2(y)
                + polynomial(y, 0, -14, 23, 3) * log * log / power(y - 1, 5)
                + polynomial(y, -50, 251, -174, -192, 21) * log / (9 * power(y - 1, 5))
                + polynomial(y, 797, -5436, 7569, -1202) / (108 * power(y - 1, 4));
        return 2 * y / 9 * bracket - 4.0 / 9 * eH(y);
    }

    static double w8yy(double y) {
        double log = Math.log(y);
        double bracket = polynomial(y, 0, 30, -17, 13) / power(y - 1, 4) * li2(y)
                - polynomial(y, 0, 31, 17) * log * log / power(y - 1, 5)
                + polynomial(y, -226, 817, 1353, 318, 42) * log / (36 * power(y - 1, 5))
                + polynomial(y, 1130, -18153, 7650, -4451) / (216 * power(y - 1, 4));
        return y / 6 * bracket - 1.0 / 6 * eH(y);
    }

    static double m7yy(double y) {
        return y
                / 27
                * (polynomial(y, 31, -13, -153, 149, -14) - polynomial(y, 0, -84, 138, 18) * Math.log(y))
                / power(y - 1, 5);
    }

    static double m8yy(double y) {
        return y
                / 36
                * (polynomial(y, 38, 223, -279, 25, -7) + polynomial(y, 0, 186, 102) * Math.log(y))
                / power(y - 1, 5);
    }

    static double w7xy(double y) {
        double log = Math.log(y);
        double bracket = polynomial(y, 12, -28, 8) / (3 * power(y - 1, 3)) * li2(y)
                + polynomial(y, -8, 14, 3) * log * log / (3 * power(y - 1, 4))
                + polynomial(y, 6, 2, -24, 4) * log / (3 * power(y - 1, 4))
                + polynomial(y, -7, 13, -2) / power(y - 1, 3);
        return 4 * y / 3 * bracket;
    }

    static double w8xy(double y) {
        double log = Math.log(y);
        double bracket = polynomial(y, 36, -25, 17) / (2 * power(y - 1, 3)) * li2(y)
                - polynomial(y, 19, 17) * log * log / power(y - 1, 4)
                + polynomial(y, 3, 187, -12, 14) * log / (4 * power(y - 1, 4))
                - 3 * polynomial(y, 143, -44, 29) / (8 * power(y - 1, 3));
        return y / 3 * bracket;
    }

    static double m7xy(double y) {
        return 2 * y / 9 * (polynomial(y, 21, -68, 55, -8) - polynomial(y, -16, 28, 6) * Math.log(y)) / power(y - 1, 4);
    }

    static double m8xy(double y) {
        return y / 6 * (polynomial(y, 81, -97, 23, -7) + polynomial(y, 38, 34) * Math.log(y)) / power(y - 1, 4);
    }

    static double t7xy(double y) {
        return 2 * y / 3 * (polynomial(y, 7, -20, 13) - polynomial(y, -4, 4, 6) * Math.log(y)) / power(y - 1, 4);
    }

    static double t8xy(double y) {
        return 2 * y * (polynomial(y, 5, -4, -1) + polynomial(y, 2, 4) * Math.log(y)) / power(y - 1, 4);
    }
}
