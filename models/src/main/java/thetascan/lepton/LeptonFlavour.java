package thetascan.lepton;

import static thetascan.lepton.FourLepton.scalar;
import static thetascan.lepton.FourLepton.tensor;
import static thetascan.lepton.FourLepton.vector;
import static thetascan.lepton.PhotonVertex.LEPTON_MASS;
import static thetascan.physics.Pdg2024.ALPHA;
import static thetascan.physics.Pdg2024.FERMI_CONSTANT;
import static thetascan.physics.Pdg2024.GAMMA_MU;
import static thetascan.physics.Pdg2024.GAMMA_TAU;
import static thetascan.physics.Pdg2024.GAMMA_Z;
import static thetascan.physics.Pdg2024.HBAR_C;
import static thetascan.physics.Pdg2024.MZ;
import static thetascan.physics.Pdg2024.MZ_SQ;
import static thetascan.physics.Pdg2024.SIN2_THETA_W;

import java.util.Arrays;
import thetascan.physics.ComplexMatrix;

/**
 * Rates and moments of charged leptons from one-loop amplitudes. Dipole, penguin and box operators and the three-body rates:
 * J. Hisano et al., Phys. Rev. D 53 (1996) 2442, hep-ph/9510309; E. Arganda, M. J. Herrero, Phys. Rev. D 73 (2006) 055003,
 * hep-ph/0510405; T. Toma, A. Vicente, JHEP 01 (2014) 160, arXiv:1312.2840. μ-e conversion: Y. Kuno, Y. Okada, Rev. Mod. Phys.
 * 73 (2001) 151, hep-ph/9909265; E. Arganda, M. J. Herrero, A. M. Teixeira, JHEP 10 (2007) 104, arXiv:0707.2955. τ → lP: E.
 * Arganda, M. J. Herrero, J. Portoles, JHEP 06 (2008) 079, arXiv:0803.2039. Caller-owned and reused.
 */
public final class LeptonFlavour {

    private static final double Z_FERMI = 4 * Math.sqrt(2) * FERMI_CONSTANT;
    private static final double[] LEPTON_CHARGE = {-0.5 + SIN2_THETA_W, SIN2_THETA_W};
    private static final double[] WIDTH = {GAMMA_MU, GAMMA_TAU, GAMMA_TAU};

    /** Three-body modes: box without exchange and, where β ≠ γ, the box with the exchange. */
    private static final int[] DIRECT = {0, 1, 2, 3, 5, 7, 8};

    private static final int[] EXCHANGED = {-1, -1, -1, 4, 6, -1, -1};

    /** ½ (g_L + g_R) of the Z, and charge, for u and d quarks. */
    private static final double[] QUARK_VECTOR = {0.25 - 2 * SIN2_THETA_W / 3, -0.25 + SIN2_THETA_W / 3};

    private static final double[] QUARK_CHARGE = {2.0 / 3, -1.0 / 3};

    private static final Nucleus[] NUCLEI = Nucleus.values();
    private static final Meson[] MESONS = Meson.values();

    private FlavourConvention convention = FlavourConvention.PHYSICAL;

    /** BR of μ → eγ, τ → eγ, τ → μγ. */
    public final double[] radiative = new double[3];
    /** Δa of e, μ, τ. */
    public final double[] anomalousMoment = new double[3];
    /** d/e of e, μ, τ [cm], with sign. */
    public final double[] electricMoment = new double[3];
    /** BR of μ → eeē, τ → eeē, τ → μμμ̄, τ⁻ → e⁻μ⁻μ⁺, τ⁻ → μ⁻e⁻e⁺, τ⁻ → μ⁻μ⁻e⁺, τ⁻ → e⁻e⁻μ⁺. */
    public final double[] threeBody = new double[7];
    /** Conversion rate over capture rate in Al, Ti, Sr, Sb, Au, Pb. */
    public final double[] conversion = new double[NUCLEI.length];
    /** The same in the convention {@link FlavourConvention#FLAVORKIT}, whatever was chosen. */
    public final double[] conversionFlavorKit = new double[NUCLEI.length];
    /** BR of τ → eπ⁰, eη, eη', μπ⁰, μη, μη'. */
    public final double[] meson = new double[6];
    /** BR of Z → eμ, eτ, μτ. */
    public final double[] zDecay = new double[3];

    private final double[] cRe = new double[FourLepton.COUNT];
    private final double[] cIm = new double[FourLepton.COUNT];
    private final double[] k1Re = new double[2];
    private final double[] k1Im = new double[2];

    /**
     * Sets the convention of the next evaluations.
     *
     * @param choice of signs and couplings
     */
    public void convention(FlavourConvention choice) {
        convention = choice;
    }

    /** Real part of the coefficient of a four-lepton operator [GeV⁻²] of the mode {@link #coefficients} was asked for last. */
    double coefficientRe(int operator) {
        return cRe[operator];
    }

    /** Imaginary part of the same. */
    double coefficientIm(int operator) {
        return cIm[operator];
    }

