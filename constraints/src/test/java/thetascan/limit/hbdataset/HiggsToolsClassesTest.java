package thetascan.limit.hbdataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static thetascan.limit.hbdataset.LimitTesting.apply;
import static thetascan.limit.hbdataset.LimitTesting.charged;
import static thetascan.limit.hbdataset.LimitTesting.decay;
import static thetascan.limit.hbdataset.LimitTesting.file;
import static thetascan.limit.hbdataset.LimitTesting.limit;
import static thetascan.limit.hbdataset.LimitTesting.names;
import static thetascan.limit.hbdataset.LimitTesting.neutral;
import static thetascan.limit.hbdataset.LimitTesting.produce;
import static thetascan.limit.hbdataset.LimitTesting.smLike;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import thetascan.limit.AppliedLimit;
import thetascan.limit.Collider;
import thetascan.limit.Decay;
import thetascan.limit.Limit;
import thetascan.limit.Predictions;
import thetascan.limit.Production;

/**
 * The limit classes of the HBDataset layout. Situations and expected ratios are those of the unit tests of HiggsTools
 * (arXiv:2210.09332), given there to ten digits.
 */
class HiggsToolsClassesTest {

    private static final Offset<Double> DIGITS = within(1e-9);
    private static final String RESOLUTION = "{'absolute': 10, 'relative': 0.1}";

    // ------------------------------------------------------------------------------------- ChannelLimit

    private static String channelFile(String more) {
        return file(
                "ChannelLimit",
                "'process': {'channels': [['H', 'gamgam'], ['H', 'tautau']]}, 'analysis': {'massResolution': "
                        + RESOLUTION
                        + ", 'grid': {'mass': [100, 200, 300]}, 'limit': {'observed': [1, 3, 5], 'expected': [2, 4, 6]}"
                        + more);
    }

    private static Predictions oneScalar(double mass, double rate) {
        Predictions p = new Predictions(List.of(neutral("h")));
        p.mass[0] = mass;
        p.width[0] = 1;
        produce(p, 0, Production.ggH, 10);
        decay(p, 0, Decay.gamgam, rate / 10);
        return p;
    }

