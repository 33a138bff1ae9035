package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Matrices built from known eigenvalues and random rotations. */
class SymmetricEigenvaluesTest {

    private final SymmetricEigenvalues solver = new SymmetricEigenvalues();

    private double[] solve(double[][] m) {
        double[] values = new double[5];
        solver.descending(m[0][0], m[1][1], m[2][2], m[0][1], m[0][2], m[1][2], values, 1);
        assertThat(values[0]).isZero();
        assertThat(values[4]).isZero();
        return new double[] {values[1], values[2], values[3]};
    }

    /** R diag(values) R^T with R from a unit quaternion. */
    private static double[][] rotated(double[] values, SplittableRandom random) {
        double[] q = new double[4];
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextDouble(-1, 1);
            norm += q[i] * q[i];
        }
        double s = 2 / norm;
        double[][] r = {
            {1 - s * (q[2] * q[2] + q[3] * q[3]), s * (q[1] * q[2] - q[0] * q[3]), s * (q[1] * q[3] + q[0] * q[2])},
            {s * (q[1] * q[2] + q[0] * q[3]), 1 - s * (q[1] * q[1] + q[3] * q[3]), s * (q[2] * q[3] - q[0] * q[1])},
            {s * (q[1] * q[3] - q[0] * q[2]), s * (q[2] * q[3] + q[0] * q[1]), 1 - s * (q[1] * q[1] + q[2] * q[2])}
        };
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    m[i][j] += r[i][k] * values[k] * r[j][k];
                }
            }
        }
        return m;
    }

    @Test
    void recoversRandomSpectra() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            double[] values = {random.nextDouble(1, 9), random.nextDouble(-1, 1), random.nextDouble(-9, -1)};
            assertThat(solve(rotated(values, random))).containsExactly(values, within(1e-11));
        }
    }

    @Test
    void recoversNearlyDegenerateSpectra() {
        SplittableRandom random = new SplittableRandom(4);
        for (double gap = 1e-1; gap > 1e-16; gap /= 3) {
            for (int i = 0; i < 50; i++) {
                assertThat(solve(rotated(new double[] {5 + gap, 5, -2}, random)))
                        .as("gap %s", gap)
                        .containsExactly(new double[] {5 + gap, 5, -2}, within(2e-11));
                assertThat(solve(rotated(new double[] {5, -2, -2 - gap}, random)))
                        .as("gap %s", gap)
                        .containsExactly(new double[] {5, -2, -2 - gap}, within(2e-11));
            }
        }
    }

    @Test
    void recoversMultiplesOfTheIdentity() {
        assertThat(solve(new double[][] {{7, 0, 0}, {0, 7, 0}, {0, 0, 7}})).containsExactly(7, 7, 7);
        assertThat(solve(new double[3][3])).containsExactly(0, 0, 0);
    }

    @Test
    void passesOnWhatIsNotANumber() {
        assertThat(solve(new double[][] {{Double.NaN, 0, 0}, {0, 1, 0}, {0, 0, 2}}))
                .contains(Double.NaN);
        assertThat(solve(new double[][] {{1, Double.NaN, 0}, {0, 1, 0}, {0, 0, 2}}))
                .contains(Double.NaN);
    }
}
