package thetascan.optimiser.elites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class CellsTest {

    @Test
    void gridCellsAreCountedRowByRow() {
        GridCells grid = new GridCells(3, 4);

        assertThat(grid.count()).isEqualTo(64);
        assertThat(grid.cell(new double[] {9, 0.1, 0.3, 0.99, 9}, 1)).isEqualTo(0 * 16 + 1 * 4 + 3);
        assertThat(grid.cell(new double[] {0.25, 0.5, 0.75}, 0)).isEqualTo(1 * 16 + 2 * 4 + 3);
    }

    @Test
    void whatLiesOutsideBelongsToTheOutermostCells() {
        GridCells grid = new GridCells(2, 4);

        assertThat(grid.cell(new double[] {-3, 1}, 0)).isEqualTo(3);
        assertThat(grid.cell(new double[] {1e300, -1e300}, 0)).isEqualTo(12);
    }

    @Test
    void gridsHaveLimits() {
        assertThatThrownBy(() -> new GridCells(4, 100))
                .hasMessage("bins: 100 intervals of 4 measures are more than 10000000 cells");
    }

    @Test
    void nearestCentroidOwnsAPoint() {
        VoronoiCells cells = new VoronoiCells(2, new double[] {0.1, 0.1, 0.9, 0.2, 0.5, 0.9});

        assertThat(cells.count()).isEqualTo(3);
        assertThat(cells.cell(new double[] {7, 0.2, 0.3}, 1)).isEqualTo(0);
        assertThat(cells.cell(new double[] {0.8, 0.5}, 0)).isEqualTo(1);
        assertThat(cells.cell(new double[] {0.6, 2}, 0)).isEqualTo(2);
    }

    /** Two cells of an interval are its halves. */
    @Test
    void twoCentroidsOfAnInterval() {
        VoronoiCells cells = VoronoiCells.of(1, 2);
        int changes = 0;
        double border = 0;
        for (int i = 1; i <= 1000; i++) {
            if (cells.cell(new double[] {i / 1000.0}, 0) != cells.cell(new double[] {(i - 1) / 1000.0}, 0)) {
                changes++;
                border = i / 1000.0;
            }
        }

        assertThat(changes).isEqualTo(1);
        assertThat(border).isCloseTo(0.5, within(0.15)); // of twenty random points
    }

    /**
     * No 500 points of a square are on average nearer to all points than the centres of hexagons, whose mean squared
     * distance is 5/(18 √3) / 500; random ones are at 1/(π 500), twice as far.
     */
    @Test
    void centroidsAreSpreadEvenly() {
        double hexagons = 5 / (18 * Math.sqrt(3)) / 500;
        RandomStream random = RandomStream.of(1);
        Set<Integer> met = new HashSet<>();
        double sum = 0;
        int points = 20_000;
        for (int i = 0; i < points; i++) {
            double[] x = {random.nextDouble(), random.nextDouble()};
            int cell = VoronoiCells.of(2, 500).cell(x, 0);
            met.add(cell);
            sum += VoronoiCells.of(2, 500).squareTo(cell, x, 0);
        }

        assertThat(met).hasSize(500);
        assertThat(sum / points).isBetween(0.97 * hexagons, 1.25 * hexagons);
    }

    @Test
    void cellsFollowFromTheirNumbers() {
        assertThat(VoronoiCells.of(3, 50)).isSameAs(VoronoiCells.of(3, 50));
    }
}
