package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.quantity.Quantity;

/** The observables, their places in an evaluator's output, names, units and labels. */
final class Z3Observables {

    static final int LAMBDA = 0;
    static final int M_SQ = LAMBDA + 12;
    static final int BFB = M_SQ + 3;
    static final int UNITARITY = BFB + BoundedFromBelow.COUNT;
    static final int S = UNITARITY + Unitarity.COUNT;
    static final int T = S + 1;
    static final int U = S + 2;
    static final int ST_ELLIPSE = S + 3;
    static final int KAPPA = S + 4;
    static final int MU = KAPPA + 4;
    static final int BR_BSGAMMA = MU + SignalStrengths.PRODUCTIONS * SignalStrengths.DECAYS;
    static final int BR_BSGAMMA_ANCHORED = BR_BSGAMMA + 1;
    static final int R = BR_BSGAMMA_ANCHORED + 1;
    static final int WIDTH = R + 3;
    static final int BRANCHING = WIDTH + Scalars.COUNT;
    static final int HB_RATIO = BRANCHING + DecayChannels.COUNT;
    static final int HB_RATIO_MAX = HB_RATIO + Scalars.COUNT;
    static final int HB_LIMIT = HB_RATIO_MAX + 1;
    static final int RANK_BFB = HB_LIMIT + Scalars.COUNT;
    static final int MU_ALL = RANK_BFB + BoundedFromBelow.RANKING_COUNT;
    static final int KAPPA_LAMBDA = MU_ALL + SignalStrengths.PRODUCTIONS * SignalStrengths.DECAYS;
    /** BR(B → τν), R(D), R(D*), Δm(B_s). */
    static final int B_MESONS = KAPPA_LAMBDA + 1;

    static final int COUNT = B_MESONS + 4;

    private static final List<String> BFB_NAMES = List.of("A11", "A22", "A33", "A12bar", "A13bar", "A23bar", "Aaux");
    private static final List<String> BFB_LATEX =
            List.of("A_{11}", "A_{22}", "A_{33}", "\\bar A_{12}", "\\bar A_{13}", "\\bar A_{23}", "A_\\mathrm{aux}");
    private static final List<String> PRODUCTIONS = List.of("ggF", "VBF", "VH", "ttH");
    private static final List<String> MU_DECAYS = List.of("gamgam", "ZZ", "WW", "tautau", "bb", "Zgam");

    private Z3Observables() {}

    /** @param limits names of the search limits: the legend of the selected ones */
    static List<Quantity> all(List<String> limits) {
        List<Quantity> all = new ArrayList<>(COUNT);
        theory(all);
        oblique(all);
        higgs(all);
        decays(all);
        searches(all, limits);
        for (int i = 0; i < BoundedFromBelow.RANKING_COUNT; i++) {
            int name = BoundedFromBelow.COUNT - BoundedFromBelow.RANKING_COUNT + i;
            add(
                    all,
                    "rank_bfb_" + BFB_NAMES.get(name),
                    "1",
                    BFB_LATEX.get(name) + "^\\mathrm{rank}",
                    "continued to where it is undefined, max(A, 0) under the roots; for ranking only");
        }
        for (String production : PRODUCTIONS) {
            for (String decay : MU_DECAYS) {
                add(
                        all,
                        "mu_all_" + production + "_" + decay,
                        "1",
                        "\\mu_\\mathrm{" + production + ",all}^{" + ChannelLatex.of(decay) + "}",
                        "signal strength of h1 and of all neutral scalars that cannot be told from it, " + production
                                + " to " + decay);
            }
        }
        add(
                all,
                "kappa_lambda",
                "1",
                "\\kappa_\\lambda",
                "self-coupling of h1 at tree level over 3 m_h1^2/v, that of the Standard Model");
        add(all, "BR_B_taunu", "1", "\\mathrm{BR}(B^+\\to\\tau\\nu)", "with 8.39e-5 in the Standard Model");
        add(all, "R_D", "1", "R(D)/R(D)_\\mathrm{SM}", "B to D tau nu over B to D l nu, over the Standard Model");
        add(all, "R_Dst", "1", "R(D^*)/R(D^*)_\\mathrm{SM}", "the same with D*");
        add(
                all,
                "r_dm_Bs",
                "1",
                "\\Delta m_{B_s}/\\Delta m_{B_s}^\\mathrm{SM}",
                "mass difference of B_s mesons over the Standard Model");
        if (all.size() != COUNT) {
            throw new IllegalStateException(all.size() + " observables are named, " + COUNT + " computed.");
        }
        return List.copyOf(all);
    }

