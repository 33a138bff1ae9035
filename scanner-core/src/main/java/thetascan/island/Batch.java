package thetascan.island;

import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.optimiser.Needs;

/**
 * The candidates of one generation, to be judged anywhere and in any order.
 *
 * @param thetas   row-major count × parameters, fixed ones included
 * @param evaluate which of them to evaluate; the others were refused, or lie beyond the budget
 * @param rows     of which of them the whole row is wanted even if they are invalid
 * @param needs    what the optimiser is told of each besides the fitness
 */
public record Batch(double[] thetas, boolean[] evaluate, boolean[] rows, Needs needs) {

    /**
     * Number of candidates, those not to be evaluated included.
     *
     * @return rows of {@code thetas}
     */
    public int count() {
        return evaluate.length;
    }

    /**
     * Room for the verdicts on them.
     *
     * @param objective that will rank them
     * @return one empty verdict a candidate
     */
    public Judgements judgements(Objective objective) {
        return objective.judgements(count(), needs);
    }

    /**
     * Judges candidates from ≤ i &lt; to into a batch of judgements.
     *
     * @param judge evaluates and judges a point
     * @param judgements receives the verdicts
     * @param from first candidate
     * @param to behind the last candidate
     */
    public void judge(Judge judge, Judgements judgements, int from, int to) {
        int size = thetas.length / count();
        double[] theta = new double[size];
        judge.announce(thetas, evaluate, from, to);
        for (int i = from; i < to; i++) {
            if (evaluate[i]) {
                System.arraycopy(thetas, i * size, theta, 0, size);
                judge.judge(theta, rows[i] ? Judge.Detail.ROW : Judge.Detail.VERDICT, judgements, i);
            }
        }
    }
}
