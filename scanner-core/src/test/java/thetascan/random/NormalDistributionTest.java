package thetascan.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: scipy 1.17.1, {@code scipy.special.log_ndtr} and {@code scipy.stats.truncnorm}. */
class NormalDistributionTest {

    @ParameterizedTest
    @CsvSource({
        "-1000000.0, -500000000014.73456",
        "-1000, -500007.8266948122",
        "-40, -804.6084420137539",
        "-20, -203.9171553710973",
        "-8.3, -37.49421742374825",
        "-5.657, -18.68177435366056",
        "-5.656, -18.675950700548736",
        "-3, -6.60772622151035",
        "-1, -1.8410216450092634",
        "-0.663, -1.3717396879693353",
        "-0.6629, -1.3716134515023302",
        "-0.3, -0.9621028181688505",
        "0, -0.6931471805599453",
        "1e-09, -0.6931471797620609",
        "0.3, -0.4814101615884813",
        "0.6629, -0.2926239981666735",
        "0.663, -0.2925810891130063",
        "1, -0.1727537790234499",
        "3, -0.0013508099647481925",
        "5.7, -5.990371419005805e-09",
        "8, -6.220960574271742e-16",
        "20, -2.7536241186061556e-89"
    })
    void logCdf(double x, double expected) {
        assertThat(NormalDistribution.logCdf(x)).isCloseTo(expected, Percentage.withPercentage(2e-13));
    }

    @Test
    void inverseGoesBackHoweverFarTheTail() {
        for (double x = -1000; x <= 8; x += 0.37) {
            double y = NormalDistribution.logCdf(x);
            // above 5 the distribution function is so near 1 that its logarithm has few digits left
            double tolerance = x > 5 ? 1e-3 : 1e-9 * Math.max(1, Math.abs(x));
            assertThat(NormalDistribution.logCdfInverse(y)).isCloseTo(x, within(tolerance));
        }
        assertThat(NormalDistribution.logCdfInverse(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.logCdfInverse(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
