package thetascan.scotogenic.t12a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thetascan.physics.ComplexMatrix;
import thetascan.scotogenic.InputBasis;
import thetascan.scotogenic.PointTheta;
import thetascan.scotogenic.ReferencePoints;
import thetascan.scotogenic.ReferencePoints.Point;

class ChiralityFlipTest {

    private final T12aLagrangian lagrangian = new T12aLagrangian();
    private final T12aSpectrum spectrum = new T12aSpectrum();
    private final ChiralityFlip flip = new ChiralityFlip();

    private boolean read(Point point) throws Exception {
        new T12aParameters(InputBasis.YUKAWAS).read(PointTheta.t12a(new T12aModel.YukawaBasis(), point), lagrangian);
        if (!spectrum.evaluate(lagrangian)) {
            return false;
        }
        flip.spectrum(spectrum);
        flip.couplings(lagrangian, spectrum);
        return true;
    }

    /** The quadratic form in Re g_Rμ is Δa_μ of the independent evaluation, for any coupling. */
    @Test
    void isTheAnomalousMoment() throws Exception {
        int compared = 0;
        for (Point point : ReferencePoints.t12a()) {
            if (read(point)) {
                double expected = point.number("lfv", "Da_mu");
                assertThat(flip.anomalousMoment(lagrangian.gR.re(0, 1)))
                        .as(point.toString())
                        .isCloseTo(expected, within(1e-11 * Math.abs(expected) + 1e-30));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(68);
    }

    @Test
    void solvesForTheSmallerRoot() throws Exception {
        int solved = 0;
        for (Point point : ReferencePoints.t12a()) {
            if (read(point)) {
                for (double x : new double[] {1e-4, -0.01, 0.3}) {
                    double target = flip.anomalousMoment(x);
                    double root = flip.solve(target);
                    assertThat(flip.anomalousMoment(root)).isCloseTo(target, within(1e-9 * Math.abs(target) + 1e-25));
                    assertThat(Math.abs(root)).isLessThanOrEqualTo(Math.abs(x) * (1 + 1e-9));
                    solved++;
                }
            }
        }
        assertThat(solved).isEqualTo(3 * 68);
    }

    /** Flipped angles: aᵀ R b = q √(a·a) √(b·b), R orthogonal, and back. */
    @Test
    void flipAngles() {
        FlipAngles angles = new FlipAngles();
        ComplexMatrix a = new ComplexMatrix(1, 3);
        ComplexMatrix b = new ComplexMatrix(1, 3);
        ComplexMatrix r = new ComplexMatrix(3, 3);
        ComplexMatrix product = new ComplexMatrix(3, 3);
        java.util.Random random = new java.util.Random(8);
        double[] back = new double[6];
        for (int trial = 0; trial < 200; trial++) {
            for (int k = 0; k < 3; k++) {
                a.set(0, k, random.nextGaussian(), random.nextGaussian());
                b.set(0, k, random.nextGaussian(), random.nextGaussian());
            }
            assertThat(angles.vectors(a, b)).isTrue();
            double[] in = {
                0.1 * random.nextGaussian(),
                0.1 * random.nextGaussian(),
                6 * random.nextDouble() - 3,
                random.nextDouble() - 0.5,
                6 * random.nextDouble() - 3,
                random.nextDouble() - 0.5
            };
            angles.matrix(in[0], in[1], in[2], in[3], in[4], in[5], r);
            product.transposeProduct(r, r);
            for (int k = 0; k < 9; k++) {
                assertThat(product.re[k]).isCloseTo(k % 4 == 0 ? 1 : 0, within(1e-9));
                assertThat(product.im[k]).isCloseTo(0, within(1e-9));
            }
            double[] form = bilinear(a, r, b);
            double[] normA = bilinear(a, null, a);
            double[] normB = bilinear(b, null, b);
            double[] squares = times(times(normA, normB), times(in, in));
            double[] formSq = times(form, form);
            assertThat(formSq[0]).isCloseTo(squares[0], within(1e-8 * Math.hypot(squares[0], squares[1]) + 1e-9));
            assertThat(formSq[1]).isCloseTo(squares[1], within(1e-8 * Math.hypot(squares[0], squares[1]) + 1e-9));
            angles.coordinates(r, back);
            assertThat(back).containsExactly(in, within(1e-7));
        }
        assertThat(angles.vectors(new ComplexMatrix(1, 3), b)).isFalse();
    }

    private static double[] times(double[] x, double[] y) {
        return new double[] {x[0] * y[0] - x[1] * y[1], x[0] * y[1] + x[1] * y[0]};
    }

    private static double[] bilinear(ComplexMatrix a, ComplexMatrix r, ComplexMatrix b) {
        double[] sum = new double[2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double[] middle = r == null ? new double[] {i == j ? 1 : 0, 0} : new double[] {r.re(i, j), r.im(i, j)};
                double[] term = times(times(new double[] {a.re[i], a.im[i]}, middle), new double[] {b.re[j], b.im[j]});
                sum[0] += term[0];
                sum[1] += term[1];
            }
        }
        return sum;
    }
}