    private static void theory(List<Quantity> all) {
        for (int i = 1; i <= 12; i++) {
            add(all, "lambda" + i, "1", "\\lambda_{" + i + "}", "quartic coupling of the potential");
        }
        for (int i = 1; i <= 3; i++) {
            add(all, "m" + i + i + "_sq", "GeV^2", "m_{" + i + i + "}^2", "diagonal quadratic term of the potential");
        }
        for (int i = 0; i < BoundedFromBelow.COUNT; i++) {
            add(
                    all,
                    "bfb_" + BFB_NAMES.get(i),
                    "1",
                    BFB_LATEX.get(i),
                    "bounded from below if all seven are non-negative (sufficient)");
        }
        for (int i = 1; i <= Unitarity.COUNT; i++) {
            add(
                    all,
                    "unitarity_" + i,
                    "1",
                    "\\Lambda_{" + i + "}",
                    "eigenvalue of 2 to 2 scalar scattering, 16 pi a0; unitarity asks for a modulus of at most 8 pi");
        }
    }

    private static void oblique(List<Quantity> all) {
        for (String name : List.of("S", "T", "U")) {
            add(all, name, "1", name, "oblique parameter relative to the Standard Model");
        }
        add(all, "ST_ellipse", "1", "E(S,T)", "non-negative inside the 95 % region of S and T for U = 0");
    }

    private static void higgs(List<Quantity> all) {
        add(all, "kappa_V", "1", "\\kappa_V", "coupling of h1 to W and Z over the Standard Model");
        add(all, "kappa_U", "1", "\\kappa_u", "coupling of h1 to up quarks over the Standard Model");
        add(all, "kappa_D", "1", "\\kappa_d", "coupling of h1 to down quarks over the Standard Model");
        add(all, "kappa_L", "1", "\\kappa_\\ell", "coupling of h1 to leptons over the Standard Model");
        for (String production : PRODUCTIONS) {
            for (String decay : MU_DECAYS) {
                add(
                        all,
                        "mu_" + production + "_" + decay,
                        "1",
                        "\\mu_\\mathrm{" + production + "}^{" + ChannelLatex.of(decay) + "}",
                        "signal strength of h1, " + production + " to " + decay);
            }
        }
        add(all, "BR_bsgamma", "1", "\\mathrm{BR}(B\\to X_s\\gamma)", "next-to-leading order");
        add(
                all,
                "BR_bsgamma_anchored",
                "1",
                "\\mathrm{BR}(B\\to X_s\\gamma)_\\mathrm{anchored}",
                "scaled such that the Standard Model has 3.3391e-4");
        add(all, "R_gamgam", "1", "R_{\\gamma\\gamma}", "width of h1 to two photons over the Standard Model");
        add(all, "R_Zgam", "1", "R_{Z\\gamma}", "width of h1 to Z and photon over the Standard Model");
        add(all, "R_gg", "1", "R_{gg}", "width of h1 to gluons over the Standard Model");
    }

    private static void decays(List<Quantity> all) {
        for (int state = 0; state < Scalars.COUNT; state++) {
            add(
                    all,
                    "width_" + Scalars.NAMES.get(state),
                    "GeV",
                    "\\Gamma_{" + Scalars.LATEX.get(state) + "}",
                    "total width of " + Scalars.NAMES.get(state));
        }
        for (int state = 0; state < Scalars.COUNT; state++) {
            String name = Scalars.NAMES.get(state);
            for (String channel : DecayChannels.names(state)) {
                add(
                        all,
                        "BR_" + name + "_" + channel,
                        "1",
                        "\\mathrm{BR}(" + Scalars.LATEX.get(state) + "\\to " + ChannelLatex.of(channel) + ")",
                        "branching ratio of " + name + " to " + channel);
            }
        }
    }

    /** The observable with the ratio to each limit chosen. */
    static Map<String, String> limitRatios() {
        Map<String, String> ratios = new TreeMap<>();
        for (String scalar : Scalars.NAMES) ratios.put(limit(scalar), ratio(scalar));
        return ratios;
    }

    private static String limit(String scalar) {
        return "hb_limit_" + scalar;
    }

    private static String ratio(String scalar) {
        return "hb_ratio_" + scalar;
    }

    private static void searches(List<Quantity> all, List<String> limits) {
        for (int state = 0; state < Scalars.COUNT; state++) {
            add(
                    all,
                    ratio(Scalars.NAMES.get(state)),
                    "1",
                    "r_{" + Scalars.LATEX.get(state) + "}",
                    "rate of " + Scalars.NAMES.get(state) + " over the observed limit of its most sensitive search");
        }
        add(all, "hb_ratio_max", "1", "r_\\mathrm{max}", "largest of the seven search ratios; allowed up to 1");
        for (int state = 0; state < Scalars.COUNT; state++) {
            String name = Scalars.NAMES.get(state);
            all.add(new Quantity(
                    limit(name),
                    "1",
                    "\\mathrm{limit}_{" + Scalars.LATEX.get(state) + "}",
                    "most sensitive search of " + name,
                    limits));
        }
    }

    private static void add(List<Quantity> all, String name, String unit, String latex, String description) {
        all.add(Quantity.of(name, unit, latex, description));
    }
}
