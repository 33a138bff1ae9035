package thetascan.relic;

/**
 * Ωh² of the lightest dark particle of a model, all (co)annihilations at tree level into two particles included. Write the {@link
 * FeynmanRules} of a point, then {@link #evaluate}. One thread.
 *
 * <p>W and Z may be virtual ({@link VirtualPair}). Not included: other particles below their thresholds, photons, bound states and Sommerfeld factors,
 * dark particles that are out of equilibrium with each other.
 */
public final class RelicDensity {

    /** Temperatures at which ⟨σv⟩ is computed; between them its logarithm is a cubic of ln x. */
    private static final int TABLE = 41;

    private static final int PER_CELL = FreezeOut.STEPS / (TABLE - 1);

    /** Momentum over mass; 2m moves by less than the width of h for all masses. */
    private static final double SLOW = 1e-4;
    /** (ħc)² c in GeV² cm³/s. */
    private static final double CUBIC_CENTIMETRES = 3.893793721e-28 * 2.99792458e10;

    private final FeynmanRules rules;
    private final EffectiveCrossSection effective;
    private final FreezeOut freezeOut = new FreezeOut();
    private final double[] logSigma = new double[TABLE];
    private final double[] sigma = new double[FreezeOut.STEPS + 1];
    private final double[] density = new double[FreezeOut.STEPS + 1];

    /**
     * A calculation of the usual accuracy, {@link Accuracy#STANDARD}.
     *
     * @param rules written at least once: that tells which processes there are
     */
    public RelicDensity(FeynmanRules rules) {
        this(rules, Accuracy.STANDARD);
    }

    /**
     * A calculation that leaves out what an accuracy allows.
     *
     * @param rules written at least once: that tells which processes there are
     * @param accuracy what may be left out
     */
    public RelicDensity(FeynmanRules rules, Accuracy accuracy) {
        this.rules = rules;
        effective = new EffectiveCrossSection(rules, accuracy);
    }

    /** Computes the relic density of the point that the rules describe now. */
    public void evaluate() {
        double m = lightest();
        effective.evaluate(m);
        for (int k = 0; k < TABLE; k++) {
            logSigma[k] = Math.log(Math.max(Double.MIN_NORMAL, effective.at(freezeOut.x(k * PER_CELL))));
        }
        for (int k = 0; k <= FreezeOut.STEPS; k++) {
            sigma[k] = Math.exp(interpolate(k));
            density[k] = effective.density(freezeOut.x(k));
        }
        freezeOut.solve(m, sigma, density);
    }

    private double lightest() {
        return rules.mass(lightestLabel());
    }

    private int lightestLabel() {
        int lightest = -1;
        for (int label = 0; label < rules.particles().count(); label++) {
            if (rules.particles().isDark(label) && (lightest < 0 || rules.mass(label) < rules.mass(lightest))) {
                lightest = label;
            }
        }
        return lightest;
    }

    /**
     * σv of the lightest dark particle, its own antiparticle, with itself in galaxies: at a momentum of 1e-4 m, where nothing depends on the velocity any
     * more but what vanishes with it. After {@link #evaluate}.
     *
     * @param rates [cm³/s] by {@link FinalState}, and one more: all together, other final states included
     */
    public void today(double[] rates) {
        int label = lightestLabel();
        effective.atRest(label, SLOW * rules.mass(label), rates);
        for (int k = 0; k < rates.length; k++) {
            rates[k] *= CUBIC_CENTIMETRES;
        }
    }

    /** Cubic through four neighbours. */
    private double interpolate(int step) {
        int cell = Math.min(step / PER_CELL, TABLE - 2);
        int first = Math.max(0, Math.min(cell - 1, TABLE - 4));
        double t = (double) step / PER_CELL - first;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double product = 1;
            for (int j = 0; j < 4; j++) {
                product *= i == j ? 1 : (t - j) / (i - j);
            }
            sum += product * logSigma[first + i];
        }
        return sum;
    }

    /** {@return Ωh²} */
    public double omega() {
        return freezeOut.omega;
    }

    /** {@return freeze-out: m/T where the density exceeds 2.5 times that of equilibrium} */
    public double xFreezeOut() {
        return freezeOut.xFreezeOut;
    }

    /** ⟨σv⟩ [GeV⁻²] of all dark particles together at x = m/T between 10 and 2000. */
    double sigmaV(double x) {
        return effective.at(x);
    }

    /** {@return number of channels that were taken into account} */
    public int channels() {
        return effective.channels();
    }

    /** {@return number of momenta at which the rate of a pair was computed} */
    public int momenta() {
        return effective.momenta();
    }
}
