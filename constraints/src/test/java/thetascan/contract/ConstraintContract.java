package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.constraint.Rule;
import thetascan.constraint.Verdict;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/**
 * What every {@link Rule} must do, whoever writes it. A test of a rule extends this class and names the rule and a few
 * points; JUnit runs the tests below on it. An author of a jar takes the class from the jar of contracts
 * ({@code thetascan-constraints}, classifier {@code contracts}; with JUnit 5 and AssertJ).
 */
public abstract class ConstraintContract {

    /** An observable no rule reads; its column comes first, so that a rule cannot count on the order of columns. */
    private static final String STRANGER = "no_rule_reads_this";

    private static final int RANDOM_POINTS = 2000;

    /** For subclasses. */
    protected ConstraintContract() {}

    /**
     * The rule under test, the same at every call.
     *
     * @return a value
     */
    protected abstract Rule rule();

    /**
     * Points where the rule holds.
     *
     * @return one or more, each with a value for every observable the rule reads
     */
    protected abstract List<Map<String, Double>> satisfied();

    /**
     * Points where it does not.
     *
     * @return one or more, each with a value for every observable the rule reads
     */
    protected abstract List<Map<String, Double>> violated();

    /**
     * Points outside the table of a limit.
     *
     * @return none by default
     */
    protected List<Map<String, Double>> outside() {
        return List.of();
    }

    /** All there is to know of one point. */
    private record Judged(int first, double violation, ConstraintStatus status, double term, double[] slacks) {}

    @Test
    void holdsWhereSaid() {
        assertThat(satisfied()).isNotEmpty();
        for (Map<String, Double> point : satisfied()) {
            Judged judged = judge(point);
            assertThat(judged.status).as("%s", point).isEqualTo(ConstraintStatus.SATISFIED);
            assertThat(judged.first).isEqualTo(-1);
            assertThat(judged.violation).isZero();
            assertThat(judged.term).isZero();
            assertThat(Math.max(judged.slacks[0], judged.slacks[1])).isNotPositive();
        }
    }

    @Test
    void isViolatedWhereSaid() {
        assertThat(violated()).isNotEmpty();
        for (Map<String, Double> point : violated()) {
            Judged judged = judge(point);
            assertThat(judged.status).as("%s", point).isEqualTo(ConstraintStatus.VIOLATED);
            assertThat(judged.first).isZero();
            assertThat(judged.violation).isPositive().isFinite();
            assertThat(judged.term).isPositive().isLessThanOrEqualTo(1);
            assertThat(Math.max(judged.slacks[0], judged.slacks[1])).isPositive();
        }
    }

    @Test
    void isOutsideItsTableWhereSaid() {
        for (Map<String, Double> point : outside()) {
            assertMissing(point, ConstraintStatus.OUTSIDE_TABLE);
        }
    }

    @Test
    void noMissingValueEverSatisfies() {
        for (Map<String, Double> point : points()) {
            for (String observable : point.keySet()) {
                assertMissing(with(point, observable, Double.NaN), ConstraintStatus.NOT_FINITE);
                assertMissing(with(point, observable, Double.POSITIVE_INFINITY), ConstraintStatus.NOT_FINITE);
                assertMissing(with(point, observable, Double.NEGATIVE_INFINITY), ConstraintStatus.NOT_FINITE);
                assertMissing(with(point, observable, Missing.UNDEFINED), ConstraintStatus.UNDEFINED);
                assertMissing(with(point, observable, Missing.NOT_COMPUTED), ConstraintStatus.NOT_COMPUTED);
            }
        }
    }

