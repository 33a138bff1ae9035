package thetascan.optimiser.cma;

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

    /** The formulas of R. Ros and N. Hansen (PPSN X, 2008) written anew in numpy. */
    @ParameterizedTest
    @CsvSource({
        "5, 8, 2.84061043, 0.4465256326, 1.446525633, 0.4444444444, 0.04702495402, 0.1764570268",
        "10, 10, 3.414772086, 0.3298719018, 1.329871902, 0.2857142857, 0.01525497484, 0.1298401756",
        "20, 12, 3.980869173, 0.2216707377, 1.221670738, 0.1666666667, 0.00436995259, 0.08637392013",
        "40, 15, 4.540915209, 0.1375849661, 1.137584966, 0.09090909091, 0.001169432725, 0.05348299045"
    })
    void constantsOfTheSeparableVariant(
            int n, int lambda, double muEff, double cs, double ds, double cc, double c1, double cMu) {
        CmaParameters constants = CmaParameters.separable(n, lambda);

        assertThat(constants.muEff()).isCloseTo(muEff, within(1e-9));
        assertThat(constants.cSigma()).isCloseTo(cs, within(1e-9));
        assertThat(constants.dSigma()).isCloseTo(ds, within(1e-9));
        assertThat(constants.cC()).isCloseTo(cc, within(1e-9));
        assertThat(constants.c1()).isCloseTo(c1, within(1e-10));
        assertThat(constants.cMu()).isCloseTo(cMu, within(1e-9));
        assertThat(Arrays.stream(constants.weights()).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.copyOfRange(constants.weights(), lambda / 2, lambda)).containsOnly(0);
    }

    /** A large population would learn more than there is to learn. */
    @Test
    void learningRatesNeverExceedOne() {
        CmaParameters constants = CmaParameters.separable(5, 10_000);

        assertThat(constants.c1() + constants.cMu()).isLessThan(1);
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
