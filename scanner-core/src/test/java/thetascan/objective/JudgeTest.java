package thetascan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.model.TestModel.constraint;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.model.Stages;
import thetascan.model.TestModel;
import thetascan.objective.Judge.Detail;
import thetascan.optimiser.Needs;
import thetascan.point.PointColumns;
import thetascan.point.PointStatus;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** What becomes of one point. */
class JudgeTest {

    private static final List<Quantity> OBSERVABLES =
            List.of(TestModel.quantity("a"), TestModel.quantity("b"), TestModel.quantity("free"));
    private static final List<Constraint> CONSTRAINTS =
            List.of(constraint("a", 0, 1), constraint("b", 0, 1).withMode(Mode.RECORD), constraint("free", -1e9, 1e9));

    private static Judgements judge(PointEvaluator evaluator, List<Constraint> constraints, Detail detail) {
        Objective objective = new Objective(
                OBSERVABLES, new ConstraintSet(constraints).bind(OBSERVABLES), Ranking.SCALED, Stages.STOP);
        Judgements judgements = objective.judgements(1, Needs.FITNESS);
        try (Judge judge = objective.newJudge(evaluator)) {
            judge.judge(new double[] {0.5}, detail, judgements, 0);
        }
        return judgements;
    }

    private static Judgements observing(double a, double b, double free) {
        return judge(
                (theta, observables) -> {
                    observables[0] = a;
                    observables[1] = b;
                    observables[2] = free;
                },
                CONSTRAINTS,
                Detail.ROW);
    }

    @Test
    void isValidIfEveryAppliedConstraintHolds() {
        Judgements judged = observing(0.5, 7, 0); // b is violated, but only recorded

        assertThat(judged.status(0)).isEqualTo(PointStatus.VALID);
        assertThat(judged.row(0).violations()).containsExactly(0, 6, 0);
        assertThat(judged.row(0).cost()).isZero();
        assertThat(judged.rank(0)).isZero();
    }

    @Test
    void isInvalidIfOneIsViolated() {
        Judgements judged = observing(3, 7, 0);

        assertThat(judged.status(0)).isEqualTo(PointStatus.INVALID);
        assertThat(judged.cost(0)).isEqualTo(2); // 3 exceeds 1 by 2; b does not count
        assertThat(judged.rank(0)).isEqualTo(2 / (2 + 0.5)); // scale: half the width
        assertThat(judged.vetoes(0, 0)).isTrue();
        assertThat(judged.vetoes(0, 1)).isFalse();
    }

