package thetascan.limit.hbdataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thetascan.limit.hbdataset.LimitTesting.apply;
import static thetascan.limit.hbdataset.LimitTesting.decay;
import static thetascan.limit.hbdataset.LimitTesting.file;
import static thetascan.limit.hbdataset.LimitTesting.limit;
import static thetascan.limit.hbdataset.LimitTesting.names;
import static thetascan.limit.hbdataset.LimitTesting.neutral;
import static thetascan.limit.hbdataset.LimitTesting.produce;
import static thetascan.limit.hbdataset.LimitTesting.smLike;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.limit.AppliedLimit;
import thetascan.limit.Collider;
import thetascan.limit.Coupling;
import thetascan.limit.Decay;
import thetascan.limit.Limit;
import thetascan.limit.Predictions;
import thetascan.limit.Production;

/** Extensions, conditions and error messages of limit files. */
class LimitReaderTest {

    private static final String GRID =
            "'grid': {'mass': [100, 200]}, 'limit': {'observed': [2, 2], 'expected': [1, 1]}";

    private static String channel(String production, String decay, String analysis, String rest) {
        return file(
                "ChannelLimit",
                "'process': {'channels': [['" + production + "', '" + decay + "']]}, 'analysis': {" + analysis + GRID
                        + "}" + rest);
    }

    private static Predictions scalars(double... masses) {
        Predictions p = new Predictions(
                List.of(neutral("h1"), neutral("h2"), neutral("h3")).subList(0, masses.length));
        for (int i = 0; i < masses.length; i++) {
            p.mass[i] = masses[i];
            produce(p, i, Production.ggH, 10);
            decay(p, i, Decay.bb, 0.1);
        }
        return p;
    }

    // -------------------------------------------------------------------------------------- grouping

    @Test
    void clustersAreTheLargestSetsWithinTheResolution() {
        Limit limit = limit(channel("ggH", "bb", "'massResolution': {'absolute': 10, 'relative': 0}, ", ""));
        List<AppliedLimit> applied = apply(limit, scalars(120, 126, 134));
        assertThat(applied.stream().map(LimitTesting::names))
                .containsExactlyInAnyOrder(List.of("h1", "h2"), List.of("h2", "h3"));
        assertThat(applied).allSatisfy(a -> assertThat(a.expectedRatio()).isCloseTo(2, within(1e-12)));
        assertThat(apply(limit, scalars(120, 126, 130))).hasSize(1);
        assertThat(apply(limit, scalars(120, 140, 160))).hasSize(3);
    }

    @Test
    void relativeResolutionCountsAtTheMeanMass() {
        Limit limit = limit(channel("ggH", "bb", "'massResolution': {'absolute': 0, 'relative': 0.2}, ", ""));
        // pair (100, 122.5): 22.5 > 0.2 * 111.25; with the third the mean rises to 115 and 22.5 <= 23
        assertThat(apply(limit, scalars(100, 122.5))).hasSize(2);
        assertThat(names(apply(limit, scalars(100, 122.5, 122.5)).get(0))).containsExactly("h1", "h2", "h3");
    }

    @Test
    void singleTakesEveryParticleAlone() {
        Limit limit = limit(channel(
                "ggH",
                "bb",
                "'massResolution': {'absolute': 50, 'relative': 0}, ",
                ", 'extension': {'combine': 'single'}"));
        assertThat(apply(limit, scalars(120, 126))).hasSize(2);
        assertThat(apply(limit, scalars(99))).as("strictly within the grid").isEmpty();
    }

    @Test
    void massToleranceReachesBeyondTheGrid() {
        Limit limit = limit(channel("ggH", "bb", "", ", 'extension': {'combine': 'single', 'massTolerance': 10}"));
        assertThat(apply(limit, scalars(91))).hasSize(1);
        assertThat(apply(limit, scalars(89))).isEmpty();
    }

    // ------------------------------------------------------------------------------------- conditions

    private static Limit conditioned(String condition) {
        return limit(channel("ggH", "bb", "", ", 'constraints': [" + condition + "]"));
    }

