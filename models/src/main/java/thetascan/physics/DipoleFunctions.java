package thetascan.physics;

/**
 * One-loop functions of the photon vertex of a lepton with a fermion and a scalar in the loop, x = m_F²/m_φ². S: photon on the
 * scalar, F: photon on the fermion; d: chirality-conserving dipole, e: dipole with the chirality flipped on the internal
 * fermion, m: charge radius. L. Lavoura, Eur. Phys. J. C 29 (2003) 191, hep-ph/0302221; for 2 d_S and 6 m_S: T. Toma, A.
 * Vicente, JHEP 01 (2014) 160, arXiv:1312.2840.
 *
 * <p>Closed forms, and near x = 1 the series Σ (1−x)ⁿ c_n. Caller-owned: {@link #evaluate} fills the fields.
 */
public final class DipoleFunctions {

    /** |1 − x| below which the series is used; the closed forms lose at most three digits outside. */
    private static final double NEAR_ONE = 0.3;

    private static final int TERMS = 32;

    private static final double[] D_S = new double[TERMS];
    private static final double[] D_F = new double[TERMS];
    private static final double[] E_S = new double[TERMS];
    private static final double[] E_F = new double[TERMS];
    private static final double[] M_S = new double[TERMS];
    private static final double[] M_F = new double[TERMS];

    static {
        for (int n = 0; n < TERMS; n++) {
            E_F[n] = 1.0 / (n + 3);
            E_S[n] = E_F[n] / (n + 2);
            D_F[n] = E_F[n] / (2 * (n + 4));
            D_S[n] = E_S[n] / (n + 4);
            M_S[n] = D_S[n] / (n + 1);
            M_F[n] = E_F[n] * (2 * n + 9) / (6 * (n + 4));
        }
    }

    /** Dipole without chirality flip in the loop, photon on the scalar. */
    public double dS;
    /** Dipole without chirality flip in the loop, photon on the fermion. */
    public double dF;
    /** Dipole with the chirality flipped in the loop, photon on the scalar. */
    public double eS;
    /** Dipole with the chirality flipped in the loop, photon on the fermion. */
    public double eF;
    /** Charge radius, photon on the scalar. */
    public double mS;
    /** Charge radius, photon on the fermion. */
    public double mF;

    /**
     * All six at x &gt; 0.
     *
     * @param x m_F²/m_φ²
     */
    public void evaluate(double x) {
        if (Math.abs(1 - x) < NEAR_ONE) {
            series(1 - x);
        } else if (x < 1) {
            closed(x);
        } else {
            inverse(1 / x);
        }
    }

    private void series(double w) {
        dS = horner(D_S, w);
        dF = horner(D_F, w);
        eS = horner(E_S, w);
        eF = horner(E_F, w);
        mS = horner(M_S, w);
        mF = horner(M_F, w);
    }

    private static double horner(double[] coefficients, double w) {
        double sum = 0;
        for (int n = coefficients.length - 1; n >= 0; n--) {
            sum = sum * w + coefficients[n];
        }
        return sum;
    }

    private void closed(double x) {
        double log = Math.log(x);
        double r = 1 / (1 - x);
        double r3 = r * r * r;
        double r4 = r3 * r;
        dS = (1 + x * (-6 + x * (3 + 2 * x - 6 * log))) * r4 / 12;
        dF = (2 + x * (3 + 6 * log + x * (-6 + x))) * r4 / 12;
        eS = (1 + x * (2 * log - x)) * r3 / 2;
        eF = (-3 + x * (4 - x) - 2 * log) * r3 / 2;
        mS = (2 + x * (-9 + x * (18 + x * (-11 + 6 * log)))) * r4 / 36;
        mF = -(16 + 12 * log + x * (-45 - 18 * log + x * (36 - 7 * x))) * r4 / 36;
    }

    /** The closed forms divided through by the highest power of x = 1/z. */
    private void inverse(double z) {
        double log = -Math.log(z);
        double r = 1 / (1 - z);
        double r3 = r * r * r;
        double r4 = r3 * r;
        dS = z * (2 + z * (3 - 6 * log + z * (-6 + z))) * r4 / 12;
        dF = z * (1 + z * (-6 + z * (3 + 6 * log + 2 * z))) * r4 / 12;
        eS = z * (1 - z * (2 * log + z)) * r3 / 2;
        eF = z * (1 + z * (-4 + z * (3 + 2 * log))) * r3 / 2;
        mS = z * (6 * log - 11 + z * (18 + z * (-9 + 2 * z))) * r4 / 36;
        mF = z * (7 + z * (-36 + z * (45 + 18 * log - z * (16 + 12 * log)))) * r4 / 36;
    }
}
