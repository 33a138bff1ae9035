package thetascan.optimiser.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import thetascan.contract.Telling;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class TpeTest {

    private static Tpe create(Map<String, Double> given, int n, long seed) {
        OptimiserKind kind = Optimisers.named("tpe");
        return (Tpe) kind.create(Options.of(kind.options(), given), n, RandomStream.of(seed), null);
    }

    private static double sphere(double[] u) {
        return 2 + Arrays.stream(u).map(x -> (x - 0.3) * (x - 0.3)).sum();
    }

    /** min(⌈n/10⌉, 25), as Optuna splits. */
    @Test
    void aTenthOfTheTrialsIsGood() {
        int[] trials = {1, 9, 10, 11, 20, 95, 250, 251, 1000};
        assertThat(Arrays.stream(trials).map(Tpe::goodCount)).containsExactly(1, 1, 1, 2, 2, 10, 25, 25, 25);
    }

    @Test
    void firstTrialsAreUniformThenTheyGather() {
        Tpe tpe = create(Map.of("startup", 40.0), 3, 1);
        double[] means = new double[8];
        for (int g = 0; g < 8; g++) {
            Results results = Telling.results(tpe.ask(), 3, TpeTest::sphere, u -> new double[0]);
            means[g] = Arrays.stream(results.fitness()).average().orElseThrow() - 2;
            tpe.tell(results);
        }

        // uniform points: 3 (1/12 + 0.2²) on average
        assertThat((means[0] + means[1] + means[2] + means[3]) / 4).isBetween(0.27, 0.47);
        assertThat(means[7]).isLessThan(0.15);
    }

    /** Where the density of the rest is high the liar has been: a batch spreads. */
    @Test
    void candidatesOfABatchAvoidEachOther() {
        double[] together = new double[2];
        for (int liar = 0; liar < 2; liar++) {
            for (long seed = 0; seed < 20; seed++) {
                Tpe tpe = create(Map.of("population", 10.0), 2, seed);
                for (int g = 0; g < 5; g++) Telling.advance(tpe, TpeTest::sphere);
                together[liar] += liar == 0 ? meanDistance(tpe.ask().u()) : meanDistance(alone(tpe));
            }
        }
        assertThat(together[0]).isGreaterThan(1.1 * together[1]);
    }

    /** First candidates of ten continuations of one state, each from other draws, so unaware of one another. */
    private static double[] alone(Tpe tpe) {
        byte[] state = Telling.state(tpe);
        double[] u = new double[20];
        for (int i = 0; i < 10; i++) {
            Tpe copy = create(Map.of("population", 10.0), 2, 0);
            Telling.restore(copy, state);
            int passedOver = 64 * i;
            AtomicInteger drawn = new AtomicInteger();
            Candidates candidates = copy.ask((point, offset) -> drawn.getAndIncrement() >= passedOver);
            System.arraycopy(candidates.u(), 0, u, 2 * i, 2);
        }
        return u;
    }

    private static double meanDistance(double[] u) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < u.length; i += 2) {
            for (int k = 0; k < i; k += 2) {
                sum += Math.hypot(u[i] - u[k], u[i + 1] - u[k + 1]);
                pairs++;
            }
        }
        return sum / pairs;
    }

    @Test
    void failedTrialsNeverCountAsGood() {
        Tpe tpe = create(Map.of(), 1, 3);
        // fails in the left half, best at its edge
        for (int g = 0; g < 15; g++) {
            Results results = Telling.results(tpe.ask(), 1, u -> 2 + u[0], u -> new double[0]);
            for (int i = 0; i < 10; i++) results.failed()[i] = results.fitness()[i] < 2.5;
            tpe.tell(results);
        }
        double[] u = tpe.ask().u();

        assertThat(Arrays.stream(u).average().orElseThrow()).isBetween(0.4, 0.75);
    }

    @Test
    void manyTrialsAreThinnedEvenly() {
        Tpe tpe = create(Map.of("remembered", 20.0, "population", 50.0), 2, 4);
        for (int g = 0; g < 6; g++) Telling.advance(tpe, TpeTest::sphere);

        assertThat(Arrays.stream(tpe.ask().u()).average().orElseThrow()).isBetween(0.1, 0.5);
    }
}
