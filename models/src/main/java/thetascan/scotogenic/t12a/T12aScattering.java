package thetascan.scotogenic.t12a;

import static thetascan.physics.NucleonScattering.NEUTRON;
import static thetascan.physics.NucleonScattering.PROTON;

import thetascan.dark.ScatteringObservables;
import thetascan.physics.ComplexMatrix;

/** Scattering of the dark matter of T1-2-A on nuclei. Reused. */
final class T12aScattering {

    private static final double KEV = 1e-6;

    private final ComplexMatrix c = new ComplexMatrix(4, 4);

    void evaluate(T12aSpectrum s, double[] out, int at) {
        switch (s.darkMatter) {
            case NONE -> ScatteringObservables.undefined(out, at);
            case FERMION -> fermion(s, out, at);
            case CP_EVEN -> scalar(s, s.cPhi[0], even(s), out, at);
            case CP_ODD -> scalar(s, s.cA, odd(s), out, at);
        }
    }

    private static void scalar(T12aSpectrum s, double coupling, double splitting, double[] out, int at) {
        double m = s.lightestNeutral;
        ScatteringObservables.write(
                PROTON.scalar(coupling, m), NEUTRON.scalar(coupling, m), 0, 0, m, splitting / KEV, out, at);
    }

    private void fermion(T12aSpectrum s, double[] out, int at) {
        double m = s.lightestNeutral;
        double g = s.gChi.re(0, 0);
        s.neutralCurrent(c);
        double axial = c.re(0, 0);
        double splitting = Double.POSITIVE_INFINITY;
        for (int n = 1; n < 4; n++) {
            if (4 * c.squared(0, n) > ScatteringObservables.COUPLED) {
                splitting = Math.min(splitting, s.chi[n] - m);
            }
        }
        ScatteringObservables.write(
                PROTON.majorana(g, m),
                NEUTRON.majorana(g, m),
                PROTON.spinDependent(axial, m),
                NEUTRON.spinDependent(axial, m),
                m,
                splitting / KEV,
                out,
                at);
    }

    /** From φ₁ to A. */
    private static double even(T12aSpectrum s) {
        return s.o[1] * s.o[1] > ScatteringObservables.COUPLED
                ? Math.sqrt(s.aSq) - s.lightestNeutral
                : Double.POSITIVE_INFINITY;
    }

    /** From A to the nearer of φ₁ and φ₂ that has a share of η. */
    private static double odd(T12aSpectrum s) {
        for (int a = 0; a < 2; a++) {
            if (s.o[2 * a + 1] * s.o[2 * a + 1] > ScatteringObservables.COUPLED) {
                return Math.sqrt(s.phiSq[a]) - s.lightestNeutral;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
