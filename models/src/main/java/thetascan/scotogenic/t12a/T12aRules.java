package thetascan.scotogenic.t12a;

import static thetascan.relic.StandardModelFields.E;
import static thetascan.relic.StandardModelFields.G;
import static thetascan.relic.StandardModelFields.GZ;
import static thetascan.relic.StandardModelFields.SIN2;
import static thetascan.relic.StandardModelFields.V;

import thetascan.physics.ComplexMatrix;
import thetascan.relic.FeynmanRules;
import thetascan.relic.InertDoublet;
import thetascan.relic.Particles;
import thetascan.relic.Particles.Kind;
import thetascan.relic.Spin;
import thetascan.relic.StandardModelFields;
import thetascan.relic.StandardModelInputs;

/** Particles and vertices of T1-2-A for the relic density, in the mass basis of {@link T12aSpectrum}. */
public final class T12aRules {

    private static final double ROOT = 1 / Math.sqrt(2);

    /** Masses of the Standard Model at the scale of the annihilation. */
    public final StandardModelInputs inputs;
    /** Masses and vertices of the point written last. */
    public final FeynmanRules rules;

    private final Particles particles = new Particles();
    private final StandardModelFields sm = new StandardModelFields(particles);
    private final InertDoublet eta = new InertDoublet(particles, sm, "p1", "p2");
    private final int[] chi = new int[4];
    /** Ψ⁻ and Ψ⁺. */
    private final int psi;

    private final int psiBar;
    private final ComplexMatrix current = new ComplexMatrix(4, 4);

    /** The rules for {@link thetascan.relic.Accuracy#STANDARD}, virtual W and Z included. */
    public T12aRules() {
        this(true);
    }

    /**
     * The rules with or without virtual W and Z.
     *
     * @param virtual as in {@link StandardModelInputs}
     */
    public T12aRules(boolean virtual) {
        inputs = new StandardModelInputs(virtual);
        for (int n = 0; n < 4; n++) {
            chi[n] = particles.add("x" + (n + 1), Spin.FERMION, Kind.DARK);
        }
        psi = particles.add("P-", "P+", Spin.FERMION, Kind.DARK, -3, 1);
        psiBar = particles.anti(psi);
        rules = new FeynmanRules(particles);
        write(new T12aLagrangian(), new T12aSpectrum());
    }

    /**
     * Takes over a point; {@link #inputs} must be set.
     *
     * @param l couplings of the point
     * @param spectrum masses and mixings of the same point
     */
    public void write(T12aLagrangian l, T12aSpectrum spectrum) {
        rules.begin();
        sm.write(rules, inputs);
        scalars(l, spectrum);
        fermions(spectrum);
        for (int k = 0; k < 3; k++) {
            for (int n = 0; n < 4; n++) {
                neutralYukawa(l, spectrum, n, k);
            }
            chargedYukawa(l, spectrum, k);
        }
    }

    private void scalars(T12aLagrangian l, T12aSpectrum spectrum) {
        double[] o = spectrum.o;
        eta.writeGauge(rules, o, 1, 2);
        rules.mass(eta.plus, Math.sqrt(spectrum.etaPlusSq), 0);
        rules.mass(eta.odd, Math.sqrt(spectrum.aSq), 0);
        double plus = l.lambdaEta + l.lambdaEta1 + l.lambdaEta2;
        for (int a = 0; a < 2; a++) {
            rules.mass(eta.even[a], Math.sqrt(spectrum.phiSq[a]), 0);
            for (int b = a; b < 2; b++) {
                double quartic = o[2 * a] * o[2 * b] * l.lambdaS + o[2 * a + 1] * o[2 * b + 1] * plus;
                rules.sss(sm.higgs, eta.even[a], eta.even[b], -spectrum.cPhi[2 * a + b]);
                rules.ssss(sm.higgs, sm.higgs, eta.even[a], eta.even[b], -quartic);
            }
        }
        rules.sss(sm.higgs, eta.odd, eta.odd, -spectrum.cA);
        rules.ssss(sm.higgs, sm.higgs, eta.odd, eta.odd, -spectrum.cA / V);
        rules.sss(sm.higgs, eta.plus, eta.minus, -spectrum.cPlus);
        rules.ssss(sm.higgs, sm.higgs, eta.plus, eta.minus, -spectrum.cPlus / V);
    }

