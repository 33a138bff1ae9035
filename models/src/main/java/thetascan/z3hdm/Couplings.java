package thetascan.z3hdm;

/**
 * Couplings to fermions and gauge bosons over their Standard Model values, type Z: leptons couple to φ1, down quarks
 * to φ2, up quarks to φ3. Boto, Romão, Silva, arXiv:2106.11977.
 *
 * <pre>
 * L = −(m_f/v) f̄(κ_f + i b_f γ5) f φ
 *   + (√2/v) ū [m_u Y V P_L + V m_d X P_R] d C⁺ + (√2/v) ν̄ m_l Z P_R l C⁺ + h.c.
 * </pre>
 */
final class Couplings {

    /** CP-even h_j: gauge bosons, up quarks, down quarks, leptons. */
    final double[] kappaV = new double[3];

    final double[] kappaU = new double[3];
    final double[] kappaD = new double[3];
    final double[] kappaL = new double[3];

    /** CP-odd A_k. */
    final double[] oddU = new double[2];

    final double[] oddD = new double[2];
    final double[] oddL = new double[2];

    /** Charged C_n; Σ X Y = 1. */
    final double[] x = new double[2];

    final double[] y = new double[2];
    final double[] z = new double[2];

    /** η of Z h_j A_k, index {@code 2j+k}; vertex g/(2 cos θ_W) η. */
    final double[] zhA = new double[6];
    /** η of W h_j C_n, index {@code 2j+n}; vertex (g/2) η. */
    final double[] whC = new double[6];
    /** η of W A_k C_n, index {@code 2k+n}; vertex (g/2) η. */
    final double[] wAC = new double[4];

    void set(Spectrum s) {
        double[] o = s.o;
        double[] p = s.p;
        double[] q = s.q;
        double i1 = 1 / s.vHat1;
        double i2 = 1 / s.vHat2;
        double i3 = 1 / s.vHat3;
        for (int j = 0; j < 3; j++) {
            int row = 3 * j;
            kappaV[j] = o[row] * s.vHat1 + o[row + 1] * s.vHat2 + o[row + 2] * s.vHat3;
            kappaU[j] = o[row + 2] * i3;
            kappaD[j] = o[row + 1] * i2;
            kappaL[j] = o[row] * i1;
            for (int k = 0; k < 2; k++) {
                int state = 3 * (k + 1);
                zhA[2 * j + k] = dot(o, row, p, state);
                whC[2 * j + k] = dot(o, row, q, state);
            }
        }
        for (int k = 0; k < 2; k++) {
            int row = 3 * (k + 1);
            oddU[k] = -p[row + 2] * i3;
            oddD[k] = p[row + 1] * i2;
            oddL[k] = p[row] * i1;
            y[k] = q[row + 2] * i3;
            x[k] = -q[row + 1] * i2;
            z[k] = -q[row] * i1;
            wAC[2 * k] = dot(p, row, q, 3);
            wAC[2 * k + 1] = dot(p, row, q, 6);
        }
    }

    private static double dot(double[] a, int i, double[] b, int j) {
        return a[i] * b[j] + a[i + 1] * b[j + 1] + a[i + 2] * b[j + 2];
    }
}
