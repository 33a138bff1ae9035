package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.05, 0.05",
        "100, 100",
        "100000, 100000",
        "1000000, 1e+06",
        "1234567, 1.23457e+06",
        "-2.50, -2.5",
        "710.782712893384, 710.783",
        "1e-9, 1e-09",
        "NaN, -"
    })
    void numbersHaveNoIdleZeros(double value, String text) {
        assertThat(Explanation.number(value)).isEqualTo(text);
    }
}
