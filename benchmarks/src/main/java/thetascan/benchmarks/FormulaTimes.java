package thetascan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import thetascan.formula.FormulaModel;
import thetascan.formula.Source;
import thetascan.formula.Tree;
import thetascan.formula.graph.Interpreter;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;

/**
 * CPU time of a point of the models by formulas that are shipped, at random points of their boxes: compiled, and interpreted for
 * comparison; and the time to read, check and compile them.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.FormulaTimes [FILE ...]</pre>
 */
public final class FormulaTimes {

    private static final int POINTS = 2048;
    private static final int READINGS = 20;

    private FormulaTimes() {}

    public static void main(String[] args) throws EvaluationException, IOException {
        List<String> files = args.length > 0
                ? List.of(args)
                : List.of("conf/formulas/two-higgs-doublet-model.yaml", "conf/formulas/scotogenic-model.yaml");
        for (String file : files) {
            report(Path.of(file));
        }
    }

    private static void report(Path file) throws EvaluationException, IOException {
        FormulaModel model = read(file);
        double[][] thetas = random(model);
        double[] observables = new double[model.observables().size()];
        PointEvaluator evaluator = model.newEvaluator();
        Interpreter interpreter = new Interpreter(model.graph(), model.roots());
        System.out.printf(
                Locale.ROOT,
                "%s: %d operations, %d bytes%n",
                model.name(),
                model.graph().size(),
                model.program().bytes());
        line("compiled", CpuTime.least(thetas, theta -> evaluator.evaluate(theta, observables)));
        line("interpreted", CpuTime.least(thetas, theta -> interpreter.evaluate(theta, observables)));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < READINGS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            read(file);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
        }
        System.out.printf(Locale.ROOT, "  read, checked, compiled, warm %11.1f ms%n", least / 1e6);
    }

    private static FormulaModel read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return FormulaModel.read(
                tree(Files.readString(file), file.toString()),
                new Source(folder == null ? Path.of("") : folder, FormulaTimes::tree));
    }

    private static Tree.Fields tree(String text, String place) {
        Load load = new Load(LoadSettings.builder().build());
        return (Tree.Fields) Tree.of(load.loadFromString(text), place);
    }

    private static double[][] random(FormulaModel model) {
        SplittableRandom random = new SplittableRandom(1);
        double[] u = new double[model.parameters().dimension()];
        double[][] thetas = new double[POINTS][model.parameters().size()];
        for (double[] theta : thetas) {
            for (int i = 0; i < u.length; i++) {
                u[i] = random.nextDouble();
            }
            model.parameters().toTheta(u, theta);
        }
        return thetas;
    }

    private static void line(String what, double nanoseconds) {
        System.out.printf(Locale.ROOT, "  %-30s %8.0f ns = %,9.0f points/s%n", what, nanoseconds, 1e9 / nanoseconds);
    }
}