    /**
     * Computes everything from the amplitudes of a point and fills the fields.
     *
     * @param a sum over all sectors of the model
     */
    public void evaluate(LeptonAmplitudes a) {
        for (int transition = 0; transition < 3; transition++) {
            double m = LEPTON_MASS[LeptonAmplitudes.TRANSITIONS[transition][0]];
            double k2 = a.k2.squared(0, transition) + a.k2.squared(1, transition);
            radiative[transition] = ALPHA / 4 * m * m * m * m * m * k2 / WIDTH[transition];
            double v = a.vZ.squared(0, transition) + a.vZ.squared(1, transition);
            double s = a.sZ.squared(0, transition) + a.sZ.squared(1, transition);
            double coupling = 8 * FERMI_CONSTANT * MZ_SQ / Math.sqrt(2);
            // both charge states have the same rate: V(βα) = V*(αβ), S_L(βα) = S*_R(αβ)
            zDecay[transition] =
                    convention.chargeStates * 2 * (coupling * MZ / (24 * Math.PI * GAMMA_Z)) * (v + MZ_SQ / 2 * s);
        }
        for (int l = 0; l < 3; l++) {
            double m = LEPTON_MASS[l];
            anomalousMoment[l] = -2 * m * m * a.moment.re[l];
            electricMoment[l] = m * a.moment.im[l] * HBAR_C;
        }
        for (int mode = 0; mode < 7; mode++) {
            coefficients(mode, a);
            threeBody[mode] = threeBodyRate(mode, a.k2);
        }
        conversions(a, convention, conversion);
        conversions(a, FlavourConvention.FLAVORKIT, conversionFlavorKit);
        mesons(a.v0);
    }

    private void chargeRadius(LeptonAmplitudes a, int transition, FlavourConvention signs) {
        for (int x = 0; x < 2; x++) {
            k1Re[x] = a.k1Fermion.re(x, transition) + signs.scalarRadiusSign * a.k1Scalar.re(x, transition);
            k1Im[x] = a.k1Fermion.im(x, transition) + signs.scalarRadiusSign * a.k1Scalar.im(x, transition);
        }
    }

    private static int transition(int mode) {
        int[] flavours = LeptonAmplitudes.BOXES[DIRECT[mode]];
        return flavours[0] == 1 ? 0 : 1 + flavours[1];
    }

    /** True if the last antilepton has the flavour of one of the leptons beside l_β: then penguins contribute. */
    private static boolean hasPenguins(int mode) {
        return mode < 5;
    }

