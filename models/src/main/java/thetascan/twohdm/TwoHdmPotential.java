package thetascan.twohdm;

import thetascan.quantity.Missing;

/**
 * The parameters of the potential from the physical input. J. F. Gunion, H. E. Haber, Phys. Rev. D 67 (2003) 075019, hep-ph/0207010, appendix D:
 *
 * <pre>
 * V = m₁₁² |φ₁|² + m₂₂² |φ₂|² − m₁₂² (φ₁†φ₂ + h.c.) + ½ λ₁ |φ₁|⁴ + ½ λ₂ |φ₂|⁴
 *   + λ₃ |φ₁|²|φ₂|² + λ₄ |φ₁†φ₂|² + ½ λ₅ [(φ₁†φ₂)² + h.c.]
 * </pre>
 */
final class TwoHdmPotential {

    double l1;
    double l2;
    double l3;
    double l4;
    double l5;

    /** Diagonal quadratic terms [GeV²]. */
    double m11Sq;

    double m22Sq;

    void invert(TwoHdmSpectrum s) {
        double v1 = s.vHat[0] * s.vev;
        double v2 = s.vHat[1] * s.vev;
        double inverse = 1 / (v1 * v2);
        double[] o = s.o;
        double h = s.massSq[TwoHdmSpectrum.H];
        double heavy = s.massSq[TwoHdmSpectrum.H0];
        double charged = s.massSq[TwoHdmSpectrum.HPM];
        double odd = s.massSq[TwoHdmSpectrum.A];
        double scale = 1 / (s.vev * s.vev);
        // M² = m12²/(sin β cos β)
        double soft = s.m12Sq * inverse * s.vev * s.vev;
        double m11 = o[0] * o[0] * h + o[2] * o[2] * heavy;
        double m22 = o[1] * o[1] * h + o[3] * o[3] * heavy;
        double m12 = o[0] * o[1] * h + o[2] * o[3] * heavy;
        l1 = (m11 - s.m12Sq * s.tanBeta) / (v1 * v1);
        l2 = (m22 - s.m12Sq / s.tanBeta) / (v2 * v2);
        l3 = m12 * inverse + (2 * charged - soft) * scale;
        l4 = (odd - 2 * charged + soft) * scale;
        l5 = (soft - odd) * scale;
        double l345 = l3 + l4 + l5;
        m11Sq = s.m12Sq * s.tanBeta - 0.5 * (l1 * v1 * v1 + l345 * v2 * v2);
        m22Sq = s.m12Sq / s.tanBeta - 0.5 * (l2 * v2 * v2 + l345 * v1 * v1);
    }

    /**
     * Positive if the vacuum is the deepest one, over m_h⁴: m12² (m11² − k² m22²)(tan β − k), k⁴ = λ₁/λ₂. A. Barroso, P. M. Ferreira, I. P. Ivanov,
     * R. Santos, JHEP 06 (2013) 045, arXiv:1303.5098. Undefined if the potential is not bounded from below.
     */
    double deepest(TwoHdmSpectrum s) {
        if (!(l1 > 0 && l2 > 0)) {
            return Missing.UNDEFINED;
        }
        double kSq = Math.sqrt(l1 / l2);
        double h = s.massSq[TwoHdmSpectrum.H];
        return s.m12Sq * (m11Sq - kSq * m22Sq) * (s.tanBeta - Math.sqrt(kSq)) / (h * h);
    }
}
