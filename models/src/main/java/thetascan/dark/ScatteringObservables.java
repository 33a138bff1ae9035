package thetascan.dark;

import java.util.List;
import thetascan.constraint.LimitCurve;
import thetascan.constraint.Measurements;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;

/** Names, places and limit of the scattering of dark matter on nuclei. */
public final class ScatteringObservables {

    /** Number of observables. */
    public static final int COUNT = 6;

    /** Splitting [keV] that stands for "no inelastic scattering through the Z". */
    static final double NO_PARTNER = 1e6;

    /** Squared Z coupling, relative to that of a doublet, below which inelastic scattering does not matter. */
    public static final double COUPLED = 1e-3;

    private static final LimitCurve LIMIT =
            Measurements.shipped().named("LZ_2024").curve("sigma_SI_p", "m_dm");

    private ScatteringObservables() {}

    /**
     * Adds cross-sections, the ratio to the limit and the splitting.
     *
     * @param all is added to
     */
    public static void add(List<Quantity> all) {
        all.add(Quantity.of(
                "sigma_SI_p",
                "cm^2",
                "\\sigma_\\mathrm{SI}^p",
                "spin-independent cross-section on a proton, tree level"));
        all.add(Quantity.of(
                "sigma_SI_n",
                "cm^2",
                "\\sigma_\\mathrm{SI}^n",
                "spin-independent cross-section on a neutron, tree level"));
        all.add(Quantity.of(
                "sigma_SD_p",
                "cm^2",
                "\\sigma_\\mathrm{SD}^p",
                "spin-dependent cross-section on a proton, tree level"));
        all.add(Quantity.of(
                "sigma_SD_n",
                "cm^2",
                "\\sigma_\\mathrm{SD}^n",
                "spin-dependent cross-section on a neutron, tree level"));
        all.add(
                Quantity.of(
                        "sigma_SI_over_limit",
                        "1",
                        "\\sigma_\\mathrm{SI}^p/\\sigma_\\mathrm{LZ}",
                        "spin-independent cross-section over the limit of LZ 2024; undefined where that has no data, below 9 GeV and above 10 TeV"));
        all.add(
                Quantity.of(
                        "inelastic_splitting",
                        "keV",
                        "\\delta m",
                        "mass splitting to the state that dark matter turns into by a Z, at most 1e6; 1e6 if it hardly couples to the Z"));
    }

    /**
     * Writes what {@link #add} names.
     *
     * @param siP       spin-independent cross-section on a proton [cm²]
     * @param siN       the same on a neutron
     * @param sdP       spin-dependent cross-section on a proton [cm²]
     * @param sdN       the same on a neutron
     * @param mass      of the dark matter [GeV]
     * @param splitting to the state that a Z leads to [keV]
     * @param out       observables
     * @param at        place of the first
     */
    public static void write(
            double siP, double siN, double sdP, double sdN, double mass, double splitting, double[] out, int at) {
        out[at] = siP;
        out[at + 1] = siN;
        out[at + 2] = sdP;
        out[at + 3] = sdN;
        out[at + 4] = LIMIT.covers(mass) ? siP / LIMIT.limit(mass) : Missing.UNDEFINED;
        out[at + 5] = Math.min(NO_PARTNER, splitting);
    }

    /**
     * Without dark matter.
     *
     * @param out observables
     * @param at  place of the first
     */
    public static void undefined(double[] out, int at) {
        for (int k = 0; k < COUNT; k++) {
            out[at + k] = Missing.UNDEFINED;
        }
    }
}
