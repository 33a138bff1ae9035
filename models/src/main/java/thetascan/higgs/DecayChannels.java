package thetascan.higgs;

import java.util.ArrayList;
import java.util.List;

/**
 * Decay channels of each state: the order of {@link Widths} and of the columns {@code BR_<state>_<channel>}. Modes with two different charged
 * scalars or a W count both charge combinations.
 */
public final class DecayChannels {

    // CP-even states; then pairs of the other CP-even ones, AA, ZA, WC, C of one kind, of two
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
    static final int EVEN_SCALARS = 11;

    // CP-odd states; then Zh, WC, another A with h, two different C
    static final int ODD_BB = 0;
    static final int ODD_CC = 1;
    static final int ODD_SS = 2;
    static final int ODD_TT = 3;
    static final int ODD_TAUTAU = 4;
    static final int ODD_MUMU = 5;
    static final int ODD_GG = 6;
    static final int ODD_GAMGAM = 7;
    static final int ODD_ZGAM = 8;
    static final int ODD_SCALARS = 9;

    // charged states; then Wh, WA, another C with h, with A
    static final int CHARGED_TB = 0;
    static final int CHARGED_TS = 1;
    static final int CHARGED_CB = 2;
    static final int CHARGED_CS = 3;
    static final int CHARGED_CD = 4;
    static final int CHARGED_US = 5;
    static final int CHARGED_UB = 6;
    static final int CHARGED_TAUNU = 7;
    static final int CHARGED_MUNU = 8;
    static final int CHARGED_SCALARS = 9;

    private static final String[][] EVEN = {
        {"bb", "b\\bar b"},
        {"ss", "s\\bar s"},
        {"cc", "c\\bar c"},
        {"tt", "t\\bar t"},
        {"tautau", "\\tau\\tau"},
        {"mumu", "\\mu\\mu"},
        {"WW", "WW"},
        {"ZZ", "ZZ"},
        {"gg", "gg"},
        {"gamgam", "\\gamma\\gamma"},
        {"Zgam", "Z\\gamma"}
    };
    private static final int[] ODD = {
        EVEN_BB, EVEN_CC, EVEN_SS, EVEN_TT, EVEN_TAUTAU, EVEN_MUMU, EVEN_GG, EVEN_GAMGAM, EVEN_ZGAM
    };
    private static final String[][] CHARGED = {
        {"tb", "tb"},
        {"ts", "ts"},
        {"cb", "cb"},
        {"cs", "cs"},
        {"cd", "cd"},
        {"us", "us"},
        {"ub", "ub"},
        {"taunu", "\\tau\\nu"},
        {"munu", "\\mu\\nu"}
    };

    /** What a state decays to. */
    enum Products {
        STANDARD_MODEL,
        Z_AND_SCALAR,
        W_AND_SCALAR,
        SCALARS
    }

    /**
     * A channel.
     *
     * @param name     such as {@code WC1} or {@code gamgam}
     * @param latex    of the products
     * @param products their kind
     * @param first    place of the first scalar among the products; −1 for none
     * @param second   place of the second one; −1 for none
     */
    record Channel(String name, String latex, Products products, int first, int second) {}

    private final HiggsSector sector;
    private final List<Channel> all = new ArrayList<>();
    private final int[] start;

    /**
     * All channels of some scalars.
     *
     * @param sector the scalars
     */
    public DecayChannels(HiggsSector sector) {
        this.sector = sector;
        start = new int[sector.count() + 1];
        for (int state = 0; state < sector.count(); state++) {
            start[state] = all.size();
            if (state < sector.odd()) {
                even(state);
            } else if (state < sector.charged()) {
                odd(state);
            } else {
                charged(state);
            }
        }
        start[sector.count()] = all.size();
    }

    /** {@return number of all channels} */
    public int count() {
        return all.size();
    }

    /**
     * Index of a state's first channel.
     *
     * @param state place of the scalar; one more than the last state gives the end
     * @return index among all channels
     */
    public int first(int state) {
        return start[state];
    }

    /** A state's channels. */
    List<Channel> of(int state) {
        return all.subList(start[state], start[state + 1]);
    }

    /**
     * Names of a state's channels.
     *
     * @param state place of the scalar
     * @return such as {@code gamgam}, {@code ZA1}, {@code h1h1}
     */
    public List<String> names(int state) {
        return of(state).stream().map(Channel::name).toList();
    }

    /** LaTeX of a channel into Standard Model particles of a neutral scalar. */
    static String latex(String name) {
        for (String[] channel : EVEN) {
            if (channel[0].equals(name)) return channel[1];
        }
        throw new IllegalArgumentException("unknown channel " + name + ".");
    }

    private void even(int state) {
        for (String[] channel : EVEN) standard(channel);
        for (int a = 0; a < sector.odd(); a++) {
            for (int b = a; b < sector.odd(); b++) {
                if (a != state && b != state) scalars(a, b);
            }
        }
        for (int k = sector.odd(); k < sector.charged(); k++) {
            for (int l = k; l < sector.charged(); l++) scalars(k, l);
        }
        for (int k = sector.odd(); k < sector.charged(); k++) boson(Products.Z_AND_SCALAR, "Z", k);
        for (int n = sector.charged(); n < sector.count(); n++) boson(Products.W_AND_SCALAR, "W", n);
        for (int n = sector.charged(); n < sector.count(); n++) scalars(n, n);
        differentCharged();
    }

    private void odd(int state) {
        for (int i : ODD) standard(EVEN[i]);
        for (int j = 0; j < sector.odd(); j++) boson(Products.Z_AND_SCALAR, "Z", j);
        for (int n = sector.charged(); n < sector.count(); n++) boson(Products.W_AND_SCALAR, "W", n);
        for (int k = sector.odd(); k < sector.charged(); k++) {
            for (int j = 0; j < sector.odd() && k != state; j++) scalars(k, j);
        }
        differentCharged();
    }

    private void charged(int state) {
        for (String[] channel : CHARGED) standard(channel);
        for (int i = 0; i < sector.charged(); i++) boson(Products.W_AND_SCALAR, "W", i);
        for (int n = sector.charged(); n < sector.count(); n++) {
            for (int i = 0; i < sector.charged() && n != state; i++) scalars(n, i);
        }
    }

    private void differentCharged() {
        for (int m = sector.charged(); m < sector.count(); m++) {
            for (int n = m + 1; n < sector.count(); n++) scalars(m, n);
        }
    }

    private void standard(String[] channel) {
        all.add(new Channel(channel[0], channel[1], Products.STANDARD_MODEL, -1, -1));
    }

    private void boson(Products products, String boson, int scalar) {
        all.add(new Channel(
                boson + sector.names().get(scalar), boson + sector.latex().get(scalar), products, scalar, -1));
    }

    private void scalars(int first, int second) {
        all.add(new Channel(
                sector.names().get(first) + sector.names().get(second),
                sector.latex().get(first) + sector.latex().get(second),
                Products.SCALARS,
                first,
                second));
    }
}
