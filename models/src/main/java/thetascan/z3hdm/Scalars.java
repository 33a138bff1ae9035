package thetascan.z3hdm;

import java.util.List;
import thetascan.higgs.DecayChannels;
import thetascan.higgs.HiggsSector;

/** Indices and names of the seven physical scalars; C1 and C2 are the charged ones. */
final class Scalars {

    static final int H1 = 0;
    static final int H2 = 1;
    static final int H3 = 2;
    static final int A1 = 3;
    static final int A2 = 4;
    static final int C1 = 5;
    static final int C2 = 6;
    static final int COUNT = 7;

    static final List<String> NAMES = List.of("h1", "h2", "h3", "A1", "A2", "C1", "C2");
    private static final List<String> LATEX = List.of("h_1", "h_2", "h_3", "A_1", "A_2", "H_1^{\\pm}", "H_2^{\\pm}");

    static final HiggsSector SECTOR = new HiggsSector(NAMES, LATEX);
    static final DecayChannels CHANNELS = new DecayChannels(SECTOR);

    private Scalars() {}
}
