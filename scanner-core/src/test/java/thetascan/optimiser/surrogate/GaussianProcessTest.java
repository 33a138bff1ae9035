package thetascan.optimiser.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class GaussianProcessTest {

    private static final int N = 3;
    private static final double[] LENGTHS = {0.5, 0.9, 4};

    private final int count = 40;
    private final double[] points = new double[count * N];
    private final double[] values = new double[count];
    private final GaussianProcess process = new GaussianProcess(N);

    GaussianProcessTest() {
        RandomStream random = RandomStream.of(3);
        double[] logs = new double[N];
        for (int i = 0; i < N; i++) logs[i] = Math.log(LENGTHS[i]);
        process.begin(logs);
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < N; i++) points[j * N + i] = random.nextDouble();
            values[j] = f(points, j * N);
            process.add(points, j * N, values[j]);
        }
        process.fit();
    }

    private static double f(double[] u, int at) {
        return 5 + Math.sin(4 * u[at]) + u[at] * u[at + 1];
    }

    private double kernel(double[] a, int i, double[] b, int j) {
        double square = 0;
        for (int k = 0; k < N; k++) square += Math.pow((a[i + k] - b[j + k]) / LENGTHS[k], 2);
        return Math.exp(-square / 2);
    }

    /** Mean and variance by the formulas (2.25) and (2.26) of Rasmussen and Williams, solved by Commons Math. */
    @Test
    void meansAndVariancesAreThoseOfTheTextbook() {
        RealMatrix k = new Array2DRowRealMatrix(count, count);
        double average = 0;
        for (double value : values) average += value / count;
        RealVector y = new ArrayRealVector(count);
        for (int i = 0; i < count; i++) {
            y.setEntry(i, values[i] - average);
            for (int j = 0; j < count; j++)
                k.setEntry(i, j, kernel(points, i * N, points, j * N) + (i == j ? 1e-8 : 0));
        }
        var solver = new LUDecomposition(k).getSolver();
        double variance = y.dotProduct(solver.solve(y)) / count;

        int queries = 100;
        RandomStream random = RandomStream.of(4);
        double[] u = new double[queries * N];
        for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
        double[] means = new double[queries];
        double[] variances = new double[queries];
        process.predict(u, queries, means, variances);
        for (int q = 0; q < queries; q++) {
            RealVector c = new ArrayRealVector(count);
            for (int j = 0; j < count; j++) c.setEntry(j, kernel(u, q * N, points, j * N));
            assertThat(means[q]).isCloseTo(average + c.dotProduct(solver.solve(y)), within(1e-5));
            double left = variance * (1 + 1e-8 - c.dotProduct(solver.solve(c)));
            assertThat(variances[q]).isCloseTo(left, within(1e-5 * variance));
        }
    }

    @Test
    void predictsASmoothFunction() {
        double[] u = {0.4, 0.6, 0.5};
        assertThat(process.mean(u, 0, new double[N], 0)).isCloseTo(f(u, 0), within(0.02));
    }

    @Test
    void slopesAreThoseOfTheMean() {
        double[] u = {0.3, 0.2, 0.8};
        double[] slope = new double[N];
        process.mean(u, 0, slope, 0);
        double[] unused = new double[N];
        for (int i = 0; i < N; i++) {
            double[] up = u.clone();
            double[] down = u.clone();
            up[i] += 1e-4;
            down[i] -= 1e-4;
            double difference = process.mean(up, 0, unused, 0) - process.mean(down, 0, unused, 0);
            assertThat(slope[i]).isCloseTo(difference / 2e-4, within(1e-4));
        }
    }

    @Test
    void isSureWhereItKnows() {
        double[] means = new double[count];
        double[] variances = new double[count];
        process.predict(points, count, means, variances);
        for (int j = 0; j < count; j++) {
            assertThat(means[j]).isCloseTo(values[j], within(1e-3));
            assertThat(variances[j]).isPositive().isLessThan(1e-4);
        }
    }

    @Test
    void pointByPointIsTheSameAsAtOnce() {
        GaussianProcess grown = new GaussianProcess(N);
        double[] logs = new double[N];
        for (int i = 0; i < N; i++) logs[i] = Math.log(LENGTHS[i]);
        grown.begin(logs);
        for (int j = 0; j < count; j++) {
            grown.add(points, j * N, values[j]);
            grown.fit();
        }
        double[] u = {0.1, 0.9, 0.4};
        assertThat(grown.mean(u, 0, new double[N], 0)).isEqualTo(process.mean(u, 0, new double[N], 0));
    }
}
