package thetascan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.model.TestModel.constraint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.archive.NoveltySettings.Cooldown;
import thetascan.archive.NoveltySettings.Learn;
import thetascan.archive.NoveltySettings.Space;
import thetascan.constraint.Constraint;
import thetascan.model.TestModel;
import thetascan.optimiser.Start;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;
import thetascan.space.ParameterSpace;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The valid points all islands found. */
class ArchiveTest {

    private static final ParameterSpace SPACE = TestModel.shell(2).parameters();
    private static final List<Quantity> OBSERVABLES = List.of(TestModel.quantity("m"), TestModel.quantity("g"));
    private static final List<Constraint> CONSTRAINTS = List.of(constraint("g", 0, 4));
    private static final double[] NO_OBSERVABLES = {0, 0};
    private static final double[] NO_PARAMETERS = {0, 0};

    private static NoveltySettings novelty(Learn learn, EnumSet<Space> space, String... focus) {
        return new NoveltySettings(
                "knn", Map.of("neighbours", 1.0), space, List.of(focus), learn, 0, Cooldown.OFF, Map.of());
    }

    private static Archive archive(double distance, int capacity, double exclude, NoveltySettings novelty) {
        return new Archive(
                1,
                SPACE,
                OBSERVABLES,
                CONSTRAINTS,
                new ArchiveSettings(distance, capacity, Map.of()),
                novelty,
                new ExcludeSettings(exclude));
    }

