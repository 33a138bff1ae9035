package thetascan.scotogenic.minimal;

import thetascan.model.PointEvaluator;
import thetascan.relic.Accuracy;
import thetascan.scotogenic.InputBasis;

/** The model with annihilations into two particles on their mass shells, as the programs have that some reference points come from. */
public final class TwoBody {

    private TwoBody() {}

    public static PointEvaluator evaluator(InputBasis basis) {
        return new ScotogenicEvaluator(basis, Accuracy.STANDARD.twoBody());
    }
}
