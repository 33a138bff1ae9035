package thetascan.higgs;

import thetascan.physics.HiggsReference;

/**
 * Signal strengths of everything that looks like the Higgs boson of 125 GeV: those of h1 and, weighted by exp(−½(Δm/σ)²) with the mass
 * resolution σ of the channel, those of the other neutral scalars. Rates add up without interference; CP-odd ones are made by gluons and
 * bottom quarks only.
 */
public final class OverlappingSignals {

    /** Mass resolution [GeV] of γγ, ZZ, WW, ττ, bb, Zγ. */
    private static final double[] RESOLUTION = {1.5, 1.5, 15, 15, 12, 1.5};
    /** Beyond so many of the largest resolution a scalar is left out. */
    private static final double REACH = 4 * 15;

    private static final double[] SM_BRANCHING = HiggsReference.decays125();
    private static final double[] SM_PRODUCTION = HiggsReference.production125();
    private static final int[][] MODES = {
        {HiggsReference.GGF, HiggsReference.BBH},
        {HiggsReference.VBF},
        {HiggsReference.WH, HiggsReference.ZH},
        {HiggsReference.TTH}
    };
    private static final int[] EVEN = {
        DecayChannels.EVEN_GAMGAM,
        DecayChannels.EVEN_ZZ,
        DecayChannels.EVEN_WW,
        DecayChannels.EVEN_TAUTAU,
        DecayChannels.EVEN_BB,
        DecayChannels.EVEN_ZGAM
    };
    private static final int NONE = -1;
    private static final int[] ODD = {
        DecayChannels.ODD_GAMGAM, NONE, NONE, DecayChannels.ODD_TAUTAU, DecayChannels.ODD_BB, DecayChannels.ODD_ZGAM
    };
    private static final int[] REFERENCE = {
        HiggsReference.GAMGAM,
        HiggsReference.ZZ,
        HiggsReference.WW,
        HiggsReference.TAUTAU,
        HiggsReference.BB,
        HiggsReference.ZGAM
    };

    /** Row-major [production][γγ, ZZ, WW, ττ, bb, Zγ] as {@link SignalStrengths#mu}. */
    public final double[] mu = new double[SignalStrengths.PRODUCTIONS * SignalStrengths.DECAYS];

    private final double[] production = new double[SignalStrengths.PRODUCTIONS];
    private final HiggsSector sector;
    private final DecayChannels decays;

    /**
     * Nothing is computed yet.
     *
     * @param sector the scalars
     * @param decays their channels
     */
    public OverlappingSignals(HiggsSector sector, DecayChannels decays) {
        this.sector = sector;
        this.decays = decays;
    }

    /**
     * Adds up what looks like the observed Higgs boson.
     *
     * @param s      masses of the point
     * @param light  signal strengths of the observed one
     * @param widths decays of all
     * @param rates  cross-sections of all
     */
    public void evaluate(Spectrum s, SignalStrengths light, Widths widths, CrossSections rates) {
        System.arraycopy(light.mu, 0, mu, 0, mu.length);
        for (int state = 1; state < sector.charged(); state++) {
            double distance = s.mass[state] - s.mass[0];
            if (Math.abs(distance) < REACH) {
                add(state, distance, widths, rates);
            }
        }
    }

    private void add(int state, double distance, Widths widths, CrossSections rates) {
        for (int i = 0; i < production.length; i++) {
            double rate = 0;
            double reference = 0;
            for (int mode : MODES[i]) {
                rate += rates.lhc13[state * HiggsReference.MODES + mode];
                reference += SM_PRODUCTION[mode];
            }
            production[i] = rate / reference;
        }
        int[] channels = state < sector.odd() ? EVEN : ODD;
        int first = decays.first(state);
        for (int j = 0; j < SignalStrengths.DECAYS; j++) {
            if (channels[j] == NONE) {
                continue;
            }
            double pull = distance / RESOLUTION[j];
            double decay =
                    widths.branching[first + channels[j]] / SM_BRANCHING[REFERENCE[j]] * Math.exp(-0.5 * pull * pull);
            for (int i = 0; i < production.length; i++) {
                mu[i * SignalStrengths.DECAYS + j] += production[i] * decay;
            }
        }
    }
}
