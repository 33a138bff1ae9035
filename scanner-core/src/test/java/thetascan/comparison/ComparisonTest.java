package thetascan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;
import thetascan.random.RandomStream;

/** What a comparison says of sets whose regions are known. */
class ComparisonTest {

    private static final double TOLERANCE = 0.1;
    private static final int RUNS = 200;

    private static final TestModel CUBE =
            new TestModel(3, List.of("one"), List.of(TestModel.constraint("one", 0, 2)), (x, o) -> o[0] = 1);

    /** Uniform points that a map moves or refuses (null). */
    private static FoundSet uniform(int count, long seed, UnaryOperator<double[]> map) {
        FoundSet found = new FoundSet(CUBE, CUBE.parameters(), TOLERANCE);
        SplittableRandom random = new SplittableRandom(seed);
        while (found.count() < count) {
            double[] point = map.apply(random.doubles(3).toArray());
            if (point != null) {
                found.add(point);
            }
        }
        return found;
    }

    private static FoundSet uniform(int count, long seed) {
        return uniform(count, seed, x -> x);
    }

    private static double[] withoutCorner(double[] x) {
        return x[0] < 0.4 && x[1] < 0.4 ? null : x;
    }

    private static Comparison compare(FoundSet a, FoundSet b) {
        return Comparison.of(a, b, TOLERANCE, 199, 1);
    }

    @Test
    void equalSetsShareEverything() {
        Comparison same = compare(uniform(2000, 5), uniform(2000, 5));
        assertThat(same.firstToSecond()).isZero();
        assertThat(same.secondToFirst()).isZero();
        assertThat(same.onlyFirst() + same.onlySecond()).isZero();
        assertThat(same.commonCells())
                .isEqualTo(uniform(2000, 5).coverage().canonicalCells().count());
    }

    @Test
    void howOftenAPlaceWasVisitedDoesNotMatter() {
        FoundSet once = uniform(1000, 5);
        FoundSet often = uniform(1000, 5);
        uniform(1, 9).sample(); // another seed
        double[] again = often.sample()[17];
        for (int i = 0; i < 200; i++) {
            often.add(again);
            once.add(once.sample()[400 + i]);
        }
        Comparison compared = compare(once, often);
        assertThat(compared.onlyFirst() + compared.onlySecond()).isZero();
    }

    @Test
    void aMissingCornerIsNamedAndMeasured() {
        Comparison compared = compare(uniform(8000, 1), uniform(8000, 2, ComparisonTest::withoutCorner));
        double share = (double) compared.onlyFirst() / compared.places();
        assertThat(share).isBetween(0.1, 0.2); // a volume of 0.16, less or more what lies within the tolerance
        assertThat(compared.onlySecond()).isLessThan(compared.onlyFirst() / 5);
        assertThat(compared.firstToSecond()).isGreaterThan(1.3 * compared.secondToFirst());
        Comparison.Tests tests = compared.tests().orElseThrow();
        assertThat(tests.nearest().p()).isLessThan(0.02);
        assertThat(tests.nearest().statistic()).isGreaterThan(tests.nearest().expected());
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        FoundSet a = uniform(500, 1);
        FoundSet b = uniform(700, 2);
        assertThat(compare(a, b)).isEqualTo(compare(a, b));
        assertThat(Comparison.of(a, b, TOLERANCE, 199, 2)).isNotEqualTo(compare(a, b));
    }

    @Test
    void fewPlacesGiveNoTest() {
        assertThat(compare(uniform(8, 1), uniform(8, 2)).tests()).isEmpty();
        FoundSet none = uniform(0, 1);
        FoundSet some = uniform(5, 1);
        assertThatThrownBy(() -> compare(none, some)).hasMessageContaining("without a point");
    }

    @Test
    void pointsOutsideTheBoxAreCounted() {
        FoundSet found = uniform(5, 1);
        found.add(new double[] {0.5, 1.5, 0.5});
        assertThat(found.count()).isEqualTo(5);
        assertThat(found.outside()).isEqualTo(1);
        assertThat(found.sample()).hasNumberOfRows(5);
    }

    @Test
    void placesBelongToWhoeverWasThere() {
        double[][] first = {{0.1}, {0.5}, {0.52}};
        double[][] second = {{0.13}, {0.9}, {0.91}};
        Places places = Places.of(first, second, 0.05, RandomStream.of(1));
        assertThat(places.points()).hasSize(3);
        assertThat(places.count(Places.Owner.BOTH)).isEqualTo(1);
        assertThat(places.count(Places.Owner.FIRST)).isEqualTo(1);
        assertThat(places.count(Places.Owner.SECOND)).isEqualTo(1);
    }

    /** Shares of p ≤ 0.05 of both tests, and mean p, over many pairs of sets. */
    private record Level(double marginals, double nearest, double meanMarginals, double meanNearest) {

        static Level of(int count, UnaryOperator<double[]> first, UnaryOperator<double[]> second) {
            double[] sums = new double[4];
            for (int run = 0; run < RUNS; run++) {
                FoundSet a = uniform(count, 2L * run, first);
                FoundSet b = uniform(count, 2L * run + 1, second);
                Comparison.Tests tests =
                        Comparison.of(a, b, TOLERANCE, 199, run).tests().orElseThrow();
                sums[0] += tests.cramerVonMises().p() <= 0.05 ? 1 : 0;
                sums[1] += tests.nearest().p() <= 0.05 ? 1 : 0;
                sums[2] += tests.cramerVonMises().p();
                sums[3] += tests.nearest().p();
            }
            return new Level(sums[0] / RUNS, sums[1] / RUNS, sums[2] / RUNS, sums[3] / RUNS);
        }
    }

    /** If both sets come from one region, p is uniform: binomial and normal limits of 4 standard deviations. */
    @Test
    @Tag("statistical")
    void pIsUniformIfTheRegionIsTheSame() {
        for (int count : new int[] {150, 1000}) {
            Level level = Level.of(count, x -> x, x -> x);
            assertThat(level.marginals()).as(count + " points").isBetween(0.0, 0.11);
            assertThat(level.nearest()).as(count + " points").isBetween(0.0, 0.11);
            assertThat(level.meanMarginals()).isCloseTo(0.5, within(4 * Math.sqrt(1 / 12.0 / RUNS)));
            assertThat(level.meanNearest()).isCloseTo(0.5, within(4 * Math.sqrt(1 / 12.0 / RUNS)));
        }
    }

    /** One search stays near the middle, as searches do, but reaches everything: no difference of region. */
    @Test
    @Tag("statistical")
    void densityIsNoDifference() {
        UnaryOperator<double[]> denser = x -> {
            double[] y = x.clone();
            y[0] = x[0] * x[0];
            return y;
        };
        Level level = Level.of(10_000, x -> x, denser);
        assertThat(level.marginals()).isBetween(0.0, 0.11);
        assertThat(level.nearest()).isBetween(0.0, 0.11);
    }

    @Test
    @Tag("statistical")
    void aMissingCornerIsFound() {
        Level level = Level.of(3000, x -> x, ComparisonTest::withoutCorner);
        assertThat(level.nearest()).isGreaterThan(0.9);
        assertThat(level.marginals()).isGreaterThan(0.5);
    }
}
