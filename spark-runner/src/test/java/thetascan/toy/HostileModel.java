package thetascan.toy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.model.CostClass;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/** Does, where x is above 0.9, what no model should: what, says its second parameter. Valid is x below 0.5. */
public final class HostileModel implements Model {

    /** Values of the parameter {@code deed}. */
    public static final int EXIT = 1;

    public static final int LOOP = 2;
    public static final int MEMORY = 3;
    public static final int FAIL = 4;
    public static final int ERROR = 5;

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "ends the program, loops, or eats memory";
    }

    @Override
    public ParameterSpace parameters() {
        return new ParameterSpace(List.of(
                new Parameter(Quantity.of("x", "1", "x", "abscissa"), new Scale.Linear(0, 1)),
                new Parameter(Quantity.of("deed", "1", "d", "what it does"), new Scale.Fixed(0))));
    }

    @Override
    public List<Quantity> observables() {
        return List.of(Quantity.of("y", "1", "y", "the abscissa again"));
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        Constraint low = new Constraint("low", new Interval("y", 0, 0.5), Mode.APPLY, "theory", "Zeno", List.of());
        return Map.of("default", new ConstraintSet(List.of(low)));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public CostClass costClass() {
        return CostClass.CHEAP;
    }

    @Override
    public PointEvaluator newEvaluator() {
        return HostileModel::evaluate;
    }

    private static void evaluate(double[] theta, double[] observables) throws EvaluationException {
        observables[0] = theta[0];
        int deed = (int) theta[1];
        if (deed == FAIL) throw new EvaluationException("never works");
        if (theta[0] < 0.9) return;
        switch (deed) {
            case EXIT -> System.exit(0);
            case LOOP -> loop(theta);
            case MEMORY -> observables[0] = eat();
            case ERROR -> throw new Error("out of line");
            default -> {}
        }
    }

    private static void loop(double[] theta) {
        while (theta[0] >= 0.9) Thread.onSpinWait();
    }

    private static double eat() {
        long[][] all = new long[Integer.MAX_VALUE - 8][];
        for (int i = 0; i < all.length; i++) all[i] = new long[Integer.MAX_VALUE - 8];
        return Objects.hash((Object[]) all);
    }
}
