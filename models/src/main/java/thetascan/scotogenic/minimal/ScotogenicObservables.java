package thetascan.scotogenic.minimal;

import java.util.ArrayList;
import java.util.List;
import thetascan.dark.CommonObservables;
import thetascan.dark.RelicStage;
import thetascan.dark.ScatteringObservables;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.FlavourObservables;
import thetascan.scotogenic.NeutrinoObservables;

/** The observables of the minimal scotogenic model: places in an evaluator's output, names, units and labels. */
final class ScotogenicObservables {

    static final int BFB = 0;
    static final int BFB_MIN = BFB + 4;
    static final int UNITARITY = BFB_MIN + 1;
    static final int QUARTIC = UNITARITY + 1;
    static final int M_SQ_MIN = QUARTIC + 1;
    static final int VACUUM = M_SQ_MIN + 1;
    static final int MASSES = VACUUM + 1;
    static final int DM_TYPE = MASSES + 3;
    static final int M_DM = DM_TYPE + 1;
    static final int CHARGED_GAP = M_DM + 1;
    static final int NEUTRINOS = CHARGED_GAP + 1;
    static final int YUKAWA = NEUTRINOS + NeutrinoObservables.COUNT;
    static final int FLAVOUR = YUKAWA + 1;
    static final int OBLIQUE = FLAVOUR + FlavourObservables.COUNT;
    static final int R_GAMGAM = OBLIQUE + 3;
    static final int BR_H_INV = R_GAMGAM + 1;
    static final int Z_DARK = BR_H_INV + 1;
    static final int SCATTERING = Z_DARK + 1;
    /** Ωh² and x_f: computed in a stage of their own. */
    static final int RELIC = SCATTERING + ScatteringObservables.COUNT;

    static final int COUNT = RELIC + RelicStage.COUNT;

    static final List<Quantity> ALL = all();

    private ScotogenicObservables() {}

    private static List<Quantity> all() {
        List<Quantity> all = new ArrayList<>(COUNT);
        for (int i = 1; i <= 4; i++) {
            all.add(Quantity.of("bfb_" + i, "1", "b_" + i, "bounded from below if all four are non-negative"));
        }
        CommonObservables.theory(all);
        all.add(Quantity.of("m_etaP", "GeV", "m_{\\eta^\\pm}", "mass of the charged scalar"));
        all.add(Quantity.of("m_R", "GeV", "m_R", "mass of the CP-even neutral scalar"));
        all.add(Quantity.of("m_I", "GeV", "m_I", "mass of the CP-odd neutral scalar"));
        CommonObservables.darkMatter(all);
        NeutrinoObservables.add(all);
        CommonObservables.yukawa(all);
        FlavourObservables.add(all);
        CommonObservables.electroweak(all);
        ScatteringObservables.add(all);
        RelicStage.add(all);
        return CommonObservables.counted(all, COUNT);
    }
}
