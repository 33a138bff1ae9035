package thetascan.relic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.physics.GaussLegendre;
import thetascan.physics.Pdg2024;

/**
 * The life-time of the next-to-lightest dark particle. It decays into the lightest one and a lepton or neutrino, or two fermions of
 * the Standard Model, which W, Z, h or a virtual dark particle make, or mesons, at tree level, or a photon by loops ({@link RadiativeDecays}). Quarks are
 * made with invariant masses above 1 GeV: the sum over vector and axial currents of one and two pions is that of quarks up to there. Below there are a pion, a kaon, two pions, a
 * pion with a kaon, and three pions as an ω. Not included: other bosons than virtual ones. One thread.
 */
public final class DarkDecays {

    /** What stands for a stable particle, and for one that lives longer [s]. */
    public static final double LONGEST = 1e30;

    private static final double HBAR = 6.582119569e-25;
    /** Invariant mass of two quarks from which they are not one pion or a resonance [GeV]. */
    private static final double HADRONS = 1;

    private static final double PION_CONSTANT = 0.1302;
    private static final double CHARGED_PION = PionFormFactor.PION;
    private static final double NEUTRAL_PION = 0.13498;
    private static final double V_UD = 0.97367;
    private static final double KAON = 0.493677;
    /** f_K V_us [GeV], both of the Particle Data Group. */
    private static final double KAON_CONSTANT_V_US = 0.1557 * 0.2243;
    /** V_us of the vector current; ππ⁰ counts twice, K̄⁰π⁻ and K⁻π⁰ once and a half. */
    private static final double KAON_PION = 0.2243 * Math.sqrt(0.75);

    private static final double OMEGA = 0.78266;
    /** Γ(ω → ee) = 4πα² g²/(3m), g of the electromagnetic current [GeV]; 7.41e-5 of 8.68 MeV, Particle Data Group 2026. */
    private static final double OMEGA_CONSTANT = 137.036 * Math.sqrt(3 * OMEGA * 7.41e-5 * 8.68e-3 / (4 * Math.PI));

    private static final double PI_CUBED = Math.PI * Math.PI * Math.PI;

    private static final int NODES = 10;
    /** Of the invariant mass of two pions, across the ρ. */
    private static final int PION_NODES = 40;

    /** Of angles: with W, Z or h alone the rate is a polynomial. */
    private static final int ANGLES = 3;

    private static final int ANGLES_OF_DARK = 6;
    /** Widths from a resonance at which segments of the invariant mass end. */
    private static final double[] RESONANCE = {1, 5, 25};

    private final FeynmanRules rules;
    private final Particles particles;
    private final ProcessFinder finder;
    private final Amplitude amplitude;
    private final int[] vectors;
    /** Decays of one particle into another that is neutral. */
    private final @Nullable Modes[] modes;

    private final double[] breaks;

    /** Vertices with each label of the plasma, {@link VertexIndex#NONE} if there is none, decays into pairs of fermions and into a photon. */
    private record Modes(int[] use, Process[] pairs, RadiativeDecays photon) {}

    /**
     * Decays of a model.
     *
     * @param rules written at least once
     */
    public DarkDecays(FeynmanRules rules) {
        this.rules = rules;
        particles = rules.particles();
        finder = new ProcessFinder(rules);
        amplitude = new Amplitude(rules);
        vectors = new int[] {particles.label("Z"), particles.label("W+"), particles.label("W-")};
        modes = new Modes[particles.count() * particles.count()];
        for (int from = 0; from < particles.count(); from++) {
            for (int to = 0; to < particles.count(); to++) {
                if (isSpecies(from) && isSpecies(to) && from != to && particles.anti(to) == to) {
                    modes[from * particles.count() + to] = find(from, to);
                }
            }
        }
        breaks = new double[3 * 2 * RESONANCE.length + 2];
    }

