package thetascan.twohdm;

import java.util.ArrayList;
import java.util.List;
import thetascan.higgs.HiggsObservables;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.quantity.Quantity;

/** The observables: places in an evaluator's output, names, units and labels. */
final class TwoHdmObservables {

    static final int LAMBDA = 0;
    static final int M_SQ = LAMBDA + 5;
    static final int BOUNDS = M_SQ + 2;
    static final int VACUUM = BOUNDS + TwoDoubletBounds.COUNT;
    static final HiggsObservables HIGGS;
    static final int KAPPA_LAMBDA_LOOP;
    static final int COUNT;

    static {
        int first = VACUUM + 1;
        int end = new HiggsObservables(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS, first, 0).end();
        HIGGS = new HiggsObservables(TwoHdmSpectrum.SECTOR, TwoHdmSpectrum.CHANNELS, first, end);
        KAPPA_LAMBDA_LOOP = end + HiggsObservables.SECOND_COUNT;
        COUNT = KAPPA_LAMBDA_LOOP + 1;
    }

    private TwoHdmObservables() {}

    /** @param limits names of the search limits: the legend of the selected ones */
    static List<Quantity> all(List<String> limits) {
        List<Quantity> all = new ArrayList<>(COUNT);
        for (int i = 1; i <= 5; i++) {
            all.add(Quantity.of("lambda_" + i, "1", "\\lambda_" + i, "quartic coupling of the potential"));
        }
        for (int i = 1; i <= 2; i++) {
            all.add(Quantity.of(
                    "m" + i + i + "_sq", "GeV^2", "m_{" + i + i + "}^2", "diagonal quadratic term of the potential"));
        }
        TwoDoubletBounds.add(all);
        all.add(Quantity.of("vacuum", "1", "D", "the vacuum is the deepest one if positive"));
        HIGGS.add(all, limits);
        HIGGS.addSecond(all);
        all.add(
                Quantity.of(
                        "kappa_lambda_loop",
                        "1",
                        "\\kappa_\\lambda^{(1)}",
                        "kappa_lambda with the largest term of one loop of H, A and H+, of fourth order in their masses; right where h couples like the Standard Model Higgs boson"));
        if (all.size() != COUNT) {
            throw new IllegalStateException(all.size() + " observables are named, " + COUNT + " computed.");
        }
        return List.copyOf(all);
    }
}
