package thetascan.higgs;

import java.util.ArrayList;
import java.util.List;
import thetascan.higgs.DecayChannels.Channel;
import thetascan.limit.Collider;
import thetascan.limit.Coupling;
import thetascan.limit.Decay;
import thetascan.limit.LimitEngine;
import thetascan.limit.LimitSet;
import thetascan.limit.Particle;
import thetascan.limit.Particle.CP;
import thetascan.limit.Particle.Charge;
import thetascan.limit.Predictions;
import thetascan.limit.Production;
import thetascan.physics.HiggsReference;

/** Tests all scalars, the observed one included, against the limits of searches. */
public final class Searches {

    /** Observed ratio of each state's most sensitive search. */
    public final double[] ratio;
    /** Code of that search, 0 for none. */
    public final int[] selected;

    private final HiggsSector sector;
    private final Predictions predictions;
    private final LimitEngine engine;
    private final RateCopy rates;
    private final DecayCopy decays;

    /**
     * Searches for some scalars.
     *
     * @param sector   the scalars
     * @param channels their decays
     * @param limits   of searches
     */
    public Searches(HiggsSector sector, DecayChannels channels, LimitSet limits) {
        this.sector = sector;
        ratio = new double[sector.count()];
        selected = new int[sector.count()];
        List<Particle> particles = particles(sector);
        predictions = new Predictions(particles);
        engine = new LimitEngine(limits.limits(), particles);
        rates = new RateCopy(sector, predictions);
        decays = new DecayCopy(sector, channels, predictions);
        for (int k = sector.odd(); k < sector.charged(); k++) {
            predictions.coupling[predictions.coupling(k, Coupling.alphaCPTauYuk)] = Math.PI / 2;
        }
    }

    private static List<Particle> particles(HiggsSector sector) {
        List<Particle> particles = new ArrayList<>();
        for (int state = 0; state < sector.count(); state++) {
            Charge charge = state < sector.charged() ? Charge.NEUTRAL : Charge.CHARGED;
            CP cp = state < sector.odd() ? CP.EVEN : state < sector.charged() ? CP.ODD : CP.NONE;
            particles.add(new Particle(sector.names().get(state), charge, cp));
        }
        return List.copyOf(particles);
    }

    /** {@return what is compared with the limits} */
    public Predictions predictions() {
        return predictions;
    }

    /** {@return what compares} */
    public LimitEngine engine() {
        return engine;
    }

    /**
     * Finds the most sensitive search of each scalar and its ratio.
     *
     * @param s          masses of the point
     * @param c          its couplings
     * @param loops      its amplitudes
     * @param widths     decays of the scalars
     * @param top        decays of the top quark
     * @param production cross-sections
     */
    public void evaluate(
            Spectrum s, Couplings c, LoopAmplitudes loops, Widths widths, TopDecays top, CrossSections production) {
        fill(s, c, loops, widths, top, production);
        engine.evaluate(predictions, ratio, selected);
    }

    void fill(Spectrum s, Couplings c, LoopAmplitudes loops, Widths widths, TopDecays top, CrossSections production) {
        System.arraycopy(s.mass, 0, predictions.mass, 0, sector.count());
        System.arraycopy(widths.total, 0, predictions.width, 0, sector.count());
        System.arraycopy(loops.gluonRatio, 0, predictions.gluonRatio, 0, sector.charged());
        for (int j = 0; j < sector.odd(); j++) {
            predictions.topCoupling[j] = Math.abs(c.kappaU[j]);
            predictions.coupling[predictions.coupling(j, Coupling.effCPeTopYuk)] = c.kappaU[j];
            predictions.coupling[predictions.coupling(j, Coupling.effVV)] = c.kappaV[j];
        }
        for (int k = 0; k < sector.pairs(); k++) {
            int state = sector.odd() + k;
            predictions.topCoupling[state] = Math.abs(c.oddU[k]);
            predictions.coupling[predictions.coupling(state, Coupling.effCPoTopYuk)] = c.oddU[k];
        }
        double toWb = 1;
        for (double branching : top.branching) {
            toWb -= branching;
        }
        predictions.topToWb = toWb;
        rates.fill(production, top);
        decays.fill(s, widths);
    }

    /** Copies cross-sections to where the predictions keep them. */
    private static final class RateCopy {

        private final Predictions predictions;
        /** Place of [neutral state][mode], row-major, at 13 and 8 TeV. */
        private final int[] lhc13;

        private final int[] lhc8;
        private final int firstCharged;

