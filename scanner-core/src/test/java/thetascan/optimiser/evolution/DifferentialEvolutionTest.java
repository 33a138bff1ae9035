package thetascan.optimiser.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.contract.Telling;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class DifferentialEvolutionTest {

    private static Optimiser create(Map<String, Double> given, int n, long seed) {
        OptimiserKind kind = Optimisers.named("differential-evolution");
        return kind.create(Options.of(kind.options(), given), n, RandomStream.of(seed), null);
    }

    /** Rosenbrock's valley on [-2, 2]^n, least 2 at 3/4. */
    private static double rosenbrock(double[] u) {
        double sum = 2;
        for (int j = 0; j + 1 < u.length; j++) {
            double x = 4 * u[j] - 2;
            double y = 4 * u[j + 1] - 2;
            sum += 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void reachesTheEndOfAValley(double bestWeight) {
        Optimiser evolution = create(Map.of("best_weight", bestWeight), 5, 1);
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g < 400; g++) {
            best = Math.min(best, Telling.advance(evolution, DifferentialEvolutionTest::rosenbrock));
        }
        assertThat(best - 2).isBetween(0.0, 1e-5);
    }

    @Test
    void findsAnOptimumInACorner() {
        Optimiser evolution = create(Map.of(), 3, 2);
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g < 150; g++) {
            best = Math.min(
                    best, Telling.advance(evolution, u -> 2 + Arrays.stream(u).sum()));
        }
        assertThat(best - 2).isBetween(0.0, 1e-3);
    }

    /** x_i keeps all but one coordinate if crossover never happens. */
    @Test
    void oneCoordinateAtLeastComesFromTheMutant() {
        Optimiser evolution = create(Map.of("crossover_probability", 0.0, "population", 10.0), 6, 3);
        double[] first = evolution.ask().u();
        evolution.tell(results(10, 0, 5));
        double[] second = evolution.ask().u();

        for (int i = 0; i < 10; i++) {
            int changed = 0;
            for (int j = 0; j < 6; j++) if (first[i * 6 + j] != second[i * 6 + j]) changed++;
            assertThat(changed).isEqualTo(1);
        }
    }

    private static Results results(int count, long firstId, double fitness) {
        long[] ids = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) ids[i] = firstId + i;
        Arrays.fill(values, fitness);
        return new Results(ids, values, new double[0], new boolean[count]);
    }

    @Test
    void aMemberStaysUntilAChallengerIsAsGood() {
        Optimiser evolution = create(Map.of("crossover_probability", 0.0, "population", 4.0), 8, 4);
        double[] first = evolution.ask().u();
        evolution.tell(results(4, 0, 5));
        evolution.ask();
        evolution.tell(results(4, 4, 6));
        double[] third = evolution.ask().u();

        for (int i = 0; i < 4; i++) {
            int same = 0;
            for (int j = 0; j < 8; j++) if (first[i * 8 + j] == third[i * 8 + j]) same++;
            assertThat(same).isEqualTo(7);
        }
    }

    /** Of valid members the novelty fades, so newer points of a little less novelty replace them in the end. */
    @Test
    void validMembersGrowFamiliar() {
        Map<Double, Boolean> replaced = new HashMap<>();
        for (double fading : new double[] {0, 0.1}) {
            Optimiser evolution =
                    create(Map.of("crossover_probability", 0.0, "population", 4.0, "novelty_fading", fading), 8, 5);
            double[] first = evolution.ask().u();
            evolution.tell(results(4, 0, 0.2));
            for (int g = 1; g < 20; g++) {
                evolution.ask();
                evolution.tell(results(4, 4L * g, 0.3));
            }
            double[] last = evolution.ask().u();
            int same = 0;
            for (int j = 0; j < 8; j++) if (first[j] == last[j]) same++;
            replaced.put(fading, same < 7);
        }
        assertThat(replaced).containsEntry(0.0, false).containsEntry(0.1, true);
    }

    @Test
    void weightsMustBeInOrder() {
        assertThatThrownBy(() -> create(Map.of("least_weight", 0.9, "greatest_weight", 0.8), 3, 1))
                .hasMessage("least_weight: 0.9 exceeds greatest_weight 0.8. Maybe they are swapped.");
    }
}
