package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingTest {

    @Test
    void reasonsAreNaNsThatTellApart() {
        assertThat(Missing.NOT_COMPUTED).isNaN();
        assertThat(Missing.UNDEFINED).isNaN();
        assertThat(Missing.isNotComputed(Missing.NOT_COMPUTED)).isTrue();
        assertThat(Missing.isUndefined(Missing.UNDEFINED)).isTrue();
        assertThat(Missing.isNotComputed(Missing.UNDEFINED)).isFalse();
        assertThat(Missing.isUndefined(Missing.NOT_COMPUTED)).isFalse();
    }

    @Test
    void aBrokenCalculationIsNeither() {
        for (double broken : new double[] {Double.NaN, 0.0 / 0.0, Math.sqrt(-1), Double.POSITIVE_INFINITY, 0}) {
            assertThat(Missing.isNotComputed(broken)).isFalse();
            assertThat(Missing.isUndefined(broken)).isFalse();
        }
    }

    @Test
    void reasonsTravelThroughArrays() {
        double[] row = {1, Missing.UNDEFINED, Missing.NOT_COMPUTED};
        double[] copy = row.clone();
        System.arraycopy(row, 0, copy, 1, 2);
        assertThat(Missing.isUndefined(copy[2])).isTrue();
        assertThat(Missing.isNotComputed(row.clone()[2])).isTrue();
    }
}
