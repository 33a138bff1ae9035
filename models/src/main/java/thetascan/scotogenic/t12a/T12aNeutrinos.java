package thetascan.scotogenic.t12a;

import java.util.Arrays;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.LogTrapezoid;
import thetascan.physics.Propagators;

/**
 * The loop matrix M_L of T1-2-A, M_ν = Gᵀ M_L G with the rows g_Ψ, g_F1, g_F2 of G. In the basis (S Ψ₂), (η F₁), (η F₂), with the
 * mass-flipping propagator G(t) of the neutral fermions and the mass matrix S of (S, η_R), all over 16π²:
 *
 * <pre>
 * (M_L)_11 = −Int t (t + S₂₂) G*_ΨΨ / [(t+m_φ1²)(t+m_φ2²)]
 * (M_L)_1c = (α v/√2) Int t G*_ΨFc / [(t+m_φ1²)(t+m_φ2²)]
 * (M_L)_rc = −Int t [α² v² − λ''_η v² (t + S₁₁)] G*_FrFc / {2 (t+m_φ1²)(t+m_φ2²)(t+m_A²)}
 * </pre>
 *
 * The differences between scalars and, in {@link DoubletPropagator}, between fermions are done on paper: tiny α, λ''_η or y cost no
 * digits.
 */
final class T12aNeutrinos {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    /** Relative rounding error of one term. */
    private static final double ROUNDING = 0x1p-50;

    private final DoubletPropagator doublet = new DoubletPropagator();

    /** M_L [GeV]. */
    final ComplexMatrix loop = new ComplexMatrix(3, 3);
    /** Rounding error of each element [GeV], row-major. */
    final double[] error = new double[9];

    /** The η-η integrand without propagators of fermions, and the sum of its moduli before they cancel. */
    private final double[] eta = new double[LogTrapezoid.CAPACITY];

    private final double[] etaModulus = new double[LogTrapezoid.CAPACITY];

    void evaluate(T12aLagrangian l, T12aSpectrum s, Propagators p) {
        loop.fill(0);
        Arrays.fill(error, 0);
        doublet.set(l);
        firstRow(l, s, p);
        for (int n = 0; n < 4; n++) {
            double[] r = p.of(T12aSpectrum.CHI + n);
            double sum = 0;
            double modulus = 0;
            for (int k = 0; k < p.count(); k++) {
                sum += eta[k] * r[k];
                modulus += etaModulus[k] * r[k];
            }
            double factor = LOOP * s.chi[n] / 2;
            add(s.u, n, 0, 0, factor * sum, factor * modulus);
            add(s.u, n, 0, 1, factor * sum, factor * modulus);
            add(s.u, n, 1, 1, factor * sum, factor * modulus);
        }
        symmetrise();
    }

    private void symmetrise() {
        for (int row = 1; row < 3; row++) {
            for (int column = 0; column < row; column++) {
                loop.set(row, column, loop.re(column, row), loop.im(column, row));
                error[3 * row + column] = error[3 * column + row];
            }
        }
    }

    /** The elements with Ψ₂; on the way the η-η integrand. */
    private void firstRow(T12aLagrangian l, T12aSpectrum s, Propagators p) {
        double[] t = p.nodes();
        double[] phi1 = p.of(T12aSpectrum.PHI);
        double[] phi2 = p.of(T12aSpectrum.PHI + 1);
        double[] a = p.of(T12aSpectrum.A);
        double[] r0 = p.of(T12aSpectrum.CHI);
        double[] r1 = p.of(T12aSpectrum.CHI + 1);
        double[] r2 = p.of(T12aSpectrum.CHI + 2);
        double[] r3 = p.of(T12aSpectrum.CHI + 3);
        double alphaSq = s.s12 * s.s12;
        double splitting = l.lambdaEta2 * T12aSpectrum.V * T12aSpectrum.V;
        double mixing = LOOP * s.s12 / Math.sqrt(2);
        for (int k = 0; k < p.count(); k++) {
            double x = p.weights()[k] * t[k] * phi1[k] * phi2[k];
            eta[k] = -x * (alphaSq - splitting * (t[k] + s.s11)) * a[k];
            etaModulus[k] = x * (alphaSq + Math.abs(splitting * (t[k] + s.s11))) * a[k];
            doublet.evaluate(t[k], r0[k] * r1[k] * r2[k] * r3[k]);
            double y = -LOOP * x * (t[k] + s.s22);
            accumulate(0, y * doublet.psiRe, -y * doublet.psiIm);
            for (int j = 0; j < 2; j++) {
                accumulate(1 + j, mixing * x * doublet.fRe[j], -mixing * x * doublet.fIm[j]);
            }
        }
    }

    private void accumulate(int column, double re, double im) {
        loop.add(0, column, re, im);
        error[column] += ROUNDING * (Math.abs(re) + Math.abs(im));
    }

    /** Adds weight · U*_n,row U*_n,column for the fields F_row, F_column. */
    private void add(ComplexMatrix u, int n, int row, int column, double weight, double modulus) {
        double aRe = u.re(n, row);
        double aIm = -u.im(n, row);
        double bRe = u.re(n, column);
        double bIm = -u.im(n, column);
        loop.add(1 + row, 1 + column, weight * (aRe * bRe - aIm * bIm), weight * (aRe * bIm + aIm * bRe));
        error[3 * (1 + row) + 1 + column] += ROUNDING * modulus * Math.sqrt(u.squared(n, row) * u.squared(n, column));
    }
}
