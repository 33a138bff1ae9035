package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;
import thetascan.z3hdm.ReferencePoints.Point;

class Z3ChartsTest {

    private static final ParameterSpace SPACE = Z3Parameters.space();

    private static Chart chart(String name, ParameterSpace space) {
        return new Z3Model()
                .charts(space).stream()
                        .filter(chart -> chart.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static double[] uniform(int dimension, SplittableRandom random) {
        return random.doubles(dimension).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed-square", "symmetric-limit", "alignment"})
    void everyCoordinateGivesAPointOfTheBoxAndComesBack(String name) {
        Chart chart = chart(name, SPACE);
        SplittableRandom random = new SplittableRandom(5);
        double[] theta = new double[SPACE.size()];
        double[] again = new double[SPACE.size()];
        double[] back = new double[chart.dimension()];
        double[] box = new double[SPACE.dimension()];
        for (int i = 0; i < 2000; i++) {
            double[] u = uniform(chart.dimension(), random);
            if (i < 2 * u.length) {
                u[i / 2] = i % 2;
            }
            chart.toTheta(u, theta);
            assertThat(SPACE.toUnit(theta, box)).as("in the box").isTrue();
            assertThat(chart.toUnit(theta, back)).as("covered").isTrue();
            for (double x : back) {
                assertThat(x).isBetween(0.0, 1.0);
            }
            chart.toTheta(back, again);
            for (int k = 0; k < theta.length; k++) {
                assertThat(again[k])
                        .as("parameter %s", k)
                        .isEqualTo(theta[k], within(1e-9 * Math.max(1, Math.abs(theta[k]))));
            }
        }
    }

    @Test
    void signedSquares() {
        Chart chart = chart("signed-square", SPACE);
        double[] u = new double[16];
        java.util.Arrays.fill(u, 0.25);
        double[] theta = new double[18];
        chart.toTheta(u, theta);
        assertThat(theta[Z3Parameters.M12_SQ]).isEqualTo(-1e7 * 0.25);
        assertThat(theta[Z3Parameters.M_EVEN2]).isEqualTo(125 + 0.25 * 875);
        assertThat(theta[Z3Parameters.V]).isEqualTo(246);
        assertThat(theta[Z3Parameters.M_EVEN1]).isEqualTo(125);
    }

    /** At the centre of the deviations λ1 = λ2 = λ3 = m_h²/2v², λ4 = λ5 = λ6 = m_h²/v² and the others vanish. */
    @Test
    void centreOfTheSymmetricLimit() {
        Chart chart = chart("symmetric-limit", SPACE);
        SplittableRandom random = new SplittableRandom(6);
        double[] theta = new double[18];
        for (int i = 0; i < 200; i++) {
            double[] u = new double[16];
            java.util.Arrays.fill(u, 0.5);
            for (int free : new int[] {
                Z3Parameters.ALPHA3,
                Z3Parameters.TAN_BETA1,
                Z3Parameters.TAN_BETA2,
                Z3Parameters.M_EVEN2,
                Z3Parameters.M_EVEN3
            }) {
                u[free] = random.nextDouble(0.1, 1);
            }
            chart.toTheta(u, theta);
            Z3Spectrum spectrum = new Z3Spectrum();
            spectrum.set(theta);
            Potential v = new Potential();
            v.invert(spectrum);
            double ratio = 125.0 * 125 / (246.0 * 246);
            assertThat(new double[] {v.l1, v.l2, v.l3, v.l4, v.l5, v.l6, v.l7, v.l8, v.l9, v.l10, v.l11, v.l12})
                    .containsExactly(
                            new double[] {ratio / 2, ratio / 2, ratio / 2, ratio, ratio, ratio, 0, 0, 0, 0, 0, 0},
                            within(1e-7));
        }
    }

    @Test
    void deviationsFollowTheirDefinition() {
        Chart chart = chart("symmetric-limit", SPACE);
        double[] u = new double[16];
        java.util.Arrays.fill(u, 0.5);
        double[] theta = new double[18];
        chart.toTheta(u, theta);
        double[] centre = theta.clone();
        u[Z3Parameters.ALPHA1] = 0.8;
        u[Z3Parameters.GAMMA2] = 0.3;
        u[Z3Parameters.M_C2] = 0.65;
        u[Z3Parameters.M23_SQ] = 0.1;
        chart.toTheta(u, theta);
        assertThat(theta[Z3Parameters.ALPHA1]).isEqualTo(centre[Z3Parameters.ALPHA1] + 0.75 * 0.36, within(1e-14));
        assertThat(theta[Z3Parameters.GAMMA2]).isEqualTo(-theta[Z3Parameters.ALPHA3] - 1.5 * 0.16, within(1e-14));
        assertThat(theta[Z3Parameters.M_C2]).isEqualTo(theta[Z3Parameters.M_EVEN3] + 450 * 0.09, within(1e-11));
        assertThat(theta[Z3Parameters.M23_SQ]).isEqualTo(centre[Z3Parameters.M23_SQ] - 3e5 * 0.64, within(1e-8));
    }

    @Test
    void saysWhatItDoesNotCover() {
        Chart symmetric = chart("symmetric-limit", SPACE);
        Chart aligned = chart("alignment", SPACE);
        double[] u = new double[16];
        double[] theta = new double[18];
        java.util.Arrays.fill(u, 0.5);
        symmetric.toTheta(u, theta);
        assertThat(aligned.toUnit(theta, new double[aligned.dimension()])).isTrue();
        double[] far = theta.clone();
        far[Z3Parameters.M_A1] = theta[Z3Parameters.M_EVEN2] > 550 ? 100 : 1000;
        far[Z3Parameters.M_EVEN2] = far[Z3Parameters.M_A1] == 100 ? 1000 : 125;
        assertThat(symmetric.toUnit(far, u)).isFalse();
        theta[Z3Parameters.ALPHA1] += 1e-6;
        assertThat(aligned.toUnit(theta, new double[aligned.dimension()])).isFalse();
        theta[Z3Parameters.M_A1] = Double.NaN;
        assertThat(symmetric.toUnit(theta, u)).isFalse();
    }

    @Test
    void coversTheValidReferencePoints() {
        Chart signed = chart("signed-square", SPACE);
        double[] u = new double[16];
        double[] theta = new double[18];
        for (Point point : ReferencePoints.published()) {
            if (!point.category().startsWith("valid")) continue;
            assertThat(signed.toUnit(point.theta(), u)).as("%s", point).isTrue();
            signed.toTheta(u, theta);
            assertThat(theta).as("%s", point).containsExactly(point.theta(), within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signed-square", "symmetric-limit", "alignment"})
    void respectsOtherRangesAndFixedParameters(String name) {
        ParameterSpace space = SPACE.with("m_A1", new Scale.Linear(300, 320))
                .with("alpha2", new Scale.Linear(0, 0.5))
                .with("gamma1", new Scale.Linear(-0.2, 0.2))
                .with("m12_sq", new Scale.Linear(1e3, 2e5))
                .with("m13_sq", new Scale.Fixed(-4e4))
                .with("m23_sq", new Scale.SymmetricLog(1, 1e5))
                .with("tan_beta1", new Scale.Fixed(2))
                .with("m_C2", new Scale.Linear(150, 1000));
        Chart chart = chart(name, space);
        assertThat(chart.dimension()).isEqualTo(name.equals("alignment") ? 12 : 14);
        SplittableRandom random = new SplittableRandom(7);
        double[] theta = new double[18];
        double[] box = new double[space.dimension()];
        for (int i = 0; i < 1000; i++) {
            chart.toTheta(uniform(chart.dimension(), random), theta);
            assertThat(space.toUnit(theta, box)).isTrue();
            assertThat(theta[Z3Parameters.M13_SQ]).isEqualTo(-4e4);
            assertThat(theta[Z3Parameters.TAN_BETA1]).isEqualTo(2);
            assertThat(theta[Z3Parameters.M_A1]).isBetween(300.0, 320.0);
            assertThat(theta[Z3Parameters.GAMMA1]).isBetween(-0.2, 0.2);
            assertThat(theta[Z3Parameters.M12_SQ]).isBetween(1e3, 2e5);
        }
    }

    @Test
    void alignmentMakesTheLightHiggsStandard() {
        Chart chart = chart("alignment", SPACE);
        assertThat(chart.dimension()).isEqualTo(14);
        SplittableRandom random = new SplittableRandom(8);
        double[] theta = new double[18];
        for (int i = 0; i < 100; i++) {
            chart.toTheta(uniform(14, random), theta);
            Parts parts = new Parts().at(theta);
            assertThat(parts.couplings.kappaV[0]).isEqualTo(1, within(1e-14));
            assertThat(parts.couplings.kappaU[0]).isEqualTo(1, within(1e-11));
            assertThat(parts.couplings.kappaD[0]).isEqualTo(1, within(1e-11));
            assertThat(parts.couplings.kappaL[0]).isEqualTo(1, within(1e-11));
        }
    }
}
