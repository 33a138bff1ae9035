package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.constraint.LimitCurve.Interpolation;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

class BoundConstraintsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final List<Quantity> XYZ = List.of(quantity("x"), quantity("y"), quantity("z"));

    private static Quantity quantity(String name) {
        return Quantity.of(name, "1", name, name);
    }

    private static Constraint constraint(String name, Rule rule, Mode mode, String sector, RankingTerm... ranking) {
        return new Constraint(name, rule, mode, sector, "none", List.of(ranking));
    }

    private static Constraint applied(String name, Rule rule) {
        return constraint(name, rule, Mode.APPLY, "theory");
    }

    /** All there is to know of a point. */
    private record Judgement(int first, double[] violations, byte[] statuses, double[] terms, double[] slacks) {

        static Judgement of(BoundConstraints bound, double... row) {
            double[] violations = new double[bound.size()];
            byte[] statuses = new byte[bound.size()];
            double[] terms = new double[bound.termCount()];
            double[] slacks = new double[bound.slackCount()];
            int first = bound.evaluate(row, violations, statuses);
            bound.terms(row, violations, statuses, terms);
            bound.slacks(row, statuses, slacks);
            return new Judgement(first, violations, statuses, terms, slacks);
        }
    }

    @Test
    void onlyAppliedConstraintsVeto() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        constraint("skipped", new Interval("x", 5, 6), Mode.SKIP, "theory"),
                        constraint("recorded", new Interval("x", 5, 6), Mode.RECORD, "searches"),
                        constraint("first", new Interval("x", 0, 1), Mode.APPLY, "higgs"),
                        constraint("second", new Interval("y", 0, 1), Mode.APPLY, "theory")))
                .bind(XYZ);

        assertThat(bound.constraints()).extracting(Constraint::name).containsExactly("recorded", "first", "second");
        assertThat(bound.sectors()).containsExactly("higgs", "theory");
        assertThat(bound.termCount()).isEqualTo(2);
        assertThat(bound.termSector(1)).isEqualTo(1);

        Judgement valid = Judgement.of(bound, 0.5, 0.5, 0);
        assertThat(valid.first).isEqualTo(-1);
        assertThat(valid.violations).containsExactly(4.5, 0, 0);
        assertThat(valid.terms).containsOnly(0.0);

        assertThat(Judgement.of(bound, 0.5, 2, 0).first).isEqualTo(2);
        assertThat(Judgement.of(bound, 2, 2, 0).first).isEqualTo(1);
    }

    @Test
    void theFirstVetoCounts() {
        BoundConstraints bound = new ConstraintSet(
                        List.of(applied("first", new Interval("x", 0, 1)), applied("second", new Interval("y", 0, 1))))
                .bind(XYZ);
        assertThat(Judgement.of(bound, 2, 2, 0).first).isZero();
        assertThat(Judgement.of(bound, 1, 2, 0).first).isEqualTo(1);
    }

    @Test
    void aRegionRanksInUnitsOfItsScale() {
        BoundConstraints bound = new ConstraintSet(
                        List.of(applied("form", QuadraticForm.of(List.of("x"), List.of(-1.0), List.of(0.0), 1, 4))))
                .bind(XYZ);
        Judgement outside = Judgement.of(bound, 3, 0, 0);
        assertThat(outside.violations).containsExactly(8);
        assertThat(outside.terms).containsExactly(8.0 / 12);
        assertThat(outside.slacks).containsExactly(-INFINITY, 2);
    }

    @Test
    void termsAreViolationsInUnitsOfTheScale() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        applied("two_sided", new Interval("x", 1, 5)),
                        applied("one_sided", new Interval("x", -INFINITY, 4)),
                        applied("own_scale", new Interval("x", 0, INFINITY, 0.25)),
                        applied(
                                "curve",
                                new LimitCurve(
                                        "y", "z", List.of(0.0, 1.0), List.of(10.0, 10.0), Interpolation.LINEAR))))
                .bind(XYZ);

        Judgement outside = Judgement.of(bound, 8, 40, 0.5);
        assertThat(outside.terms).containsExactly(3.0 / 5, 4.0 / 8, 0, 30.0 / 40);
        assertThat(outside.slacks)
                .containsExactly(-7.0 / 2, 3.0 / 2, -INFINITY, 4.0 / 4, -8 / 0.25, -INFINITY, -INFINITY, 30.0 / 10);

        Judgement inside = Judgement.of(bound, -1, 5, 0.5);
        assertThat(inside.terms).containsExactly(2.0 / 4, 0, 1.0 / 1.25, 0);
        assertThat(inside.slacks)
                .containsExactly(2.0 / 2, -6.0 / 2, -INFINITY, -5.0 / 4, 1 / 0.25, -INFINITY, -INFINITY, -0.5);
    }

    @Test
    void aConstraintCountsOnceButRanksByEachOfItsTerms() {
        BoundConstraints bound = new ConstraintSet(List.of(constraint(
                        "searches",
                        new Interval("max(x, y, z)", -INFINITY, 1),
                        Mode.APPLY,
                        "searches",
                        new RankingTerm("x", -INFINITY, 1),
                        new RankingTerm("y", -INFINITY, 1),
                        new RankingTerm("z", -INFINITY, 1))))
                .bind(XYZ);
        Judgement two = Judgement.of(bound, 4, 0.5, 2);
        assertThat(two.violations).containsExactly(3);
        assertThat(two.terms).containsExactly(3.0 / 4, 0, 1.0 / 2);
        assertThat(two.slacks).containsExactly(-INFINITY, 3, -INFINITY, -0.5, -INFINITY, 1);
        assertThat(Judgement.of(bound, 1, 0.5, 0.2).terms).containsExactly(0, 0, 0);
    }

    @Test
    void aSatisfiedConstraintHasNoTermsWhateverItRanksBy() {
        BoundConstraints bound = new ConstraintSet(List.of(constraint(
                        "c", new Interval("x", 0, 1), Mode.APPLY, "theory", new RankingTerm("y", 0, INFINITY))))
                .bind(XYZ);
        Judgement satisfied = Judgement.of(bound, 0.5, -7, 0);
        assertThat(satisfied.terms).containsExactly(0);
        assertThat(satisfied.slacks).containsExactly(0, -INFINITY);
    }

    @Test
    void anUndefinedValueRanksByTheContinuousOneWhereThatExists() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        constraint("a", new Interval("x", 0, INFINITY), Mode.APPLY, "theory"),
                        constraint(
                                "b",
                                new Interval("x", 0, INFINITY),
                                Mode.APPLY,
                                "theory",
                                new RankingTerm("y", 0, INFINITY, 2))))
                .bind(XYZ);
        Judgement undefined = Judgement.of(bound, Missing.UNDEFINED, -6, 0);
        assertThat(undefined.violations).containsOnly(710.782712893384);
        assertThat(undefined.terms).containsExactly(1, 6.0 / 8);
        assertThat(undefined.slacks).containsExactly(Double.NaN, Double.NaN, 3, -INFINITY);

        Judgement both = Judgement.of(bound, Missing.UNDEFINED, Double.NaN, 0);
        assertThat(both.terms).containsExactly(1, 1);
    }

    @Test
    void aFreeConstraintHasNoSlack() {
        BoundConstraints bound =
                new ConstraintSet(List.of(applied("free", new Interval("x", -INFINITY, INFINITY)))).bind(XYZ);
        assertThat(Judgement.of(bound, 3, 0, 0).slacks).containsExactly(-INFINITY, -INFINITY);
    }

    @Test
    void unknownObservablesAreNamedWithASuggestion() {
        ConstraintSet set = new ConstraintSet(List.of(applied("kappa_W", new Interval("kapa_V", 0, 1))));
        assertThatThrownBy(() -> set.bind(List.of(quantity("kappa_V"), quantity("kappa_U"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("constraint kappa_W: unknown observable 'kapa_V'. Did you mean 'kappa_V'?");

        ConstraintSet ranked = new ConstraintSet(List.of(constraint(
                "c", new Interval("x", 0, 1), Mode.APPLY, "theory", new RankingTerm("rank_x", 0, INFINITY))));
        assertThatThrownBy(() -> ranked.bind(XYZ)).hasMessageStartingWith("constraint c: unknown observable 'rank_x'");
    }

    @Test
    void constantsThatAreNotFiniteAreRefusedByName() {
        ConstraintSet set = new ConstraintSet(List.of(applied("odd", new Interval("1/0", 0, 1))));
        assertThatThrownBy(() -> set.bind(XYZ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("constraint odd: expression '1/0' is Infinity at every point; it must be finite.");

        ConstraintSet ranked = new ConstraintSet(List.of(constraint(
                "c", new Interval("x", 0, 1), Mode.APPLY, "theory", new RankingTerm("x * (0/0)", 0, INFINITY))));
        assertThatThrownBy(() -> ranked.bind(XYZ)).hasMessageStartingWith("constraint c: expression 'x * (0/0)'");
    }

    @Test
    void verdictsComeWorstFirst() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        applied("holds", new Interval("x", 0, 2)),
                        constraint("recorded", new Interval("x", 100, 101), Mode.RECORD, "theory"),
                        applied("slightly", new Interval("y", 0, 2)),
                        applied("badly", new Interval("y", 0, 0.002)),
                        applied("missing", new Interval("z", 0, 1))))
                .bind(XYZ);
        List<Verdict> verdicts = bound.explain(new double[] {1, 2.5, Missing.UNDEFINED});
        assertThat(verdicts)
                .extracting(Verdict::name)
                .containsExactly("badly", "missing", "slightly", "holds", "recorded");
        Verdict slightly = verdicts.get(2);
        assertThat(slightly.value()).isEqualTo(2.5);
        assertThat(slightly.bounds()).isEqualTo("[0, 2]");
        assertThat(slightly.violation()).isEqualTo(0.5);
        assertThat(slightly.slack()).isEqualTo(0.5);
        assertThat(slightly.status()).isEqualTo(ConstraintStatus.VIOLATED);
        assertThat(slightly.source()).isEqualTo("none");
        assertThat(verdicts.get(1).status()).isEqualTo(ConstraintStatus.UNDEFINED);
    }

    /** Of what holds, the nearest to a bound comes first; a modulus cannot come near zero from below. */
    @Test
    void whatIsNearestToABoundComesFirst() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        applied("modulus", new Interval("abs(x)", 0, 10)),
                        applied("middle", new Interval("x", -0.4, 0.6)),
                        applied("scaled", new Interval("y", 0, 10, 1000)),
                        applied("free", new Interval("y", -INFINITY, INFINITY)),
                        applied(
                                "either",
                                new Alternatives(List.of(new Interval("y", -4, -2), new Interval("y", 7.5, 9.5)))),
                        applied("bound", new Interval("y", -INFINITY, 9))))
                .bind(XYZ);
        assertThat(bound.explain(new double[] {0.1, 8, 0}))
                .extracting(Verdict::name, Verdict::slack)
                .containsExactly(
                        tuple("bound", -1 / 9.0),
                        tuple("scaled", -2 / 5.0),
                        tuple("either", -0.5),
                        tuple("modulus", -(10 - 0.1) / 10),
                        tuple("middle", -1.0),
                        tuple("free", -BoundConstraints.LARGEST));
    }

    /** An excess far below the scale leaves no slack: the status decides then. */
    @Test
    void theSmallestViolationComesBeforeWhatHolds() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        applied("holds", new Interval("x", -INFINITY, 1)),
                        applied("violated", new Interval("y", -INFINITY, 0, 1e300))))
                .bind(XYZ);
        assertThat(bound.explain(new double[] {1, Double.MIN_VALUE, 0}))
                .extracting(Verdict::name)
                .containsExactly("violated", "holds");
    }

    @Test
    void theValueOfAlternativesIsThatOfTheFirst() {
        BoundConstraints bound = new ConstraintSet(List.of(applied(
                        "either", new Alternatives(List.of(new Interval("2 * x", 0, 1), new Interval("y", 0, 1))))))
                .bind(XYZ);
        assertThat(bound.explain(new double[] {3, 4, 0}).get(0).value()).isEqualTo(6);
    }

    @Test
    void plainAndCompiledIntervalsAgree() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 2000; trial++) {
            Interval plain = randomInterval(random, "x");
            Interval modulus = randomInterval(random, "abs(x)");
            BoundConstraints bound = new ConstraintSet(List.of(
                            applied("plain", plain),
                            applied("compiled", plain.withExpression("1 * x")),
                            applied("plain_modulus", modulus),
                            applied("compiled_modulus", modulus.withExpression("1 * abs(x)"))))
                    .bind(XYZ);
            Judgement judgement = Judgement.of(bound, randomValue(random), 0, 0);
            assertThat(judgement.violations[0]).isEqualTo(judgement.violations[1]);
            assertThat(judgement.violations[2]).isEqualTo(judgement.violations[3]);
            assertThat(judgement.statuses[0]).isEqualTo(judgement.statuses[1]);
            assertThat(judgement.statuses[2]).isEqualTo(judgement.statuses[3]);
            assertThat(judgement.terms[0]).isEqualTo(judgement.terms[1]);
            assertThat(judgement.terms[2]).isEqualTo(judgement.terms[3]);
        }
    }

    @Test
    void validityIsTheRawRuleAndDoesNotDependOnScales() {
        SplittableRandom random = new SplittableRandom(12);
        int valid = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            List<Interval> intervals = new ArrayList<>();
            for (String name : List.of("x", "y", "z")) {
                intervals.add(randomInterval(random, name));
            }
            double[] row = {randomValue(random), randomValue(random), randomValue(random)};
            boolean holds = true;
            double cost = 0;
            for (int i = 0; i < 3; i++) {
                Interval interval = intervals.get(i);
                // the definition, C = max(0, lo − O, O − hi); NaN and infinity never hold
                boolean finite = !Double.isNaN(row[i]) && !Double.isInfinite(row[i]);
                double c = finite ? Math.max(0, Math.max(interval.lower() - row[i], row[i] - interval.upper())) : 1000;
                holds &= c == 0;
                cost += c;
            }
            Judgement one = Judgement.of(bind(intervals, random), row);
            Judgement other = Judgement.of(bind(intervals, random), row);
            assertThat(one.first == -1).isEqualTo(holds);
            assertThat(other.first).isEqualTo(one.first);
            assertThat(other.violations).isEqualTo(one.violations);
            assertThat(other.statuses).isEqualTo(one.statuses);
            double sum = 0;
            for (double term : one.terms) {
                assertThat(term).isBetween(0.0, 1.0);
                sum += term;
            }
            assertThat(sum == 0).isEqualTo(holds);
            assertThat(cost == 0).isEqualTo(holds);
            valid += holds ? 1 : 0;
        }
        assertThat(valid).isBetween(1000, 19_000);
    }

    private static BoundConstraints bind(List<Interval> intervals, SplittableRandom random) {
        List<Constraint> constraints = new ArrayList<>();
        for (Interval interval : intervals) {
            double scale = Math.exp(random.nextDouble(-40, 40));
            constraints.add(applied(
                    "c" + constraints.size(),
                    new Interval(interval.expression(), interval.lower(), interval.upper(), scale)));
        }
        return new ConstraintSet(constraints).bind(XYZ);
    }

    private static Interval randomInterval(SplittableRandom random, String expression) {
        double a = random.nextDouble(-2, 2);
        double b = random.nextDouble(-2, 2);
        return switch (random.nextInt(5)) {
            case 0 -> new Interval(expression, a, INFINITY);
            case 1 -> new Interval(expression, -INFINITY, a);
            case 2 -> new Interval(expression, -INFINITY, INFINITY);
            case 3 -> new Interval(expression, a, a);
            default -> new Interval(expression, Math.min(a, b), Math.max(a, b));
        };
    }

    private static double randomValue(SplittableRandom random) {
        return switch (random.nextInt(40)) {
            case 0 -> Double.NaN;
            case 1 -> INFINITY;
            case 2 -> -INFINITY;
            case 3 -> Missing.UNDEFINED;
            case 4 -> Missing.NOT_COMPUTED;
            case 5 -> 1e308;
            default -> random.nextDouble(-3, 3);
        };
    }

    @Test
    void judgingAllocatesNothing() {
        BoundConstraints bound = new ConstraintSet(List.of(
                        applied("plain", new Interval("x", 0, 1)),
                        applied("modulus", new Interval("abs(y)", 0, 1)),
                        applied(
                                "expression",
                                new Interval(
                                        "x^y + y^2 + min(z, 2) + sin(x) + cos(x) + tan(x) + atan(x) + log(x) + exp(x)",
                                        0,
                                        1)),
                        applied("either", new Alternatives(List.of(new Interval("x", 0, 1), new Interval("x", 2, 3)))),
                        applied("form", QuadraticForm.of(List.of("x"), List.of(-1.0), List.of(0.0), 1, 1)),
                        applied(
                                "curve",
                                new LimitCurve("x", "y", List.of(0.1, 9.0), List.of(1.0, 2.0), Interpolation.LOG_LOG))))
                .bind(XYZ);
        double[] violations = new double[bound.size()];
        byte[] statuses = new byte[bound.size()];
        double[] terms = new double[bound.termCount()];
        double[] slacks = new double[bound.slackCount()];
        double[] row = {1.5, 2, Double.NaN};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int calls = 20_000;
        for (int pass = 0; pass < 2; pass++) { // the first pass loads and warms up
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < calls; i++) {
                row[2] = (i & 7) == 0 ? Double.NaN : i;
                bound.evaluate(row, violations, statuses);
                bound.terms(row, violations, statuses, terms);
                bound.slacks(row, statuses, slacks);
            }
            long bytes = threads.getThreadAllocatedBytes(thread) - before;
            if (pass == 1) {
                assertThat((double) bytes / calls).isCloseTo(0, within(0.5));
            }
        }
    }
}
