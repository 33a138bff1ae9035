package thetascan.relic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.physics.GaussLegendre;

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

    /** None to begin with. */
    private Process process = new Process(Process.Shape.BOSONS, new int[4], 0, List.of(), List.of());

    private double factor;
    private double threshold;

    /** @param precision relative, of the integral over angles: decides on the number of nodes */
    AnnihilationRate(FeynmanRules rules, double precision) {
        this.rules = rules;
        amplitude = new Amplitude(rules);
        logPrecision = Math.log(1 / precision);
    }

    /** Takes a process, prepared for the present point. */
    void of(Process next) {
        process = next;
        amplitude.of(next);
        int c = next.label[2];
        int d = next.label[3];
        factor = rules.particles().colours(c) / (8 * Math.PI) * (c == d ? 0.5 : 1);
        threshold = rules.mass(c) + rules.mass(d);
    }

    /** w(s), zero below and at the threshold of the final particles if they are not virtual. */
    double at(double s) {
        @Nullable VirtualPair virtual = process.virtual;
        if (virtual != null && virtual.covers(s)) {
            return virtual.at(s, this);
        }
        if (s <= threshold * threshold * (1 + AT_THRESHOLD)) {
            return 0;
        }
        return twoBody(s);
    }

    /** w(s) for other masses of the final particles and m² × propagator of a scalar resonance; zero below threshold. {@link #again} ends it. */
    double virtual(double s, double mass3, double mass4, double resonance) {
        if (mass3 + mass4 >= Math.sqrt(s)) {
            return 0;
        }
        amplitude.virtual(mass3, mass4, resonance);
        return twoBody(s);
    }

    /** Ends a look at other masses. */
    void again() {
        amplitude.of(process);
    }

    /** Re of m² × propagator of the scalar resonance. */
    double resonanceRe(double s) {
        int label = amplitude.resonance();
        if (label < 0) {
            return 0;
        }
        double m = rules.mass(label);
        double off = s - m * m;
        double damping = m * rules.width(label);
        return m * m * off / (off * off + damping * damping);
    }

    /** Its squared modulus. */
    double resonanceSq(double s) {
        int label = amplitude.resonance();
        if (label < 0) {
            return 0;
        }
        double m = rules.mass(label);
        double off = s - m * m;
        double damping = m * rules.width(label);
        return m * m * m * m / (off * off + damping * damping);
    }

    private double twoBody(double s) {
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
