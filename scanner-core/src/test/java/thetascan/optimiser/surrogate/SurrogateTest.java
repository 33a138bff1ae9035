package thetascan.optimiser.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import thetascan.contract.Telling;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class SurrogateTest {

    private static final OptimiserKind KIND = new Surrogate.Kind();

    private static Optimiser create(int n, Map<String, Double> options) {
        return KIND.create(Options.of(KIND.options(), options), n, RandomStream.of(7), null);
    }

    /** A shell of width 0.01 in four dimensions, cut in two by a wave: 1 % and less of the box. */
    private static double[] shell(double[] u) {
        double square = 0;
        for (int i = 0; i < 3; i++) square += (u[i] - 0.5) * (u[i] - 0.5);
        double r = Math.sqrt(square);
        double wave = Math.sin(4 * Math.PI * u[3]);
        return new double[] {(0.295 - r) / 0.005, (r - 0.305) / 0.005, (0.3 - wave) / 0.3, Double.NEGATIVE_INFINITY};
    }

    private static double fitness(double[] slacks) {
        double rank = 0;
        for (double slack : slacks) rank += slack > 0 ? slack / (1 + slack) : 0;
        return rank > 0 ? 1 + rank : 0;
    }

    /** The valid points among the first evaluations, in order, null where one is not valid. */
    private static List<double[]> advance(Optimiser optimiser, int evaluations, Function<double[], double[]> slacks) {
        List<double[]> points = new ArrayList<>();
        int n = optimiser.dimension();
        while (points.size() < evaluations) {
            Candidates candidates = optimiser.ask();
            Results results = Telling.results(candidates, n, u -> fitness(slacks.apply(u)), slacks);
            for (int k = 0; k < candidates.count(); k++) {
                double[] u = java.util.Arrays.copyOfRange(candidates.u(), k * n, (k + 1) * n);
                points.add(results.fitness()[k] < 1 ? u : null);
            }
            optimiser.tell(results);
        }
        return points;
    }

    private static long valid(List<double[]> points) {
        return points.stream().filter(u -> u != null).count();
    }

    @Test
    void mapsAThinRegionFromTwoHundredEvaluations() {
        Optimiser optimiser = create(4, Map.of());
        List<double[]> points = advance(optimiser, 200, SurrogateTest::shell);

        Set<Integer> octants = new HashSet<>();
        for (double[] u : points) {
            if (u != null) {
                octants.add((u[0] < 0.5 ? 0 : 1) + (u[1] < 0.5 ? 0 : 2) + (u[2] < 0.5 ? 0 : 4) + (u[3] < 0.5 ? 0 : 8));
            }
        }
        assertThat(points.subList(0, 80).stream().filter(u -> u != null)).isNotEmpty();
        assertThat(valid(points.subList(100, 200))).isGreaterThan(70);
        assertThat(octants).hasSize(16);
    }

    /** Half of the box is worth nothing, and what stands there says nothing. */
    @Test
    void keepsOutOfWhereNothingCanBeComputed() {
        Optimiser optimiser = create(4, Map.of());
        int n = 4;
        int broken = 0;
        for (int g = 0; g < 15; g++) {
            Candidates candidates = optimiser.ask();
            Results results = Telling.results(candidates, n, u -> fitness(shell(u)), SurrogateTest::shell);
            for (int k = 0; k < candidates.count(); k++) {
                if (candidates.u()[k * n] < 0.5) {
                    results.failed()[k] = true;
                    broken += g < 5 ? 0 : 1;
                }
            }
            optimiser.tell(results);
        }
        assertThat(broken).isLessThan(40);
    }

    /** Terms that jump at random are beyond it: CMA-ES has most of the turns, in generations of its own size. */
    @Test
    void leavesTheTurnsToOthersWhereItPredictsNothing() {
        Optimiser optimiser = create(4, Map.of());
        Function<double[], double[]> noise = u -> {
            RandomStream random = RandomStream.of(1, Double.doubleToLongBits(u[0]), Double.doubleToLongBits(u[1]));
            return new double[] {1 + random.nextDouble(), Double.NEGATIVE_INFINITY};
        };
        int own = 0;
        int others = 0;
        for (int g = 0; g < 100; g++) {
            Candidates candidates = optimiser.ask();
            if (g >= 40) {
                own += candidates.count() == 20 ? 20 : 0;
                others += candidates.count() == 8 ? 8 : 0;
            }
            optimiser.tell(Telling.results(candidates, 4, u -> fitness(noise.apply(u)), noise));
        }
        assertThat(others).isGreaterThan(4 * own).isPositive();
        assertThat(own).isPositive();
    }

    /** Five narrow bands, each a sum of waves too short to be seen by so few points. */
    private static double[] ripples(double[] u) {
        double[] slacks = new double[10];
        for (int k = 0; k < 5; k++) {
            double value = u[k] - 0.5;
            for (int i = 5; i < 10; i++) value += 0.1 * Math.sin((8 + k) * u[i] + i * k);
            slacks[2 * k] = (-0.03 - value) / 0.03;
            slacks[2 * k + 1] = (value - 0.03) / 0.03;
        }
        return slacks;
    }

    /** Where the region can be walked along but not predicted, it walks; and goes on bit-equal in the middle of it. */
    @Test
    void walksAlongWhatItCannotPredict() {
        Optimiser optimiser = create(10, Map.of("draws", 50.0, "remembered", 150.0));
        List<double[]> points = advance(optimiser, 320, SurrogateTest::ripples);
        Optimiser restored = create(10, Map.of("draws", 50.0, "remembered", 150.0));
        Telling.restore(restored, Telling.state(optimiser));
        assertThat(advance(restored, 40, SurrogateTest::ripples))
                .usingRecursiveComparison()
                .isEqualTo(advance(optimiser, 40, SurrogateTest::ripples));

        assertThat(valid(points)).isGreaterThan(8); // none without walks
        assertThat(Telling.state(restored)).isEqualTo(Telling.state(optimiser));
    }

    /** More points than it remembers: an even selection, also after it was restored. */
    @Test
    void forgetsEvenlyAndGoesOnBitEqual() {
        Map<String, Double> options = Map.of("remembered", 60.0, "draws", 50.0, "population", 7.0);
        Optimiser through = create(3, options);
        Function<double[], double[]> band =
                u -> new double[] {(0.45 - u[0] - u[1] * u[2]) / 0.05, (u[0] + u[1] * u[2] - 0.55) / 0.05};
        advance(through, 150, band);
        Optimiser restored = create(3, options);
        Telling.restore(restored, Telling.state(through));
        for (int g = 0; g < 8; g++) {
            advance(through, 1, band);
            advance(restored, 1, band);
            assertThat(Telling.state(restored)).isEqualTo(Telling.state(through));
        }
    }

    /** Where the filter refuses all that is predicted it draws elsewhere instead of giving up. */
    @Test
    void drawsAnywhereWhereThePredictionIsKnownTerritory() {
        Optimiser optimiser = create(4, Map.of());
        advance(optimiser, 200, SurrogateTest::shell);
        CandidateFilter filter = (u, at) -> {
            double[] point = java.util.Arrays.copyOfRange(u, at, at + 4);
            return fitness(shell(point)) > 1.9;
        };
        Candidates candidates = optimiser.ask(filter);
        for (int k = 0; k < candidates.count(); k++) {
            assertThat(candidates.refused()[k]).isFalse();
            assertThat(filter.accepts(candidates.u(), k * 4)).isTrue();
        }
    }

    @Test
    void refusesAnotherNumberOfTerms() {
        Optimiser optimiser = create(4, Map.of());
        advance(optimiser, 20, SurrogateTest::shell);
        Candidates candidates = optimiser.ask();
        Results results = Telling.results(candidates, 4, u -> 2, u -> new double[6]);
        assertThatThrownBy(() -> optimiser.tell(results))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 slacks, there were 4 before");
    }
}
