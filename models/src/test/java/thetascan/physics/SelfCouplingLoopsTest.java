package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfCouplingLoopsTest {

    private static final double V = 246;
    private static final double M_H = 125;

    /** m⁴ (ln m² − 3/2)/(64 π²), the potential of S. R. Coleman and E. Weinberg, with m² = M² + (m₀² − M²) h²/v². */
    private static double potential(double massSq, double bareSq, double h) {
        double square = bareSq + (massSq - bareSq) * h * h / (V * V);
        return square * square * (Math.log(square) - 1.5) / (64 * Math.PI * Math.PI);
    }

    /**
     * The third derivative of the effective potential with v and m_h fixed: −μ² h²/2 + λ h⁴/4 with free coefficients leaves V''' − 3 V''/v + 3 V'/v² of
     * any addition.
     */
    @ParameterizedTest
    @CsvSource({"160000, 0", "160000, 90000", "490000, 250000", "250000, 360000"})
    void areThoseOfTheEffectivePotential(double massSq, double bareSq) {
        double step = 0.5;
        double[] f = new double[7];
        for (int i = -3; i <= 3; i++) f[i + 3] = potential(massSq, bareSq, V + i * step);
        double first = (-f[0] + 9 * f[1] - 45 * f[2] + 45 * f[4] - 9 * f[5] + f[6]) / (60 * step);
        double second = (2 * f[0] - 27 * f[1] + 270 * f[2] - 490 * f[3] + 270 * f[4] - 27 * f[5] + 2 * f[6])
                / (180 * step * step);
        double third = (f[0] - 8 * f[1] + 13 * f[2] - 13 * f[4] + 8 * f[5] - f[6]) / (8 * step * step * step);
        double expected = (third - 3 * second / V + 3 * first / (V * V)) / (3 * M_H * M_H / V);
        assertThat(SelfCouplingLoops.of(massSq, bareSq, M_H, V)).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
    }
}
