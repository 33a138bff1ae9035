package thetascan.z3hdm;

import thetascan.higgs.Spectrum;

/**
 * The physical input of a point: vacuum, masses and mixing matrices, from the 18 parameters. Conventions of Boto, Romão, Silva,
 * arXiv:2106.11977. Doublets are (φ1, φ2, φ3), states (h1, h2, h3), (G0, A1, A2), (G+, C1, C2).
 */
final class Z3Spectrum extends Spectrum {

    /** Soft breaking terms [GeV²]. */
    double m12Sq;

    double m13Sq;
    double m23Sq;

    Z3Spectrum() {
        super(Scalars.SECTOR);
    }

    /** @param theta the parameters in the order of {@link Z3Parameters} */
    void set(double[] theta) {
        vev = theta[Z3Parameters.V];
        setMasses(theta[Z3Parameters.M_EVEN1], theta, Z3Parameters.M_EVEN2);
        m12Sq = theta[Z3Parameters.M12_SQ];
        m13Sq = theta[Z3Parameters.M13_SQ];
        m23Sq = theta[Z3Parameters.M23_SQ];

        // cos and sin of β through tan β: exact at both ends, no arc tangent needed
        double cos1 = 1 / Math.sqrt(1 + theta[Z3Parameters.TAN_BETA1] * theta[Z3Parameters.TAN_BETA1]);
        double sin1 = theta[Z3Parameters.TAN_BETA1] * cos1;
        double cos2 = 1 / Math.sqrt(1 + theta[Z3Parameters.TAN_BETA2] * theta[Z3Parameters.TAN_BETA2]);
        double sin2 = theta[Z3Parameters.TAN_BETA2] * cos2;
        vHat[0] = cos1 * cos2;
        vHat[1] = sin1 * cos2;
        vHat[2] = sin2;
        mixEven(theta[Z3Parameters.ALPHA1], theta[Z3Parameters.ALPHA2], theta[Z3Parameters.ALPHA3]);
        mixGoldstone(cos1, sin1, cos2, sin2, theta[Z3Parameters.GAMMA1], p);
        mixGoldstone(cos1, sin1, cos2, sin2, theta[Z3Parameters.GAMMA2], q);
    }

    /** O = R23(α3) R13(α2) R12(α1). */
    private void mixEven(double alpha1, double alpha2, double alpha3) {
        double c1 = Math.cos(alpha1);
        double s1 = Math.sin(alpha1);
        double c2 = Math.cos(alpha2);
        double s2 = Math.sin(alpha2);
        double c3 = Math.cos(alpha3);
        double s3 = Math.sin(alpha3);
        o[0] = c1 * c2;
        o[1] = s1 * c2;
        o[2] = s2;
        o[3] = -c1 * s2 * s3 - s1 * c3;
        o[4] = c1 * c3 - s1 * s2 * s3;
        o[5] = c2 * s3;
        o[6] = s1 * s3 - c1 * s2 * c3;
        o[7] = -c1 * s3 - s1 * s2 * c3;
        o[8] = c2 * c3;
    }

    /** R23(−γ) R13(β2) R12(β1): the first row is the Goldstone boson. */
    private static void mixGoldstone(
            double cos1, double sin1, double cos2, double sin2, double gamma, double[] matrix) {
        double c = Math.cos(gamma);
        double s = Math.sin(gamma);
        double b1 = -cos1 * sin2;
        double b2 = -sin1 * sin2;
        matrix[0] = cos1 * cos2;
        matrix[1] = sin1 * cos2;
        matrix[2] = sin2;
        matrix[3] = -c * sin1 - s * b1;
        matrix[4] = c * cos1 - s * b2;
        matrix[5] = -s * cos2;
        matrix[6] = -s * sin1 + c * b1;
        matrix[7] = s * cos1 + c * b2;
        matrix[8] = c * cos2;
    }
}