    @Test
    void isFailedIfAnAppliedConstraintMeetsNan() {
        Judgements judged = observing(Double.NaN, 0, 0);

        assertThat(judged.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(judged.row(0).reason()).isEqualTo("observable a is NaN");
        assertThat(judged.row(0).cost()).isNaN();
    }

    /** A code between two, or beyond the legend, was rounded down, or ended what looked its meaning up. */
    @Test
    void isFailedIfAChoiceIsNotInItsLegend() {
        List<Quantity> observables =
                List.of(TestModel.quantity("a"), new Quantity("kind", "1", "k", "which", List.of("left", "right")));
        List<Constraint> constraints = List.of(constraint("a", 0, 1));
        for (double kind : new double[] {0, 1, Missing.UNDEFINED, Missing.NOT_COMPUTED, 2, -1, 0.5, 1 - 1e-16}) {
            Objective objective = new Objective(
                    observables, new ConstraintSet(constraints).bind(observables), Ranking.SCALED, Stages.STOP);
            Judgements judged = objective.judgements(1, Needs.FITNESS);
            try (Judge judge = objective.newJudge((theta, values) -> {
                values[0] = 0.5;
                values[1] = kind;
            })) {
                judge.judge(new double[] {0.5}, Detail.ROW, judged, 0);
            }
            boolean isCode = kind == 0 || kind == 1 || Double.isNaN(kind);
            assertThat(judged.status(0)).as("kind %s", kind).isEqualTo(isCode ? PointStatus.VALID : PointStatus.FAILED);
            assertThat(judged.row(0).reason())
                    .isEqualTo(isCode ? "" : "observable kind is " + kind + ", its legend has 0 to 1");
        }
    }

    @Test
    void isFailedIfAnAppliedConstraintMeetsInfinity() {
        Judgements judged = observing(Double.POSITIVE_INFINITY, 0, 0);

        assertThat(judged.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(judged.row(0).reason()).isEqualTo("constraint con_a met a number that is not finite");
    }

    @Test
    void isFailedIfAnyObservableOfAnOtherwiseValidPointIsNan() {
        assertThat(observing(0.5, Double.NaN, 0).status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(observing(0.5, Missing.NOT_COMPUTED, 0).status(0)).isEqualTo(PointStatus.VALID);
        assertThat(observing(0.5, Missing.UNDEFINED, 0).status(0)).isEqualTo(PointStatus.VALID);
    }

    @Test
    void isInvalidIfPhysicsLeftAQuantityUndefined() {
        Judgements judged = observing(Missing.UNDEFINED, 0, 0);

        assertThat(judged.status(0)).isEqualTo(PointStatus.INVALID);
        assertThat(judged.rank(0)).isEqualTo(1);
    }

    @Test
    void isFailedIfOnlyAQuantityNobodyComputedKeepsItFromBeingValid() {
        assertThat(observing(Missing.NOT_COMPUTED, 0, 0).row(0).reason())
                .isEqualTo("what constraint con_a needs was not computed");
        assertThat(observing(3, 0, Missing.NOT_COMPUTED).status(0)).isEqualTo(PointStatus.INVALID);
    }

    @Test
    void keepsWhatWasComputedBeforeTheEvaluatorThrew() {
        Judgements judged = judge(
                (theta, observables) -> {
                    observables[0] = 0.25;
                    throw new EvaluationException("spectrum generator: exit code 3");
                },
                CONSTRAINTS,
                Detail.VERDICT);

        assertThat(judged.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(judged.row(0).reason()).isEqualTo("spectrum generator: exit code 3");
        assertThat(judged.row(0).observables()[0]).isEqualTo(0.25);
        assertThat(Missing.isNotComputed(judged.row(0).observables()[1])).isTrue();
        assertThat(ConstraintStatus.of(judged.row(0).statuses()[2])).isEqualTo(ConstraintStatus.NOT_COMPUTED);
    }

    @Test
    void nameTheExceptionOfABrokenEvaluator() {
        Judgements judged = judge(
                (theta, observables) -> {
                    throw new IllegalStateException("no table");
                },
                CONSTRAINTS,
                Detail.VERDICT);

        assertThat(judged.row(0).reason()).isEqualTo("java.lang.IllegalStateException: no table");
    }

    @ParameterizedTest
    @MethodSource
    void takeAnErrorOfTheModelForItsAnswer(Error error) {
        Judgements judged = judge(
                (theta, observables) -> {
                    throw error;
                },
                CONSTRAINTS,
                Detail.VERDICT);

        assertThat(judged.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(judged.row(0).reason()).isEqualTo(error.toString());
    }

    private static List<Error> takeAnErrorOfTheModelForItsAnswer() {
        return List.of(
                new StackOverflowError(),
                new AssertionError("sum of branching ratios is 1.2"),
                new NoClassDefFoundError("tables/Missing"));
    }

    @Test
    void letsErrorsOfTheVirtualMachinePass() {
        assertThatThrownBy(() -> judge(
                        (theta, observables) -> {
                            throw new InternalError("made up");
                        },
                        CONSTRAINTS,
                        Detail.VERDICT))
                .isInstanceOf(InternalError.class);
    }

    /** One point that wants too much must not end a scan. */
    @Test
    void aPointThatExhaustsMemoryFails() {
        Judgements judged = judge(
                (theta, observables) -> {
                    throw new OutOfMemoryError("made up");
                },
                CONSTRAINTS,
                Detail.VERDICT);

        assertThat(judged.status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(judged.row(0).reason()).isEqualTo("out of memory: made up");
    }

    @Test
    void forgetsThePointBefore() {
        int[] calls = {0};
        Objective objective = new Objective(
                OBSERVABLES, new ConstraintSet(CONSTRAINTS).bind(OBSERVABLES), Ranking.SCALED, Stages.STOP);
        Judgements judgements = objective.judgements(2, Needs.FITNESS);
        Judge judge = objective.newJudge((theta, observables) -> {
            if (calls[0]++ == 0) {
                observables[0] = 0.5;
                observables[1] = 0.5;
                observables[2] = 0.5;
            }
        });
        judge.judge(new double[] {0}, Detail.VERDICT, judgements, 0);
        judge.judge(new double[] {0}, Detail.VERDICT, judgements, 1);

        assertThat(judgements.status(0)).isEqualTo(PointStatus.VALID);
        assertThat(judgements.status(1)).isEqualTo(PointStatus.FAILED);
    }

    @Test
    void givesRowsOfInvalidPointsOnlyIfAsked() {
        PointEvaluator invalid = (theta, observables) -> observables[0] = 9;

        assertThat(judge(invalid, CONSTRAINTS, Detail.VERDICT).row(0)).isNull();
        assertThat(judge(invalid, CONSTRAINTS, Detail.ROW).row(0).theta()).containsExactly(0.5);
    }

    /** A constraint may name parameters: they are judged like observables, and no column of observables moves. */
    @Test
    void judgesParametersToo() {
        ParameterSpace space = new ParameterSpace(List.of(
                new Parameter(TestModel.quantity("a"), new Scale.Linear(0, 1)), // hidden by the observable
                new Parameter(TestModel.quantity("t"), new Scale.Linear(0, 1)),
                new Parameter(TestModel.quantity("unused"), new Scale.Fixed(3))));
        Constraint sum = new Constraint("sum", new Interval("a + t", 0, 1), Mode.APPLY, "theory", "", List.of());
        ConstraintSet set = new ConstraintSet(List.of(constraint("a", 0, 1), sum));
        PointColumns columns = PointColumns.of(OBSERVABLES, space, set);
        assertThat(columns.quantities()).extracting(Quantity::name).containsExactly("a", "b", "free", "t");
        Objective objective = new Objective(columns, set.bind(columns.quantities()), Ranking.SCALED, Stages.STOP);
        Judgements judged = objective.judgements(2, Needs.SLACKS);
        try (Judge judge = objective.newJudge((theta, observables) -> {
            assertThat(observables).hasSize(3);
            observables[0] = 0.75;
        })) {
            judge.judge(new double[] {0.1, 0.5, 3}, Detail.ROW, judged, 0);
            judge.judge(new double[] {0.9, 0.25, 3}, Detail.ROW, judged, 1);
        }

        assertThat(judged.status(0)).isEqualTo(PointStatus.INVALID);
        assertThat(judged.cost(0)).isEqualTo(0.25);
        assertThat(judged.rank(0)).isEqualTo(0.25 / (0.25 + 0.5));
        assertThat(judged.status(1)).isEqualTo(PointStatus.VALID);
        assertThat(judged.row(0).observables()).hasSize(3).startsWith(0.75);
        assertThat(columns.row(judged.row(0).observables(), judged.row(0).theta()))
                .hasSize(4)
                .startsWith(0.75)
                .endsWith(0.5);
        assertThat(PointColumns.of(OBSERVABLES, space, new ConstraintSet(CONSTRAINTS))
                        .hasParameters())
                .isFalse();
    }

    @Test
    void fillsSlacksAndSectors() {
        ConstraintSet set = new ConstraintSet(CONSTRAINTS);
        PointEvaluator evaluator = (theta, observables) -> {
            observables[0] = 2;
            observables[1] = 0.5;
            observables[2] = 0;
        };
        Objective slacks = new Objective(OBSERVABLES, set.bind(OBSERVABLES), Ranking.SCALED, Stages.STOP);
        Judgements judged = slacks.judgements(1, Needs.SLACKS);
        slacks.newJudge(evaluator).judge(new double[] {0}, Detail.VERDICT, judged, 0);
        assertThat(judged.vectors()).containsExactly(-4, 2, -1, -1); // (0 − 2)/0.5, (2 − 1)/0.5, ∓1e9/1e9

        Objective sectors = new Objective(OBSERVABLES, set.bind(OBSERVABLES), Ranking.SCALED, Stages.STOP);
        judged = sectors.judgements(1, Needs.SECTORS);
        sectors.newJudge(evaluator).judge(new double[] {0}, Detail.VERDICT, judged, 0);
        assertThat(judged.vectors()).containsExactly(1 / 1.5);
    }

    /** Its later stage computes b; it counts how often. */
    private static final class TwoStages implements PointEvaluator {
        private final double a;
        private final double b;
        private int later;

        TwoStages(double a, double b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public void evaluate(double[] theta, double[] observables) {
            observables[0] = a;
            observables[2] = 0;
        }

        @Override
        public int stages() {
            return 2;
        }

        @Override
        public void evaluateStage(int stage, double[] theta, double[] observables) {
            assertThat(stage).isEqualTo(1);
            assertThat(observables[0]).isEqualTo(a);
            observables[1] = b;
            later++;
        }
    }

    private static Judgements judge(TwoStages evaluator, Ranking ranking, Stages stages) {
        List<Constraint> both = List.of(constraint("a", 0, 1), constraint("b", 0, 1));
        Objective objective = new Objective(OBSERVABLES, new ConstraintSet(both).bind(OBSERVABLES), ranking, stages);
        Judgements judgements = objective.judgements(1, Needs.FITNESS);
        objective.newJudge(evaluator).judge(new double[] {0.5}, Detail.ROW, judgements, 0);
        return judgements;
    }

    @Test
    void sparesTheLaterStageOfAnExcludedPoint() {
        TwoStages evaluator = new TwoStages(3, 0.5);
        Judgements judged = judge(evaluator, Ranking.SCALED, Stages.STOP);

        assertThat(evaluator.later).isZero();
        assertThat(judged.status(0)).isEqualTo(PointStatus.INVALID);
        assertThat(ConstraintStatus.of(judged.row(0).statuses()[1])).isEqualTo(ConstraintStatus.NOT_COMPUTED);
        assertThat(Missing.isNotComputed(judged.row(0).observables()[1])).isTrue();
        assertThat(judged.vetoes(0, 0)).isTrue();
        assertThat(judged.vetoes(0, 1)).isFalse();
        assertThat(judged.vetoes(0)).isEqualTo(1);
        int[] unmet = new int[2];
        assertThat(judged.unmet(0, unmet)).isEqualTo(2);
        assertThat(unmet).containsExactly(0, 1);
        assertThat(judged.rank(0)).isEqualTo(2 / (2 + 0.5) + 1);
    }

    @Test
    void computesTheLaterStageIfAllIsWantedOrTheEarlierConstraintsHold() {
        TwoStages excluded = new TwoStages(3, 0.5);
        assertThat(judge(excluded, Ranking.SCALED, Stages.ALL).row(0).observables()[1])
                .isEqualTo(0.5);
        assertThat(excluded.later).isEqualTo(1);

        TwoStages valid = new TwoStages(1, 0.5);
        assertThat(judge(valid, Ranking.SCALED, Stages.STOP).status(0)).isEqualTo(PointStatus.VALID);
        assertThat(valid.later).isEqualTo(1);

        TwoStages first = new TwoStages(1, 0.5);
        assertThat(judge(first, Ranking.SCALED, Stages.FIRST).status(0)).isEqualTo(PointStatus.FAILED);
        assertThat(first.later).isZero();

        Judgements failed = judge(new TwoStages(1, Missing.NOT_COMPUTED), Ranking.SCALED, Stages.STOP);
        assertThat(failed.status(0)).isEqualTo(PointStatus.FAILED); // not computed is never satisfied
    }

    @ParameterizedTest
    @EnumSource(
            value = Ranking.class,
            names = {"SCALED", "LOG"})
    void ranksAPointOfALaterStageBeforeOneThatDoesNotGetThere(Ranking ranking) {
        double early =
                judge(new TwoStages(1 + 1e-12, 0.5), ranking, Stages.STOP).rank(0);
        double late = judge(new TwoStages(1, 1e12), ranking, Stages.STOP).rank(0);

        assertThat(late).isLessThan(early).isPositive();
    }
}
