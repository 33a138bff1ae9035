package thetascan.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachedCellsTest {

    private static final boolean[] LOGARITHMIC = {false, true, false};

    /** Points whose first column grows, whose second spans decades, and whose third stands still. */
    private static List<double[]> points() {
        Random random = new Random(7);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 2000; i++)
            points.add(new double[] {-3 + 0.01 * i * random.nextDouble(), Math.pow(10, -8 * random.nextDouble()), 246});
        return points;
    }

    private static ReachedCells cells(List<double[]> points) {
        ReachedCells cells = new ReachedCells(LOGARITHMIC);
        points.forEach(cells::add);
        return cells;
    }

    @Test
    void everyPointIsInACellAndNoCellIsWithoutOne() {
        List<double[]> points = points();
        ReachedCells cells = cells(points);
        for (double[] p : points) {
            assertThat(cells.holds(0, 1, p[0], p[1])).isTrue();
            assertThat(cells.holds(1, 2, p[1], p[2])).isTrue();
        }
        double from = (double) cells.grids().get(0).get("from");
        double width = (double) cells.grids().get(0).get("width");
        double fromLog = (double) cells.grids().get(1).get("from");
        double widthLog = (double) cells.grids().get(1).get("width");
        Set<List<Integer>> expected = new HashSet<>();
        for (double[] p : points)
            expected.add(List.of((int) ((p[0] - from) / width), (int) ((Math.log10(p[1]) - fromLog) / widthLog)));
        Set<List<Integer>> found = new HashSet<>();
        byte[] bits = Base64.getDecoder().decode(cells.encoded(1, 0));
        assertThat(bits).hasSize(ReachedCells.SIDE * ReachedCells.SIDE / 8);
        for (int j = 0; j < ReachedCells.SIDE; j++) {
            for (int i = 0; i < ReachedCells.SIDE; i++) {
                if ((bits[(j * ReachedCells.SIDE + i) / 8] >> i % 8 & 1) != 0) found.add(List.of(i, j));
            }
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(300);
    }

    @Test
    void theOrderOfThePointsDoesNotMatter() {
        List<double[]> points = points();
        ReachedCells cells = cells(points);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(points, new Random(seed));
            ReachedCells others = cells(points);
            assertThat(others.encoded()).isEqualTo(cells.encoded());
            assertThat(others.grids()).isEqualTo(cells.grids());
        }
    }

    @Test
    void theCellsSpanTheColumnWithAtLeastHalfOfThem() {
        for (Object width : cells(points()).grids().subList(0, 2).stream()
                .map(grid -> {
                    List<?> range = (List<?>) grid.get("range");
                    return ((double) range.get(1) - (double) range.get(0)) / (double) grid.get("width");
                })
                .toList()) {
            assertThat((double) width).isBetween(ReachedCells.SIDE / 2.0 - 1, (double) ReachedCells.SIDE);
        }
    }

    @Test
    void whatIsNoNumberHasNoCell() {
        ReachedCells cells = new ReachedCells(LOGARITHMIC);
        cells.add(new double[] {Double.NaN, 1, 1});
        cells.add(new double[] {1, -1, 1});
        cells.add(new double[] {1, 0, Double.POSITIVE_INFINITY});
        assertThat(cells.holds(0, 1, 1, 1)).isFalse();
        assertThat(cells.holds(0, 2, 1, 1)).isTrue();
        ReachedCells extreme = new ReachedCells(LOGARITHMIC);
        double[][] points = {{0, 1e-300, -1e300}, {1e-40, 1, 0}, {1e5, 1e300, 1e-300}, {-1e5, 1e9, 1e300}};
        Arrays.stream(points).forEach(extreme::add);
        assertThat(extreme.grids()).allMatch(grid -> (double) grid.get("width") > 0);
        for (double[] p : points)
            assertThat(extreme.holds(0, 1, p[0], p[1]) && extreme.holds(0, 2, p[0], p[2]))
                    .isTrue();
    }

    @Test
    void aCopyStaysAsItWas() {
        List<double[]> points = points();
        ReachedCells cells = cells(points.subList(0, 100));
        String before = cells.encoded();
        ReachedCells copy = cells.copy();
        points.forEach(cells::add);
        assertThat(copy.encoded()).isEqualTo(before).isNotEqualTo(cells.encoded());
    }
}
