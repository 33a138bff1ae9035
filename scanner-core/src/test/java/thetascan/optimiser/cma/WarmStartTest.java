package thetascan.optimiser.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.optimiser.Start;

class WarmStartTest {

    /** Σ = α² I + cov, σ = det(Σ)^(1/2n), C = Σ/σ², by numpy. */
    @Test
    void distributionOfFourPoints() {
        Start start = WarmStart.of(List.of(
                new double[] {0.2, 0.3, 0.9},
                new double[] {0.25, 0.35, 0.8},
                new double[] {0.4, 0.3, 0.7},
                new double[] {0.3, 0.2, 0.95}));

        assertThat(start.mean()).containsExactly(new double[] {0.2875, 0.2875, 0.8375}, within(1e-15));
        assertThat(start.sigma()).isCloseTo(0.12255114988089462, within(1e-14));
        assertThat(start.covariance())
                .containsExactly(
                        new double[] {
                            1.0299601920348556,
                            -0.05201819151691179,
                            -0.30170551079809227,
                            -0.05201819151691179,
                            0.8635019791807388,
                            -0.21847640437103302,
                            -0.30170551079809227,
                            -0.21847640437103302,
                            1.279647511316024
                        },
                        within(1e-12));
    }

    @Test
    void onePointIsASmallSphere() {
        Start start = WarmStart.of(List.of(new double[] {0.2, 1}));

        assertThat(start.mean()).containsExactly(0.2, 1);
        assertThat(start.sigma()).isCloseTo(0.1, within(1e-15));
        assertThat(start.covariance()).containsExactly(new double[] {1, 0, 0, 1}, within(1e-14));
    }

    @Test
    void equalPointsStayInTheBox() {
        Start start = WarmStart.of(java.util.Collections.nCopies(10, new double[] {1, 0.1}));

        assertThat(start.mean()[0]).isBetween(1 - 1e-15, 1.0);
        assertThat(start.sigma()).isCloseTo(0.1, within(1e-15));
    }
}
