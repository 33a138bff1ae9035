package thetascan.higgs;

import java.util.List;
import thetascan.physics.LinearTable;

/**
 * Gluon fusion at 13 TeV over that of a Standard-Model-like Higgs boson of the same mass. Loops of bottom quarks and what they do to those of top quarks
 * have smaller corrections by gluons than loops of top quarks alone, so it is no ratio of amplitudes. Not for several threads.
 */
final class GluonFusion {

    // of top, bottom and charm quarks; a charm quark couples as a top quark does
    private static final double TT = 1.04;
    private static final double TB = -0.038;
    private static final double BB = 0.002;
    private static final double TC = -0.005;
    private static final double BC = 0.0004;
    private static final double CC = 0.00002;
    private static final double SUM = TT + TB + BB + TC + BC + CC;

    private static final int EVEN = 0;
    private static final int ODD = 3;

    private static final LinearTable TABLE = LinearTable.read("gluon_fusion_xs13.csv")
            .select(List.of("even_tt", "even_tb", "even_bb", "odd_tt", "odd_tb", "odd_bb"));

    private final double[] at = new double[6];

    /**
     * {@return σ/σ of the Standard Model at 125 GeV} N3LO, running masses: LHC Higgs Cross Section Working Group, coupling modifiers for CERN-2017-002
     * (twiki.cern.ch, LHCHWG2KAPPA), as ATLAS and CMS use them.
     *
     * @param up   coupling to up quarks over the Standard Model
     * @param down the same to down quarks
     */
    static double observed(double up, double down) {
        return ((TT + TC + CC) * up * up + (TB + BC) * up * down + BB * down * down) / SUM;
    }

    /**
     * {@return σ/σ of a Standard-Model-like Higgs boson} SusHi 1.6.1 (arXiv:1605.03190), NNLO of top and NLO of bottom quarks.
     *
     * @param mass of the scalar [GeV]
     * @param even whether it is CP-even
     * @param up   coupling to up quarks over that of the Standard Model; of a CP-odd one that to its γ₅
     * @param down the same to down quarks
     */
    double of(double mass, boolean even, double up, double down) {
        TABLE.at(mass, at);
        int first = even ? EVEN : ODD;
        return at[first] * up * up + at[first + 1] * up * down + at[first + 2] * down * down;
    }
}
