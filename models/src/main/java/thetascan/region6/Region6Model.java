package thetascan.region6;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import thetascan.constraint.ConstraintSet;
import thetascan.model.CostClass;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * A test region in [0,1]^6, for comparing searches: a spherical shell in (x0, x1, x2) around the centre, a slab about
 * the plane x3 + x4 + x5 = 1, cut into two pieces by sin(4π x3) and bounded by x0 x4: |r - 0.32| ≤ W/2,
 * |x3 + x4 + x5 - 1| ≤ 2.5 W, sin(4π x3) ≥ 0.3, x0 x4 ≤ 0.25. With W = 0.004 and 0.03 it fills 1.9e-5 and 1.06e-3 of
 * the box and touches 272 and 476 of the 4096 cells of a grid with four intervals per axis.
 */
public class Region6Model implements Model {

    private static final int DIMENSION = 6;

    private static final ParameterSpace PARAMETERS = new ParameterSpace(IntStream.range(0, DIMENSION)
            .mapToObj(i -> new Parameter(
                    Quantity.of("x" + i, "1", "x_" + i, "coordinate " + i + " of the box"), new Scale.Linear(0, 1)))
            .toList());

    private static final List<Quantity> OBSERVABLES = List.of(
            Quantity.of("r", "1", "r", "distance of (x0, x1, x2) from (1/2, 1/2, 1/2)"),
            Quantity.of("sum", "1", "x_3 + x_4 + x_5", "x3 + x4 + x5"),
            Quantity.of("wave", "1", "\\sin 4\\pi x_3", "sin(4 pi x3)"),
            Quantity.of("product", "1", "x_0 x_4", "x0 x4"));

    private final String variant;
    private final double width;

    private Region6Model(String variant, double width) {
        this.variant = variant;
        this.width = width;
    }

    /** W = 0.004. */
    public static final class Thin extends Region6Model {
        /** The region of width 0.004. */
        public Thin() {
            super("thin", 0.004);
        }
    }

    /** W = 0.03. */
    public static final class Wide extends Region6Model {
        /** The region of width 0.03. */
        public Wide() {
            super("wide", 0.03);
        }
    }

    @Override
    public final String name() {
        return "region6-" + variant;
    }

    @Override
    public final String version() {
        return "1.0";
    }

    @Override
    public final String description() {
        return "test region in six dimensions, to compare searches: two pieces of bands of width " + width;
    }

    @Override
    public final ParameterSpace parameters() {
        return PARAMETERS;
    }

    @Override
    public final List<Quantity> observables() {
        return OBSERVABLES;
    }

    @Override
    public final Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", ConstraintSet.read(Region6Model.class, variant + ".json"));
    }

    @Override
    public final List<Reference> references() {
        return List.of();
    }

    @Override
    public final CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public final double[] validSample(int count, RandomGenerator random) {
        ValidSample sample = new ValidSample(width, random);
        double[] theta = new double[count * DIMENSION];
        for (int i = 0; i < count; i++) sample.draw(theta, i * DIMENSION);
        return theta;
    }

    /** The wave keeps x3 between 0.02 and 0.23 or between 0.52 and 0.73. */
    @Override
    public final int piece(double[] theta) {
        return theta[3] < 0.5 ? 0 : 1;
    }

    @Override
    public final PointEvaluator newEvaluator() {
        return Region6Model::evaluate;
    }

    private static void evaluate(double[] x, double[] observables) {
        double a = x[0] - 0.5;
        double b = x[1] - 0.5;
        double c = x[2] - 0.5;
        observables[0] = Math.sqrt(a * a + b * b + c * c);
        observables[1] = x[3] + x[4] + x[5];
        observables[2] = StrictMath.sin(4 * Math.PI * x[3]);
        observables[3] = x[0] * x[4];
    }
}
