package thetascan.scotogenic.t12a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.PointTheta;
import thetascan.scotogenic.ReferencePoints;
import thetascan.scotogenic.ReferencePoints.Point;

/** Against the sum over mass eigenstates, where that does not cancel. */
class DoubletPropagatorTest {

    @Test
    void agreesWithTheSumOverMassEigenstates() throws Exception {
        T12aLagrangian l = new T12aLagrangian();
        T12aSpectrum s = new T12aSpectrum();
        DoubletPropagator propagator = new DoubletPropagator();
        T12aParameters parameters = new T12aParameters(InputBasis.YUKAWAS);
        int compared = 0;
        for (Point point : ReferencePoints.t12a()) {
            parameters.read(PointTheta.t12a(new T12aModel.YukawaBasis(), point), l);
            s.evaluate(l);
            propagator.set(l);
            for (double t : new double[] {1e2, 1e5, 1e7}) {
                double product = 1;
                for (int n = 0; n < 4; n++) product /= t + s.chi[n] * s.chi[n];
                propagator.evaluate(t, product);
                compare(sum(s, t, 3, 3), propagator.psiRe, propagator.psiIm);
                compare(sum(s, t, 0, 3), propagator.fRe[0], propagator.fIm[0]);
                compare(sum(s, t, 1, 3), propagator.fRe[1], propagator.fIm[1]);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3 * 69);
    }

    /** Σ_n m_n U_na U_nb/(t + m_n²), and the largest modulus of a term. */
    private static double[] sum(T12aSpectrum s, double t, int a, int b) {
        double[] result = new double[3];
        for (int n = 0; n < 4; n++) {
            double w = s.chi[n] / (t + s.chi[n] * s.chi[n]);
            double re = w * (s.u.re(n, a) * s.u.re(n, b) - s.u.im(n, a) * s.u.im(n, b));
            double im = w * (s.u.re(n, a) * s.u.im(n, b) + s.u.im(n, a) * s.u.re(n, b));
            result[0] += re;
            result[1] += im;
            result[2] = Math.max(result[2], Math.hypot(re, im));
        }
        return result;
    }

    private static void compare(double[] expected, double re, double im) {
        assertThat(re).isCloseTo(expected[0], within(2e-13 * expected[2] + 1e-300));
        assertThat(im).isCloseTo(expected[1], within(2e-13 * expected[2] + 1e-300));
    }
}
