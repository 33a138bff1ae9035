package thetascan.formula.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.formula.graph.Table.Interpolation;

class TableTest {

    private static Table of(Interpolation interpolation, double... numbers) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new double[] {numbers[i], numbers[i + 1]});
        }
        return new Table(points, interpolation);
    }

    @Test
    void straightLinesBetweenThePoints() {
        Table table = of(Interpolation.LINEAR, 0, 1, 2, 5, 3, -1);
        assertThat(table.at(0)).isEqualTo(1);
        assertThat(table.at(0.5)).isEqualTo(2);
        assertThat(table.at(2)).isEqualTo(5);
        assertThat(table.at(2.5)).isEqualTo(2);
        assertThat(table.at(3)).isEqualTo(-1);
    }

    @Test
    void powerLawsInLogarithms() {
        Table table = of(Interpolation.LOG_LOG, 1, 1e-47, 10, 1e-45, 1000, 1e-46);
        assertThat(table.at(Math.sqrt(10))).isCloseTo(1e-46, within(1e-58));
        assertThat(table.at(100)).isCloseTo(Math.sqrt(1e-91), within(1e-58));
    }

    @Test
    void nothingOutside() {
        Table table = of(Interpolation.LINEAR, 0, 1, 2, 5);
        assertThat(table.at(Math.nextDown(0.0))).isNaN();
        assertThat(table.at(Math.nextUp(2.0))).isNaN();
        assertThat(table.at(Double.NaN)).isNaN();
        assertThat(table.at(Double.POSITIVE_INFINITY)).isNaN();
    }

    /** Equidistant tables are looked up directly, others by bisection: the same line must be found. */
    @Test
    void equidistantTablesAreFoundToo() {
        List<double[]> even = new ArrayList<>();
        List<double[]> uneven = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            even.add(new double[] {0.1 * i, Math.sin(i)});
            uneven.add(even.get(i));
        }
        uneven.add(new double[] {50, 0});
        Table direct = new Table(even, Interpolation.LINEAR);
        Table bisected = new Table(uneven, Interpolation.LINEAR);
        for (double x = 0; x <= 10; x += 0.0099) {
            assertThat(direct.at(x)).isEqualTo(bisected.at(x));
        }
        for (double[] point : even) {
            assertThat(direct.at(point[0])).isEqualTo(point[1]);
        }
    }

    @Test
    void badPointsAreNamed() {
        assertThatThrownBy(() -> of(Interpolation.LINEAR, 0, 1)).hasMessageContaining("two points or more, found 1");
        assertThatThrownBy(() -> of(Interpolation.LINEAR, 0, 1, 0, 2))
                .hasMessage("point 2 (0.0, 2.0): x must increase, it was 0.0 before.");
        assertThatThrownBy(() -> of(Interpolation.LOG_LOG, 1, 1, 2, 0)).hasMessageContaining("point 2 (2.0, 0.0)");
        assertThatThrownBy(() -> of(Interpolation.LINEAR, 1, 1, 2, Double.NaN)).hasMessageContaining("must be finite");
    }
}
