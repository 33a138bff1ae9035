package thetascan.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import thetascan.model.TestModel;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Cells and distinct points against brute force. */
class CoverageTest {

    private static List<double[]> points(int dimension, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(random.doubles(dimension).map(u -> u * u).toArray());
        }
        return points;
    }

    private static int cells(List<double[]> points) {
        Set<List<Integer>> cells = new HashSet<>();
        for (double[] x : points) {
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    cells.add(List.of(i, j, (int) Math.min(Math.floor(x[i] * 20), 19), (int)
                            Math.min(Math.floor(x[j] * 20), 19)));
                }
            }
        }
        return cells.size();
    }

    private static int greedy(List<double[]> points, double distance) {
        List<double[]> kept = new ArrayList<>();
        for (double[] x : points) {
            boolean near = kept.stream().anyMatch(k -> {
                double sum = 0;
                for (int j = 0; j < x.length; j++) {
                    sum += (x[j] - k[j]) * (x[j] - k[j]);
                }
                return sum <= distance * distance;
            });
            if (!near) {
                kept.add(x);
            }
        }
        return kept.size();
    }

    @Test
    void aSingleCoordinateHasCells() {
        CellCoverage coverage = new CellCoverage(1);
        for (double x : new double[] {0, 0.01, 0.51, 1}) coverage.add(new double[] {x});
        assertThat(coverage.count()).isEqualTo(3);
        assertThat(coverage.total()).isEqualTo(20);

        StateInput formerly =
                new StateInput(new StateOutput().put("cells", new long[0]).toByteArray());
        CellCoverage restored = new CellCoverage(1);
        restored.restore(formerly);
        assertThat(restored.count()).isZero();
    }

    @Test
    void cellsAgreeWithASet() {
        List<double[]> points = points(5, 300, 1);
        points.add(new double[] {0, 1, 1, 0, 1});
        CellCoverage coverage = new CellCoverage(5);
        points.forEach(coverage::add);

        assertThat(coverage.count()).isEqualTo(cells(points));
        assertThat(coverage.total()).isEqualTo(4000);
        assertThat(new CellCoverage(16).total()).isEqualTo(48_000);
    }

    @Test
    void mergedCellsAreThoseOfAllPoints() {
        List<double[]> all = points(4, 200, 2);
        CellCoverage one = new CellCoverage(4);
        CellCoverage other = new CellCoverage(4);
        all.subList(0, 90).forEach(one::add);
        all.subList(90, 200).forEach(other::add);
        one.merge(other);

        assertThat(one.count()).isEqualTo(cells(all));
        StateOutput out = new StateOutput();
        one.save(out);
        CellCoverage restored = new CellCoverage(4);
        restored.restore(new StateInput(out.toByteArray()));
        assertThat(restored.count()).isEqualTo(one.count());
    }

    @Test
    void distinctPointsAgreeWithGreedyThinning() {
        List<double[]> points = points(3, 1000, 3);
        DistinctPoints distinct = new DistinctPoints(3, 0.2, 1000);
        points.forEach(distinct::add);

        assertThat(distinct.stride()).isEqualTo(1);
        assertThat(distinct.count()).isEqualTo(greedy(points, 0.2)).isGreaterThan(20);
    }

    @Test
    void aLongScanIsSampledEvenly() {
        List<double[]> points = points(3, 1000, 4);
        DistinctPoints distinct = new DistinctPoints(3, 0.1, 100);
        for (int i = 0; i < points.size(); i++) {
            if (i % distinct.stride() == 0) {
                distinct.add(points.get(i));
            }
        }
        assertThat(distinct.stride()).isEqualTo(16);
        List<double[]> sample = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 16) {
            sample.add(points.get(i));
        }
        assertThat(distinct.count()).isEqualTo(greedy(sample, 0.1));

        StateOutput out = new StateOutput();
        distinct.save(out);
        DistinctPoints restored = new DistinctPoints(3, 0.1, 100);
        restored.restore(new StateInput(out.toByteArray()));
        assertThat(restored.stride()).isEqualTo(16);
        assertThat(restored.count()).isEqualTo(distinct.count());
    }

    @Test
    void canonicalCopiesFallTogether() {
        TestModel model = TestModel.shell(2).mirrored();
        CanonicalCopy copy = new CanonicalCopy(model, model.parameters());
        Coverage coverage = new Coverage(2);
        for (double[] box : new double[][] {{0.22, 0.5}, {0.78, 0.5}}) {
            coverage.add(box, copy.box(box, box));
        }
        assertThat(coverage.cells().count()).isEqualTo(2);
        assertThat(coverage.canonicalCells().count()).isEqualTo(1);
    }
}
