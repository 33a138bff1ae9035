package thetascan.family;

import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.optimiser.Needs;
import thetascan.point.PointStatus;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;

/** Evaluates box points one by one, as many as are allowed. One thread. */
final class Prober implements AutoCloseable {

    private final ParameterSpace space;
    private final Judge judge;
    private final Judgements verdict;
    private final double[] theta;
    private final int allowed;
    private int evaluations;

    Prober(SearchSetup setup, int allowed) {
        space = setup.space();
        judge = setup.newJudge();
        verdict = setup.objective().judgements(1, Needs.SLACKS);
        theta = new double[space.size()];
        this.allowed = allowed;
    }

    /** Evaluates a point; false if it is not valid, or if no evaluation is left. */
    boolean isValid(double[] box) {
        if (isExhausted()) {
            return false;
        }
        evaluations++;
        space.toTheta(box, theta);
        judge.judge(theta, Judge.Detail.VERDICT, verdict, 0);
        return verdict.status(0) == PointStatus.VALID;
    }

    /** True if the last point broke: it has no slacks. */
    boolean failed() {
        return verdict.status(0) == PointStatus.FAILED;
    }

    /** Signed slacks of the last point, two a ranking term; overwritten by the next. */
    double[] slacks() {
        return verdict.vectors();
    }

    int terms() {
        return verdict.vectors().length / 2;
    }

    boolean isExhausted() {
        return evaluations >= allowed;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public void close() {
        judge.close();
    }
}
