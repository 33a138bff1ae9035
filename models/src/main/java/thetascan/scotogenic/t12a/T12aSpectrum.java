package thetascan.scotogenic.t12a;

import thetascan.dark.DarkMatter;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.Pdg2024;
import thetascan.physics.Takagi;

/** Masses, mixings and Higgs couplings of the dark particles of T1-2-A. Masses in GeV; reused. */
public final class T12aSpectrum {

    static final double V = Pdg2024.VEV;

    /** Order of the particles in loops: χ₁..χ₄, φ₁, φ₂, A, η⁺, Ψ⁻. */
    static final int CHI = 0;

    static final int PHI = 4;
    static final int A = 6;
    static final int ETA_PLUS = 7;
    static final int PSI = 8;
    static final int PARTICLES = 9;

    private final Takagi takagi = new Takagi(4);
    private final ComplexMatrix mass = new ComplexMatrix(4, 4);
    private final ComplexMatrix work = new ComplexMatrix(4, 4);
    /** Y = ∂M/∂v: y_ij/√2 between F_j and Ψ_i. */
    final ComplexMatrix yukawa = new ComplexMatrix(4, 4);

    private final ComplexMatrix dagger = new ComplexMatrix(4, 4);
    private final double[] squares = new double[PARTICLES];

    /** Squared masses of η⁺, A and φ₁ ≤ φ₂ [GeV²]; may be negative. */
    double etaPlusSq;

    double aSq;
    final double[] phiSq = new double[2];
    /** Mass matrix of (S, η_R) [GeV²]. */
    double s11;

    double s12;
    double s22;
    /** φ_a = o_{a0} S + o_{a1} η_R, row-major. */
    final double[] o = new double[4];

    double psi;
    /** m_χ1 ≤ ... ≤ m_χ4. */
    final double[] chi = takagi.values;
    /** χ_n = U_nj (F₁, F₂, Ψ₁⁰, Ψ₂⁰)_j. */
    final ComplexMatrix u = new ComplexMatrix(4, 4);

    /** L = −½ C_ab h φ_a φ_b − ½ C_AA h A² − C_+ h η⁺η⁻ [GeV]; row-major. */
    final double[] cPhi = new double[4];

    double cA;
    double cPlus;
    /** L = −½ h χ̄_n (g_nm P_L + g*_nm P_R) χ_m. */
    final ComplexMatrix gChi = new ComplexMatrix(4, 4);

    /** Masses of the lightest neutral and the lightest charged dark particle. */
    public double lightestNeutral;

    double lightestCharged;
    DarkMatter darkMatter = DarkMatter.NONE;

    /**
     * {@return masses and mixings; false if a squared mass is not positive}
     *
     * @param l couplings of the point
     */
    public boolean evaluate(T12aLagrangian l) {
        scalars(l);
        fermions(l);
        return Math.min(Math.min(etaPlusSq, aSq), phiSq[0]) > 0;
    }

    private void scalars(T12aLagrangian l) {
        double half = V * V / 2;
        etaPlusSq = l.mEtaSq + l.lambdaEta * half;
        aSq = l.mEtaSq + (l.lambdaEta + l.lambdaEta1 - l.lambdaEta2) * half;
        s11 = l.mSSq + l.lambdaS * half;
        s12 = l.alpha * V;
        s22 = l.mEtaSq + (l.lambdaEta + l.lambdaEta1 + l.lambdaEta2) * half;
        double difference = s11 - s22;
        double root = Math.sqrt(difference * difference + 4 * s12 * s12);
        double sum = s11 + s22;
        phiSq[1] = (sum + root) / 2;
        // the light one through the determinant where the difference would cancel
        phiSq[0] = root > 0.5 * sum && phiSq[1] > 0 ? (s11 * s22 - s12 * s12) / phiSq[1] : (sum - root) / 2;
        double angle = s12 == 0 && difference == 0 ? 0 : Math.atan2(2 * s12, difference) / 2;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        o[0] = -sin;
        o[1] = cos;
        o[2] = cos;
        o[3] = sin;
    }

