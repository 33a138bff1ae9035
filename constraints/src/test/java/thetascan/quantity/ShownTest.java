package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people write them. */
class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "1.4000000000000001, 1.4",
        "-0.37799999999999995, -0.378",
        "3.8330000000000002, 3.833",
        "2.8E-4, 2.8e-4",
        "0.001, 0.001",
        "25.132741228718345, 25.13274123",
        "1e7, 1e7",
        "9999999, 9999999",
        "-1.5e-47, -1.5e-47",
        "0, 0",
        "-0.0, 0",
        "125, 125",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, nan"
    })
    void asAPersonWritesIt(double value, String text) {
        assertThat(Decimal.shown(value)).isEqualTo(text);
    }
}
