package thetascan.physics;

/**
 * Functions of the oblique parameters S, T, U in models with any number of doublets and singlets. Grimus, Lavoura,
 * Ogreid, Osland, Nucl. Phys. B 801 (2008) 81, arXiv:0802.4353, appendix C. Arguments are squared masses [GeV²].
 */
public final class ObliqueFunctions {

    private ObliqueFunctions() {}

    /**
     * {@return F(x, y) = (x+y)/2 − xy/(x−y) ln(x/y), zero for x = y}
     *
     * @param x squared mass [GeV²], ≥ 0
     * @param y squared mass [GeV²], ≥ 0
     */
    public static double f(double x, double y) {
        return f(x, y, Math.log(x), Math.log(y));
    }

    /**
     * The same with ln x and ln y at hand. The series Σ d²ⁿ/((2n−1)(2n+1)) in d = (x−y)/(x+y) avoids cancellation.
     *
     * @param x squared mass [GeV²], &gt; 0
     * @param y squared mass [GeV²], &gt; 0
     * @param logX ln x
     * @param logY ln y
     * @return F(x, y) [GeV²]
     */
    public static double f(double x, double y, double logX, double logY) {
        double sum = x + y;
        double d = (x - y) / sum;
        double d2 = d * d;
        if (d2 < 0.04) {
            return sum * d2 * series(d2);
        }
        return 0.5 * sum - x * y / (x - y) * (logX - logY);
    }

    private static double series(double d2) {
        double even = 1.0 / 399;
        even = even * d2 + 1.0 / 323;
        even = even * d2 + 1.0 / 255;
        even = even * d2 + 1.0 / 195;
        even = even * d2 + 1.0 / 143;
        even = even * d2 + 1.0 / 99;
        even = even * d2 + 1.0 / 63;
        even = even * d2 + 1.0 / 35;
        even = even * d2 + 1.0 / 15;
        return even * d2 + 1.0 / 3;
    }

    /**
     * {@return G(I, J, Q)}
     *
     * @param i squared mass I of a scalar [GeV²], &gt; 0
     * @param j squared mass J of the other [GeV²], &gt; 0
     * @param q squared mass Q of the gauge boson [GeV²], &gt; 0
     */
    public static double g(double i, double j, double q) {
        return g(i, j, q, Math.log(i), Math.log(j));
    }

    /**
     * The same with ln I and ln J at hand.
     *
     * @param i squared mass I of a scalar [GeV²], &gt; 0
     * @param j squared mass J of the other [GeV²], &gt; 0
     * @param q squared mass Q of the gauge boson [GeV²], &gt; 0
     * @param logI ln I
     * @param logJ ln J
     * @return G(I, J, Q)
     */
    public static double g(double i, double j, double q, double logI, double logJ) {
        double sum = i + j;
        double difference = i - j;
        double d = difference / sum;
        double log;
        if (Math.abs(d) < 1e-4) {
            double d2 = d * d;
            double squares = i * i + j * j;
            log = 3
                    / q
                    * (2 * squares / sum * (1 + d2 / 3 + d2 * d2 / 5)
                            - 2 * sum * sum * d2 / q * (1 + d2 / 3)
                            + 2 * sum * sum * sum * d2 * d2 / (3 * q * q));
        } else {
            log = 3
                    / q
                    * ((i * i + j * j) / difference
                            - difference * sum / q
                            + difference * difference * difference / (3 * q * q))
                    * (logI - logJ);
        }
        double t = sum - q;
        double r = q * q - 2 * q * sum + difference * difference;
        return -16.0 / 3 + 5 * sum / q - 2 * difference * difference / (q * q) + log + r / (q * q * q) * logOrArc(t, r);
    }

    /**
     * {@return Ĝ(I, Q)}
     *
     * @param i squared mass I of the scalar [GeV²], &gt; 0
     * @param q squared mass Q of the gauge boson [GeV²], &gt; 0
     */
    public static double gHat(double i, double q) {
        double x = i / q;
        double log =
                Math.abs(x - 1) < 1e-7 ? -18 : (-10 + x * (18 + x * (-6 + x)) - 9 * (x + 1) / (x - 1)) * Math.log(x);
        return -79.0 / 3 + 9 * x - 2 * x * x + log + (12 - 4 * x + x * x) * logOrArc(i, i * (i - 4 * q)) / q;
    }

    /** f(t, r): √r ln|(t−√r)/(t+√r)| for r > 0, 2√−r arctan(√−r/t) for r < 0 with t > 0. */
    private static double logOrArc(double t, double r) {
        if (r > 0) {
            double root = Math.sqrt(r);
            return root * Math.log(Math.abs((t - root) / (t + root)));
        }
        double root = Math.sqrt(-r);
        return 2 * root * Math.atan2(root, t);
    }
}
