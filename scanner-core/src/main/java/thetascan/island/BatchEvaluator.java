package thetascan.island;

import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;

/** Judges the candidates of a generation. */
@FunctionalInterface
public interface BatchEvaluator {

    /**
     * Judges a batch.
     *
     * @param batch candidates of one generation
     * @return a verdict on each that was to be evaluated, in their order
     */
    Judgements judge(Batch batch);

    /**
     * Judges them one after another.
     *
     * @param objective makes room for the verdicts
     * @param judge evaluates and judges a point
     * @return an evaluator for one thread
     */
    static BatchEvaluator serial(Objective objective, Judge judge) {
        return batch -> {
            Judgements judgements = batch.judgements(objective);
            batch.judge(judge, judgements, 0, batch.count());
            return judgements;
        };
    }
}
