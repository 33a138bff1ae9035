package thetascan.optimiser.elites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.contract.Telling;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** MAP-Elites and CMA-MAE with measures u0, u1 and the fitness 1 + |u - 1/2|², so that no point is valid. */
class QualityDiversityTest {

    private static final int N = 6;

    private static Optimiser create(String name, Map<String, Double> given, long seed) {
        OptimiserKind kind = Optimisers.named(name);
        return kind.create(Options.of(kind.options(), given), N, RandomStream.of(seed), null);
    }

    private static EliteArchive archive(Optimiser optimiser) {
        return optimiser instanceof MapElites elites ? elites.archive() : ((CmaMae) optimiser).archive();
    }

    private static double fitness(double[] u, int offset) {
        double sum = 1;
        for (int j = 0; j < N; j++) sum += (u[offset + j] - 0.5) * (u[offset + j] - 0.5);
        return sum;
    }

    private static Results results(Candidates candidates, int measures) {
        return Telling.results(candidates, N, u -> fitness(u, 0), u -> Arrays.copyOf(u, measures));
    }

    private static int advance(Optimiser optimiser, int evaluations, int measures) {
        int done = 0;
        while (done < evaluations) {
            Candidates candidates = optimiser.ask();
            optimiser.tell(results(candidates, measures));
            done += candidates.count();
        }
        return done;
    }