    /** {@return the life-time [s] at the point that the rules describe now, {@value #LONGEST} at most} */
    public double lifetime() {
        int lightest = lightestBut(-1);
        int next = lightestBut(lightest);
        if (next < 0) {
            return LONGEST;
        }
        double width = width(next, lightest);
        return width > HBAR / LONGEST ? HBAR / width : LONGEST;
    }

    /** The lightest dark particle other than one and its antiparticle; −1 if there is none. */
    private int lightestBut(int other) {
        int found = -1;
        for (int label = 0; label < particles.count(); label++) {
            boolean candidate = isSpecies(label) && (other < 0 || label != other && particles.anti(label) != other);
            if (candidate && (found < 0 || rules.mass(label) < rules.mass(found))) {
                found = label;
            }
        }
        return found;
    }

    /**
     * {@return the partial width [GeV] of a dark particle into a lighter one that is its own antiparticle}
     *
     * @param from label of the one
     * @param to   label of the other
     */
    double width(int from, int to) {
        Modes of = modes[from * particles.count() + to];
        if (of == null || !(rules.mass(from) > rules.mass(to))) {
            return 0;
        }
        double sum = of.photon.width();
        for (int label = 0; label < particles.count(); label++) {
            if (of.use[label] != VertexIndex.NONE && particles.isFermion(label)) {
                sum += twoBody(from, to, label, of.use[label]);
            }
        }
        for (Process process : of.pairs) {
            if (process.prepare(rules)) {
                sum += threeBody(process);
            }
        }
        for (int vector : vectors) {
            if (of.use[vector] != VertexIndex.NONE) {
                sum += particles.charge(vector) != 0 ? byW(from, to, of.use[vector]) : byZ(from, to, of.use[vector]);
            }
        }
        return sum;
    }

    private static double squared(double re, double im) {
        return re * re + im * im;
    }

    /** Left-handed coupling squared plus right-handed one. */
    private double sum(int use) {
        int slot = use >> 2;
        return squared(rules.re(slot, 0), rules.im(slot, 0)) + squared(rules.re(slot, 1), rules.im(slot, 1));
    }

    /** Re of one times the conjugate of the other. */
    private double product(int use) {
        int slot = use >> 2;
        return rules.re(slot, 0) * rules.re(slot, 1) + rules.im(slot, 0) * rules.im(slot, 1);
    }

    /** A fermion and a scalar that are dark, and a lepton. */
    private double twoBody(int from, int to, int lepton, int use) {
        double m = rules.mass(from);
        double mTo = rules.mass(to);
        double mLepton = rules.mass(lepton);
        if (m <= mTo + mLepton) {
            return 0;
        }
        double sum = particles.isFermion(from)
                ? sum(use) * (m * m + mLepton * mLepton - mTo * mTo) + 4 * m * mLepton * product(use)
                : sum(use) * (m * m - mLepton * mLepton - mTo * mTo) - 4 * mTo * mLepton * product(use);
        return sum * Legs.momentum(m * m, mTo, mLepton) / (8 * Math.PI * m * m * particles.spin(from).states);
    }

    /** Mesons of a virtual W. */
    private double byW(int from, int to, int use) {
        double g = StandardModelFields.G / (2 * Pdg2024.MW_SQ);
        double axial = g / Math.sqrt(2);
        return meson(from, to, use, CHARGED_PION, axial * PION_CONSTANT * V_UD)
                + meson(from, to, use, KAON, axial * KAON_CONSTANT_V_US)
                + pair(from, to, use, CHARGED_PION, g * V_UD)
                + pair(from, to, use, KAON, g * KAON_PION);
    }

    /** Mesons of a virtual Z: of its vector current the isovector one is (1 − 2 sin²θ)/2, the isoscalar one −sin²θ of the electromagnetic one. */
    private double byZ(int from, int to, int use) {
        double g = StandardModelFields.GZ / Pdg2024.MZ_SQ;
        return meson(from, to, use, NEUTRAL_PION, g * PION_CONSTANT / (2 * Math.sqrt(2)))
                + pair(from, to, use, CHARGED_PION, g * (1 - 2 * StandardModelFields.SIN2) / 2)
                + omega(from, to, use, g * StandardModelFields.SIN2 * OMEGA_CONSTANT);
    }

