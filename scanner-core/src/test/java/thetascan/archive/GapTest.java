package thetascan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Intervals of coordinates in which no valid point is known. */
class GapTest {

    /** Points that fill the first coordinate, the upper six tenths of the second, and the ends of the third. */
    private static List<ArchivePoint> points(int count) {
        List<ArchivePoint> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double t = (double) k / (count - 1);
            points.add(point(t, 0.4 + 0.6 * t, t < 0.5 ? 0.7 * t : 0.3 + 0.7 * t));
        }
        return points;
    }

    private static ArchivePoint point(double... box) {
        return new ArchivePoint(box, new Origin(0, box, null), new double[0], new int[0]);
    }

    @Test
    void liesWhereNoPointIsAndTheWiderTheOftener() {
        List<ArchivePoint> points = points(1000);
        RandomStream random = RandomStream.of(1);
        Map<Integer, Integer> drawn = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            Gap gap = Gap.draw(points, 3, random);
            drawn.merge(gap.coordinate(), 1, Integer::sum);
            assertThat(points).noneMatch(point -> gap.holds(point.box()));
        }
        assertThat(drawn).containsOnlyKeys(1, 2);
        assertThat(drawn.get(1) / 10_000.0).isBetween(0.55, 0.59); // 0.4 of 0.4 + 0.3, four deviations
    }

    @Test
    void keepsAwayFromKnownPointsButNotFromTheWalls() {
        List<ArchivePoint> points = points(1000);
        RandomStream random = RandomStream.of(2);
        boolean[] seen = new boolean[3];
        for (int i = 0; i < 100; i++) {
            Gap gap = Gap.draw(points, 3, random);
            seen[gap.coordinate()] = true;
            if (gap.coordinate() == 1) {
                assertThat(gap.low()).isZero();
                assertThat(gap.high()).isBetween(0.3599, 0.3601);
            } else {
                assertThat(gap.low()).isBetween(0.379, 0.381);
                assertThat(gap.high()).isBetween(0.619, 0.621);
            }
        }
        assertThat(seen).containsExactly(false, true, true);
    }

    /** Points on some short stretches, against all of them sorted. */
    @Test
    void isTheWidestBetweenNeighbours() {
        RandomStream random = RandomStream.of(4);
        int found = 0;
        for (int set = 0; set < 300; set++) {
            int stretches = 1 + random.nextInt(12);
            double[] begin = new double[stretches];
            for (int i = 0; i < stretches; i++) begin[i] = random.nextDouble();
            List<ArchivePoint> points = new ArrayList<>();
            double[] sorted = new double[122];
            sorted[121] = 1;
            for (int k = 0; k < 120; k++) {
                sorted[k + 1] = Math.min(1, begin[random.nextInt(stretches)] + 0.1 * random.nextDouble());
                points.add(point(sorted[k + 1]));
            }
            Arrays.sort(sorted);
            int widest = 1;
            for (int k = 1; k < sorted.length; k++) {
                if (sorted[k] - sorted[k - 1] > sorted[widest] - sorted[widest - 1]) widest = k;
            }
            double low = sorted[widest - 1];
            double high = sorted[widest];
            Gap gap = Gap.draw(points, 1, RandomStream.of(set));
            if (high - low < 0.1) {
                assertThat(gap).isNull();
                continue;
            }
            found++;
            double margin = 0.1 * (high - low);
            assertThat(gap).isEqualTo(new Gap(0, low == 0 ? 0 : low + margin, high == 1 ? 1 : high - margin));
        }
        assertThat(found).isBetween(100, 299);
    }

    @Test
    void thereIsNoneWhereFewPointsAreKnownOrTheyFillTheBox() {
        List<ArchivePoint> full = new ArrayList<>();
        for (int k = 0; k < 500; k++) full.add(point(k / 499.0));

        assertThat(Gap.draw(points(99), 3, RandomStream.of(3))).isNull();
        assertThat(Gap.draw(points(100), 3, RandomStream.of(3))).isNotNull();
        assertThat(Gap.draw(full, 1, RandomStream.of(3))).isNull();
    }

    @Test
    void isSavedAndReadBitByBit() {
        Gap gap = new Gap(7, 0.1 + 0.2, 1 / 3.0);
        StateOutput out = new StateOutput();
        gap.save(out);
        out.put("next", 1);
        StateInput in = new StateInput(out.toByteArray());

        assertThat(Gap.read(in)).isEqualTo(gap);
        assertThat(Gap.read(in)).isNull();
        assertThat(in.getInt("next")).isEqualTo(1);
    }
}
