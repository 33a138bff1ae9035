package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.List;

/**
 * Decay channels of each state: the order of {@link Widths} and of the columns {@code BR_<state>_<channel>}. Modes
 * with two different charged scalars or a W count both charge combinations.
 */
final class DecayChannels {

    static final int EVEN_BB = 0;
    static final int EVEN_SS = 1;
    static final int EVEN_CC = 2;
    static final int EVEN_TT = 3;
    static final int EVEN_TAUTAU = 4;
    static final int EVEN_MUMU = 5;
    static final int EVEN_WW = 6;
    static final int EVEN_ZZ = 7;
    static final int EVEN_GG = 8;
    static final int EVEN_GAMGAM = 9;
    static final int EVEN_ZGAM = 10;
    /** Three pairs of the other two CP-even states. */
    static final int EVEN_HH = 11;
    /** A1A1, A1A2, A2A2. */
    static final int EVEN_AA = 14;
    /** ZA1, ZA2. */
    static final int EVEN_ZA = 17;
    /** WC1, WC2. */
    static final int EVEN_WC = 19;
    /** C1C1, C2C2. */
    static final int EVEN_CC_SAME = 21;

    static final int EVEN_C1C2 = 23;
    private static final int EVEN_COUNT = 24;

    static final int ODD_BB = 0;
    static final int ODD_CC = 1;
    static final int ODD_SS = 2;
    static final int ODD_TT = 3;
    static final int ODD_TAUTAU = 4;
    static final int ODD_MUMU = 5;
    static final int ODD_GG = 6;
    static final int ODD_GAMGAM = 7;
    static final int ODD_ZGAM = 8;
    /** Zh1, Zh2, Zh3. */
    static final int ODD_ZH = 9;
    /** WC1, WC2. */
    static final int ODD_WC = 12;
    /** The other CP-odd state with h1, h2, h3. */
    static final int ODD_AH = 14;

    static final int ODD_C1C2 = 17;
    private static final int ODD_COUNT = 18;

    static final int CHARGED_TB = 0;
    static final int CHARGED_TS = 1;
    static final int CHARGED_CB = 2;
    static final int CHARGED_CS = 3;
    static final int CHARGED_CD = 4;
    static final int CHARGED_US = 5;
    static final int CHARGED_UB = 6;
    static final int CHARGED_TAUNU = 7;
    static final int CHARGED_MUNU = 8;
    /** Wh1, Wh2, Wh3. */
    static final int CHARGED_WH = 9;
    /** WA1, WA2. */
    static final int CHARGED_WA = 12;
    /** The other charged state with h1, h2, h3. */
    static final int CHARGED_CH = 14;
    /** The other charged state with A1, A2. */
    static final int CHARGED_CA = 17;

    private static final int CHARGED_COUNT = 19;

    private static final int[] FIRST = {
        0,
        EVEN_COUNT,
        2 * EVEN_COUNT,
        3 * EVEN_COUNT,
        3 * EVEN_COUNT + ODD_COUNT,
        3 * EVEN_COUNT + 2 * ODD_COUNT,
        3 * EVEN_COUNT + 2 * ODD_COUNT + CHARGED_COUNT,
        3 * EVEN_COUNT + 2 * ODD_COUNT + 2 * CHARGED_COUNT
    };

    static final int COUNT = FIRST[Scalars.COUNT];

    private DecayChannels() {}

    /** Index of a state's first channel; one more than the last state gives the end. */
    static int first(int state) {
        return FIRST[state];
    }

    /** Names of a state's channels. */
    static List<String> names(int state) {
        if (state <= Scalars.H3) {
            return even(state);
        }
        return state <= Scalars.A2 ? odd(state) : charged(state);
    }

    private static List<String> even(int state) {
        List<String> names =
                new ArrayList<>(List.of("bb", "ss", "cc", "tt", "tautau", "mumu", "WW", "ZZ", "gg", "gamgam", "Zgam"));
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                if (a != state && b != state) {
                    names.add(Scalars.NAMES.get(a) + Scalars.NAMES.get(b));
                }
            }
        }
        names.addAll(List.of("A1A1", "A1A2", "A2A2", "ZA1", "ZA2", "WC1", "WC2", "C1C1", "C2C2", "C1C2"));
        return names;
    }

    private static List<String> odd(int state) {
        String other = Scalars.NAMES.get(Scalars.A1 + Scalars.A2 - state);
        return List.of(
                "bb",
                "cc",
                "ss",
                "tt",
                "tautau",
                "mumu",
                "gg",
                "gamgam",
                "Zgam",
                "Zh1",
                "Zh2",
                "Zh3",
                "WC1",
                "WC2",
                other + "h1",
                other + "h2",
                other + "h3",
                "C1C2");
    }

    private static List<String> charged(int state) {
        String other = Scalars.NAMES.get(Scalars.C1 + Scalars.C2 - state);
        return List.of(
                "tb",
                "ts",
                "cb",
                "cs",
                "cd",
                "us",
                "ub",
                "taunu",
                "munu",
                "Wh1",
                "Wh2",
                "Wh3",
                "WA1",
                "WA2",
                other + "h1",
                other + "h2",
                other + "h3",
                other + "A1",
                other + "A2");
    }
}