    /** A pseudoscalar meson; k is its coupling over the squared mass of the W or Z. */
    private double meson(int from, int to, int use, double mass, double k) {
        double m = rules.mass(from);
        double mTo = rules.mass(to);
        if (m <= mTo + mass) {
            return 0;
        }
        double difference = (m - mTo) * (m + mTo);
        double sum;
        if (particles.isFermion(from)) {
            sum = sum(use) * (difference * difference - mass * mass * (m * m + mTo * mTo))
                    + 4 * m * mTo * mass * mass * product(use);
        } else {
            sum = scalarCoupling(use) * difference * difference;
        }
        return k * k * sum * Legs.momentum(m * m, mTo, mass) / (8 * Math.PI * m * m * particles.spin(from).states);
    }

    /** An ω, narrow: what |F|² β³ dq² is for two mesons is 48π² g² here. */
    private double omega(int from, int to, int use, double k) {
        double m = rules.mass(from);
        double mTo = rules.mass(to);
        if (m <= mTo + OMEGA) {
            return 0;
        }
        double momentum = Legs.momentum(m * m, mTo, OMEGA);
        return k
                * k
                * vector(from, to, use, OMEGA * OMEGA, momentum)
                * momentum
                / (8 * Math.PI * m * m * particles.spin(from).states);
    }

    /** Σ|J·ε|² of a conserved vector current with q². */
    private double vector(int from, int to, int use, double q2, double momentum) {
        double m = rules.mass(from);
        double mTo = rules.mass(to);
        double difference = (m - mTo) * (m + mTo);
        return particles.isFermion(from)
                ? sum(use) * (q2 * (m * m + mTo * mTo - 2 * q2) + difference * difference)
                        - 12 * m * mTo * q2 * product(use)
                : scalarCoupling(use) * 4 * m * m * momentum * momentum;
    }

    /**
     * A charged pion and another pion or a kaon by the vector current: dΓ = dq²/(2π) p/(4π m) Σ|J·ε|² K² |F|² q² β³/(24π)/(2 m g) of hep-ph/9902309, which
     * has it for fermions and pions. From 1 GeV on there are quarks instead.
     */
    private double pair(int from, int to, int use, double other, double k) {
        double m = rules.mass(from);
        double mTo = rules.mass(to);
        double low = CHARGED_PION + other;
        double high = Math.min(m - mTo, HADRONS);
        if (!(high > low)) {
            return 0;
        }
        boolean kaon = other == KAON;
        GaussLegendre rule = GaussLegendre.of(PION_NODES);
        double sum = 0;
        for (int i = 0; i < PION_NODES; i++) {
            double theta = (1 + rule.node[i]) * Math.PI / 2;
            double q = (low + high) / 2 - (high - low) / 2 * Math.cos(theta);
            double q2 = q * q;
            double momentum = Legs.momentum(m * m, mTo, q);
            double beta = 2 * Legs.momentum(q2, CHARGED_PION, other) / q;
            sum += rule.weight[i]
                    * Math.PI
                    / 2
                    * (high - low)
                    / 2
                    * Math.sin(theta)
                    * 2
                    * q
                    * momentum
                    * vector(from, to, use, q2, momentum)
                    * (kaon ? KaonFormFactor.squared(q2) : PionFormFactor.squared(q2))
                    * beta
                    * beta
                    * beta;
        }
        return k * k * sum / (384 * PI_CUBED * m * m) / particles.spin(from).states;
    }

    /** Squared coupling of a vector to two scalars. */
    private double scalarCoupling(int use) {
        int slot = use >> 2;
        return squared(rules.re(slot, 0), rules.im(slot, 0));
    }

