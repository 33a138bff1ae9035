package thetascan.twohdm;

import java.util.List;
import thetascan.higgs.DecayChannels;
import thetascan.higgs.HiggsSector;
import thetascan.higgs.Spectrum;

/**
 * Vacuum, masses and mixing of a point: h = −sin α ρ₁ + cos α ρ₂, H = cos α ρ₁ + sin α ρ₂, A and H⁺ = −sin β φ₁ + cos β φ₂, with
 * sin(β−α) ≥ 0. h is the observed one whether or not it is the lighter.
 */
final class TwoHdmSpectrum extends Spectrum {

    static final HiggsSector SECTOR =
            new HiggsSector(List.of("h", "H0", "A", "Hpm"), List.of("h", "H", "A", "H^{\\pm}"));
    static final DecayChannels CHANNELS = new DecayChannels(SECTOR);

    static final int H = 0;
    static final int H0 = 1;
    static final int A = 2;
    static final int HPM = 3;

    double m12Sq;
    double tanBeta;

    TwoHdmSpectrum() {
        super(SECTOR);
    }

    /** @param theta the parameters in the order of {@link TwoHdmParameters} */
    void set(double[] theta) {
        vev = theta[TwoHdmParameters.V];
        setMasses(theta[TwoHdmParameters.M_H], theta, TwoHdmParameters.M_H0);
        m12Sq = theta[TwoHdmParameters.M12_SQ];
        tanBeta = theta[TwoHdmParameters.TAN_BETA];
        double cosBa = theta[TwoHdmParameters.COS_BA];
        double sinBa = Math.sqrt((1 - cosBa) * (1 + cosBa));
        double cos = 1 / Math.sqrt(1 + tanBeta * tanBeta);
        double sin = tanBeta * cos;
        vHat[0] = cos;
        vHat[1] = sin;
        double sinAlpha = sin * cosBa - cos * sinBa;
        double cosAlpha = cos * cosBa + sin * sinBa;
        rows(o, -sinAlpha, cosAlpha, cosAlpha, sinAlpha);
        rows(p, cos, sin, -sin, cos);
        rows(q, cos, sin, -sin, cos);
    }

    private static void rows(double[] matrix, double a, double b, double c, double d) {
        matrix[0] = a;
        matrix[1] = b;
        matrix[2] = c;
        matrix[3] = d;
    }
}
