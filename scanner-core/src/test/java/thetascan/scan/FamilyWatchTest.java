package thetascan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.archive.Archive;
import thetascan.archive.ArchiveView;
import thetascan.archive.Origin;
import thetascan.model.TestModel;
import thetascan.random.RandomStream;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Two valid intervals, x ≤ 0.6 and x ≥ 0.95. */
class FamilyWatchTest {

    private static final SearchSetup SEARCH = Searches.small()
            .on(
                    new TestModel(
                            2,
                            List.of("gap"),
                            List.of(TestModel.constraint("gap", 0.175, 1)),
                            (x, o) -> o[0] = Math.abs(x[0] - 0.775)),
                    1);

    private static void add(Archive archive, double from, double to, int count) {
        SplittableRandom random = new SplittableRandom(2);
        ArchiveView view = archive.view();
        for (int i = 0; i < count; i++) {
            double[] box = {random.nextDouble(from, to), random.nextDouble()};
            view.found(box, box, new double[1], () -> new Origin(0, box, null));
        }
        archive.merge(view.harvest());
    }

    /** Share of the points that stand alone which lie in the smaller interval. */
    private static double right(Archive archive, long seed) {
        RandomStream random = RandomStream.of(seed);
        ArchiveView view = archive.view();
        int right = 0;
        for (int i = 0; i < 400; i++) {
            right += view.pickLonely(random).box()[0] > 0.9 ? 1 : 0;
        }
        return right / 400.0;
    }

    /** Of a spiral with arms 0.13 apart, at the angle of a point: on the arm nearest to it. */
    private static double radius(double[] x) {
        double turn = Math.atan2(x[1] - 0.5, x[0] - 0.5) / (2 * Math.PI) + 0.5;
        double arm = Math.rint((Math.hypot(x[0] - 0.5, x[1] - 0.5) - 0.05) / 0.13 - turn);
        return 0.05 + 0.13 * (turn + Math.min(2, Math.max(0, arm)));
    }

    /** Points between two angles. */
    private static void addSpiral(Archive archive, double from, double to) {
        ArchiveView view = archive.view();
        for (int i = 0; i <= 200; i++) {
            double angle = from + (to - from) * i / 200;
            double r = 0.05 + 0.13 * angle / (2 * Math.PI);
            double[] box = {0.5 - r * Math.cos(angle), 0.5 - r * Math.sin(angle)};
            view.found(box, box, new double[1], () -> new Origin(0, box, null));
        }
        archive.merge(view.harvest());
    }

    @Test
    void aRareFamilyIsSeenAndDrawnMoreOften() {
        Archive archive = SEARCH.newArchive();
        FamilyWatch watch = new FamilyWatch(SEARCH);
        add(archive, 0, 0.6, 400);
        assertThat(watch.look(archive, FamilyWatch.FIRST)).isTrue();
        assertThat(watch.families()).isEqualTo(1);

        add(archive, 0.95, 1, 3);
        double before = right(archive, 1);
        assertThat(watch.look(archive, 2 * FamilyWatch.FIRST - 1)).isFalse();
        assertThat(watch.look(archive, 2 * FamilyWatch.FIRST)).isTrue();
        assertThat(watch.families()).isEqualTo(2);
        assertThat(right(archive, 1)).isGreaterThan(before + 0.05);
        assertThat(watch.look(archive, 4 * FamilyWatch.FIRST)).isFalse(); // no more than before
    }

    @Test
    void looksAreFewAndNotTooEarly() {
        Archive archive = SEARCH.newArchive();
        FamilyWatch watch = new FamilyWatch(SEARCH);
        assertThat(watch.look(archive, 10 * FamilyWatch.FIRST)).isFalse(); // nothing to see
        add(archive, 0, 0.6, 50);
        assertThat(watch.look(archive, FamilyWatch.FIRST - 1)).isFalse();
        assertThat(watch.families()).isZero();
        assertThat(watch.look(archive, 10 * FamilyWatch.FIRST)).isTrue();
        add(archive, 0.95, 1, 3);
        assertThat(watch.look(archive, 20 * FamilyWatch.FIRST - 1)).isFalse();
        assertThat(watch.families()).isEqualTo(1);
    }

    /** Of a spiral the ends are known first; they turn out to be connected. */
    @Test
    void whatWasWatchedAllAlongIsWhatIsCountedOnceAtTheEnd() {
        SearchSetup spiral = Searches.small()
                .on(
                        new TestModel(
                                2,
                                List.of("off"),
                                List.of(TestModel.constraint("off", 0, 0.002)),
                                (x, o) -> o[0] = Math.abs(Math.hypot(x[0] - 0.5, x[1] - 0.5) - radius(x))),
                        1);
        Archive archive = spiral.newArchive();
        FamilyWatch watch = new FamilyWatch(spiral);
        addSpiral(archive, 0, 1);
        addSpiral(archive, 17, 18);
        watch.look(archive, FamilyWatch.FIRST);
        assertThat(watch.families()).isEqualTo(2);
        addSpiral(archive, 0, 18);
        watch.look(archive, 20 * FamilyWatch.FIRST);
        FamilyWatch once = new FamilyWatch(spiral);
        once.look(archive, 20 * FamilyWatch.FIRST);
        assertThat(watch.families()).isEqualTo(once.families()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasSaved() {
        Archive archive = SEARCH.newArchive();
        FamilyWatch watch = new FamilyWatch(SEARCH);
        add(archive, 0, 0.6, 400);
        add(archive, 0.95, 1, 3);
        watch.look(archive, FamilyWatch.FIRST);
        StateOutput out = new StateOutput();
        out.put("archive", archive).put("watch", watch);
        Archive restored = SEARCH.newArchive();
        FamilyWatch again = new FamilyWatch(SEARCH);
        StateInput in = new StateInput(out.toByteArray());
        in.get("archive", restored);
        in.get("watch", again);
        assertThat(again.families()).isEqualTo(2);
        assertThat(again.look(restored, 2 * FamilyWatch.FIRST - 1)).isFalse();
        assertThat(right(restored, 3)).isEqualTo(right(archive, 3));
    }
}