    /** The best quality of a cell is that of its point nearest to the centre; the other coordinates are free. */
    private static double bestTotal() {
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) sum += 1 / (1 + square(distance(i)) + square(distance(j)));
        }
        return sum;
    }

    private static double distance(int interval) {
        return Math.max(0, Math.max(interval / 10.0 - 0.5, 0.5 - (interval + 1) / 10.0));
    }

    private static double square(double value) {
        return value * value;
    }

    /** CMA-MAE gives up elites for worse ones, since thresholds lie below them. */
    @ParameterizedTest
    @CsvSource({"map-elites, 0.98", "cma-mae, 0.9"})
    void fillsEveryCellWithAGoodPoint(String name, double share) {
        for (int seed = 1; seed <= 5; seed++) {
            Optimiser optimiser = create(name, Map.of(), seed);
            advance(optimiser, 20_000, 2);
            EliteArchive archive = archive(optimiser);

            assertThat(archive.cells().count()).isEqualTo(100);
            assertThat(archive.size()).isEqualTo(100);
            assertThat(archive.totalQuality()).isBetween(share * bestTotal(), bestTotal());
            for (int i = 0; i < 100; i++) {
                assertThat(1 / fitness(archive.elite(i), 0)).isGreaterThan(0.5);
            }
        }
    }

    /** A narrow ring in which alone points are valid: a search without cells stays at one place of it. */
    @Test
    void spreadsAlongAThinRing() {
        Optimiser optimiser = create("cma-mae", Map.of("bins", 30.0), 1);
        boolean[] valid = new boolean[900];
        for (int done = 0; done < 20_000; ) {
            Candidates candidates = optimiser.ask();
            Results results = results(candidates, 2);
            for (int k = 0; k < candidates.count(); k++) {
                double x = candidates.u()[k * N];
                double y = candidates.u()[k * N + 1];
                double off = Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.35);
                results.fitness()[k] = off < 0.005 ? 0.5 : 1 + off + fitness(candidates.u(), k * N) - 1;
                if (off < 0.005) valid[(int) (x * 30) * 30 + (int) (y * 30)] = true;
            }
            optimiser.tell(results);
            done += candidates.count();
        }
        int cells = 0;
        for (boolean cell : valid) cells += cell ? 1 : 0;

        assertThat(cells).isGreaterThan(60); // the ring crosses about 84
    }

    /** Told none, they take coordinates: the first four on a grid, all of them in Voronoi cells. */
    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void measuresCoordinatesIfToldNothingElse(String name) {
        Optimiser grid = create(name, Map.of("bins", 3.0), 1);
        advance(grid, 100, 0);
        assertThat(archive(grid).cells().dimension()).isEqualTo(4);
        assertThat(archive(grid).cells().count()).isEqualTo(81);

        Optimiser voronoi = create(name, Map.of("cells", 50.0), 1);
        advance(voronoi, 100, 0);
        assertThat(archive(voronoi).cells().dimension()).isEqualTo(N);
        assertThat(archive(voronoi).cells().count()).isEqualTo(50);

        Optimiser many = create(name, Map.of(), 1);
        advance(many, 100, 5);
        assertThat(archive(many).cells().count()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void whatFailedOrCannotBeMeasuredStaysOut(String name) {
        Optimiser optimiser = create(name, Map.of(), 1);
        for (int g = 0; g < 10; g++) {
            Results results = results(optimiser.ask(), 2);
            for (int k = 0; k < results.count(); k++) {
                switch (k % 3) {
                    case 0 -> results.failed()[k] = true;
                    case 1 -> results.fitness()[k] = k % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
                    default -> results.vectors()[2 * k + k % 2] = k % 4 < 2 ? Double.NaN : Double.NEGATIVE_INFINITY;
                }
            }
            optimiser.tell(results);
        }

        assertThat(archive(optimiser).size()).isZero();
    }

    /** All valid points are alike: the first of a cell stays, however novel a later one is. */
    @Test
    void validPointsAreOfOneQuality() {
        Optimiser optimiser = create("map-elites", Map.of("bins", 1.0), 1);
        Candidates first = optimiser.ask();
        Results results = results(first, 2);
        results.fitness()[3] = 0.9;
        results.fitness()[4] = 0.1;
        optimiser.tell(results);
        assertThat(archive(optimiser).elite(0)).containsExactly(Arrays.copyOfRange(first.u(), 3 * N, 4 * N));

        results = results(optimiser.ask(), 2);
        Arrays.fill(results.fitness(), 0);
        optimiser.tell(results);
        assertThat(archive(optimiser).elite(0)).containsExactly(Arrays.copyOfRange(first.u(), 3 * N, 4 * N));
        assertThat(archive(optimiser).totalQuality()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void goesOnBitEqualWithMeasures(String name) {
        Optimiser through = create(name, Map.of(), 3);
        advance(through, 6000, 2);
        Optimiser first = create(name, Map.of(), 3);
        advance(first, 3000, 2);
        Optimiser second = create(name, Map.of(), 4);
        advance(second, 500, 0);
        Telling.restore(second, Telling.state(first));
        while (second.generation() < through.generation()) second.tell(results(second.ask(), 2));

        assertThat(Telling.state(second)).isEqualTo(Telling.state(through));
    }

    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void numberOfMeasuresCannotChange(String name) {
        Optimiser optimiser = create(name, Map.of(), 1);
        advance(optimiser, 100, 2);
        Candidates candidates = optimiser.ask();

        assertThatThrownBy(() -> optimiser.tell(results(candidates, 3)))
                .hasMessage("results: 3 measures, there were 2 before");
    }

    /** The only elite is found at once; the emitter converges elsewhere, then comes back to it. */
    @Test
    void emittersComeBackAtElites() {
        Map<String, Double> given = Map.of("emitters", 1.0, "bins", 1.0, "learning_rate", 1.0, "sigma0", 1e-3);
        Optimiser optimiser = create("cma-mae", given, 1);
        Candidates candidates = optimiser.ask();
        Results results = results(candidates, 2);
        Arrays.fill(results.fitness(), 0);
        optimiser.tell(results);
        double[] elite = archive(optimiser).elite(0);
        double farthest = 0;
        double distance = 0;
        for (int g = 0; g < 2000 && (farthest < 0.3 || distance > 0.01); g++) {
            candidates = optimiser.ask();
            distance = distance(candidates.u(), elite);
            farthest = Math.max(farthest, distance);
            results = results(candidates, 2);
            for (int k = 0; k < candidates.count(); k++) {
                results.fitness()[k] = fitness(candidates.u(), k * N)
                        + (elite[0] < 0.5
                                ? 1 - candidates.u()[k * N]
                                : candidates.u()[k * N]);
            }
            optimiser.tell(results);
        }

        assertThat(farthest).isGreaterThan(0.3);
        assertThat(distance).isLessThan(0.01);
        assertThat(archive(optimiser).elite(0)).isEqualTo(elite);
    }

    private static double distance(double[] u, double[] v) {
        double sum = 0;
        for (int j = 0; j < N; j++) sum += square(u[j] - v[j]);
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map-elites", "cma-mae"})
    void beginsAroundAStart(String name) {
        OptimiserKind kind = Optimisers.named(name);
        double[] mean = new double[N];
        Arrays.fill(mean, 0.3);
        Optimiser optimiser =
                kind.create(Options.defaults(kind.options()), N, RandomStream.of(1), Start.at(mean, 0.01));
        for (double coordinate : optimiser.ask().u()) assertThat(coordinate).isBetween(0.25, 0.35);
    }
}
