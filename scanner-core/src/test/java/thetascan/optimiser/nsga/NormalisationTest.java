package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class NormalisationTest {

    private final Normalisation normalisation = new Normalisation();

    private void update(double[]... objectives) {
        normalisation.update(Fronts.of(Populations.feasible(objectives)));
    }

    private double[] normalised(double... f) {
        double[] target = new double[f.length];
        normalisation.normalise(f, 0, target);
        return target;
    }

    private void assertNormalised(double[] f, double... expected) {
        assertThat(normalised(f)).containsExactly(expected, within(1e-12));
    }

    /** The plane f1/2 + f2/10 + f3/50 = 1 above the ideal point (1, 2, 3). */
    @Test
    void planeThroughTheExtremePointsCutsTheAxes() {
        update(new double[] {3, 2, 3}, new double[] {1, 12, 3}, new double[] {1, 2, 53}, new double[] {1.5, 4, 20});

        assertNormalised(new double[] {1, 2, 3}, 0, 0, 0);
        assertNormalised(new double[] {3, 12, 53}, 1, 1, 1);
        assertNormalised(new double[] {2, 7, 28}, 0.5, 0.5, 0.5);
    }

    /** Extreme points off the axes: those of the plane f1 + f2/4 = 1 at (0.9, 0.4) and (0.1, 3.6), ideal (0.1, 0.4). */
    @Test
    void interceptsAreExtrapolated() {
        update(new double[] {0.9, 0.4}, new double[] {0.1, 3.6}, new double[] {0.5, 2});

        assertNormalised(new double[] {0.9, 3.6}, 1, 1);
    }

    @Test
    void idealAndExtremePointsAreRemembered() {
        update(new double[] {0, 1}, new double[] {1, 0});
        update(new double[] {0.4, 0.6}, new double[] {0.6, 0.4});

        assertNormalised(new double[] {0.4, 0.6}, 0.4, 0.6);
    }

    /** Scaling by powers of two is exact, so is everything after it. */
    @Test
    void unitsOfObjectivesDoNotMatter() {
        double[][] points = {{0.3, 1, 0.2}, {0.1, 0.4, 0.9}, {0.8, 0.1, 0.3}, {0.4, 0.4, 0.4}, {0.9, 0.9, 0.1}};
        update(points);
        double[] plain = normalised(0.5, 0.6, 0.7);
        Normalisation other = new Normalisation();
        double[][] scaled = Arrays.stream(points)
                .map(f -> new double[] {f[0] * 0x1p-30, f[1] * 0x1p20, f[2]})
                .toArray(double[][]::new);
        other.update(Fronts.of(Populations.feasible(scaled)));
        double[] target = new double[3];
        other.normalise(new double[] {0.5 * 0x1p-30, 0.6 * 0x1p20, 0.7}, 0, target);

        assertThat(target).isEqualTo(plain);
    }

    @Test
    void withoutAPlaneTheWorstOfTheFirstFrontIsTheNadir() {
        // both extreme points coincide
        update(new double[] {1, 1}, new double[] {2, 3});
        assertNormalised(new double[] {1, 1}, 0, 0);
        // no range within the first front: that of all members
        assertNormalised(new double[] {2, 3}, 1, 1);
    }

    @Test
    void anObjectiveThatNeverVariesBecomesZero() {
        update(new double[] {0, 7, 1}, new double[] {1, 7, 0});

        assertThat(normalised(0.5, 7, 0.5)).doesNotContain(Double.NaN).startsWith(0.5, 0);
    }

    @Test
    void infeasibleMembersDoNotCount() {
        normalisation.update(Fronts.of(Populations.of(
                Merit.of(new double[] {0, 1}, 0),
                Merit.of(new double[] {1, 0}, 0),
                Merit.of(new double[] {-50, 99}, 0.1),
                Merit.failed(2))));

        assertNormalised(new double[] {0.5, 0.25}, 0.5, 0.25);
    }

    @Test
    void savedAndRestored() {
        update(new double[] {0, 1}, new double[] {1, 0});
        StateOutput out = new StateOutput();
        normalisation.save(out);
        Normalisation restored = new Normalisation();
        restored.restore(new StateInput(out.toByteArray()));
        restored.update(Fronts.of(Populations.feasible(new double[] {0.4, 0.6}, new double[] {0.6, 0.4})));

        double[] target = new double[2];
        restored.normalise(new double[] {0.4, 0.6}, 0, target);
        assertThat(target).containsExactly(new double[] {0.4, 0.6}, within(1e-12));
    }
}
