package thetascan.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegionMapTest {

    @Test
    void countsCellsOfTheGrid() {
        RegionMap map = new RegionMap(2);
        assertThat(map.cells()).isZero();
        map.add(new double[] {0.1, 0.2});
        map.add(new double[] {0.2, 0.1});
        map.add(new double[] {0.25, 0.1}); // an edge belongs to the cell above
        map.add(new double[] {1, 1});
        map.add(new double[] {0.8, 0.99});
        assertThat(map.cells()).isEqualTo(3);
    }

    @Test
    void measuresASample() {
        RegionMap map = new RegionMap(2);
        map.add(new double[] {0.5, 0.5});
        map.add(new double[] {0, 0});
        RegionMap.Reach reach = map.reach(new double[] {0.5, 0.55, 0.5, 0.8, 0, 0.1, 0.03, 0.04});
        assertThat(reach.meanDistance()).isCloseTo((0.05 + 0.3 + 0.1 + 0.05) / 4, within(1e-15));
        assertThat(reach.near()).isEqualTo(0.75);
    }

    @Test
    void nothingFoundIsInfinitelyFar() {
        RegionMap.Reach reach = new RegionMap(1).reach(new double[] {0.5});
        assertThat(reach.meanDistance()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(reach.near()).isZero();
    }

    @Test
    void refusesAGridTooLarge() {
        assertThatThrownBy(() -> new RegionMap(31)).hasMessage("region map: 31 dimensions, can be 30 at most");
    }
}
