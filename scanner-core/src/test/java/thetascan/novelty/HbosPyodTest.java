package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against PyOD 3.6 (models.hbos.HBOS, α = 0.1, tol = 0.5). */
class HbosPyodTest {

    private static final double[][] TRAINING = {
        {0.05, 10}, {0.10, 12}, {0.12, 11}, {0.50, 30}, {0.52, 31},
        {0.55, 29}, {0.90, 90}, {0.91, 95}, {0.95, 100}, {1.0, 10}
    };
    private static final double[][] QUERIES = {
        {0.05, 10}, {0.5, 30}, {0.3, 50}, {-0.01, 10}, {-0.5, 10}, {1.04, 101}, {1.2, 300}, {0.24, 28}
    };

    private static HbosPyod fitted(int bins) {
        HbosPyod hbos = new HbosPyod(2, bins);
        for (double[] x : TRAINING) hbos.add(x);
        return hbos;
    }

    private static double[] novelties(HbosPyod hbos, double[][] points) {
        return Arrays.stream(points).mapToDouble(hbos::novelty).toArray();
    }

    private static double[] probabilities(HbosPyod hbos) {
        return Arrays.stream(QUERIES).mapToDouble(hbos::outlierProbability).toArray();
    }

    @Test
    void fiveBins() {
        HbosPyod hbos = fitted(5);

        assertThat(novelties(hbos, TRAINING))
                .containsExactly(
                        new double[] {
                            2.284864472, 2.284864472, 2.284864472, 2.351978668, 2.351978668,
                            2.351978668, 1.958584848, 1.958584848, 1.958584848, 1.891470652
                        },
                        within(1e-9));
        assertThat(novelties(hbos, QUERIES))
                .containsExactly(
                        new double[] {
                            2.284864472,
                            2.351978668,
                            6.64385619,
                            2.284864472,
                            6.354349573,
                            1.958584848,
                            6.64385619,
                            2.284864472
                        },
                        within(1e-9));
        assertThat(probabilities(hbos))
                .containsExactly(
                        new double[] {0.854260526, 1, 1, 0.854260526, 1, 0.145739474, 1, 0.854260526}, within(1e-9));
        assertThat(hbos.penalty(QUERIES[5])).isCloseTo(1 - 0.145739474, within(1e-9));
    }

    @Test
    void tenBins() {
        HbosPyod hbos = fitted(10);

        assertThat(novelties(hbos, TRAINING))
                .containsExactly(
                        new double[] {
                            1.087473387, 1.087473387, 1.087473387, 1.76593977, 1.76593977,
                            2.701959144, 2.96499355, 1.328481487, 1.328481487, 1.087473387
                        },
                        within(1e-9));
        assertThat(novelties(hbos, QUERIES))
                .containsExactly(
                        new double[] {
                            1.087473387,
                            1.76593977,
                            6.64385619,
                            6.113341473,
                            6.113341473,
                            1.328481487,
                            6.64385619,
                            6.64385619
                        },
                        within(1e-9));
        assertThat(probabilities(hbos))
                .containsExactly(new double[] {0, 0.361363034, 1, 1, 1, 0.128365119, 1, 1}, within(1e-9));
    }

    /** Points of whole numbers and quotients, many on edges; PyOD fitted to the first 120 and to all 300. */
    @Test
    void addingOneByOneIsAsFittingAnew() {
        HbosPyod hbos = new HbosPyod(3, 20);
        double[][] queries = new double[9][];
        for (int k = 0; k < 6; k++) queries[k] = point(1000 + 37 * k);
        queries[6] = new double[] {-0.002, 0, 1};
        queries[7] = new double[] {1.004, 900, 3};
        queries[8] = new double[] {0.5, -310, 2.5};

        for (int i = 0; i < 120; i++) hbos.add(point(i));
        assertThat(novelties(hbos, queries))
                .containsExactly(
                        new double[] {
                            2.124432113956,
                            2.133977195513,
                            2.133977195513,
                            2.337596141548,
                            2.352033228049,
                            1.80643323664,
                            1.962774785836,
                            2.148414282014,
                            6.992123906618
                        },
                        within(1e-11));
        for (int i = 120; i < 300; i++) hbos.add(point(i));
        assertThat(novelties(hbos, queries))
                .containsExactly(
                        new double[] {
                            2.174957615144,
                            2.344798654133,
                            2.181636870475,
                            2.6352896011,
                            2.639117707197,
                            2.178770545155,
                            2.110471971901,
                            2.188347192687,
                            6.883568397691
                        },
                        within(1e-11));
        // least and greatest score of the 300 points as PyOD has them: they may lag behind by 1 % of the points
        double expected = (2.174957615144 - 1.9581300483190631) / (2.7520795995302643 - 1.9581300483190631);
        assertThat(hbos.outlierProbability(queries[0])).isCloseTo(expected, within(0.02));
    }

    private static double[] point(int i) {
        return new double[] {
            (i * i * 37 + i) % 1009 / 1009.0, 1000.0 * (((long) i * i * i + 5L * i) % 997) / 997.0 - 300, i * 7 % 4
        };
    }

    /** One point sits on an edge and is scored in the empty bin to the left of it. */
    @Test
    void onePointAlone() {
        HbosPyod hbos = new HbosPyod(2, 100);
        hbos.add(new double[] {0.3, 0.7});

        assertThat(hbos.novelty(new double[] {0.3, 0.7})).isCloseTo(6.64385619, within(1e-8));
        assertThat(hbos.novelty(new double[] {9, 9})).isCloseTo(6.64385619, within(1e-8));
        assertThat(hbos.novelty(new double[] {0.305, 0.705})).isCloseTo(-13.29059632789726, within(1e-8));
        assertThat(hbos.outlierProbability(new double[] {9, 9})).isZero();
        assertThat(hbos.penalty(new double[] {9, 9})).isEqualTo(Math.nextDown(1.0));
    }

    /** The reason for the scale-free variant: an isolated point stands out less the larger the unit. */
    @Test
    void scoreDependsOnTheUnit() {
        assertThat(gap(1e-3)).isGreaterThan(gap(1) + 1);
        assertThat(gap(1e3)).isLessThan(0.1);
    }

    private static double gap(double scale) {
        HbosPyod hbos = new HbosPyod(1, 10);
        for (int i = 0; i < 100; i++) hbos.add(new double[] {scale * (i % 10) / 10.0});
        hbos.add(new double[] {scale * 5});
        return hbos.novelty(new double[] {scale * 4.9}) - hbos.novelty(new double[] {scale * 0.3});
    }
}
