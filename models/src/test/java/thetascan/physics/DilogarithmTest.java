package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Special values: Abramowitz, Stegun, sect. 27.7; Lewin, Polylogarithms and associated functions. */
class DilogarithmTest {

    private static final double PI2 = Math.PI * Math.PI;

    @Test
    void specialValues() {
        double golden = (Math.sqrt(5) - 1) / 2;
        double log2 = Math.log(2);
        assertThat(Dilogarithm.li2(0)).isZero();
        assertThat(Dilogarithm.li2(1)).isEqualTo(PI2 / 6, within(1e-15));
        assertThat(Dilogarithm.li2(-1)).isEqualTo(-PI2 / 12, within(1e-15));
        assertThat(Dilogarithm.li2(0.5)).isEqualTo(PI2 / 12 - log2 * log2 / 2, within(1e-15));
        assertThat(Dilogarithm.li2(golden)).isEqualTo(PI2 / 10 - Math.pow(Math.log(golden), 2), within(1e-15));
        assertThat(Dilogarithm.li2(-golden)).isEqualTo(-PI2 / 15 + Math.pow(Math.log(golden), 2) / 2, within(1e-15));
        assertThat(Dilogarithm.li2(-1 / golden)).isEqualTo(-PI2 / 10 - Math.pow(Math.log(golden), 2), within(1e-14));
    }

    /** Li₂(x) + Li₂(−x) = ½ Li₂(x²). */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.499, 0.501, 0.7, 0.99, 0.9999})
    void duplication(double x) {
        assertThat(Dilogarithm.li2(x) + Dilogarithm.li2(-x)).isEqualTo(0.5 * Dilogarithm.li2(x * x), within(1e-15));
    }

    /** Li₂(−x) + Li₂(−1/x) = −π²/6 − ½ ln²x. */
    @ParameterizedTest
    @ValueSource(doubles = {1.001, 2, 10, 1000})
    void inversion(double x) {
        assertThat(Dilogarithm.li2(-x) + Dilogarithm.li2(-1 / x))
                .isEqualTo(-PI2 / 6 - 0.5 * Math.log(x) * Math.log(x), within(1e-13));
    }

    @Test
    void refusesTheBranchCut() {
        assertThatThrownBy(() -> Dilogarithm.li2(1.5))
                .hasMessageContaining("1.5")
                .hasMessageContaining("exceed 1");
        assertThatThrownBy(() -> Dilogarithm.li2(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