    private void fermions(T12aSpectrum spectrum) {
        ComplexMatrix u = spectrum.u;
        double w = G * ROOT;
        double z = GZ * (SIN2 - 0.5);
        spectrum.neutralCurrent(current);
        rules.mass(psi, spectrum.psi, 0);
        rules.ffv(psiBar, psi, sm.photon, -E, 0, -E, 0);
        rules.ffv(psiBar, psi, sm.z, z, 0, z, 0);
        for (int n = 0; n < 4; n++) {
            rules.mass(chi[n], spectrum.chi[n], 0);
            for (int m = n; m < 4; m++) {
                double re = GZ * current.re(n, m);
                double im = GZ * current.im(n, m);
                rules.ffv(chi[n], chi[m], sm.z, re, im, -re, im);
                double gRe = spectrum.gChi.re(n, m);
                double gIm = spectrum.gChi.im(n, m);
                rules.ffs(chi[n], chi[m], sm.higgs, -gRe, -gIm, -gRe, gIm);
            }
            rules.ffv(chi[n], psi, sm.wPlus, w * u.re(n, 2), w * u.im(n, 2), w * u.re(n, 3), -w * u.im(n, 3));
            rules.ffv(psiBar, chi[n], sm.wMinus, w * u.re(n, 2), -w * u.im(n, 2), w * u.re(n, 3), w * u.im(n, 3));
        }
    }

    /** χ_n with a lepton and η, or a neutrino and a neutral scalar. */
    private void neutralYukawa(T12aLagrangian l, T12aSpectrum spectrum, int n, int k) {
        ComplexMatrix u = spectrum.u;
        // L = g_F1 U*_n1 + g_F2 U*_n2, R = −g_R* U_n3
        double leftRe = 0;
        double leftIm = 0;
        for (int j = 0; j < 2; j++) {
            leftRe += l.g.re(1 + j, k) * u.re(n, j) + l.g.im(1 + j, k) * u.im(n, j);
            leftIm += l.g.im(1 + j, k) * u.re(n, j) - l.g.re(1 + j, k) * u.im(n, j);
        }
        double gRe = l.gR.re(0, k);
        double gIm = l.gR.im(0, k);
        double rightRe = -gRe * u.re(n, 2) - gIm * u.im(n, 2);
        double rightIm = -gRe * u.im(n, 2) + gIm * u.re(n, 2);
        int lepton = sm.lepton[k];
        rules.ffs(chi[n], lepton, eta.plus, leftRe, leftIm, rightRe, rightIm);
        rules.ffs(particles.anti(lepton), chi[n], eta.minus, rightRe, -rightIm, leftRe, -leftIm);
        // c = −(g_Ψ O_a1 U*_n4 + O_a2 L/√2)
        double psiRe = l.g.re(0, k) * u.re(n, 3) + l.g.im(0, k) * u.im(n, 3);
        double psiIm = l.g.im(0, k) * u.re(n, 3) - l.g.re(0, k) * u.im(n, 3);
        for (int a = 0; a < 2; a++) {
            double o1 = spectrum.o[2 * a];
            double o2 = spectrum.o[2 * a + 1] * ROOT;
            neutrino(n, k, eta.even[a], -(o1 * psiRe + o2 * leftRe), -(o1 * psiIm + o2 * leftIm));
        }
        neutrino(n, k, eta.odd, leftIm * ROOT, -leftRe * ROOT);
    }

    private void neutrino(int n, int k, int scalar, double re, double im) {
        int nu = sm.neutrino[k];
        rules.ffs(chi[n], nu, scalar, re, im, 0, 0);
        rules.ffs(particles.anti(nu), chi[n], scalar, 0, 0, re, -im);
    }

    /** Ψ with a charged lepton and a neutral scalar. */
    private void chargedYukawa(T12aLagrangian l, T12aSpectrum spectrum, int k) {
        double gRe = l.gR.re(0, k) * ROOT;
        double gIm = l.gR.im(0, k) * ROOT;
        for (int a = 0; a < 2; a++) {
            double o1 = -spectrum.o[2 * a];
            double o2 = -spectrum.o[2 * a + 1];
            charged(k, eta.even[a], o1 * l.g.re(0, k), o1 * l.g.im(0, k), o2 * gRe, -o2 * gIm);
        }
        charged(k, eta.odd, 0, 0, -gIm, -gRe); // −i g_R*/√2
    }

    private void charged(int k, int scalar, double leftRe, double leftIm, double rightRe, double rightIm) {
        int lepton = sm.lepton[k];
        rules.ffs(psiBar, lepton, scalar, leftRe, leftIm, rightRe, rightIm);
        rules.ffs(particles.anti(lepton), psi, scalar, rightRe, -rightIm, leftRe, -leftIm);
    }
}
