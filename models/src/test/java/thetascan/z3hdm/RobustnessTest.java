package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintStatus;
import thetascan.model.EvaluationException;
import thetascan.quantity.Missing;
import thetascan.space.ParameterSpace;

/** Extreme, degenerate and broken input. */
class RobustnessTest {

    private final Z3Model model = new Z3Model();
    private final ParameterSpace space = model.parameters();
    private final Z3Evaluator evaluator = model.newEvaluator();
    private final double[] observables = new double[Z3Observables.COUNT];

    private double[] point() {
        double[] u = new double[16];
        java.util.Arrays.fill(u, 0.6);
        double[] theta = new double[18];
        space.toTheta(u, theta);
        return theta;
    }

    private void assertEverythingIsKnown(String where) {
        for (int i = 0; i < observables.length; i++) {
            boolean absent = Missing.isUndefined(observables[i]) || Missing.isNotComputed(observables[i]);
            assertThat(absent || Double.isFinite(observables[i]))
                    .as("%s at %s: %s", model.observables().get(i).name(), where, observables[i])
                    .isTrue();
        }
    }

    @Test
    void everyCornerAndManyPointsOfTheBoxEvaluate() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        double[] theta = new double[18];
        double[] u = new double[16];
        for (int i = 0; i < 20000; i++) {
            for (int k = 0; k < 16; k++) {
                u[k] = i < 5000 ? random.nextInt(3) / 2.0 : random.nextDouble();
            }
            space.toTheta(u, theta);
            evaluator.evaluate(theta, observables);
            assertEverythingIsKnown(java.util.Arrays.toString(u));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {125, 160.71594, 172.5, 216.15348, 250, 345, 500, 1000})
    void allMassesEqual(double mass) throws Exception {
        double[] theta = point();
        java.util.Arrays.fill(theta, Z3Parameters.M_EVEN2, Z3Parameters.M12_SQ, mass);
        evaluator.evaluate(theta, observables);
        assertEverythingIsKnown(mass + " GeV");
    }

    /** Charged scalars on both sides of t → b C and C → t b, and at half the mass of h2. */
    @ParameterizedTest
    @ValueSource(doubles = {90, 100, 144.999, 145, 167.579, 167.58, 167.581, 172.5, 177.42, 177.421, 200})
    void chargedScalarsAtThresholds(double mass) throws Exception {
        double[] theta = point();
        theta[Z3Parameters.M_C1] = mass;
        theta[Z3Parameters.M_C2] = 2 * mass;
        theta[Z3Parameters.M_EVEN2] = 2 * mass;
        evaluator.evaluate(theta, observables);
        assertEverythingIsKnown(mass + " GeV");
    }

    @Test
    void aNegativeWidthCountsAsNoDecay() throws Exception {
        // tiny b_D against a large b_U: the interference of A1 → bb exceeds the square
        double[] theta = point();
        boolean found = false;
        SplittableRandom random = new SplittableRandom(10);
        double[] u = new double[16];
        for (int i = 0; i < 50000 && !found; i++) {
            for (int k = 0; k < 16; k++) u[k] = random.nextDouble();
            space.toTheta(u, theta);
            Parts parts = new Parts().at(theta);
            int bb = Scalars.CHANNELS.first(Scalars.A1)
                    + Scalars.CHANNELS.names(Scalars.A1).indexOf("bb");
            if (parts.widths.partial[bb] < 0) {
                found = true;
                evaluator.evaluate(theta, observables);
                assertThat(observables[Z3Observables.BRANCHING + bb]).isZero();
                assertThat(parts.widths.total[Scalars.A1]).isPositive();
            }
        }
        assertThat(found).as("a point with a negative width").isTrue();
    }

