package thetascan.scotogenic.t12a;

import java.util.ArrayList;
import java.util.List;
import thetascan.dark.CommonObservables;
import thetascan.dark.RelicStage;
import thetascan.dark.ScatteringObservables;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.FlavourObservables;
import thetascan.scotogenic.NeutrinoObservables;

/** The observables of T1-2-A: places in an evaluator's output, names, units and labels. */
final class T12aObservables {

    static final int M_H = 0;
    static final int BFB = 1;
    static final int BFB_MIN = BFB + 7;
    static final int UNITARITY = BFB_MIN + 1;
    static final int QUARTIC = UNITARITY + 1;
    static final int M_SQ_MIN = QUARTIC + 1;
    static final int VACUUM = M_SQ_MIN + 1;
    static final int MASSES = VACUUM + 1;
    static final int DM_TYPE = MASSES + 9;
    static final int M_DM = DM_TYPE + 1;
    static final int CHARGED_GAP = M_DM + 1;
    static final int NEUTRINOS = CHARGED_GAP + 1;
    static final int YUKAWA = NEUTRINOS + NeutrinoObservables.COUNT;
    static final int FLAVOUR = YUKAWA + 1;
    static final int HIGGS_FLAVOUR = FLAVOUR + FlavourObservables.COUNT;
    static final int MASS_SHIFT = HIGGS_FLAVOUR + 3;
    static final int OBLIQUE = MASS_SHIFT + 3;
    static final int R_GAMGAM = OBLIQUE + 3;
    static final int BR_H_INV = R_GAMGAM + 1;
    static final int Z_DARK = BR_H_INV + 1;
    /** m_Z_pair, m_W_pair, LEP_margin. */
    static final int PAIRS = Z_DARK + 1;

    static final int SCATTERING = PAIRS + 3;
    /** Ωh² and x_f: computed in a stage of their own. */
    static final int RELIC = SCATTERING + ScatteringObservables.COUNT;

    static final int COUNT = RELIC + RelicStage.COUNT;

    static final List<Quantity> ALL = all();

    private T12aObservables() {}

    private static List<Quantity> all() {
        List<Quantity> all = new ArrayList<>(COUNT);
        all.add(Quantity.of("m_h_tree", "GeV", "m_h", "Higgs boson mass at tree level"));
        for (int i = 1; i <= 7; i++) {
            all.add(Quantity.of("bfb_" + i, "1", "b_" + i, "bounded from below if all seven are non-negative"));
        }
        CommonObservables.theory(all);
        mass(all, "m_etaP", "\\eta^\\pm", "charged scalar");
        mass(all, "m_A", "A", "CP-odd scalar");
        mass(all, "m_phi1", "\\phi_1", "lighter CP-even scalar");
        mass(all, "m_phi2", "\\phi_2", "heavier CP-even scalar");
        mass(
                all,
                "m_Psi",
                "\\Psi^\\pm",
                "charged fermion; equal to M_Psi, no radiative splitting from the neutral ones");
        for (int n = 1; n <= 4; n++) {
            mass(all, "m_chi" + n, "\\chi_" + n, "neutral fermion " + n + ", by mass");
        }
        CommonObservables.darkMatter(all);
        NeutrinoObservables.add(all);
        CommonObservables.yukawa(all);
        FlavourObservables.add(all);
        FlavourObservables.addPairs(all, "h");
        for (String lepton : List.of("e", "mu", "tau")) {
            String latex = lepton.equals("e") ? "e" : "\\" + lepton;
            all.add(
                    Quantity.of(
                            "delta_m_" + lepton,
                            "1",
                            "|\\delta m_" + latex + "|/m_" + latex,
                            "chirality-enhanced loop correction to the lepton mass over the mass, MS-bar at 1 TeV; large means fine-tuned"));
        }
        CommonObservables.electroweak(all);
        all.add(Quantity.of(
                "m_Z_pair",
                "GeV",
                "(m_\\phi+m_A)_\\mathrm{min}",
                "smallest sum of the masses of A and a CP-even scalar of which at least 1 % is of the doublet"));
        all.add(
                Quantity.of(
                        "m_W_pair",
                        "GeV",
                        "(m_{\\eta^\\pm}+m^0)_\\mathrm{min}",
                        "smallest sum of the masses of the charged scalar and a neutral one of which at least 1 % is of the doublet"));
        all.add(
                Quantity.of(
                        "LEP_margin",
                        "GeV",
                        "\\Delta_\\mathrm{LEP}",
                        "distance of A and the CP-even scalars that are mostly doublet from what LEP II excludes: lighter than 80 and 100 GeV, more than 8 GeV apart; negative: excluded"));
        ScatteringObservables.add(all);
        RelicStage.add(all);
        return CommonObservables.counted(all, COUNT);
    }

    private static void mass(List<Quantity> all, String name, String latex, String what) {
        all.add(Quantity.of(name, "GeV", "m_{" + latex + "}", "mass of the " + what));
    }
}
