package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({
        "728, 728",
        "-728, -728",
        "+728, 728",
        "0, 0",
        "-0, -0.0",
        "007, 7",
        "7., 7",
        ".5, 0.5",
        "-.5, -0.5",
        "1.5e3, 1500",
        "1.5E+3, 1500",
        "1.5e-3, 0.0015",
        "1.e2, 100",
        ".5e1, 5",
        "7.28D+02, 728",
        "7.28d2, 728",
        "7.28d+02, 728",
        "-7.28D-2, -0.0728",
        "7.288672034808533D+02, 728.8672034808533",
        "1.2e-309, 1.2e-309",
        "1e-400, 0",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157D+308, 1.7976931348623157e308",
    })
    void readsDecimals(String text, Double expected) {
        assertThat(Decimal.parse(text)).isEqualTo(expected);
        assertThat(Decimal.parseExtended(" " + text + "\t")).isEqualTo(expected);
        assertThat(Decimal.isDecimal(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.28+002   | : its exponent has lost its letter, as in Fortran output of three-digit exponents; write 7.28e+002",
                "-1.2-309   | : its exponent has lost its letter, as in Fortran output of three-digit exponents; write -1.2e-309",
                ".5+100     | : its exponent has lost its letter, as in Fortran output of three-digit exponents; write .5e+100",
                "7-3        | : its exponent has lost its letter, as in Fortran output of three-digit exponents; write 7e-3",
                "****       | : Fortran writes asterisks where a number is too long for its field",
                "*          | : Fortran writes asterisks where a number is too long for its field",
                "1e         | : the digits of its exponent are missing",
                "1.5D+      | : the digits of its exponent are missing",
                "-2d-       | : the digits of its exponent are missing",
                "1,5        | : write a decimal point instead of the comma",
                "1_000      | : write it without underscores",
                "\u22125    | : write the minus sign as '-'",
                "inf        | ' that is finite'",
                "-Infinity  | ' that is finite'",
                "NaN        | ' that is finite'",
                "''         | ''",
                "-          | ''",
                ".          | ''",
                "-.         | ''",
                "e5         | ''",
                ".e5        | ''",
                "1.2.3      | ''",
                "1e2e3      | ''",
                "1e2.5      | ''",
                "1e2.       | ''",
                "--1        | ''",
                "1 000      | ''",
                "0x1p3      | ''",
                "0x10       | ''",
                "1f         | ''",
                "1L         | ''",
                "1q5        | ''",
                "1.#INF     | ''",
                "ten        | ''",
                "*5         | ''",
                "\u0661     | ''",
                "\uff11     | ''",
            })
    void saysWhyATextIsNoNumber(String text, String reason) {
        String message = "'" + text + "' is no number" + reason;
        assertThatThrownBy(() -> Decimal.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Decimal.exact(text)).hasMessage(message);
        assertThat(Decimal.isDecimal(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1d400", "1E2147483648"})
    void refusesNumbersBeyondTheRange(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).hasMessage(text + " exceeds the range of a double");
        assertThat(Decimal.isDecimal(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "inf, Infinity",
        "+inf, Infinity",
        "-inf, -Infinity",
        ".inf, Infinity",
        "-.INF, -Infinity",
        "Infinity, Infinity",
        "-infinity, -Infinity",
        "nan, NaN",
        "NaN, NaN",
        "-nan, NaN",
        ".NaN, NaN",
        "2d1, 20",
    })
    void readsInfinitiesAndNanWhereWanted(String text, Double expected) {
        assertThat(Decimal.parseExtended(text)).isEqualTo(expected);
        assertThat(Decimal.isDecimal(text)).isEqualTo(Double.isFinite(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"infin", "nano", "inf5", "-", "", "--inf", "1.2-309"})
    void theExtendedReaderRefusesTheRest(String text) {
        assertThatThrownBy(() -> Decimal.parseExtended(text)).hasMessageStartingWith("'" + text + "' is no number");
    }

    @Test
    void aNanReadIsNoMissingValue() {
        double value = Decimal.parseExtended("nan");
        assertThat(Missing.isNotComputed(value) || Missing.isUndefined(value)).isFalse();
    }

    @Test
    void keepsEveryDigitOfAWholeNumber() {
        assertThat(Decimal.exact("9007199254740993")).isEqualTo(new BigDecimal("9007199254740993"));
        assertThat(Decimal.exact(" 5.0d7 ").longValueExact()).isEqualTo(50_000_000);
        assertThatThrownBy(() -> Decimal.exact("1e99999999999")).hasMessageContaining("exponent out of range");
    }

    @Test
    void readsBackWhatJavaWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Double value = Double.longBitsToDouble(random.nextLong());
            String text = Double.toString(value);
            assertThat(Decimal.parseExtended(text)).isEqualTo(value);
            if (Double.isFinite(value)) {
                assertThat(Decimal.parse(text.replace('E', 'D'))).isEqualTo(value);
            }
        }
    }

    @Test
    void doesNotAskForTheLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG-u-nu-arab"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Decimal.parse("1234.5D1")).isEqualTo(12345);
                assertThat(Decimal.parseExtended("-INFINITY")).isEqualTo(Double.NEGATIVE_INFINITY);
                assertThatThrownBy(() -> Decimal.parse("1234,5")).hasMessageContaining("comma");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2*x, 0, 1",
        "2.5e3+x, 0, 5",
        "2.5d-3*x, 0, 6",
        "x*7.28D+02, 2, 10",
        "1.2.3, 0, 3",
        "1e, 0, 2",
        "1e+x, 0, 3",
        "., 0, 0",
        "x, 0, 0",
        "-1, 0, 0",
        "e5, 0, 0",
        ".e5, 0, 0",
        "a1, 1, 2",
        "1, 1, 1",
        "7.28+002, 0, 4",
    })
    void findsTheEndOfANumber(String text, int from, int expected) {
        assertThat(Decimal.end(text, from)).isEqualTo(expected);
    }
}