    @Test
    void branchingRatiosSumToOne() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        double[] theta = new double[18];
        for (int i = 0; i < 2000; i++) {
            space.toTheta(random.doubles(16).toArray(), theta);
            evaluator.evaluate(theta, observables);
            for (int state = 0; state < Scalars.COUNT; state++) {
                double sum = 0;
                for (int c = Scalars.CHANNELS.first(state); c < Scalars.CHANNELS.first(state + 1); c++) {
                    double branching = observables[Z3Observables.BRANCHING + c];
                    assertThat(branching).isBetween(0.0, 1.0 + 1e-6);
                    sum += branching;
                }
                assertThat(sum).as(Scalars.NAMES.get(state)).isBetween(1 - 1e-12, 1 + 1e-3);
            }
        }
    }

    @Test
    void boundedFromBelowIsUndefinedAfterAnEarlierNo() {
        Potential v = new Potential();
        v.l1 = -0.1;
        v.l2 = 1;
        v.l3 = 1;
        v.l4 = 2;
        v.l5 = 2;
        v.l6 = 2;
        double[] values = new double[7];
        double[] ranking = new double[4];
        new BoundedFromBelow().evaluate(v, values, ranking);
        assertThat(values[0]).isEqualTo(-0.2);
        for (int i = 3; i < 7; i++) assertThat(Missing.isUndefined(values[i])).isTrue();
        // max(A11, 0) under the roots: Ā12 = A12 = λ4
        assertThat(ranking[0]).isEqualTo(2);
        v.l1 = 1;
        v.l4 = -3;
        new BoundedFromBelow().evaluate(v, values, ranking);
        assertThat(values[3]).isEqualTo(-1, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(values[4]).isEqualTo(4, org.assertj.core.api.Assertions.within(1e-15));
        assertThat(Missing.isUndefined(values[6])).isTrue();
        assertThat(ranking[3]).isFinite();
    }

    @Test
    void refusesMassesWithoutReferenceRates() {
        double[] theta = point();
        theta[Z3Parameters.M_EVEN3] = 1200;
        assertThatThrownBy(() -> evaluator.evaluate(theta, observables))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("mass of h3 = 1200.0 GeV: outside the tables of reference rates, 90.0 to 1000.0 GeV.");
        theta[Z3Parameters.M_EVEN3] = Double.NaN;
        assertThatThrownBy(() -> evaluator.evaluate(theta, observables)).hasMessageContaining("NaN");
        theta[Z3Parameters.M_EVEN3] = 300;
        theta[Z3Parameters.M_EVEN1] = 126;
        assertThatThrownBy(() -> evaluator.evaluate(theta, observables)).hasMessageContaining("m_h1 = 126.0");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Z3Parameters.ALPHA1,
                Z3Parameters.GAMMA1,
                Z3Parameters.GAMMA2,
                Z3Parameters.TAN_BETA1,
                Z3Parameters.TAN_BETA2,
                Z3Parameters.M12_SQ,
                Z3Parameters.V
            })
    void aBrokenInputIsNeverValid(int parameter) throws Exception {
        double[] theta = point();
        theta[parameter] = Double.NaN;
        evaluator.evaluate(theta, observables);
        BoundConstraints constraints = model.constraintSet("default").bind(model.observables());
        byte[] statuses = new byte[constraints.size()];
        assertThat(constraints.evaluate(observables, new double[constraints.size()], statuses))
                .isNotNegative();
        assertThat(statuses).contains((byte) ConstraintStatus.NOT_FINITE.ordinal());
    }

    @Test
    void evaluationsDoNotDependOnHistory() throws Exception {
        double[] theta = point();
        evaluator.evaluate(theta, observables);
        double[] first = observables.clone();
        double[] other = new double[18];
        space.toTheta(new SplittableRandom(12).doubles(16).toArray(), other);
        evaluator.evaluate(other, observables);
        evaluator.evaluate(theta, observables);
        assertThat(observables).containsExactly(first);
        double[] fresh = new double[Z3Observables.COUNT];
        model.newEvaluator().evaluate(theta, fresh);
        assertThat(fresh).containsExactly(first);
    }
}
