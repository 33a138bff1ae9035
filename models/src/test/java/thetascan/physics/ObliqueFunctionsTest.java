package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: one-loop vacuum polarisations integrated numerically, computed independently. */
class ObliqueFunctionsTest {

    private static final double Z = 91.15348 * 91.15348;

    @Test
    void f() {
        assertThat(ObliqueFunctions.f(1e4, 4e4)).isEqualTo(6516.075185068126, within(1e-9));
        assertThat(ObliqueFunctions.f(2e4, 2e4)).isZero();
    }

    @Test
    void g() {
        assertThat(ObliqueFunctions.g(1e4, 4e4, Z)).isEqualTo(0.2955653229066393, within(1e-11));
        assertThat(ObliqueFunctions.g(25e4, 25e4, Z)).isEqualTo(-0.006663004361996627, within(1e-9));
    }

    @Test
    void gHat() {
        assertThat(ObliqueFunctions.gHat(1e4, Z)).isEqualTo(-4.206355915420577, within(1e-12));
        // the removable singularity: neighbours agree
        assertThat(ObliqueFunctions.gHat(Z, Z))
                .isEqualTo(
                        (ObliqueFunctions.gHat(Z * 1.001, Z) + ObliqueFunctions.gHat(Z * 0.999, Z)) / 2, within(1e-4));
    }

    /** Across the switch between logarithm and series: (x+y) d²(1/3 + d²/15 + ...) in closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-5, 1e-3, 0.05, 0.19, 0.199999, 0.200001, 0.21, 0.5})
    void fNearDegeneracy(double d) {
        double x = 3e4 * (1 + d);
        double y = 3e4 * (1 - d);
        double exact = 6e4 * 0.5 * (1 - (1 - d * d) / d * atanh(d));
        assertThat(ObliqueFunctions.f(x, y)).isEqualTo(exact, within(1e-11 * Math.max(exact, 1)));
    }

    /** artanh by its series, long enough for d ≤ 1/2, so that 1 − (1−d²) artanh(d)/d can be summed term by term. */
    private static double atanh(double d) {
        double sum = 0;
        double power = d;
        for (int n = 1; n < 200; n += 2) {
            sum += power / n;
            power *= d * d;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9e-4, 1.1e-4})
    void gNearDegeneracy(double d) {
        double sum = 2 * 250.0 * 250;
        double i = 0.5 * sum * (1 + d);
        double j = 0.5 * sum * (1 - d);
        // G is even in d and flat there: G(d) − G(0) = O(d² I/Q)
        assertThat(ObliqueFunctions.g(i, j, Z)).isEqualTo(ObliqueFunctions.g(sum / 2, sum / 2, Z), within(2e-7));
        assertThat(ObliqueFunctions.g(i, j, Z)).isEqualTo(ObliqueFunctions.g(j, i, Z), within(1e-8));
    }
}
