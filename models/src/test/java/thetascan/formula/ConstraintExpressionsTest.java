package thetascan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.quantity.Quantity;

/** Every expression that constraints may use is a formula of the same value: the small language is a part of this one. */
class ConstraintExpressionsTest {

    private static final String[] UNARY = {"abs", "sqrt", "log", "exp", "sin", "cos", "tan", "atan"};

    private static String random(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? "x"
                    : random.nextBoolean() ? "y" : Integer.toString(1 + random.nextInt(9)) + ".5e-1";
        }
        String a = random(random, depth - 1);
        String b = random(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - (" + b + ")";
            case 2 -> "(" + a + ")*(" + b + ")";
            case 3 -> "(" + a + ")/(" + b + ")";
            case 4 -> "(" + a + ")^2";
            case 5 -> "-(" + a + ")^-1.5";
            case 6 -> "min(" + a + ", " + b + ", 3)";
            case 7 -> "max(" + a + ", " + b + ")";
            default -> UNARY[random.nextInt(UNARY.length)] + "(" + a + ")";
        };
    }

    @Test
    void areFormulas() {
        Random random = new Random(11);
        for (int k = 0; k < 300; k++) {
            String expression = random(random, 1 + random.nextInt(4));
            FormulaModel model = Yaml.model("model: e\nparameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}\n"
                    + "observables: {o: \"" + expression + "\", x: ~, y: ~}\n");
            double x = 0.1 + 2 * random.nextDouble();
            double y = 0.1 + 2 * random.nextDouble();
            double[] observables = FormulaModelTest.evaluate(model, x, y);
            double expected = asConstraint(expression, model.observables(), observables);
            if (Double.isFinite(expected)) {
                assertThat(observables[0])
                        .as(expression)
                        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** The value by how far it violates ≤ 0 and ≥ 0, or NaN if the constraint finds none. */
    private static double asConstraint(String expression, List<Quantity> observables, double[] row) {
        Interval atMost = new Interval(expression, Double.NEGATIVE_INFINITY, 0, 1);
        Interval atLeast = new Interval(expression, 0, Double.POSITIVE_INFINITY, 1);
        ConstraintSet set = new ConstraintSet(List.of(
                new Constraint("above", atMost, Mode.APPLY, "test", "test", List.of()),
                new Constraint("below", atLeast, Mode.APPLY, "test", "test", List.of())));
        BoundConstraints bound;
        try {
            bound = set.bind(observables);
        } catch (IllegalArgumentException notFiniteAnywhere) {
            return Double.NaN;
        }
        double[] violations = new double[2];
        byte[] statuses = new byte[2];
        bound.evaluate(row, violations, statuses);
        return statuses[0] > 1 ? Double.NaN : violations[0] - violations[1];
    }
}
