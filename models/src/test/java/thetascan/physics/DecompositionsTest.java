package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each decomposition against its defining equation and its conventions, on random, degenerate and singular matrices. */
class DecompositionsTest {

    private static final double PRECISION = 2e-13;

    /** Elements over many orders of magnitude, some zero. */
    private static double element(Random random) {
        return random.nextInt(5) == 0 ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(4));
    }

    private static double norm(double[] x, double[] y) {
        double sum = 1e-300;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] + y[i] * y[i];
        }
        return Math.sqrt(sum);
    }

    private static ComplexMatrix matrix(int n, double[] re, double[] im) {
        ComplexMatrix matrix = new ComplexMatrix(n, n);
        System.arraycopy(re, 0, matrix.re, 0, n * n);
        System.arraycopy(im, 0, matrix.im, 0, n * n);
        return matrix;
    }

    private static ComplexMatrix adjoint(ComplexMatrix m) {
        ComplexMatrix result = new ComplexMatrix(m.columns, m.rows);
        for (int i = 0; i < m.rows; i++) {
            for (int j = 0; j < m.columns; j++) {
                result.set(j, i, m.re(i, j), -m.im(i, j));
            }
        }
        return result;
    }

    private static ComplexMatrix conjugate(ComplexMatrix m) {
        ComplexMatrix result = new ComplexMatrix(m.rows, m.columns);
        result.copy(m);
        for (int k = 0; k < result.im.length; k++) {
            result.im[k] = -result.im[k];
        }
        return result;
    }

    private static ComplexMatrix product(ComplexMatrix... factors) {
        ComplexMatrix result = factors[0];
        for (int i = 1; i < factors.length; i++) {
            ComplexMatrix next = new ComplexMatrix(result.rows, factors[i].columns);
            next.product(result, factors[i]);
            result = next;
        }
        return result;
    }

    private static void isDiagonal(ComplexMatrix d, double[] values, double size, String what) {
        for (int i = 0; i < d.rows; i++) {
            for (int j = 0; j < d.rows; j++) {
                assertThat(d.re(i, j)).as(what).isCloseTo(i == j ? values[i] : 0, within(PRECISION * size));
                assertThat(d.im(i, j)).as(what).isCloseTo(0, within(PRECISION * size));
            }
            assertThat(i == 0 || values[i] >= values[i - 1]).as("ascending").isTrue();
        }
    }

    private static void isUnitary(ComplexMatrix u, String what) {
        double[] ones = new double[u.rows];
        Arrays.fill(ones, 1);
        isDiagonal(product(u, adjoint(u)), ones, 1, what);
    }

    private static void leadsWithPositive(ComplexMatrix u) {
        for (int i = 0; i < u.rows; i++) {
            int lead = SymmetricEigen.leading(u.re, u.im, i * u.rows, u.rows);
            assertThat(u.re[lead]).isPositive();
            assertThat(u.im[lead]).isZero();
        }
    }

    @Test
    void symmetric() {
        Random random = new Random(1);
        for (int k = 0; k < 400; k++) {
            int n = 1 + random.nextInt(7);
            double[] m = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    m[i * n + j] = k % 7 == 0 ? random.nextInt(2) : element(random);
                    m[j * n + i] = m[i * n + j];
                }
            }
            SymmetricEigen eigen = new SymmetricEigen(n);
            eigen.decompose(m);
            double[] zero = new double[n * n];
            ComplexMatrix o = matrix(n, eigen.vectors, zero);
            isUnitary(o, "O");
            isDiagonal(product(o, matrix(n, m, zero), adjoint(o)), eigen.values, norm(m, zero), "matrix " + k);
            leadsWithPositive(o);
        }
    }

    @Test
    void hermitian() {
        Random random = new Random(2);
        for (int k = 0; k < 400; k++) {
            int n = 1 + random.nextInt(7);
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    re[i * n + j] = k % 7 == 0 ? random.nextInt(2) : element(random);
                    im[i * n + j] = i == j ? 0 : element(random);
                    re[j * n + i] = re[i * n + j];
                    im[j * n + i] = -im[i * n + j];
                }
            }
            HermitianEigen eigen = new HermitianEigen(n);
            eigen.decompose(re, im);
            ComplexMatrix u = matrix(n, eigen.uRe, eigen.uIm);
            isUnitary(u, "U");
            isDiagonal(product(u, matrix(n, re, im), adjoint(u)), eigen.values, norm(re, im), "matrix " + k);
            leadsWithPositive(u);
        }
    }

    @Test
    void singularValues() {
        Random random = new Random(3);
        for (int k = 0; k < 600; k++) {
            int n = 1 + random.nextInt(6);
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            for (int i = 0; i < n * n; i++) {
                re[i] = k % 5 == 0 ? random.nextInt(2) : element(random);
                im[i] = k % 5 == 0 ? 0 : element(random);
            }
            if (k % 3 == 0 && n > 1) { // singular: the last row is the first
                System.arraycopy(re, 0, re, n * (n - 1), n);
                System.arraycopy(im, 0, im, n * (n - 1), n);
            }
            SingularValues svd = new SingularValues(n);
            svd.decompose(re, im);
            ComplexMatrix left = matrix(n, svd.leftRe, svd.leftIm);
            ComplexMatrix right = matrix(n, svd.rightRe, svd.rightIm);
            isUnitary(left, "L of matrix " + k);
            isUnitary(right, "R of matrix " + k);
            isDiagonal(
                    product(conjugate(left), matrix(n, re, im), adjoint(right)),
                    svd.values,
                    norm(re, im),
                    "matrix " + k);
            leadsWithPositive(right);
        }
    }

    /** Charginos of M2 = 200, mu = 150, tan beta = 10 and their squares by the quadratic formula. */
    @Test
    void charginoMasses() {
        double mw2 = Math.sqrt(2) * 80.4;
        double sb = 10 / Math.sqrt(101);
        double cb = 1 / Math.sqrt(101);
        double[] m = {200, mw2 * sb, mw2 * cb, 150};
        SingularValues svd = new SingularValues(2);
        svd.decompose(m, new double[4]);
        double trace = m[0] * m[0] + m[1] * m[1] + m[2] * m[2] + m[3] * m[3];
        double det = m[0] * m[3] - m[1] * m[2];
        double root = Math.sqrt(trace * trace - 4 * det * det);
        assertThat(svd.values[0]).isCloseTo(Math.sqrt((trace - root) / 2), within(1e-11));
        assertThat(svd.values[1]).isCloseTo(Math.sqrt((trace + root) / 2), within(1e-11));
    }

    /** A see-saw: the light value keeps its digits. */
    @Test
    void smallValuesKeepTheirDigits() {
        double[] m = {0, 1e-3, 1e-3, 1e6};
        SymmetricEigen eigen = new SymmetricEigen(2);
        eigen.decompose(m);
        assertThat(eigen.values[0]).isCloseTo(-1e-12, within(1e-26));
        SingularValues svd = new SingularValues(2);
        svd.decompose(m, new double[4]);
        assertThat(svd.values[0]).isCloseTo(1e-12, within(1e-26));
    }

    @Test
    void aNanSpreads() {
        double[] m = {1, Double.NaN, Double.NaN, 2};
        SymmetricEigen symmetric = new SymmetricEigen(2);
        symmetric.decompose(m);
        HermitianEigen hermitian = new HermitianEigen(2);
        hermitian.decompose(m, new double[4]);
        SingularValues svd = new SingularValues(2);
        svd.decompose(m, new double[4]);
        for (double[] result : new double[][] {
            symmetric.values,
            symmetric.vectors,
            hermitian.values,
            hermitian.uRe,
            hermitian.uIm,
            svd.values,
            svd.leftRe,
            svd.rightRe
        }) {
            for (double each : result) {
                assertThat(each).isNaN();
            }
        }
    }

    /** mpmath with 60 digits: sum of x ln x over the products of differences. */
    @Test
    void threePropagators() {
        assertThat(ThreePropagators.integral(1e4, 2.5e5, 3e5)).isCloseTo(3.3096879818191473e-6, within(1e-20));
        assertThat(ThreePropagators.integral(2, 2, 2)).isEqualTo(0.25);
        assertThat(ThreePropagators.integral(4e6, 1e4, 1e4)).isCloseTo(1.2547570799449707e-6, within(1e-20));
        assertThat(ThreePropagators.integral(100, 101, 99.5)).isCloseTo(0.0049917288564428274, within(1e-17));
        assertThat(ThreePropagators.integral(5e6, 40000, 40000.000001)).isCloseTo(7.7968785308489581e-7, within(1e-21));
        assertThat(ThreePropagators.integral(0, 1, 1)).isCloseTo(1, within(1e-15));
    }
}
