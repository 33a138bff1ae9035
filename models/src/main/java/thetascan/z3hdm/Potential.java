package thetascan.z3hdm;

/**
 * The parameters of the potential from the physical input. Boto, Romão, Silva, arXiv:2106.11977:
 *
 * <pre>
 * V = Σ m_aa² (aa) + [m12² (12) + m13² (13) + m23² (23) + h.c.] + λ1 (11)² + λ2 (22)² + λ3 (33)²
 *   + λ4 (11)(22) + λ5 (11)(33) + λ6 (22)(33) + λ7 |12|² + λ8 |13|² + λ9 |23|²
 *   + [λ10 (12)(13) + λ11 (12)(32) + λ12 (13)(23) + h.c.],    (ab) = φ_a†φ_b
 * </pre>
 *
 * <p>The second derivatives at the vacuum are linear in the λ: the CP-odd mass matrix gives λ10..12, the charged one
 * then λ7..9, the CP-even one the rest, and the stationarity conditions m_aa².
 */
final class Potential {

    double l1;
    double l2;
    double l3;
    double l4;
    double l5;
    double l6;
    double l7;
    double l8;
    double l9;
    double l10;
    double l11;
    double l12;

    /** Diagonal quadratic terms [GeV²]. */
    double m11Sq;

    double m22Sq;
    double m33Sq;

    void invert(Z3Spectrum s) {
        double v1 = s.vHat[0] * s.vev;
        double v2 = s.vHat[1] * s.vev;
        double v3 = s.vHat[2] * s.vev;
        double i1 = 1 / v1;
        double i2 = 1 / v2;
        double i3 = 1 / v3;
        cpOdd(s, i1, i2, i3);
        charged(s, v1, v2, v3, i1, i2, i3);
        cpEven(s, v1, v2, v3, i1, i2, i3);
        stationarity(s, v1, v2, v3, i1, i2, i3);
    }

    private void cpOdd(Z3Spectrum s, double i1, double i2, double i3) {
        double[] p = s.p;
        double a1 = s.massSq[Scalars.A1];
        double a2 = s.massSq[Scalars.A2];
        double d12 = (p[3] * p[4] * a1 + p[6] * p[7] * a2 - s.m12Sq) * i3;
        double d13 = (p[3] * p[5] * a1 + p[6] * p[8] * a2 - s.m13Sq) * i2;
        double d23 = (p[4] * p[5] * a1 + p[7] * p[8] * a2 - s.m23Sq) * i1;
        l10 = 2.0 / 9 * i1 * (2 * d12 + 2 * d13 - d23);
        l11 = 2.0 / 9 * i2 * (2 * d12 + 2 * d23 - d13);
        l12 = 2.0 / 9 * i3 * (2 * d13 + 2 * d23 - d12);
    }

    private void charged(Z3Spectrum s, double v1, double v2, double v3, double i1, double i2, double i3) {
        double[] q = s.q;
        double c1 = s.massSq[Scalars.C1];
        double c2 = s.massSq[Scalars.C2];
        double c12 = q[3] * q[4] * c1 + q[6] * q[7] * c2;
        double c13 = q[3] * q[5] * c1 + q[6] * q[8] * c2;
        double c23 = q[4] * q[5] * c1 + q[7] * q[8] * c2;
        l7 = 2 * (c12 - s.m12Sq) * i1 * i2 - l10 * v3 * i2 - l11 * v3 * i1;
        l8 = 2 * (c13 - s.m13Sq) * i1 * i3 - l10 * v2 * i3 - l12 * v2 * i1;
        l9 = 2 * (c23 - s.m23Sq) * i2 * i3 - l11 * v1 * i3 - l12 * v1 * i2;
    }

    private void cpEven(Z3Spectrum s, double v1, double v2, double v3, double i1, double i2, double i3) {
        double[] o = s.o;
        double h1 = s.massSq[Scalars.H1];
        double h2 = s.massSq[Scalars.H2];
        double h3 = s.massSq[Scalars.H3];
        double s12 = o[0] * o[1] * h1 + o[3] * o[4] * h2 + o[6] * o[7] * h3;
        double s13 = o[0] * o[2] * h1 + o[3] * o[5] * h2 + o[6] * o[8] * h3;
        double s23 = o[1] * o[2] * h1 + o[4] * o[5] * h2 + o[7] * o[8] * h3;
        double s11 = o[0] * o[0] * h1 + o[3] * o[3] * h2 + o[6] * o[6] * h3;
        double s22 = o[1] * o[1] * h1 + o[4] * o[4] * h2 + o[7] * o[7] * h3;
        double s33 = o[2] * o[2] * h1 + o[5] * o[5] * h2 + o[8] * o[8] * h3;
        l4 = (s12 - s.m12Sq - l10 * v1 * v3 - l11 * v2 * v3 - 0.5 * l12 * v3 * v3) * i1 * i2 - l7;
        l5 = (s13 - s.m13Sq - l10 * v1 * v2 - 0.5 * l11 * v2 * v2 - l12 * v2 * v3) * i1 * i3 - l8;
        l6 = (s23 - s.m23Sq - 0.5 * l10 * v1 * v1 - l11 * v1 * v2 - l12 * v1 * v3) * i2 * i3 - l9;
        l1 = 0.5 * i1 * i1 * (s11 + (s.m12Sq * v2 + s.m13Sq * v3 + 0.5 * v2 * v3 * (l11 * v2 + l12 * v3)) * i1);
        l2 = 0.5 * i2 * i2 * (s22 + (s.m12Sq * v1 + s.m23Sq * v3 + 0.5 * v1 * v3 * (l10 * v1 + l12 * v3)) * i2);
        l3 = 0.5 * i3 * i3 * (s33 + (s.m13Sq * v1 + s.m23Sq * v2 + 0.5 * v1 * v2 * (l10 * v1 + l11 * v2)) * i3);
    }

    private void stationarity(Z3Spectrum s, double v1, double v2, double v3, double i1, double i2, double i3) {
        double x1 = 0.5 * v1 * v1;
        double x2 = 0.5 * v2 * v2;
        double x3 = 0.5 * v3 * v3;
        m11Sq = -(2 * l1 * x1
                + (l4 + l7) * x2
                + (l5 + l8) * x3
                + l10 * v2 * v3
                + (l11 * x2 * v3 + l12 * v2 * x3 + s.m12Sq * v2 + s.m13Sq * v3) * i1);
        m22Sq = -(2 * l2 * x2
                + (l4 + l7) * x1
                + (l6 + l9) * x3
                + l11 * v1 * v3
                + (l10 * x1 * v3 + l12 * v1 * x3 + s.m12Sq * v1 + s.m23Sq * v3) * i2);
        m33Sq = -(2 * l3 * x3
                + (l5 + l8) * x1
                + (l6 + l9) * x2
                + l12 * v1 * v2
                + (l10 * x1 * v2 + l11 * v1 * x2 + s.m13Sq * v1 + s.m23Sq * v2) * i3);
    }
}
