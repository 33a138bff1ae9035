package thetascan.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Neutrino data and a complex orthogonal matrix to couplings and back. */
class CasasIbarraTest {

    private static final double EV = 1e-9;

    private final Random random = new Random(3);
    private final ComplexOrthogonal orthogonal = new ComplexOrthogonal();
    private final NeutrinoMixing in = new NeutrinoMixing();
    private final NeutrinoMixing out = new NeutrinoMixing();
    private final ComplexMatrix r = new ComplexMatrix(3, 3);
    private final ComplexMatrix g = new ComplexMatrix(3, 3);
    private final ComplexMatrix loop = new ComplexMatrix(3, 3);
    private final ComplexMatrix product = new ComplexMatrix(3, 3);
    private final ComplexMatrix mass = new ComplexMatrix(3, 3);
    private final CasasIbarra casasIbarra = new CasasIbarra();

    private double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double[] randomAngles(double imaginary) {
        double[] angles = new double[6];
        for (int i = 0; i < 3; i++) {
            angles[2 * i] = uniform(-Math.PI, Math.PI);
            angles[2 * i + 1] = uniform(-imaginary, imaginary);
        }
        return angles;
    }

    private void randomNeutrinos(double sign) {
        in.masses(uniform(0, 0.05) * EV, 7.4e-5 * EV * EV, sign * 2.5e-3 * EV * EV);
        in.set(
                uniform(0.2, 0.4),
                uniform(0.01, 0.03),
                uniform(0.4, 0.6),
                uniform(0, 6.28),
                uniform(0, 6),
                uniform(0, 6));
    }

