package thetascan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void axisFindsTheCellThatASearchFinds() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            double[] values = new double[1 + random.nextInt(60)];
            double x = random.nextDouble() * 100;
            for (int i = 0; i < values.length; i++) {
                values[i] = x;
                x += trial % 3 == 0 ? 0.1 : Math.exp(6 * random.nextDouble() - 3);
            }
            Axis axis = new Axis(values);
            for (int k = 0; k < 200; k++) {
                double at = axis.first() - 5 + random.nextDouble() * (axis.last() - axis.first() + 10);
                assertThat(axis.cell(at)).isEqualTo(search(values, at));
            }
            for (double value : values) {
                assertThat(axis.cell(value)).isEqualTo(search(values, value));
                assertThat(axis.cell(Math.nextDown(value))).isEqualTo(search(values, Math.nextDown(value)));
            }
        }
    }

    private static int search(double[] values, double x) {
        int cell = 0;
        while (cell < values.length - 2 && values[cell + 1] <= x) {
            cell++;
        }
        return cell;
    }

    @Test
    void axisMustIncrease() {
        assertThatThrownBy(() -> new Axis(new double[] {1, 2, 2}))
                .hasMessage("value 2 is 2.0 after 2.0, values must increase.");
        assertThatThrownBy(() -> new Axis(new double[] {1, Double.NaN})).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new Axis(new double[0])).hasMessage("has no values.");
    }

    /** Linear interpolation is exact for a function linear in each coordinate. */
    @Test
    void tablesInterpolateMultilinearFunctionsExactly() {
        double[] xs = {1, 2, 4, 7};
        double[] ys = {0, 0.5, 3};
        double[] zs = {10, 30};
        double[] expected = new double[24];
        double[] observed = new double[24];
        int n = 0;
        for (double x : xs) {
            for (double y : ys) {
                for (double z : zs) {
                    expected[n] = f(x, y, z);
                    observed[n++] = 2 * f(x, y, z) + 1;
                }
            }
        }
        Table table = new Table(List.of(new Axis(xs), new Axis(ys), new Axis(zs)), expected, observed);
        Random random = new Random(3);
        for (int k = 0; k < 100; k++) {
            double x = 1 + 6 * random.nextDouble();
            double y = 3 * random.nextDouble();
            double z = 10 + 20 * random.nextDouble();
            assertThat(table.at(LimitKind.EXPECTED, x, y, z)).isCloseTo(f(x, y, z), within(1e-11));
            assertThat(table.at(LimitKind.OBSERVED, x, y, z)).isCloseTo(2 * f(x, y, z) + 1, within(1e-11));
        }
        assertThat(table.at(LimitKind.EXPECTED, -5, 9, 20)).isCloseTo(f(1, 3, 20), within(1e-12));
    }

    private static double f(double x, double y, double z) {
        return 3 + x - 2 * y + 0.5 * z + x * y - 0.1 * y * z + 0.01 * x * y * z;
    }

    @Test
    void cellWithAnUncoveredCornerIsUncovered() {
        double gap = Double.NaN;
        Table table = new Table(
                List.of(new Axis(new double[] {1, 2, 3}), new Axis(new double[] {1, 2})),
                new double[] {5, 5, 5, gap, 5, 5},
                new double[] {5, 5, 5, gap, 5, 5});
        assertThat(table.at(LimitKind.EXPECTED, 1.5, 1.5)).isNaN();
        assertThat(table.at(LimitKind.EXPECTED, 1.0, 1.0))
                .as("corner of weight 0")
                .isNaN();
    }

    @Test
    void axisOfOneValueIsFlat() {
        Table table = new Table(
                List.of(new Axis(new double[] {1, 2}), new Axis(new double[] {125})),
                new double[] {5, 7},
                new double[] {6, 8});
        assertThat(table.at(LimitKind.EXPECTED, 1.5, 700)).isEqualTo(6);
        assertThat(table.at(LimitKind.OBSERVED, 2, -1)).isEqualTo(8);
    }

    @Test
    void numbersOfValuesMustFit() {
        assertThatThrownBy(() -> new Table(List.of(new Axis(new double[] {1, 2})), new double[3], new double[2]))
                .hasMessage("expected has 3 values, the grid has 2.");
    }
}
