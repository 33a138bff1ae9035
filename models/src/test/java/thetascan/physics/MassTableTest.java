package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.physics.MassTable.Segment;
import thetascan.physics.MassTable.Spacing;

class MassTableTest {

    @Test
    void isExactForPolynomialsOfFifthDegree() {
        MassTable table = new MassTable(
                2,
                (m, values) -> {
                    values[0] = 1 + m * (2 + m * (3 + m * (4 + m * (5 + m * 6))));
                    values[1] = m;
                },
                List.of(new Segment(-2, 2, Spacing.MASS, 7)));
        double[] result = new double[2];
        for (double m = -2; m <= 2; m += 0.01) {
            table.at(m, result);
            assertThat(result[0]).isEqualTo(1 + m * (2 + m * (3 + m * (4 + m * (5 + m * 6)))), within(1e-11));
            assertThat(result[1]).isEqualTo(m, within(1e-13));
        }
    }

    @Test
    void followsSquareRootsAtThresholds() {
        MassTable table = new MassTable(
                1,
                (m, values) -> values[0] = Math.sqrt(Math.abs(m - 10)) + m,
                List.of(
                        new Segment(5, 10, Spacing.ROOT_BELOW_UPPER, 20),
                        new Segment(10, 20, Spacing.ROOT_ABOVE_LOWER, 20)));
        double[] result = new double[1];
        for (double m : new double[] {5, 7.3, 9.99, 10 - 1e-9, 10, 10 + 1e-9, 10.01, 13, 20}) {
            table.at(m, result);
            assertThat(result[0]).as("at %s", m).isEqualTo(Math.sqrt(Math.abs(m - 10)) + m, within(1e-12));
        }
    }

    @Test
    void doesNotLookAcrossACut() {
        MassTable table = new MassTable(
                1,
                (m, values) -> values[0] = m <= 3 ? m * m : 10 * m - 21,
                List.of(new Segment(0, 3, Spacing.MASS, 6), new Segment(3, 9, Spacing.MASS, 6)));
        double[] result = new double[1];
        table.at(2.9, result);
        assertThat(result[0]).isEqualTo(2.9 * 2.9, within(1e-12));
        table.at(3.1, result);
        assertThat(result[0]).isEqualTo(10, within(1e-12));
    }

    @Test
    void refusesSegmentsThatDoNotAdjoin() {
        assertThatThrownBy(() -> new MassTable(
                        1,
                        (m, values) -> {},
                        List.of(new Segment(0, 3, Spacing.MASS, 6), new Segment(4, 9, Spacing.MASS, 6))))
                .hasMessageContaining("begins at 4.0");
        assertThatThrownBy(() -> new Segment(3, 1, Spacing.MASS, 6)).hasMessageContaining("from < to");
        assertThatThrownBy(() -> new Segment(1, 3, Spacing.MASS, 3)).hasMessageContaining("at least 5 intervals");
    }
}
