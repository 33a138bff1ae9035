package thetascan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.random.RandomStream;

class ScaleTest {

    /** A scale, and how much a relative error of the value may grow on the way to the coordinate and back. */
    record Case(Scale scale, double ulps) {
        @Override
        public String toString() {
            return scale.toString();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new Scale.Linear(125, 1000), 4),
                new Case(new Scale.Linear(-3, 1e-3), 4),
                new Case(new Scale.Log(1e-6, 1e6), 64),
                new Case(new Scale.Log(0.01, 10), 64),
                new Case(new Scale.SymmetricLog(1e-1, 1e7), 64),
                new Case(new Scale.SignedPower(1e7, 2), 8),
                new Case(new Scale.SignedPower(5, 3), 8),
                new Case(new Scale.SignedPower(5, 1), 8),
                new Case(new Scale.Angle(-Math.PI / 2, Math.PI / 2), 4),
                new Case(new Scale.TanBeta(0.01, 10), 32),
                new Case(new Scale.Dependent(Bound.of(100), Bound.of(1000)), 4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void monotoneAndInsideTheRange(Case aCase) {
        Scale scale = aCase.scale();
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 10_000; i++) {
            double value = scale.toTheta(i / 10_000.0);
            assertThat(value).isBetween(scale.lower(), scale.upper()).isGreaterThan(last);
            last = value;
        }
        assertThat(scale.toTheta(0)).isEqualTo(scale.lower());
        assertThat(scale.toTheta(1)).isEqualTo(scale.upper());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thereAndBack(Case aCase) {
        Scale scale = aCase.scale();
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < 20_000; i++) {
            double u = i == 0 ? 0 : i == 1 ? 1 : i == 2 ? 0.5 : i == 3 ? Math.nextUp(0.5) : random.nextDouble();
            assertThat(scale.toUnit(scale.toTheta(u))).isCloseTo(u, within(8 * Math.ulp(1.0)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backAndThere(Case aCase) {
        Scale scale = aCase.scale();
        RandomStream random = RandomStream.of(2);
        double largest = Math.max(Math.abs(scale.lower()), Math.abs(scale.upper()));
        for (int i = 0; i < 20_000; i++) {
            double value = i == 0
                    ? scale.lower()
                    : i == 1 ? scale.upper() : scale.lower() + (scale.upper() - scale.lower()) * random.nextDouble();
            boolean relative = scale instanceof Scale.Log || scale instanceof Scale.SymmetricLog;
            double unit = Math.ulp(relative ? value : largest);
            boolean collapses = scale instanceof Scale.SymmetricLog && Math.abs(value) < 0.1;
            double expected = collapses ? 0 : value;
            assertThat(scale.toTheta(scale.toUnit(value))).isCloseTo(expected, within(aCase.ulps() * unit));
        }
    }

    /** value = sign(u - 1/2) 10^(-1 + 8 · 2 |u - 1/2|) for moduli from 0.1 to 1e7. */
    @Test
    void symmetricLogAsPublished() {
        Scale scale = new Scale.SymmetricLog(1e-1, 1e7);

        assertThat(scale.toTheta(0.75)).isCloseTo(1e3, within(1e-10));
        assertThat(scale.toTheta(0.25)).isCloseTo(-1e3, within(1e-10));
        assertThat(scale.toTheta(0.5)).isZero();
        assertThat(scale.toUnit(1e3)).isCloseTo(0.75, within(1e-15));
        assertThat(scale.toUnit(-1e5)).isCloseTo(0.125, within(1e-15));
    }

    @Test
    void symmetricLogSendsSmallModuliToOneHalf() {
        Scale scale = new Scale.SymmetricLog(1e-1, 1e7);

        assertThat(scale.toUnit(0)).isEqualTo(0.5);
        assertThat(scale.toUnit(0.0999)).isEqualTo(0.5);
        assertThat(scale.toUnit(-0.0999)).isEqualTo(0.5);
        assertThat(scale.toTheta(scale.toUnit(0.1))).isCloseTo(0.1, within(1e-15));
        assertThat(scale.toTheta(scale.toUnit(-0.1))).isCloseTo(-0.1, within(1e-15));
    }

    /** m = 1e7 t |t| with t = 2u - 1. */
    @Test
    void signedSquare() {
        Scale scale = new Scale.SignedPower(1e7, 2);

        assertThat(scale.toTheta(0.75)).isEqualTo(2.5e6);
        assertThat(scale.toTheta(0.25)).isEqualTo(-2.5e6);
        assertThat(scale.toTheta(0.5)).isZero();
        assertThat(new Scale.SignedPower(8, 3).toTheta(0.75)).isCloseTo(1, within(1e-15));
    }

    /** beta = atan(lo) + (atan(hi) - atan(lo)) u. */
    @Test
    void tanBetaIsUniformInBeta() {
        Scale scale = new Scale.TanBeta(0, 1);

        assertThat(scale.toTheta(0.5)).isCloseTo(Math.sqrt(2) - 1, within(1e-15)); // tan(pi/8)
        assertThat(scale.toUnit(Math.tan(Math.PI / 12))).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void angleIsFoldedIntoItsPeriod() {
        Scale scale = new Scale.Angle(-Math.PI / 2, Math.PI / 2);

        assertThat(scale.toUnit(0.3 + Math.PI)).isCloseTo(scale.toUnit(0.3), within(1e-15));
        assertThat(scale.toUnit(-0.3 - 3 * Math.PI)).isCloseTo(scale.toUnit(-0.3), within(1e-15));
        assertThat(scale.toUnit(Math.PI / 2)).isEqualTo(1);
    }

    @Test
    void logIsUniformInTheLogarithm() {
        assertThat(new Scale.Log(1e-4, 1e2).toTheta(0.5)).isCloseTo(0.1, within(1e-16));
    }

    @Test
    void refusesBrokenRanges() {
        for (String kind : List.of("linear", "log", "symlog", "angle", "tan-beta")) {
            assertThatThrownBy(() -> Scales.of(kind, 10, 0.3, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lower 10 exceeds upper 0.3. Maybe they are swapped.");
            assertThatThrownBy(() -> Scales.of(kind, 2, 2, Map.of()))
                    .hasMessage("lower and upper are both 2. Use scale: fixed for a parameter with one value.");
            assertThatThrownBy(() -> Scales.of(kind, Double.NaN, 1, Map.of()))
                    .hasMessage("lower NaN must be a finite number");
            assertThatThrownBy(() -> Scales.of(kind, 1, Double.POSITIVE_INFINITY, Map.of()))
                    .hasMessage("upper Infinity must be a finite number");
        }
        assertThatThrownBy(() -> new Scale.Log(0, 1)).hasMessageContaining("lower 0 must be positive");
        assertThatThrownBy(() -> new Scale.SymmetricLog(-1, 1)).hasMessageContaining("lower -1 must be positive");
        assertThatThrownBy(() -> new Scale.SignedPower(-1, 2)).hasMessageContaining("upper -1 must be positive");
        assertThatThrownBy(() -> new Scale.SignedPower(1, 0)).hasMessageContaining("exponent 0 must be positive");
        assertThatThrownBy(() -> new Scale.Fixed(Double.NaN)).hasMessageContaining("value NaN must be a finite number");
    }
}
