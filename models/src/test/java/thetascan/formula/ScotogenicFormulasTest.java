package thetascan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thetascan.formula.graph.Interpreter;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.minimal.ScotogenicModel;
import thetascan.space.ParameterSpace;

/** The minimal scotogenic model by formulas against the built-in one, all 35 observables they share, at random points of the box. */
class ScotogenicFormulasTest {

    private static final int POINTS = 2000;

    /** Closed forms of S and U cancel for heavy scalars; the built-in ones are integrals. */
    private static final Map<String, Double> ABSOLUTE = Map.of("S", 3e-9, "T", 1e-13, "U", 3e-9);

    private final FormulaModel formulas = Yaml.shipped("scotogenic-model.yaml");
    private final Model builtIn = new ScotogenicModel.CasasIbarraBasis();

    private double[] random(Random random) {
        ParameterSpace space = formulas.parameters();
        double[] u = new double[space.dimension()];
        for (int i = 0; i < u.length; i++) {
            u[i] = random.nextDouble();
        }
        double[] theta = new double[space.size()];
        space.toTheta(u, theta);
        return theta;
    }

    /** The same point for the built-in model, whose last parameter chooses the convention of lepton flavour. */
    private double[] builtIn(double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            assertThat(formulas.parameters().parameters().get(i).name())
                    .isEqualTo(builtIn.parameters().parameters().get(i).name());
        }
        return Arrays.copyOf(theta, theta.length + 1);
    }

    private static String builtInName(Quantity quantity) {
        return quantity.name().replace("nu_mass_", "m_nu").replaceFirst("^nu_", "");
    }

    @Test
    void agreesWithTheBuiltInModel() throws EvaluationException {
        Map<String, Integer> columns = new TreeMap<>();
        builtIn.observables().forEach(each -> columns.put(each.name(), columns.size()));
        List<Quantity> observables = formulas.observables();
        assertThat(observables).hasSize(35);
        PointEvaluator one = formulas.newEvaluator();
        PointEvaluator other = builtIn.newEvaluator();
        double[] found = new double[observables.size()];
        double[] expected = new double[columns.size()];
        Random random = new Random(2006);
        int tachyons = 0;
        for (int p = 0; p < POINTS; p++) {
            double[] theta = random(random);
            one.evaluate(theta, found);
            other.evaluate(builtIn(theta), expected);
            double rounding = Math.max(1e-12, 100 * expected[columns.get("m_nu_error")]);
            for (int i = 0; i < found.length; i++) {
                String name = builtInName(observables.get(i));
                compare(name + " at point " + p, found[i], expected[columns.get(name)], rounding, ABSOLUTE.get(name));
            }
            tachyons += expected[columns.get("m_sq_min")] > 0 ? 0 : 1;
        }
        assertThat(tachyons).isBetween(5, POINTS / 2);
    }

    private static void compare(
            String what, double found, double expected, double rounding, @Nullable Double absolute) {
        if (Double.isNaN(expected)) {
            assertThat(Missing.isUndefined(found)).as(what + ": " + found).isTrue();
            return;
        }
        double tolerance =
                absolute != null ? absolute : Math.abs(expected) * (Double.isNaN(rounding) ? 1e-11 : rounding);
        assertThat(found).as(what).isCloseTo(expected, within(Math.max(1e-300, tolerance)));
    }

    @Test
    void compiledAndInterpretedAreEqualToTheBit() throws EvaluationException {
        Interpreter interpreter = new Interpreter(formulas.graph(), formulas.roots());
        PointEvaluator compiled = formulas.newEvaluator();
        double[] fast = new double[formulas.observables().size()];
        double[] slow = new double[fast.length];
        Random random = new Random(7);
        for (int p = 0; p < 300; p++) {
            double[] theta = random(random);
            compiled.evaluate(theta, fast);
            interpreter.evaluate(theta, slow);
            for (int i = 0; i < fast.length; i++) {
                assertThat(Double.doubleToRawLongBits(fast[i]))
                        .as(formulas.observables().get(i).name())
                        .isEqualTo(Double.doubleToRawLongBits(slow[i]));
            }
        }
    }

    @Test
    void evaluatingAllocatesNothing() throws EvaluationException {
        PointEvaluator evaluator = formulas.newEvaluator();
        double[] observables = new double[formulas.observables().size()];
        double[][] points = new double[50][];
        Random random = new Random(3);
        for (int i = 0; i < points.length; i++) {
            points[i] = random(random);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = 0;
        for (int pass = 0; pass < 80; pass++) {
            if (pass == 40) {
                start = threads.getCurrentThreadAllocatedBytes();
            }
            for (double[] theta : points) {
                evaluator.evaluate(theta, observables);
            }
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - start) / (40.0 * points.length))
                .isLessThan(1);
    }
}
