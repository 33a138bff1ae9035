package thetascan.higgs;

import static thetascan.higgs.AmplitudeCoefficients.GLUON_D;
import static thetascan.higgs.AmplitudeCoefficients.GLUON_SM_SQUARED;
import static thetascan.higgs.AmplitudeCoefficients.GLUON_U;
import static thetascan.higgs.AmplitudeCoefficients.PHOTON_D;
import static thetascan.higgs.AmplitudeCoefficients.PHOTON_L;
import static thetascan.higgs.AmplitudeCoefficients.PHOTON_U;
import static thetascan.higgs.AmplitudeCoefficients.PHOTON_V;
import static thetascan.higgs.AmplitudeCoefficients.Z_PHOTON_D;
import static thetascan.higgs.AmplitudeCoefficients.Z_PHOTON_L;
import static thetascan.higgs.AmplitudeCoefficients.Z_PHOTON_OPENS;
import static thetascan.higgs.AmplitudeCoefficients.Z_PHOTON_U;
import static thetascan.higgs.AmplitudeCoefficients.Z_PHOTON_V;
import static thetascan.physics.StandardModel.COS2_THETA_W;
import static thetascan.physics.StandardModel.MZ_SQ;
import static thetascan.physics.StandardModel.SIN2_THETA_W;

import thetascan.physics.LoopFunctions;
import thetascan.physics.MassTable;

/**
 * Amplitudes of the neutral scalars into gg, γγ and Zγ: Standard Model particles and, for the CP-even ones, the
 * charged scalars. Djouadi hep-ph/0503172, eqs. (2.45), (2.59), (2.61); normalisation as there.
 */
public final class LoopAmplitudes {

    private static final double Z_CHARGE = -(1 - 2 * SIN2_THETA_W) / Math.sqrt(COS2_THETA_W);

    private final MassTable evenTable;
    private final MassTable oddTable;
    private final int doublets;
    private final int pairs;
    private final int firstCharged;

    /** Real and imaginary parts, index {@code 2j}, {@code 2j + 1} of h_j; here into gluons. */
    public final double[] gluon;

    /** Into photons. */
    public final double[] photon;
    /** Into Z and photon. */
    public final double[] zPhoton;

    /** |M|² over that of a Standard-Model-like Higgs boson of the same mass, of h_j; here into photons. */
    public final double[] photonRatio;

    /** Into Z and photon. */
    public final double[] zPhotonRatio;
    /** The same for gg, of all neutral states. */
    public final double[] gluonRatio;

    /** |M|² of A_k; here into gluons. */
    public final double[] oddGluonSq;

    /** Into photons. */
    public final double[] oddPhotonSq;
    /** Into Z and photon. */
    public final double[] oddZPhotonSq;

    private final double[] h1Coefficients = new double[AmplitudeCoefficients.EVEN];
    private final double[] coefficients = new double[AmplitudeCoefficients.EVEN];

    /** f and g of each charged scalar at the Z mass. */
    private final double[] fZ;

    private final double[] gZ;

    /**
     * Nothing is computed yet.
     *
     * @param sector the scalars
     * @param source of the widths: masses of quarks in the loops
     */
    public LoopAmplitudes(HiggsSector sector, WidthSource source) {
        boolean running = source == WidthSource.AMPLITUDES;
        evenTable = running ? AmplitudeCoefficients.Running.EVEN_TABLE : AmplitudeCoefficients.EVEN_TABLE;
        oddTable = running ? AmplitudeCoefficients.Running.ODD_TABLE : AmplitudeCoefficients.ODD_TABLE;
        doublets = sector.doublets();
        pairs = sector.pairs();
        firstCharged = sector.charged();
        gluon = new double[2 * doublets];
        photon = new double[2 * doublets];
        zPhoton = new double[2 * doublets];
        photonRatio = new double[doublets];
        zPhotonRatio = new double[doublets];
        gluonRatio = new double[firstCharged];
        oddGluonSq = new double[pairs];
        oddPhotonSq = new double[pairs];
        oddZPhotonSq = new double[pairs];
        fZ = new double[pairs];
        gZ = new double[pairs];
        AmplitudeCoefficients.even(TabulatedMasses.OBSERVED, h1Coefficients);
    }

    /**
     * The amplitudes of the observed Higgs boson; to be called before {@link #heavy}.
     *
     * @param s masses of the point
     * @param c its couplings
     * @param t its trilinear couplings
     */
    public void light(Spectrum s, Couplings c, Trilinears t) {
        for (int n = 0; n < pairs; n++) {
            double tauZ = MZ_SQ / (4 * s.massSq[firstCharged + n]);
            double arcsine = LoopFunctions.arcsineOfRoot(tauZ);
            fZ[n] = arcsine * arcsine;
            gZ[n] = Math.sqrt(1 / tauZ - 1) * arcsine;
        }
        even(0, h1Coefficients, s, c, t);
    }

    /**
     * The amplitudes of the other neutral scalars.
     *
     * @param s masses of the point
     * @param c its couplings
     * @param t its trilinear couplings
     */
    public void heavy(Spectrum s, Couplings c, Trilinears t) {
        for (int j = 1; j < doublets; j++) {
            evenTable.at(s.mass[j], coefficients);
            even(j, coefficients, s, c, t);
        }
        for (int k = 0; k < pairs; k++) {
            oddTable.at(s.mass[doublets + k], coefficients);
            odd(k, c);
        }
    }

