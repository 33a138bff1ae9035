package thetascan.scotogenic.t12a;

import thetascan.lepton.ChargedScalarLoop;
import thetascan.lepton.LeptonAmplitudes;
import thetascan.lepton.NeutralScalarLoop;
import thetascan.physics.ComplexMatrix;
import thetascan.physics.Pdg2024;
import thetascan.physics.Propagators;

/**
 * The two sectors of T1-2-A that couple to charged leptons, (χ_n, η⁻) and (Ψ⁻, φ_a), and the chirality-enhanced decays h → l l' by
 * the low-energy theorem: with the mass shift −δM_βα l̄_β P_R l_α of the leptons, Y = d(δM)/dv − δM/v, valid for m_h well below the
 * loop masses. Reused.
 */
final class T12aFlavour {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);
    private static final double[] LEPTON_MASS = {Pdg2024.M_E, Pdg2024.M_MU, Pdg2024.M_TAU};
    private static final double RENORMALISATION_SCALE_SQ = 1e6;

    private final ChargedScalarLoop charged = ChargedScalarLoop.mixed(4);
    private final NeutralScalarLoop neutral = new NeutralScalarLoop(3);
    final LeptonAmplitudes amplitudes = new LeptonAmplitudes();

    /** δM_βα = g_Rα* w_β: the flavour vectors w, and the same for Y. */
    private final ComplexMatrix shift = new ComplexMatrix(1, 3);

    private final ComplexMatrix higgs = new ComplexMatrix(1, 3);
    private final double[] rightSq = new double[3];
    /** w_Ψ, w_1, w_2 of δM and of Y. */
    private final ComplexMatrix shiftFactor = new ComplexMatrix(1, 3);

    private final ComplexMatrix higgsFactor = new ComplexMatrix(1, 3);
    private final ComplexMatrix insertion = new ComplexMatrix(4, 4);
    private final double[] scalarSlope = new double[4];

    /** BR of h → eμ, eτ, μτ, both charge states. */
    final double[] higgsDecay = new double[3];
    /** |δM_ll|/m_l of e, μ, τ at the MS-bar scale 1 TeV. */
    final double[] massShift = new double[3];

    void evaluate(T12aLagrangian l, T12aSpectrum s, Propagators p) {
        couplings(l, s);
        amplitudes.clear();
        charged.add(p, T12aSpectrum.CHI, T12aSpectrum.ETA_PLUS, amplitudes);
        neutral.add(p, T12aSpectrum.PHI, T12aSpectrum.PSI, amplitudes);
        higgsVertex(l, s, p);
    }

    private void couplings(T12aLagrangian l, T12aSpectrum s) {
        for (int k = 0; k < 3; k++) {
            double gRe = l.gR.re[k];
            double gIm = l.gR.im[k];
            for (int n = 0; n < 4; n++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < 2; j++) {
                    double x = s.u.re(n, j);
                    double y = -s.u.im(n, j);
                    re += l.g.re(1 + j, k) * x - l.g.im(1 + j, k) * y;
                    im += l.g.re(1 + j, k) * y + l.g.im(1 + j, k) * x;
                }
                charged.left.set(n, k, re, im);
                double x = s.u.re(n, 2);
                double y = s.u.im(n, 2);
                charged.right.set(n, k, -(gRe * x + gIm * y), -(gRe * y - gIm * x));
            }
            for (int a = 0; a < 2; a++) {
                neutral.left.set(a, k, -l.g.re(0, k) * s.o[2 * a], -l.g.im(0, k) * s.o[2 * a]);
                double w = -s.o[2 * a + 1] / Math.sqrt(2);
                neutral.right.set(a, k, w * gRe, -w * gIm);
            }
            neutral.left.set(2, k, 0, 0);
            neutral.right.set(2, k, -gIm / Math.sqrt(2), -gRe / Math.sqrt(2));
        }
        s.neutralCurrent(charged.z);
        neutral.z.fill(0);
        for (int a = 0; a < 2; a++) {
            neutral.z.set(a, 2, 0, -s.o[2 * a + 1] / 2);
            neutral.z.set(2, a, 0, s.o[2 * a + 1] / 2);
        }
    }

    /**
     * Chirality flips need one mixing insertion, so δM_βα = g*_Rα (g*_Ψβ w_Ψ + g*_F1β w_1 + g*_F2β w_2) and likewise Y. With G(t) the
     * F-Ψ block of M (t + M*M)⁻¹, dG/dv − G/v = −2 G B† G, B the F-Ψ block of ∂M/∂v: nothing is left to cancel.
     */
    private void higgsVertex(T12aLagrangian l, T12aSpectrum s, Propagators p) {
        scalarMixing(l, s, p);
        fermionMixing(s, p);
        for (int k = 0; k < 3; k++) {
            project(l, shiftFactor, k, shift);
            project(l, higgsFactor, k, higgs);
            rightSq[k] = l.gR.squared(0, k);
            massShift[k] = Math.sqrt(rightSq[k] * shift.squared(0, k)) / LEPTON_MASS[k];
        }
        for (int transition = 0; transition < 3; transition++) {
            int al = transition == 0 ? 1 : 2;
            int be = transition == 2 ? 1 : 0;
            double squares = rightSq[al] * higgs.squared(0, be) + rightSq[be] * higgs.squared(0, al);
            double width = Pdg2024.MH / (8 * Math.PI) * squares;
            higgsDecay[transition] = width / (width + Pdg2024.GAMMA_H);
        }
    }

    /** g*_Ψk f_0 + g*_F1k f_1 + g*_F2k f_2. */
    private static void project(T12aLagrangian l, ComplexMatrix factor, int k, ComplexMatrix out) {
        double re = 0;
        double im = 0;
        for (int row = 0; row < 3; row++) {
            double a = l.g.re(row, k);
            double b = -l.g.im(row, k);
            re += a * factor.re[row] - b * factor.im[row];
            im += a * factor.im[row] + b * factor.re[row];
        }
        out.set(0, k, re, im);
    }

    /** Ψ⁻ with S-η_R mixing: M_Ψ α v/√2 Int t r_Ψ r_φ1 r_φ2, differentiated through S₁₁, S₁₂, S₂₂. */
    private void scalarMixing(T12aLagrangian l, T12aSpectrum s, Propagators p) {
        double[] t = p.nodes();
        double[] r = p.of(T12aSpectrum.PSI);
        double[] r1 = p.of(T12aSpectrum.PHI);
        double[] r2 = p.of(T12aSpectrum.PHI + 1);
        double slope11 = l.lambdaS * T12aSpectrum.V;
        double slope22 = (l.lambdaEta + l.lambdaEta1 + l.lambdaEta2) * T12aSpectrum.V;
        double integral = 0;
        double derivative = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = p.weights()[k] * t[k] * r[k] * r1[k] * r2[k];
            integral += x;
            derivative -=
                    x * r1[k] * r2[k] * (slope11 * (t[k] + s.s22) + slope22 * (t[k] + s.s11) - 2 * s.s12 * l.alpha);
        }
        double factor = LOOP * s.psi * s.s12 / Math.sqrt(2);
        shiftFactor.set(0, 0, factor * integral, 0);
        higgsFactor.set(0, 0, factor * derivative, 0);
    }

    /** χ_n with F-Ψ mixing: Σ_n U_nj U_n3 m_n B₀(m_n², m_+²). */
    private void fermionMixing(T12aSpectrum s, Propagators p) {
        insertion(s);
        for (int j = 0; j < 2; j++) {
            double shiftRe = 0;
            double shiftIm = 0;
            double re = 0;
            double im = 0;
            for (int n = 0; n < 4; n++) {
                double a = s.u.re(n, j);
                double b = s.u.im(n, j);
                double diagonalRe = a * s.u.re(n, 2) - b * s.u.im(n, 2);
                double diagonalIm = a * s.u.im(n, 2) + b * s.u.re(n, 2);
                double selfEnergy = s.chi[n] * selfEnergy(p, n);
                shiftRe += diagonalRe * selfEnergy;
                shiftIm += diagonalIm * selfEnergy;
                // through the mass of η⁺
                double slope = -s.cPlus * s.chi[n] * scalarSlope[n];
                re += diagonalRe * slope;
                im += diagonalIm * slope;
                for (int m = 0; m < 4; m++) {
                    double cRe = a * s.u.re(m, 2) - b * s.u.im(m, 2);
                    double cIm = a * s.u.im(m, 2) + b * s.u.re(m, 2);
                    double log = charged.logarithm(n, m);
                    double one = s.chi[n] * s.chi[m] * charged.triangle(n, m);
                    double gRe = 2 * (log - one) * insertion.re(n, m);
                    double gIm = 2 * (log + one) * insertion.im(n, m);
                    re += cRe * gRe - cIm * gIm;
                    im += cRe * gIm + cIm * gRe;
                }
            }
            shiftFactor.set(0, 1 + j, LOOP * shiftRe, LOOP * shiftIm);
            higgsFactor.set(0, 1 + j, LOOP * re, LOOP * im);
        }
    }

    /** The Ψ-F block of ∂M/∂v between mass eigenstates: Σ_{a∈Ψ, b∈F} U*_na Y_ab U*_mb. */
    private void insertion(T12aSpectrum s) {
        for (int n = 0; n < 4; n++) {
            for (int m = 0; m < 4; m++) {
                double re = 0;
                double im = 0;
                for (int a = 2; a < 4; a++) {
                    for (int b = 0; b < 2; b++) {
                        double x = s.u.re(n, a) * s.u.re(m, b) - s.u.im(n, a) * s.u.im(m, b);
                        double y = -s.u.re(n, a) * s.u.im(m, b) - s.u.im(n, a) * s.u.re(m, b);
                        double yRe = s.yukawa.re(a, b);
                        double yIm = s.yukawa.im(a, b);
                        re += x * yRe - y * yIm;
                        im += x * yIm + y * yRe;
                    }
                }
                insertion.set(n, m, re, im);
            }
        }
    }

    /** B₀ at the MS-bar scale; on the way the slope Int t r_n r_+² goes to {@link #scalarSlope}. */
    private double selfEnergy(Propagators p, int n) {
        double[] t = p.nodes();
        double[] r = p.of(T12aSpectrum.CHI + n);
        double[] plus = p.of(T12aSpectrum.ETA_PLUS);
        double scaleSq = p.massSq(T12aSpectrum.ETA_PLUS);
        double sum = 0;
        double slope = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = p.weights()[k] * t[k] * plus[k];
            sum += x * (r[k] - plus[k]);
            slope += x * r[k] * plus[k];
        }
        scalarSlope[n] = slope;
        return sum - Math.log(scaleSq / RENORMALISATION_SCALE_SQ);
    }
}
