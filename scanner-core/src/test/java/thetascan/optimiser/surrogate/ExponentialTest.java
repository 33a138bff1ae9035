package thetascan.optimiser.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void isTheExponentialFunctionToRounding() {
        double[] x = new double[4001];
        for (int i = 0; i < x.length; i++) x[i] = i / 100.0;
        double[] e = x.clone();
        Exponential.ofNegative(e, e.length);
        for (int i = 0; i < x.length; i++) assertThat(e[i]).isCloseTo(StrictMath.exp(-x[i]), within(1e-13));
        assertThat(e[0]).isEqualTo(1);
    }

    @Test
    void vanishesFarOutWithoutUnderflow() {
        double[] x = {41, 1e10, Double.MAX_VALUE, Double.POSITIVE_INFINITY};
        Exponential.ofNegative(x, x.length);
        for (double e : x) assertThat(e).isPositive().isLessThan(1e-17);
    }

    @Test
    void leavesTheRestAlone() {
        double[] x = {1, 2, 3};
        Exponential.ofNegative(x, 2);
        assertThat(x[2]).isEqualTo(3);
    }
}
