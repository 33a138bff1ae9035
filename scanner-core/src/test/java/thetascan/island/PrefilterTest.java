package thetascan.island;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.archive.Archive;
import thetascan.classifier.ClassifierKind;
import thetascan.island.RoundOrder.Rows;
import thetascan.model.CostClass;
import thetascan.model.TestModel;
import thetascan.objective.Judge;
import thetascan.point.PointStatus;
import thetascan.search.Guidance;
import thetascan.search.PrefilterSettings;
import thetascan.search.RestartSettings;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Candidates a classifier expects nothing of cost no evaluation. */
class PrefilterTest {

    private static SearchSetup setup(String optimiser, ClassifierKind classifier) {
        TestModel model = TestModel.shell(3);
        Strategy strategy = new Strategy(
                optimiser,
                Map.of(),
                List.of("box"),
                Map.of(),
                RestartSettings.DEFAULTS,
                EnumSet.noneOf(Guidance.class));
        SearchSettings cheap = SearchSettings.defaults(CostClass.CHEAP, List.of("box"));
        SearchSettings settings = new SearchSettings(
                cheap.cost(),
                Map.of("only", strategy),
                Map.of(),
                1,
                1,
                0,
                cheap.ranking(),
                cheap.stages(),
                cheap.novelty(),
                cheap.exclude(),
                cheap.archive(),
                cheap.seeds(),
                new PrefilterSettings(classifier, 0.2));
        return new SearchSetup(5, model, model.parameters(), model.constraints(), settings);
    }

    private static RoundResult run(SearchSetup setup, Island island, Archive archive) {
        RoundOrder order = new RoundOrder(Integer.MAX_VALUE, 100, Rows.VALID, 0, 100, 1);
        try (Judge judge = setup.newJudge()) {
            return IslandRound.run(island, archive, order, BatchEvaluator.serial(setup.objective(), judge));
        }
    }

    private static byte[] bytes(Island island) {
        StateOutput out = new StateOutput();
        island.save(out);
        return out.toByteArray();
    }

    private static long valid(ClassifierKind classifier) {
        SearchSetup setup = setup("random", classifier);
        Island island = Islands.create(setup, 0);
        long valid = 0;
        for (int round = 0; round < 10; round++) {
            RoundResult result = run(setup, island, setup.newArchive());
            assertThat(result.tally().evaluations()).isEqualTo(100);
            if (round >= 5) valid += result.tally().count(PointStatus.VALID);
        }
        return valid;
    }

    /** Random points of a shell that fills 5 % of the box: among those a classifier lets pass more are valid. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void moreOfTheRestIsValid(ClassifierKind classifier) {
        assertThat(valid(classifier)).isGreaterThan(2 * valid(ClassifierKind.NONE));
    }

    /** Saved between any two rounds it goes on bit-equal, the classifier with it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void goesOnWhereItWasSaved(ClassifierKind classifier) {
        SearchSetup setup = setup("cma-es", classifier);
        Archive archive = setup.newArchive();
        Island stays = Islands.create(setup, 0);
        byte[] travels = bytes(Islands.create(setup, 0));
        for (int round = 0; round < 6; round++) {
            Island arrived = Islands.create(setup, 0);
            arrived.restore(new StateInput(travels));
            assertThat(run(setup, arrived, archive).toByteArray())
                    .isEqualTo(run(setup, stays, archive).toByteArray());
            travels = bytes(arrived);
            assertThat(travels).isEqualTo(bytes(stays));
        }
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> new PrefilterSettings(ClassifierKind.LOGISTIC, 0))
                .hasMessage("keep: 0.0 must be above 0 and at most 1");
        assertThatThrownBy(() -> new PrefilterSettings(ClassifierKind.LOGISTIC, Double.NaN))
                .hasMessageContaining("keep");
    }
}
