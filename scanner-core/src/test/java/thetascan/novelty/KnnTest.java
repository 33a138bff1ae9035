package thetascan.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class KnnTest {

    @Test
    void noveltyIsTheMeanDistanceToTheNearest() {
        Knn knn = new Knn(2, 3, 0, 1000);
        for (double x : new double[] {0.1, 0.2, 0.4, 0.8}) knn.add(new double[] {x, 0.5});

        // distances of 0.3: 0.1, 0.1, 0.2, 0.5
        assertThat(knn.novelty(new double[] {0.3, 0.5})).isCloseTo(0.4 / 3, within(1e-15));
        assertThat(knn.penalty(new double[] {0.3, 0.5})).isCloseTo(1 / (1 + 0.4 / 3), within(1e-15));
    }

    @Test
    void fewerPointsThanNeighboursWillDo() {
        Knn knn = new Knn(1, 15, 0, 1000);
        knn.add(new double[] {0.5});
        knn.add(new double[] {0.9});

        assertThat(knn.novelty(new double[] {0.6})).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void pointsCloserThanThinAreCountedButNotStored() {
        Knn knn = new Knn(1, 1, 0.25, 1000);
        for (double x : new double[] {0.5, 0.625, 0.75, 0.8125, 0.25, 1}) knn.add(new double[] {x});

        assertThat(knn.stored()).isEqualTo(4); // 0.5, 0.75, 0.25, 1: a distance of thin itself is far enough
        assertThat(knn.size()).isEqualTo(6);
        assertThat(knn.novelty(new double[] {0.625})).isEqualTo(0.125);
    }

    @Test
    void storesAtMostTheLimitAndKeepsCoveringAll() {
        Knn knn = new Knn(2, 1, 0, 200);
        RandomStream random = RandomStream.of(1);
        for (int i = 0; i < 20_000; i++) {
            knn.add(new double[] {random.nextDouble(), random.nextDouble()});
            assertThat(knn.stored()).isLessThanOrEqualTo(200);
        }

        assertThat(knn.stored()).isGreaterThan(80);
        double farthest = 0;
        for (int i = 0; i < 2000; i++) {
            farthest = Math.max(farthest, knn.novelty(new double[] {random.nextDouble(), random.nextDouble()}));
        }
        assertThat(farthest).isLessThan(0.15); // some 200 points a distance of 0.05 to 0.06 apart leave no holes
    }

    /** A tenth more than the least double is the least double. */
    @Test
    void theLeastDistanceGrowsFromAnyNumber() {
        for (double thin : new double[] {Double.MIN_VALUE, 1e-300, 1e-12}) {
            Knn knn = new Knn(2, 1, thin, 100);
            RandomStream random = RandomStream.of(1);
            for (int i = 0; i < 300; i++) knn.add(new double[] {random.nextDouble(), random.nextDouble()});
            assertThat(knn.stored()).isBetween(50, 100);
        }
    }

    @Test
    void penaltyFallsStrictlyWithNovelty() {
        Knn knn = new Knn(2, 5, 0, 1000);
        RandomStream random = RandomStream.of(2);
        for (int i = 0; i < 100; i++) knn.add(new double[] {random.nextDouble(), random.nextDouble()});
        for (int i = 0; i < 1000; i++) {
            double[] a = {random.nextDouble(), random.nextDouble()};
            double[] b = {random.nextDouble(), random.nextDouble()};
            assertThat(Double.compare(knn.penalty(a), knn.penalty(b)))
                    .isEqualTo(Double.compare(knn.novelty(b), knn.novelty(a)));
        }
    }

    @Test
    void penaltyOfAKnownPointStaysBelowOne() {
        Knn knn = new Knn(1, 1, 0, 1000);
        knn.add(new double[] {0.5});

        assertThat(knn.penalty(new double[] {0.5})).isEqualTo(Math.nextDown(1.0));
    }
}
