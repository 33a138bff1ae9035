package thetascan.toy;

import java.util.List;
import java.util.Map;
import thetascan.constraint.Alternatives;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.model.CostClass;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * A ring 0.3 ≤ r ≤ 0.4 around the origin of the plane [−1, 1]², with x outside [−0.1, 0.1]. Undefined where r &gt; 1.3,
 * breaks where y &gt; 0.99 (throws) or y &lt; −0.99 (NaN).
 */
public final class ToyModel implements Model {

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public String description() {
        return "a ring in the plane";
    }

    @Override
    public ParameterSpace parameters() {
        return new ParameterSpace(List.of(
                new Parameter(Quantity.of("x", "GeV", "x", "abscissa"), new Scale.Linear(-1, 1)),
                new Parameter(Quantity.of("y", "GeV", "y", "ordinate"), new Scale.Linear(-1, 1)),
                new Parameter(Quantity.of("s", "1", "s", "stretch"), new Scale.Fixed(1))));
    }

    @Override
    public List<Quantity> observables() {
        return List.of(
                Quantity.of("r", "GeV", "r", "distance from the origin"),
                Quantity.of("side", "GeV", "x", "the abscissa again"),
                new Quantity("half", "1", "h", "half of the plane", List.of("left", "right")));
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        Constraint ring =
                new Constraint("ring", new Interval("r", 0.3, 0.4), Mode.APPLY, "theory", "Euclid I.3", List.of());
        Constraint gap = new Constraint(
                "gap",
                new Alternatives(List.of(new Interval("side", -1, -0.1), new Interval("side", 0.1, 1))),
                Mode.APPLY,
                "searches",
                "Pappus",
                List.of());
        Constraint right = new Constraint(
                "right", new Interval("side", 0, Double.POSITIVE_INFINITY), Mode.RECORD, "searches", "Zeno", List.of());
        return Map.of(
                "default", new ConstraintSet(List.of(ring, gap, right)), "thin", new ConstraintSet(List.of(ring)));
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference("Euclid", "Euclid, Elements", ""));
    }

    @Override
    public CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public PointEvaluator newEvaluator() {
        return ToyModel::evaluate;
    }

    private static void evaluate(double[] theta, double[] observables) throws EvaluationException {
        double x = theta[0] * theta[2];
        double y = theta[1] * theta[2];
        if (y > 0.99) throw new EvaluationException("too far north, \"y\" = " + y);
        double r = Math.sqrt(x * x + y * y);
        observables[0] = r > 1.3 ? Missing.UNDEFINED : y < -0.99 ? Double.NaN : r;
        observables[1] = x;
        observables[2] = x < 0 ? 0 : 1;
    }
}
