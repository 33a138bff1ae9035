package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.constraint.Measurement.Correlated;
import thetascan.quantity.Quantity;

class ChiSquareTest {

    private static double value(QuadraticForm form, Map<String, Double> at) {
        List<String> names = at.keySet().stream().sorted().toList();
        double[] row = names.stream().mapToDouble(at::get).toArray();
        List<Quantity> quantities =
                names.stream().map(name -> Quantity.of(name, "1", name, name)).toList();
        return form.bind(ObservableColumns.of(quantities)).value(row);
    }

    private static Constraint constraint(Map<String, ?> keys) {
        return Constraint.read(keys, "here", Measurements.shipped());
    }

    /** The ellipsoid of arXiv:1803.01853 at 95 % (χ² of three degrees of freedom: 7.8147), computed elsewhere, is that of its numbers. */
    @Test
    void theEllipsoidOfSTU() {
        ChiSquare sum = new ChiSquare();
        sum.add(
                new Correlated(
                        List.of("S", "T", "U"),
                        List.of(0.04, 0.09, -0.02),
                        List.of(0.11, 0.14, 0.11),
                        List.of(0.92, -0.68, -0.87)),
                List.of("S", "T", "U"));
        QuadraticForm ours = sum.atMost(7.814727903, 1);
        QuadraticForm shipped = Measurements.shipped().named("oblique_STU").region(List.of("S", "T", "U"), 1);
        for (int i = 0; i < 9; i++) {
            assertThat(ours.matrix().get(i)).isCloseTo(shipped.matrix().get(i), within(1e-4));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(ours.linear().get(i)).isCloseTo(shipped.linear().get(i), within(1e-5));
        }
        assertThat(ours.constant()).isCloseTo(shipped.constant(), within(1e-6));
    }

    /** (x² − 2ρxy + y²)/(1 − ρ²), pulls x and y: the Standard Model is 5/7 of an error of S from the fit of 2024 and on that of T. */
    @Test
    void theFitOfSAndTOf2024() {
        ChiSquare sum = new ChiSquare();
        sum.add(Measurements.shipped().named("oblique_ST_2024").correlated(), List.of("S", "T"));
        QuadraticForm form = sum.atMost(5.991464547, 1);
        double expected = 25.0 / 49 / (1 - 0.93 * 0.93);
        assertThat(value(form, Map.of("S", 0.0, "T", 0.0))).isCloseTo(5.991464547 - expected, within(1e-9));
        assertThat(value(form, Map.of("S", -0.05, "T", 0.0))).isCloseTo(5.991464547, within(1e-9));
        assertThat(value(form, Map.of("S", 0.02, "T", 0.06))).isGreaterThan(0);
        assertThat(value(form, Map.of("S", 0.02, "T", -0.06))).isLessThan(0);
    }

    /** By hand: 1 ± 0.5 and 2 ± 1 with correlation 0.6 have C⁻¹ = [[4, −1.2], [−1.2, 1]] / 0.64. */
    @Test
    void measurementsOfTheSameObservableAddUp() {
        Correlated two = new Correlated(List.of("a", "b"), List.of(1.0, 2.0), List.of(0.5, 1.0), List.of(0.6));
        ChiSquare sum = new ChiSquare();
        sum.add(two, List.of("x", "x"));
        sum.add(new Correlated(List.of("c"), List.of(3.0), List.of(2.0), List.of()), List.of("x + y"));
        QuadraticForm form = sum.above(1, 5, 1);
        assertThat(form.expressions()).containsExactly("x", "x + y");
        double atReference = 1 / 0.64 + 1;
        double chiSquare = (4 * 0.25 + 2 * 1.2 * 0.5 * 0.5 + 0.25) / 0.64 + 0.25;
        assertThat(value(form, Map.of("x", 1.5, "y", 0.5))).isCloseTo(5 + atReference - chiSquare, within(1e-12));
    }

