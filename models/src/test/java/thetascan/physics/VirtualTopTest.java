package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual tops and vector bosons against closed formulas where widths and light masses do not matter. */
class VirtualTopTest {

    private static final double GF = StandardModel.FERMI_CONSTANT;

    /** H⁺ → b̄bW through t*, massless b, |V_tb| = Y = 1: Djouadi, Kalinowski, Zerwas, hep-ph/9511342; hep-ph/0503173, eq. (2.20). */
    private static double closed(double m) {
        double w = StandardModel.MW_SQ / (m * m);
        double t = StandardModel.MT * StandardModel.MT / (m * m);
        double log = Math.log((t - 1) / (t - w));
        double bracket = w * w / (t * t * t) * (4 * w * t + 3 * t - 4 * w) * Math.log(w * (t - 1) / (t - w))
                + (3 * t * t - 4 * t - 3 * w * w + 1) * log
                - 2.5
                + (1 - w) / (t * t) * (3 * t * t * t - t * w - 2 * t * w * w + 4 * w * w)
                + w * (4 - 1.5 * w);
        return 3 * GF * GF * Math.pow(StandardModel.MT, 4) * m / (64 * Math.PI * Math.PI * Math.PI) * bracket;
    }

    /** Our top decays with its QCD-corrected width, which the closed formula has at tree level: 8.6 %. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 120, 140, 155, 165})
    void bottomsAndW(double mass) {
        double[] values = new double[3];
        VirtualTop.charged(mass, 0, 0, values);
        double x = StandardModel.MW_SQ / (StandardModel.MT * StandardModel.MT);
        double tree =
                GF * Math.pow(StandardModel.MT, 3) / (8 * Math.sqrt(2) * Math.PI) * (1 - x) * (1 - x) * (1 + 2 * x);
        assertThat(values[0] * tree / VirtualTop.WIDTH).isCloseTo(closed(mass), within(2e-3 * closed(mass)));
        assertThat(values[2]).isZero();
    }

    /** Well above threshold the width of the top is no matter: two-body formulas. */
    @Test
    void tendsToTwoBodyDecays() {
        double m = 700;
        double[] values = new double[3];
        VirtualTop.charged(m, StandardModel.MB, 0, values);
        double x = Math.pow(StandardModel.MT / m, 2);
        double y = Math.pow(StandardModel.MB / m, 2);
        double factor = 3 * GF * m / (4 * Math.sqrt(2) * Math.PI) * Math.sqrt(TwoBody.kallen(x, y));
        double mt2 = StandardModel.MT * StandardModel.MT;
        assertThat(values[0]).isCloseTo(factor * mt2 * (1 - x - y), within(0.01 * values[0]));
        assertThat(values[1]).isCloseTo(factor * (1 - x - y), within(0.03 * values[1]));
        assertThat(values[2]).isCloseTo(-4 * factor * mt2 * StandardModel.MB / (m * m), within(-0.04 * values[2]));
        double odd = 3 * GF * m * mt2 / (4 * Math.sqrt(2) * Math.PI) * Math.sqrt(1 - 4 * x);
        assertThat(VirtualTop.odd(m, 0)).isCloseTo(odd, within(0.02 * odd));
        double open = Math.pow(
                (1 - StandardModel.MZ_SQ / 250000 - 0.04) * (1 - StandardModel.MZ_SQ / 250000 - 0.04)
                        - 4 * 0.04 * StandardModel.MZ_SQ / 250000,
                1.5);
        double expected = GF * 0.25 * 1.25e8 / (8 * Math.sqrt(2) * Math.PI) * open;
        assertThat(ScalarToVector.Z.width(500, 100, 0.5, new double[3])).isCloseTo(expected, within(0.015 * expected));
        assertThat(ScalarToVector.Z.width(100, 100, 0.5, new double[3])).isZero();
    }

    /**
     * S → S′ f f̄ from the squared amplitude of the Feynman rules, (g/2)² η² (g²/8)(q² − m_W²)⁻² 8 (2 P·l P·l′ − P² l·l′) with P = p + p′, over
     * the Dalitz plot; nine pairs of fermions for W, and for Z the sum of v² + a². The propagator has no width there.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void scalarAndTwoFermions(boolean charged) {
        double m = 200;
        double scalar = 160;
        double vector = charged ? StandardModel.MW : StandardModel.MZ;
        double s2 = StandardModel.SIN2_THETA_W;
        double g2 = 8 * GF * StandardModel.MW_SQ / Math.sqrt(2);
        double couplings = 0;
        double[][] fermions = {{3, 0.5, 0}, {3, -0.5, -1}, {6, 0.5, 2 / 3.0}, {9, -0.5, -1 / 3.0}};
        for (double[] f : fermions) {
            double left = f[1] - f[2] * s2;
            double right = -f[2] * s2;
            couplings += f[0] * (left * left + right * right);
        }
        double vertex = charged
                ? g2 / 4 * g2 / 2 * 9
                : g2 * g2 / (4 * StandardModel.COS2_THETA_W * StandardModel.COS2_THETA_W) * couplings;
        double most = (m - scalar) * (m - scalar);
        int n = 400;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double q2 = most * (i + 0.5) / n;
            double energy = (m * m - q2 - scalar * scalar) / (2 * Math.sqrt(q2));
            double momentum = Math.sqrt(energy * energy - scalar * scalar);
            for (int j = 0; j < n; j++) {
                double cos = -1 + 2 * (j + 0.5) / n;
                // p′·l in the frame of the fermions
                double first = Math.sqrt(q2) / 2 * (energy - momentum * cos);
                double second = Math.sqrt(q2) / 2 * (energy + momentum * cos);
                double trace = 2 * (2 * first + q2 / 2) * (2 * second + q2 / 2)
                        - (2 * m * m + 2 * scalar * scalar - q2) * q2 / 2;
                double propagator = q2 - vector * vector;
                // dt = √q² momentum dcos
                sum += 2 * trace / (propagator * propagator) * Math.sqrt(q2) * momentum * (2.0 / n) * (most / n);
            }
        }
        double expected = vertex * sum / (32 * Math.pow(2 * Math.PI, 3) * m * m * m);
        double treeWidth = charged
                ? 9 * GF * Math.pow(vector, 3) / (6 * Math.sqrt(2) * Math.PI)
                : GF * Math.pow(vector, 3) / (3 * Math.sqrt(2) * Math.PI) * couplings;
        double width = charged ? StandardModel.GAMMA_W : StandardModel.GAMMA_Z;
        ScalarToVector table = charged ? ScalarToVector.W : ScalarToVector.Z;
        assertThat(table.width(m, scalar, 1, new double[3]) * treeWidth / width)
                .isCloseTo(expected, within(2e-3 * expected));
    }
}
