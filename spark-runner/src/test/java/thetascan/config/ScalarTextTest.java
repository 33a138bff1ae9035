package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTextTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "-0.5, -0.5",
        "5.0e7, 5e7",
        "1e6, 1e6",
        "+.5, 0.5",
        "1., 1",
        "pi, 3.141592653589793",
        "-pi/2, -1.5707963267948966",
        "2*pi, 6.283185307179586",
        "7.28D+02, 728",
        "7.28d2, 728",
        "1.5d3, 1500"
    })
    void readsNumbers(String text, double value) {
        assertThat(ScalarText.number(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1d", "0x1p3", "NaN", "Infinity", "1e", "1,5", "--1", "pie", "7.28+002", "1f"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> ScalarText.number(text)).hasMessageStartingWith("'" + text + "' is no number");
    }

    @Test
    void namesAFortranNumberThatLostItsLetter() {
        assertThatThrownBy(() -> ScalarText.number("7.28+002")).hasMessageContaining("Fortran", "write 7.28e+002");
    }

    @Test
    void refusesNumbersBeyondDoubles() {
        assertThatThrownBy(() -> ScalarText.number("1e999")).hasMessage("1e999 exceeds the range of a double");
    }

    @Test
    void readsWholeNumbersHoweverWritten() {
        assertThat(ScalarText.integer("5.0e7")).isEqualTo(50_000_000);
        assertThat(ScalarText.integer("5.0D7")).isEqualTo(50_000_000);
        assertThat(ScalarText.integer("9007199254740993")).isEqualTo(9_007_199_254_740_993L);
        assertThat(ScalarText.integer("20240211")).isEqualTo(20_240_211);
        assertThatThrownBy(() -> ScalarText.integer("1.5")).hasMessage("1.5 is no whole number below 9.2e18");
        assertThatThrownBy(() -> ScalarText.integer("1e19")).hasMessage("1e19 is no whole number below 9.2e18");
        assertThatThrownBy(() -> ScalarText.integer("many")).hasMessage("'many' is no whole number");
    }

    @ParameterizedTest
    @CsvSource({"60s, 60", "5m, 300", "2h, 7200", "1h30m, 5400", "3d, 259200", "0s, 0", "1d2h3m4s, 93784"})
    void readsDurations(String text, long seconds) {
        assertThat(ScalarText.duration(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void readsFractionsOfSeconds() {
        assertThat(ScalarText.duration("0.25s")).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void asksForTheUnitOfADuration() {
        assertThatThrownBy(() -> ScalarText.duration("60"))
                .hasMessage("'60' is no duration such as 60s, 5m, 2h or 1h30m. Which unit: 60s, 60m, 60h?");
        assertThatThrownBy(() -> ScalarText.duration("soon"))
                .hasMessage("'soon' is no duration such as 60s, 5m, 2h or 1h30m.");
        assertThatThrownBy(() -> ScalarText.duration("")).hasMessageStartingWith("'' is no duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "1s", "1m", "1h30m", "2d", "1d2h3m4s", "0.25s", "1m0.5s"})
    void writesDurationsAsPeopleDo(String text) {
        assertThat(ScalarText.text(ScalarText.duration(text))).isEqualTo(text);
    }
}