    private void even(int j, double[] k, Spectrum s, Couplings c, Trilinears t) {
        double u = c.kappaU[j];
        double d = c.kappaD[j];
        double l = c.kappaL[j];
        double v = c.kappaV[j];
        for (int part = 0; part < 2; part++) {
            int i = 2 * j + part;
            gluon[i] = u * k[GLUON_U + part] + d * k[GLUON_D + part];
            photon[i] =
                    u * k[PHOTON_U + part] + d * k[PHOTON_D + part] + l * k[PHOTON_L + part] + v * k[PHOTON_V + part];
            zPhoton[i] = u * k[Z_PHOTON_U + part]
                    + d * k[Z_PHOTON_D + part]
                    + l * k[Z_PHOTON_L + part]
                    + v * k[Z_PHOTON_V + part];
        }
        for (int n = 0; n < pairs; n++) {
            addCharged(j, n, t.hCC(j, n, n), s);
        }
        gluonRatio[j] = square(gluon, j) / (square(k[GLUON_U] + k[GLUON_D]) + square(k[GLUON_U + 1] + k[GLUON_D + 1]));
        photonRatio[j] = square(photon, j) / photonSm(k);
        zPhotonRatio[j] = s.mass[j] > Z_PHOTON_OPENS ? square(zPhoton, j) / zPhotonSm(k) : 0;
    }

    /** Adds the loop of C_n: (g v/2m²) A0 to γγ, −(g v/2m²)(1−2 sin²θ_W)/cos θ_W I1 to Zγ. */
    private void addCharged(int j, int n, double trilinear, Spectrum s) {
        double mass2 = s.massSq[firstCharged + n];
        double strength = 0.5 * trilinear * s.vev / mass2;
        double tau = 0.25 * s.massSq[j] / mass2;
        double tauZ = 0.25 * MZ_SQ / mass2;
        double fRe;
        double fIm;
        double gRe;
        double gIm;
        if (tau <= 1) {
            double arcsine = LoopFunctions.arcsineOfRoot(tau);
            fRe = arcsine * arcsine;
            gRe = Math.sqrt(1 / tau - 1) * arcsine;
            fIm = 0;
            gIm = 0;
        } else {
            double log = LoopFunctions.logarithm(tau);
            double r = Math.sqrt(1 - 1 / tau);
            fRe = 0.25 * (Math.PI * Math.PI - log * log);
            fIm = 0.5 * Math.PI * log;
            gRe = 0.5 * r * log;
            gIm = -0.5 * Math.PI * r;
        }
        double a0 = strength / (tau * tau);
        photon[2 * j] += a0 * (fRe - tau);
        photon[2 * j + 1] += a0 * fIm;
        double inverse = 1 / (tauZ - tau);
        double zStrength = Z_CHARGE * strength * inverse;
        zPhoton[2 * j] += zStrength * (0.5 + inverse * (0.5 * (fRe - fZ[n]) + tauZ * (gRe - gZ[n])));
        zPhoton[2 * j + 1] += zStrength * inverse * (0.5 * fIm + tauZ * gIm);
    }

    private void odd(int k, Couplings c) {
        double u = c.oddU[k];
        double d = c.oddD[k];
        double l = c.oddL[k];
        double[] m = coefficients;
        oddGluonSq[k] = square(u * m[GLUON_U] + d * m[GLUON_D]) + square(u * m[GLUON_U + 1] + d * m[GLUON_D + 1]);
        oddPhotonSq[k] = square(u * m[PHOTON_U] + d * m[PHOTON_D] + l * m[PHOTON_L])
                + square(u * m[PHOTON_U + 1] + d * m[PHOTON_D + 1] + l * m[PHOTON_L + 1]);
        oddZPhotonSq[k] = square(u * m[Z_PHOTON_U] + d * m[Z_PHOTON_D] + l * m[Z_PHOTON_L])
                + square(u * m[Z_PHOTON_U + 1] + d * m[Z_PHOTON_D + 1] + l * m[Z_PHOTON_L + 1]);
        gluonRatio[doublets + k] = oddGluonSq[k] / m[GLUON_SM_SQUARED];
    }

    private static double photonSm(double[] k) {
        return square(k[PHOTON_U] + k[PHOTON_D] + k[PHOTON_L] + k[PHOTON_V])
                + square(k[PHOTON_U + 1] + k[PHOTON_D + 1] + k[PHOTON_L + 1] + k[PHOTON_V + 1]);
    }

    private static double zPhotonSm(double[] k) {
        return square(k[Z_PHOTON_U] + k[Z_PHOTON_D] + k[Z_PHOTON_L] + k[Z_PHOTON_V])
                + square(k[Z_PHOTON_U + 1] + k[Z_PHOTON_D + 1] + k[Z_PHOTON_L + 1] + k[Z_PHOTON_V + 1]);
    }

    private static double square(double x) {
        return x * x;
    }

    /** |M|² of h_j. */
    static double square(double[] amplitude, int j) {
        return square(amplitude[2 * j]) + square(amplitude[2 * j + 1]);
    }
}
