package thetascan.higgs;

/**
 * Couplings to fermions and gauge bosons over their Standard Model values where each kind of fermion couples to one doublet. Conventions of
 * Boto, Romão, Silva, arXiv:2106.11977.
 *
 * <pre>
 * L = −(m_f/v) f̄(κ_f + i b_f γ5) f φ
 *   + (√2/v) ū [m_u Y V P_L + V m_d X P_R] d C⁺ + (√2/v) ν̄ m_l Z P_R l C⁺ + h.c.
 * </pre>
 */
public final class Couplings {

    private final HiggsSector sector;
    private final int doublets;
    private final int pairs;
    private final int up;
    private final int down;
    private final int lepton;

    /** κ of the CP-even h_j, here to gauge bosons. */
    public final double[] kappaV;

    /** To up quarks. */
    public final double[] kappaU;
    /** To down quarks. */
    public final double[] kappaD;
    /** To charged leptons. */
    public final double[] kappaL;

    /** b of the CP-odd A_k, here to up quarks. */
    public final double[] oddU;

    /** To down quarks. */
    public final double[] oddD;
    /** To charged leptons. */
    public final double[] oddL;

    /** X of the charged C_n. */
    public final double[] x;

    /** Y of the charged C_n. */
    public final double[] y;
    /** Z of the charged C_n. */
    public final double[] z;

    /** η of Z h_j A_k, index {@code (N−1)j+k}; vertex g/(2 cos θ_W) η. */
    public final double[] zhA;
    /** η of W h_j C_n, index {@code (N−1)j+n}; vertex (g/2) η. */
    public final double[] whC;
    /** η of W A_k C_n, index {@code (N−1)k+n}; vertex (g/2) η. */
    public final double[] wAC;

    /**
     * Which doublet, from 0, gives mass to what.
     *
     * @param sector the scalars
     * @param up     to up-type quarks
     * @param down   to down-type quarks
     * @param lepton to charged leptons
     */
    public Couplings(HiggsSector sector, int up, int down, int lepton) {
        this.sector = sector;
        doublets = sector.doublets();
        pairs = sector.pairs();
        this.up = up;
        this.down = down;
        this.lepton = lepton;
        kappaV = new double[doublets];
        kappaU = new double[doublets];
        kappaD = new double[doublets];
        kappaL = new double[doublets];
        oddU = new double[pairs];
        oddD = new double[pairs];
        oddL = new double[pairs];
        x = new double[pairs];
        y = new double[pairs];
        z = new double[pairs];
        zhA = new double[doublets * pairs];
        whC = new double[doublets * pairs];
        wAC = new double[pairs * pairs];
    }

    /**
     * Takes over a point.
     *
     * @param s its vacuum and mixing
     */
    public void set(Spectrum s) {
        double inverseUp = 1 / s.vHat[up];
        double inverseDown = 1 / s.vHat[down];
        double inverseLepton = 1 / s.vHat[lepton];
        for (int j = 0; j < doublets; j++) {
            int row = doublets * j;
            kappaV[j] = sector.dot(s.o, row, s.vHat, 0, 1);
            kappaU[j] = s.o[row + up] * inverseUp;
            kappaD[j] = s.o[row + down] * inverseDown;
            kappaL[j] = s.o[row + lepton] * inverseLepton;
            for (int k = 0; k < pairs; k++) {
                int state = doublets * (k + 1);
                zhA[pairs * j + k] = sector.dot(s.o, row, s.p, state, 1);
                whC[pairs * j + k] = sector.dot(s.o, row, s.q, state, 1);
            }
        }
        for (int k = 0; k < pairs; k++) {
            int row = doublets * (k + 1);
            oddU[k] = -s.p[row + up] * inverseUp;
            oddD[k] = s.p[row + down] * inverseDown;
            oddL[k] = s.p[row + lepton] * inverseLepton;
            y[k] = s.q[row + up] * inverseUp;
            x[k] = -s.q[row + down] * inverseDown;
            z[k] = -s.q[row + lepton] * inverseLepton;
            for (int n = 0; n < pairs; n++) {
                wAC[pairs * k + n] = sector.dot(s.p, row, s.q, doublets * (n + 1), 1);
            }
        }
    }
}
