package thetascan.optimiser.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.optimiser.linear.Factor;
import thetascan.random.RandomStream;

class LengthsTest {

    private static final int N = 3;
    private static final int COUNT = 60;

    private final double[] x = new double[COUNT * N];
    private final double[] y = new double[COUNT];

    LengthsTest() {
        RandomStream random = RandomStream.of(5);
        for (int i = 0; i < x.length; i++) x[i] = random.nextDouble();
        for (int j = 0; j < COUNT; j++) y[j] = Math.sin(8 * x[j * N]) + x[j * N + 1];
    }

    /** Negative log likelihood and prior as {@link Lengths} has them, by the textbook. */
    private double badness(double[] logs) {
        Factor factor = new Factor();
        double[] row = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < i; j++) {
                double square = 0;
                for (int d = 0; d < N; d++) {
                    square += Math.pow((x[i * N + d] - x[j * N + d]) / Math.exp(logs[d]), 2);
                }
                row[j] = Math.exp(-square / 2);
            }
            factor.add(row, 1 + 1e-8);
        }
        double mean = 0;
        for (double value : y) mean += value / COUNT;
        double[] solved = new double[COUNT];
        for (int i = 0; i < COUNT; i++) solved[i] = y[i] - mean;
        factor.solve(solved);
        double square = 0;
        for (double value : solved) square += value * value;
        double prior = 0;
        for (double log : logs) prior += 0.05 * Math.pow(log - Math.log(0.7), 2);
        return COUNT / 2.0 * Math.log(square / COUNT) + factor.logDiagonal() + prior;
    }

    @Test
    void whatVariesFastIsShortAndWhatDoesNotMatterIsLong() {
        Lengths lengths = new Lengths(N);
        double[] logs = lengths.first();
        lengths.improve(x, y, COUNT, logs, 40);

        assertThat(Math.exp(logs[0])).isBetween(0.1, 0.6);
        assertThat(Math.exp(logs[1])).isGreaterThan(1);
        assertThat(Math.exp(logs[2])).isGreaterThan(5);
    }

    /** No step along a coordinate is better where it ends. */
    @Test
    void endsWhereTheValuesAreLikeliest() {
        Lengths lengths = new Lengths(N);
        double[] logs = lengths.first();
        lengths.improve(x, y, COUNT, logs, 100);
        double least = badness(logs);
        assertThat(least).isLessThan(badness(lengths.first()) - 20);
        for (int d = 0; d < N; d++) {
            for (double step : new double[] {-0.05, 0.05}) {
                double[] moved = logs.clone();
                moved[d] = Math.min(moved[d] + step, Math.log(12));
                assertThat(badness(moved)).isGreaterThan(least - 1e-2);
            }
        }
    }

    @Test
    void valuesThatAreAllEqualAreNoProblem() {
        double[] equal = new double[COUNT];
        Lengths lengths = new Lengths(N);
        double[] logs = lengths.first();
        lengths.improve(x, equal, COUNT, logs, 10);
        for (double log : logs) assertThat(log).isFinite();
    }
}
