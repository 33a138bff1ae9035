package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Integrals whose values are known in closed form. */
class LogTrapezoidTest {

    private static double integral(int power, double... massSq) {
        LogTrapezoid grid = new LogTrapezoid();
        double smallest = massSq[0];
        double largest = massSq[0];
        for (double m : massSq) {
            smallest = Math.min(smallest, m);
            largest = Math.max(largest, m);
        }
        grid.range(smallest, largest);
        double[][] r = new double[massSq.length][LogTrapezoid.CAPACITY];
        for (int i = 0; i < massSq.length; i++) grid.propagator(massSq[i], r[i]);
        double sum = 0;
        for (int k = 0; k < grid.count(); k++) {
            double term = grid.weight[k] * Math.pow(grid.t[k], power);
            for (double[] propagator : r) term *= propagator[k];
            sum += term;
        }
        return sum;
    }

    private static void relative(double value, double expected) {
        assertThat(value / expected).isCloseTo(1, within(4e-15));
    }

    @Test
    void equalMasses() {
        for (double m : new double[] {1e-30, 0.37, 1, 5e4, 1e30}) {
            relative(integral(1, m, m, m), 1 / (2 * m)); // B(2, 1)/m
            relative(integral(1, m, m, m, m), 1 / (6 * m * m)); // B(2, 2)/m²
            relative(integral(2, m, m, m, m), 1 / (3 * m)); // B(3, 1)/m
        }
    }

    @Test
    void hierarchicalMasses() {
        double large = 1e16;
        // Int t/[(t+1)² (t+L)] = [L ln L/(L−1) − 1]/(L−1)
        relative(integral(1, 1, 1, large), (large * Math.log(large) / (large - 1) - 1) / (large - 1));
        // Int t/[(t+1)(t+e)(t+e²)] from partial fractions a ln a/Π(b−a)
        double e = Math.E;
        relative(integral(1, 1, e, e * e), -e / ((e - 1) * (e * e - e)) + 2 * e * e / ((e * e - 1) * (e * e - e)));
    }

    /** Int t/[(t+m)² (t+m+δm)] = (1 − δ/3)/(2m): closed forms cancel here, the quadrature does not. */
    @Test
    void nearlyEqualMassesAreSmooth() {
        double exact = 1 / (2 * 100.0);
        double slope = (integral(1, 100, 100, 100 * (1 + 1e-6)) - exact) / 1e-6;
        assertThat(slope).isCloseTo(-exact / 3, within(1e-6 * exact * 100));
    }

    @Test
    void refusesMassesOutOfRange() {
        LogTrapezoid grid = new LogTrapezoid();
        assertThatThrownBy(() -> grid.range(0, 1)).hasMessageContaining("squared masses from 0.0 to 1.0");
        assertThatThrownBy(() -> grid.range(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grid.range(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
