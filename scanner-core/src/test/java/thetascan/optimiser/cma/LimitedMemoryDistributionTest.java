package thetascan.optimiser.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class LimitedMemoryDistributionTest {

    private static final int N = 8;
    private static final int LAMBDA = 4;

    /** Three generations told x_kj = ((7k + 3j) mod 11)/10 - 0.4 + 0.03 g with f = Σ (1 + j) x_j². */
    private static LimitedMemoryDistribution taught() {
        double[] mean = new double[N];
        Arrays.fill(mean, 0.1);
        LimitedMemoryDistribution distribution = new LimitedMemoryDistribution(CmaParameters.of(N, LAMBDA), mean, 0.4);
        for (int g = 0; g < 3; g++) {
            double[] x = new double[LAMBDA * N];
            for (int k = 0; k < LAMBDA; k++) {
                for (int j = 0; j < N; j++) x[k * N + j] = (7 * k + 3 * j) % 11 / 10.0 - 0.4 + 0.03 * g;
            }
            int[] ranked = IntStream.range(0, LAMBDA)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> IntStream.range(0, N)
                            .mapToDouble(j -> (1 + j) * x[k * N + j] * x[k * N + j])
                            .sum()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            distribution.update(x, ranked, LAMBDA);
            assertThat(distribution.refresh()).isTrue();
        }
        return distribution;
    }

    /** Computed in numpy with whole matrices and their inverses. */
    @Test
    void threeGenerationsAsComputedIndependently() {
        LimitedMemoryDistribution distribution = taught();

        assertThat(distribution.mean)
                .containsExactly(
                        new double[] {
                            0.41875114202018116,
                            0.5033302879461835,
                            -0.08124885797981887,
                            0.21875114202018117,
                            0.3033302879461836,
                            -0.28124885797981886,
                            0.018751142020181126,
                            0.3187511420201811
                        },
                        within(1e-13));
        assertThat(distribution.sigma).isCloseTo(0.12318142498622307, within(1e-13));
        assertThat(distribution.sigmaPath)
                .containsExactly(
                        new double[] {
                            0.2101556293813947, 0.2055848879351683, 0.23717612832462448, 0.22096382895868666,
                            0.21639308751246097, 0.24798432790191635, 0.23177202853597867, 0.2155597291700408
                        },
                        within(1e-13));
        assertThat(Arrays.copyOf(distribution.directions, N))
                .containsExactly(
                        new double[] {
                            0.4052870594346559,
                            0.4562145917896792,
                            0.10422270250924992,
                            0.28486131666449355,
                            0.33578884901951755,
                            -0.016203040260912516,
                            0.16443557389433125,
                            0.34507418804957485
                        },
                        within(1e-13));
        assertThat(Arrays.copyOf(distribution.covariance(), N))
                .containsExactly(
                        new double[] {
                            0.634292435345534,
                            0.07053717044837604,
                            0.0008261630634919211,
                            0.03660113444454853,
                            0.046687189527671695,
                            -0.02302381785721248,
                            0.012751153523844138,
                            0.048526124904900755
                        },
                        within(1e-13));
    }

    @Test
    void samplesTheCovarianceItReports() {
        LimitedMemoryDistribution distribution = taught();
        double[] covariance = distribution.covariance();
        RandomStream random = RandomStream.of(1);
        int count = 40_000;
        double[] sums = new double[N];
        for (int k = 0; k < count; k++) {
            distribution.draw(random);
            double first = (distribution.coordinate(0) - distribution.mean(0)) / distribution.sigma();
            for (int j = 0; j < N; j++) {
                sums[j] += first * (distribution.coordinate(j) - distribution.mean(j)) / distribution.sigma() / count;
            }
        }

        for (int j = 0; j < N; j++) assertThat(sums[j]).isCloseTo(covariance[j], within(0.02)); // > 4 standard errors
    }

    /** A principal axis is a column of the matrix whose square the covariance is. */
    @Test
    void axesMakeUpTheCovariance() {
        LimitedMemoryDistribution distribution = taught();
        double[] axis = new double[N];
        double[] sum = new double[N * N];
        for (int k = 0; k < N; k++) {
            distribution.axis(k, axis);
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) sum[i * N + j] += axis[i] * axis[j];
            }
        }

        assertThat(sum).containsExactly(distribution.covariance(), within(1e-14));
    }

    @Test
    void scalesBoundTheAxes() {
        LimitedMemoryDistribution distribution = taught();
        double[] values = new double[N];
        assertThat(new TridiagonalEigen(N).decompose(distribution.covariance(), values, new double[N * N]))
                .isTrue();

        for (double value : values) {
            assertThat(Math.sqrt(value)).isBetween(distribution.leastScale(), distribution.greatestScale());
        }
    }
}
