package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VacuumPolarisationTest {

    private static final double Q_SQ = 8315.0;

    private final Propagators propagators = new Propagators(3);
    private final VacuumPolarisation loop = new VacuumPolarisation();

    /** The definitions by composite Simpson, logarithms relative to the mass of particle 2. */
    private static double[] simpson(double a, double b, double scale) {
        int n = 20000;
        double[] sum = new double[3];
        for (int k = 0; k <= n; k++) {
            double x = (double) k / n;
            double w = (k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2) / (3.0 * n);
            double rest = x * a + (1 - x) * b;
            double d = rest - x * (1 - x) * Q_SQ;
            double log = Math.log(d / scale);
            double logRest = Math.log(rest / scale);
            sum[0] += w * 2 * (d * (1 - log) - rest * (1 - logRest));
            sum[1] += w * (4 * log * (x * (1 - x) * Q_SQ - rest / 2) + 2 * rest * logRest);
            sum[2] += w * 2 * Math.sqrt(a * b) * (log - logRest);
        }
        return sum;
    }

    @Test
    void risesFollowTheDefinitions() {
        // far below the threshold: expansion; close below it: quadrature
        double[][] masses = {{1e4, 9e4}, {4e6, 4.1e6}, {9000, 4e4}, {2500, 3600}};
        for (double[] m : masses) {
            propagators.masses(new double[] {m[0], m[1], 250000});
            loop.rise(propagators, 0, 1, 2, Q_SQ);
            double[] expected = simpson(m[0], m[1], 250000);
            assertThat(loop.scalarRise).isCloseTo(expected[0], within(1e-8 * Q_SQ));
            assertThat(loop.leftRise).isCloseTo(expected[1], within(1e-8 * Q_SQ));
            assertThat(loop.mixedRise).isCloseTo(expected[2], within(1e-8 * Q_SQ));
        }
    }

    /** LL(0) = −2 Int Δ ln Δ and LR(0) = 2 m² Int ln Δ for equal masses. */
    @Test
    void equalMassesAtRest() {
        propagators.masses(new double[] {4e4, 4e4, 1e4});
        loop.atRest(propagators, 0, 1, 2);
        assertThat(loop.left).isCloseTo(-2 * 4e4 * Math.log(4), within(1e-9));
        assertThat(loop.mixed).isCloseTo(2 * 4e4 * Math.log(4), within(1e-9));
    }
}
