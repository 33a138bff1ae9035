package thetascan.relic;

import thetascan.physics.Pdg2024;
import thetascan.relic.Particles.Kind;

/**
 * The particles of the Standard Model and their vertices: unit CKM matrix, massless left-handed neutrinos, on-shell weak mixing angle, g
 * = 2m_W/v, e = g s_W, so that amplitudes are unitary at tree level. Without the self-interactions that no annihilation of dark
 * particles needs.
 */
public final class StandardModelFields {

    /** Vacuum expectation value v [GeV]. */
    public static final double V = Pdg2024.VEV;
    /** sin² θ_W. */
    public static final double SIN2 = Pdg2024.SIN2_THETA_W;
    /** cos θ_W. */
    public static final double COS = Pdg2024.MW / Pdg2024.MZ;
    /** sin θ_W. */
    public static final double SIN = Math.sqrt(SIN2);
    /** Coupling g of SU(2). */
    public static final double G = 2 * Pdg2024.MW / V;
    /** Charge e of the positron. */
    public static final double E = G * SIN;
    /** g/cos θ_W. */
    public static final double GZ = G / COS;

    static final double STRANGE = 0.0935;
    private static final double UP = 0.00216;
    private static final double DOWN = 0.00470;
    private static final double GAMMA_W = 2.085;
    private static final double GAMMA_TOP = 1.42;

    private static final String[] LEPTONS = {"e", "m", "l"};
    private static final String[] UPS = {"u", "c", "t"};
    private static final String[] DOWNS = {"d", "s", "b"};

    /** Label of γ. */
    public final int photon;
    /** Label of Z. */
    public final int z;
    /** Label of W⁺. */
    public final int wPlus;
    /** Label of W⁻. */
    public final int wMinus;
    /** Label of h. */
    public final int higgs;
    /** One particle for all eight gluons, which only h makes. */
    private final int gluon;

    /** e⁻, μ⁻, τ⁻; their antiparticles by {@link Particles#anti}. */
    public final int[] lepton = new int[3];
    /** ν_e, ν_μ, ν_τ. */
    public final int[] neutrino = new int[3];

    private final int[] up = new int[3];
    private final int[] down = new int[3];
    private final Particles particles;

    /**
     * Adds the particles.
     *
     * @param particles of the model, which has none of these yet
     */
    public StandardModelFields(Particles particles) {
        this.particles = particles;
        photon = particles.add("A", Spin.VECTOR, Kind.PLASMA);
        z = particles.add("Z", Spin.VECTOR, Kind.PLASMA);
        wPlus = particles.add("W+", "W-", Spin.VECTOR, Kind.PLASMA, 3, 1);
        wMinus = particles.anti(wPlus);
        higgs = particles.add("h", Spin.SCALAR, Kind.PLASMA);
        gluon = particles.add("g", Spin.VECTOR, Kind.PLASMA);
        for (int k = 0; k < 3; k++) {
            String name = LEPTONS[k];
            lepton[k] = particles.add(name + "-", name + "+", Spin.FERMION, Kind.PLASMA, -3, 1);
            neutrino[k] = particles.add("n" + name, "N" + name, Spin.FERMION, Kind.PLASMA, 0, 1);
            up[k] = particles.add(UPS[k], UPS[k].toUpperCase(java.util.Locale.ROOT), Spin.FERMION, Kind.PLASMA, 2, 3);
            down[k] = particles.add(
                    DOWNS[k], DOWNS[k].toUpperCase(java.util.Locale.ROOT), Spin.FERMION, Kind.PLASMA, -1, 3);
        }
    }

    /**
     * Writes masses, widths and vertices.
     *
     * @param rules receives them
     * @param inputs what depends on the scale of the annihilation
     */
    public void write(FeynmanRules rules, StandardModelInputs inputs) {
        rules.mass(photon, 0, 0);
        rules.mass(z, Pdg2024.MZ, Pdg2024.GAMMA_Z);
        rules.mass(wPlus, Pdg2024.MW, GAMMA_W);
        rules.mass(higgs, Pdg2024.MH, inputs.higgsWidth);
        generation(rules, 0, inputs.electron, UP, UP, DOWN);
        generation(rules, 1, Pdg2024.M_MU, inputs.charm, inputs.charm, STRANGE);
        generation(rules, 2, Pdg2024.M_TAU, Pdg2024.MT, inputs.topYukawa, inputs.bottom);
        rules.svv(higgs, wPlus, wMinus, 2 * Pdg2024.MW_SQ / V);
        rules.svv(higgs, z, z, 2 * Pdg2024.MZ_SQ / V);
        rules.mass(gluon, 0, 0);
        rules.svv(higgs, gluon, gluon, inputs.gluons);
        rules.sss(higgs, higgs, higgs, -3 * Pdg2024.MH_SQ / V);
        rules.vvv(wPlus, wMinus, photon, -E);
        rules.vvv(wPlus, wMinus, z, -G * COS);
    }

    private void generation(FeynmanRules rules, int k, double mLepton, double mUp, double upYukawa, double mDown) {
        rules.mass(neutrino[k], 0, 0);
        rules.mass(lepton[k], mLepton, 0);
        rules.mass(up[k], mUp, k == 2 ? GAMMA_TOP : 0);
        rules.mass(down[k], mDown, 0);
        neutral(rules, lepton[k], -0.5, -1, mLepton);
        neutral(rules, up[k], 0.5, 2.0 / 3, upYukawa);
        neutral(rules, down[k], -0.5, -1.0 / 3, mDown);
        rules.ffv(particles.anti(neutrino[k]), neutrino[k], z, GZ / 2, 0, 0, 0);
        charged(rules, neutrino[k], lepton[k]);
        charged(rules, up[k], down[k]);
    }

    private void neutral(FeynmanRules rules, int fermion, double isospin, double charge, double mass) {
        int anti = particles.anti(fermion);
        rules.ffv(anti, fermion, photon, E * charge, 0, E * charge, 0);
        rules.ffv(anti, fermion, z, GZ * (isospin - charge * SIN2), 0, -GZ * charge * SIN2, 0);
        rules.ffs(anti, fermion, higgs, -mass / V, 0, -mass / V, 0);
    }

    private void charged(FeynmanRules rules, int upper, int lower) {
        rules.ffv(particles.anti(upper), lower, wPlus, G / Math.sqrt(2), 0, 0, 0);
        rules.ffv(particles.anti(lower), upper, wMinus, G / Math.sqrt(2), 0, 0, 0);
    }
}
