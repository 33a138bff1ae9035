package thetascan.optimiser.elites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class EliteArchiveTest {

    private static final int[][] CELLS = {{0, 1, 1, 3}, {1, 1, 0, 2}, {0, 0, 1, 3}};
    private static final double[][] QUALITIES = {{0.5, 0.2, 0.4, 0.9}, {0.3, 0.35, 0.45, 0.25}, {0.06, 0.3, 0.1, 0.05}};

    /** Three batches; point number i, counted through, has the coordinate i. */
    private static EliteArchive filled(double learningRate, double[][] improvements) {
        EliteArchive archive = new EliteArchive(1, new GridCells(1, 4), learningRate);
        for (int b = 0; b < 3; b++) {
            double[] u = {4 * b, 4 * b + 1, 4 * b + 2, 4 * b + 3};
            improvements[b] = archive.add(u, CELLS[b], QUALITIES[b]);
        }
        return archive;
    }

    private static void assertCells(EliteArchive archive, double[] thresholds, double[] qualities) {
        for (int cell = 0; cell < 4; cell++) {
            assertThat(archive.threshold(cell)).isCloseTo(thresholds[cell], within(1e-15));
            assertThat(archive.quality(cell)).isEqualTo(qualities[cell]);
        }
        assertThat(archive.size()).isEqualTo(4);
    }

    private static double[] elites(EliteArchive archive) {
        return IntStream.range(0, archive.size())
                .mapToDouble(i -> archive.elite(i)[0])
                .toArray();
    }

    /** The rule of arXiv:2205.10752 written anew in numpy, cell by cell. */
    @Test
    void thresholdsRiseSlowly() {
        double[][] improvements = new double[3][];
        EliteArchive archive = filled(0.1, improvements);

        assertThat(improvements[0]).containsExactly(0.5, 0.2, 0.4, 0.9);
        assertThat(improvements[1]).containsExactly(new double[] {0.243, 0.293, 0.4, 0.25}, within(1e-15));
        assertThat(improvements[2]).containsExactly(new double[] {-0.03, 0.21, -0.00792, -0.04}, within(1e-15));
        assertCells(archive, new double[] {0.111, 0.10792, 0.025, 0.09}, new double[] {0.3, 0.35, 0.25, 0.9});
        assertThat(elites(archive)).containsExactly(9, 5, 3, 7); // in the order the cells were reached
        assertThat(archive.totalQuality()).isCloseTo(1.8, within(1e-15));
    }

    /** As in MAP-Elites only what is better than the elite replaces it. */
    @Test
    void thresholdsAreTheElitesAtRateOne() {
        double[][] improvements = new double[3][];
        EliteArchive archive = filled(1, improvements);

        assertThat(improvements[1]).containsExactly(new double[] {-0.1, -0.05, -0.05, 0.25}, within(1e-15));
        assertCells(archive, new double[] {0.5, 0.4, 0.25, 0.9}, new double[] {0.5, 0.4, 0.25, 0.9});
        assertThat(elites(archive)).containsExactly(0, 2, 3, 7);
    }

    @Test
    void whatHasNoCellOrNoQualityStaysOut() {
        EliteArchive archive = new EliteArchive(1, new GridCells(1, 4), 0.1);
        double[] improvement =
                archive.add(new double[] {1, 2}, new int[] {EliteArchive.NOWHERE, 2}, new double[] {0.9, 0});

        assertThat(improvement).containsExactly(Double.NEGATIVE_INFINITY, 0);
        assertThat(archive.size()).isZero();
    }

    @Test
    void firstOfEqualsBecomesTheElite() {
        EliteArchive archive = new EliteArchive(1, new GridCells(1, 4), 0.1);
        archive.add(new double[] {1, 2, 3}, new int[] {2, 2, 2}, new double[] {0.5, 0.7, 0.7});

        assertThat(archive.elite(0)).containsExactly(2);
    }

    @Test
    void savedAndRestoredIsTheSame() {
        EliteArchive archive = new EliteArchive(3, new GridCells(2, 20), 0.05);
        RandomStream random = RandomStream.of(1);
        for (int batch = 0; batch < 30; batch++) add(archive, random);
        EliteArchive restored = new EliteArchive(3, new GridCells(2, 20), 0.05);
        add(restored, RandomStream.of(2)); // whatever it knew is to be forgotten
        restored.restore(new StateInput(state(archive)));

        assertThat(state(restored)).isEqualTo(state(archive));
        add(archive, random.copy());
        add(restored, random.copy());
        assertThat(state(restored)).isEqualTo(state(archive));
        assertThat(archive.size()).isGreaterThan(100);
    }

    private static void add(EliteArchive archive, RandomStream random) {
        double[] u = random.doubles(30).toArray();
        int[] at = random.ints(10, 0, 400).toArray();
        archive.add(u, at, random.doubles(10).toArray());
    }

    private static byte[] state(EliteArchive archive) {
        StateOutput out = new StateOutput();
        archive.save(out);
        return out.toByteArray();
    }
}
