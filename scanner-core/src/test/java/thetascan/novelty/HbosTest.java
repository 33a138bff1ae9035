package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.state.StateOutput;

class HbosTest {

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Counts of feature 0: 3, 1, 0, 0; of feature 1: 0, 2, 2, 0. */
    private static Hbos fourPoints() {
        Hbos hbos = new Hbos(2, 4, 0);
        hbos.add(new double[] {0.1, 0.3});
        hbos.add(new double[] {0.2, 0.4});
        hbos.add(new double[] {0, 0.5});
        hbos.add(new double[] {0.25, 0.7});
        return hbos;
    }

    @Test
    void heightsAreRelativeToTheHighestBin() {
        Hbos hbos = fourPoints();

        assertThat(hbos.novelty(new double[] {0.1, 0.6})).isCloseTo(-2 * log2(1.1), within(1e-12));
        assertThat(hbos.novelty(new double[] {0.3, 0.6})).isCloseTo(-log2(1.0 / 3 + 0.1) - log2(1.1), within(1e-12));
        assertThat(hbos.novelty(new double[] {0.9, 0.9})).isCloseTo(-2 * log2(0.1), within(1e-12));
    }

    @Test
    void penaltyIsLinearBetweenKnownAndUnknown() {
        Hbos hbos = fourPoints();

        assertThat(hbos.penalty(new double[] {0.1, 0.6}))
                .isGreaterThan(1 - 1e-12)
                .isLessThan(1);
        assertThat(hbos.penalty(new double[] {0.9, 0.9})).isCloseTo(0, within(1e-12));
        assertThat(hbos.penalty(new double[] {0.9, 0.3})).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void outsideBelongsToTheOutermostBins() {
        Hbos hbos = fourPoints();

        assertThat(hbos.novelty(new double[] {-3, 0.6})).isEqualTo(hbos.novelty(new double[] {0.1, 0.6}));
        assertThat(hbos.novelty(new double[] {1, 7})).isEqualTo(hbos.novelty(new double[] {0.9, 0.9}));
    }

    @Test
    void manyPointsOfTheSameShapeScoreTheSame() {
        Hbos few = fourPoints();
        Hbos many = new Hbos(2, 4, 0);
        for (int i = 0; i < 1000; i++) many.merge(few);
        double[] x = {0.3, 0.1};

        assertThat(many.size()).isEqualTo(4000);
        assertThat(many.novelty(x)).isEqualTo(few.novelty(x));
    }

    @Test
    void mergedIsAsIfAllWereAdded() {
        Hbos all = new Hbos(3, 50, 4);
        Hbos one = new Hbos(3, 50, 4);
        Hbos other = new Hbos(3, 50, 4);
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < 1000; i++) {
            double[] x = {random.nextDouble(), random.nextDouble() * random.nextDouble(), random.nextDouble()};
            all.add(x);
            (i % 3 == 0 ? one : other).add(x);
        }
        one.merge(other);

        assertThat(state(one)).isEqualTo(state(all));
        double[] x = {0.2, 0.5, 0.8};
        assertThat(one.novelty(x)).isEqualTo(all.novelty(x));
        assertThatThrownBy(() -> one.merge(new Hbos(3, 51, 4)))
                .hasMessage("cannot merge histograms of 3 features, 51 bins, 4 pairs into those of 3, 50, 4");
    }

    private static byte[] state(Hbos hbos) {
        StateOutput out = new StateOutput();
        hbos.save(out);
        return out.toByteArray();
    }

    /** Points on the two diagonals fill both features evenly: only pairs see that the middle of the sides is empty. */
    @Test
    void pairsSeeWhatSingleFeaturesCannot() {
        Hbos single = new Hbos(2, 100, 0);
        Hbos paired = new Hbos(2, 100, 1);
        RandomStream random = RandomStream.of(2);
        for (int i = 0; i < 20_000; i++) {
            double t = random.nextDouble();
            double[] x = {t, i % 2 == 0 ? t : 1 - t};
            single.add(x);
            paired.add(x);
        }
        double[] onDiagonal = {0.255, 0.255};
        double[] offDiagonal = {0.255, 0.505};

        assertThat(single.novelty(offDiagonal) - single.novelty(onDiagonal)).isBetween(-0.5, 0.5);
        assertThat(paired.novelty(offDiagonal) - paired.novelty(onDiagonal)).isGreaterThan(2);
    }

    @Test
    void hundredsOfFeaturesDoNotUnderflow() {
        Hbos hbos = new Hbos(700, 10, 0);
        hbos.add(new double[700]);
        double[] far = new double[700];
        Arrays.fill(far, 0.95);

        assertThat(hbos.novelty(far)).isCloseTo(-700 * log2(0.1), within(1e-9));
    }
}
