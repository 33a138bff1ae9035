package thetascan.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: Optuna 5.0.0.dev, {@code optuna.samplers._tpe._truncnorm}. */
class TruncatedNormalTest {

    private static final double[][] CUTS = {{-1, 2}, {0, 1}, {5, 6}, {-40, -38}, {8, Double.POSITIVE_INFINITY}};

    @ParameterizedTest
    @CsvSource({
        "1e-6, -0.999996616974, 8.55624391727e-07, 5.00000019214, -38.3615967549, 8.00000012313",
        "0.25, -0.349641429292, 0.215563990886, 5.05496458037, -38.036438772, 8.03534703595",
        "0.5, 0.171163918018, 0.441770546687, 5.13137176328, -38.0182237456, 8.08491100739",
        "0.999, 1.98506308594, 0.998590307482, 5.95857265039, -38.0000263108, 8.81065276092"
    })
    void quantiles(double q, double a, double b, double c, double d, double e) {
        double[] expected = {a, b, c, d, e};
        for (int i = 0; i < CUTS.length; i++) {
            assertThat(TruncatedNormal.quantile(q, CUTS[i][0], CUTS[i][1]))
                    .isCloseTo(expected[i], Percentage.withPercentage(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5, -0.84377223888, -0.200166294324",
        "1, 0.5, 0.0309237936574, -1.07486232686",
        "2, 5.2, 0.629507563325, -15.0684460965",
        "3, -38.5, -15.4867225144, -726.557216019",
        "4, 8.1, 1.28949862671, -35.0134371599"
    })
    void densitiesAndMasses(int cut, double x, double logDensity, double logMass) {
        double a = CUTS[cut][0];
        double b = CUTS[cut][1];
        assertThat(TruncatedNormal.logDensity(x, a, b)).isCloseTo(logDensity, within(2e-10));
        assertThat(TruncatedNormal.logMass(a, b)).isCloseTo(logMass, Percentage.withPercentage(1e-9));
    }

    @Test
    void endsAndOutside() {
        assertThat(TruncatedNormal.quantile(0, -3, 4)).isEqualTo(-3);
        assertThat(TruncatedNormal.quantile(1, -3, 4)).isEqualTo(4);
        assertThat(TruncatedNormal.logDensity(4.1, -3, 4)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void quantilesRiseAndStayInsideEvenInAHairWideCutFarOut() {
        for (double[] cut : new double[][] {{-1e5, -1e5 + 1e-3}, {300, 301}, {-50, 50}, {-1e-9, 1e-9}}) {
            double before = cut[0];
            for (double q = 0; q <= 1; q += 1.0 / 64) {
                double x = TruncatedNormal.quantile(q, cut[0], cut[1]);
                assertThat(x).isBetween(before, cut[1]);
                before = x;
            }
        }
    }
}
