package thetascan.higgs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.quantity.Quantity;

/**
 * The observables that {@link HiggsEvaluation} fills: places in an evaluator's output, names, units and labels. One block from S to the limits
 * selected, and one of the signal strengths of all scalars near 125 GeV, the self-coupling and B mesons.
 *
 * @param sector   the scalars
 * @param channels their decays
 * @param oblique  place of the first: S, T, U, then the ellipse
 * @param allMu    place of the second block
 */
public record HiggsObservables(HiggsSector sector, DecayChannels channels, int oblique, int allMu) {

    private static final int MU_COUNT = SignalStrengths.PRODUCTIONS * SignalStrengths.DECAYS;
    /** Length of the second block. */
    public static final int SECOND_COUNT = MU_COUNT + 6;

    private static final List<String> PRODUCTIONS = List.of("ggF", "VBF", "VH", "ttH");
    private static final List<String> MU_DECAYS = List.of("gamgam", "ZZ", "WW", "tautau", "bb", "Zgam");

    /** {@return place of κ_V, κ_u, κ_d, κ_ℓ} */
    public int kappa() {
        return oblique + 4;
    }

    /** {@return place of the signal strengths of the first scalar} */
    public int mu() {
        return kappa() + 4;
    }

    /** {@return place of BR(B → X_s γ), then the anchored one} */
    public int bToSGamma() {
        return mu() + MU_COUNT;
    }

    /** {@return place of R_γγ, R_Zγ, R_gg} */
    public int ratios() {
        return bToSGamma() + 2;
    }

    /** {@return place of the total widths} */
    public int width() {
        return ratios() + 3;
    }

    /** {@return place of the branching ratios} */
    public int branching() {
        return width() + sector.count();
    }

    /** {@return place of the ratios to search limits} */
    public int ratio() {
        return branching() + channels.count();
    }

    /** {@return place of the largest of them} */
    public int largestRatio() {
        return ratio() + sector.count();
    }

    /** {@return place of the limits selected} */
    public int limit() {
        return largestRatio() + 1;
    }

    /** {@return place of κ_λ} */
    public int kappaLambda() {
        return allMu + MU_COUNT;
    }

    /** {@return place of BR(B → τν), R(D), R(D*), Δm(B_s), BR(B_s → μμ), the end of the second block} */
    public int bMesons() {
        return kappaLambda() + 1;
    }

    /** {@return end of the first block} */
    public int end() {
        return limit() + sector.count();
    }

    /**
     * Adds the first block.
     *
     * @param all    is added to
     * @param limits names of the search limits: the legend of the selected ones
     */
    public void add(List<Quantity> all, List<String> limits) {
        measured(all);
        decays(all);
        searches(all, limits);
    }

    /**
     * Adds the second block.
     *
     * @param all is added to
     */
    public void addSecond(List<Quantity> all) {
        for (String production : PRODUCTIONS) {
            for (String decay : MU_DECAYS) {
                add(
                        all,
                        "mu_all_" + production + "_" + decay,
                        "1",
                        "\\mu_\\mathrm{" + production + ",all}^{" + DecayChannels.latex(decay) + "}",
                        "signal strength of " + observed()
                                + " and of all neutral scalars that cannot be told from it, " + production + " to "
                                + decay);
            }
        }
        add(
                all,
                "kappa_lambda",
                "1",
                "\\kappa_\\lambda",
                "self-coupling of " + observed() + " at tree level over 3 m_" + observed()
                        + "^2/v, that of the Standard Model");
        add(all, "BR_B_taunu", "1", "\\mathrm{BR}(B^+\\to\\tau\\nu)", "with 8.39e-5 in the Standard Model");
        add(all, "R_D", "1", "R(D)/R(D)_\\mathrm{SM}", "B to D tau nu over B to D l nu, over the Standard Model");
        add(all, "R_Dst", "1", "R(D^*)/R(D^*)_\\mathrm{SM}", "the same with D*");
        add(
                all,
                "r_dm_Bs",
                "1",
                "\\Delta m_{B_s}/\\Delta m_{B_s}^\\mathrm{SM}",
                "mass difference of B_s mesons over the Standard Model");
        add(
                all,
                "BR_Bs_mumu",
                "1",
                "\\overline{\\mathrm{BR}}(B_s\\to\\mu^+\\mu^-)",
                "averaged over time, with 3.64e-9 in the Standard Model");
    }

