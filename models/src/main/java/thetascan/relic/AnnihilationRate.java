package thetascan.relic;

/**
 * w(s) = p_f/(8π√s) N_c S ∫ dcos θ Σ|M|², S = ½ for identical final particles: the invariant rate g₁g₂W of J. Edsjö and P. Gondolo,
 * Phys. Rev. D 56 (1997) 1879; the cross-section is w/(4 p √s g₁ g₂).
 */
final class AnnihilationRate {

    private static final int FEWEST = 3;
    private static final int MOST = 32;
    /** Nodes when a pole lies in the physical region: unstable coannihilating particles. */
    private static final int UNSTABLE = 16;

    private final FeynmanRules rules;
    private final Amplitude amplitude;
    private final double logPrecision;

    /** @param precision relative, of the integral over angles: decides on the number of nodes */
    AnnihilationRate(FeynmanRules rules, Process any, double precision) {
        this.rules = rules;
        amplitude = new Amplitude(rules, any);
        logPrecision = Math.log(1 / precision);
    }

    /** Takes a process, prepared for the present point. */
    void of(Process process) {
        amplitude.of(process);
        factor = rules.particles().colours(process.label[2]) / (8 * Math.PI);
        if (process.label[2] == process.label[3]) {
            factor /= 2;
        }
        sum = rules.mass(process.label[2]) + rules.mass(process.label[3]);
    }

    private double factor;
    private double sum;

    /** w(s), zero below and at the threshold of the final particles. */
    double at(double s) {
        if (s <= sum * sum * (1 + 1e-12)) {
            return 0;
        }
        amplitude.energy(s);
        GaussLegendre rule = GaussLegendre.of(nodes(amplitude.nearestPole()));
        double integral = 0;
        for (int k = 0; k < rule.node.length; k++) {
            integral += rule.weight[k] * amplitude.squared(rule.node[k]);
        }
        return factor * amplitude.legs().out / Math.sqrt(s) * integral;
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
