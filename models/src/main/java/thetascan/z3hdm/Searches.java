package thetascan.z3hdm;

import java.util.ArrayList;
import java.util.List;
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

/** Tests the seven scalars, h1 included, against the limits of searches. */
final class Searches {

    static final List<Particle> PARTICLES = particles();

    /** Observed ratio of each state's most sensitive search. */
    final double[] ratio = new double[Scalars.COUNT];
    /** Code of that search, 0 for none. */
    final int[] selected = new int[Scalars.COUNT];

    private final Predictions predictions = new Predictions(PARTICLES);
    private final LimitEngine engine;
    private final RateCopy rates = new RateCopy(predictions);
    private final DecayCopy decays = new DecayCopy(predictions);

    Searches(LimitSet limits) {
        engine = new LimitEngine(limits.limits(), PARTICLES);
        for (int k = Scalars.A1; k <= Scalars.A2; k++) {
            predictions.coupling[predictions.coupling(k, Coupling.alphaCPTauYuk)] = Math.PI / 2;
        }
    }

    private static List<Particle> particles() {
        List<Particle> particles = new ArrayList<>();
        for (int state = 0; state < Scalars.COUNT; state++) {
            Charge charge = state < Scalars.C1 ? Charge.NEUTRAL : Charge.CHARGED;
            CP cp = state <= Scalars.H3 ? CP.EVEN : state <= Scalars.A2 ? CP.ODD : CP.NONE;
            particles.add(new Particle(Scalars.NAMES.get(state), charge, cp));
        }
        return List.copyOf(particles);
    }

    Predictions predictions() {
        return predictions;
    }

    LimitEngine engine() {
        return engine;
    }

    void evaluate(
            Spectrum s, Couplings c, LoopAmplitudes loops, Widths widths, TopDecays top, CrossSections production) {
        fill(s, c, loops, widths, top, production);
        engine.evaluate(predictions, ratio, selected);
    }

    void fill(Spectrum s, Couplings c, LoopAmplitudes loops, Widths widths, TopDecays top, CrossSections production) {
        System.arraycopy(s.mass, 0, predictions.mass, 0, Scalars.COUNT);
        System.arraycopy(widths.total, 0, predictions.width, 0, Scalars.COUNT);
        System.arraycopy(loops.gluonRatio, 0, predictions.gluonRatio, 0, Scalars.C1);
        for (int j = 0; j <= Scalars.H3; j++) {
            predictions.topCoupling[j] = Math.abs(c.kappaU[j]);
            predictions.coupling[predictions.coupling(j, Coupling.effCPeTopYuk)] = c.kappaU[j];
            predictions.coupling[predictions.coupling(j, Coupling.effVV)] = c.kappaV[j];
        }
        for (int k = 0; k < 2; k++) {
            predictions.topCoupling[Scalars.A1 + k] = Math.abs(c.oddU[k]);
            predictions.coupling[predictions.coupling(Scalars.A1 + k, Coupling.effCPoTopYuk)] = c.oddU[k];
        }
        predictions.topToWb = 1 - top.branching[0] - top.branching[1];
        rates.fill(production, top);
        decays.fill(s, widths);
    }

    /** Copies cross-sections to where the predictions keep them. */
    private static final class RateCopy {

        private final Predictions predictions;
        /** Place of [neutral state][mode], row-major, at 13 and 8 TeV. */
        private final int[] lhc13 = new int[Scalars.C1 * HiggsReference.MODES];

        private final int[] lhc8 = new int[lhc13.length];

        RateCopy(Predictions predictions) {
            this.predictions = predictions;
            for (int state = 0; state < Scalars.C1; state++) {
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
            for (int n = 0; n < 2; n++) {
                int state = Scalars.C1 + n;
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
        private final double[][] array = new double[DecayChannels.COUNT][];

        private final int[] place = new int[DecayChannels.COUNT];
        private final double[] reference = new double[HiggsReference.CHANNELS + 1];

        DecayCopy(Predictions predictions) {
            this.predictions = predictions;
            for (int state = 0; state < Scalars.COUNT; state++) {
                List<String> names = DecayChannels.names(state);
                for (int i = 0; i < names.size(); i++) {
                    bind(DecayChannels.first(state) + i, state, names.get(i));
                }
            }
            reference(Scalars.H1, HiggsReference.decays125());
        }

        /** A channel's name is a decay, or Z, W or a scalar followed by a scalar. */
        private void bind(int channel, int state, String name) {
            int last = name.length() < 2 ? -1 : Scalars.NAMES.indexOf(name.substring(name.length() - 2));
            if (last < 0) {
                array[channel] = predictions.branching;
                place[channel] = predictions.decay(state, Decay.valueOf(name));
            } else if (name.length() == 3) {
                array[channel] = name.charAt(0) == 'Z' ? predictions.branchingZ : predictions.branchingW;
                place[channel] = predictions.pair(state, last);
            } else {
                int first = Scalars.NAMES.indexOf(name.substring(0, 2));
                array[channel] = first == last ? predictions.branchingEqualPair : predictions.branchingPair;
                place[channel] = first == last ? predictions.pair(state, last) : predictions.pair(state, first, last);
            }
        }

        void fill(Spectrum s, Widths widths) {
            for (int i = 0; i < DecayChannels.COUNT; i++) {
                array[i][place[i]] = widths.branching[i];
            }
            for (int state = Scalars.H2; state <= Scalars.A2; state++) {
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