    /** Coefficients of the four-lepton operators of a mode: boxes, their exchange by Fierz identities, penguins. */
    void coefficients(int mode, LeptonAmplitudes a) {
        Arrays.fill(cRe, 0);
        Arrays.fill(cIm, 0);
        fierz(a.boxes, DIRECT[mode], EXCHANGED[mode]);
        if (!hasPenguins(mode)) {
            return;
        }
        int transition = transition(mode);
        chargeRadius(a, transition, convention);
        double e2 = 4 * Math.PI * convention.alpha;
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                double z = Z_FERMI * LEPTON_CHARGE[y];
                cRe[vector(x, y)] += e2 * k1Re[x] - z * a.v0.re(x, transition);
                cIm[vector(x, y)] += e2 * k1Im[x] - z * a.v0.im(x, transition);
            }
        }
    }

    private void fierz(ComplexMatrix boxes, int direct, int exchanged) {
        for (int k = 0; k < FourLepton.COUNT; k++) {
            cRe[k] = convention.boxRe * boxes.re(direct, k);
            cIm[k] = convention.boxIm * boxes.im(direct, k);
        }
        if (exchanged < 0) {
            return;
        }
        for (int x = 0; x < 2; x++) {
            int y = 1 - x;
            exchange(boxes, exchanged, vector(x, x), vector(x, x), 1);
            exchange(boxes, exchanged, scalar(x, x), scalar(x, x), -0.5);
            exchange(boxes, exchanged, tensor(x), scalar(x, x), -6);
            exchange(boxes, exchanged, scalar(x, x), tensor(x), -0.125);
            exchange(boxes, exchanged, tensor(x), tensor(x), 0.5);
            exchange(boxes, exchanged, vector(x, y), scalar(x, y), -2);
            exchange(boxes, exchanged, scalar(x, y), vector(x, y), -0.5);
        }
    }

    private void exchange(ComplexMatrix boxes, int box, int from, int to, double factor) {
        cRe[to] += convention.boxRe * factor * boxes.re(box, from);
        cIm[to] += convention.boxIm * factor * boxes.im(box, from);
    }

    private double threeBodyRate(int mode, ComplexMatrix k2) {
        int[] flavours = LeptonAmplitudes.BOXES[DIRECT[mode]];
        double m = LEPTON_MASS[flavours[0]];
        double width = flavours[0] == 1 ? GAMMA_MU : GAMMA_TAU;
        double prefactor = m * m * m * m * m / (512 * Math.PI * Math.PI * Math.PI * width);
        int transition = transition(mode);
        if (!hasPenguins(mode)) {
            return prefactor * identicalContact();
        }
        double logMass = Math.log(m / LEPTON_MASS[flavours[2]]);
        double e2 = 4 * Math.PI * convention.alpha;
        double dipole = k2.squared(0, transition) + k2.squared(1, transition);
        if (EXCHANGED[mode] < 0) {
            return prefactor
                    * (e2 * e2 * dipole * (16 * logMass - 22) / 3
                            + identicalContact()
                            + e2 * identicalInterference(k2, transition));
        }
        return prefactor
                * (e2 * e2 * dipole * (16.0 / 3 * logMass - 8)
                        + distinctContact()
                        + e2 * distinctInterference(k2, transition));
    }

    private double squared(int k) {
        return cRe[k] * cRe[k] + cIm[k] * cIm[k];
    }

    private double squaredDifference(int k, int l, double factor) {
        double re = cRe[k] - factor * cRe[l];
        double im = cIm[k] - factor * cIm[l];
        return re * re + im * im;
    }

    private double identicalContact() {
        double sum = 0;
        for (int x = 0; x < 2; x++) {
            int y = 1 - x;
            sum += 2 * squared(vector(x, x)) / 3
                    + squaredDifference(vector(x, y), scalar(x, y), 0.5) / 3
                    + squaredDifference(scalar(x, x), tensor(x), 12) / 24;
        }
        return sum;
    }

    private double distinctContact() {
        double sum = 0;
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                sum += squared(vector(x, y)) / 3 + squared(scalar(x, y)) / 12;
            }
            sum += 4 * squared(tensor(x));
        }
        return sum;
    }

    /** Re k_X C*. */
    private double interference(ComplexMatrix k2, int x, int transition, int operator) {
        return k2.re(x, transition) * cRe[operator] + k2.im(x, transition) * cIm[operator];
    }

    private double identicalInterference(ComplexMatrix k2, int transition) {
        double sum = 0;
        for (int x = 0; x < 2; x++) {
            int y = 1 - x;
            sum += 2 * interference(k2, x, transition, scalar(y, x)) / 3
                    - 4 * interference(k2, x, transition, vector(y, x)) / 3
                    - 8 * interference(k2, x, transition, vector(y, y)) / 3;
        }
        return sum;
    }

    private double distinctInterference(ComplexMatrix k2, int transition) {
        double sum = 0;
        for (int x = 0; x < 2; x++) {
            int y = 1 - x;
            sum += interference(k2, x, transition, vector(y, x)) + interference(k2, x, transition, vector(y, y));
        }
        return -4 * sum / 3;
    }

    private void conversions(LeptonAmplitudes a, FlavourConvention signs, double[] rates) {
        chargeRadius(a, 0, signs);
        double e2 = 4 * Math.PI * signs.alpha;
        double m = LEPTON_MASS[1];
        for (Nucleus nucleus : NUCLEI) {
            // 3 (g^u + g^d)/2 for Z + N and (g^u − g^d)/2 for Z − N, with g^q = charge · photon + vector · z
            double z = nucleus.protons;
            double n = nucleus.neutrons;
            double u = 1.5 * (z + n) + 0.5 * (z - n);
            double d = 1.5 * (z + n) - 0.5 * (z - n);
            double charge = u * QUARK_CHARGE[0] + d * QUARK_CHARGE[1];
            double current = u * QUARK_VECTOR[0] + d * QUARK_VECTOR[1];
            double sum = 0;
            for (int x = 0; x < 2; x++) {
                double re = charge * e2 * (k1Re[x] - a.k2.re(1 - x, 0)) + current * Z_FERMI * a.v0.re(x, 0);
                double im = charge * e2 * (k1Im[x] - a.k2.im(1 - x, 0)) + current * Z_FERMI * a.v0.im(x, 0);
                sum += re * re + im * im;
            }
            rates[nucleus.ordinal()] = 2 * m * m * m * m * m * nucleus.factor() * sum;
        }
    }

    private void mesons(ComplexMatrix v0) {
        double mTau = LEPTON_MASS[2];
        for (int l = 0; l < 2; l++) {
            double m = LEPTON_MASS[l];
            double sum = mTau + m;
            double difference = mTau - m;
            double lRe = v0.re(0, 1 + l);
            double lIm = v0.im(0, 1 + l);
            double rRe = v0.re(1, 1 + l);
            double rIm = v0.im(1, 1 + l);
            double vector = 0.25 * ((lRe + rRe) * (lRe + rRe) + (lIm + rIm) * (lIm + rIm));
            double axial = 0.25 * ((rRe - lRe) * (rRe - lRe) + (rIm - lIm) * (rIm - lIm));
            for (Meson p : MESONS) {
                double c = 2 * Math.sqrt(2) * FERMI_CONSTANT * Meson.DECAY_CONSTANT * p.content;
                double high = (sum - p.mass) * (sum + p.mass);
                double low = (difference - p.mass) * (difference + p.mass);
                double square = c * c * (vector * difference * difference * high + axial * sum * sum * low);
                meson[3 * l + p.ordinal()] =
                        square * Math.sqrt(high * low) / (16 * Math.PI * mTau * mTau * mTau * GAMMA_TAU);
            }
        }
    }
}