    @Test
    void violationsTermsAndSlacksAgreeEverywhere() {
        SplittableRandom random = new SplittableRandom(20240211);
        List<Map<String, Double>> points = points();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            Map<String, Double> point = new LinkedHashMap<>(points.get(random.nextInt(points.size())));
            point.replaceAll((observable, value) -> perturbed(value, random));
            assertConsistent(point, judge(point));
        }
    }

    private static double perturbed(double value, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> value;
            case 1 -> 0;
            case 2 -> -value;
            case 3 -> 1e308 * (1 - 2 * random.nextInt(2));
            case 4 -> Math.nextUp(value);
            case 5 -> value * Math.exp(random.nextDouble(-40, 40));
            default -> value + (1 + Math.abs(value)) * random.nextDouble(-2, 2);
        };
    }

    private static void assertConsistent(Map<String, Double> point, Judged judged) {
        assertThat(judged.violation)
                .as("violation at %s", point)
                .isNotNegative()
                .isFinite();
        assertThat(judged.term).as("term at %s", point).isBetween(0.0, 1.0);
        boolean satisfied = judged.status == ConstraintStatus.SATISFIED;
        assertThat(judged.first == -1).as("valid at %s", point).isEqualTo(satisfied);
        assertThat(judged.violation == 0).as("no violation at %s", point).isEqualTo(satisfied);
        double slack = Math.max(judged.slacks[0], judged.slacks[1]);
        if (satisfied) {
            assertThat(judged.term).as("term at %s", point).isZero();
            assertThat(slack).as("slack at %s", point).isNotPositive();
        } else if (judged.status == ConstraintStatus.VIOLATED) {
            assertThat(slack).as("slack at %s", point).isNotNegative();
        } else {
            assertThat(judged.violation).as("violation at %s", point).isEqualTo(BoundConstraints.LARGEST);
            assertThat(slack).as("slack at %s", point).isNaN();
        }
    }

    @Test
    void findsItsObservablesByName() {
        for (Map<String, Double> point : points()) {
            List<String> names = new ArrayList<>(point.keySet());
            Collections.reverse(names);
            Map<String, Double> reversed = new LinkedHashMap<>();
            names.forEach(name -> reversed.put(name, point.get(name)));
            assertThat(judge(reversed).violation).as("%s", point).isEqualTo(judge(point).violation);
        }
    }

    @Test
    void refusesAnObservableItDoesNotFindAndSuggestsOne() {
        for (String missing : satisfied().get(0).keySet()) {
            List<Quantity> misspelt = new ArrayList<>();
            for (String name : satisfied().get(0).keySet()) {
                misspelt.add(quantity(name.equals(missing) ? name + "_" : name));
            }
            ConstraintSet set = set(Mode.APPLY);
            assertThatThrownBy(() -> set.bind(misspelt))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("constraint rule: unknown observable '" + missing + "'.")
                    .hasMessageContaining("Did you mean");
        }
    }

    @Test
    void vetoesOnlyWhereApplied() {
        assertThat(set(Mode.RECORD)
                        .bind(quantities(violated().get(0)))
                        .evaluate(row(violated().get(0)), new double[1], new byte[1]))
                .isEqualTo(-1);
        assertThat(set(Mode.SKIP).bind(quantities(violated().get(0))).size()).isZero();
    }

    @Test
    void saysWhatItReadsAndItsBounds() {
        assertThat(rule().expressions()).isNotEmpty().allSatisfy(text -> assertThat(text)
                .isNotBlank());
        assertThat(rule().bounds()).isNotBlank();
        Verdict verdict = set(Mode.APPLY)
                .bind(quantities(violated().get(0)))
                .explain(row(violated().get(0)))
                .get(0);
        assertThat(verdict.value()).isFinite();
        assertThat(verdict.slack()).isPositive().isFinite();
    }

    @Test
    void isAValue() {
        assertThat(rule()).isEqualTo(rule()).hasSameHashCodeAs(rule());
    }

    @Test
    void judgesWithoutAllocation() {
        List<double[]> rows = points().stream().map(ConstraintContract::row).toList();
        BoundConstraints bound = set(Mode.APPLY).bind(quantities(points().get(0)));
        double[] violations = new double[1];
        byte[] statuses = new byte[1];
        double[] terms = new double[bound.termCount()];
        double[] slacks = new double[bound.slackCount()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int calls = 20_000;
        double perCall = Double.NaN;
        for (int pass = 0; pass < 2; pass++) { // the first pass loads and warms up
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < calls; i++) {
                double[] row = rows.get(i % rows.size());
                bound.evaluate(row, violations, statuses);
                bound.terms(row, violations, statuses, terms);
                bound.slacks(row, statuses, slacks);
            }
            perCall = (double) (threads.getThreadAllocatedBytes(thread) - before) / calls;
        }
        assertThat(perCall).as("bytes a point").isCloseTo(0, within(0.5));
    }

    private void assertMissing(Map<String, Double> point, ConstraintStatus expected) {
        Judged judged = judge(point);
        assertThat(judged.status).as("%s", point).isEqualTo(expected);
        assertThat(judged.first).as("%s", point).isZero();
        assertThat(judged.violation).as("%s", point).isEqualTo(BoundConstraints.LARGEST);
        assertThat(judged.term).as("%s", point).isEqualTo(1);
        assertThat(judged.slacks).as("%s", point).containsOnly(Double.NaN);
    }

    private Judged judge(Map<String, Double> point) {
        BoundConstraints bound = set(Mode.APPLY).bind(quantities(point));
        double[] row = row(point);
        double[] violations = new double[1];
        byte[] statuses = new byte[1];
        double[] terms = new double[1];
        double[] slacks = new double[2];
        int first = bound.evaluate(row, violations, statuses);
        bound.terms(row, violations, statuses, terms);
        bound.slacks(row, statuses, slacks);
        return new Judged(first, violations[0], ConstraintStatus.of(statuses[0]), terms[0], slacks);
    }

    private ConstraintSet set(Mode mode) {
        return new ConstraintSet(List.of(new Constraint("rule", rule(), mode, "test", "none", List.of())));
    }

    private List<Map<String, Double>> points() {
        List<Map<String, Double>> points = new ArrayList<>(satisfied());
        points.addAll(violated());
        return points;
    }

    private static Map<String, Double> with(Map<String, Double> point, String observable, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(point);
        changed.put(observable, value);
        return changed;
    }

    private static List<Quantity> quantities(Map<String, Double> point) {
        List<Quantity> quantities = new ArrayList<>(List.of(quantity(STRANGER)));
        point.keySet().forEach(name -> quantities.add(quantity(name)));
        return quantities;
    }

    private static Quantity quantity(String name) {
        return Quantity.of(name, "1", name, name);
    }

    /** The values in the order of {@link #quantities}; what no rule reads may be missing. */
    private static double[] row(Map<String, Double> point) {
        double[] row = new double[1 + point.size()];
        row[0] = Missing.NOT_COMPUTED;
        int at = 1;
        for (double value : point.values()) {
            row[at++] = value; // a NaN keeps its payload
        }
        return row;
    }
}
