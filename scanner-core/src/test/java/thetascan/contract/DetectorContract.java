package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.contract.Telling.state;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.NoveltyDetector;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * What every novelty detector keeps to. A test class of its own implements this interface and says which {@link #kind} it
 * is about; JUnit runs the tests below.
 */
public interface DetectorContract {

    /** Number of features in all tests. */
    int N = 4;

    /**
     * What is tested.
     *
     * @return the kind of detector
     */
    DetectorKind kind();

    /**
     * What it is tested with.
     *
     * @return values of the options of the kind
     */
    default Options options() {
        return Options.defaults(kind().options());
    }

    private NoveltyDetector create() {
        return kind().create(options(), N, 1);
    }

    /**
     * A point: many in a dense region in one corner, few elsewhere.
     *
     * @param random where it comes from
     * @return {@link #N} features in [0,1]
     */
    static double[] point(RandomStream random) {
        double[] x = new double[N];
        double width = random.nextInt(4) == 0 ? 1 : 0.2;
        for (int j = 0; j < N; j++) x[j] = width * random.nextDouble();
        return x;
    }

    /**
     * Adds points.
     *
     * @param detector what they are added to
     * @param count    how many
     * @param seed     which ones
     */
    static void fill(NoveltyDetector detector, int count, long seed) {
        RandomStream random = RandomStream.of(seed);
        for (int i = 0; i < count; i++) detector.add(point(random));
    }

    private static double[] scores(NoveltyDetector detector) {
        RandomStream random = RandomStream.of(99);
        double[] scores = new double[400];
        for (int i = 0; i < scores.length; i += 2) {
            double[] x = point(random);
            scores[i] = detector.novelty(x);
            scores[i + 1] = detector.penalty(x);
        }
        return scores;
    }

    private NoveltyDetector restored(byte[] state) {
        NoveltyDetector detector = create();
        fill(detector, 30, 5); // whatever it knew is to be forgotten
        Telling.restore(detector, state);
        return detector;
    }

    /** As long as nothing was added everything is infinitely new. */
    @Test
    default void everythingIsNewAtFirst() {
        NoveltyDetector detector = create();
        double[] x = point(RandomStream.of(1));

        assertThat(detector.size()).isZero();
        assertThat(detector.dimension()).isEqualTo(N);
        assertThat(detector.novelty(x)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(detector.penalty(x)).isZero();
    }

    /** The size is the number of points added. */
    @Test
    default void countsWhatIsAdded() {
        NoveltyDetector detector = create();
        fill(detector, 50, 1);

        assertThat(detector.size()).isEqualTo(50);
    }

    /** Penalties are in [0, 1), and the newer of two points has no greater one. */
    @Test
    default void penaltyLiesBelowOneAndNeverGrowsWithNovelty() {
        for (int count : new int[] {1, 2, 30, 500}) {
            NoveltyDetector detector = create();
            fill(detector, count, 2);
            RandomStream random = RandomStream.of(3);
            for (int i = 0; i < 2000; i++) {
                double[] a = point(random);
                double[] b = point(random);
                assertThat(detector.penalty(a)).isGreaterThanOrEqualTo(0).isLessThan(1);
                if (detector.novelty(a) < detector.novelty(b)) {
                    assertThat(detector.penalty(a)).isGreaterThanOrEqualTo(detector.penalty(b));
                }
            }
        }
    }

    /** Where nothing is, a point is newer than in a crowd. */
    @Test
    default void emptyRegionsAreNewerThanCrowdedOnes() {
        NoveltyDetector detector = create();
        fill(detector, 500, 4);

        assertThat(detector.novelty(new double[] {0.9, 0.95, 0.9, 0.95}))
                .isGreaterThan(detector.novelty(new double[] {0.1, 0.1, 0.1, 0.1}));
    }

    /** The more is added near a point, the less new it is. */
    @Test
    default void whatIsAddedBecomesLessNew() {
        NoveltyDetector detector = create();
        fill(detector, 300, 5);
        double[] x = {0.9, 0.85, 0.9, 0.85};
        double before = detector.novelty(x);
        RandomStream random = RandomStream.of(6);
        for (int i = 0; i < 100; i++) {
            double[] near = x.clone();
            for (int j = 0; j < N; j++) near[j] += 0.1 * (random.nextDouble() - 0.5);
            detector.add(near);
        }

        assertThat(detector.novelty(x)).isLessThan(before);
    }

    /** A fork and its origin know nothing of what the other adds later. */
    @Test
    default void forksAndOriginKeepTheirAdditionsToThemselves() {
        NoveltyDetector origin = create();
        fill(origin, 200, 7);
        double[] before = scores(origin);
        NoveltyDetector fork = origin.fork();
        NoveltyDetector other = origin.fork();
        assertThat(scores(fork)).isEqualTo(before);

        fill(fork, 150, 8);
        assertThat(scores(origin)).isEqualTo(before);
        assertThat(scores(other)).isEqualTo(before);
        assertThat(fork.size()).isEqualTo(350);

        double[] ofFork = scores(fork);
        fill(origin, 150, 9);
        assertThat(scores(fork)).isEqualTo(ofFork);
        assertThat(scores(other)).isEqualTo(before);
    }

    /** A fork and a restored copy are interchangeable: islands travel either way. */
    @Test
    default void forkGoesOnLikeItsOrigin() {
        NoveltyDetector origin = create();
        fill(origin, 130, 10);
        NoveltyDetector fork = origin.fork();
        NoveltyDetector copy = restored(state(origin));
        fill(origin, 170, 11);
        fill(fork, 170, 11);
        fill(copy, 170, 11);

        assertThat(state(fork)).isEqualTo(state(origin));
        assertThat(state(copy)).isEqualTo(state(origin));
        assertThat(scores(fork)).isEqualTo(scores(origin));
        assertThat(scores(copy)).isEqualTo(scores(origin));
    }

    /** Additions in turns end in the states of detectors that never were one; the last points lie outside all others. */
    @Test
    default void forksInterleavedAreAsIfApart() {
        NoveltyDetector origin = create();
        NoveltyDetector first = create();
        NoveltyDetector second = create();
        for (NoveltyDetector detector : List.of(origin, first, second)) fill(detector, 100, 15);
        NoveltyDetector fork = origin.fork();
        for (int turn = 0; turn < 10; turn++) {
            fill(origin, 9, 100 + turn);
            fill(fork, 11, 200 + turn);
        }
        for (int turn = 0; turn < 10; turn++) fill(first, 9, 100 + turn);
        for (int turn = 0; turn < 10; turn++) fill(second, 11, 200 + turn);
        assertSame(origin, first);
        assertSame(fork, second);

        for (NoveltyDetector detector : List.of(origin, first)) detector.add(new double[] {-0.5, 1.5, -0.5, 1.5});
        for (NoveltyDetector detector : List.of(fork, second)) detector.add(new double[] {1.5, -0.5, 1.5, -0.5});
        assertSame(origin, first);
        assertSame(fork, second);
    }

    private static void assertSame(NoveltyDetector one, NoveltyDetector other) {
        assertThat(state(one)).isEqualTo(state(other));
        assertThat(scores(one)).isEqualTo(scores(other));
    }

    /** Asking for scores changes nothing. */
    @Test
    default void scoringChangesNothing() {
        NoveltyDetector one = create();
        NoveltyDetector other = create();
        for (int i = 0; i < 40; i++) {
            fill(one, 7, i);
            fill(other, 7, i);
            scores(other);
        }

        assertThat(state(other)).isEqualTo(state(one));
        assertThat(scores(other)).isEqualTo(scores(one));
    }

    /** A restored detector is in the state that was saved, whatever it knew before. */
    @Test
    default void savedAndRestoredIsBitEqual() {
        NoveltyDetector through = create();
        fill(through, 400, 12);
        NoveltyDetector restored = restored(state(through));

        assertThat(restored.size()).isEqualTo(400);
        assertThat(scores(restored)).isEqualTo(scores(through));
        assertThat(state(restored)).isEqualTo(state(through));
        assertThat(state(restored(state(create())))).isEqualTo(state(create()));
    }

    /** What is not a finite number is refused, with its position, and changes nothing. */
    @Test
    default void refusesWhatIsNotFinite() {
        NoveltyDetector detector = create();
        fill(detector, 10, 13);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] x = {0.1, 0.2, value, 0.3};
            String message = "feature 2 is " + value + ", must be a finite number";
            assertThatThrownBy(() -> detector.add(x))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> detector.novelty(x)).hasMessage(message);
            assertThatThrownBy(() -> detector.penalty(x)).hasMessage(message);
        }
        assertThat(detector.size()).isEqualTo(10);
    }

    /** The penalties of several points at once are those of one after another. */
    @Test
    default void penaltiesOfSeveralPointsAreThoseOfEach() {
        NoveltyDetector detector = create();
        for (int count : new int[] {0, 1, 200}) {
            fill(detector, count, 16);
            RandomStream random = RandomStream.of(17);
            double[] rows = new double[20 * N];
            double[] expected = new double[20];
            for (int i = 0; i < expected.length; i++) {
                double[] x = point(random);
                System.arraycopy(x, 0, rows, i * N, N);
                expected[i] = detector.penalty(x);
            }
            double[] penalties = new double[20];
            detector.penalties(rows, penalties);
            assertThat(penalties).isEqualTo(expected);
        }
    }

    /** Any finite number is a coordinate, however large: observables have no bounds. */
    @Test
    default void acceptsTheLargestNumbers() {
        NoveltyDetector detector = create();
        fill(detector, 50, 18);
        double[] x = point(RandomStream.of(19));
        for (double[] far : new double[][] {
            {1e200, 0.5, -1e200, 0.5},
            {Double.MAX_VALUE, -Double.MAX_VALUE, 0, 1},
            {-Double.MAX_VALUE, 0.5, Double.MIN_VALUE, 0.5}
        }) {
            detector.add(far);
            for (double[] point : new double[][] {x, far, {-1e300, 0.1, 0.1, 0.1}}) {
                assertThat(detector.penalty(point)).isBetween(0.0, Math.nextDown(1.0));
                assertThat(detector.novelty(point)).isNotNaN();
            }
        }
        fill(detector, 300, 20);
        assertThat(detector.novelty(x)).isNotNaN();
        assertThat(detector.penalty(x)).isBetween(0.0, Math.nextDown(1.0));
    }

    /** Many points so far from each other that the square of their distance is no number any more. */
    @Test
    default void pointsFarApartAreNoTrap() {
        NoveltyDetector detector = create();
        RandomStream random = RandomStream.of(21);
        for (int i = 0; i < 300; i++) {
            double[] x = point(random);
            x[i % N] = 1e200 * (2 * random.nextDouble() - 1);
            detector.add(x);
            assertThat(detector.penalty(x)).isBetween(0.0, Math.nextDown(1.0));
        }
        assertThat(detector.size()).isEqualTo(300);
    }

    /** Coordinates a little outside the unit box come from observables. */
    @Test
    default void acceptsWhatLiesOutsideTheBox() {
        NoveltyDetector detector = create();
        fill(detector, 50, 14);
        double[] outside = {-0.5, 1.5, 3, -20};
        detector.add(outside);

        assertThat(detector.penalty(outside)).isBetween(0.0, Math.nextDown(1.0));
        assertThat(detector.novelty(outside)).isFinite();
    }
}