    /** The Standard Model is where it is measured from; a window of two standard deviations in one direction is one of four in χ². */
    @Test
    void signalStrengthsOfAtlasAndCms() {
        for (String name : List.of("mu_CMS_2022", "mu_ATLAS_2022")) {
            Correlated measured = Measurements.shipped().named(name).correlated();
            List<String> same = Collections.nCopies(measured.quantities().size(), "mu");
            Constraint constraint = constraint(Map.of(
                    "name",
                    "signals",
                    "sector",
                    "higgs",
                    "chi_square",
                    List.of(Map.of("measurement", name, "observables", same)),
                    "than",
                    1,
                    "upper",
                    4));
            assertThat(constraint.source()).contains("Nature 607");
            QuadraticForm form = (QuadraticForm) constraint.rule();
            assertThat(value(form, Map.of("mu", 1.0))).isCloseTo(4, within(1e-12));
            // one strength for everything: ATLAS 1.05 ± 0.06, CMS 1.002 ± 0.057 (with theory errors that these
            // correlations carry in part)
            double error = 1 / Math.sqrt(-form.matrix().get(0));
            double best = -form.linear().get(0) / (2 * form.matrix().get(0));
            assertThat(error).as(name).isBetween(0.045, 0.066);
            assertThat(best).as(name).isBetween(0.9, 1.1);
        }
    }

    /** A quantity left out is one that nothing is said of: the smallest χ² over its values. */
    @Test
    void withoutAQuantity() {
        Correlated three = new Correlated(
                List.of("a", "b", "c"), List.of(1.0, 2.0, 3.0), List.of(0.5, 1.0, 2.0), List.of(0.6, -0.3, 0.2));
        Correlated two = three.without(List.of("b"));
        assertThat(two)
                .isEqualTo(new Correlated(List.of("a", "c"), List.of(1.0, 3.0), List.of(0.5, 2.0), List.of(-0.3)));
        ChiSquare all = new ChiSquare();
        all.add(three, List.of("a", "b", "c"));
        ChiSquare some = new ChiSquare();
        some.add(two, List.of("a", "c"));
        QuadraticForm form = all.atMost(0, 1);
        double largest = Double.NEGATIVE_INFINITY;
        for (double b = -4; b < 8; b += 1e-3) {
            largest = Math.max(largest, value(form, Map.of("a", 2.0, "b", b, "c", 1.0)));
        }
        assertThat(value(some.atMost(0, 1), Map.of("a", 2.0, "c", 1.0))).isCloseTo(largest, within(1e-5));
        assertThatThrownBy(() -> three.without(List.of("bb")))
                .hasMessageStartingWith("'without' names bb, which is none of [a, b, c].");
    }

    @Test
    void mistakesAreNamed() {
        ChiSquare sum = new ChiSquare();
        Correlated contradictory = new Correlated(
                List.of("a", "b", "c"), List.of(1.0, 1.0, 1.0), List.of(1.0, 1.0, 1.0), List.of(0.9, 0.9, -0.9));
        assertThatThrownBy(() -> sum.add(contradictory, List.of("x", "y", "z")))
                .hasMessage("the correlations of c contradict each other: their matrix is not positive definite.");
        assertThatThrownBy(() -> sum.add(contradictory, List.of("x")))
                .hasMessage("'observables' has 1 entries, the measurement 3 quantities: [a, b, c].");
        assertThatThrownBy(() -> new Correlated(List.of("a", "b"), List.of(1.0), List.of(1.0, 1.0), List.of()))
                .hasMessage("2 quantities need 2 values, 2 errors and 1 correlations, there are 1, 2 and 0.");
        assertThatThrownBy(() -> new Correlated(List.of("a"), List.of(1.0), List.of(0.0), List.of()))
                .hasMessage("values must be finite, errors positive, correlations between -1 and 1.");
        assertThatThrownBy(() -> Measurements.shipped().named("kappa_W").correlated())
                .hasMessage("measurement kappa_W has no values with correlations.");
        assertThatThrownBy(() -> Measurements.shipped().named("mu_CMS_2022").interval("x"))
                .hasMessageContaining("no window: use 'chi_square'");
        assertThatThrownBy(() -> constraint(Map.of("name", "a", "sector", "s", "chi_square", List.of(), "scale", 1)))
                .hasMessageContaining("upper");
    }
}
