package thetascan.optimiser.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.random.RandomStream;

class SymmetricEigenTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 16, 43})
    void decomposesSymmetricMatrices(int n) {
        RandomStream random = RandomStream.of(n);
        SymmetricEigen eigen = new TridiagonalEigen(n);
        for (int trial = 0; trial < 20; trial++) {
            double[] matrix = new double[n * n];
            double[][] rows = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double value = random.nextGaussian() * Math.pow(10, trial % 5 * (i + j) / (2.0 * n));
                    matrix[i * n + j] = matrix[j * n + i] = rows[i][j] = rows[j][i] = value;
                }
            }
            double[] values = new double[n];
            double[] vectors = new double[n * n];
            assertThat(eigen.decompose(matrix, values, vectors)).isTrue();

            double[] expected = new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
            Arrays.sort(expected);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertThat(sorted).containsExactly(expected, within(1e-12 * largest));
            checkVectors(matrix, values, vectors, n, largest);
        }
    }

    private static void checkVectors(double[] matrix, double[] values, double[] vectors, int n, double largest) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = 0;
                double rebuilt = 0;
                for (int k = 0; k < n; k++) {
                    product += vectors[k * n + i] * vectors[k * n + j];
                    rebuilt += vectors[i * n + k] * values[k] * vectors[j * n + k];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
                assertThat(rebuilt).isCloseTo(matrix[i * n + j], within(1e-12 * largest));
            }
        }
    }
}