        RateCopy(HiggsSector sector, Predictions predictions) {
            this.predictions = predictions;
            firstCharged = sector.charged();
            lhc13 = new int[firstCharged * HiggsReference.MODES];
            lhc8 = new int[lhc13.length];
            for (int state = 0; state < firstCharged; state++) {
                for (int mode = 0; mode < HiggsReference.MODES; mode++) {
                    int i = state * HiggsReference.MODES + mode;
                    lhc13[i] = predictions.production(Collider.LHC13, state, production(mode));
                    lhc8[i] = predictions.production(Collider.LHC8, state, production(mode));
                }
            }
        }

        private static Production production(int mode) {
            return switch (mode) {
                case HiggsReference.GGF -> Production.ggH;
                case HiggsReference.VBF -> Production.vbfH;
                case HiggsReference.BBH -> Production.bbH;
                case HiggsReference.WH -> Production.HW;
                case HiggsReference.ZH -> Production.qqHZ;
                case HiggsReference.TTH -> Production.Htt;
                default -> throw new IllegalArgumentException("unknown production mode " + mode + ".");
            };
        }

        void fill(CrossSections production, TopDecays top) {
            for (int i = 0; i < lhc13.length; i++) {
                predictions.production[lhc13[i]] = production.lhc13[i];
                predictions.smProduction[lhc13[i]] = production.sm13[i];
                predictions.production[lhc8[i]] = production.lhc8[i];
                predictions.smProduction[lhc8[i]] = production.sm8[i];
            }
            for (int n = 0; n < top.branching.length; n++) {
                int state = firstCharged + n;
                predictions.production[predictions.production(Collider.LHC13, state, Production.Hpmtb)] =
                        production.tbCharged[n];
                predictions.production[predictions.production(Collider.LHC13, state, Production.brtHpb)] =
                        top.branching[n];
                predictions.production[predictions.production(Collider.LHC8, state, Production.brtHpb)] =
                        top.branching[n];
            }
        }
    }

    /** Copies branching ratios to where the predictions keep them. */
    private static final class DecayCopy {

        private static final Decay[] REFERENCE = {
            Decay.bb,
            Decay.tautau,
            Decay.mumu,
            Decay.ss,
            Decay.cc,
            Decay.tt,
            Decay.gg,
            Decay.gamgam,
            Decay.Zgam,
            Decay.WW,
            Decay.ZZ
        };

        private final Predictions predictions;
        /** Array of the predictions each channel goes to, and its place there. */
        private final double[][] array;

        private final int[] place;
        private final int firstCharged;
        private final double[] reference = new double[HiggsReference.CHANNELS + 1];

        DecayCopy(HiggsSector sector, DecayChannels channels, Predictions predictions) {
            this.predictions = predictions;
            firstCharged = sector.charged();
            array = new double[channels.count()][];
            place = new int[channels.count()];
            for (int state = 0; state < sector.count(); state++) {
                List<Channel> all = channels.of(state);
                for (int i = 0; i < all.size(); i++) {
                    bind(channels.first(state) + i, state, all.get(i));
                }
            }
            reference(0, HiggsReference.decays125());
        }

        private void bind(int at, int state, Channel channel) {
            int first = channel.first();
            int second = channel.second();
            switch (channel.products()) {
                case STANDARD_MODEL ->
                    bind(at, predictions.branching, predictions.decay(state, Decay.valueOf(channel.name())));
                case Z_AND_SCALAR -> bind(at, predictions.branchingZ, predictions.pair(state, first));
                case W_AND_SCALAR -> bind(at, predictions.branchingW, predictions.pair(state, first));
                case SCALARS -> {
                    if (first == second) {
                        bind(at, predictions.branchingEqualPair, predictions.pair(state, first));
                    } else {
                        bind(at, predictions.branchingPair, predictions.pair(state, first, second));
                    }
                }
            }
        }

        private void bind(int at, double[] target, int index) {
            array[at] = target;
            place[at] = index;
        }

        void fill(Spectrum s, Widths widths) {
            for (int i = 0; i < array.length; i++) {
                array[i][place[i]] = widths.branching[i];
            }
            for (int state = 1; state < firstCharged; state++) {
                HiggsReference.decays(s.mass[state], reference);
                reference(state, reference);
            }
        }

        private void reference(int state, double[] branching) {
            for (int i = 0; i < HiggsReference.CHANNELS; i++) {
                predictions.smBranching[predictions.decay(state, REFERENCE[i])] = branching[i];
            }
        }
    }
}
