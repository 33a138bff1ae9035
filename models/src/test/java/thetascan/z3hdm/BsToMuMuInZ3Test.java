package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.higgs.BsToMuMu;
import thetascan.physics.GaussLegendre;
import thetascan.physics.HermitianEigen;
import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;
import thetascan.z3hdm.ReferencePoints.Point;

/**
 * C_S and C_P of B_s → μμ with two charged scalars, as derivatives by numbers of the self-energy of b → s in a neutral background field: the mass matrix of
 * the charged fields there comes from the potential itself, by second differences, its functions from its eigenvectors, integrals by quadrature.
 */
class BsToMuMuInZ3Test {

    private static final double TOP_SQ = Math.pow(RunningMass.TOP.at(StandardModel.MT), 2);
    private static final double STEP = 0.02;
    private static final GaussLegendre RULE = GaussLegendre.of(40);

    private final Parts parts = new Parts();
    private final BsToMuMu muons = new BsToMuMu(Scalars.SECTOR);

    @Test
    void penguinsAreDerivativesOfTheSelfEnergy() {
        int compared = 0;
        double off = 0;
        for (Point point : ReferencePoints.published()) {
            parts.at(point);
            double lighter = Math.min(parts.spectrum.mass[Scalars.C1], parts.spectrum.mass[Scalars.C2]);
            double coupling =
                    Arrays.stream(parts.trilinears.hCC).map(Math::abs).max().orElseThrow();
            if (Math.abs(parts.spectrum.mass[Scalars.C1] - parts.spectrum.mass[Scalars.C2]) < 5
                    || lighter < 1.05 * Math.sqrt(TOP_SQ)
                    || point.category().startsWith("edge")
                    || coupling > 1e4) {
                continue;
            }
            muons.evaluate(parts.spectrum, parts.couplings, parts.trilinears);
            double scalar = 0;
            double pseudoscalar = 0;
            double size = 1;
            for (int j = 0; j < 3; j++) {
                double one = TOP_SQ
                        / (4 * parts.spectrum.massSq[Scalars.H1 + j])
                        * parts.couplings.kappaL[j]
                        * slope(parts.spectrum.o, 3 * j, false, parts.couplings.kappaU[j], parts.couplings.kappaD[j]);
                scalar += one;
                size = Math.max(size, Math.abs(one));
            }
            for (int k = 0; k < 2; k++) {
                double one = -TOP_SQ
                        / (4 * parts.spectrum.massSq[Scalars.A1 + k])
                        * parts.couplings.oddL[k]
                        * slope(parts.spectrum.p, 3 * k + 3, true, -parts.couplings.oddU[k], parts.couplings.oddD[k]);
                pseudoscalar += one;
                size = Math.max(size, Math.abs(one));
                off = Math.max(off, Math.abs(parts.trilinears.aCC[k]) / parts.spectrum.vev);
            }
            assertThat(muons.scalar).as("C_S, " + point).isCloseTo(scalar, within(1e-5 * size));
            assertThat(muons.pseudoscalar).as("C_P, " + point).isCloseTo(pseudoscalar, within(1e-5 * size));
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(off).isGreaterThan(0.1);
    }

    /** v times the derivative, over m_b, of the mass term s̄ P_R b by a neutral field that moves the vacuum along a row of its mixing matrix. */
    private double slope(double[] mixing, int row, boolean odd, double kappaU, double kappaD) {
        double[] w = {1, -parts.couplings.x[0], -parts.couplings.x[1]};
        double[] u = {1, parts.couplings.y[0], parts.couplings.y[1]};
        double[][] up = functions(mixing, row, odd, STEP, odd ? 0 : kappaU);
        double[][] down = functions(mixing, row, odd, -STEP, odd ? 0 : kappaU);
        double[][] here = functions(mixing, row, odd, 0, 0);
        double sum = 0;
        for (int n = 0; n < 3; n++) {
            sum += (kappaD - kappaU) * u[n] * w[n] * here[0][4 * n];
            for (int m = 0; m < 3; m++) {
                int at = 3 * n + m;
                double even = (up[odd ? 1 : 0][at] - down[odd ? 1 : 0][at]) / (2 * STEP) * parts.spectrum.vev;
                double other = odd ? 0 : (up[2][at] - down[2][at]) / (2 * STEP) * parts.spectrum.vev;
                if (n > 0) {
                    sum -= w[n] * u[m] * even;
                    sum += m > 0 ? u[n] * u[m] / 2 * other : 0;
                }
            }
        }
        return sum;
    }

    /** Re and Im of ∫dz ln(z M² + (1 − z) m_t²) between states of the vacuum, and Re with another z in front. */
    private double[][] functions(double[] mixing, int row, boolean odd, double field, double kappaU) {
        double[] re = new double[9];
        double[] im = new double[9];
        massMatrix(mixing, row, odd, field, re, im);
        HermitianEigen eigen = new HermitianEigen(3);
        eigen.decompose(re, im);
        double top = TOP_SQ * Math.pow(1 + kappaU * field / parts.spectrum.vev, 2);
        double[][] result = new double[3][9];
        for (int e = 0; e < 3; e++) {
            double even = integral(eigen.values[e], top, 0);
            double odd1 = integral(eigen.values[e], top, 1);
            for (int n = 0; n < 3; n++) {
                for (int m = 0; m < 3; m++) {
                    double nRe = 0;
                    double nIm = 0;
                    double mRe = 0;
                    double mIm = 0;
                    for (int a = 0; a < 3; a++) {
                        nRe += parts.spectrum.q[3 * n + a] * eigen.uRe[3 * e + a];
                        nIm += parts.spectrum.q[3 * n + a] * eigen.uIm[3 * e + a];
                        mRe += parts.spectrum.q[3 * m + a] * eigen.uRe[3 * e + a];
                        mIm += parts.spectrum.q[3 * m + a] * eigen.uIm[3 * e + a];
                    }
                    result[0][3 * n + m] += even * (nRe * mRe + nIm * mIm);
                    result[1][3 * n + m] += even * (nRe * mIm - nIm * mRe);
                    result[2][3 * n + m] += odd1 * (nRe * mRe + nIm * mIm);
                }
            }
        }
        return result;
    }

    /** ∫ dz z^power ln|z charged + (1 − z) top|, z = 1 − s⁴. */
    private static double integral(double charged, double top, int power) {
        double sum = 0;
        for (int i = 0; i < RULE.node.length; i++) {
            double s = (1 + RULE.node[i]) / 2;
            double z = 1 - s * s * s * s;
            sum += RULE.weight[i]
                    * 2
                    * s
                    * s
                    * s
                    * Math.pow(z, power)
                    * Math.log(Math.abs(z * charged + (1 - z) * top));
        }
        return sum;
    }

    /** ∂²V/∂φ_b*∂φ_a: the potential is Q ε² + B ε⁴ along every direction. */
    private void massMatrix(double[] mixing, int row, boolean odd, double field, double[] re, double[] im) {
        double[][] neutral = new double[3][2];
        for (int a = 0; a < 3; a++) {
            neutral[a][0] =
                    (parts.spectrum.vHat[a] * parts.spectrum.vev + (odd ? 0 : mixing[row + a] * field)) / Math.sqrt(2);
            neutral[a][1] = odd ? mixing[row + a] * field / Math.sqrt(2) : 0;
        }
        for (int b = 0; b < 3; b++) {
            for (int a = b; a < 3; a++) {
                double diagonal = quadratic(neutral, b, a, 1, 0) - quadratic(neutral, b, a, -1, 0);
                double other = quadratic(neutral, b, a, 0, 1) - quadratic(neutral, b, a, 0, -1);
                // φ_b = 1, φ_a = c: M_bb + |c|² M_aa + 2 Re(c M_ba)
                re[3 * b + a] = a == b ? quadratic(neutral, b, a, 0, 0) : diagonal / 4;
                im[3 * b + a] = a == b ? 0 : -other / 4;
            }
        }
    }

    private double quadratic(double[][] neutral, int b, int a, double cRe, double cIm) {
        double small = 100;
        double vacuum = potential(neutral, new double[3][2]);
        double[] values = new double[2];
        for (int k = 1; k <= 2; k++) {
            double[][] charged = new double[3][2];
            charged[b][0] += k * small;
            charged[a][0] += k * small * cRe;
            charged[a][1] += k * small * cIm;
            values[k - 1] = potential(neutral, charged) - vacuum;
        }
        return (16 * values[0] - values[1]) / (12 * small * small);
    }

    /** V of arXiv:2106.11977 as it stands in {@link Potential}. */
    private double potential(double[][] neutral, double[][] charged) {
        double[][][] p = new double[3][3][2];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (double[][] f : new double[][][] {neutral, charged}) {
                    p[a][b][0] += f[a][0] * f[b][0] + f[a][1] * f[b][1];
                    p[a][b][1] += f[a][0] * f[b][1] - f[a][1] * f[b][0];
                }
            }
        }
        Potential v = parts.potential;
        double p11 = p[0][0][0];
        double p22 = p[1][1][0];
        double p33 = p[2][2][0];
        return v.m11Sq * p11
                + v.m22Sq * p22
                + v.m33Sq * p33
                + 2 * (parts.spectrum.m12Sq * p[0][1][0] + parts.spectrum.m13Sq * p[0][2][0])
                + 2 * parts.spectrum.m23Sq * p[1][2][0]
                + v.l1 * p11 * p11
                + v.l2 * p22 * p22
                + v.l3 * p33 * p33
                + v.l4 * p11 * p22
                + v.l5 * p11 * p33
                + v.l6 * p22 * p33
                + v.l7 * modulus(p[0][1])
                + v.l8 * modulus(p[0][2])
                + v.l9 * modulus(p[1][2])
                + 2 * v.l10 * product(p[0][1], p[0][2])
                + 2 * v.l11 * product(p[0][1], p[2][1])
                + 2 * v.l12 * product(p[0][2], p[1][2]);
    }

    private static double modulus(double[] z) {
        return z[0] * z[0] + z[1] * z[1];
    }

    /** Re of a product. */
    private static double product(double[] a, double[] b) {
        return a[0] * b[0] - a[1] * b[1];
    }
}
