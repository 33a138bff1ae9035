package thetascan.toy;

import java.util.List;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.model.Stages;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.objective.Ranking;
import thetascan.optimiser.Needs;
import thetascan.point.FoundPoint;
import thetascan.point.Place;
import thetascan.point.PointRow;

/** Judged points of the {@link ToyModel}. */
public final class ToyPoints {

    private static final ToyModel MODEL = new ToyModel();
    private static final BoundConstraints CONSTRAINTS =
            MODEL.constraintSet("default").bind(MODEL.observables());

    private ToyPoints() {}

    public static List<Constraint> constraints() {
        return CONSTRAINTS.constraints();
    }

    /** What a scan would say of this point. */
    public static FoundPoint at(double x, double y) {
        Objective objective = new Objective(MODEL.observables(), CONSTRAINTS, Ranking.SCALED, Stages.STOP);
        Judgements judgements = objective.judgements(1, Needs.FITNESS);
        try (Judge judge = objective.newJudge(MODEL.newEvaluator())) {
            judge.judge(new double[] {x, y, 1}, Judge.Detail.ROW, judgements, 0);
        }
        PointRow row = judgements.row(0);
        return new FoundPoint(new Place(3, 14, 0), judgements.status(0), row, new double[] {x, y}, 0.5);
    }
}
