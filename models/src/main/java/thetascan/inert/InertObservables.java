package thetascan.inert;

import java.util.ArrayList;
import java.util.List;
import thetascan.dark.CommonObservables;
import thetascan.dark.RelicStage;
import thetascan.dark.ScatteringObservables;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.quantity.Quantity;

/** The observables: places in an evaluator's output, names, units and labels. */
final class InertObservables {

    static final int LAMBDA = 0;
    static final int M_SQ = LAMBDA + 3;
    static final int POTENTIAL = M_SQ + 1;
    static final int VACUUM = POTENTIAL + TwoDoubletBounds.COUNT;
    static final int DARK_MATTER = VACUUM + 1;
    static final int ELECTROWEAK = DARK_MATTER + 3;
    static final int KAPPA_LAMBDA = ELECTROWEAK + 6;
    static final int SCATTERING = KAPPA_LAMBDA + 1;
    /** Ωh² and x_f: computed in a stage of their own. */
    static final int RELIC = SCATTERING + ScatteringObservables.COUNT;

    static final int COUNT = RELIC + RelicStage.COUNT;

    static final List<Quantity> ALL = all();

    private InertObservables() {}

    private static List<Quantity> all() {
        List<Quantity> all = new ArrayList<>(COUNT);
        for (int i = 3; i <= 5; i++) {
            all.add(Quantity.of("lambda_" + i, "1", "\\lambda_" + i, "quartic coupling of the potential"));
        }
        all.add(Quantity.of("m22_sq", "GeV^2", "m_{22}^2", "squared mass parameter of the inert doublet"));
        TwoDoubletBounds.add(all);
        CommonObservables.vacuum(all);
        CommonObservables.darkMatter(all);
        CommonObservables.electroweak(all);
        all.add(
                Quantity.of(
                        "kappa_lambda_loop",
                        "1",
                        "\\kappa_\\lambda^{(1)}",
                        "self-coupling of h over that of the Standard Model with the largest term of one loop of H, A and H+, of fourth order in their masses"));
        ScatteringObservables.add(all);
        RelicStage.add(all);
        return CommonObservables.counted(all, COUNT);
    }
}
