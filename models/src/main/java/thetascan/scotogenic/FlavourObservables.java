package thetascan.scotogenic;

import java.util.List;
import thetascan.lepton.LeptonFlavour;
import thetascan.quantity.Quantity;

/** Names and places of the lepton-flavour observables. */
public final class FlavourObservables {

    /** Number of observables. */
    public static final int COUNT = 37;

    private static final List<String> RADIATIVE = List.of("mu_e", "tau_e", "tau_mu");
    private static final List<String> RADIATIVE_LATEX =
            List.of("\\mu\\to e\\gamma", "\\tau\\to e\\gamma", "\\tau\\to\\mu\\gamma");
    private static final List<String> THREE_BODY =
            List.of("mu_3e", "tau_3e", "tau_3mu", "tau_e_mumu", "tau_mu_ee", "tau_mumu_ebar", "tau_ee_mubar");
    private static final List<String> THREE_BODY_LATEX = List.of(
            "\\mu\\to 3e",
            "\\tau\\to 3e",
            "\\tau\\to 3\\mu",
            "\\tau^-\\to e^-\\mu^+\\mu^-",
            "\\tau^-\\to\\mu^-e^+e^-",
            "\\tau^-\\to\\mu^-\\mu^-e^+",
            "\\tau^-\\to e^-e^-\\mu^+");
    private static final List<String> NUCLEI = List.of("Al", "Ti", "Sr", "Sb", "Au", "Pb");
    private static final List<String> MESONS = List.of("pi", "eta", "etap");
    private static final List<String> MESON_LATEX = List.of("\\pi^0", "\\eta", "\\eta'");
    private static final List<String> PAIRS = List.of("emu", "etau", "mutau");
    private static final List<String> PAIR_LATEX = List.of("e\\mu", "e\\tau", "\\mu\\tau");
    private static final List<String> LEPTONS = List.of("e", "mu", "tau");
    private static final List<String> LEPTON_LATEX = List.of("e", "\\mu", "\\tau");

    private FlavourObservables() {}

    /**
     * Declares moments, branching ratios and conversion rates.
     *
     * @param all list they are added to
     */
    public static void add(List<Quantity> all) {
        for (int l = 0; l < 3; l++) {
            all.add(Quantity.of(
                    "Delta_a_" + LEPTONS.get(l), "1", "\\Delta a_" + LEPTON_LATEX.get(l), "anomalous magnetic moment"));
        }
        for (int l = 0; l < 3; l++) {
            all.add(Quantity.of(
                    "d_" + LEPTONS.get(l), "cm", "|d_" + LEPTON_LATEX.get(l) + "|/e", "electric dipole moment"));
        }
        for (int i = 0; i < 3; i++) {
            branching(all, "BR_" + RADIATIVE.get(i) + "_gamma", RADIATIVE_LATEX.get(i));
        }
        for (int i = 0; i < 7; i++) {
            branching(all, "BR_" + THREE_BODY.get(i), THREE_BODY_LATEX.get(i));
        }
        for (String nucleus : NUCLEI) {
            all.add(Quantity.of(
                    "CR_" + nucleus,
                    "1",
                    "\\mathrm{CR}(\\mu\\text{-}e,\\mathrm{" + nucleus + "})",
                    "mu-e conversion over capture in " + nucleus));
        }
        for (int l = 0; l < 2; l++) {
            for (int p = 0; p < 3; p++) {
                branching(
                        all,
                        "BR_tau_" + LEPTONS.get(l) + "_" + MESONS.get(p),
                        "\\tau\\to " + LEPTON_LATEX.get(l) + MESON_LATEX.get(p));
            }
        }
        addPairs(all, "Z");
        for (String nucleus : NUCLEI) {
            all.add(Quantity.of(
                    "CR_" + nucleus + "_flavorkit",
                    "1",
                    "\\mathrm{CR}_\\mathrm{FlavorKit}(\\mu\\text{-}e,\\mathrm{" + nucleus + "})",
                    "the same with the signs and the coupling that SPheno with FlavorKit takes"));
        }
    }

    /**
     * Branching ratios of Z or h into two leptons, both charge states.
     *
     * @param all list they are added to
     * @param mother Z or h
     */
    public static void addPairs(List<Quantity> all, String mother) {
        for (int i = 0; i < 3; i++) {
            branching(all, "BR_" + mother + "_" + PAIRS.get(i), mother + "\\to " + PAIR_LATEX.get(i));
        }
    }

    private static void branching(List<Quantity> all, String name, String latex) {
        all.add(Quantity.of(name, "1", "\\mathrm{BR}(" + latex + ")", "branching ratio"));
    }

    /**
     * Writes the observables of {@link #add}.
     *
     * @param flavour evaluated at the point
     * @param out receives {@link #COUNT} values
     * @param at place of the first
     */
    public static void write(LeptonFlavour flavour, double[] out, int at) {
        System.arraycopy(flavour.anomalousMoment, 0, out, at, 3);
        for (int l = 0; l < 3; l++) {
            out[at + 3 + l] = Math.abs(flavour.electricMoment[l]);
        }
        System.arraycopy(flavour.radiative, 0, out, at + 6, 3);
        System.arraycopy(flavour.threeBody, 0, out, at + 9, 7);
        System.arraycopy(flavour.conversion, 0, out, at + 16, 6);
        System.arraycopy(flavour.meson, 0, out, at + 22, 6);
        System.arraycopy(flavour.zDecay, 0, out, at + 28, 3);
        System.arraycopy(flavour.conversionFlavorKit, 0, out, at + 31, 6);
    }
}