    private Modes find(int from, int to) {
        int[] use = new int[particles.count()];
        List<Process> pairs = new ArrayList<>();
        for (int k = 0; k < use.length; k++) {
            boolean conserved = particles.charge(from) == particles.charge(to) + particles.charge(k);
            use[k] = conserved && !particles.isDark(k)
                    ? finder.vertex(from, particles.anti(to), particles.anti(k))
                    : VertexIndex.NONE;
            for (int l = k; l < use.length; l++) {
                if (isPlasmaFermion(k)
                        && isPlasmaFermion(l)
                        && particles.charge(from) == particles.charge(to) + particles.charge(k) + particles.charge(l)) {
                    Process process = finder.find(from, particles.anti(to), k, l, 1);
                    if (process != null) {
                        pairs.add(process);
                    }
                }
            }
        }
        return new Modes(use, pairs.toArray(Process[]::new), new RadiativeDecays(rules, finder, from, to));
    }

    /** One label of each dark particle and its antiparticle. */
    private boolean isSpecies(int label) {
        return particles.isDark(label) && particles.anti(label) >= label;
    }

    private boolean isPlasmaFermion(int label) {
        return particles.isFermion(label) && !particles.isDark(label);
    }

    /** dΓ = Σ|M|² dq²/(2π) p₂/(4π m) p₃/(4π q) dcos/2 /(2 m g), q the invariant mass of the fermions. */
    private double threeBody(Process process) {
        double m = rules.mass(process.label[0]);
        double mTo = rules.mass(process.label[1]);
        int colours = particles.colours(process.label[2]);
        double low = rules.mass(process.label[2]) + rules.mass(process.label[3]);
        if (colours > 1) {
            low = Math.max(low, HADRONS);
        }
        double high = m - mTo;
        if (!(high > low)) {
            return 0;
        }
        amplitude.of(process);
        int count = breaks(process, low, high);
        int angles = ANGLES;
        for (Process.Exchange exchange : process.exchanges) {
            angles = exchange.invariant() == Process.S ? angles : ANGLES_OF_DARK;
        }
        double sum = 0;
        for (int b = 0; b + 1 < count; b++) {
            sum += segment(m, mTo, breaks[b], breaks[b + 1], angles);
        }
        double symmetry = process.label[2] == process.label[3] ? 0.5 : 1;
        return sum * symmetry * colours / (32 * PI_CUBED * m * m) / particles.spin(process.label[0]).states;
    }

    /** ∫ dq p₂ p₃ ∫ dcos/2 Σ|M|², with q = a − b cos θ, which takes care of roots at both ends. */
    private double segment(double m, double mTo, double from, double to, int count) {
        GaussLegendre rule = GaussLegendre.of(NODES);
        GaussLegendre angles = GaussLegendre.of(count);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double theta = (1 + rule.node[i]) * Math.PI / 2;
            double q = (from + to) / 2 - (to - from) / 2 * Math.cos(theta);
            amplitude.energy(q * q);
            double squared = 0;
            for (int a = 0; a < count; a++) {
                squared += angles.weight[a] / 2 * amplitude.squared(angles.node[a]);
            }
            sum += rule.weight[i]
                    * Math.PI
                    / 2
                    * (to - from)
                    / 2
                    * Math.sin(theta)
                    * Legs.momentum(m * m, mTo, q)
                    * amplitude.outgoingMomentum()
                    * squared;
        }
        return sum;
    }

    /** Fills the ends of the segments, sorted, and says how many there are. */
    private int breaks(Process process, double low, double high) {
        int count = 0;
        breaks[count++] = low;
        for (Process.Exchange exchange : process.exchanges) {
            double width = rules.width(exchange.label());
            for (int k = 0; exchange.invariant() == Process.S && width > 0 && k < RESONANCE.length; k++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double q = rules.mass(exchange.label()) + sign * RESONANCE[k] * width;
                    if (q > low && q < high) {
                        breaks[count++] = q;
                    }
                }
            }
        }
        breaks[count++] = high;
        Arrays.sort(breaks, 0, count);
        return count;
    }
}
