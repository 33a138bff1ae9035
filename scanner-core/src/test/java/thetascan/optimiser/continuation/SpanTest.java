package thetascan.optimiser.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class SpanTest {

    /** Against the pseudo-inverse. */
    @Test
    void displacementIsTheShortestThatFulfilsAllProducts() {
        RandomStream random = RandomStream.of(1);
        int n = 7;
        for (int rows = 1; rows <= n; rows++) {
            double[][] matrix = new double[rows][n];
            double[] products = new double[rows];
            Span span = new Span(n);
            for (int k = 0; k < rows; k++) {
                for (int i = 0; i < n; i++) matrix[k][i] = random.nextGaussian();
                products[k] = random.nextGaussian();
                assertThat(span.add(matrix[k], 0, products[k])).isTrue();
            }
            double[] x = new double[n];
            span.displacement(x);

            double[] expected = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix))
                    .getSolver()
                    .solve(new ArrayRealVector(products))
                    .toArray();
            assertThat(x).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void dependentAndZeroRowsAreLeftOut() {
        Span span = new Span(3);
        assertThat(span.add(new double[] {2, 0, 0}, 0, 4)).isTrue();
        assertThat(span.add(new double[] {0, 0, 0}, 0, 1)).isFalse();
        assertThat(span.add(new double[] {-1, 0, 1e-5}, 0, 9)).isFalse();
        assertThat(span.add(new double[] {Double.NaN, 0, 1}, 0, 9)).isFalse();
        double[] x = new double[3];
        span.displacement(x);
        assertThat(x).containsExactly(2, 0, 0);

        span.clear();
        span.displacement(x);
        assertThat(x).containsOnly(0.0);
    }
}