    @Test
    void parity() {
        Predictions p = scalars(150);
        assertThat(apply(conditioned("{'CPValue': 'even'}"), p)).hasSize(1);
        assertThat(apply(conditioned("{'CPValue': 'odd'}"), p)).isEmpty();
    }

    @Test
    void topDecaysAddUpToOne() {
        Limit limit = conditioned("{'topDecayConsistency': ['brtHc']}");
        Predictions p = scalars(150);
        assertThat(apply(limit, p)).hasSize(1);
        produce(p, 0, Production.brtHc, 0.1);
        assertThat(apply(limit, p)).isEmpty();
        p.topToWb = 0.9;
        assertThat(apply(limit, p)).hasSize(1);
        p.topToWb = 0.87;
        assertThat(apply(limit, p)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mumuTautauRatio", "MumuTautauRatio"})
    void muonsToTaus(String key) {
        Limit limit = conditioned("{'" + key + "': 'even'}");
        Predictions p = scalars(150);
        decay(p, 0, Decay.tautau, 0.1);
        double tree = Math.pow(0.1056583715 / 1.77682, 2) / Math.pow(1 - Math.pow(2 * 1.77682 / 150, 2), 1.5);
        decay(p, 0, Decay.mumu, 0.1 * tree * 1.054);
        assertThat(apply(limit, p)).hasSize(1);
        decay(p, 0, Decay.mumu, 0.1 * tree * 1.056);
        assertThat(apply(limit, p)).isEmpty();
    }

    @Test
    void topDominatesGluonFusion() {
        Predictions p = scalars(150);
        p.topCoupling[0] = 1.2;
        p.gluonRatio[0] = 1.24 * 1.24;
        for (String spelling : List.of("'topDominatedHgg'", "{'topDominatedHgg': true}")) {
            assertThat(apply(conditioned(spelling), p)).hasSize(1);
        }
        p.gluonRatio[0] = 1.26 * 1.26;
        assertThat(apply(conditioned("'topDominatedHgg'"), p)).isEmpty();
    }

    @Test
    void forbiddenDecays() {
        Limit limit = conditioned("{'forbiddenDecays': ['WW', 'ZZ'], 'below': 1e-6}");
        Predictions p = scalars(150);
        decay(p, 0, Decay.WW, 0.9e-6);
        assertThat(apply(limit, p)).hasSize(1);
        decay(p, 0, Decay.ZZ, 0.2e-6);
        assertThat(apply(limit, p)).isEmpty();
    }

    // ------------------------------------------------------------------------------------- acceptances

    @Test
    void acceptancesOfTheMass() {
        Predictions p = scalars(150);
        String linear = "'acceptances': [{'massDepAcceptance': [0.2, 0.6], 'massGrid': [100, 200]}], ";
        assertThat(apply(limit(channel("ggH", "bb", linear, "")), p).get(0).expectedRatio())
                .isCloseTo(0.4, within(1e-12));
        String exponential = "'acceptances': [{'massDepAcceptance': [0.2, 0.6], 'massGrid': [100, 200],"
                + " 'exponential': [0.574, -2.051, -0.0311]}], ";
        assertThat(apply(limit(channel("ggH", "bb", exponential, "")), p).get(0).expectedRatio())
                .isCloseTo(0.574 - 2.051 * Math.exp(-0.0311 * 150), within(1e-12));
    }

    @Test
    void acceptancesOfCouplings() {
        String acceptance = "'acceptances': [{'couplingDepAcceptance': ["
                + "[{'effCPeTopYuk': 2, 'effVV': 1}, {'constantAcceptance': 3}],"
                + "[{'effCPeTopYuk': 4}, {'massDepAcceptance': [1, 2], 'massGrid': [100, 200]}]],"
                + " 'denominator': [[{'effVV': 2}, {'constantAcceptance': 2}]]}], ";
        Predictions p = scalars(150);
        p.coupling[p.coupling(0, Coupling.effCPeTopYuk)] = 2;
        p.coupling[p.coupling(0, Coupling.effVV)] = 0.5;
        double byHand = (3 * 4 * 0.5 + 1.5 * 16) / (2 * 0.25);
        assertThat(apply(limit(channel("ggH", "bb", acceptance, "")), p).get(0).expectedRatio())
                .isCloseTo(byHand, within(1e-12));
    }

    // ------------------------------------------------------------------------------------------- widths

    private static Limit widthLimit(String relative, String extension) {
        return limit(file(
                "ChannelWidthLimit",
                "'process': {'channels': [['ggH', 'bb']]}, 'analysis': {'relativeWidth': " + relative
                        + ", 'grid': {'mass': [100, 200], 'width': [0.05, 0.15]}, 'limit': {'observed': [1, 2, 3, 4],"
                        + " 'expected': [1, 2, 3, 4]}}" + extension));
    }

    @Test
    void widthIsASecondAxis() {
        Predictions p = scalars(150);
        p.width[0] = 0.1 * 150;
        assertThat(apply(widthLimit("true", ""), p).get(0).expectedRatio()).isCloseTo(1 / 2.5, within(1e-12));
        p.width[0] = 0.1;
        assertThat(apply(widthLimit("false", ""), p).get(0).expectedRatio()).isCloseTo(1 / 2.5, within(1e-12));
    }

    @Test
    void widthsMayLieATenthBeyondTheAxisOrBeClamped() {
        Predictions p = scalars(150);
        for (double width : new double[] {0.0451, 0.1649}) {
            p.width[0] = width * 150;
            assertThat(apply(widthLimit("true", ""), p)).hasSize(1);
        }
        p.width[0] = 0.0449 * 150;
        assertThat(apply(widthLimit("true", ""), p)).isEmpty();
        assertThat(apply(widthLimit("true", ", 'extension': {'clampWidth': 'upper'}"), p))
                .isEmpty();
        assertThat(apply(widthLimit("true", ", 'extension': {'clampWidth': 'both'}"), p)
                        .get(0)
                        .expectedRatio())
                .isCloseTo(1 / 2.0, within(1e-12));
        p.width[0] = 0.5 * 150;
        assertThat(apply(widthLimit("true", ""), p)).isEmpty();
        assertThat(apply(widthLimit("true", ", 'extension': {'clampWidth': 'upper'}"), p)
                        .get(0)
                        .expectedRatio())
                .isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void topCouplingIsComparedWithItself() {
        Limit limit = limit(file(
                "TopCouplingWidthLimit",
                "'process': {'channels': [['ggH', 'tt']]}, 'analysis': {'relativeWidth': true, 'grid': {"
                        + "'mass': [400, 500], 'width': [0.01, 0.1]}, 'limit': {'observed': [2, 2, 2, 2],"
                        + " 'expected': [1, 1, 1, 1]}}, 'extension': {'combine': 'single', 'clampWidth': 'both'}"));
        Predictions p = scalars(450);
        p.production[p.production(Collider.LHC13, 0, Production.Htt)] = 0.49;
        p.smProduction[p.production(Collider.LHC13, 0, Production.Htt)] = 1;
        p.gluonRatio[0] = 0.72 * 0.72;
        AppliedLimit applied = apply(limit, p).get(0);
        assertThat(applied.expectedRatio()).isCloseTo(0.7, within(1e-12));
        assertThat(applied.observedRatio()).isCloseTo(0.35, within(1e-12));
        p.gluonRatio[0] = 0.74 * 0.74;
        assertThat(apply(limit, p)).isEmpty();
    }

    // --------------------------------------------------------------------------------- h(125) daughters

    private static Limit toHiggs(String extension) {
        return limit(file(
                "ChainDecayLimit",
                "'process': {'chain': 'Z', 'production': ['ggH'], 'decay': ['bb']}, 'analysis': {'grid': {"
                        + "'massMother': [200, 400], 'massDaughter': [125]}, 'limit': {'observed': [2, 2],"
                        + " 'expected': [1, 1]}}, 'extension': " + extension));
    }

    @Test
    void daughtersInTheWindowAreAddedForTheMotherAlone() {
        Predictions p = scalars(300, 125, 134.9);
        p.branchingZ[p.pair(0, 1)] = 0.5;
        p.branchingZ[p.pair(0, 2)] = 0.25;
        List<AppliedLimit> applied = apply(toHiggs("{'combine': 'window', 'window': 10}"), p);
        assertThat(applied).hasSize(1);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(10 * 0.75 * 0.1, within(1e-12));
        assertThat(names(applied.get(0))).containsExactly("h1");
        p.mass[2] = 135;
        assertThat(apply(toHiggs("{'combine': 'window', 'window': 10}"), p)
                        .get(0)
                        .expectedRatio())
                .isCloseTo(10 * 0.5 * 0.1, within(1e-12));
    }

    @Test
    void observedHiggsIsTheNearestOneAndMayHaveToBeLikeTheStandardModels() {
        Limit limit = limit(file(
                "PairDecayLimit",
                "'process': {'production': ['ggH'], 'firstDecay': ['any'], 'secondDecay': ['any']}, 'analysis': {"
                        + "'equalDaughterMasses': true, 'grid': {'massMother': [200, 400], 'massFirstDaughter': [125]},"
                        + " 'limit': {'observed': [2, 2], 'expected': [1, 1]}},"
                        + " 'extension': {'combine': 'observedHiggs', 'window': 5, 'smLikeDecays': 0.1}"));
        Predictions p = scalars(300, 125, 126);
        p.branchingEqualPair[p.pair(0, 1)] = 0.2;
        p.branchingEqualPair[p.pair(0, 2)] = 0.7;
        smLike(p, 1, 1);
        assertThat(apply(limit, p).get(0).expectedRatio()).isCloseTo(2, within(1e-12));
        decay(p, 1, Decay.gamgam, 1.12 * 0.00227);
        assertThat(apply(limit, p)).as("more photons than 10 % above").isEmpty();
        decay(p, 1, Decay.gamgam, 0.00227);
        p.mass[1] = 131;
        p.mass[2] = 132;
        assertThat(apply(limit, p)).as("nothing near 125 GeV").isEmpty();
    }

    private static Limit plane(String values) {
        return limit(file(
                "ChainDecayLimit",
                "'process': {'chain': 'Z', 'production': ['ggH'], 'decay': ['bb']}, 'analysis': {'grid': {"
                        + "'massMother': [200, 400], 'massDaughter': [100, 200]}, 'limit': {'observed': " + values
                        + ", 'expected': " + values
                        + "}}, 'extension': {'combine': 'single', 'minimumMassGap': 91.2}"));
    }

    @Test
    void motherMustBeHeavierByTheGap() {
        Predictions p = scalars(230, 139);
        p.branchingZ[p.pair(0, 1)] = 0.5;
        assertThat(apply(plane("[1, 1, 1, 1]"), p)).isEmpty();
        p.mass[1] = 138.7;
        List<AppliedLimit> applied = apply(plane("[1, 1, 1, 1]"), p);
        assertThat(applied.get(0).expectedRatio()).isCloseTo(10 * 0.5 * 0.1, within(1e-12));
        assertThat(names(applied.get(0))).containsExactly("h1", "h2");
    }

    @Test
    void cellWithAnUncoveredCornerDoesNotApply() {
        Predictions p = scalars(230, 110);
        p.branchingZ[p.pair(0, 1)] = 0.5;
        assertThat(apply(plane("[1, null, 1, 1]"), p)).isEmpty();
        assertThat(apply(plane("[1, 1e6, 1, 1]"), p)).isEmpty();
        assertThat(apply(plane("[1, 1, 1, 1]"), p)).hasSize(1);
    }

    @Test
    void mixtureAddsNeighboursAndLooksUpTheShare() {
        Limit limit = limit(file(
                "MixtureLimit",
                "'process': [{'channels': [['ggH', 'bb']]}, {'channels': [['bbH', 'bb']]}], 'analysis': {"
                        + "'massResolution': {'absolute': 0, 'relative': 0.2}, 'grid': {'mass': [100, 200],"
                        + " 'fraction': [0, 1]}, 'limit': {'observed': [1, 3, 1, 3], 'expected': [1, 3, 1, 3]}},"
                        + " 'extension': {'combine': 'neighbours', 'massTolerance': 10}"));
        Predictions p = scalars(100, 120, 170);
        produce(p, 2, Production.ggH, 0);
        produce(p, 2, Production.bbH, 30);
        List<AppliedLimit> applied = apply(limit, p);
        // h1 and h2 see each other (rates 1 + 1, share 0); h3 is alone (rate 3, share 1)
        assertThat(applied.stream().map(LimitTesting::names)).containsExactly(List.of("h1", "h2"), List.of("h3"));
        assertThat(applied.get(0).expectedRatio()).isCloseTo(2, within(1e-12));
        assertThat(applied.get(1).expectedRatio()).isCloseTo(1, within(1e-12));
        assertThat(apply(limit, scalars(89))).isEmpty();
        assertThat(apply(limit, scalars(91))).hasSize(1);
    }

    @Test
    void invisibleAddsUpThroughCascades() {
        Limit limit = limit(channel("ggH", "inv", "", ""));
        Predictions p = scalars(150, 60);
        decay(p, 1, Decay.directInv, 0.5);
        decay(p, 0, Decay.directInv, 0.01);
        decay(p, 0, Decay.ZZ, 0.1);
        p.branchingEqualPair[p.pair(0, 1)] = 0.4;
        assertThat(apply(limit, p).get(0).expectedRatio())
                .isCloseTo(10 * (0.01 + 0.1 * 0.04 + 0.4 * 0.25), within(1e-12));
    }

    /** Wherever a file names invisible decays they count, even if nothing else in the data set does. */
    @Test
    void invisibleDecaysCountInConditions() {
        Predictions p = scalars(150);
        decay(p, 0, Decay.directInv, 0.2);
        Limit open = limit(channel("ggH", "bb", "", ", 'constraints': [{'forbiddenDecays': ['inv'], 'below': 0.3}]"));
        Limit closed = limit(channel("ggH", "bb", "", ", 'constraints': [{'forbiddenDecays': ['inv'], 'below': 0.1}]"));
        assertThat(apply(open, p)).hasSize(1);
        assertThat(apply(closed, p)).isEmpty();
        Limit single = limit(channel(
                "ggH",
                "bb",
                "",
                ", 'extension': {'combine': 'single'}, 'constraints': [{'forbiddenDecays': ['inv'], 'below': 0.1}]"));
        assertThat(apply(single, p)).isEmpty();
    }

    @Test
    void invisibleDecaysCountInReferences() {
        Predictions p = scalars(150);
        smLike(p, 0, 2);
        Limit normalized = limit(
                channel("ggH", "bb", "", ", 'normalization': {'reference': 'SMHiggs', 'process': [['ggH', 'inv']]}"));
        double invisible = 0.0262 * 0.2 * 0.2; // ZZ → 4ν
        assertThat(apply(normalized, p).get(0).expectedRatio()).isCloseTo(2 * 0.582 / invisible, within(1e-9));
        String both = "[['ggH', 'inv'], ['ggH', 'bb']]";
        Limit like = limit(channel(
                "ggH", "bb", "", ", 'constraints': [{'modelLike': 'SMHiggs', 'process': {'channels': " + both + "}}]"));
        assertThat(apply(like, p)).hasSize(1);
        decay(p, 0, Decay.directInv, 0.4);
        assertThat(apply(like, p)).isEmpty();
    }

    @Test
    void invisibleDecaysCountInConditionsOnADaughter() {
        Predictions p = scalars(180, 120);
        decay(p, 1, Decay.directInv, 0.5);
        p.branchingZ[p.pair(0, 1)] = 0.5;
        String chain = "'process': {'chain': 'Z', 'production': ['ggH'], 'decay': ['bb']}, 'analysis': {'grid': {"
                + "'massMother': [100, 200], 'massDaughter': [100, 200]}, 'limit': {'observed': [1, 1, 1, 1],"
                + " 'expected': [1, 1, 1, 1]}}, 'constraints': {'daughter': [{'forbiddenDecays': ['inv'], 'below': ";
        assertThat(apply(limit(file("ChainDecayLimit", chain + "0.6}]}")), p)).hasSize(1);
        assertThat(apply(limit(file("ChainDecayLimit", chain + "0.4}]}")), p)).isEmpty();
    }

    // ------------------------------------------------------------------------------------------- errors

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> limit(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void unknownKey() {
        refused(
                channel("ggH", "bb", "'massResolutoin': {}, ", ""),
                "test.json analysis: unknown key 'massResolutoin'. Did you mean 'massResolution'?"
                        + " Known: massResolution, acceptances, grid, limit.");
    }

    @Test
    void unknownLimitClass() {
        assertThatThrownBy(() -> limit(file("ChanelLimit", "'process': {}, 'analysis': {}")))
                .hasMessageStartingWith("test.json limitClass: unknown 'ChanelLimit'. Did you mean 'ChannelLimit'?");
    }

    @Test
    void unknownModes() {
        refused(channel("ggF", "bb", "", ""), "test.json process channels: unknown 'ggF'. Did you mean 'ggH'?");
        refused(
                channel("ggH", "tautua", "", ""),
                "test.json process channels: unknown 'tautua'. Did you mean 'tautau'?");
        refused(
                channel("ggH", "taunu", "", ""),
                "test.json process: modes of neutral and of charged particles are mixed.");
        refused(
                channel("none", "none", "", ""),
                "test.json process channels: a channel needs a production or a decay.");
    }

    @Test
    void wrongNumberOfValues() {
        refused(
                channel("ggH", "bb", "", "").replace("\"expected\": [1, 1]", "\"expected\": [1, 1, 1]"),
                "test.json analysis limit: expected has 3 values, the grid has 2.");
        refused(
                channel("ggH", "bb", "", "").replace("[100, 200]", "[200, 100]"),
                "test.json analysis grid mass: value 1 is 100.0 after 200.0, values must increase.");
        refused(
                channel("ggH", "bb", "", "").replace("\"observed\": [2, 2]", "\"observed\": [2, 0]"),
                "test.json analysis limit observed: value 1 is 0.0, a limit is positive (null: not covered).");
        refused(
                channel("ggH", "bb", "'acceptances': [{'constantAcceptance': 1}, {'constantAcceptance': 1}], ", ""),
                "test.json process: acceptances has 2 entries for 1 channels.");
    }

    @Test
    void contradictions() {
        refused(
                channel(
                        "ggH",
                        "bb",
                        "'acceptances': [{'constantAcceptance': 1}], ",
                        ", 'normalization': {'reference': 'SMHiggs', 'process': 'signal'}"),
                "test.json: normalization and analysis.acceptances exclude each other.");
        refused(
                channel("ggH", "bb", "", ", 'normalization': {'reference': 'SMHigs', 'process': 'signal'}"),
                "test.json normalization reference: 'SMHigs' is none of SMHiggs, SMHiggsEW, SMHiggsInterp."
                        + " Did you mean 'SMHiggs'?");
        refused(
                file(
                        "LikelihoodLimit",
                        "'process': [{'channels': [['ggH', 'bb']]}], 'analysis': {'grid': {'mass': [10, 20],"
                                + " 'channels': [[0, 2]]}, 'likelihood': {'observed': [10, 11, 0, 1],"
                                + " 'expected': [0, 1, 0, 1]}}"),
                "test.json analysis likelihood: the likelihood excludes vanishing rates.");
        assertThatThrownBy(() -> limit("{\"id\": 1,\n \"reference\" 2}")).hasMessageStartingWith("test.json:2: ");
    }
}
