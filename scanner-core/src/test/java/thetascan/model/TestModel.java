package thetascan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** A model for tests: linear parameters x0, x1, ... in [0,1], observables from a function, intervals as constraints. */
public final class TestModel implements Model {

    private final ParameterSpace space;
    private final List<Quantity> observables;
    private final ConstraintSet constraints;
    private final PointEvaluator evaluator;
    private CostClass cost = CostClass.CHEAP;
    private List<Chart> charts = List.of();
    private boolean mirrored;

    /**
     * @param evaluator stateless, shared by all threads
     */
    public TestModel(int dimension, List<String> observables, List<Constraint> constraints, PointEvaluator evaluator) {
        space = new ParameterSpace(IntStream.range(0, dimension)
                .mapToObj(j -> new Parameter(quantity("x" + j), new Scale.Linear(0, 1)))
                .toList());
        this.observables = observables.stream().map(TestModel::quantity).toList();
        this.constraints = new ConstraintSet(constraints);
        this.evaluator = evaluator;
    }

    public static Quantity quantity(String name) {
        return Quantity.of(name, "1", name, "for tests");
    }

    public static Constraint constraint(String observable, double lower, double upper) {
        return new Constraint(
                "con_" + observable, new Interval(observable, lower, upper), Mode.APPLY, "test", "made up", List.of());
    }

    /** A shell around the centre of the box: 0.25 ≤ |x − 1/2| ≤ 0.3. Easy. */
    public static TestModel shell(int dimension) {
        return new TestModel(
                dimension,
                List.of("r"),
                List.of(constraint("r", 0.25, 0.3)),
                (x, observables) -> observables[0] = Math.sqrt(IntStream.range(0, dimension)
                        .mapToDouble(j -> (x[j] - 0.5) * (x[j] - 0.5))
                        .sum()));
    }

    /**
     * A thin region of several pieces in six dimensions: |r − 0.32| ≤ w/2 with r the distance of (x0,x1,x2) from
     * (1/2,1/2,1/2), |x3 + x4 + x5 − 1| ≤ 2.5 w, sin(4π x3) ≥ 0.3, x0 x4 ≤ 0.25. Its volume is 1.9e-5 for w = 0.004
     * and 1.06e-3 for w = 0.03.
     */
    public static TestModel region(double w) {
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(constraint("r", 0.32 - w / 2, 0.32 + w / 2));
        constraints.add(constraint("plane", 1 - 2.5 * w, 1 + 2.5 * w));
        constraints.add(constraint("wave", 0.3, Double.POSITIVE_INFINITY));
        constraints.add(constraint("product", Double.NEGATIVE_INFINITY, 0.25));
        return new TestModel(6, List.of("r", "plane", "wave", "product"), constraints, TestModel::regionObservables);
    }

    private static void regionObservables(double[] x, double[] observables) {
        double a = x[0] - 0.5;
        double b = x[1] - 0.5;
        double c = x[2] - 0.5;
        observables[0] = Math.sqrt(a * a + b * b + c * c);
        observables[1] = x[3] + x[4] + x[5];
        observables[2] = StrictMath.sin(4 * Math.PI * x[3]);
        observables[3] = x[0] * x[4];
    }

    public TestModel expensive() {
        cost = CostClass.EXPENSIVE;
        return this;
    }

    public TestModel withCharts(Chart... offered) {
        charts = List.of(offered);
        return this;
    }

    /** Declares x0 → 1 − x0 a relabelling; canonical is x0 ≤ 1/2. */
    public TestModel mirrored() {
        mirrored = true;
        return this;
    }

    public ConstraintSet constraints() {
        return constraints;
    }

    @Override
    public String name() {
        return "test-model";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "for tests";
    }

    @Override
    public ParameterSpace parameters() {
        return space;
    }

    @Override
    public List<Quantity> observables() {
        return observables;
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", constraints);
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public CostClass costClass() {
        return cost;
    }

    @Override
    public List<Chart> charts(ParameterSpace ranges) {
        return charts;
    }

    @Override
    public void canonicalise(double[] theta) {
        if (mirrored && theta[0] > 0.5) {
            theta[0] = 1 - theta[0];
        }
    }

    @Override
    public PointEvaluator newEvaluator() {
        return evaluator;
    }
}