    private static Archive archive(double distance) {
        return archive(distance, 1000, 0.05, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
    }

    private static double penalty(ArchiveView view, double[] box, double[] observables) {
        return view.penalties(new double[][] {box}, new double[][] {observables})[0];
    }

    private static void find(ArchiveView view, double x, double y) {
        find(view, new double[] {x, y}, NO_OBSERVABLES);
    }

    private static void find(ArchiveView view, double[] box, double[] observables) {
        view.found(box, box, observables, () -> new Origin(0, box, Start.at(box, 0.1)));
    }

    @Test
    void thinsToItsLeastDistance() {
        Archive archive = archive(0.1);
        ArchiveView view = archive.view();
        find(view, 0.5, 0.5);
        find(view, 0.55, 0.5); // too near
        find(view, 0.7, 0.5);
        archive.merge(view.harvest());

        assertThat(archive.points()).extracting(point -> point.box()[0]).containsExactly(0.5, 0.7);
    }

    @Test
    void nearestPointsComeFirst() {
        Archive archive = archive(0.01);
        ArchiveView view = archive.view();
        for (double x : new double[] {0.9, 0.1, 0.4, 0.6, 0.5}) find(view, x, 0.5);
        archive.merge(view.harvest());

        assertThat(archive.nearest(new double[] {0.5, 0.4}, 3))
                .extracting(point -> point.box()[0])
                .containsExactly(0.5, 0.4, 0.6); // of equals the one found first
        assertThat(archive.nearest(new double[] {0, 0}, 99)).hasSize(5);
    }

    @Test
    void staysAsItIsUntilHarvestsAreMerged() {
        Archive archive = archive(0.1);
        ArchiveView one = archive.view();
        ArchiveView other = archive.view();
        find(one, 0.5, 0.5);

        assertThat(archive.size()).isZero();
        assertThat(one.excludes(new double[] {0.52, 0.5})).isTrue();
        assertThat(other.excludes(new double[] {0.52, 0.5})).isFalse();
        assertThat(one.hearsNovelty(false)).isTrue();
        assertThat(other.hearsNovelty(false)).isFalse();

        archive.merge(one.harvest());
        assertThat(archive.view().excludes(new double[] {0.52, 0.5})).isTrue();
        assertThat(other.archive().size()).isEqualTo(1);
    }

    @Test
    void mergesInTheOrderOfTheIslands() {
        Archive archive = archive(0.1);
        ArchiveView first = archive.view();
        ArchiveView second = archive.view();
        find(second, 0.55, 0.5);
        find(second, 0.9, 0.5);
        find(first, 0.5, 0.5);
        archive.merge(first.harvest());
        archive.merge(second.harvest());

        assertThat(archive.points()).extracting(point -> point.box()[0]).containsExactly(0.5, 0.9);
    }

    @Test
    void growsItsDistanceWhenFull() {
        Archive archive = archive(0.01, 50, 0.02, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 20; round++) {
            ArchiveView view = archive.view();
            for (int i = 0; i < 100; i++) {
                find(view, random.nextDouble(), random.nextDouble());
            }
            archive.merge(view.harvest());
            assertThat(archive.size()).isBetween(20, 50);
        }
        assertThat(archive.distance()).isGreaterThan(0.05);
        for (ArchivePoint a : archive.points()) {
            assertThat(archive.view().excludes(a.box())).isTrue();
            for (ArchivePoint b : archive.points()) {
                double d = Math.hypot(a.box()[0] - b.box()[0], a.box()[1] - b.box()[1]);
                assertThat(a == b || d > archive.distance()).isTrue();
            }
        }
    }

    @Test
    void excludesWiderWhenItIsFull() {
        NoveltySettings novelty = novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS));
        Archive full = archive(0.01, 10, 0.005, novelty);
        Archive roomy = archive(0.01, 1000, 0.005, novelty);
        for (Archive archive : List.of(full, roomy)) {
            ArchiveView view = archive.view();
            for (int i = 0; i <= 20; i++) {
                find(view, 0.05 * i, 0.5);
            }
            archive.merge(view.harvest());
        }
        assertThat(full.distance()).isBetween(0.1, 0.2);
        assertThat(full.view().excludes(new double[] {0, 0.54})).isTrue();
        assertThat(full.view().excludes(new double[] {0, 0.5 + 0.51 * full.distance()}))
                .isFalse();
        assertThat(roomy.view().excludes(new double[] {0, 0.504})).isTrue();
        assertThat(roomy.view().excludes(new double[] {0, 0.506})).isFalse();
    }

    /** The least distance grows until there is room, and one point always has some. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void holdsAsFewPointsAsAsked(int capacity) {
        for (double distance : new double[] {0, 1e-300, 0.01, 3}) {
            Archive archive = archive(distance, capacity, 0.05, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
            SplittableRandom random = new SplittableRandom(capacity);
            for (int round = 0; round < 20; round++) {
                ArchiveView view = archive.view();
                for (int i = 0; i < 20; i++) {
                    find(view, random.nextDouble(), random.nextDouble());
                }
                archive.merge(view.harvest());
                assertThat(archive.size()).isBetween(1, capacity);
                assertThat(archive.distance()).isFinite();
            }
        }
    }

    @Test
    void noveltyLearnsTerritoryOrEverything() {
        for (Learn learn : Learn.values()) {
            Archive archive = archive(
                    0.3,
                    100,
                    0,
                    new NoveltySettings(
                            "knn",
                            Map.of("neighbours", 2.0, "thin", 0.0),
                            EnumSet.of(Space.PARAMETERS),
                            List.of(),
                            learn,
                            0,
                            Cooldown.OFF,
                            Map.of()));
            ArchiveView view = archive.view();
            find(view, 0.5, 0.5);
            find(view, 0.5, 0.6); // within the archive's distance
            archive.merge(view.harvest());
            double atFirst = penalty(archive.view(), new double[] {0.5, 0.5}, NO_OBSERVABLES);

            // mean distance to the two nearest: 0.05 of two points, 0 of one; penalty 1/(1 + d)
            assertThat(atFirst).isPositive();
            assertThat(atFirst < 0.99).isEqualTo(learn == Learn.ALL);
            assertThat(archive.size()).isEqualTo(1);
        }
    }

    @Test
    void novelIsWhatIsFarFromAllThatIsKnown() {
        Archive archive = archive(0.01);
        ArchiveView view = archive.view();
        find(view, 0.2, 0.2);
        archive.merge(view.harvest());
        ArchiveView next = archive.view();

        assertThat(penalty(next, new double[] {0.9, 0.9}, NO_OBSERVABLES))
                .isLessThan(penalty(next, new double[] {0.3, 0.2}, NO_OBSERVABLES));
    }

    @Test
    void focusLeavesOtherCoordinatesOut() {
        Archive archive = archive(0.01, 100, 0, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS), "x1"));
        ArchiveView view = archive.view();
        find(view, 0.2, 0.2);

        assertThat(penalty(view, new double[] {0.9, 0.2}, NO_OBSERVABLES))
                .isEqualTo(penalty(view, new double[] {0.2, 0.2}, NO_OBSERVABLES));
        assertThat(penalty(view, new double[] {0.2, 0.9}, NO_OBSERVABLES))
                .isLessThan(penalty(view, new double[] {0.2, 0.2}, NO_OBSERVABLES));
    }

    @Test
    void observablesCountOnceTheirScalesAreKnown() {
        Archive archive = archive(0.001, 1000, 0, novelty(Learn.ARCHIVE, EnumSet.of(Space.OBSERVABLES)));
        ArchiveView view = archive.view();
        for (int i = 0; i < ObservableScales.SAMPLE; i++) {
            assertThat(penalty(view, new double[] {0, 0}, new double[] {1000 + i, 2}))
                    .isZero();
            find(view, new double[] {i / 100.0, 0}, new double[] {1000 + i, 2});
        }
        archive.merge(view.harvest());
        ArchiveView next = archive.view();

        double known = penalty(next, new double[] {0.5, 0}, new double[] {1050, 2});
        double newMass = penalty(next, new double[] {0.5, 0}, new double[] {5000, 2});
        double newCoupling = penalty(next, new double[] {0.5, 0}, new double[] {1050, 4});
        assertThat(known).isGreaterThan(0.9);
        assertThat(newMass).isLessThan(known);
        assertThat(newCoupling).isLessThan(known);
    }

    @Test
    void bothSpacesCountAlike() {
        Archive archive = archive(0.001, 1000, 0, novelty(Learn.ARCHIVE, EnumSet.allOf(Space.class), "x0", "g"));
        ArchiveView view = archive.view();
        find(view, new double[] {0.25, 0}, new double[] {0, 1}); // g/4 = 0.25, scale from its constraint

        double parameterOnly = penalty(view, new double[] {0.75, 0}, new double[] {0, 1});
        double observableOnly = penalty(view, new double[] {0.25, 0}, new double[] {0, 3});
        assertThat(parameterOnly).isEqualTo(observableOnly).isLessThan(1);
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(() -> archive(0.1, 9, 0, novelty(Learn.ALL, EnumSet.of(Space.PARAMETERS), "x9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("novelty.focus: 'x9' is not in novelty.space. Did you mean 'x0'?");
        assertThatThrownBy(() -> archive(0.1, 9, 0, novelty(Learn.ALL, EnumSet.of(Space.PARAMETERS), "m")))
                .hasMessageContaining("novelty.focus: 'm' is not in novelty.space.");
    }

    @Test
    void picksWhatStandsAlone() {
        NoveltySettings fiveNearest = new NoveltySettings(
                "knn",
                Map.of("neighbours", 5.0), // itself among them
                EnumSet.of(Space.PARAMETERS),
                List.of(),
                Learn.ARCHIVE,
                0,
                Cooldown.OFF,
                Map.of());
        Archive archive = archive(0.001, 100, 0, fiveNearest);
        ArchiveView view = archive.view();
        for (int i = 0; i < 15; i++) {
            find(view, 0.1 + 0.02 * (i % 4), 0.1 + 0.02 * (i / 4));
        }
        find(view, 0.9, 0.9);
        archive.merge(view.harvest());
        ArchiveView next = archive.view();
        RandomStream random = RandomStream.of(1);
        int lonely = 0;
        for (int i = 0; i < 100; i++) {
            lonely += next.pickLonely(random).box()[0] == 0.9 ? 1 : 0;
        }
        assertThat(lonely).isBetween(25, 55); // one of 16 is among 8 draws with probability 1 − (15/16)^8 = 0.40
    }

    @Test
    void restoredItIsTheSameBitForBit() {
        NoveltySettings novelty = novelty(Learn.ARCHIVE, EnumSet.allOf(Space.class));
        Archive archive = archive(0.02, 200, 0.03, novelty);
        Archive restored = archive(0.02, 200, 0.03, novelty);
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 12; round++) {
            StateOutput out = new StateOutput();
            archive.save(out);
            restored.restore(new StateInput(out.toByteArray()));
            ArchiveView view = archive.view();
            ArchiveView same = restored.view();
            Start shared = new Start(new double[] {0.5, 0.5}, 0.1, new double[] {1, 0.5, 0.5, 1});
            for (int i = 0; i < 40; i++) {
                double[] box = {random.nextDouble(), random.nextDouble()};
                double[] observables = {random.nextDouble(900, 1000), random.nextDouble(4)};
                assertThat(penalty(same, box, observables)).isEqualTo(penalty(view, box, observables));
                assertThat(same.excludes(box)).isEqualTo(view.excludes(box));
                for (ArchiveView each : List.of(view, same)) {
                    each.found(box, box, observables, () -> new Origin(1, box, shared));
                }
            }
            StateOutput harvest = new StateOutput();
            same.harvest().save(harvest);
            archive.merge(view.harvest());
            restored.merge(Harvest.read(new StateInput(harvest.toByteArray())));
            assertThat(bytes(restored)).isEqualTo(bytes(archive));
        }
        assertThat(archive.points().get(0).origin().shape().covariance()).containsExactly(1, 0.5, 0.5, 1);
    }

    /** What a merge says entered is what is there now and was not before; a full archive is not yet too full. */
    @Test
    void saysHowManyEnteredAndHoldsAsManyAsItMay() {
        Archive archive = archive(0.1, 3, 0.05, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        ArchiveView one = archive.view();
        ArchiveView other = archive.view();
        for (double x : new double[] {0.1, 0.5}) find(one, x, 0.5);
        for (double x : new double[] {0.12, 0.9}) find(other, x, 0.5); // the first lies near one of the other island's

        assertThat(archive.merge(one.harvest())).isEqualTo(2);
        assertThat(archive.merge(other.harvest())).isEqualTo(1);
        assertThat(archive.merge(archive.view().harvest())).isZero();
        assertThat(archive.size()).isEqualTo(3);
        assertThat(archive.distance()).isEqualTo(0.1);
    }

    /** After it was thinned the novelty knows the points that stayed, or, if it learns from all, still every one. */
    @ParameterizedTest
    @EnumSource
    void aThinnedArchiveRemembersWhatItsNoveltyLearnsFrom(Learn learn) {
        NoveltySettings novelty = novelty(learn, EnumSet.of(Space.PARAMETERS));
        Archive archive = archive(0.01, 4, 0.005, novelty);
        ArchiveView view = archive.view();
        double[][] boxes = {{0.1, 0.1}, {0.12, 0.1}, {0.9, 0.1}, {0.1, 0.9}, {0.9, 0.9}};
        for (double[] box : boxes) find(view, box, NO_OBSERVABLES);
        archive.merge(view.harvest());
        assertThat(archive.size()).isLessThan(4); // room is made for more than one

        Archive small = archive(0.01, 1000, 0.05, novelty);
        ArchiveView kept = small.view();
        if (learn == Learn.ALL) for (double[] box : boxes) find(kept, box, NO_OBSERVABLES);
        else for (ArchivePoint point : archive.points()) find(kept, point.box(), NO_OBSERVABLES);
        small.merge(kept.harvest());
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50; i++) {
            double[] box = {random.nextDouble(), random.nextDouble()};
            assertThat(penalty(archive.view(), box, NO_OBSERVABLES))
                    .isEqualTo(penalty(small.view(), box, NO_OBSERVABLES));
            double reach = archive.exclusionRadius();
            assertThat(archive.view().excludes(box))
                    .isEqualTo(archive.points().stream()
                            .anyMatch(point -> Math.hypot(point.box()[0] - box[0], point.box()[1] - box[1]) <= reach));
        }
    }

    @Test
    void excludesOnlyWithARadiusAndAPoint() {
        for (double radius : new double[] {0, 0.05}) {
            Archive archive = archive(0.1, 100, radius, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
            ArchiveView view = archive.view();
            assertThat(view.hasExclusion()).isFalse();
            find(view, 0.5, 0.5);
            assertThat(view.hasExclusion()).isEqualTo(radius > 0);
            assertThat(view.excludes(new double[] {0.5, 0.5})).isEqualTo(radius > 0);
            archive.merge(view.harvest());
            assertThat(archive.view().hasExclusion()).isEqualTo(radius > 0);
            assertThat(archive.view().excludes(new double[] {0.5, 0.5})).isEqualTo(radius > 0);
        }
    }

    /** Novelty is heard after so many points, and not by a fresh island that is to find its own region first. */
    @ParameterizedTest
    @EnumSource
    void noveltyIsHeardAfterItsWarmUp(Cooldown cooldown) {
        int warmup = 3;
        Archive archive = archive(
                0.01,
                100,
                0,
                new NoveltySettings(
                        "knn",
                        Map.of(),
                        EnumSet.of(Space.PARAMETERS),
                        List.of(),
                        Learn.ARCHIVE,
                        warmup,
                        cooldown,
                        Map.of()));
        for (int i = 1; i <= 5; i++) {
            ArchiveView view = archive.view();
            find(view, 0.1 * i, 0.5);
            assertThat(view.hearsNovelty(false)).isEqualTo(i > warmup);
            assertThat(view.hearsNovelty(true)).isEqualTo(i > warmup && cooldown == Cooldown.OFF);
            archive.merge(view.harvest());
        }
        Archive deaf = archive(
                0.01,
                100,
                0,
                new NoveltySettings(
                        NoveltySettings.OFF,
                        Map.of(),
                        EnumSet.of(Space.PARAMETERS),
                        List.of(),
                        Learn.ARCHIVE,
                        0,
                        cooldown,
                        Map.of()));
        ArchiveView view = deaf.view();
        find(view, 0.5, 0.5);
        assertThat(view.hearsNovelty(false)).isFalse();
    }

    @Test
    void watchesObservablesOnlyIfItIsTo() {
        for (Space space : Space.values()) {
            Archive archive = archive(0.01, 100, 0, novelty(Learn.ARCHIVE, EnumSet.of(space)));
            assertThat(archive.view().watchesObservables()).isEqualTo(space == Space.OBSERVABLES);
        }
    }

    /** Where a point came from is asked of those that enter alone; lessons are taken of all, or of none. */
    @ParameterizedTest
    @EnumSource
    void harvestsWhatEntersAndWhatIsLearntFrom(Learn learn) {
        Archive archive = archive(0.1, 100, 0, novelty(learn, EnumSet.of(Space.PARAMETERS)));
        ArchiveView view = archive.view();
        List<double[]> asked = new ArrayList<>();
        for (double[] box : new double[][] {{0.5, 0.5}, {0.55, 0.5}, {0.9, 0.5}}) {
            view.found(box, box, NO_OBSERVABLES, () -> {
                asked.add(box);
                return new Origin(0, box, null);
            });
        }
        assertThat(asked).extracting(box -> box[0]).containsExactly(0.5, 0.9);
        Harvest harvest = view.harvest();
        assertThat(harvest.points()).extracting(point -> point.box()[0]).containsExactly(0.5, 0.9);
        assertThat(harvest.lessons())
                .extracting(lesson -> lesson.box()[0])
                .containsExactly(learn == Learn.ALL ? new Double[] {0.5, 0.55, 0.9} : new Double[] {});

        archive.merge(harvest);
        ArchiveView next = archive.view();
        find(next, 0.52, 0.5);
        assertThat(next.harvest().points()).isEmpty();
        assertThat(next.harvest().lessons()).hasSize(learn == Learn.ALL ? 1 : 0);
    }

    /** The same steps make the same archive of a copy elsewhere; steps that change nothing are none. */
    @Test
    void aCopyFollowsByTheRecordedChanges() {
        Archive archive = archive(0.01, 6, 0.05, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        Archive copy = archive(0.01, 6, 0.05, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        archive.recordChanges();
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 6; round++) {
            ArchiveView view = archive.view();
            for (int i = 0; i < 3; i++) find(view, random.nextDouble(), random.nextDouble());
            int found = view.harvest().points().isEmpty() ? 0 : 1;
            archive.merge(view.harvest());
            archive.merge(archive.view().harvest());
            int[] families = new int[archive.size()];
            for (int i = 0; i < families.length; i++) families[i] = 1 + i % 2;
            if (round % 2 == 0) archive.divide(families);
            List<ArchiveChange> changes = ArchiveChange.readAll(ArchiveChange.bytes(archive.takeChanges()));
            assertThat(changes).hasSize(found + (round % 2 == 0 ? 1 : 0));
            changes.forEach(change -> change.apply(copy));
            assertThat(bytes(copy)).isEqualTo(bytes(archive));
        }
        assertThat(archive.takeChanges()).isEmpty();
        assertThat(archive(0.1).takeChanges()).isEmpty();
    }

    /** A family of one is drawn as often as one of nine; thinning forgets who belongs to whom. */
    @Test
    void drawsFamiliesEvenlyUntilItIsThinned() {
        Archive archive = archive(0.01, 10, 0, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        ArchiveView view = archive.view();
        for (int i = 0; i < 10; i++) find(view, 0.1 * i, 0.5);
        archive.merge(view.harvest());
        archive.divide(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 2});
        RandomStream random = RandomStream.of(3);
        int alone = 0;
        for (int i = 0; i < 200; i++)
            alone += archive.draw(1, random)[0] == archive.points().get(9) ? 1 : 0;
        assertThat(alone).isBetween(70, 130);

        ArchiveView more = archive.view();
        find(more, 0.05, 0.9);
        archive.merge(more.harvest());
        assertThat(archive.size()).isLessThan(10);
        Archive undivided = archive(0.01, 10, 0, novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)));
        undivided.merge(view.harvest());
        undivided.merge(more.harvest());
        assertThat(bytes(archive)).isEqualTo(bytes(undivided));
    }

    /** Ten points of one kind and one of another in the midst of them: warm starts go to that one ten times as often, saved and restored too. */
    @Test
    void drawsRareCategoriesMoreOften() {
        List<Quantity> observables = List.of(
                TestModel.quantity("m"), new Quantity("kind", "1", "k", "what it is", List.of("even", "odd", "none")));
        Archive archive = archive(observables);
        ArchiveView view = archive.view();
        assertThat(view.hasCategories()).isFalse();
        for (int i = 0; i < 10; i++) find(view, new double[] {0.1 * i, 0.5}, new double[] {1, 0});
        find(view, new double[] {0.45, 0.55}, new double[] {1, 1});
        find(view, new double[] {0.45, 0.65}, new double[] {1, Double.NaN}); // is of no kind
        archive.merge(view.harvest());
        Archive restored = archive(observables);
        restored.restore(new StateInput(bytes(archive)));
        for (Archive each : List.of(archive, restored)) {
            ArchiveView next = each.view();
            RandomStream random = RandomStream.of(3);
            int odd = 0;
            for (int i = 0; i < 200; i++) odd += next.pickLonely(random).box()[1] == 0.55 ? 1 : 0;
            assertThat(odd).isBetween(160, 198); // of 200, 182 on average
            assertThat(next.hasCategories()).isTrue();
            assertThat(next.rarest()).isEqualTo(2.0 / 11);
            assertThat(next.commonness(NO_PARAMETERS, new double[] {1, 0})).isEqualTo(20.0 / 11);
            assertThat(next.commonness(NO_PARAMETERS, new double[] {1, 1})).isEqualTo(2.0 / 11);
            assertThat(next.commonness(NO_PARAMETERS, new double[] {1, 2})).isZero();
            assertThat(next.commonness(NO_PARAMETERS, new double[] {1, Double.NaN}))
                    .isEqualTo(1);
        }
    }

    /** The sign of a parameter and the range of an observable are categories where the settings say so. */
    @Test
    void intervalsBetweenEdgesAreCategories() {
        String name = SPACE.parameters().get(1).name();
        Map<String, SortedSet<Double>> edges =
                Map.of(name, new TreeSet<>(List.of(0.0)), "m", new TreeSet<>(List.of(100.0, 1000.0)));
        Archive archive = archive(OBSERVABLES, edges);
        ArchiveView view = archive.view();
        double[] light = {50, 0};
        double[] heavy = {1000, 0};
        for (int i = 0; i < 9; i++) {
            double[] box = {0.1 * i, 0.5};
            view.found(box, new double[] {0, i}, light, () -> new Origin(0, box, null));
        }
        double[] rare = {0.95, 0.5};
        view.found(rare, new double[] {0, -1e-3}, heavy, () -> new Origin(0, rare, null));
        archive.merge(view.harvest());
        assertThat(archive.points().get(0).codes()).containsExactly(0, 1); // "m" and then the parameter
        assertThat(archive.points().get(9).codes()).containsExactly(2, 0);
        ArchiveView next = archive.view();
        assertThat(next.commonness(new double[] {0, 2}, light)).isEqualTo(1.8);
        assertThat(next.commonness(new double[] {0, -2}, light)).isEqualTo(0.2);
        assertThat(next.commonness(new double[] {0, 2}, new double[] {100, 0})).isZero();
        assertThat(next.commonness(new double[] {0, 2}, new double[] {Double.NaN, 0}))
                .isEqualTo(1.8);
        assertThat(next.rarest()).isEqualTo(0.2);
    }

    @Test
    void refusesEdgesOfWhatIsUnknownTooManyAndInfinite() {
        assertThatThrownBy(() -> archive(OBSERVABLES, Map.of("mm", new TreeSet<>(List.of(0.0)))))
                .hasMessage("archive.categories.mm: 'mm' is neither a parameter nor an observable. Did you mean 'm'?");
        for (SortedSet<Double> wrong : List.of(
                new TreeSet<Double>(),
                new TreeSet<>(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)),
                new TreeSet<>(List.of(Double.NEGATIVE_INFINITY)),
                new TreeSet<>(List.of(Double.NaN)))) {
            assertThatThrownBy(() -> new ArchiveSettings(0.1, 10, Map.of("m", wrong)))
                    .hasMessageStartingWith("categories.m: ");
        }
    }

    private static Archive archive(List<Quantity> observables) {
        return archive(observables, Map.of());
    }

    private static Archive archive(List<Quantity> observables, Map<String, SortedSet<Double>> categories) {
        return new Archive(
                1,
                SPACE,
                observables,
                List.of(),
                new ArchiveSettings(0.01, 1000, categories),
                novelty(Learn.ARCHIVE, EnumSet.of(Space.PARAMETERS)),
                new ExcludeSettings(0));
    }

    /** Of sixty limits some is always the rarest. */
    @Test
    void longLegendsAreNoCategories() {
        List<String> limits = Collections.nCopies(Quantity.MOST_CATEGORIES + 1, "limit");
        Archive archive = archive(List.of(new Quantity("limit", "1", "l", "strongest limit", limits)));
        ArchiveView view = archive.view();
        for (int i = 0; i < 10; i++) find(view, new double[] {0.1 * i, 0.5}, new double[] {i % 2});
        archive.merge(view.harvest());
        assertThat(archive.view().hasCategories()).isFalse();
        assertThat(archive.points().get(0).codes()).isEmpty();
    }

    private static byte[] bytes(Archive archive) {
        StateOutput out = new StateOutput();
        archive.save(out);
        return out.toByteArray();
    }
}
