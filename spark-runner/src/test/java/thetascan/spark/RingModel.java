package thetascan.spark;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

/**
 * Valid is a flat ring in a cube; in corners of it the calculation breaks, by exceptions or by a NaN.
 *
 * @param tomb file that is made when an evaluator kills its own JVM, which happens once, in the middle of a task; empty
 *             = never
 */
record RingModel(CostClass costClass, String tomb) implements Model {

    private static final int LAST_EVALUATION = 17;

    @Override
    public String name() {
        return "ring";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "a ring";
    }

    @Override
    public ParameterSpace parameters() {
        return new ParameterSpace(List.of(parameter("x"), parameter("y"), parameter("z")));
    }

    private static Parameter parameter(String name) {
        return new Parameter(Quantity.of(name, "1", name, name), new Scale.Linear(-1, 1));
    }

    @Override
    public List<Quantity> observables() {
        return List.of(Quantity.of("r", "1", "r", "radius"), Quantity.of("h", "1", "h", "height"));
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", new ConstraintSet(List.of(within("r", 0.4, 0.5), within("h", -0.2, 0.2))));
    }

    private static Constraint within(String observable, double lower, double upper) {
        return new Constraint(
                "in_" + observable, new Interval(observable, lower, upper), Mode.APPLY, "theory", "made up", List.of());
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public PointEvaluator newEvaluator() {
        return new Evaluator();
    }

    private final class Evaluator implements PointEvaluator {

        private int evaluations;

        @Override
        public void evaluate(double[] theta, double[] observables) throws EvaluationException {
            if (!tomb.isEmpty() && ++evaluations == LAST_EVALUATION) {
                dieOnce();
            }
            if (theta[0] > 0.6 && theta[1] > 0.6) {
                throw new IllegalStateException("no ring at x = " + theta[0]);
            }
            if (theta[0] < -0.6 && theta[1] < -0.6) {
                throw new EvaluationException("too far left");
            }
            observables[0] = theta[0] > 0.6 && theta[1] < -0.6 ? Double.NaN : StrictMath.hypot(theta[0], theta[1]);
            observables[1] = theta[2];
        }
    }

    private void dieOnce() {
        try {
            if (new File(tomb).createNewFile()) {
                String pid = Long.toString(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
