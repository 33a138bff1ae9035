package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thetascan.contract.Telling;
import thetascan.neighbour.NeighbourIndex;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** On a thin spherical shell cut by a plane band: |r - 0.3| ≤ 0.002, |x0 + x1 - 1| ≤ 0.01, x2 ≥ 0.1. */
class ContinuationTest {

    private static final int N = 4;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] VALID = {0.5, 0.5, 0.5, 0.8};

    private static double[] slacks(double[] x) {
        double r = Math.sqrt(Arrays.stream(x).map(u -> (u - 0.5) * (u - 0.5)).sum());
        double sum = x[0] + x[1];
        return new double[] {
            (0.298 - r) / 0.002,
            (r - 0.302) / 0.002,
            (0.99 - sum) / 0.01,
            (sum - 1.01) / 0.01,
            (0.1 - x[2]) / 0.1,
            -INFINITY
        };
    }

    private static double fitness(double[] x) {
        double rank = Arrays.stream(slacks(x))
                .filter(slack -> slack > 0)
                .map(slack -> slack / (1 + slack))
                .sum();
        return rank > 0 ? 1 + rank : 0.5;
    }

    private static Optimiser create(long seed, @Nullable Start start) {
        return create(seed, start, 0);
    }

    private static Optimiser create(long seed, @Nullable Start start, int searchOn) {
        OptimiserKind kind = Optimisers.named("continuation");
        Options options = Options.defaults(kind.options()).with("search_on", searchOn);
        return kind.create(options, N, RandomStream.of(seed), start);
    }

    private static Results results(Candidates candidates) {
        return Telling.results(candidates, N, ContinuationTest::fitness, ContinuationTest::slacks);
    }

    /** Generations with known territory refused; the valid points in the order they came. */
    private static List<double[]> walk(Optimiser optimiser, int evaluations) {
        NeighbourIndex known = new NeighbourIndex(N);
        List<double[]> found = new ArrayList<>();
        int done = 0;
        while (done < evaluations) {
            Candidates candidates = optimiser.ask((u, offset) -> !known.anyWithin(u, offset, 0.03));
            optimiser.tell(results(candidates));
            for (int i = 0; i < candidates.count(); i++) {
                if (candidates.refused()[i]) continue;
                double[] u = Arrays.copyOfRange(candidates.u(), i * N, (i + 1) * N);
                done++;
                if (fitness(u) < 1) {
                    found.add(u);
                    known.add(u);
                }
            }
        }
        return found;
    }

    /** The shell has 3 - 1 free dimensions and stretches over all directions the band and the cut leave. */
    @Test
    void reachesAllOfTheRegionFromOnePoint() {
        List<double[]> found = walk(create(1, Start.at(VALID, 0.1)), 1500);

        assertThat(found).hasSizeGreaterThan(250);
        for (double sign0 : new double[] {-1, 1}) {
            for (double sign2 : new double[] {-1, 1}) {
                for (double sign3 : new double[] {-1, 1}) {
                    assertThat(found)
                            .anyMatch(x -> sign0 * (x[0] - 0.5) > 0.1
                                    && sign2 * (x[2] - 0.5) > 0.1
                                    && sign3 * (x[3] - 0.5) > 0.1);
                }
            }
        }
    }

    /** A cold start measures n + 1 points anywhere, corrects, and walks. */
    @Test
    void aColdStartIsCorrectedToTheRegion() {
        int approached = 0;
        for (int seed = 0; seed < 20; seed++) {
            Optimiser optimiser = create(seed, null);
            Candidates beside = optimiser.ask();
            assertThat(beside.count()).isEqualTo(N + 1);
            optimiser.tell(results(beside));
            Candidates corrected;
            do {
                corrected = optimiser.ask();
                optimiser.tell(results(corrected));
            } while (corrected.count() == 1);
            approached += walk(optimiser, 200).size() > 30 ? 1 : 0;
        }
        assertThat(approached).isGreaterThan(15);
    }

    /** Where no correction helps, since all slacks are those of one number, CMA-ES searches. */
    @Test
    void searchesWhereCorrectionsFail() {
        Optimiser optimiser = create(2, null);
        Function<double[], double[]> flat = x -> fitness(x) < 1 ? slacks(x) : new double[] {1, -2, 1, -2, 1, -2};
        int generations = 0;
        double best;
        do {
            best = Telling.advance(optimiser, ContinuationTest::fitness, flat);
        } while (best >= 1 && ++generations < 500);
        assertThat(generations).isBetween(5, 499);

        assertThat(optimiser.ask((u, offset) -> false).count()).isEqualTo(N + 1);
    }

    /** The CMA-ES that found a valid point, or begins at a given one, is not followed by walks, which begin with n + 1 points. */
    @Test
    void searchesOnIfAsked() {
        Function<double[], double[]> flat = x -> fitness(x) < 1 ? slacks(x) : new double[] {1, -2, 1, -2, 1, -2};
        Optimiser cold = create(2, null, 1);
        int generations = 0;
        double best;
        do {
            best = Telling.advance(cold, ContinuationTest::fitness, flat);
        } while (best >= 1 && ++generations < 500);
        assertThat(best).isLessThan(1);

        Optimiser warm = create(3, Start.at(VALID, 0.05), 1);
        for (Optimiser each : List.of(cold, warm)) {
            for (int g = 0; g < 20; g++) {
                Candidates candidates = each.ask();
                assertThat(candidates.count()).isEqualTo(8);
                each.tell(results(candidates));
            }
        }
    }

    @Test
    void aStartThatIsNotValidIsCorrected() {
        Optimiser optimiser = create(3, Start.at(new double[] {0.5, 0.5, 0.5, 0.7}, 0.05));
        optimiser.tell(results(optimiser.ask()));
        Candidates corrected = optimiser.ask();
        assertThat(corrected.count()).isEqualTo(1);
        assertThat(corrected.u()).containsExactly(VALID, within(0.02));
    }

    /** In every phase, with what the walkers and the memory hold: one run restored before every step, one never. */
    @Test
    void savedAndRestoredGoesOnBitEqual() {
        Optimiser through = create(4, null);
        Optimiser current = create(4, null);
        int valid = 0;
        for (int g = 0; g < 150; g++) {
            int generation = g;
            CandidateFilter filter = (u, offset) -> generation % 15 > 2; // what draws come to nothing is remembered too
            Candidates candidates = through.ask(filter);
            current = restored(current);
            assertThat(current.ask(filter).u()).isEqualTo(candidates.u());
            current = restored(current);
            Results results = results(candidates);
            through.tell(results);
            current.tell(results);
            assertThat(Telling.state(current)).isEqualTo(Telling.state(through));
            valid += (int) Arrays.stream(results.fitness()).filter(f -> f < 1).count();
        }
        assertThat(valid).isGreaterThan(100);
    }

    private static Optimiser restored(Optimiser from) {
        Optimiser other = create(99, null);
        Telling.restore(other, Telling.state(from));
        return other;
    }

    /** Where all draws come to nothing ever fewer are made, and where steps succeed as many as before again. */
    @Test
    void hopelessStepsAreDrawnLessOften() {
        Optimiser optimiser = create(6, Start.at(VALID, 0.1));
        optimiser.tell(results(optimiser.ask()));
        Candidates first = optimiser.ask();
        optimiser.tell(results(first));
        int walkers = first.count();
        int patient = draws(optimiser, false);
        for (int g = 0; g < 4; g++) draws(optimiser, false);
        int impatient = draws(optimiser, false);
        for (int g = 0; g < 10; g++) draws(optimiser, true);
        assertThat(patient).isGreaterThan(15 * walkers);
        assertThat(impatient).isBetween(walkers, 4 * walkers);
        assertThat(draws(optimiser, false)).isGreaterThan(15 * walkers);
    }

    /** Candidates that the filter is asked about in a generation, in which it accepts all or none. */
    private static int draws(Optimiser optimiser, boolean accepts) {
        AtomicInteger draws = new AtomicInteger();
        Candidates candidates = optimiser.ask((u, offset) -> {
            draws.incrementAndGet();
            return accepts;
        });
        optimiser.tell(results(candidates));
        return draws.get();
    }

    @Test
    void theMoreCoordinatesTheFewerNeighbours() {
        assertThat(IntStream.of(1, 6, 7, 16, 18, 37).map(Continuation::defaultNeighbours))
                .containsExactly(24, 24, 20, 9, 8, 8);
    }

    /** Where a value is missing on one side of a wall, the walkers go on along it. */
    @Test
    void missingValuesAreNoCalamity() {
        Optimiser optimiser = create(5, Start.at(VALID, 0.1));
        int valid = 0;
        for (int g = 0; g < 100; g++) {
            Results results = Telling.results(
                    optimiser.ask(),
                    N,
                    x -> x[2] > 0.55 ? 3 : fitness(x),
                    x -> x[2] > 0.55 ? new double[] {Double.NaN, Double.NaN, 0, 0, Double.NaN, Double.NaN} : slacks(x));
            optimiser.tell(results);
            valid += (int) Arrays.stream(results.fitness()).filter(f -> f < 1).count();
        }
        assertThat(valid).isGreaterThan(100);
    }

    @Test
    void swappedStepsAreRefused() {
        OptimiserKind kind = Optimisers.named("continuation");
        Options options = Options.of(kind.options(), Map.of("least_step", 0.5, "greatest_step", 0.2));
        assertThatThrownBy(() -> kind.create(options, N, RandomStream.of(1), null))
                .hasMessage("least_step: 0.5 exceeds greatest_step 0.2. Maybe they are swapped.");
    }
}