    private void fermions(T12aLagrangian l) {
        psi = l.mPsi;
        for (int j = 0; j < 2; j++) {
            mass.set(j, j, l.mF[j], 0);
            for (int i = 0; i < 2; i++) {
                double re = l.y.re(i, j) / Math.sqrt(2);
                double im = l.y.im(i, j) / Math.sqrt(2);
                symmetric(yukawa, j, 2 + i, re, im);
                symmetric(mass, j, 2 + i, V * re, V * im);
            }
        }
        symmetric(mass, 2, 3, l.mPsi, 0);
        takagi.factorise(mass.re, mass.im);
        System.arraycopy(takagi.uRe, 0, u.re, 0, 16);
        System.arraycopy(takagi.uIm, 0, u.im, 0, 16);
    }

    private static void symmetric(ComplexMatrix m, int i, int j, double re, double im) {
        m.set(i, j, re, im);
        m.set(j, i, re, im);
    }

    /**
     * Higgs couplings and dark matter; the squared masses are positive.
     *
     * @param l couplings of the point
     */
    public void couplings(T12aLagrangian l) {
        double plus = (l.lambdaEta + l.lambdaEta1 + l.lambdaEta2) * V;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                cPhi[2 * a + b] = o[2 * a] * o[2 * b] * l.lambdaS * V
                        + (o[2 * a] * o[2 * b + 1] + o[2 * a + 1] * o[2 * b]) * l.alpha
                        + o[2 * a + 1] * o[2 * b + 1] * plus;
            }
        }
        cA = (l.lambdaEta + l.lambdaEta1 - l.lambdaEta2) * V;
        cPlus = l.lambdaEta * V;
        higgsFermions();
        candidate();
    }

    /** g = U* Y U† with Y = ∂M/∂v. */
    private void higgsFermions() {
        work.product(yukawa, conjugateTranspose());
        for (int n = 0; n < 4; n++) {
            for (int m = 0; m < 4; m++) {
                double re = 0;
                double im = 0;
                for (int k = 0; k < 4; k++) {
                    re += u.re(n, k) * work.re(k, m) + u.im(n, k) * work.im(k, m);
                    im += u.re(n, k) * work.im(k, m) - u.im(n, k) * work.re(k, m);
                }
                gChi.set(n, m, re, im);
            }
        }
    }

    private ComplexMatrix conjugateTranspose() {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                dagger.set(i, j, u.re(j, i), -u.im(j, i));
            }
        }
        return dagger;
    }

    private void candidate() {
        double even = Math.sqrt(phiSq[0]);
        double odd = Math.sqrt(aSq);
        lightestCharged = Math.min(Math.sqrt(etaPlusSq), psi);
        lightestNeutral = Math.min(chi[0], Math.min(even, odd));
        if (lightestCharged < lightestNeutral) {
            darkMatter = DarkMatter.NONE;
        } else if (chi[0] == lightestNeutral) {
            darkMatter = DarkMatter.FERMION;
        } else {
            darkMatter = even == lightestNeutral ? DarkMatter.CP_EVEN : DarkMatter.CP_ODD;
        }
    }

    /** Squared masses [GeV²] in the order of the loop particles. */
    double[] squares() {
        for (int n = 0; n < 4; n++) {
            squares[CHI + n] = chi[n] * chi[n];
        }
        squares[PHI] = phiSq[0];
        squares[PHI + 1] = phiSq[1];
        squares[A] = aSq;
        squares[ETA_PLUS] = etaPlusSq;
        squares[PSI] = psi * psi;
        return squares;
    }

    /** C_nm = ½ (U_n3 U*_m3 − U_n4 U*_m4): left-handed Z coupling of χ_n to χ_m. */
    void neutralCurrent(ComplexMatrix c) {
        for (int n = 0; n < 4; n++) {
            for (int m = 0; m < 4; m++) {
                double re = product(n, m, 2) - product(n, m, 3);
                double im = imaginaryProduct(n, m, 2) - imaginaryProduct(n, m, 3);
                c.set(n, m, re / 2, im / 2);
            }
        }
    }

    private double product(int n, int m, int k) {
        return u.re(n, k) * u.re(m, k) + u.im(n, k) * u.im(m, k);
    }

    private double imaginaryProduct(int n, int m, int k) {
        return u.im(n, k) * u.re(m, k) - u.re(n, k) * u.im(m, k);
    }
}
