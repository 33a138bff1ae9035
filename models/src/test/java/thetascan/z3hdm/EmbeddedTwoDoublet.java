package thetascan.z3hdm;

import java.util.Map;
import thetascan.higgs.BsToMuMu;
import thetascan.physics.StandardModel;

/**
 * A type-II two-Higgs-doublet model as a Z3 model in which φ1 and φ2 share the doublet H_d evenly, and the other combination of them neither mixes
 * nor is within reach (its charged scalar is in the loops of h → γγ, Zγ). The soft terms m13² = m23² = −m12²/√2 and the m12² that makes λ10 = λ11 = 0
 * give its potential.
 */
public final class EmbeddedTwoDoublet {

    private static final Map<String, String> STATES = Map.of("h", "h1", "H0", "h3", "A", "A2", "Hpm", "C2");

    private EmbeddedTwoDoublet() {}

    /** Parameters: H is h3, A is A2, H⁺ is C2. */
    public static double[] embed(double mH, double mA, double mC, double cosBa, double m12Sq, double tanBeta) {
        double beta = Math.atan(tanBeta);
        double far = 1000;
        double[] theta = new double[Z3Parameters.COUNT];
        theta[Z3Parameters.ALPHA1] = Math.PI / 4;
        theta[Z3Parameters.ALPHA2] = beta + Math.asin(cosBa);
        theta[Z3Parameters.TAN_BETA1] = 1;
        theta[Z3Parameters.TAN_BETA2] = tanBeta;
        theta[Z3Parameters.M_EVEN2] = far;
        theta[Z3Parameters.M_EVEN3] = mH;
        theta[Z3Parameters.M_A1] = far;
        theta[Z3Parameters.M_A2] = mA;
        theta[Z3Parameters.M_C1] = far;
        theta[Z3Parameters.M_C2] = mC;
        theta[Z3Parameters.V] = StandardModel.VEV;
        theta[Z3Parameters.M_EVEN1] = 125;
        theta[Z3Parameters.M13_SQ] = -m12Sq / Math.sqrt(2);
        theta[Z3Parameters.M23_SQ] = -m12Sq / Math.sqrt(2);
        // λ10 = λ11 = 0: 2 d12 + d13 = 0 with d_ij = (P_ij − m_ij²)/v_k of the CP-odd mass matrix
        Z3Spectrum s = new Z3Spectrum();
        s.set(theta);
        double p12 = 0;
        double p13 = 0;
        for (int k = 0; k < 2; k++) {
            double square = s.massSq[Scalars.A1 + k];
            p12 += s.p[3 * (k + 1)] * s.p[3 * (k + 1) + 1] * square;
            p13 += s.p[3 * (k + 1)] * s.p[3 * (k + 1) + 2] * square;
        }
        double d13 = (p13 - s.m13Sq) / (s.vHat[1] * s.vev);
        theta[Z3Parameters.M12_SQ] = p12 + s.vHat[2] * s.vev * d13 / 2;
        return theta;
    }

    /** What is added to −C₁₀, C_S and C_P of B_s → μμ, without the neutral scalars of the third doublet. */
    public static double[] muons(double[] theta) {
        Parts parts = new Parts().at(theta);
        BsToMuMu muons = new BsToMuMu(Scalars.SECTOR);
        parts.couplings.kappaL[Scalars.H2] = 0;
        parts.couplings.oddL[0] = 0;
        muons.evaluate(parts.spectrum, parts.couplings, parts.trilinears);
        return new double[] {muons.axial, muons.scalar, muons.pseudoscalar};
    }

    /** What a state, a channel or an observable of the two-Higgs-doublet model is called there. */
    public static String name(String name) {
        String renamed = name;
        for (Map.Entry<String, String> state : STATES.entrySet()) {
            renamed = renamed.replaceAll("(?<=^|_|Z|W)" + state.getKey() + "(?=_|$)", state.getValue());
        }
        return renamed.replace("hh", "h1h1");
    }
}
