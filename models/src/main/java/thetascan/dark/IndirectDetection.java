package thetascan.dark;

import java.util.Arrays;
import java.util.List;
import thetascan.constraint.LimitCurve;
import thetascan.constraint.Measurements;
import thetascan.quantity.Quantity;
import thetascan.relic.FinalState;

/**
 * Annihilation of dark matter in dwarf galaxies by final state, and its share of the limits of the Fermi Large Area Telescope: Σ σv/limit, that of b b̄ for all
 * quarks, gluons and h h, whose gamma rays hardly differ, that of W⁺W⁻ for Z Z too. Where a curve ends there is no limit. The velocity does not matter.
 */
public final class IndirectDetection {

    /** Number of observables. */
    static final int COUNT = FinalState.values().length + 2;

    private static final int STATES = FinalState.values().length;
    private static final List<LimitCurve> LIMITS = limits();
    private static final List<String> NAMES = List.of("bb", "tautau", "WW", "ZZ", "hh", "tt", "cc", "gg");
    private static final List<String> LATEX =
            List.of("b\\bar b", "\\tau^+\\tau^-", "W^+W^-", "ZZ", "hh", "t\\bar t", "c\\bar c", "gg");

    private IndirectDetection() {}

    private static List<LimitCurve> limits() {
        LimitCurve quarks = curve("Fermi_dwarfs_2015_bb");
        LimitCurve leptons = curve("Fermi_dwarfs_2015_tautau");
        LimitCurve vectors = curve("Fermi_dwarfs_2015_WW");
        return Arrays.stream(FinalState.values())
                .map(state -> switch (state) {
                    case TAUTAU -> leptons;
                    case WW, ZZ -> vectors;
                    case BB, CC, TT, HH, GG -> quarks;
                })
                .toList();
    }

    private static LimitCurve curve(String name) {
        return Measurements.shipped().named(name).curve("sigma_v", "m_dm");
    }

    static void add(List<Quantity> all) {
        for (int k = 0; k < STATES; k++) {
            all.add(Quantity.of(
                    "sigma_v_" + NAMES.get(k),
                    "cm^3/s",
                    "\\langle\\sigma v\\rangle_{" + LATEX.get(k) + "}",
                    "annihilation of slow dark matter into " + NAMES.get(k) + "; second stage"));
        }
        all.add(Quantity.of(
                "sigma_v",
                "cm^3/s",
                "\\langle\\sigma v\\rangle",
                "annihilation of slow dark matter into all final states; second stage"));
        all.add(
                Quantity.of(
                        "sigma_v_over_limit",
                        "1",
                        "\\sum\\langle\\sigma v\\rangle/\\langle\\sigma v\\rangle_\\mathrm{Fermi}",
                        "annihilation of slow dark matter over the limits of Fermi-LAT from dwarf galaxies, summed over final states; all dark matter is of this kind; second stage"));
    }

    /**
     * Writes the last observable from the others.
     *
     * @param rates σv [cm³/s] by final state
     * @param mass  of the dark matter [GeV]
     */
    static double overLimits(double[] rates, double mass) {
        double sum = 0;
        for (int k = 0; k < STATES; k++) {
            if (LIMITS.get(k).covers(mass)) {
                sum += rates[k] / LIMITS.get(k).limit(mass);
            }
        }
        return sum;
    }
}
