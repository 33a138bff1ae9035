package thetascan.relic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.physics.GaussLegendre;

/** Building blocks against scipy and against the program behind the reference points. */
class NumericsTest {

    @ParameterizedTest
    @CsvSource({
        "8, 0.46314909287049616, 0.5524102918192102",
        "10, 0.4107665705957888, 0.47378524855575643",
        "25, 0.2543773295420852, 0.26978679093896346",
        "300, 0.07245048166725841, 0.07281303495072236"
    })
    void besselFunctions(double z, double k1, double k2) {
        assertThat(Bessel.scaledK1(z)).isCloseTo(k1, within(1e-6 * k1));
        assertThat(Bessel.scaledK2(z)).isCloseTo(k2, within(1e-6 * k2));
    }

    @Test
    void gaussLegendre() {
        GaussLegendre five = GaussLegendre.of(5);
        assertThat(five.node[4]).isCloseTo(0.9061798459386640, within(1e-15));
        assertThat(five.weight[0]).isCloseTo(0.2369268850561891, within(1e-15));
        GaussLegendre large = GaussLegendre.of(32);
        assertThat(large.node[31]).isCloseTo(0.9972638618494816, within(1e-15));
        assertThat(large.weight[31]).isCloseTo(0.007018610009470506, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 10.741, 3.277193935837874",
        "0.05, 14.297135033370111, 4.062867996336144",
        "0.2, 41.35161446718663, 9.276345637718634",
        "1, 74.83086387958562, 9.07792744405625",
        "50, 94.86027002717762, 10.079021299880091",
        "2000, 104.51, 10.223502382106526"
    })
    void plasma(double t, double entropy, double rootStar) {
        assertThat(Plasma.entropy(t)).isCloseTo(entropy, within(1e-12 * entropy));
        assertThat(Plasma.rootStar(t)).isCloseTo(rootStar, within(1e-12 * rootStar));
    }

    @ParameterizedTest
    @CsvSource({
        "91.188, 0.118, 3.234194307492961",
        "200, 0.10573471336516825, 3.0008189236061305",
        "1000, 0.0884809175649175, 2.6450126620557644"
    })
    void quarksRun(double q, double alphaS, double bottom) {
        assertThat(new RunningQuarks().alphaS(q)).isCloseTo(alphaS, within(1e-9));
        StandardModelInputs inputs = new StandardModelInputs(false);
        inputs.at(q, 0);
        assertThat(inputs.bottom).isCloseTo(bottom, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0.0029137064051559408, 0.7288296267828888, 162.84015077975246",
        "300, 0.002434646466064288, 0.6594870132064671, 156.34232117174642",
        "1000, 0.0020714576283170937, 0.6016858921248395, 144.38104694879434"
    })
    void inputsFollowTheScale(double q, double width, double charm, double top) {
        StandardModelInputs inputs = new StandardModelInputs(false);
        inputs.at(q, 1e-3);
        assertThat(inputs.higgsWidth - 1e-3).isCloseTo(width, within(1e-10));
        assertThat(inputs.charm).isCloseTo(charm, within(1e-8));
        assertThat(inputs.topYukawa).isCloseTo(top, within(1e-6));
    }

    /** Against an implicit Runge-Kutta solution at 1e-9. */
    @ParameterizedTest
    @CsvSource({"100, 2e-9, 0, 2, 0.10547798907", "1000, 2e-9, 0, 1, 0.10588165244", "100, 2e-8, 1, 2, 0.42379820685"})
    void freezeOut(double m, double sigma, int wave, int states, double omega) {
        FreezeOut freezeOut = new FreezeOut();
        double[] rate = table(freezeOut, x -> sigma / Math.pow(x, wave));
        double[] density = table(freezeOut, x -> states * m * m * Bessel.scaledK2(x));
        freezeOut.solve(m, rate, density);

        assertThat(freezeOut.omega).isCloseTo(omega, within(3e-4 * omega));
        assertThat(freezeOut.xFreezeOut).isBetween(20.0, 30.0);
    }

    private static double[] table(FreezeOut freezeOut, DoubleUnaryOperator of) {
        double[] values = new double[FreezeOut.STEPS + 1];
        Arrays.setAll(values, k -> of.applyAsDouble(freezeOut.x(k)));
        return values;
    }
}
