package thetascan.physics;

import java.util.List;

/**
 * Rates of a Standard-Model-like Higgs boson as functions of its mass: branching ratios, total width and production
 * cross-sections of the LHC Higgs Cross Section Working Group, CERN-2017-002, arXiv:1610.07922. Tables 90-1000 GeV,
 * linear in between.
 */
public final class HiggsReference {

    /** Name and version of the tables. */
    public static final String SOURCE = "LHC Higgs Cross Section Working Group, Yellow Report 4 (CERN-2017-002)";

    /** Channel bb̄. */
    public static final int BB = 0;
    /** Channel τ⁺τ⁻. */
    public static final int TAUTAU = 1;
    /** Channel μ⁺μ⁻. */
    public static final int MUMU = 2;
    /** Channel ss̄. */
    public static final int SS = 3;
    /** Channel cc̄. */
    public static final int CC = 4;
    /** Channel tt̄. */
    public static final int TT = 5;
    /** Channel gg. */
    public static final int GG = 6;
    /** Channel γγ. */
    public static final int GAMGAM = 7;
    /** Channel Zγ. */
    public static final int ZGAM = 8;
    /** Channel WW*. */
    public static final int WW = 9;
    /** Channel ZZ*. */
    public static final int ZZ = 10;
    /** Number of decay channels; the total width [GeV] follows them. */
    public static final int CHANNELS = 11;

    /** Where the total width [GeV] stands, behind the channels. */
    public static final int WIDTH = 11;

    /** Gluon fusion. */
    public static final int GGF = 0;
    /** Fusion of vector bosons. */
    public static final int VBF = 1;
    /** With two bottom quarks, bb̄H. */
    public static final int BBH = 2;
    /** With a W boson. */
    public static final int WH = 3;
    /** With a Z boson. */
    public static final int ZH = 4;
    /** With two top quarks, tt̄H. */
    public static final int TTH = 5;
    /** Number of production modes. */
    public static final int MODES = 6;

    private static final List<String> DECAY_COLUMNS =
            List.of("bb", "tautau", "mumu", "ss", "cc", "tt", "gg", "gamgam", "Zgam", "WW", "ZZ", "width_GeV");
    private static final List<String> MODE_COLUMNS = List.of("ggF_pb", "VBF_pb", "bbH_pb", "WH_pb", "ZH_pb", "ttH_pb");

    private static final LinearTable DECAYS =
            LinearTable.read("sm_higgs_br_yr4.csv").select(DECAY_COLUMNS);
    private static final LinearTable LHC13 =
            LinearTable.read("sm_higgs_xs13_bsm_yr4.csv").select(MODE_COLUMNS);
    private static final LinearTable LHC8 =
            LinearTable.read("sm_higgs_xs8_bsm_yr4.csv").select(MODE_COLUMNS);
    private static final LinearTable AT_125 = LinearTable.read("sm_higgs_125_yr4.csv");

    private HiggsReference() {}

    /**
     * Branching ratios by channel, then the total width [GeV]; beyond the tables those of their ends.
     *
     * @param mass of the Higgs boson [GeV]
     * @param result receives {@link #CHANNELS} ratios and the width
     */
    public static void decays(double mass, double[] result) {
        DECAYS.at(mass, result);
    }

    /**
     * Cross-sections [pb] by mode, pp at 13 TeV; beyond the tables those of their ends.
     *
     * @param mass of the Higgs boson [GeV]
     * @param result receives {@link #MODES} cross-sections
     */
    public static void production13(double mass, double[] result) {
        LHC13.at(mass, result);
    }

    /**
     * Cross-sections [pb] by mode, pp at 8 TeV; beyond the tables those of their ends.
     *
     * @param mass of the Higgs boson [GeV]
     * @param result receives {@link #MODES} cross-sections
     */
    public static void production8(double mass, double[] result) {
        LHC8.at(mass, result);
    }

    /** {@return branching ratios by channel, then the total width, at 125.0 GeV} */
    public static double[] decays125() {
        double[] result = new double[CHANNELS + 1];
        AT_125.select(DECAY_COLUMNS).at(125, result);
        return result;
    }

    /** {@return cross-sections [pb] by mode at 125.0 GeV, pp at 13 TeV} */
    public static double[] production125() {
        double[] result = new double[MODES];
        AT_125.select(MODE_COLUMNS).at(125, result);
        return result;
    }
}
