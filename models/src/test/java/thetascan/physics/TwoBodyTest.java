package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoBodyTest {

    @Test
    void phaseSpace() {
        // λ(a, b, c) = a² + b² + c² − 2ab − 2ac − 2bc
        assertThat(TwoBody.kallen(0.04, 0.09)).isEqualTo(1 + 0.0016 + 0.0081 - 0.08 - 0.18 - 0.0072, within(1e-15));
        assertThat(TwoBody.kallen(0.25, 0.25)).isZero();
    }

    @Test
    void scalars() {
        // equal masses: g² β/(16π m)
        double beta = Math.sqrt(1 - 4 * 0.09);
        assertThat(TwoBody.scalars(500, 150, 150, 40)).isEqualTo(1600 * beta / (16 * Math.PI * 500), within(1e-14));
        assertThat(TwoBody.scalars(500, 300, 200, 40)).isZero();
        assertThat(TwoBody.scalars(500, 300, 250, 40)).isZero();
    }
}