    private void randomLoop() {
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double scale = Math.exp(uniform(-8, -2));
                loop.set(i, j, scale * random.nextGaussian(), scale * random.nextGaussian());
                loop.set(j, i, loop.re(i, j), loop.im(i, j));
            }
        }
    }

    private void massMatrix() {
        product.product(loop, g);
        mass.transposeProduct(g, product);
    }

    @Test
    void orthogonalMatricesAreOrthogonal() {
        for (int trial = 0; trial < 100; trial++) {
            orthogonal.matrix(randomAngles(1.5), 0, r);
            product.transposeProduct(r, r);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(product.re(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
                    assertThat(product.im(i, j)).isCloseTo(0, within(1e-12));
                }
            }
        }
    }

    /** R₁₂(t₃) R₁₃(t₂) R₂₃(t₁) at real angles, element (1, 2): −c₃ s₂ s₁ + s₃ c₁; and one imaginary angle: cos(i) = cosh 1. */
    @Test
    void orderAndSigns() {
        orthogonal.matrix(new double[] {0.3, 0, 0.5, 0, 0.7, 0}, 0, r);
        assertThat(r.re(0, 1))
                .isCloseTo(
                        -Math.cos(0.7) * Math.sin(0.5) * Math.sin(0.3) + Math.sin(0.7) * Math.cos(0.3), within(1e-15));
        assertThat(r.re(2, 0)).isCloseTo(-Math.sin(0.5), within(1e-15));
        orthogonal.matrix(new double[] {0, 1, 0, 0, 0, 0}, 0, r);
        assertThat(r.re(1, 1)).isCloseTo(Math.cosh(1), within(1e-15));
        assertThat(r.im(1, 2)).isCloseTo(Math.sinh(1), within(1e-15));
    }

    @Test
    void anglesComeBack() {
        double[] back = new double[6];
        for (int trial = 0; trial < 300; trial++) {
            double[] angles = randomAngles(1.5);
            angles[2] = uniform(-1.5, 1.5);
            orthogonal.matrix(angles, 0, r);
            ComplexOrthogonal.angles(r, back, 0);
            for (int k = 0; k < 6; k++) {
                assertThat(back[k]).as("trial " + trial + " angle " + k).isCloseTo(angles[k], within(1e-9));
            }
        }
    }

    /** Outside the principal branch other angles come back, for the same matrix. */
    @Test
    void otherBranchesGiveTheSameMatrix() {
        double[] back = new double[6];
        ComplexMatrix again = new ComplexMatrix(3, 3);
        for (int trial = 0; trial < 300; trial++) {
            double[] angles = randomAngles(1.5);
            if (trial == 0) angles = new double[] {0.4, 0.1, Math.PI / 2, 0, 0.3, -0.2};
            orthogonal.matrix(angles, 0, r);
            ComplexOrthogonal.angles(r, back, 0);
            orthogonal.matrix(back, 0, again);
            for (int k = 0; k < 9; k++) {
                assertThat(again.re[k]).isCloseTo(r.re[k], within(1e-7));
                assertThat(again.im[k]).isCloseTo(r.im[k], within(1e-7));
            }
        }
    }

    @Test
    void roundTripOfNeutrinoData() {
        for (int trial = 0; trial < 400; trial++) {
            boolean inverted = trial % 2 == 1;
            randomNeutrinos(inverted ? -1 : 1);
            randomLoop();
            orthogonal.matrix(randomAngles(1), 0, r);
            casasIbarra.loop(loop);
            assertThat(casasIbarra.couplings(r, in, g)).isTrue();
            massMatrix();
            out.extract(mass, inverted ? MassOrdering.INVERTED : MassOrdering.NORMAL);
            double heaviest = Math.max(in.mass[1], in.mass[2]);
            for (int i = 0; i < 3; i++) {
                assertThat(out.mass[i]).isCloseTo(in.mass[i], within(1e-10 * heaviest));
            }
            assertThat(out.s12Sq()).isCloseTo(in.s12Sq(), within(1e-9));
            assertThat(out.s13Sq()).isCloseTo(in.s13Sq(), within(1e-10));
            assertThat(out.s23Sq()).isCloseTo(in.s23Sq(), within(1e-10));
            assertThat(Math.IEEEremainder(out.delta() - in.delta(), 2 * Math.PI))
                    .isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void roundTripOfTheOrthogonalMatrix() {
        ComplexMatrix again = new ComplexMatrix(3, 3);
        for (int trial = 0; trial < 200; trial++) {
            randomNeutrinos(1);
            orthogonal.matrix(randomAngles(1), 0, r);
            if (trial % 2 == 0) {
                randomLoop();
                casasIbarra.loop(loop);
            } else {
                casasIbarra.loop(new double[] {2e-4, -3e-6, 1e-3});
            }
            casasIbarra.couplings(r, in, g);
            assertThat(casasIbarra.rotation(g, in, again)).isTrue();
            for (int k = 0; k < 9; k++) {
                assertThat(again.re[k]).isCloseTo(r.re[k], within(1e-9));
                assertThat(again.im[k]).isCloseTo(r.im[k], within(1e-9));
            }
        }
    }

    /** A well-conditioned loop matrix and a small R: data come back to 1e-12. */
    @Test
    void exactWhereDoublesAllow() {
        in.masses(0.01 * EV, 7.4e-5 * EV * EV, 2.5e-3 * EV * EV);
        in.set(0.303, 0.02225, 0.451, 4.05, 0.3, 1.2);
        orthogonal.matrix(new double[] {0.3, 0.2, -0.4, 0.1, 1, -0.3}, 0, r);
        double[] lambda = {2e-4, 3e-4, 1e-3};
        casasIbarra.loop(lambda);
        casasIbarra.couplings(r, in, g);
        loop.fill(0);
        for (int i = 0; i < 3; i++) loop.set(i, i, lambda[i], 0);
        massMatrix();
        out.extract(mass, MassOrdering.NORMAL);
        assertThat(out.s12Sq()).isCloseTo(0.303, within(1e-12));
        assertThat(out.s13Sq()).isCloseTo(0.02225, within(1e-12));
        assertThat(out.s23Sq()).isCloseTo(0.451, within(1e-12));
        assertThat(out.delta()).isCloseTo(4.05, within(1e-12));
        assertThat(out.mass[1] / in.mass[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void singularLoopsAreSaid() {
        randomNeutrinos(1);
        orthogonal.matrix(randomAngles(1), 0, r);
        casasIbarra.loop(new double[] {0, 1e-3, 1e-3});
        assertThat(casasIbarra.couplings(r, in, g)).isFalse();
        loop.fill(0);
        loop.set(0, 0, 1e-3, 0);
        casasIbarra.loop(loop);
        assertThat(casasIbarra.couplings(r, in, g)).isFalse();
        in.masses(0, 7e-5 * EV * EV, 2e-3 * EV * EV);
        casasIbarra.loop(new double[] {1e-3, 1e-3, 1e-3});
        assertThat(casasIbarra.couplings(r, in, g)).isTrue();
        assertThat(casasIbarra.rotation(g, in, r)).isFalse();
    }

    @Test
    void invertedOrderingPutsTheLightestLast() {
        in.masses(0.002 * EV, 7.4e-5 * EV * EV, -2.4e-3 * EV * EV);
        assertThat(in.mass[2]).isEqualTo(0.002 * EV);
        assertThat(in.mass[1] * in.mass[1] - in.mass[0] * in.mass[0])
                .isCloseTo(7.4e-5 * EV * EV, within(1e-12 * EV * EV));
        assertThat(in.mass[2] * in.mass[2] - in.mass[0] * in.mass[0])
                .isCloseTo(-2.4e-3 * EV * EV, within(1e-12 * EV * EV));
    }
}
