package thetascan.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;
import thetascan.search.SearchSetup;
import thetascan.search.Searches;

/** Regions whose number of pieces is known. */
class FamilyFinderTest {

    private static final int PLENTY = 100_000;

    private static SearchSetup setup(TestModel model) {
        return new SearchSetup(
                1,
                model,
                model.parameters(),
                model.constraints(),
                Searches.small().settings());
    }

    /** |distance from the centre − radius| ≤ width/2 for one of two circles. */
    private static TestModel rings(double centreDistance, double width) {
        return new TestModel(2, List.of("d"), List.of(TestModel.constraint("d", 0, width / 2)), (x, o) -> {
            double left = Math.hypot(x[0] - 0.5 + centreDistance / 2, x[1] - 0.5);
            double right = Math.hypot(x[0] - 0.5 - centreDistance / 2, x[1] - 0.5);
            o[0] = Math.min(Math.abs(left - 0.2), Math.abs(right - 0.2));
        });
    }

    private static List<double[]> onRings(double centreDistance, int count) {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = random.nextDouble(2 * Math.PI);
            double side = i % 2 == 0 ? -0.5 : 0.5;
            points.add(new double[] {0.5 + side * centreDistance + 0.2 * Math.cos(angle), 0.5 + 0.2 * Math.sin(angle)});
        }
        return points;
    }

    /** Uniform points in the middle of the shell and slab of {@link TestModel#region}. */
    private static List<double[]> region(int count) {
        SplittableRandom random = new SplittableRandom(4);
        List<double[]> points = new ArrayList<>();
        while (points.size() < count) {
            double[] x = new double[6];
            double square = 0;
            for (int j = 0; j < 3; j++) {
                x[j] = random.nextDouble(-1, 1);
                square += x[j] * x[j];
            }
            for (int j = 0; j < 3; j++) {
                x[j] = 0.5 + 0.32 * x[j] / Math.sqrt(square);
            }
            x[3] = random.nextDouble();
            x[4] = random.nextDouble(1 - x[3]);
            x[5] = 1 - x[3] - x[4];
            if (square <= 1 && Math.sin(4 * Math.PI * x[3]) >= 0.3 && x[0] * x[4] <= 0.25) {
                points.add(x);
            }
        }
        return points;
    }

    private static void assertSplit(Families families, Predicate<double[]> first) {
        assertThat(families.count()).isEqualTo(2);
        int label = 0;
        for (int i = 0; i < families.nodes(); i++) {
            if (first.test(families.places().get(i))) {
                label = label == 0 ? families.labels()[i] : label;
                assertThat(families.labels()[i]).isEqualTo(label);
            } else {
                assertThat(families.labels()[i]).isNotEqualTo(label);
            }
        }
    }

    @Test
    void twoRingsApartAreTwoFamilies() {
        Families families = FamilyFinder.find(setup(rings(0.5, 0.01)), onRings(0.5, 200), PLENTY);
        assertSplit(families, x -> x[0] < 0.5);
        assertThat(families.complete()).isTrue();
        assertThat(families.evaluations()).isLessThan(2000);
        assertThat(families.size(1)).isGreaterThanOrEqualTo(families.size(2)).isGreaterThan(10);
    }

    @Test
    void ringsThatCrossAreOne() {
        assertThat(FamilyFinder.find(setup(rings(0.3, 0.01)), onRings(0.3, 200), PLENTY)
                        .count())
                .isEqualTo(1);
    }

    /** So thin that no straight line but the shortest stays inside. */
    @Test
    void wayIsCorrectedWhereTheRegionIsThin() {
        Families families = FamilyFinder.find(setup(rings(0.5, 1e-6)), onRings(0.5, 200), PLENTY);
        assertSplit(families, x -> x[0] < 0.5);
    }

    /** A wave of which the observable only just touches its bound, and the same once more, beside it. */
    private static TestModel wells() {
        return new TestModel(3, List.of("d"), List.of(TestModel.constraint("d", -1, 1e-8)), (x, o) -> {
            double y = x[1] - 0.5 - 0.2 * Math.sin(2 * Math.PI * x[0]) - 0.1 * Math.sin(2 * Math.PI * x[2]);
            o[0] = Math.min(y * y, (y - 0.07) * (y - 0.07));
        });
    }

    private static List<double[]> inWells(int count) {
        SplittableRandom random = new SplittableRandom(5);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble();
            double z = random.nextDouble();
            double wave = 0.2 * Math.sin(2 * Math.PI * x) + 0.1 * Math.sin(2 * Math.PI * z);
            points.add(new double[] {x, 0.5 + wave + (i % 2 == 0 ? 0 : 0.07), z});
        }
        return points;
    }

    /** Where gradients vanish inside the piece, and another one lies close beside it. */
    @Test
    void piecesAsThinAsNeedlesAreOneEach() {
        Families families = FamilyFinder.find(setup(wells()), inWells(150), PLENTY);
        assertSplit(
                families, x -> x[1] - 0.2 * Math.sin(2 * Math.PI * x[0]) - 0.1 * Math.sin(2 * Math.PI * x[2]) < 0.535);
    }

    @Test
    void theRegionInSixDimensionsHasTwoPieces() {
        for (double width : new double[] {0.004, 0.03}) {
            Families families = FamilyFinder.find(setup(TestModel.region(width)), region(600), PLENTY);
            assertSplit(families, x -> x[3] < 0.375);
            assertThat(families.evaluations()).isLessThan(12 * families.nodes());
        }
    }

    /** Mirror images x0 → 1 − x0 are the same physics. */
    @Test
    void familiesAreModuloRelabelling() {
        TestModel mirrored = rings(0.5, 0.01).mirrored();
        Families families = FamilyFinder.find(setup(mirrored), onRings(0.5, 200), PLENTY);
        assertThat(families.count()).isEqualTo(1);
    }

    @Test
    void everyPointBelongsToTheFamilyNearestToIt() {
        SearchSetup setup = setup(rings(0.5, 0.01));
        Families families = FamilyFinder.find(setup, onRings(0.5, 200), PLENTY);
        FamilyLocator locator = new FamilyLocator(families, setup.space());
        int left = locator.family(new double[] {0.05, 0.5});
        for (double[] point : onRings(0.5, 1000)) {
            assertThat(locator.family(point) == left).isEqualTo(point[0] < 0.5);
        }
    }

    /** |x0 + x1 + x2 − 1.5 ± 0.1| ≤ 0.005, and three more coordinates: two sheets closer to each other than nodes are. */
    private static TestModel sheets() {
        return new TestModel(
                6,
                List.of("d"),
                List.of(TestModel.constraint("d", 0, 0.005)),
                (x, o) -> o[0] = Math.abs(height(x) - 0.1));
    }

    private static double height(double[] x) {
        return Math.abs(x[0] + x[1] + x[2] - 1.5);
    }

    private static List<double[]> onSheets(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> points = new ArrayList<>();
        while (points.size() < count) {
            double[] x = random.doubles(6).toArray();
            x[2] = 1.5 - x[0] - x[1] + (random.nextBoolean() ? 0.1 : -0.1);
            if (x[2] >= 0 && x[2] <= 1) {
                points.add(x);
            }
        }
        return points;
    }

    @Test
    void pointsOfPiecesSideBySideAreToldApart() {
        SearchSetup setup = setup(sheets());
        Families families = FamilyFinder.find(setup, onSheets(200, 6), PLENTY);
        Predicate<double[]> above = x -> x[0] + x[1] + x[2] > 1.5;
        assertSplit(families, above);
        FamilyLocator locator = new FamilyLocator(families, setup.space());
        boolean first = above.test(families.places().get(0));
        List<double[]> others = onSheets(2000, 7);
        assertThat(others)
                .filteredOn(x -> (locator.family(x) == families.labels()[0]) == (above.test(x) == first))
                .hasSizeGreaterThan(1990); // the nearest node lies on the other sheet for four in ten of them
    }

    @Test
    void evaluationsAreLimited() {
        Families families = FamilyFinder.find(setup(rings(0.5, 0.01)), onRings(0.5, 200), 10);
        assertThat(families.evaluations()).isEqualTo(10);
        assertThat(families.complete()).isFalse();
        assertThat(families.count()).isGreaterThan(2);
    }

    @Test
    void noPointsNoFamilies() {
        assertThat(FamilyFinder.find(setup(rings(0.5, 0.01)), List.of(), PLENTY).count())
                .isZero();
        assertThat(FamilyFinder.find(setup(rings(0.5, 0.01)), onRings(0.5, 1), PLENTY)
                        .labels())
                .containsExactly(1);
    }

    @Test
    void theSamePointsGiveTheSameFamilies() {
        SearchSetup setup = setup(TestModel.region(0.03));
        Families once = FamilyFinder.find(setup, region(200), 3000);
        Families again = FamilyFinder.find(setup, region(200), 3000);
        assertThat(again.labels()).isEqualTo(once.labels());
        assertThat(again.evaluations()).isEqualTo(once.evaluations());
    }
}
