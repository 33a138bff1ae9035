package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.contract.ConstraintAssertion.verify;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import thetascan.constraint.LimitCurve.Interpolation;
import thetascan.quantity.Missing;

class RuleTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Nested
    class Intervals {

        private final Interval kappaW = new Interval("kappa_V", 0.74, 1.34);

        @Test
        void countsTheDistanceToTheNearerEnd() {
            verify(kappaW).given("kappa_V", 1.40).violates(1.40 - 1.34);
            verify(kappaW).given("kappa_V", 0.70).violates(0.74 - 0.70);
        }

        @Test
        void includesItsEnds() {
            verify(kappaW).given("kappa_V", 0.74).holds();
            verify(kappaW).given("kappa_V", 1.34).holds();
            verify(kappaW).given("kappa_V", Math.nextUp(1.34)).violates(Math.nextUp(1.34) - 1.34);
            verify(kappaW).given("kappa_V", Math.nextDown(0.74)).violates(0.74 - Math.nextDown(0.74));
        }

        @Test
        void mayBeOneSidedOrFree() {
            verify(new Interval("x", 0, INFINITY)).given("x", 1e300).holds();
            verify(new Interval("x", 0, INFINITY)).given("x", -2).violates(2);
            verify(new Interval("x", -INFINITY, 1)).given("x", -1e300).holds();
            verify(new Interval("x", -INFINITY, 1)).given("x", 3).violates(2);
            verify(new Interval("x", -INFINITY, INFINITY)).given("x", -1e300).holds();
        }

        @Test
        void boundsModuli() {
            Interval unitarity = new Interval("abs(x)", 0, 25);
            verify(unitarity).given("x", -25).holds();
            verify(unitarity).given("x", -26.5).violates(1.5);
            verify(unitarity).given("x", 26.5).violates(1.5);
            verify(new Interval("abs(x)", 2, 3)).given("x", 0.5).violates(1.5);
            verify(new Interval("abs(x)", 2, 3)).given("x", -2.5).holds();
            verify(new Interval("abs(x)", -5, -1)).given("x", -2).violates(3);
        }

        @Test
        void readsExpressions() {
            verify(new Interval("m_C1 - m_A1", -10, 10))
                    .given("m_C1", 300)
                    .given("m_A1", 312)
                    .violates(2);
        }

        @Test
        void refusesNonsense() {
            assertThatThrownBy(() -> new Interval("tan_beta1", 10, 0.3))
                    .hasMessage("tan_beta1: lower 10.0 exceeds upper 0.3. Maybe they are swapped.");
            assertThatThrownBy(() -> new Interval("x", Double.NaN, 1)).hasMessageContaining("must be numbers");
            assertThatThrownBy(() -> new Interval("x", INFINITY, INFINITY)).hasMessageContaining("holds no number");
            assertThatThrownBy(() -> new Interval("x", 0, 1, 0)).hasMessageContaining("scale 0.0 must be positive");
            assertThatThrownBy(() -> new Interval("x", 0, 1, INFINITY))
                    .hasMessage("x: scale Infinity must be positive and finite.");
        }

        @Test
        void hasTheScaleOfItsBounds() {
            assertThat(Interval.defaultScale(0.5, 1.5)).isEqualTo(0.5);
            assertThat(Interval.defaultScale(-INFINITY, -8)).isEqualTo(8);
            assertThat(Interval.defaultScale(4, INFINITY)).isEqualTo(4);
            assertThat(Interval.defaultScale(0, INFINITY)).isEqualTo(1);
            assertThat(Interval.defaultScale(-INFINITY, INFINITY)).isEqualTo(1);
            assertThat(Interval.defaultScale(2, 2)).isEqualTo(1);
        }

        @Test
        void isABoundOnAPlainObservableWhereItCan() {
            assertThat(new Interval("x", 1, 3).onObservable()).contains(new Interval.OnObservable("x", 1, 3));
            assertThat(new Interval("abs(x)", 0, 3).onObservable()).contains(new Interval.OnObservable("x", -3, 3));
            assertThat(new Interval("abs(x)", -1, 3).onObservable()).contains(new Interval.OnObservable("x", -3, 3));
            assertThat(new Interval("abs(x)", 1, 3).onObservable()).isEmpty();
            assertThat(new Interval("2 * x", 1, 3).onObservable()).isEmpty();
        }

        @Test
        void saysItsBounds() {
            assertThat(kappaW.bounds()).isEqualTo("[0.74, 1.34]");
            assertThat(new Interval("x", 0, INFINITY).bounds()).isEqualTo(">= 0");
            assertThat(new Interval("x", -INFINITY, 1).bounds()).isEqualTo("<= 1");
            assertThat(new Interval("x", 1.4000000000000001, 2.8e-4 + 5).bounds())
                    .isEqualTo("[1.4, 5.00028]");
            assertThat(new Interval("x", -INFINITY, 1).numbers()).isEqualTo(Map.of("upper", 1.0));
            assertThat(new Interval("x", -INFINITY, INFINITY).bounds()).isEqualTo("free");
        }
    }

    @Nested
    class AlternativeIntervals {

        private final Alternatives wrongSign =
                new Alternatives(List.of(new Interval("kappa_D", 0.34, 1.72), new Interval("kappa_D", -1.66, -0.28)));

        @Test
        void tellTheirNumbers() {
            assertThat(wrongSign.numbers())
                    .isEqualTo(Map.of(
                            "alternatives",
                            List.of(Map.of("lower", 0.34, "upper", 1.72), Map.of("lower", -1.66, "upper", -0.28))));
        }

        @Test
        void takeTheNearest() {
            verify(wrongSign).given("kappa_D", 1).holds();
            verify(wrongSign).given("kappa_D", -1).holds();
            verify(wrongSign).given("kappa_D", 0).violates(0.28);
            verify(wrongSign).given("kappa_D", 0.2).violates(0.34 - 0.2);
            verify(wrongSign).given("kappa_D", -2).violates(2 - 1.66);
        }

        @Test
        void sayTheirBounds() {
            assertThat(wrongSign.bounds()).isEqualTo("[0.34, 1.72] or [-1.66, -0.28]");
        }

        @Test
        void areAtLeastTwo() {
            assertThatThrownBy(() -> new Alternatives(List.of(new Interval("x", 0, 1))))
                    .hasMessageContaining("1 given, at least 2 needed");
        }

        @Test
        void neverHoldOnAMissingValue() {
            Alternatives either = new Alternatives(List.of(new Interval("x", 0, 1), new Interval("y", 0, 1)));
            verify(either).given("x", 0.5).given("y", 2).holds();
            verify(either).given("x", 0.5).given("y", Double.NaN).isNotFinite();
        }
    }

    @Nested
    class QuadraticForms {

        // 4 − x² − 2xy − 5y² + y
        private final QuadraticForm form =
                QuadraticForm.of(List.of("x", "y"), List.of(-1.0, -2.0, 0.0, -5.0), List.of(0.0, 1.0), 4, 1);

        @Test
        void tellTheirNumbers() {
            assertThat(form.numbers())
                    .isEqualTo(Map.of(
                            "matrix", List.of(-1.0, -2.0, 0.0, -5.0), "linear", List.of(0.0, 1.0), "constant", 4.0));
        }

        @Test
        void areSatisfiedWhereNotNegative() {
            verify(form).given("x", 0).given("y", 0).holds();
            verify(form).given("x", 2).given("y", 0).holds();
            verify(form).given("x", 3).given("y", 1).violates(9 + 6 + 5 - 1 - 4);
        }

        @Test
        void refuseWrongShapes() {
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(1.0, 2.0), List.of(1.0), 0, 1))
                    .hasMessage("quadratic form on [x]: matrix has 2 numbers and linear 1; 1 and 1 needed.");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x", "y"), List.of(1.0, 2.0), List.of(1.0, 2.0), 0, 1))
                    .hasMessage("quadratic form on [x, y]: matrix has 2 numbers and linear 2; 4 and 2 needed.");
            assertThatThrownBy(() -> QuadraticForm.of(List.of(), List.of(), List.of(), 0, 1))
                    .hasMessageContaining("form on []");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(1.0), List.of(INFINITY), 0, 1))
                    .hasMessageContaining("must be finite");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(1.0), List.of(1.0), INFINITY, 1))
                    .hasMessageContaining("must be finite");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(1.0), List.of(1.0), 0, 0))
                    .hasMessageContaining("scale 0.0 must be positive and finite");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(1.0), List.of(1.0), 0, INFINITY))
                    .hasMessageContaining("must be positive and finite");
            assertThatThrownBy(() -> QuadraticForm.of(List.of("x"), List.of(Double.NaN), List.of(1.0), 0, 1))
                    .hasMessageContaining("must be finite");
        }
    }

    @Nested
    class LimitCurves {

        private final LimitCurve linear =
                new LimitCurve("rate", "m", List.of(100.0, 200.0, 400.0), List.of(4.0, 2.0, 1.0), Interpolation.LINEAR);
        private final LimitCurve logLog =
                new LimitCurve("rate", "m", List.of(10.0, 1000.0), List.of(1e-46, 1e-44), Interpolation.LOG_LOG);

        @Test
        void tellTheirNumbers() {
            assertThat(logLog.numbers())
                    .isEqualTo(Map.of(
                            "x", "m",
                            "curve", List.of(List.of(10.0, 1e-46), List.of(1000.0, 1e-44)),
                            "interpolation", "log-log"));
        }

        @Test
        void interpolateLinearly() {
            verify(linear).given("rate", 3).given("m", 150).holds();
            verify(linear).given("rate", 3.5).given("m", 150).violates(0.5);
            verify(linear).given("rate", 2.5).given("m", 300).violates(1);
        }

        @Test
        void includeTheirPoints() {
            verify(linear).given("rate", 4).given("m", 100).holds();
            verify(linear).given("rate", 2).given("m", 200).holds();
            verify(linear).given("rate", 1).given("m", 400).holds();
            verify(linear).given("rate", 1.5).given("m", 400).violates(0.5);
        }

        @Test
        void interpolateInLogarithms() {
            verify(logLog).given("rate", 0.9e-45).given("m", 100).holds();
            verify(logLog).given("rate", 3e-45).given("m", 100).violates(2e-45);
            verify(logLog).given("rate", 1e-44).given("m", 1000).holds();
        }

        @Test
        void refuseWhatLiesOutsideTheTable() {
            verify(linear).given("rate", 0).given("m", 99.9).isOutsideTable();
            verify(linear).given("rate", 0).given("m", 400.1).isOutsideTable();
            verify(logLog).given("rate", 0).given("m", -1).isOutsideTable();
        }

        @Test
        void refuseBadTables() {
            assertThatThrownBy(
                            () -> new LimitCurve("r", "m", List.of(2.0, 1.0), List.of(1.0, 1.0), Interpolation.LINEAR))
                    .hasMessage("limit curve of r: abscissa 1.0 at position 1 must be finite and greater than the one"
                            + " before.");
            assertThatThrownBy(
                            () -> new LimitCurve("r", "m", List.of(0.0, 1.0), List.of(1.0, 1.0), Interpolation.LOG_LOG))
                    .hasMessageContaining("must be positive for log-log");
            assertThatThrownBy(
                            () -> new LimitCurve("r", "m", List.of(0.0, 1.0), List.of(1.0, 0.0), Interpolation.LINEAR))
                    .hasMessageContaining("limit 0.0 at 1.0 must be positive");
            assertThatThrownBy(() ->
                            new LimitCurve("r", "m", List.of(0.0, 1.0), List.of(1.0, INFINITY), Interpolation.LINEAR))
                    .hasMessageContaining("limit Infinity at 1.0 must be positive and finite");
            assertThatThrownBy(
                            () -> new LimitCurve("r", "m", List.of(1.0, 1.0), List.of(1.0, 1.0), Interpolation.LINEAR))
                    .hasMessageContaining("abscissa 1.0 at position 1");
            assertThatThrownBy(() ->
                            new LimitCurve("r", "m", List.of(1.0, INFINITY), List.of(1.0, 1.0), Interpolation.LINEAR))
                    .hasMessageContaining("abscissa Infinity at position 1");
            assertThatThrownBy(() -> new LimitCurve("r", "m", List.of(0.0, 1.0), List.of(1.0), Interpolation.LINEAR))
                    .hasMessageContaining("2 abscissae and 1 limits");
            assertThatThrownBy(() -> new LimitCurve("r", "m", List.of(0.0), List.of(1.0), Interpolation.LINEAR))
                    .hasMessageContaining("at least 2");
        }
    }

    /** Whatever the rule: a value that is no number is never satisfied, and the reason is kept. */
    @TestFactory
    List<DynamicTest> missingValuesNeverSatisfy() {
        List<Rule> rules = List.of(
                new Interval("x", -INFINITY, INFINITY),
                new Interval("abs(x)", 0, INFINITY),
                new Interval("x ^ 0", 0, 2),
                new Interval("min(x, 0)", -1, 1),
                new Interval("atan(x)", -4, 4),
                new Alternatives(List.of(new Interval("x", 0, 1), new Interval("2 * x", 5, 7))),
                QuadraticForm.of(List.of("x"), List.of(-1.0), List.of(0.0), 1, 1),
                new LimitCurve("x", "x", List.of(0.0, 9.0), List.of(9.0, 9.0), Interpolation.LINEAR));
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
                    verify(rule).given("x", 0.5).holds();
                    verify(rule).given("x", Double.NaN).isNotFinite();
                    verify(rule).given("x", INFINITY).isNotFinite();
                    verify(rule).given("x", -INFINITY).isNotFinite();
                    verify(rule).given("x", Missing.UNDEFINED).isUndefined();
                    verify(rule).given("x", Missing.NOT_COMPUTED).isNotComputed();
                }))
                .toList();
    }

    @Test
    void anExpressionThatBreaksIsNotFinite() {
        verify(new Interval("log(x)", -INFINITY, INFINITY)).given("x", -1).isNotFinite();
        verify(new Interval("1 / x", -INFINITY, INFINITY)).given("x", 0).isNotFinite();
    }

    @Test
    void aBrokenInputOutweighsAnUndefinedOneAndThatAMissingOne() {
        Interval sum = new Interval("x + y", 0, 1);
        verify(sum).given("x", Missing.UNDEFINED).given("y", Double.NaN).isNotFinite();
        verify(sum)
                .given("x", Missing.NOT_COMPUTED)
                .given("y", Missing.UNDEFINED)
                .isUndefined();
    }

    @Test
    void aHugeExcessStaysFinite() {
        verify(new Interval("x", -INFINITY, -1e308)).given("x", 1e308).violates(Double.MAX_VALUE);
    }
}
