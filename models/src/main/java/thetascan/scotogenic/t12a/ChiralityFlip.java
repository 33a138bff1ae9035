package thetascan.scotogenic.t12a;

import thetascan.physics.ComplexMatrix;
import thetascan.physics.DipoleFunctions;
import thetascan.physics.Pdg2024;

/**
 * The dipoles of T1-2-A as functions of the couplings alone. Their chirality-flipping part is K₂^R_βα = g*_Rα z*_β/m_α with z_β =
 * Σ_r c*_r G_rβ, rows r of G: g_Ψ, g_F1, g_F2; c depends on the spectrum only. So Δa_μ is quadratic in Re g_Rμ, and μ → eγ asks for a
 * small z_e. Reused.
 */
final class ChiralityFlip {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    private static final double M_MU = Pdg2024.M_MU;
    private static final int MU = 1;

    private final DipoleFunctions dipole = new DipoleFunctions();

    /** c_r [GeV⁻¹]. */
    final ComplexMatrix c = new ComplexMatrix(1, 3);

    private final double[] conservingChi = new double[4];
    private double conservingS;
    private double conservingRight;

    /** Δa_μ = a x² + b x + constant with x = Re g_Rμ. */
    private double a;

    private double b;
    private double constant;

    /** What depends on the spectrum. */
    void spectrum(T12aSpectrum s) {
        c.fill(0);
        conservingRight = 0;
        charged(s);
        neutral(s);
    }

    private void charged(T12aSpectrum s) {
        double factor = LOOP / s.etaPlusSq;
        for (int n = 0; n < 4; n++) {
            double m = s.chi[n];
            dipole.evaluate(m * m / s.etaPlusSq);
            conservingChi[n] = factor * dipole.dS;
            conservingRight += conservingChi[n] * s.u.squared(n, 2);
            double flipping = factor * dipole.eS * m;
            for (int j = 0; j < 2; j++) {
                double re = s.u.re(n, j) * s.u.re(n, 2) - s.u.im(n, j) * s.u.im(n, 2);
                double im = s.u.re(n, j) * s.u.im(n, 2) + s.u.im(n, j) * s.u.re(n, 2);
                c.add(0, 1 + j, -flipping * re, -flipping * im);
            }
        }
    }

    private void neutral(T12aSpectrum s) {
        conservingS = 0;
        for (int i = 0; i < 3; i++) {
            double scalarSq = i < 2 ? s.phiSq[i] : s.aSq;
            double singlet = i < 2 ? s.o[2 * i] : 0;
            double doublet = i < 2 ? s.o[2 * i + 1] : 1;
            dipole.evaluate(s.psi * s.psi / scalarSq);
            double conserving = -LOOP / scalarSq * dipole.dF;
            conservingS += conserving * singlet * singlet;
            conservingRight += conserving * doublet * doublet / 2;
            double flipping = -LOOP / scalarSq * dipole.eF * s.psi;
            c.add(0, 0, flipping * singlet * doublet / Math.sqrt(2), 0);
        }
    }

    /** What depends on G and Im g_Rμ too; after {@link #spectrum}. */
    void couplings(T12aLagrangian l, T12aSpectrum s) {
        double zRe = 0;
        double zIm = 0;
        for (int r = 0; r < 3; r++) {
            zRe += c.re[r] * l.g.re(r, MU) + c.im[r] * l.g.im(r, MU);
            zIm += c.re[r] * l.g.im(r, MU) - c.im[r] * l.g.re(r, MU);
        }
        double left = conservingS * l.g.squared(0, MU);
        for (int n = 0; n < 4; n++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < 2; j++) {
                re += l.g.re(1 + j, MU) * s.u.re(n, j) + l.g.im(1 + j, MU) * s.u.im(n, j);
                im += l.g.im(1 + j, MU) * s.u.re(n, j) - l.g.re(1 + j, MU) * s.u.im(n, j);
            }
            left += conservingChi[n] * (re * re + im * im);
        }
        double imaginary = l.gR.im(0, MU);
        a = -2 * M_MU * M_MU * conservingRight;
        b = -2 * M_MU * zRe;
        constant = -2 * M_MU * M_MU * left + 2 * M_MU * imaginary * zIm + a * imaginary * imaginary;
    }

    /** Δa_μ at Re g_Rμ = x. */
    double anomalousMoment(double x) {
        return (a * x + b) * x + constant;
    }

    /** Re g_Rμ of the smaller modulus that gives this Δa_μ; where none does, the one that comes closest. */
    double solve(double target) {
        double c0 = constant - target;
        double discriminant = b * b - 4 * a * c0;
        if (discriminant < 0) {
            return -b / (2 * a);
        }
        double denominator = b + Math.copySign(Math.sqrt(discriminant), b);
        return denominator == 0 ? 0 : -2 * c0 / denominator;
    }
}
