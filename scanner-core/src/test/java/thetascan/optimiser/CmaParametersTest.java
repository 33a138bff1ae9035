package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the values the library cmaes 0.13.1 computes. */
class CmaParametersTest {

    @ParameterizedTest
    @CsvSource({
        "2, 6, 2.028611465, 0.446204987, 1.446204987, 0.624554539, 0.1548154, 0.0578590851, -2.207323655",
        "5, 8, 2.600178826, 0.365088376, 1.365088376, 0.450199558, 0.0472923042, 0.0381691607, -2.239018707",
        "10, 10, 3.167299281, 0.284428588, 1.284428588, 0.294990383, 0.0152838245, 0.0201542828, -1.758341277",
        "16, 12, 3.729458934, 0.231685576, 1.231685576, 0.206833454, 0.00660023619, 0.0121905083, -1.541424199",
        "20, 12, 3.729458934, 0.199428014, 1.199428014, 0.171767211, 0.00437235444, 0.00819140328, -1.533773553",
        "10, 100, 26.966655065, 0.690230256, 2.763082355, 0.345307647, 0.0129318716, 0.292498416, -0.237461017"
    })
    void constants(
            int n, int lambda, double muEff, double cs, double ds, double cc, double c1, double cMu, double minus) {
        CmaParameters constants = CmaParameters.of(n, lambda);

        assertThat(constants.muEff()).isCloseTo(muEff, within(1e-9));
        assertThat(constants.cSigma()).isCloseTo(cs, within(1e-9));
        assertThat(constants.dSigma()).isCloseTo(ds, within(1e-9));
        assertThat(constants.cC()).isCloseTo(cc, within(1e-9));
        assertThat(constants.c1()).isCloseTo(c1, within(1e-9));
        assertThat(constants.cMu()).isCloseTo(cMu, within(1e-9));
        double[] weights = constants.weights();
        assertThat(Arrays.stream(weights).filter(w -> w > 0).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(weights).filter(w -> w < 0).sum()).isCloseTo(minus, within(1e-9));
    }

    @Test
    void weights() {
        double[] expected = {
            0.456272647,
            0.270753097,
            0.162231117,
            0.085233547,
            0.025509592,
            -0.085320863,
            -0.236476601,
            -0.367413658,
            -0.482908327,
            -0.586221829
        };

        assertThat(CmaParameters.of(10, 10).weights()).containsExactly(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, 6", "5, 8", "10, 10", "16, 12", "20, 12"})
    void defaultPopulation(int n, int lambda) {
        assertThat(CmaParameters.defaultLambda(n)).isEqualTo(lambda);
    }
}
