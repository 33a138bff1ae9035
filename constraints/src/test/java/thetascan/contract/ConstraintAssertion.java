package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.constraint.Rule;
import thetascan.quantity.Quantity;

/**
 * Tests a constraint alone: {@code verify(kappaW).given("kappa_V", 1.40).violates(0.06)}. Also checks what holds for
 * every constraint: only SATISFIED is valid, violation and term are zero then and only then.
 */
public final class ConstraintAssertion {

    private final Constraint constraint;
    private final Map<String, Double> observables = new LinkedHashMap<>();

    private ConstraintAssertion(Constraint constraint) {
        this.constraint = constraint;
    }

    /**
     * Begins a test of a constraint.
     *
     * @param constraint what to test
     * @return a point without observables yet
     */
    public static ConstraintAssertion verify(Constraint constraint) {
        return new ConstraintAssertion(constraint);
    }

    /**
     * Begins a test of an applied constraint.
     *
     * @param rule its rule
     * @return a point without observables yet
     */
    public static ConstraintAssertion verify(Rule rule) {
        return verify(new Constraint("rule", rule, Mode.APPLY, "test", "none", List.of()));
    }

    /**
     * One more observable of the point.
     *
     * @param observable its name
     * @param value      its value there
     * @return this
     */
    public ConstraintAssertion given(String observable, double value) {
        observables.put(observable, value);
        return this;
    }

    /** The constraint is satisfied. */
    public void holds() {
        assertThat(violation(ConstraintStatus.SATISFIED)).isZero();
    }

    /**
     * The constraint is violated.
     *
     * @param violation raw violation, to twelve digits
     */
    public void violates(double violation) {
        assertThat(violation(ConstraintStatus.VIOLATED)).isCloseTo(violation, within(1e-12 * Math.abs(violation)));
    }

    /** An observable is NaN or infinite. */
    public void isNotFinite() {
        assertThat(violation(ConstraintStatus.NOT_FINITE)).isEqualTo(710.782712893384);
    }

    /** An observable is undefined. */
    public void isUndefined() {
        assertThat(violation(ConstraintStatus.UNDEFINED)).isEqualTo(710.782712893384);
    }

    /** An observable was not computed. */
    public void isNotComputed() {
        assertThat(violation(ConstraintStatus.NOT_COMPUTED)).isEqualTo(710.782712893384);
    }

    /** The point lies outside the table of the limit. */
    public void isOutsideTable() {
        assertThat(violation(ConstraintStatus.OUTSIDE_TABLE)).isEqualTo(710.782712893384);
    }

    private double violation(ConstraintStatus expected) {
        List<Quantity> quantities = observables.keySet().stream()
                .map(name -> Quantity.of(name, "1", name, name))
                .toList();
        double[] row =
                observables.values().stream().mapToDouble(Double::doubleValue).toArray();
        BoundConstraints bound = new ConstraintSet(List.of(constraint)).bind(quantities);
        double[] violations = new double[1];
        byte[] statuses = new byte[1];
        double[] terms = new double[bound.termCount()];
        int first = bound.evaluate(row, violations, statuses);
        bound.terms(row, violations, statuses, terms);

        assertThat(ConstraintStatus.of(statuses[0])).isEqualTo(expected);
        boolean satisfied = expected == ConstraintStatus.SATISFIED;
        assertThat(first).isEqualTo(satisfied ? -1 : 0);
        if (satisfied) {
            assertThat(violations[0]).isZero();
            assertThat(terms).containsOnly(0.0);
        } else {
            assertThat(violations[0]).isPositive();
            assertThat(DoubleStream.of(terms).boxed())
                    .allSatisfy(term -> assertThat(term).isBetween(0.0, 1.0));
        }
        return violations[0];
    }
}
