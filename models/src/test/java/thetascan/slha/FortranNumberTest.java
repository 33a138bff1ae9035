package thetascan.slha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FortranNumberTest {

    private static final Pattern SCIENTIFIC = Pattern.compile("-?[0-9]\\.[0-9]{16}E[+-][0-9]{2,3}");

    @ParameterizedTest
    @CsvSource({
        "1.25E+02, 125.0",
        "1.25D+02, 125.0",
        "4.0d2, 400.0",
        "3.9Q-02, 0.039",
        "-.5, -0.5",
        "+5., 5.0",
        "7, 7.0",
        "007, 7.0",
        "1.2-309, 1.2E-309",
        "-0.12345678+101, -0.12345678E101",
        "1.0E-400, 0.0",
        "-0.0, -0.0",
        "1.7976931348623157E+308, 1.7976931348623157E308",
        "4.9D-324, 4.9E-324",
        "NaN, NaN",
        "-nan, NaN",
        "nan(0x8000), NaN",
        "1.#QNAN0, NaN",
        "-1.#IND, NaN",
        "Inf, Infinity",
        "-Infinity, -Infinity",
        "1.#INF00, Infinity",
        "+INFINITY, Infinity"
    })
    void readsWhatProgramsWrite(String text, double value) {
        assertThat(FortranNumber.parse(text)).isEqualTo(Double.valueOf(value));
        assertThat(FortranNumber.isNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                ".",
                "-.",
                "E5",
                ".E5",
                "****",
                "1.0E",
                "1.0E+",
                "1.0D",
                "1.0f",
                "1.0d",
                "0x10",
                "0x1p3",
                "1_000",
                "1,25",
                "1.0E+02-2.0E+02",
                "1.2-30",
                "1.2-3099",
                "12-309",
                "1.2-30a",
                "1.2.3",
                "--1",
                "1e5.0",
                "1.#INFO",
                "21.#INF",
                "infinite",
                "nano",
                "nan(",
                "nan(a)b",
                "1.0E400",
                "-2.0D+308",
                "1.0+400",
                "١٢٣",
                "１",
                "1.0 "
            })
    void refusesEverythingElse(String text) {
        assertThat(FortranNumber.isNumber(text)).isFalse();
        assertThatThrownBy(() -> FortranNumber.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("is not a number");
    }

    @Test
    void saysWhyWhereItKnows() {
        assertThatThrownBy(() -> FortranNumber.parse("********"))
                .hasMessage("'********' is not a number: it did not fit the format of the program that wrote it");
        assertThatThrownBy(() -> FortranNumber.parse("1,5")).hasMessageContaining("a decimal point, not a comma");
        assertThatThrownBy(() -> FortranNumber.parse("1E999")).hasMessageContaining("beyond the range");
        assertThatThrownBy(() -> FortranNumber.parse("x".repeat(1000)))
                .message()
                .hasSizeLessThan(100);
    }

    @Test
    void wholeNumbersFitThirtyTwoBits() {
        assertThat(FortranNumber.isInteger("2147483647")).isTrue();
        assertThat(FortranNumber.isInteger("-2147483648")).isTrue();
        assertThat(FortranNumber.isInteger("2147483648")).isFalse();
        assertThat(FortranNumber.isInteger("0000000000000305")).isTrue();
        assertThat(FortranNumber.integer("0000000000000305")).isEqualTo(305);
        assertThat(FortranNumber.integer("+25")).isEqualTo(25);
        assertThat(FortranNumber.isInteger("1.0")).isFalse();
        assertThat(FortranNumber.isInteger("-")).isFalse();
        assertThat(FortranNumber.isInteger("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1.0000000000000000E-01",
        "-125.09, -1.2509000000000000E+02",
        "0.0, 0.0000000000000000E+00",
        "-0.0, -0.0000000000000000E+00",
        "1.7976931348623157E308, 1.7976931348623157E+308",
        "4.9E-324, 4.9406564584124700E-324",
        "123456789012345680, 1.2345678901234568E+17",
        "0.30000000000000004, 3.0000000000000004E-01"
    })
    void writesSeventeenDigits(double value, String text) {
        assertThat(FortranNumber.format(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBackToTheBitInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            SplittableRandom random = new SplittableRandom(20240211);
            for (int i = 0; i < 50_000; i++) {
                double value = Double.longBitsToDouble(random.nextLong());
                if (!Double.isFinite(value)) continue;
                String text = FortranNumber.format(value);
                boolean same =
                        Double.doubleToRawLongBits(FortranNumber.parse(text)) == Double.doubleToRawLongBits(value);
                if (!same || !SCIENTIFIC.matcher(text).matches())
                    assertThat(text).isEqualTo(Double.toString(value));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void writesOnlyWhatProgramsRead(double value) {
        assertThatThrownBy(() -> FortranNumber.format(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
