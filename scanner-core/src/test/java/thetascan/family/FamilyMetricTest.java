package thetascan.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

class FamilyMetricTest {

    private static double distance(FamilyMetric metric, double[] a, double[] b) {
        double[] x = metric.image(a);
        double[] y = metric.image(b);
        double square = 0;
        for (int j = 0; j < x.length; j++) {
            square += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return Math.sqrt(square);
    }

    private static Parameter parameter(String name, Scale scale) {
        return new Parameter(Quantity.of(name, "1", name, name), scale);
    }

    /** The ends of an angle's range are one place; opposite directions are a diameter apart. */
    @Test
    void anAngleIsACircle() {
        BoxGeometry geometry = new BoxGeometry(new ParameterSpace(List.of(
                parameter("x", new Scale.Linear(0, 1)), parameter("angle", new Scale.Angle(-Math.PI, Math.PI)))));
        List<double[]> points = List.of(new double[] {0.5, 0.5}, new double[] {0.4, 0.5});
        FamilyMetric metric = FamilyMetric.of(geometry, points, new int[] {1, 1});
        assertThat(distance(metric, new double[] {0.5, 0}, new double[] {0.5, 1}))
                .isCloseTo(0, within(1e-12));
        assertThat(distance(metric, new double[] {0.5, 0.25}, new double[] {0.5, 0.75}))
                .isCloseTo(1 / Math.PI, within(1e-12));
        assertThat(distance(metric, new double[] {0.2, 0.25}, new double[] {0.6, 0.25}))
                .isCloseTo(0.4, within(1e-12));
    }

    /** Families differ in x alone: it counts, and y does not. */
    @Test
    void whatTellsFamiliesApartCounts() {
        BoxGeometry geometry = new BoxGeometry(new ParameterSpace(
                List.of(parameter("x", new Scale.Linear(0, 1)), parameter("y", new Scale.Linear(0, 1)))));
        List<double[]> points = List.of(
                new double[] {0.4, 0.0},
                new double[] {0.4, 0.5},
                new double[] {0.4, 1.0},
                new double[] {0.6, 0.0},
                new double[] {0.6, 0.5},
                new double[] {0.6, 1.0});
        FamilyMetric metric = FamilyMetric.of(geometry, points, new int[] {1, 1, 1, 2, 2, 2});
        double[] here = {0.45, 0.25};
        assertThat(distance(metric, here, new double[] {0.4, 0.75}))
                .isLessThan(distance(metric, here, new double[] {0.6, 0.25}));
    }

    /** Points that are all families of their own, or all at one place, say nothing: distances stay finite. */
    @Test
    void nothingIsLearnedFromNothing() {
        BoxGeometry geometry = new BoxGeometry(new ParameterSpace(List.of(parameter("x", new Scale.Linear(0, 1)))));
        FamilyMetric lone =
                FamilyMetric.of(geometry, List.of(new double[] {0.1}, new double[] {0.9}), new int[] {1, 2});
        assertThat(distance(lone, new double[] {0.1}, new double[] {0.2}))
                .isGreaterThan(0)
                .isFinite();
    }
}
