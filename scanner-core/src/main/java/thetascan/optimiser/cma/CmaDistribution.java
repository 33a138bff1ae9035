package thetascan.optimiser.cma;

import java.util.Arrays;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What the distributions of CMA-ES have in common, whatever the form of their covariance: mean, step size and evolution
 * paths. N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772v2 (equation numbers behind the formulas).
 */
abstract class CmaDistribution implements SearchDistribution {

    private static final double LARGEST_LOG_STEP = 1;

    final CmaParameters constants;
    final int n;
    final double[] mean;
    double sigma;
    final double[] sigmaPath;
    final double[] covariancePath;
    long updates;

    /** Candidates told last, (x - m) / σ, lambda × n. */
    final double[] steps;

    private final double[] meanStep;
    private final double[] whitened;

    CmaDistribution(CmaParameters constants, double[] mean, double sigma) {
        this.constants = constants;
        this.sigma = sigma;
        n = constants.n();
        this.mean = mean.clone();
        sigmaPath = new double[n];
        covariancePath = new double[n];
        steps = new double[constants.lambda() * n];
        meanStep = new double[n];
        whitened = new double[n];
    }

    /** whitened = C^(-1/2) v, with C as it was sampled. */
    abstract void whiten(double[] v, double[] whitened);

    /**
     * Covariance matrix adaptation (46), (47).
     *
     * @param decay   factor of the old covariance
     * @param ranked  rows of {@link #steps}, best first
     * @param parents how many of them count as good
     * @param share   sum of the weights of those
     */
    abstract void adaptCovariance(double decay, int[] ranked, int parents, double share);

    @Override
    public void update(double[] x, int[] ranked, int usable) {
        double[] weights = constants.weights();
        int parents = Math.min(constants.mu(), usable);
        double share = 0;
        for (int k = 0; k < parents; k++) share += weights[k];

        for (int row = 0; row < steps.length; row += n) {
            for (int i = 0; i < n; i++) steps[row + i] = (x[row + i] - mean[i]) / sigma;
        }
        Arrays.fill(meanStep, 0);
        for (int k = 0; k < parents; k++) {
            double weight = weights[k] / share;
            for (int i = 0; i < n; i++) meanStep[i] += weight * steps[ranked[k] * n + i]; // (41)
        }
        for (int i = 0; i < n; i++) mean[i] += sigma * meanStep[i]; // (42)
        boolean stalled = adaptStep();
        adaptPath(stalled);
        double cC = constants.cC();
        double lost = stalled ? constants.c1() * cC * (2 - cC) : 0;
        double decay = 1 + lost - constants.c1() - constants.cMu() * constants.weightSum();
        adaptCovariance(decay, ranked, parents, share);
        updates++;
    }

    /** Step-size control (43), (44); true if the step-size path is long, so that the covariance path shall rest. */
    private boolean adaptStep() {
        whiten(meanStep, whitened);
        double cSigma = constants.cSigma();
        double rate = Math.sqrt(cSigma * (2 - cSigma) * constants.muEff());
        double square = 0;
        for (int i = 0; i < n; i++) {
            sigmaPath[i] = (1 - cSigma) * sigmaPath[i] + rate * whitened[i]; // (43)
            square += sigmaPath[i] * sigmaPath[i];
        }
        double length = Math.sqrt(square);
        double logStep = cSigma / constants.dSigma() * (length / constants.chiN() - 1);
        sigma *= StrictMath.exp(Math.min(LARGEST_LOG_STEP, logStep)); // (44)
        double settled = Math.sqrt(1 - StrictMath.pow(1 - cSigma, 2.0 * (updates + 1)));
        return !(length / settled < (1.4 + 2 / (n + 1.0)) * constants.chiN()); // below (45)
    }

    private void adaptPath(boolean stalled) {
        double cC = constants.cC();
        double rate = stalled ? 0 : Math.sqrt(cC * (2 - cC) * constants.muEff());
        for (int i = 0; i < n; i++) covariancePath[i] = (1 - cC) * covariancePath[i] + rate * meanStep[i]; // (45)
    }

    @Override
    public double sigma() {
        return sigma;
    }

    @Override
    public double mean(int i) {
        return mean[i];
    }

    @Override
    public double path(int i) {
        return covariancePath[i];
    }

    static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) return false;
        }
        return true;
    }

    @Override
    public void save(StateOutput out) {
        out.put("mean", mean).put("sigma", sigma);
        out.put("sigmaPath", sigmaPath).put("covariancePath", covariancePath).put("updates", updates);
    }

    @Override
    public void restore(StateInput in) {
        restore(in, "mean", mean);
        sigma = in.getDouble("sigma");
        restore(in, "sigmaPath", sigmaPath);
        restore(in, "covariancePath", covariancePath);
        updates = in.getLong("updates");
    }

    static void restore(StateInput in, String name, double[] target) {
        double[] saved = in.getDoubles(name);
        if (saved.length != target.length) {
            throw new IllegalArgumentException(
                    "state field '" + name + "': " + saved.length + " numbers, must be " + target.length);
        }
        System.arraycopy(saved, 0, target, 0, saved.length);
    }
}
