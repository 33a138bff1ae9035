package thetascan.dark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import thetascan.quantity.Missing;

/** The limit of LZ (arXiv:2410.17036, HEPData record 155182 v2, table 1) goes from 9 GeV to 10 TeV. */
class ScatteringObservablesTest {

    private static double overLimit(double mass) {
        double[] out = new double[ScatteringObservables.COUNT];
        ScatteringObservables.write(2e-46, 0, 0, 0, mass, 0, out, 0);
        return out[4];
    }

    @Test
    void whereTheLimitHasNoDataTheRatioIsUndefined() {
        assertThat(overLimit(9)).isCloseTo(2e-46 / 9.797484060822151e-47, withPercentage(1e-10));
        assertThat(overLimit(10_000)).isCloseTo(2e-46 / 2.93003225261514e-46, withPercentage(1e-10));
        assertThat(Missing.isUndefined(overLimit(8.9))).isTrue();
        assertThat(Missing.isUndefined(overLimit(10_001))).isTrue();
    }
}
