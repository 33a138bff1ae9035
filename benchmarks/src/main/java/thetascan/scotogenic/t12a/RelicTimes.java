package thetascan.scotogenic.t12a;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import thetascan.model.EvaluationException;
import thetascan.relic.Accuracy;
import thetascan.relic.RelicDensity;
import thetascan.scotogenic.InputBasis;
import thetascan.space.Chart;

/**
 * CPU time of relic densities of T1-2-A and what each shortcut costs in accuracy, on random points of the charts in which one field is the
 * lightest; points without neutral dark matter or with couplings that are not perturbative are left out.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.scotogenic.t12a.RelicTimes [POINTS]</pre>
 */
public final class RelicTimes {

    private static final int PASSES = 3;
    /** Beyond this a relic density is out of the question. */
    private static final double LARGE = 1;

    private final T12aModel model = new T12aModel.CasasIbarraBasis();
    private final T12aParameters parameters = new T12aParameters(InputBasis.CASAS_IBARRA);
    private final T12aEvaluator evaluator = (T12aEvaluator) model.newEvaluator();
    private final double[] observables = new double[T12aObservables.COUNT];
    private final List<double[]> points = new ArrayList<>();

    private RelicTimes(int count) throws EvaluationException {
        List<Chart> charts = model.charts(model.parameters()).stream()
                .filter(chart ->
                        chart.name().startsWith("lightest-") && chart.name().endsWith("-2025"))
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        while (points.size() < count) {
            Chart chart = charts.get(points.size() % charts.size());
            double[] u = new double[chart.dimension()];
            double[] theta = new double[parameters.space().size()];
            for (int i = 0; i < u.length; i++) {
                u[i] = random.nextDouble();
            }
            chart.toTheta(u, theta);
            evaluator.evaluate(theta, observables);
            boolean neutral = observables[T12aObservables.CHARGED_GAP] > 0;
            if (neutral && observables[T12aObservables.YUKAWA] < Math.sqrt(4 * Math.PI)) {
                points.add(theta);
            }
        }
    }

    /** Ωh² of every point; CPU times [ms] where they are asked for. */
    private double[] omegas(Accuracy accuracy, double[] times) throws EvaluationException {
        T12aRules rules = new T12aRules();
        RelicDensity relicDensity = new RelicDensity(rules.rules, accuracy);
        double[] omega = new double[points.size()];
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        for (int pass = 0; pass < (times.length > 0 ? PASSES : 1); pass++) {
            for (int k = 0; k < omega.length; k++) {
                evaluator.evaluate(points.get(k), observables);
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                evaluator.write(rules);
                relicDensity.evaluate();
                double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-6;
                omega[k] = relicDensity.omega();
                if (times.length > 0) {
                    times[k] = Math.min(times[k], spent);
                }
            }
        }
        return omega;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    private void print(String what, double[] omega, double[] fine) {
        double[] deviation = new double[omega.length];
        double notExcluded = 0;
        for (int k = 0; k < omega.length; k++) {
            deviation[k] = Math.abs(omega[k] / fine[k] - 1);
            notExcluded = Math.max(notExcluded, fine[k] < LARGE ? deviation[k] : 0);
        }
        System.out.printf(
                Locale.ROOT,
                "%-14s median %.1e, 95 %% %.1e, largest %.1e, largest where Omega_h2 < %.0f %.1e%n",
                what,
                quantile(deviation, 0.5),
                quantile(deviation, 0.95),
                quantile(deviation, 1),
                LARGE,
                notExcluded);
    }

    public static void main(String[] arguments) throws EvaluationException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        RelicTimes run = new RelicTimes(count);
        Accuracy standard = Accuracy.STANDARD;
        Accuracy fine = Accuracy.FINE;
        double[] times = new double[count];
        double[] omega = run.omegas(standard, times);
        System.out.printf(
                Locale.ROOT,
                "CPU time of %d points: median %.1f ms, 95 %% %.1f ms, largest %.1f ms%n",
                count,
                quantile(times, 0.5),
                quantile(times, 0.95),
                quantile(times, 1));
        double[] exact = run.omegas(fine, new double[0]);
        run.print("all shortcuts", omega, exact);
        Accuracy[] single = {
            new Accuracy(standard.partners(), fine.channels(), fine.momenta(), fine.angles(), true),
            new Accuracy(fine.partners(), standard.channels(), fine.momenta(), fine.angles(), true),
            new Accuracy(fine.partners(), fine.channels(), standard.momenta(), fine.angles(), true),
            new Accuracy(fine.partners(), fine.channels(), fine.momenta(), standard.angles(), true)
        };
        String[] names = {"partners", "channels", "momenta", "angles"};
        for (int k = 0; k < single.length; k++) {
            run.print(names[k], run.omegas(single[k], new double[0]), exact);
        }
    }
}
