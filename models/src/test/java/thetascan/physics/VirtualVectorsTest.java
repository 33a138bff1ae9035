package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The double integral against a Gauss-Legendre quadrature of it written for this test in another language, 64 points on each
 * of some twenty pieces. Between 165 and 185 GeV a boson leaves its mass shell as the other reaches it.
 */
class VirtualVectorsTest {

    @ParameterizedTest
    @CsvSource({
        "125, 0.000105402",
        "150, 0.001389521",
        "165, 0.005313250",
        "171, 0.009691251",
        "172.25, 0.011144675",
        "172.5, 0.011470974",
        "173, 0.012165088",
        "178, 0.024670295",
        "182.4, 0.067583965",
        "190, 0.207840896",
        "250, 1.158244696",
        "400, 7.525274498"
    })
    void pairsOfZ(double mass, double width) {
        assertThat(VirtualVectors.z(mass)).isCloseTo(width, withPercentage(0.02));
    }

    @ParameterizedTest
    @CsvSource({
        "125, 0.000843985",
        "150, 0.011500884",
        "152, 0.014782427",
        "160.7, 0.088202666",
        "165, 0.220792137",
        "200, 1.007967877",
        "400, 16.146206675"
    })
    void pairsOfW(double mass, double width) {
        assertThat(VirtualVectors.w(mass)).isCloseTo(width, withPercentage(0.02));
    }
}
