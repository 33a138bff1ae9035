package thetascan.optimiser.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

/** Against the decomposition of Commons Math. */
class FactorTest {

    private static final int SIZE = 130;

    private final double[][] matrix = new double[SIZE][SIZE];
    private final Factor factor = new Factor();

    @BeforeEach
    void fill() {
        RandomStream random = RandomStream.of(1);
        double[][] root = new double[SIZE][SIZE];
        for (double[] row : root) {
            for (int k = 0; k < SIZE; k++) row[k] = random.nextGaussian();
        }
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                double sum = i == j ? 1 : 0;
                for (int k = 0; k < SIZE; k++) sum += root[i][k] * root[j][k];
                matrix[i][j] = sum;
            }
        }
        for (int i = 0; i < SIZE; i++) factor.add(matrix[i], matrix[i][i]);
    }

    private CholeskyDecomposition reference() {
        return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix), 1e-9, 0);
    }

    @Test
    void isTheLowerTriangle() {
        RealMatrix lower = reference().getL();
        double log = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(factor.row(i)[j]).isCloseTo(lower.getEntry(i, j), within(1e-9));
            }
            log += Math.log(lower.getEntry(i, i));
        }
        assertThat(factor.size()).isEqualTo(SIZE);
        assertThat(factor.logDiagonal()).isCloseTo(log, within(1e-9));
    }

    @Test
    void solves() {
        double[] b = matrix[3].clone();
        double[] x = b.clone();
        factor.solve(x);
        factor.solveTransposed(x);
        double[] expected =
                reference().getSolver().solve(new ArrayRealVector(b)).toArray();
        assertThat(x).containsExactly(expected, within(1e-9));
    }

    @Test
    void solvesSideBySideAsOneByOne() {
        int width = 5;
        double[] block = new double[SIZE * width];
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k < width; k++) block[i * width + k] = matrix[k][i];
        }
        factor.solve(block, width);
        for (int k = 0; k < width; k++) {
            double[] single = matrix[k].clone();
            factor.solve(single);
            for (int i = 0; i < SIZE; i++) assertThat(block[i * width + k]).isCloseTo(single[i], within(1e-9));
        }
    }

    /** A row on its own, after the others were forgotten and added anew. */
    @Test
    void growingChangesNothing() {
        Factor again = new Factor();
        for (int i = 0; i < 50; i++) again.add(matrix[i], matrix[i][i]);
        again.clear();
        for (int i = 0; i < SIZE; i++) again.add(matrix[i], matrix[i][i]);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) assertThat(again.row(i)[j]).isEqualTo(factor.row(i)[j]);
        }
    }

    @Test
    void aPointThatIsThereTwiceDoesNotEndIt() {
        Factor twice = new Factor();
        twice.add(new double[0], 1);
        twice.add(new double[] {1}, 1);
        assertThat(twice.row(1)[1]).isPositive();
    }
}
