package thetascan.optimiser.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullDistributionTest {

    private static final double[][] X = {{1.2, 1.9}, {0.7, 2.5}, {1.6, 2.1}, {0.9, 1.4}, {1.1, 2.2}, {0.4, 1.7}};

    private final FullDistribution distribution =
            new FullDistribution(CmaParameters.of(2, 6), new double[] {1, 2}, 0.5, null);

    /** Candidates X + 0.05 g with f = (x0 - 0.5)² + 10 (x1 - 1)², told to CMA.tell of the library cmaes 0.13.1. */
    @Test
    void twoGenerationsAsTheLibraryCmaes() {
        tell(0);
        assertState(
                new double[] {0.7812310226772087, 1.5245646628917848},
                0.498411070064,
                new double[] {-0.5188947082445352, -1.1276776239343338},
                new double[] {-0.5775931602870175, -1.2552428695924098},
                new double[] {0.9072401348202666, 0.1508157459766025, 0.1508157459766025, 1.0480868870786282});
        tell(1);
        assertState(
                new double[] {0.8312310226772087, 1.574564662891785},
                0.418532004864,
                new double[] {-0.17074021107247267, -0.5167090361617798},
                new double[] {-0.08442404268351694, -0.33884455017201653},
                new double[] {0.8022915477678702, 0.08560413525795282, 0.08560413525795293, 0.7565578524537417});
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
        assertThat(distribution.decompose()).isTrue();
    }

    private void assertState(double[] mean, double sigma, double[] sigmaPath, double[] covariancePath, double[] c) {
        assertThat(distribution.mean).containsExactly(mean, within(1e-13));
        assertThat(distribution.sigma).isCloseTo(sigma, within(1e-12));
        assertThat(distribution.sigmaPath).containsExactly(sigmaPath, within(1e-13));
        assertThat(distribution.covariancePath).containsExactly(covariancePath, within(1e-13));
        assertThat(distribution.covariance).containsExactly(c, within(1e-13));
    }
}
