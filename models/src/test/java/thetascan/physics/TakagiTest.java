package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TakagiTest {

    private static final double PRECISION = 1e-14;

    /** max |U* M U† − diag(d)| / max |M|, and U unitary. */
    private static void check(int n, double[] re, double[] im) {
        Takagi takagi = new Takagi(n);
        assertThat(takagi.factorise(re, im)).isTrue();
        double size = 0;
        for (int k = 0; k < n * n; k++) size = Math.max(size, Math.hypot(re[k], im[k]));
        for (int i = 0; i < n; i++) {
            assertThat(takagi.values[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : takagi.values[i - 1]);
            for (int j = 0; j < n; j++) {
                double[] diagonal = element(takagi, n, re, im, i, j);
                assertThat(diagonal[0]).isCloseTo(i == j ? takagi.values[i] : 0, within(n * PRECISION * size));
                assertThat(diagonal[1]).isCloseTo(0, within(n * PRECISION * size));
                double x = 0;
                double y = 0;
                for (int k = 0; k < n; k++) {
                    int p = i * n + k;
                    int q = j * n + k;
                    x += takagi.uRe[p] * takagi.uRe[q] + takagi.uIm[p] * takagi.uIm[q];
                    y += takagi.uIm[p] * takagi.uRe[q] - takagi.uRe[p] * takagi.uIm[q];
                }
                assertThat(x).isCloseTo(i == j ? 1 : 0, within(PRECISION));
                assertThat(y).isCloseTo(0, within(PRECISION));
            }
        }
    }

    private static double[] element(Takagi t, int n, double[] re, double[] im, int i, int j) {
        double x = 0;
        double y = 0;
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                // U*_ik U*_jl
                double a = t.uRe[i * n + k] * t.uRe[j * n + l] - t.uIm[i * n + k] * t.uIm[j * n + l];
                double b = -t.uRe[i * n + k] * t.uIm[j * n + l] - t.uIm[i * n + k] * t.uRe[j * n + l];
                x += a * re[k * n + l] - b * im[k * n + l];
                y += a * im[k * n + l] + b * re[k * n + l];
            }
        }
        return new double[] {x, y};
    }

    @Test
    void randomMatrices() {
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            int n = 2 + trial % 4;
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                    double scale = trial % 3 == 0 ? 1 : Math.exp(10 * (random.nextDouble() - 0.5));
                    re[i * n + j] = re[j * n + i] = scale * random.nextGaussian();
                    im[i * n + j] = im[j * n + i] = scale * random.nextGaussian();
                }
            }
            check(n, re, im);
        }
    }

    @Test
    void degenerateValues() {
        check(2, new double[] {0, 3, 3, 0}, new double[4]);
        check(2, new double[] {1, 2, 2, -1}, new double[4]);
        check(2, new double[] {1e-9, 2, 2, -1e-9}, new double[] {0, 0, 0, 1e-9});
        check(3, new double[] {0, 0, 1, 0, 1, 0, 1, 0, 0}, new double[] {0, 1, 0, 1, 0, 0, 0, 0, 0});
        check(4, new double[16], new double[16]);
        check(4, new double[] {2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0, 0, 2, 0}, new double[16]);
    }

    /** Wᵀ W with unitary W is unitary and symmetric: all values are 1, whatever the phases. */
    @Test
    void unitarySymmetricMatrices() {
        Random random = new Random(2);
        for (int trial = 0; trial < 300; trial++) {
            double[] w = unitary(random);
            double[] re = new double[9];
            double[] im = new double[9];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    for (int k = 0; k < 3; k++) {
                        double a = w[2 * (3 * k + i)];
                        double b = w[2 * (3 * k + i) + 1];
                        double c = w[2 * (3 * k + j)];
                        double d = w[2 * (3 * k + j) + 1];
                        re[3 * i + j] += a * c - b * d;
                        im[3 * i + j] += a * d + b * c;
                    }
                }
            }
            check(3, re, im);
        }
    }

    private static double[] unitary(Random random) {
        double[] w = new double[18];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 6; k++) w[6 * i + k] = random.nextGaussian();
            for (int j = 0; j < i; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < 3; k++) {
                    x += w[6 * j + 2 * k] * w[6 * i + 2 * k] + w[6 * j + 2 * k + 1] * w[6 * i + 2 * k + 1];
                    y += w[6 * j + 2 * k] * w[6 * i + 2 * k + 1] - w[6 * j + 2 * k + 1] * w[6 * i + 2 * k];
                }
                for (int k = 0; k < 3; k++) {
                    double a = w[6 * j + 2 * k];
                    double b = w[6 * j + 2 * k + 1];
                    w[6 * i + 2 * k] -= x * a - y * b;
                    w[6 * i + 2 * k + 1] -= x * b + y * a;
                }
            }
            double norm = 0;
            for (int k = 0; k < 6; k++) norm += w[6 * i + k] * w[6 * i + k];
            for (int k = 0; k < 6; k++) w[6 * i + k] /= Math.sqrt(norm);
        }
        return w;
    }

    /** [[0, b], [b, M]] has the values b²/M (1 − b²/M² + ...) and M: the small one keeps its digits. */
    @Test
    void smallValuesKeepTheirDigits() {
        Takagi takagi = new Takagi(2);
        takagi.factorise(new double[] {0, 0, 0, 1e12}, new double[] {0, 3, 3, 0});
        assertThat(takagi.values[0]).isCloseTo(9e-12, within(1e-26));
        assertThat(takagi.values[1]).isEqualTo(1e12);
    }

    @Test
    void nanInNanOut() {
        Takagi takagi = new Takagi(2);
        assertThat(takagi.factorise(new double[] {1, Double.NaN, Double.NaN, 2}, new double[4]))
                .isFalse();
        assertThat(takagi.values).containsOnly(Double.NaN);
        assertThat(takagi.uRe).containsOnly(Double.NaN);
    }
}
