package thetascan.island;

import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;

/** Judges the candidates of a generation. */
@FunctionalInterface
public interface BatchEvaluator {

    Judgements judge(Batch batch);

    /** Judges them one after another. */
    static BatchEvaluator serial(Objective objective, Judge judge) {
        return batch -> {
            Judgements judgements = batch.judgements(objective);
            batch.judge(judge, judgements, 0, batch.count());
            return judgements;
        };
    }
}
