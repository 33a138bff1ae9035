package thetascan.higgs;

import thetascan.physics.HiggsReference;

/**
 * Rates of the observed Higgs boson h1, the first CP-even state, over those of the Standard Model Higgs boson of 125 GeV: its widths are scaled, not recomputed; those of b and s quarks with
 * squares of couplings and, where widths are made from amplitudes, with the {@link TopTriangle}. Gluon fusion is {@link GluonFusion} then, else
 * the ratio of the widths into gluons. Signal
 * strengths μ = production × decay in the grid of ATLAS, Nature 607 (2022) 52, arXiv:2207.00092.
 */
public final class SignalStrengths {

    /** Rows of {@link #mu}. */
    public static final int PRODUCTIONS = 4;
    /** Columns of {@link #mu}. */
    public static final int DECAYS = 6;

    private static final double[] SM_BRANCHING = HiggsReference.decays125();
    private static final double[] SM_PRODUCTION = HiggsReference.production125();
    private static final double SM_SUM = sum(SM_BRANCHING);

    /** DecayChannels of the columns of {@link #mu}. */
    private static final int[] MU_DECAYS = {
        HiggsReference.GAMGAM,
        HiggsReference.ZZ,
        HiggsReference.WW,
        HiggsReference.TAUTAU,
        HiggsReference.BB,
        HiggsReference.ZGAM
    };

    /** Width over the Standard Model one, by channel of {@link HiggsReference}. */
    public final double[] widthRatio = new double[HiggsReference.CHANNELS];
    /** Total width over the Standard Model one. */
    public double totalRatio;
    /** Production over the Standard Model: ggF with bbH, VBF, VH, ttH with tH. */
    public final double[] production = new double[PRODUCTIONS];
    /** Row-major [production][γγ, ZZ, WW, ττ, bb, Zγ]. */
    public final double[] mu = new double[PRODUCTIONS * DECAYS];

    private final TopTriangle triangle;
    private final boolean scaledRates;

    /**
     * Nothing is computed yet.
     *
     * @param source of the widths
     */
    public SignalStrengths(WidthSource source) {
        triangle = TopTriangle.of(source);
        scaledRates = source == WidthSource.SCALED_RATES;
    }

    /**
     * Computes them.
     *
     * @param c     couplings of the point
     * @param loops its amplitudes
     */
    public void evaluate(Couplings c, LoopAmplitudes loops) {
        double v2 = c.kappaV[0] * c.kappaV[0];
        double u2 = c.kappaU[0] * c.kappaU[0];
        double d2 = c.kappaD[0] * c.kappaD[0];
        double l2 = c.kappaL[0] * c.kappaL[0];
        widthRatio[HiggsReference.BB] = TopTriangle.notNegative(
                c.kappaD[0] * TopTriangle.overDown(triangle.bottom(), c.kappaD[0], c.kappaU[0]));
        widthRatio[HiggsReference.SS] = TopTriangle.notNegative(
                c.kappaD[0] * TopTriangle.overDown(triangle.strange(), c.kappaD[0], c.kappaU[0]));
        widthRatio[HiggsReference.CC] = u2;
        widthRatio[HiggsReference.TT] = u2;
        widthRatio[HiggsReference.TAUTAU] = l2;
        widthRatio[HiggsReference.MUMU] = l2;
        widthRatio[HiggsReference.WW] = v2;
        widthRatio[HiggsReference.ZZ] = v2;
        widthRatio[HiggsReference.GG] = loops.gluonRatio[0];
        widthRatio[HiggsReference.GAMGAM] = loops.photonRatio[0];
        widthRatio[HiggsReference.ZGAM] = loops.zPhotonRatio[0];
        double total = 0;
        for (int i = 0; i < HiggsReference.CHANNELS; i++) {
            total += SM_BRANCHING[i] * widthRatio[i];
        }
        totalRatio = total / SM_SUM;
        double ggf = SM_PRODUCTION[HiggsReference.GGF];
        double bbh = SM_PRODUCTION[HiggsReference.BBH];
        double gluons = scaledRates ? loops.gluonRatio[0] : GluonFusion.observed(c.kappaU[0], c.kappaD[0]);
        production[0] = (ggf * gluons + bbh * d2) / (ggf + bbh);
        production[1] = v2;
        production[2] = v2;
        production[3] = u2;
        double inverse = 1 / totalRatio;
        for (int j = 0; j < DECAYS; j++) {
            double decay = widthRatio[MU_DECAYS[j]] * inverse;
            for (int i = 0; i < PRODUCTIONS; i++) {
                mu[i * DECAYS + j] = production[i] * decay;
            }
        }
    }

    private static double sum(double[] branching) {
        double sum = 0;
        for (int i = 0; i < HiggsReference.CHANNELS; i++) {
            sum += branching[i];
        }
        return sum;
    }
}
