package thetascan.optimiser.cma;

/**
 * The strategy constants of CMA-ES, those of the tutorial of N. Hansen (arXiv:1604.00772v2, equation numbers behind the
 * formulas) as the library cmaes has them.
 *
 * @param n       number of coordinates
 * @param lambda  candidates of a generation
 * @param mu      candidates the mean moves to
 * @param muEff   variance-effective number of those
 * @param weights recombination weights by rank, best first; negative from place mu on
 * @param cSigma  learning rate of the step-size path
 * @param dSigma  damping of the step size
 * @param cC      learning rate of the covariance path
 * @param c1      learning rate of the rank-one update
 * @param cMu     learning rate of the rank-mu update
 * @param chiN    expected length of an n-dimensional normal vector
 */
public record CmaParameters(
        int n,
        int lambda,
        int mu,
        double muEff,
        double[] weights,
        double cSigma,
        double dSigma,
        double cC,
        double c1,
        double cMu,
        double chiN) {

    /**
     * The default number of candidates (48).
     *
     * @param n number of coordinates
     * @return 4 + ⌊3 ln n⌋
     */
    public static int defaultLambda(int n) {
        return 4 + (int) (3 * StrictMath.log(n));
    }

    static CmaParameters of(int n, int lambda) {
        int mu = lambda / 2; // (48)
        double[] raw = new double[lambda];
        for (int i = 0; i < lambda; i++) raw[i] = StrictMath.log((lambda + 1) / 2.0) - StrictMath.log(i + 1); // (49)
        double muEff = effective(raw, 0, mu); // (8)
        double muEffMinus = effective(raw, mu, lambda);

        double c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff); // (57)
        double cMu = Math.min(1 - c1 - 1e-8, 2 * (muEff - 2 + 1 / muEff) / ((n + 2) * (n + 2) + muEff)); // (58)
        double positive = sum(raw, 1);
        double negative = Math.min(
                Math.min(1 + c1 / cMu, 1 + 2 * muEffMinus / (muEff + 2)), (1 - c1 - cMu) / (n * cMu)); // (50)-(52)
        double[] weights = new double[lambda];
        for (int i = 0; i < lambda; i++) {
            weights[i] = raw[i] >= 0 ? raw[i] / positive : raw[i] * negative / sum(raw, -1); // (53)
        }

        double cSigma = (muEff + 2) / (n + muEff + 5); // (55)
        double cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n); // (56)
        return new CmaParameters(
                n, lambda, mu, muEff, weights, cSigma, damping(n, muEff, cSigma), cC, c1, cMu, chiN(n));
    }

    /**
     * Those of the separable variant (R. Ros and N. Hansen, PPSN X (2008) 296) as the library cmaes has them: no negative
     * weights, and the covariance is learnt (n + 2)/3 times faster.
     */
    static CmaParameters separable(int n, int lambda) {
        int mu = lambda / 2;
        double[] weights = new double[lambda];
        for (int i = 0; i < mu; i++) weights[i] = StrictMath.log(mu + 1) - StrictMath.log(i + 1);
        double muEff = effective(weights, 0, mu);
        double total = sum(weights, 1);
        for (int i = 0; i < mu; i++) weights[i] /= total;

        double c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        double full = 2 / muEff / square(n + Math.sqrt(2))
                + (1 - 1 / muEff) * Math.min(1, (2 * muEff - 1) / ((n + 2.0) * (n + 2) + muEff));
        double cMu = Math.min(1 - c1 - 1e-8, (n + 2) / 3.0 * full);
        double cSigma = (muEff + 2) / (n + muEff + 3);
        return new CmaParameters(
                n, lambda, mu, muEff, weights, cSigma, damping(n, muEff, cSigma), 4 / (n + 4.0), c1, cMu, chiN(n));
    }

    private static double square(double value) {
        return value * value;
    }

    /** Of the step size (55). */
    private static double damping(int n, double muEff, double cSigma) {
        return 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
    }

    /** Below (54). */
    private static double chiN(int n) {
        return Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    }

    private static double effective(double[] raw, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
            squares += raw[i] * raw[i];
        }
        return sum * sum / squares;
    }

    /** Sum of the moduli of the weights of one sign. */
    private static double sum(double[] raw, int sign) {
        double sum = 0;
        for (double weight : raw) {
            if (weight * sign > 0) sum += weight * sign;
        }
        return sum;
    }

    /** Sum of all weights. */
    double weightSum() {
        double sum = 0;
        for (double weight : weights) sum += weight;
        return sum;
    }

    /**
     * Generations after which the covariance is decomposed anew: n times while it changes altogether, at the rate c1 + cμ.
     * Ten times as often is customary, but the searches of the literature take as many evaluations either way.
     */
    double decompositionInterval() {
        return 1 / ((c1 + cMu) * n);
    }
}
