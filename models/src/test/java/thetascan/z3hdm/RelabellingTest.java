package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.quantity.Quantity;
import thetascan.z3hdm.ReferencePoints.Point;

/** The eight copies of a point and the periods of its angles are the same physics. */
class RelabellingTest {

    private final Z3Model model = new Z3Model();
    private final Z3Evaluator evaluator = model.newEvaluator();

    private double[] observables(double[] theta) throws Exception {
        double[] values = new double[Z3Observables.COUNT];
        evaluator.evaluate(theta, values);
        return values;
    }

    private static void exchange(double[] theta, int mass, int angle) {
        double first = theta[mass];
        theta[mass] = theta[mass + 1];
        theta[mass + 1] = first;
        theta[angle] += Math.PI / 2;
    }

    /** Renames states in an observable's name: 1 ↔ 2 of a kind, h2 ↔ h3. */
    private static String renamed(String name, int copy) {
        if (!name.matches("(width|BR|hb)_.*")) return name;
        String result = name;
        if ((copy & 1) != 0) result = swapped(result, "h2", "h3");
        if ((copy & 2) != 0) result = swapped(result, "A1", "A2");
        if ((copy & 4) != 0) result = swapped(result, "C1", "C2");
        return result;
    }

    private static String swapped(String text, String one, String other) {
        return text.replace(one, "#").replace(other, one).replace("#", other);
    }

    /** DecayChannels name two different states in one order only. */
    private static String ordered(String name) {
        return name.replace("h3h2", "h2h3")
                .replace("A2A1", "A1A2")
                .replace("C2C1", "C1C2")
                .replace("h3h1", "h1h3")
                .replace("h2h1", "h1h2");
    }

    private static void assertSame(String what, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(Double.doubleToRawLongBits(actual)).as(what).isEqualTo(Double.doubleToRawLongBits(expected));
        } else {
            assertThat(actual).as(what).isEqualTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void eightCopiesGiveTheSamePhysics() throws Exception {
        List<Quantity> quantities = model.observables();
        List<String> names = quantities.stream().map(Quantity::name).toList();
        for (Point point : ReferencePoints.published()) {
            if (!point.category().startsWith("valid")) continue;
            double[] original = observables(point.theta());
            for (int copy = 1; copy < 8; copy++) {
                double[] theta = point.theta().clone();
                if ((copy & 1) != 0) exchange(theta, Z3Parameters.M_EVEN2, Z3Parameters.ALPHA3);
                if ((copy & 2) != 0) exchange(theta, Z3Parameters.M_A1, Z3Parameters.GAMMA1);
                if ((copy & 4) != 0) exchange(theta, Z3Parameters.M_C1, Z3Parameters.GAMMA2);
                double[] relabelled = observables(theta);
                for (int i = 0; i < Z3Observables.COUNT; i++) {
                    if (quantities.get(i).isChoice()) continue;
                    int same = names.indexOf(ordered(renamed(names.get(i), copy)));
                    assertThat(same).as(names.get(i)).isNotNegative();
                    assertSame(
                            "%s of copy %s of %s".formatted(names.get(i), copy, point), relabelled[i], original[same]);
                }
                Relabelling.canonicalise(theta);
                double[] canonical = point.theta().clone();
                Relabelling.canonicalise(canonical);
                assertThat(theta).containsExactly(canonical, within(1e-14));
            }
        }
    }

    @Test
    void anglesHavePeriodPi() throws Exception {
        for (Point point : ReferencePoints.published()) {
            if (!point.category().equals("valid_HB")) continue;
            double[] original = observables(point.theta());
            for (int angle : new int[] {Z3Parameters.ALPHA3, Z3Parameters.GAMMA1, Z3Parameters.GAMMA2}) {
                double[] theta = point.theta().clone();
                theta[angle] += Math.PI;
                double[] turned = observables(theta);
                for (int i = 0; i < Z3Observables.COUNT; i++) {
                    assertSame("observable %s of %s".formatted(i, point), turned[i], original[i]);
                }
            }
        }
    }

    @Test
    void canonicalCopyIsOrderedAndItsOwn() {
        for (Point point : ReferencePoints.published()) {
            double[] theta = point.theta().clone();
            model.canonicalise(theta);
            assertThat(theta[Z3Parameters.M_EVEN2]).isLessThanOrEqualTo(theta[Z3Parameters.M_EVEN3]);
            assertThat(theta[Z3Parameters.M_A1]).isLessThanOrEqualTo(theta[Z3Parameters.M_A2]);
            assertThat(theta[Z3Parameters.M_C1]).isLessThanOrEqualTo(theta[Z3Parameters.M_C2]);
            for (int angle : new int[] {Z3Parameters.ALPHA3, Z3Parameters.GAMMA1, Z3Parameters.GAMMA2}) {
                assertThat(theta[angle]).isGreaterThan(-Math.PI / 2).isLessThanOrEqualTo(Math.PI / 2);
            }
            double[] again = theta.clone();
            model.canonicalise(again);
            assertThat(again).containsExactly(theta);
        }
    }

    @Test
    void foldsAngles() {
        assertThat(Relabelling.fold(-Math.PI / 2)).isEqualTo(Math.PI / 2);
        assertThat(Relabelling.fold(Math.PI / 2)).isEqualTo(Math.PI / 2);
        assertThat(Relabelling.fold(Math.PI)).isEqualTo(0);
        assertThat(Relabelling.fold(2)).isEqualTo(2 - Math.PI);
        assertThat(Relabelling.fold(-5)).isEqualTo(-5 + 2 * Math.PI, within(1e-15));
    }
}
