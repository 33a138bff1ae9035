package thetascan.z3hdm;

/** Parameters of a type-II two-Higgs-doublet model as those of the Z3 model, for tests of other packages. */
public final class EmbeddedTwoDoublet {

    private EmbeddedTwoDoublet() {}

    /** H is h3, A is A2, H⁺ is C2; sign is that of cos(β−α). */
    public static double[] embed(
            double mH, double mA, double mC, double sinBetaMinusAlpha, double sign, double m12Sq, double tanBeta) {
        double[] theta = EmbeddedTwoDoubletTest.embed(mH, mA, mC, sinBetaMinusAlpha, m12Sq, tanBeta);
        if (sign < 0) {
            theta[Z3Parameters.ALPHA2] = 2 * Math.atan(tanBeta) - theta[Z3Parameters.ALPHA2];
        }
        return theta;
    }
}
