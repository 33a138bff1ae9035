package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.Stages;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.objective.Ranking;
import thetascan.optimiser.Needs;
import thetascan.point.PointColumns;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;

/** Judges points of a model one by one. */
final class Judging implements AutoCloseable {

    private final BoundConstraints constraints;
    private final Objective objective;
    private final Judge judge;

    Judging(Model model, ConstraintSet set) {
        PointColumns columns = PointColumns.of(model.observables(), model.parameters(), set);
        constraints = set.bind(columns.quantities());
        objective = new Objective(columns, constraints, Ranking.SCALED, Stages.ALL);
        judge = objective.newJudge(model.newEvaluator());
    }

    PointStatus judge(double[] theta) {
        return Objects.requireNonNull(judgements(theta).status(0));
    }

    private Judgements judgements(double[] theta) {
        Judgements judgements = objective.judgements(1, Needs.FITNESS);
        judge.judge(theta, Judge.Detail.ROW, judgements, 0);
        return judgements;
    }

    void assertConsistent(double[] theta, String set) {
        Judgements judgements = judgements(theta);
        PointRow row = Objects.requireNonNull(judgements.row(0));
        PointStatus status = Objects.requireNonNull(judgements.status(0));
        String where = set + ", " + Arrays.toString(theta);
        boolean satisfied = true;
        boolean broken = false;
        for (int k = 0; k < constraints.size(); k++) {
            if (constraints.constraints().get(k).mode() == Mode.APPLY) {
                ConstraintStatus verdict = ConstraintStatus.values()[row.statuses()[k]];
                satisfied &= verdict == ConstraintStatus.SATISFIED;
                broken |= verdict == ConstraintStatus.NOT_FINITE;
            }
        }
        assertThat(row.reason().isEmpty()).as("reason, %s", where).isEqualTo(status != PointStatus.FAILED);
        assertThat(status == PointStatus.VALID)
                .as("%s is VALID, %s", status, where)
                .isEqualTo(satisfied && status != PointStatus.FAILED);
        if (broken) {
            assertThat(status).as(where).isEqualTo(PointStatus.FAILED);
        }
    }

    @Override
    public void close() {
        judge.close();
    }
}