    @Test
    void channelLimitComparesTheRate() {
        AppliedLimit applied =
                apply(limit(channelFile("}")), oneScalar(150, 1.5)).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(0.5, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(0.75, DIGITS);
        assertThat(names(applied)).containsExactly("h");
        assertThat(applied.limit().source().label()).isEqualTo("ATLAS_100");
    }

    @Test
    void combinedModesAddTheirElementaryOnes() {
        Predictions p = oneScalar(150, 1.5);
        produce(p, 0, Production.ggH, 4);
        produce(p, 0, Production.bbH, 3);
        produce(p, 0, Production.qqH, 3);
        assertThat(apply(limit(channelFile("}")), p).get(0).expectedRatio()).isCloseTo(0.5, DIGITS);
    }

    @Test
    void acceptancesWeighChannels() {
        Limit limit = limit(channelFile(", 'acceptances': [{'constantAcceptance': 2}, {'constantAcceptance': 3}]}"));
        AppliedLimit applied = apply(limit, oneScalar(150, 1.5)).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(1, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(1.5, DIGITS);
    }

    @Test
    void normalizedLimitComparesASignalStrength() {
        Limit limit = limit(channelFile("}, 'normalization': {'reference': 'SMHiggs', 'process': 'signal'},"
                + " 'constraints': [{'modelLike': 'SMHiggs', 'process': 'signal'}]"));
        Predictions p = oneScalar(150, 0);
        smLike(p, 0, 4);
        AppliedLimit applied = apply(limit, p).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(4 / 3.0, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(2, DIGITS);
    }

    @Test
    void channelLimitNeedsARateAndAMassInRange() {
        assertThat(apply(limit(channelFile("}")), oneScalar(150, 0))).isEmpty();
        assertThat(apply(limit(channelFile("}")), oneScalar(10, 1.5))).isEmpty();
    }

    @Test
    void limitReachesHalfAResolutionBeyondItsTable() {
        Limit limit = limit(channelFile("}"));
        assertThat(apply(limit, oneScalar(90, 1.5)).get(0).expectedRatio()).isCloseTo(0.75, DIGITS);
        assertThat(apply(limit, oneScalar(89.9, 1.5))).isEmpty();
        assertThat(apply(limit, oneScalar(320, 1.5)).get(0).expectedRatio()).isCloseTo(0.25, DIGITS);
        assertThat(apply(limit, oneScalar(320.1, 1.5))).isEmpty();
    }

    @Test
    void modelLikenessRefusesOtherProportions() {
        Limit limit = limit(channelFile("}, 'constraints': [{'modelLike': 'SMHiggs', 'process': 'signal'}]"));
        assertThat(apply(limit, oneScalar(150, 1.5))).isEmpty();
        Predictions p = oneScalar(150, 0);
        smLike(p, 0, 1);
        assertThat(apply(limit, p)).hasSize(1);
        decay(p, 0, Decay.tautau, 0);
        assertThat(apply(limit, p)).isEmpty();
    }

    @Test
    void chargedParticlesHaveModesOfTheirOwn() {
        Limit limit = limit(file(
                "ChannelLimit",
                "'process': {'channels': [['qqHpm', 'taunu'], ['Hpmtb', 'tb']]}, 'analysis': {'massResolution': "
                        + RESOLUTION + ", 'grid': {'mass': [10, 20, 30]},"
                        + " 'limit': {'observed': [1, 3, 5], 'expected': [2, 4, 6]}}"));
        Predictions p = new Predictions(List.of(neutral("h"), charged("H+")));
        p.mass[1] = 15;
        produce(p, 1, Production.qqHpm, 15);
        decay(p, 1, Decay.taunu, 0.1);
        AppliedLimit applied = apply(limit, p).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(0.5, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(0.75, DIGITS);
        assertThat(names(applied)).containsExactly("H+");
    }

    // ---------------------------------------------------------------------------------- ChainDecayLimit

    private static String chainFile(String chain, String decays, String more) {
        return file(
                "ChainDecayLimit",
                "'process': {'chain': '" + chain + "', 'production': ['bbH', 'ggH'], 'decay': " + decays
                        + "}, 'analysis': {'massResolution': {'mother': " + RESOLUTION + ", 'daughter': " + RESOLUTION
                        + "}, 'grid': {'massMother': [100, 400, 500], 'massDaughter': [50, 100, 150]}, 'limit': {"
                        + "'observed': [10.5, 20.5, 30.5, 11.5, 21.5, 31.5, 12.5, 22.5, 32.5],"
                        + "'expected': [10, 20, 30, 11, 21, 31, 12, 22, 32]}" + more + "}");
    }

    private static Predictions cascade() {
        Predictions p = new Predictions(List.of(neutral("hh"), neutral("hl"), charged("H+")));
        p.mass[0] = 320;
        p.mass[1] = 125;
        p.mass[2] = 55;
        produce(p, 0, Production.ggH, 30);
        p.branchingZ[p.pair(0, 1)] = 0.4;
        p.branchingW[p.pair(0, 2)] = 0.6;
        produce(p, 1, Production.bbH, 40);
        decay(p, 1, Decay.gamgam, 0.5);
        p.branchingW[p.pair(1, 2)] = 0.1;
        decay(p, 2, Decay.taunu, 0.25);
        return p;
    }

    @Test
    void chainDecayThroughZ() {
        List<AppliedLimit> applied = apply(limit(chainFile("Z", "['gamgam', 'ZZ']", "")), cascade());
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(0.23316062181, DIGITS);
        assertThat(applied.get(0).observedRatio()).isCloseTo(0.2287166455, DIGITS);
        assertThat(names(applied.get(0))).containsExactly("hh", "hl");
    }

    @Test
    void chainDecayWithProductionAcceptances() {
        String acceptances = ", 'productionAcceptances': [{'constantAcceptance': 1e6}, {'constantAcceptance': 5}]";
        AppliedLimit applied = apply(limit(chainFile("Z", "['gamgam', 'ZZ']", acceptances)), cascade())
                .get(0);
        assertThat(applied.expectedRatio()).isCloseTo(5 * 0.23316062181, within(5e-9));
        assertThat(applied.observedRatio()).isCloseTo(5 * 0.2287166455, within(5e-9));
    }

    @Test
    void chainDecayThroughW() {
        List<AppliedLimit> applied = apply(limit(chainFile("W", "['taunu']", "")), cascade());
        assertThat(applied).hasSize(2);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(0.3835227273, DIGITS);
        assertThat(applied.get(0).observedRatio()).isCloseTo(0.3678474114, DIGITS);
        assertThat(names(applied.get(0))).containsExactly("hh", "H+");
        assertThat(applied.get(1).expectedRatio()).isCloseTo(0.0902255639, DIGITS);
        assertThat(applied.get(1).observedRatio()).isCloseTo(0.0863309353, DIGITS);
        assertThat(names(applied.get(1))).containsExactly("hl", "H+");
    }

    // ----------------------------------------------------------------------------------- PairDecayLimit

    private static final String PAIR_PROCESS = "'process': {'production': ['ggH', 'bbH'],"
            + " 'firstDecay': ['gamgam', 'mumu'], 'secondDecay': ['bb', 'mumu']}, 'analysis': {'massResolution': {"
            + "'mother': " + RESOLUTION + ", 'firstDaughter': " + RESOLUTION + ", 'secondDaughter': " + RESOLUTION
            + "}, ";

    private static Predictions pairDecay() {
        Predictions p =
                new Predictions(List.of(neutral("hh"), neutral("h1"), neutral("h2"), charged("H+"), charged("h+")));
        p.mass[0] = 220;
        p.mass[1] = 125;
        p.mass[2] = 140;
        p.mass[3] = 300;
        p.mass[4] = 30;
        produce(p, 0, Production.ggH, 1);
        p.branchingEqualPair[p.pair(0, 1)] = 0.4;
        p.branchingPair[p.pair(0, 1, 2)] = 0.3;
        decay(p, 1, Decay.gamgam, 0.5);
        decay(p, 1, Decay.bb, 0.2);
        decay(p, 1, Decay.mumu, 0.1);
        decay(p, 2, Decay.mumu, 0.1);
        decay(p, 2, Decay.bb, 0.7);
        produce(p, 3, Production.vbfHpm, 1);
        p.branchingPair[p.pair(3, 1, 4)] = 0.8;
        p.branchingPair[p.pair(3, 2, 4)] = 0.1;
        decay(p, 4, Decay.taunu, 0.25);
        return p;
    }

    @Test
    void pairDecayWithTwoDaughterMasses() {
        String values = "[10, 20, 30, 11, 21, 31, 12, 22, 32, 10.5, 20.5, 30.5, 11.5, 21.5, 31.5, 12.5, 22.5, 32.5,"
                + " 10.9, 20.9, 30.9, 11.9, 21.9, 31.9, 12.9, 22.9, 32.9]";
        Limit limit = limit(file(
                "PairDecayLimit",
                PAIR_PROCESS + "'grid': {'massMother': [100, 400, 500], 'massFirstDaughter': [50, 100, 150],"
                        + " 'massSecondDaughter': [60, 120, 125]}, 'limit': {'observed': " + values + ", 'expected': "
                        + values + "}}"));
        List<AppliedLimit> applied = apply(limit, pairDecay());
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(0.0046976301, within(1e-10));
        assertThat(applied.get(0).observedRatio()).isCloseTo(0.0046976301, within(1e-10));
        assertThat(names(applied.get(0))).containsExactly("hh", "h1", "h2");
    }

    @Test
    void pairDecayWithEqualDaughterMasses() {
        String values = "[10, 20, 30, 11, 21, 31, 12, 22, 32]";
        Limit limit = limit(file(
                "PairDecayLimit",
                PAIR_PROCESS + "'equalDaughterMasses': true, 'grid': {'massMother': [100, 400, 500],"
                        + " 'massFirstDaughter': [50, 100, 150]}, 'limit': {'observed': " + values + ", 'expected': "
                        + values + "}}"));
        List<AppliedLimit> applied = apply(limit, pairDecay());
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(0.0114937343, within(1e-10));
        assertThat(names(applied.get(0))).containsExactly("hh", "h1", "h2");
    }

    // ------------------------------------------------------------------------------ PairProductionLimit

    private static String pairProductionFile(String analysis) {
        return file(
                        "PairProductionLimit",
                        "'process': {'firstDecay': ['gamgam'], 'secondDecay': ['bb', 'mumu']}, 'analysis': {"
                                + "'massResolution': {'firstParticle': {'absolute': 1, 'relative': 0},"
                                + " 'secondParticle': " + RESOLUTION + "}, " + analysis + "}")
                .replace("LHC13", "LEP");
    }

    private static Predictions pairProduction() {
        Predictions p = new Predictions(List.of(neutral("h1"), neutral("h2")));
        p.mass[0] = 125;
        p.mass[1] = 130;
        decay(p, 0, Decay.gamgam, 0.5);
        decay(p, 0, Decay.bb, 0.2);
        decay(p, 0, Decay.mumu, 0.1);
        decay(p, 1, Decay.mumu, 0.1);
        decay(p, 1, Decay.bb, 0.7);
        p.pairProduction[p.pairProduction(Collider.LEP, 1, 0)] = 10;
        p.pairProduction[p.pairProduction(Collider.LEP, 0, 0)] = 5;
        p.pairProduction[p.pairProduction(Collider.LEP, 1, 1)] = 1e6;
        return p;
    }

    @Test
    void pairProductionWithTwoMasses() {
        Limit limit = limit(pairProductionFile("'grid': {'massFirstParticle': [100, 150],"
                + " 'massSecondParticle': [120, 130]}, 'limit': {'observed': [10, 30, 10.5, 20.5],"
                + " 'expected': [10, 30, 10.5, 20.5]}"));
        List<AppliedLimit> applied = apply(limit, pairProduction());
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(0.2370225269, DIGITS);
        assertThat(names(applied.get(0))).containsExactly("h1", "h2");
    }

    @Test
    void pairProductionWithEqualMasses() {
        Limit limit = limit(pairProductionFile("'equalParticleMasses': true, 'grid': {'massFirstParticle': [100, 150]},"
                + " 'limit': {'observed': [10, 30], 'expected': [10, 30]}"));
        assertThat(apply(limit, pairProduction()).get(0).expectedRatio()).isCloseTo(0.275, DIGITS);
    }

    // ---------------------------------------------------------------------------------- LikelihoodLimit

    @Test
    void likelihoodOfOneRate() {
        Limit limit = limit(file(
                "LikelihoodLimit",
                "'process': [{'channels': [['H', 'tautau']]}], 'analysis': {'massResolution': " + RESOLUTION
                        + ", 'grid': {'mass': [10, 20, 30], 'channels': [[0, 2]]}, 'likelihood': {"
                        + "'observed': [0, 5.5, 0, 8, 0, 15], 'expected': [0, 4, 0, 9, 0, 20]}}"));
        Predictions p = new Predictions(List.of(neutral("h")));
        p.mass[0] = 15;
        produce(p, 0, Production.ggH, 6);
        decay(p, 0, Decay.tautau, 0.1);
        AppliedLimit applied = apply(limit, p).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(0.5076196547, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(0.5204775012, DIGITS);
        p.mass[0] = 100;
        assertThat(apply(limit, p)).isEmpty();
    }

    private static final String TWO_RATES = "'process': [{'channels': [['H', 'tautau']]}, {'channels': [['H', 'bb']]}],"
            + " 'analysis': {'massResolution': " + RESOLUTION + ", 'stackedLlhGrid': ["
            + "{'mass': 10, 'channels': [[0, 2], [0, 10]], 'observed': [0, 7, 6, 15], 'expected': [0, 11, 15, 9]},"
            + "{'mass': 20, 'channels': [[0, 3], [0, 8]], 'observed': [0, 7, 6, 15], 'expected': [0, 11, 15, 9]},"
            + "{'mass': 30, 'channels': [[0, 5], [0, 4]], 'observed': [0, 7, 6, 15], 'expected': [0, 11, 15, 9]}]}";

    @Test
    void likelihoodOfTwoRates() {
        Limit limit = limit(file("LikelihoodLimit", TWO_RATES));
        Predictions p = new Predictions(List.of(neutral("h")));
        p.mass[0] = 15;
        produce(p, 0, Production.ggH, 10);
        decay(p, 0, Decay.tautau, 0.06);
        decay(p, 0, Decay.bb, 0.3);
        ratios(apply(limit, p).get(0), 1.7318031395, 1.1999417535);
        decay(p, 0, Decay.bb, 0);
        ratios(apply(limit, p).get(0), 0.9761916436, 0.5030925733);
        decay(p, 0, Decay.bb, 0.3);
        decay(p, 0, Decay.tautau, 0);
        ratios(apply(limit, p).get(0), 0.9664297272, 0.7084619403);
    }

    private static void ratios(AppliedLimit applied, double expected, double observed) {
        assertThat(applied.expectedRatio()).isCloseTo(expected, DIGITS);
        assertThat(applied.observedRatio()).isCloseTo(observed, DIGITS);
    }
}
