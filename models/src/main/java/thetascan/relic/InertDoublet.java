package thetascan.relic;

import static thetascan.relic.StandardModelFields.COS;
import static thetascan.relic.StandardModelFields.E;
import static thetascan.relic.StandardModelFields.G;
import static thetascan.relic.StandardModelFields.GZ;
import static thetascan.relic.StandardModelFields.SIN2;

import thetascan.relic.Particles.Kind;

/**
 * A dark scalar doublet η = (η⁺, (η_R + iA)/√2) of hypercharge ½ and its gauge vertices. Its CP-even part may be mixed with singlets:
 * η_R = Σ_a w_a φ_a.
 */
public final class InertDoublet {

    /** η⁺; the other charge by {@link Particles#anti}. */
    public final int plus;

    /** η⁻. */
    public final int minus;
    /** The CP-odd scalar. */
    public final int odd;
    /** CP-even scalars φ_a. */
    public final int[] even;

    private final StandardModelFields sm;

    /**
     * Adds the particles.
     *
     * @param particles of the model
     * @param sm of the same particles
     * @param names of the CP-even scalars
     */
    public InertDoublet(Particles particles, StandardModelFields sm, String... names) {
        this.sm = sm;
        plus = particles.add("H+", "H-", Spin.SCALAR, Kind.DARK, 3, 1);
        minus = particles.anti(plus);
        odd = particles.add("AI", Spin.SCALAR, Kind.DARK);
        even = new int[names.length];
        for (int a = 0; a < names.length; a++) {
            even[a] = particles.add(names[a], Spin.SCALAR, Kind.DARK);
        }
    }

    /**
     * Writes the gauge vertices; masses are the model's.
     *
     * @param rules receives the vertices
     * @param weight w_a of each CP-even scalar, every {@code stride}-th from {@code first}
     * @param first position of the first weight
     * @param stride distance of the weights
     */
    public void writeGauge(FeynmanRules rules, double[] weight, int first, int stride) {
        double z1 = GZ * (0.5 - SIN2);
        double z2 = z1 - GZ / 2;
        rules.ssv(plus, minus, sm.photon, E, 0);
        rules.ssv(plus, minus, sm.z, z1, 0);
        rules.ssvv(plus, minus, sm.photon, sm.photon, 2 * E * E, 0);
        rules.ssvv(plus, minus, sm.photon, sm.z, 2 * E * z1, 0);
        rules.ssvv(plus, minus, sm.z, sm.z, 2 * z1 * z1, 0);
        rules.ssvv(plus, minus, sm.wPlus, sm.wMinus, G * G / 2, 0);
        charged(rules, odd, 0, 1, z2);
        seagulls(rules, odd, odd, 1);
        for (int a = 0; a < even.length; a++) {
            double w = weight[first + a * stride];
            rules.ssv(even[a], odd, sm.z, 0, GZ / 2 * w);
            charged(rules, even[a], w, 0, z2);
            for (int b = a; b < even.length; b++) {
                seagulls(rules, even[a], even[b], w * weight[first + b * stride]);
            }
        }
    }

    /** A neutral component with coefficient k = re + i im of η⁰. */
    private void charged(FeynmanRules rules, int neutral, double re, double im, double z2) {
        rules.ssv(neutral, minus, sm.wPlus, G / 2 * re, G / 2 * im);
        rules.ssv(plus, neutral, sm.wMinus, G / 2 * re, -G / 2 * im);
        rules.ssvv(minus, neutral, sm.wPlus, sm.photon, G * E / 2 * re, G * E / 2 * im);
        rules.ssvv(plus, neutral, sm.wMinus, sm.photon, G * E / 2 * re, -G * E / 2 * im);
        rules.ssvv(minus, neutral, sm.wPlus, sm.z, G / 2 * z2 * re, G / 2 * z2 * im);
        rules.ssvv(plus, neutral, sm.wMinus, sm.z, G / 2 * z2 * re, -G / 2 * z2 * im);
    }

    private void seagulls(FeynmanRules rules, int a, int b, double weight) {
        rules.ssvv(a, b, sm.z, sm.z, G * G / (2 * COS * COS) * weight, 0);
        rules.ssvv(a, b, sm.wPlus, sm.wMinus, G * G / 2 * weight, 0);
    }
}
