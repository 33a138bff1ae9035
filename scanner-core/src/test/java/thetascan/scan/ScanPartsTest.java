package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.island.SampledPoint;
import thetascan.model.CostClass;
import thetascan.option.SettingException;
import thetascan.point.FoundPoint;
import thetascan.point.Place;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** What a scan keeps beside its points. */
class ScanPartsTest {

    private static FoundPoint point(int island, long generation, int candidate, PointStatus status, String reason) {
        PointRow row = new PointRow(new double[] {generation}, new double[0], new double[0], new byte[0], 0, reason);
        return new FoundPoint(new Place(island, generation, candidate), status, row, new double[0], Double.NaN);
    }

    private static void copy(Persistent from, Persistent to) {
        StateOutput out = new StateOutput();
        from.save(out);
        to.restore(new StateInput(out.toByteArray()));
    }

    // ---- the sample of invalid points

    /** Those with the least numbers, unsigned, whatever comes first; in the order they were found. */
    @Test
    void aSampleHoldsTheLeastTicketsInWhateverOrderTheyCome() {
        List<SampledPoint> all = new ArrayList<>();
        long[] tickets = {5, -1, 3, Long.MIN_VALUE, 4, Long.MAX_VALUE, 1};
        for (int i = 0; i < tickets.length; i++) {
            all.add(new SampledPoint(tickets[i], point(i % 2, 10 - i, i, PointStatus.INVALID, "")));
        }
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(all, new Random(seed));
            InvalidSample sample = new InvalidSample(3);
            assertThat(sample.below()).isEqualTo(-1); // anything enters
            sample.add(all.subList(0, 2));
            assertThat(sample.below()).isEqualTo(-1);
            sample.add(all.subList(2, all.size()));
            assertThat(sample.below()).isEqualTo(4);
            InvalidSample restored = new InvalidSample(3);
            restored.add(all.subList(0, 1));
            copy(sample, restored);
            for (InvalidSample each : List.of(sample, restored)) {
                // tickets 1, 3, 4 are candidates 6, 2, 4, of generations 4, 8, 6
                assertThat(each.take())
                        .extracting(found -> found.place().candidate())
                        .containsExactly(6, 4, 2);
                assertThat(each.take()).isEmpty();
            }
        }
    }

    @Test
    void pointsOfAGenerationGoByIslandAndCandidate() {
        InvalidSample sample = new InvalidSample(9);
        int[][] places = {{1, 2, 0}, {0, 2, 1}, {0, 2, 0}, {5, 1, 7}};
        for (int i = 0; i < places.length; i++) {
            int[] at = places[i];
            sample.add(List.of(new SampledPoint(i, point(at[0], at[1], at[2], PointStatus.INVALID, ""))));
        }
        assertThat(sample.take())
                .extracting(FoundPoint::place)
                .containsExactly(new Place(5, 1, 7), new Place(0, 2, 0), new Place(0, 2, 1), new Place(1, 2, 0));
    }

    @Test
    void noSampleIsAskedForNothing() {
        assertThat(new InvalidSample(0).below()).isZero();
    }

    // ---- reasons

    @Test
    void theCommonestReasonIsCountedWithoutItsNumbers() {
        FailureReasons reasons = new FailureReasons();
        assertThat(reasons.commonest()).isEmpty();
        reasons.add(List.of(
                point(0, 0, 0, PointStatus.FAILED, "no root"),
                point(0, 0, 1, PointStatus.FAILED, "mass -1.5e+3 GeV\nat line 7"),
                point(0, 0, 2, PointStatus.INVALID, "no root"),
                point(0, 0, 3, PointStatus.FAILED, "mass 2 GeV")));
        assertThat(reasons.commonest()).isEqualTo("mass -1.5e+3 GeV\nat line 7");
        reasons.add(
                List.of(point(0, 1, 0, PointStatus.FAILED, "no root"), point(0, 1, 1, PointStatus.FAILED, "no root")));
        assertThat(reasons.commonest()).isEqualTo("no root");
    }

    @Test
    void aThousandKindsOfReasonsAreEnough() {
        FailureReasons reasons = new FailureReasons();
        List<FoundPoint> points = new ArrayList<>();
        for (int i = 0; i < 1000; i++) points.add(point(0, 0, i, PointStatus.FAILED, "x".repeat(i)));
        for (int i = 0; i < 9; i++) points.add(point(0, 1, i, PointStatus.FAILED, "one too many"));
        points.add(point(0, 2, 0, PointStatus.FAILED, "xxx"));
        reasons.add(points);
        assertThat(reasons.commonest()).isEqualTo("xxx");
    }

    // ---- history

    @Test
    void milestonesStandATenthApart() {
        History history = new History();
        assertThat(history.isDue(0)).isFalse();
        assertThat(history.isDue(1)).isTrue();
        history.add(new Milestone(100, 1, 2, 3, 4));
        assertThat(history.isDue(109)).isFalse();
        assertThat(history.isDue(111)).isTrue();
        history.add(new Milestone(200, 5, 6, 7, 8));
        assertThat(history.isDue(111)).isFalse();
        assertThat(history.isDue(221)).isTrue();
        History restored = new History();
        restored.add(new Milestone(9, 9, 9, 9, 9));
        copy(history, restored);
        assertThat(restored.milestones())
                .isEqualTo(history.milestones())
                .containsExactly(new Milestone(100, 1, 2, 3, 4), new Milestone(200, 5, 6, 7, 8));
    }

    @Test
    void theLastProgressIsThatOfTheEnd() {
        assertThatThrownBy(() -> new LastProgress().get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not end yet");
    }

    // ---- stop rules

    @Test
    void stopRulesAreEndlessIfNoneOfThemCountsWhatGrows() {
        assertThat(StopRules.NONE.isEndless()).isTrue();
        assertThat(StopRules.defaults(CostClass.CHEAP)).isEqualTo(new StopRules(0, 0, Duration.ZERO, 0, 100_000, 1));
        assertThat(StopRules.defaults(CostClass.EXPENSIVE)).isEqualTo(new StopRules(0, 0, Duration.ZERO, 0, 50, 0.5));
        assertThat(StopRules.defaults(CostClass.EXPENSIVE).isEndless()).isTrue();
        assertThat(new StopRules(1, 0, Duration.ZERO, 0).isEndless()).isFalse();
        assertThat(new StopRules(0, 1, Duration.ZERO, 0).isEndless()).isFalse();
        assertThat(new StopRules(0, 0, Duration.ofNanos(1), 0).isEndless()).isFalse();
        assertThat(new StopRules(0, 0, Duration.ZERO, 1).isEndless()).isFalse();
    }

    @Test
    void stopRulesRefuseByTheirKey() {
        refused("valid_points", -1, 0, Duration.ZERO, 0, 0, 1);
        refused("evaluations", 0, -1, Duration.ZERO, 0, 0, 1);
        refused("wall_time", 0, 0, Duration.ofNanos(-1), 0, 0, 1);
        refused("no_new_cells", 0, 0, Duration.ZERO, -1, 0, 1);
        refused("failed_in_a_row", 0, 0, Duration.ZERO, 0, -1, 1);
        for (double share : new double[] {0, -0.1, 1.01, Double.NaN}) {
            refused("failed_share", 0, 0, Duration.ZERO, 0, 0, share);
        }
        assertThat(new StopRules(0, 0, Duration.ZERO, 0, 0, 1e-9).failedShare()).isEqualTo(1e-9);
    }

    private static void refused(
            String key, long valid, long evaluations, Duration time, long cells, long failed, double share) {
        assertThatThrownBy(() -> new StopRules(valid, evaluations, time, cells, failed, share))
                .isInstanceOfSatisfying(SettingException.class, refused -> assertThat(refused.keys())
                        .containsExactly(key));
    }
}
