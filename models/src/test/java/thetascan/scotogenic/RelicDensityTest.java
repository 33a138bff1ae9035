package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Missing;
import thetascan.scotogenic.ReferencePoints.Point;
import thetascan.scotogenic.minimal.ScotogenicLagrangian;
import thetascan.scotogenic.minimal.ScotogenicModel;
import thetascan.scotogenic.t12a.T12aLagrangian;
import thetascan.scotogenic.t12a.T12aModel;

/** Relic densities of the reference points, of limits known in the literature and of points without dark matter. */
class RelicDensityTest {

    /** Of the reference files. */
    private static final double TOLERANCE = 2e-3;

    private static final double FREEZE_OUT_TOLERANCE = 5e-3;

    @Test
    void minimalModel() throws EvaluationException {
        Model model = new ScotogenicModel(InputBasis.YUKAWAS);
        assertThat(compare(
                        model,
                        ReferencePoints.minimal(),
                        thetascan.scotogenic.minimal.TwoBody.evaluator(InputBasis.YUKAWAS)))
                .isEqualTo(67);
    }

    @Test
    void t12a() throws EvaluationException {
        Model model = new T12aModel(InputBasis.YUKAWAS);
        assertThat(compare(
                        model, ReferencePoints.t12a(), thetascan.scotogenic.t12a.TwoBody.evaluator(InputBasis.YUKAWAS)))
                .isEqualTo(64);
    }

    /** Compares every point that has a relic density; returns how many. */
    private static int compare(Model model, List<Point> points, PointEvaluator twoBody) throws EvaluationException {
        double[] observables = new double[model.observables().size()];
        int omega = index(model, "Omega_h2");
        int freezeOut = index(model, "x_f");
        int count = 0;
        List<String> wrong = new ArrayList<>();
        try (PointEvaluator evaluator = twoBody) {
            for (Point point : points) {
                if (!point.has("relic", "omega_h2")) {
                    continue;
                }
                double[] theta =
                        model instanceof T12aModel ? PointTheta.t12a(model, point) : PointTheta.minimal(model, point);
                evaluator.evaluate(theta, observables);
                assertThat(Missing.isNotComputed(observables[omega])).isTrue();
                evaluator.evaluateStage(1, theta, observables);
                double expected = point.number("relic", "omega_h2");
                double expectedX = point.number("relic", "xf");
                if (!(Math.abs(observables[omega] / expected - 1) <= TOLERANCE)
                        || !(Math.abs(observables[freezeOut] / expectedX - 1) <= FREEZE_OUT_TOLERANCE)) {
                    wrong.add(point + ": " + observables[omega] + " " + observables[freezeOut] + " instead of "
                            + expected + " " + expectedX);
                }
                count++;
            }
        }
        assertThat(wrong).isEmpty();
        return count;
    }

    private static int index(Model model, String name) {
        for (int k = 0; k < model.observables().size(); k++) {
            if (model.observables().get(k).name().equals(name)) {
                return k;
            }
        }
        throw new AssertionError(name);
    }

    /** Without dark matter, vacuum or couplings there is no relic density: undefined, not failed. */
    @Test
    void isUndefinedWithoutDarkMatter() throws EvaluationException {
        Model model = new T12aModel(InputBasis.YUKAWAS);
        double[] observables = new double[model.observables().size()];
        List<String> without = new ArrayList<>();
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (Point point : ReferencePoints.t12a()) {
                if (!point.has("relic", "omega_h2") && !point.isCasasIbarra()) {
                    double[] theta = PointTheta.t12a(model, point);
                    evaluator.evaluate(theta, observables);
                    evaluator.evaluateStage(1, theta, observables);
                    assertThat(Missing.isUndefined(observables[index(model, "Omega_h2")]))
                            .as("%s", point)
                            .isTrue();
                    without.add(point.kind());
                }
            }
        }
        assertThat(without).contains("edge:charged-LOP", "edge:tachyonic");
    }

    /**
     * Inert doublet without quartic couplings at 534 GeV; vectorlike fermion doublet at 1.1 TeV, decoupled from all else, by the program
     * behind the reference points.
     */
    @Test
    void pureDoublets() throws EvaluationException {
        ScotogenicLagrangian inert = new ScotogenicLagrangian();
        inert.mEtaSq = 534.0 * 534;
        inert.lambda5 = 1e-9;
        Arrays.fill(inert.mN, 1e5);
        assertThat(Relics.omega(inert)).isCloseTo(0.120, within(0.01 * 0.120));

        T12aLagrangian vectorlike = new T12aLagrangian();
        vectorlike.mPsi = 1100;
        Arrays.fill(vectorlike.mF, 1e5);
        vectorlike.mEtaSq = 1e10;
        vectorlike.mSSq = 1e10;
        assertThat(Relics.omega(vectorlike)).isCloseTo(0.118666, within(1e-3 * 0.118666));
    }
}
