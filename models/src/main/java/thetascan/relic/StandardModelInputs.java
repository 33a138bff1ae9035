package thetascan.relic;

import thetascan.physics.Complex;
import thetascan.physics.LoopFunctions;
import thetascan.physics.Pdg2024;

/**
 * Masses [GeV] of the Standard Model that depend on the scale of the annihilation. Quark masses are those that reproduce the
 * QCD-corrected widths of h at the scale. Mutable and reused.
 */
public final class StandardModelInputs {

    private static final double LIGHT_FLAVOURS = 5;
    private static final double BOTTOM_POLE = 4.8;

    /** Of the electron: kinematics and Yukawa coupling. */
    public double electron = Pdg2024.M_E;
    /** Effective mass of the charm quark, kinematics and Yukawa coupling. */
    public double charm = Pdg2024.MC;

    /** Effective mass of the bottom quark, kinematics and Yukawa coupling. */
    public double bottom = Pdg2024.MB;
    /** Mass in the Yukawa coupling of the top quark; the pole mass in the kinematics. */
    public double topYukawa = Pdg2024.MT;

    /** Total width of h: in an s-channel it is consistent only if it is the sum of the partial widths at tree level. */
    public double higgsWidth = Pdg2024.GAMMA_H;

    /** Effective coupling of h to two gluons: Γ = g²/(16π m) reproduces the width at the scale, next-to-leading order. */
    double gluons;

    /** Γ(h → WW*, ZZ*) of the Standard Model. Reference: LHC Higgs Cross Section Working Group, CERN-2017-002, arXiv:1610.07922. */
    private static final double VIRTUAL_VECTORS = 0.98e-3;
    /** From this share of m_h on twice the mass of the dark matter is near enough for annihilation on the resonance. */
    private static final double NEAR = 0.65;

    private final boolean virtual;
    private final RunningQuarks running = new RunningQuarks();

    /** With gluons and virtual W and Z. */
    public StandardModelInputs() {
        this(true);
    }

    /** @param virtual false: two final particles on their mass shells, at tree level */
    public StandardModelInputs(boolean virtual) {
        this.virtual = virtual;
    }

    /**
     * Quark masses at a scale, and the width of h with them.
     *
     * @param scale     twice the mass of the dark matter [GeV]
     * @param invisible width of h into dark particles [GeV]
     */
    public void at(double scale, double invisible) {
        double q = Math.max(scale, Pdg2024.MB);
        charm = effective(Pdg2024.MC, q);
        bottom = effective(Pdg2024.MB, q);
        double a = running.alphaS(Pdg2024.MT) / Math.PI;
        double topAtTop = Pdg2024.MT * (1 - 4.0 / 3 * a - 9.1 * a * a);
        topYukawa = scale > Pdg2024.MT ? running.mass(topAtTop, Pdg2024.MT, scale) : topAtTop;
        higgsWidth = invisible
                + 3 * higgsTo(bottom)
                + 3 * higgsTo(charm)
                + 3 * higgsTo(StandardModelFields.STRANGE)
                + higgsTo(Pdg2024.M_TAU)
                + higgsTo(Pdg2024.M_MU);
        if (virtual) {
            double resonant = scale < Pdg2024.MH && scale > NEAR * Pdg2024.MH ? Pdg2024.MH : scale;
            gluons = Math.sqrt(16 * Math.PI * resonant * gluonWidth(resonant));
            higgsWidth += gluonWidth(Pdg2024.MH) + VIRTUAL_VECTORS;
        }
    }

    /** Γ(h → gg) of a Higgs boson of mass Q, next-to-leading order: A. Djouadi, hep-ph/0503172, eq. (2.61) ff. */
    private double gluonWidth(double q) {
        Complex top = LoopFunctions.fermionEven(q * q / (4 * Pdg2024.MT * Pdg2024.MT));
        Complex bottomLoop = LoopFunctions.fermionEven(q * q / (4 * BOTTOM_POLE * BOTTOM_POLE));
        double re = 0.75 * (top.re() + bottomLoop.re());
        double im = 0.75 * (top.im() + bottomLoop.im());
        double a = running.alphaS(q);
        double v = Pdg2024.VEV;
        return a
                * a
                * q
                * q
                * q
                / (72 * Math.PI * Math.PI * Math.PI * v * v)
                * (re * re + im * im)
                * (1 + (95.0 / 4 - 35.0 / 6) * a / Math.PI);
    }

    /** m(Q) √(1 + 5.67 a + (35.94 − 1.36 n_f) a²), a = α_s(Q)/π: A. Djouadi, hep-ph/0503172, eq. (2.11). */
    private double effective(double mass, double q) {
        double a = running.alphaS(q) / Math.PI;
        return running.mass(mass, mass, q) * Math.sqrt(1 + 5.67 * a + (35.94 - 1.36 * LIGHT_FLAVOURS) * a * a);
    }

    private static double higgsTo(double mass) {
        double beta = Math.sqrt(1 - 4 * mass * mass / Pdg2024.MH_SQ);
        double v = Pdg2024.VEV;
        return mass * mass * Pdg2024.MH / (8 * Math.PI * v * v) * beta * beta * beta;
    }
}
