package thetascan.higgs;

import java.util.List;
import thetascan.physics.HiggsReference;
import thetascan.physics.LinearTable;

/**
 * Cross-sections [pb] of the scalars in pp collisions at 13 and 8 TeV: those of a Standard-Model-like Higgs boson of
 * the same mass times squared couplings, gluon fusion times the ratio of leading-order amplitudes or, where widths are made from amplitudes,
 * {@link GluonFusion}; t b C± from its dependence on both Yukawa couplings. h1 at 13 TeV uses the prediction for 125 GeV.
 */
public final class CrossSections {

    private static final double[] SM_125 = HiggsReference.production125();
    private static final LinearTable TB =
            LinearTable.read("hpm_tb_xs13_coeff.csv").select(List.of("x_tt_pb", "x_tb_pb", "x_bb_pb"));

    private static final int MODES = HiggsReference.MODES;

    /** 13 TeV, row-major [neutral state][mode of HiggsReference]. */
    public final double[] lhc13;
    /** 8 TeV. */
    public final double[] lhc8;
    /** Reference rates of a Standard-Model-like Higgs boson, 13 TeV. */
    public final double[] sm13;
    /** The same at 8 TeV. */
    public final double[] sm8;
    /** pp → t b C_n, sum of both charges, 13 TeV; zero below 145 GeV, where the top quark decays to it. */
    public final double[] tbCharged;

    private final boolean scaledRates;
    private final GluonFusion fusion = new GluonFusion();
    private final int firstOdd;
    private final int firstCharged;

    private final double[] reference = new double[MODES];
    private final double[] factor = new double[MODES];
    private final double[] tb = new double[3];

    /**
     * Nothing is computed yet.
     *
     * @param sector the scalars
     * @param source of the widths
     */
    public CrossSections(HiggsSector sector, WidthSource source) {
        scaledRates = source == WidthSource.SCALED_RATES;
        firstOdd = sector.odd();
        firstCharged = sector.charged();
        lhc13 = new double[firstCharged * MODES];
        lhc8 = new double[firstCharged * MODES];
        sm13 = new double[firstCharged * MODES];
        sm8 = new double[firstCharged * MODES];
        tbCharged = new double[sector.pairs()];
    }

    /**
     * Computes all of them.
     *
     * @param s     masses of the point
     * @param c     its couplings
     * @param loops its amplitudes into gluons
     * @param top   its decays of the top quark
     */
    public void evaluate(Spectrum s, Couplings c, LoopAmplitudes loops, TopDecays top) {
        for (int i = 0; i < firstCharged; i++) {
            boolean even = i < firstOdd;
            double vector = even ? c.kappaV[i] * c.kappaV[i] : 0;
            double down = even ? c.kappaD[i] : c.oddD[i - firstOdd];
            factor[HiggsReference.GGF] = scaledRates
                    ? loops.gluonRatio[i]
                    : gluons(i, s.mass[i], even ? c.kappaU[i] : c.oddU[i - firstOdd], down);
            factor[HiggsReference.BBH] = down * down;
            factor[HiggsReference.VBF] = vector;
            factor[HiggsReference.WH] = vector;
            factor[HiggsReference.ZH] = vector;
            factor[HiggsReference.TTH] = even ? c.kappaU[i] * c.kappaU[i] : 0;
            if (i == 0) {
                store(i, SM_125, sm13, lhc13);
            } else {
                HiggsReference.production13(s.mass[i], reference);
                store(i, reference, sm13, lhc13);
            }
            HiggsReference.production8(s.mass[i], reference);
            store(i, reference, sm8, lhc8);
        }
        for (int n = 0; n < tbCharged.length; n++) {
            double m = s.mass[firstCharged + n];
            tbCharged[n] = m >= TB.lowest() ? tbCharged(m, c.x[n], c.y[n], top.branching[n]) : 0;
        }
    }

    private double gluons(int state, double mass, double up, double down) {
        return state == 0 ? GluonFusion.observed(up, down) : fusion.of(mass, state < firstOdd, up, down);
    }

    private void store(int state, double[] sm, double[] smRates, double[] rates) {
        int row = state * MODES;
        for (int mode = 0; mode < MODES; mode++) {
            smRates[row + mode] = sm[mode];
            rates[row + mode] = sm[mode] * factor[mode];
        }
    }

    private double tbCharged(double mass, double x, double y, double topBranching) {
        TB.at(mass, tb);
        double top = 1 - topBranching;
        return 2 * (y * (tb[0] * y + tb[1] * x) + tb[2] * x * x) * top * top;
    }
}
