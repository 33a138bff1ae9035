package thetascan.optimiser.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class SamplersTest {

    private static double[] sample(String name, int dimension, int count) {
        OptimiserKind kind = Optimisers.named(name);
        Options options = Options.of(kind.options(), Map.of("population", (double) count));
        return kind.create(options, dimension, RandomStream.of(1), null).ask().u();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "latin-hypercube", "sobol"})
    void uniformInEveryPairOfCoordinates(String name) {
        double[] u = sample(name, 4, 40_000);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < a; b++) {
                long[] cells = new long[100];
                for (int i = 0; i < u.length; i += 4) cells[(int) (u[i + a] * 10) * 10 + (int) (u[i + b] * 10)]++;
                double[] expected = new double[100];
                Arrays.fill(expected, 1);
                assertThat(new ChiSquareTest().chiSquareTest(expected, cells)).isGreaterThan(0.001);
            }
        }
    }

    @Test
    void latinHypercubeHasOnePointInEveryInterval() {
        double[] u = sample("latin-hypercube", 3, 50);
        for (int j = 0; j < 3; j++) {
            boolean[] taken = new boolean[50];
            for (int i = j; i < u.length; i += 3) taken[(int) (u[i] * 50)] = true;
            assertThat(taken).doesNotContain(false);
        }
    }

    @Test
    void latinHypercubeStaysOneWhenPointsAreRefused() {
        OptimiserKind kind = Optimisers.named("latin-hypercube");
        Options options = Options.of(kind.options(), Map.of("population", 50.0));
        Optimiser optimiser = kind.create(options, 3, RandomStream.of(1), null);
        double[] u = optimiser
                .ask((point, offset) -> point[offset] * 50 - Math.floor(point[offset] * 50) > 0.5)
                .u();
        for (int j = 0; j < 3; j++) {
            boolean[] taken = new boolean[50];
            for (int i = j; i < u.length; i += 3) taken[(int) (u[i] * 50)] = true;
            assertThat(taken).doesNotContain(false);
        }
    }

    /** Points of scipy 1.17 (qmc.Sobol, no scrambling) in 43 dimensions, coordinates 0, 1, 2, 15 and 42. */
    @Test
    void sobolIsTheSequenceOfJoeAndKuoShifted() {
        int[] index = {1, 2, 3, 7, 100, 1023};
        int[] coordinate = {0, 1, 2, 15, 42};
        double[][] expected = {
            {0.5, 0.5, 0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25, 0.25, 0.25},
            {0.25, 0.75, 0.75, 0.75, 0.75},
            {0.125, 0.625, 0.375, 0.125, 0.875},
            {0.4140625, 0.2578125, 0.7734375, 0.4921875, 0.4140625},
            {0.0009765625, 0.7529296875, 0.6123046875, 0.4638671875, 0.9287109375}
        };
        double[] u = sample("sobol", 43, 1024);
        for (int i = 0; i < index.length; i++) {
            for (int k = 0; k < coordinate.length; k++) {
                // the first point of the sequence is 0, so it shows the shift
                double difference = u[index[i] * 43 + coordinate[k]] - u[coordinate[k]];
                assertThat(difference < 0 ? difference + 1 : difference).isCloseTo(expected[i][k], within(1e-12));
            }
        }
    }
}
