package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.contract.DetectorContract;
import thetascan.random.RandomStream;
import thetascan.state.StateOutput;

class IsolationForestTest {

    /** Score from the expected path lengths, by recursion over all splits in Python. */
    @ParameterizedTest
    @CsvSource({"0.12, 0.12, 0.36855085700030676", "0.9, 0.8, 0.7274476995228674", "0.5, 0.5, 0.5711319486753221"})
    void scoresAreThoseOfThePaper(double x, double y, double expected) {
        IsolationForest forest = new IsolationForest(2, 10_000, 256, 4096, 7);
        double[][] points = {{0.1, 0.1}, {0.12, 0.15}, {0.15, 0.11}, {0.11, 0.14}, {0.9, 0.8}};
        for (double[] point : points) forest.add(point);

        assertThat(forest.novelty(new double[] {x, y})).isCloseTo(expected, within(0.004)); // > 4 standard errors
        assertThat(forest.penalty(new double[] {x, y})).isCloseTo(1 - expected, within(0.004));
    }

    @Test
    void oneLonelyPointSaysNothing() {
        IsolationForest forest = new IsolationForest(1, 10, 256, 4096, 7);
        forest.add(new double[] {0.3});

        assertThat(forest.novelty(new double[] {0.3})).isEqualTo(0.5);
        assertThat(forest.novelty(new double[] {0.9})).isEqualTo(0.5);
    }

    /** Two clusters in ten dimensions: hardly any point between them looks more familiar than one of theirs. */
    @Test
    void separatesClustersFromWhatLiesBetween() {
        RandomStream random = RandomStream.of(1);
        IsolationForest forest = new IsolationForest(10, 100, 256, 4096, 7);
        for (int i = 0; i < 3000; i++) forest.add(cluster(random));
        double[] inside = new double[300];
        double[] between = new double[300];
        for (int i = 0; i < 300; i++) {
            inside[i] = forest.novelty(cluster(random));
            double[] x = new double[10];
            for (int j = 0; j < 10; j++) x[j] = random.nextDouble();
            between[i] = forest.novelty(x);
        }
        int ordered = 0;
        for (double a : inside) {
            for (double b : between) ordered += a < b ? 1 : 0;
        }

        assertThat(ordered / 90_000.0).isGreaterThan(0.99);
    }

    private static double[] cluster(RandomStream random) {
        double centre = random.nextInt(2) == 0 ? 0.2 : 0.8;
        double[] x = new double[10];
        for (int j = 0; j < 10; j++) x[j] = centre + 0.04 * random.nextGaussian();
        return x;
    }

    @Test
    void mergedIsAsIfAllWereAdded() {
        IsolationForest one = new IsolationForest(4, 20, 32, 200, 7);
        IsolationForest other = new IsolationForest(4, 20, 32, 200, 7);
        IsolationForest all = new IsolationForest(4, 20, 32, 200, 7);
        DetectorContract.fill(one, 333, 1);
        DetectorContract.fill(other, 777, 2);
        DetectorContract.fill(all, 777, 2);
        DetectorContract.fill(all, 333, 1);
        one.merge(other);
        all.refresh();

        assertThat(one.size()).isEqualTo(1110);
        assertThat(state(one)).isEqualTo(state(all));
        RandomStream random = RandomStream.of(3);
        for (int i = 0; i < 100; i++) {
            double[] x = DetectorContract.point(random);
            assertThat(one.novelty(x)).isEqualTo(all.novelty(x));
        }
    }

    @Test
    void refusesToMergeWhatIsNotAlike() {
        IsolationForest one = new IsolationForest(4, 20, 32, 200, 7);

        assertThatThrownBy(() -> one.merge(new IsolationForest(4, 20, 32, 200, 8)))
                .hasMessage("cannot merge isolation forests of different settings or seeds");
        assertThatThrownBy(() -> one.merge(new IsolationForest(4, 20, 33, 200, 7)))
                .hasMessageStartingWith("cannot merge");
    }

    private static byte[] state(IsolationForest forest) {
        StateOutput out = new StateOutput();
        forest.save(out);
        return out.toByteArray();
    }

    @Test
    void differentSeedsGrowDifferentTrees() {
        double[] scores = new double[2];
        for (int seed = 0; seed < 2; seed++) {
            IsolationForest forest = new IsolationForest(4, 20, 32, 200, seed);
            DetectorContract.fill(forest, 100, 1);
            scores[seed] = forest.novelty(new double[] {0.5, 0.5, 0.5, 0.5});
        }

        assertThat(scores[0]).isNotEqualTo(scores[1]);
    }

    /** Trees are grown anew at each growth by a quarter, and what is kept is bounded. */
    @Test
    void growsSeldomAndKeepsLittle() {
        IsolationForest forest = new IsolationForest(2, 5, 32, 100, 7);
        RandomStream random = RandomStream.of(1);
        Set<Long> grown = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            forest.add(new double[] {random.nextDouble(), random.nextDouble()});
            grown.add(forest.grownAt());
            assertThat((double) forest.grownAt()).isGreaterThan(forest.size() / 1.25 - 1);
        }

        assertThat(grown).hasSizeLessThan(50); // ln 20000 / ln 1.25 = 44
        assertThat(state(forest).length).isLessThan(2 * 100 * 2 * Double.BYTES);
    }

    /** Far more points than a tree takes: the score of a point in the crowd falls no further. */
    @Test
    void subsamplesDoNotGrow() {
        IsolationForest forest = new IsolationForest(4, 100, 64, 4096, 7);
        DetectorContract.fill(forest, 64, 1);
        double[] crowd = {0.1, 0.1, 0.1, 0.1};
        double few = forest.novelty(crowd);
        DetectorContract.fill(forest, 20_000, 2);

        assertThat(forest.novelty(crowd)).isCloseTo(few, within(0.05));
        assertThat(Arrays.asList(few, forest.novelty(crowd))).allMatch(score -> score < 0.5);
    }
}
