package thetascan.relic;

/**
 * w(s) = p_f/(8π√s) N_c S ∫ dcos θ Σ|M|², S = ½ for identical final particles: the invariant rate g₁g₂W of J. Edsjö and P. Gondolo,
 * Phys. Rev. D 56 (1997) 1879; the cross-section is w/(4 p √s g₁ g₂).
 */
final class AnnihilationRate {

    private static final int FEWEST = 3;
    private static final int MOST = 32;
    /** Nodes when a pole lies in the physical region: h decays into dark particles. */
    private static final int UNSTABLE = 16;

    private static final double AT_THRESHOLD = 1e-12;

    private final FeynmanRules rules;
    private final Amplitude amplitude;
    private final double logPrecision;

    private double factor;
    private double threshold;

    /** @param precision relative, of the integral over angles: decides on the number of nodes */
    AnnihilationRate(FeynmanRules rules, double precision) {
        this.rules = rules;
        amplitude = new Amplitude(rules);
        logPrecision = Math.log(1 / precision);
    }

    /** Takes a process, prepared for the present point. */
    void of(Process process) {
        amplitude.of(process);
        int c = process.label[2];
        int d = process.label[3];
        factor = rules.particles().colours(c) / (8 * Math.PI) * (c == d ? 0.5 : 1);
        threshold = rules.mass(c) + rules.mass(d);
    }

    /** w(s), zero below and at the threshold of the final particles. */
    double at(double s) {
        if (s <= threshold * threshold * (1 + AT_THRESHOLD)) {
            return 0;
        }
        amplitude.energy(s);
        GaussLegendre rule = GaussLegendre.of(nodes(amplitude.nearestPole()));
        double integral = 0;
        for (int k = 0; k < rule.node.length; k++) {
            integral += rule.weight[k] * amplitude.squared(rule.node[k]);
        }
        return factor * amplitude.outgoingMomentum() / Math.sqrt(s) * integral;
    }

    /** With a pole at c the error falls as ρ^-2n, ρ = c + √(c²−1); polynomials need three nodes. */
    private int nodes(double pole) {
        if (pole <= 1) {
            return UNSTABLE;
        }
        if (pole == Double.POSITIVE_INFINITY) {
            return FEWEST;
        }
        double logRho = Math.log(pole + Math.sqrt(pole * pole - 1));
        return (int) Math.min(MOST, FEWEST + Math.floor(logPrecision / (2 * logRho)));
    }
}
