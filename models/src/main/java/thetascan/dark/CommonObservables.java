package thetascan.dark;

import java.util.List;
import thetascan.higgs.TwoDoubletBounds;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/** Observables that models with dark matter share. */
public final class CommonObservables {

    private CommonObservables() {}

    /**
     * Adds the summary of the bounds on the potential, the smallest squared mass and the depth of the vacuum.
     *
     * @param all is added to
     */
    public static void theory(List<Quantity> all) {
        TwoDoubletBounds.addSummary(all);
        all.add(Quantity.of(
                "m_sq_min",
                "GeV^2",
                "m^2_\\mathrm{min}",
                "smallest squared mass of a dark scalar; negative: the vacuum is not inert"));
        vacuum(all);
    }

    /**
     * Adds the depth of the deepest vacuum.
     *
     * @param all is added to
     */
    public static void vacuum(List<Quantity> all) {
        all.add(Quantity.of(
                "vacuum_depth",
                "1",
                "V_\\mathrm{min}/V_\\mathrm{EW}",
                "depth of the deepest vacuum found over that of the electroweak one; above 1 ours is not the deepest"));
    }

    /**
     * Adds what the dark matter is, its mass and the distance to charged states.
     *
     * @param all is added to
     */
    public static void darkMatter(List<Quantity> all) {
        all.add(new Quantity("dm_type", "1", "\\mathrm{DM}", "lightest dark particle", DarkMatter.LEGEND));
        all.add(Quantity.of("m_dm", "GeV", "m_\\mathrm{DM}", "mass of the dark matter"));
        all.add(Quantity.of(
                "charged_gap",
                "GeV",
                "m^\\pm_\\mathrm{min}-m^0_\\mathrm{min}",
                "lightest charged minus lightest neutral dark particle"));
    }

    /**
     * Writes the three observables of {@link #darkMatter}.
     *
     * @param lightest what the lightest dark particle is
     * @param neutral  lightest neutral dark mass [GeV]
     * @param charged  lightest charged dark mass [GeV]
     * @param out      observables
     * @param at       place of the first
     */
    public static void writeDarkMatter(DarkMatter lightest, double neutral, double charged, double[] out, int at) {
        out[at] = lightest.ordinal();
        out[at + 1] = lightest == DarkMatter.NONE ? Missing.UNDEFINED : neutral;
        out[at + 2] = charged - neutral;
    }

    /**
     * Adds the largest Yukawa coupling.
     *
     * @param all is added to
     */
    public static void yukawa(List<Quantity> all) {
        all.add(Quantity.of("yukawa_max", "1", "|y|_\\mathrm{max}", "largest Yukawa coupling"));
    }

    /**
     * Adds S, T, U, R_γγ, BR(h → inv) and Γ(Z → dark).
     *
     * @param all is added to
     */
    public static void electroweak(List<Quantity> all) {
        for (String name : List.of("S", "T", "U")) {
            all.add(Quantity.of(name, "1", name, "oblique parameter relative to the Standard Model"));
        }
        all.add(Quantity.of(
                "R_gamgam", "1", "R_{\\gamma\\gamma}", "width of h to two photons over the Standard Model"));
        all.add(Quantity.of(
                "BR_h_inv", "1", "\\mathrm{BR}(h\\to\\mathrm{inv})", "branching ratio of h into dark particles"));
        all.add(Quantity.of("Gamma_Z_dark", "MeV", "\\Gamma(Z\\to\\mathrm{dark})", "width of Z into dark particles"));
    }

    /**
     * The observables; an error if there are not as many as an evaluator computes.
     *
     * @param all      those that are named
     * @param computed how many an evaluator fills
     * @return an immutable copy
     */
    public static List<Quantity> counted(List<Quantity> all, int computed) {
        if (all.size() != computed) {
            throw new IllegalStateException(all.size() + " observables are named, " + computed + " computed.");
        }
        return List.copyOf(all);
    }
}