    /**
     * The observable with the ratio to each limit chosen.
     *
     * @param sector the scalars
     * @return names of ratios by those of limits
     */
    public static Map<String, String> limitRatios(HiggsSector sector) {
        Map<String, String> ratios = new TreeMap<>();
        for (String scalar : sector.names()) ratios.put(limit(scalar), ratio(scalar));
        return ratios;
    }

    private String observed() {
        return sector.names().get(0);
    }

    private void measured(List<Quantity> all) {
        String h = observed();
        for (String name : List.of("S", "T", "U")) {
            add(all, name, "1", name, "oblique parameter relative to the Standard Model");
        }
        add(all, "ST_ellipse", "1", "E(S,T)", "non-negative inside the 95 % region of S and T for U = 0");
        add(all, "kappa_V", "1", "\\kappa_V", "coupling of " + h + " to W and Z over the Standard Model");
        add(all, "kappa_U", "1", "\\kappa_u", "coupling of " + h + " to up quarks over the Standard Model");
        add(all, "kappa_D", "1", "\\kappa_d", "coupling of " + h + " to down quarks over the Standard Model");
        add(all, "kappa_L", "1", "\\kappa_\\ell", "coupling of " + h + " to leptons over the Standard Model");
        for (String production : PRODUCTIONS) {
            for (String decay : MU_DECAYS) {
                add(
                        all,
                        "mu_" + production + "_" + decay,
                        "1",
                        "\\mu_\\mathrm{" + production + "}^{" + DecayChannels.latex(decay) + "}",
                        "signal strength of " + h + ", " + production + " to " + decay);
            }
        }
        add(all, "BR_bsgamma", "1", "\\mathrm{BR}(B\\to X_s\\gamma)", "next-to-leading order");
        add(
                all,
                "BR_bsgamma_anchored",
                "1",
                "\\mathrm{BR}(B\\to X_s\\gamma)_\\mathrm{anchored}",
                "scaled such that the Standard Model has 3.3391e-4");
        add(all, "R_gamgam", "1", "R_{\\gamma\\gamma}", "width of " + h + " to two photons over the Standard Model");
        add(all, "R_Zgam", "1", "R_{Z\\gamma}", "width of " + h + " to Z and photon over the Standard Model");
        add(all, "R_gg", "1", "R_{gg}", "width of " + h + " to gluons over the Standard Model");
    }

    private void decays(List<Quantity> all) {
        for (int state = 0; state < sector.count(); state++) {
            String name = sector.names().get(state);
            add(all, "width_" + name, "GeV", "\\Gamma_{" + sector.latex().get(state) + "}", "total width of " + name);
        }
        for (int state = 0; state < sector.count(); state++) {
            String name = sector.names().get(state);
            for (DecayChannels.Channel channel : channels.of(state)) {
                add(
                        all,
                        "BR_" + name + "_" + channel.name(),
                        "1",
                        "\\mathrm{BR}(" + sector.latex().get(state) + "\\to " + channel.latex() + ")",
                        "branching ratio of " + name + " to " + channel.name());
            }
        }
    }

    private void searches(List<Quantity> all, List<String> limits) {
        for (int state = 0; state < sector.count(); state++) {
            String name = sector.names().get(state);
            add(
                    all,
                    ratio(name),
                    "1",
                    "r_{" + sector.latex().get(state) + "}",
                    "rate of " + name + " over the observed limit of its most sensitive search");
        }
        add(
                all,
                "hb_ratio_max",
                "1",
                "r_\\mathrm{max}",
                "largest of the search ratios of all scalars; allowed up to 1");
        for (int state = 0; state < sector.count(); state++) {
            String name = sector.names().get(state);
            all.add(new Quantity(
                    limit(name),
                    "1",
                    "\\mathrm{limit}_{" + sector.latex().get(state) + "}",
                    "most sensitive search of " + name,
                    limits));
        }
    }

    private static String limit(String scalar) {
        return "hb_limit_" + scalar;
    }

    private static String ratio(String scalar) {
        return "hb_ratio_" + scalar;
    }

    private static void add(List<Quantity> all, String name, String unit, String latex, String description) {
        all.add(Quantity.of(name, unit, latex, description));
    }
}
