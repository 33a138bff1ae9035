package thetascan.optimiser.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class DiagonalDistributionTest {

    private static final double[][] X = {{1.2, 1.9}, {0.7, 2.5}, {1.6, 2.1}, {0.9, 1.4}, {1.1, 2.2}, {0.4, 1.7}};

    private final DiagonalDistribution distribution =
            new DiagonalDistribution(CmaParameters.separable(2, 6), new double[] {1, 2}, 0.5, null);

    /** Candidates X + 0.05 g with f = (x0 - 0.5)² + 10 (x1 - 1)²; the formulas of the paper written anew in numpy. */
    @Test
    void twoGenerationsAsComputedIndependently() {
        tell(0);
        assertState(
                new double[] {0.7900484254431644, 1.5486129360941407},
                0.5160171055487361,
                new double[] {-0.5740933441025593, -1.2342765685341386},
                new double[] {-0.5944678006387427, -1.278080794027364},
                new double[] {0.7709043755920891, 1.0850611215565564});
        tell(1);
        assertState(
                new double[] {0.8400484254431645, 1.598612936094141},
                0.40031621428815656,
                new double[] {-0.08651564332297063, -0.3832180958480923},
                new double[] {-0.060977730269076796, -0.2888487280652836},
                new double[] {0.5343381073444776, 0.7018449017444988});
    }

    private void tell(int generation) {
        double[] x = Arrays.stream(X)
                .flatMapToDouble(Arrays::stream)
                .map(value -> value + 0.05 * generation)
                .toArray();
        int[] ranked = IntStream.range(0, 6)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> Math.pow(x[2 * k] - 0.5, 2) + 10 * Math.pow(x[2 * k + 1] - 1, 2)))
                .mapToInt(Integer::intValue)
                .toArray();
        distribution.update(x, ranked, 6);
        assertThat(distribution.refresh()).isTrue();
    }

    private void assertState(double[] mean, double sigma, double[] sigmaPath, double[] covariancePath, double[] c) {
        assertThat(distribution.mean).containsExactly(mean, within(1e-13));
        assertThat(distribution.sigma).isCloseTo(sigma, within(1e-12));
        assertThat(distribution.sigmaPath).containsExactly(sigmaPath, within(1e-13));
        assertThat(distribution.covariancePath).containsExactly(covariancePath, within(1e-13));
        assertThat(distribution.variances).containsExactly(c, within(1e-13));
    }

    @Test
    void samplesTheDiagonalOfTheShapeItStartsWith() {
        DiagonalDistribution shaped = new DiagonalDistribution(
                CmaParameters.separable(2, 6), new double[] {0.3, 0.6}, 0.1, new double[] {4, 1, 1, 0.25});
        RandomStream random = RandomStream.of(1);
        int count = 40_000;
        double[] squares = new double[2];
        double product = 0;
        for (int k = 0; k < count; k++) {
            shaped.draw(random);
            double a = shaped.coordinate(0) - 0.3;
            double b = shaped.coordinate(1) - 0.6;
            squares[0] += a * a / count;
            squares[1] += b * b / count;
            product += a * b / count;
        }

        assertThat(squares[0]).isCloseTo(0.04, within(0.0012)); // > 4 standard errors
        assertThat(squares[1]).isCloseTo(0.0025, within(0.000075));
        assertThat(product).isCloseTo(0, within(0.0002));
        assertThat(shaped.covariance()).containsExactly(4, 0, 0, 0.25);
        assertThat(shaped.greatestScale()).isEqualTo(2);
        assertThat(shaped.leastScale()).isEqualTo(0.5);
    }

    @Test
    void refusesAShapeThatIsNone() {
        assertThatThrownBy(() -> new DiagonalDistribution(
                        CmaParameters.separable(2, 6), new double[] {0.3, 0.6}, 0.1, new double[] {4, 1, 1, -1}))
                .hasMessage("start: the covariance is not positive definite");
    }
}
