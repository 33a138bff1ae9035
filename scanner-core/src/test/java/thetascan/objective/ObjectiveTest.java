package thetascan.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thetascan.model.TestModel.constraint;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.model.Stages;
import thetascan.model.TestModel;
import thetascan.objective.Judge.Detail;
import thetascan.optimiser.Needs;
import thetascan.point.PointStatus;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** From judgements to fitness. */
class ObjectiveTest {

    private static final List<Quantity> OBSERVABLES = List.of(TestModel.quantity("a"), TestModel.quantity("b"));
    private static final List<Constraint> CONSTRAINTS =
            List.of(constraint("a", 0, Double.POSITIVE_INFINITY), constraint("b", Double.NEGATIVE_INFINITY, 2));

    private static Objective objective(Ranking ranking) {
        BoundConstraints bound = new ConstraintSet(CONSTRAINTS).bind(OBSERVABLES);
        return new Objective(OBSERVABLES, bound, ranking, Stages.STOP);
    }

    /** Judges points whose parameters are their observables. */
    private static Judgements judge(Objective objective, double[]... points) {
        Judgements judgements = objective.judgements(points.length, Needs.FITNESS);
        Judge judge = objective.newJudge((theta, observables) -> System.arraycopy(theta, 0, observables, 0, 2));
        for (int i = 0; i < points.length; i++) {
            judge.judge(points[i], Detail.VERDICT, judgements, i);
        }
        return judgements;
    }

    private static double[] fitness(Objective objective, Judgements judgements, double... penalties) {
        double[] fitness = new double[judgements.count()];
        objective.fitness(judgements, penalties, fitness);
        return fitness;
    }

    @ParameterizedTest
    @EnumSource
    void isBelowOneIfAndOnlyIfValid(Ranking ranking) {
        double[] values = {
            -1e300,
            -1,
            -Double.MIN_VALUE,
            0,
            1,
            2,
            2.0000000000000004,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Missing.NOT_COMPUTED,
            Missing.UNDEFINED
        };
        double[] penalties = {0, 0.5, Math.nextDown(1.0), 1, Double.NaN, -1e-17};
        SplittableRandom random = new SplittableRandom(1);
        Objective objective = objective(ranking);
        int valid = 0;
        for (int generation = 0; generation < 2000; generation++) {
            double[][] points = new double[5][2];
            double[] penalty = new double[5];
            for (int i = 0; i < 5; i++) {
                points[i][0] = values[random.nextInt(values.length)];
                points[i][1] = values[random.nextInt(values.length)];
                penalty[i] = penalties[random.nextInt(penalties.length)];
            }
            double[] fitness = fitness(objective, judge(objective, points), penalty);
            for (int i = 0; i < 5; i++) {
                boolean holds = points[i][0] >= 0
                        && points[i][0] <= Double.MAX_VALUE
                        && points[i][1] <= 2
                        && points[i][1] >= -Double.MAX_VALUE;
                assertThat(fitness[i] < 1)
                        .as("%s %s", points[i][0], points[i][1])
                        .isEqualTo(holds);
                assertThat(fitness[i]).isNotNaN().isNotNegative();
                valid += holds ? 1 : 0;
            }
        }
        assertThat(valid).isGreaterThan(100);
    }

    @Test
    void ranksByScaledViolations() {
        Objective objective = objective(Ranking.SCALED);
        double[] fitness = fitness(objective, judge(objective, new double[][] {{-3, 8}, {1, 3}, {1, 1}}), 0, 0, 0.25);

        // scales: 1 for a bound at zero, 2 for the bound 2
        assertThat(fitness[0]).isEqualTo(1 + 3.0 / 4 + 6.0 / 8);
        assertThat(fitness[1]).isEqualTo(1 + 1.0 / 3);
        assertThat(fitness[2]).isEqualTo(0.25);
    }

    @Test
    void ranksByLogarithmsOfViolations() {
        Objective objective = objective(Ranking.LOG);
        double[] fitness = fitness(objective, judge(objective, new double[] {-3, 8}), 0.5);

        assertThat(fitness[0]).isCloseTo(1 + Math.log(4) + Math.log(7), within(1e-14));
    }

    @Test
    void ranksWithinTheGenerationAsPublished() {
        // ln(1+C) of a: 0, ln 4, ln 8, 0; of b: ln 3 for all but the last, which is 0; the third is scaled to 1 in
        // both.
        Objective objective = objective(Ranking.MINMAX);
        double[] fitness = fitness(
                objective, judge(objective, new double[][] {{5, 4}, {-3, 4}, {-7, 4}, {5, 0}}), 0.1, 0.2, 0.3, 0.4);

        assertThat(fitness[0]).isCloseTo(1 + 0 + 1 + 0.1, within(1e-14));
        assertThat(fitness[1]).isCloseTo(1 + 2.0 / 3 + 1 + 0.2, within(1e-14)); // ln 4 / ln 8 = 2/3
        assertThat(fitness[2]).isCloseTo(1 + 1 + 1 + 0.3, within(1e-14));
        assertThat(fitness[3]).isEqualTo(0.4);
    }

    @Test
    void aColumnWithoutContrastDoesNotRankButStillVetoes() {
        Objective objective = objective(Ranking.MINMAX);
        double[] fitness = fitness(objective, judge(objective, new double[][] {{5, 4}, {6, 4}}), 0, 0);

        assertThat(fitness).containsExactly(1, 1);
    }

    @Test
    void failedPointsTakeNoPartInTheScaling() {
        Objective objective = objective(Ranking.MINMAX);
        double[] fitness =
                fitness(objective, judge(objective, new double[][] {{-1, 0}, {-3, 0}, {Double.NaN, 0}}), 0, 0, 0);

        assertThat(fitness).containsExactly(1, 2, Double.POSITIVE_INFINITY);
    }

    @Test
    void whatWasNotEvaluatedRanksBehindEverything() {
        Objective objective = objective(Ranking.SCALED);
        Judgements judgements = objective.judgements(1, Needs.FITNESS);

        assertThat(judgements.status(0)).isNull();
        assertThat(fitness(objective, judgements, 0.0)).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void judgementsTravelAsBytesAndInParts() {
        Objective objective = objective(Ranking.MINMAX);
        double[][] points = {{-3, 8}, {1, 1}, {Double.NaN, 0}, {1, 3}};
        Judgements whole = judge(objective, points);
        Judgements assembled = objective.judgements(4, Needs.FITNESS);
        for (int half = 0; half < 2; half++) {
            StateOutput out = new StateOutput();
            judge(objective, points[2 * half], points[2 * half + 1]).save(out);
            Judgements part = objective.judgements(2, Needs.FITNESS);
            part.restore(new StateInput(out.toByteArray()));
            assembled.insert(part, 2 * half);
        }

        assertThat(bytes(assembled)).isEqualTo(bytes(whole));
        assertThat(assembled.status(2)).isEqualTo(PointStatus.FAILED);
        assertThat(assembled.row(2).reason()).isEqualTo("observable a is NaN");
        assertThat(assembled.vetoes(0, 1)).isTrue();
        assertThat(assembled.vetoes(3, 0)).isFalse();
        long[] vetoes = new long[2];
        assembled.countVetoes(vetoes);
        assertThat(vetoes).containsExactly(1, 2);
    }

    private static byte[] bytes(Judgements judgements) {
        StateOutput out = new StateOutput();
        judgements.save(out);
        return out.toByteArray();
    }
}
