package thetascan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import thetascan.toy.ToyModel;

class StoredPointsTest {

    @Test
    void knowsEveryPointThatWasAdded() {
        StoredPoints stored = new StoredPoints(new ToyModel());
        Set<Double> known = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            double x = random.nextInt(30_000);
            assertThat(stored.add(new double[] {x, 0.5, 1})).isEqualTo(known.add(x));
            assertThat(stored.rows()).isEqualTo(known.size());
        }
    }

    @Test
    void zeroHasNoSign() {
        StoredPoints stored = new StoredPoints(new ToyModel());
        assertThat(stored.add(new double[] {0.0, 0.3, 1})).isTrue();
        assertThat(stored.add(new double[] {-0.0, 0.3, 1})).isFalse();
        assertThat(stored.add(new double[] {Double.MIN_VALUE, 0.3, 1})).isTrue();
    }

    /** The number is the id that stands in the files. */
    @Test
    void numbersAreTheIdsOfTheFiles() {
        PointId id = new PointId(new ToyModel());
        double[] theta = {0.1, -0.2, 1};
        assertThat(String.format(Locale.ROOT, "%016x", id.number(theta))).isEqualTo(id.of(theta));
    }
}
