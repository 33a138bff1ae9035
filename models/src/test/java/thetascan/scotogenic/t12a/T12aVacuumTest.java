package thetascan.scotogenic.t12a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deepest vacuum of T1-2-A against a search that knows nothing but the potential. */
class T12aVacuumTest {

    private static final double V = 246.21965;

    private static T12aLagrangian example() {
        T12aLagrangian l = new T12aLagrangian();
        l.alpha = -546.72;
        l.mSSq = 274138;
        l.mEtaSq = 321161;
        l.lambdaH = 0.13501;
        l.lambda4S = 0.05701;
        l.lambda4Eta = 0.43112;
        l.lambdaS = 6.8e-4;
        l.lambdaSEta = 1.13e-3;
        l.lambdaEta = 4.5e-4;
        l.lambdaEta1 = 5.4e-4;
        l.lambdaEta2 = -1.9e-6;
        return l;
    }

    /** V(H, η, S) as it is written, minus its value at 0, in units of λ_H v⁴/4; fields in TeV. */
    private static double potential(T12aLagrangian l, double h, double r, double s) {
        h *= 1e3;
        r *= 1e3;
        s *= 1e3;
        double hh = h * h / 2;
        double ee = r * r / 2;
        double he = h * r / 2;
        double value = -l.lambdaH * V * V * hh
                + l.lambdaH * hh * hh
                + l.mEtaSq * ee
                + l.lambda4Eta * ee * ee
                + l.mSSq * s * s / 2
                + l.lambda4S * s * s * s * s / 2
                + l.lambdaS * s * s * hh / 2
                + l.lambdaSEta * s * s * ee / 2
                + l.lambdaEta * hh * ee
                + (l.lambdaEta1 + l.lambdaEta2) * he * he
                + l.alpha * s * 2 * he;
        return value / (l.lambdaH * V * V * V * V / 4);
    }

    /** Deeper by about 10⁴ electroweak depths at (2.8, 2.0, 2.7) TeV. */
    @Test
    void anExampleWithLargeAlpha() {
        double depth = new T12aVacuum().depth(example());
        assertThat(depth).isBetween(5e3, 5e4);
        assertThat(-potential(example(), 2.8, 2.0, 2.7)).isCloseTo(depth, within(0.02 * depth));
        T12aLagrangian small = example();
        small.alpha = -10;
        assertThat(new T12aVacuum().depth(small)).isLessThan(1.000001);
    }

    /** Valleys that are narrower than half a unit of ln(η_R/h) and ln(S/h); depths by a direct search in the three fields. */
    @ParameterizedTest
    @CsvSource({
        "124.3207775368933, 86511.91843913122, 49999.47406175887, 0.13501331935385244, 0.0853104440504166, 0.012889565815311834, 9.42397490729143E-5, 9.599153779537743E-6, -1.6263562777047123E-6, 4.299054353291462E-6, 3.3615140041527314E-6, 38.757827513627475",
        "96.97981930301256, 29667.876141109948, 143164.62971736802, 0.13536741587631368, 0.0070594188677098975, 3.0335788098195517E-4, 8.487875729042246E-5, 0.008403268312481392, -4.6721400957435455E-5, -2.9824241378455795E-5, -2.703573280192934E-6, 5.206854635220373",
        "112.35397850951543, 97864.86167609322, 27606.319362260176, 0.13385808781694764, 0.10866969140581911, 0.005180973519814259, 0.001561955812063281, 2.4808179373559124E-5, -3.8090557267698264E-5, 0.018745695105801655, 1.2519561521076065E-4, 42.9657231546446"
    })
    void narrowValleys(
            double alpha,
            double mSSq,
            double mEtaSq,
            double lambdaH,
            double lambda4S,
            double lambda4Eta,
            double lambdaS,
            double lambdaSEta,
            double lambdaEta,
            double lambdaEta1,
            double lambdaEta2,
            double depth) {
        T12aLagrangian l = new T12aLagrangian();
        l.alpha = alpha;
        l.mSSq = mSSq;
        l.mEtaSq = mEtaSq;
        l.lambdaH = lambdaH;
        l.lambda4S = lambda4S;
        l.lambda4Eta = lambda4Eta;
        l.lambdaS = lambdaS;
        l.lambdaSEta = lambdaSEta;
        l.lambdaEta = lambdaEta;
        l.lambdaEta1 = lambdaEta1;
        l.lambdaEta2 = lambdaEta2;
        assertThat(new T12aVacuum().depth(l)).isCloseTo(depth, within(1e-3 * depth));
    }

    @Test
    void asDeepAsASearchFromManyStarts() {
        Random random = new Random(7);
        T12aVacuum vacuum = new T12aVacuum();
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-9, 1e-9));
        int deeper = 0;
        for (int k = 0; k < 150; k++) {
            T12aLagrangian l = new T12aLagrangian();
            l.lambdaH = 0.13;
            l.lambda4S = Math.pow(10, -3 * random.nextDouble());
            l.lambda4Eta = Math.pow(10, -3 * random.nextDouble());
            l.lambdaS = 0.3 * random.nextDouble();
            l.lambdaSEta = 0.3 * random.nextDouble();
            l.lambdaEta = 0.2 + 0.3 * random.nextDouble();
            l.lambdaEta1 = -0.1 * random.nextDouble();
            l.lambdaEta2 = -0.1 * random.nextDouble();
            l.mSSq = Math.pow(10, 4.3 + 2 * random.nextDouble());
            l.mEtaSq = Math.pow(10, 4.6 + 1.7 * random.nextDouble());
            l.alpha = random.nextDouble() * Math.sqrt(Math.sqrt(l.mSSq * l.mEtaSq)) * 4;
            double found = vacuum.depth(l);
            MultivariateFunction f = x -> potential(l, x[0], x[1], -x[2]);
            double deepest = 1;
            for (int start = 0; start < 12; start++) {
                double[] at = {3 * random.nextDouble(), 3 * random.nextDouble(), 3 * random.nextDouble()};
                deepest = Math.max(
                        deepest,
                        -optimizer
                                .optimize(
                                        new MaxEval(20000),
                                        new ObjectiveFunction(f),
                                        GoalType.MINIMIZE,
                                        new InitialGuess(at),
                                        new NelderMeadSimplex(new double[] {0.3, 0.3, 0.3}))
                                .getValue());
            }
            if (deepest > 1.01) {
                deeper++;
                assertThat(found).as("point " + k).isCloseTo(deepest, within(1e-3 * deepest));
            } else {
                assertThat(found).as("point " + k).isLessThan(1.000001);
            }
        }
        assertThat(deeper).isBetween(20, 130);
    }
}
