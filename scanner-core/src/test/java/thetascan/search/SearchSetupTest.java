package thetascan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.archive.ArchiveSettings;
import thetascan.archive.ExcludeSettings;
import thetascan.archive.NoveltySettings;
import thetascan.archive.NoveltySettings.Cooldown;
import thetascan.archive.NoveltySettings.Learn;
import thetascan.archive.NoveltySettings.Space;
import thetascan.island.Island;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.model.CostClass;
import thetascan.model.TestModel;
import thetascan.search.RestartSettings.Growth;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** What settings are refused, and how. */
class SearchSetupTest {

    private static final TestModel MODEL = TestModel.shell(2);

    @Test
    void namesWhatIsUnknown() {
        assertThatThrownBy(
                        () -> Searches.small().withOptimiser("cma-se", Map.of()).on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown optimiser 'cma-se'. Did you mean 'cma-es'?");
        assertThatThrownBy(() -> Searches.small()
                        .withOptimiser("cma-es", Map.of("sigma", 1.0))
                        .on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown option 'sigma'");
        assertThatThrownBy(() -> Searches.small()
                        .withNovelty(Searches.novelty("knm", Map.of()))
                        .on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown detector 'knm'. Did you mean 'knn'?");
    }

    @Test
    void needsAFreeParameter() {
        ParameterSpace fixed =
                MODEL.parameters().with("x0", new Scale.Fixed(0.5)).with("x1", new Scale.Fixed(0.5));
        assertThatThrownBy(() -> new SearchSetup(
                        1, MODEL, fixed, MODEL.constraints(), Searches.small().settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters: all are fixed. Free at least one to scan.");
    }

    @Test
    void searchesTheFreeParametersOnly() {
        ParameterSpace space = MODEL.parameters().with("x0", new Scale.Fixed(0.5));
        SearchSetup setup = new SearchSetup(
                1, MODEL, space, MODEL.constraints(), Searches.small().settings());
        Island island = Islands.create(setup, 0);
        island.begin(setup.newArchive(), new RoundOrder(1, 100, RoundOrder.Rows.VALID, 0, 0, 1));
        double[] thetas = island.ask().thetas();

        assertThat(thetas).hasSize(16);
        for (int i = 0; i < 16; i += 2) {
            assertThat(thetas[i]).isEqualTo(0.5);
            assertThat(thetas[i + 1]).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aSamplerHasNoPopulationToDouble() {
        assertThatThrownBy(() -> Searches.small()
                        .withOptimiser("sobol", Map.of())
                        .withRestart(new RestartSettings(1, 1, 1, 0, Growth.DOUBLE))
                        .on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "search.strategies.sobol.restart.growth: optimiser sobol is a sampler and never begins anew");
    }

    @Test
    void bipopNeedsAStepSize() {
        assertThatThrownBy(() -> Searches.small()
                        .withOptimiser("differential-evolution", Map.of())
                        .withRestart(new RestartSettings(1, 1, 1, 0, Growth.BIPOP))
                        .on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "search.strategies.differential-evolution.restart.growth: optimiser differential-evolution has no step size to vary. Use double.");
    }

    /** The model says how many sectors there are; nobody else can know that none is left. */
    @Test
    void optionsThatDoNotFitWhatAnOptimiserIsToldAreRefused() {
        int sectors = Searches.small().on(MODEL, 1).constraints().sectors().size();
        Map<String, Double> many = Map.of("constrained_sectors", sectors + 1.0);
        assertThatThrownBy(
                        () -> Searches.small().withOptimiser("nsga-iii", many).on(MODEL, 1))
                .hasMessage("search.strategies.nsga-iii.optimiser.constrained_sectors: " + (sectors + 1)
                        + " is more than there are: the constraints that are applied have " + sectors + " sectors.");
        Map<String, Double> options = Map.of("constrained_sectors", (double) sectors, "novelty_objective", 0.0);
        assertThatThrownBy(() ->
                        Searches.small().withOptimiser("nsga-iii", options).on(MODEL, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "search\\.strategies\\.nsga-iii\\.optimiser\\.constrained_sectors: all \\d sectors are constraints and no objective"
                                + " is left\\. Set novelty_objective: 1\\.");
    }

    @Test
    void settingsNameTheKeyTheValueAndTheRule() {
        assertThatThrownBy(() -> new RestartSettings(-1, 0, 0, 0, Growth.NONE))
                .hasMessage("after_valid_generations: -1 must be 0 (never) or more");
        assertThatThrownBy(() -> new RestartSettings(0, 0, 0, 1.5, Growth.NONE))
                .hasMessage("warm: 1.5 must be within [0, 1]");
        assertThatThrownBy(() -> new ExcludeSettings(Double.NaN)).hasMessage("radius: NaN must be 0 or more");
        assertThatThrownBy(() -> new ArchiveSettings(0.1, 0, Map.of())).hasMessage("capacity: 0 must be 1 or more");
        assertThatThrownBy(() -> Searches.small().withIslands(0, 1).settings())
                .hasMessage("islands: 0 must be 1 to 100000");
        assertThatThrownBy(() -> Searches.small().withIslands(2_000_000_000, 1).settings())
                .hasMessage("islands: 2000000000 must be 1 to 100000");
        assertThatThrownBy(() -> Searches.small().withCharts().settings())
                .hasMessage("charts: is empty, must name at least one, such as box");
        assertThatThrownBy(() -> new NoveltySettings(
                        "knn",
                        Map.of(),
                        EnumSet.of(Space.OBSERVABLES),
                        List.of(),
                        Learn.ALL,
                        0,
                        Cooldown.OFF,
                        Map.of("S", List.of(0.1, -0.1))))
                .hasMessage("ranges.S: [0.1, -0.1] must be [lower, upper] with lower below upper");
    }

    @Test
    void dearModelsBeginWithWhatIsPredicted() {
        var dear = SearchSettings.defaults(CostClass.EXPENSIVE, List.of("box")).strategies();
        var cheap = SearchSettings.defaults(CostClass.CHEAP, List.of("box")).strategies();
        assertThat(dear.keySet()).containsExactly("predict", "spread", "along", "outward", "long", "short");
        assertThat(dear.get("predict").optimiser()).isEqualTo("surrogate");
        assertThat(cheap.keySet()).containsExactly("spread", "along", "outward", "long", "short");
    }

    @Test
    void dearModelsExchangeSooner() {
        assertThat(SearchSettings.defaults(CostClass.EXPENSIVE, List.of("box")).exchangeEvery())
                .isLessThan(
                        SearchSettings.defaults(CostClass.CHEAP, List.of("box")).exchangeEvery());
    }
}
