package thetascan.optimiser.cma;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * When CMA-ES cannot usefully go on: appendix B.3 of arXiv:1604.00772v2, thresholds as the library pycma has them. A
 * threshold of 0 (of infinity for the condition number) switches a rule off.
 */
final class CmaStops implements Persistent {

    static final Option TOLX = Option.real("tolx", 1e-11, 0, 1, "stop when every step is shorter than this");
    static final Option TOLXUP = Option.real(
            "tolxup", 10, 0.5, Double.POSITIVE_INFINITY, "stop when a step is longer than so many widths of the box");
    static final Option TOLUPSIGMA = Option.real(
            "tolupsigma",
            1e20,
            1,
            Double.POSITIVE_INFINITY,
            "stop when the step size has grown so much more than the covariance");
    static final Option TOLFUN = Option.real(
            "tolfun", 1e-11, 0, 1e9, "stop when fitness varies less than this within a generation and lately");
    static final Option TOLFUNHIST =
            Option.real("tolfunhist", 1e-12, 0, 1e9, "stop when the best fitness varied less than this lately");
    static final Option CONDITION =
            Option.real("tolconditioncov", 1e14, 1, Double.POSITIVE_INFINITY, "stop at this condition number of C");
    static final Option TOLSTAGNATION = Option.real(
            "tolstagnation",
            1,
            0,
            1e6,
            "stop when the fitness does not improve over so many times 120 + 30 n / population generations; 0 = never");

    /** Generations of the histories, at most. */
    private static final int LONGEST = 20_000;
    /** The medians of the histories are compared every so many generations. */
    private static final int STAGNATION_CHECK = 10;

    private final int n;
    private final int lambda;
    private double firstSigma;
    private final double tolx;
    private final double tolxup;
    private final double tolupsigma;
    private final double tolfun;
    private final double tolfunhist;
    private final double largestCondition;
    private final int stagnationWindow;

    private double[] best = new double[64];
    private double[] median = new double[64];
    private int length;
    private long generations;
    private double range;
    private final double[] axis;

    CmaStops(int n, int lambda, double firstSigma, Options options) {
        this.n = n;
        this.lambda = lambda;
        this.firstSigma = firstSigma;
        axis = new double[n];
        tolx = options.value(TOLX.name());
        tolxup = options.value(TOLXUP.name());
        tolupsigma = options.value(TOLUPSIGMA.name());
        tolfun = options.value(TOLFUN.name());
        tolfunhist = options.value(TOLFUNHIST.name());
        largestCondition = options.value(CONDITION.name());
        stagnationWindow = (int) (options.value(TOLSTAGNATION.name()) * (120 + 30 * n / lambda));
    }

    /** Takes note of a generation: its fitness values in ascending order, failed ones left out, at least one. */
    void record(double[] ascending, int count) {
        if (length == 2 * LONGEST) {
            System.arraycopy(best, LONGEST, best, 0, LONGEST);
            System.arraycopy(median, LONGEST, median, 0, LONGEST);
            length = LONGEST;
        }
        if (length == best.length) {
            best = Arrays.copyOf(best, 2 * length);
            median = Arrays.copyOf(median, 2 * length);
        }
        best[length] = ascending[0];
        median[length] = ascending[count / 2];
        length++;
        generations++;
        range = ascending[count - 1] - ascending[0];
    }

    /** Why to stop, or null. */
    @Nullable
    String reason(SearchDistribution distribution) {
        String reason = numerical(distribution);
        return reason != null ? reason : flat();
    }

    private @Nullable String numerical(SearchDistribution d) {
        double condition = square(d.greatestScale() / d.leastScale());
        if (!(condition <= largestCondition)) {
            return "tolconditioncov: condition number " + condition + " of the covariance exceeds " + largestCondition;
        }
        if (!(d.sigma() <= firstSigma * tolupsigma * d.greatestScale())) {
            return "tolupsigma: step size " + d.sigma() + " grew beyond all bounds";
        }
        if (stepsBelow(d, tolx)) return "tolx: every step is below " + tolx;
        for (int i = 0; i < n; i++) {
            if (d.sigma() * d.deviation(i) > tolxup) return "tolxup: the steps have outgrown the box";
            if (d.mean(i) == d.mean(i) + 0.2 * d.sigma() * d.deviation(i)) {
                return "noeffectcoord: a step along coordinate " + i + " does not change it";
            }
        }
        int k = (int) (generations % n);
        if (axisHasNoEffect(d, k)) return "noeffectaxis: a step along principal axis " + k + " changes nothing";
        return null;
    }

    private boolean stepsBelow(SearchDistribution d, double tolerance) {
        for (int i = 0; i < n; i++) {
            if (d.sigma() * d.deviation(i) >= tolerance || d.sigma() * Math.abs(d.path(i)) >= tolerance) return false;
        }
        return true;
    }

    private boolean axisHasNoEffect(SearchDistribution d, int k) {
        d.axis(k, axis);
        for (int i = 0; i < n; i++) {
            if (d.mean(i) != d.mean(i) + 0.1 * d.sigma() * axis[i]) return false;
        }
        return true;
    }

    private @Nullable String flat() {
        int window = 10 + (30 * n + lambda - 1) / lambda;
        if (length >= window) {
            double lately = rangeOf(best, length - window, length);
            if (lately < tolfun && range < tolfun) {
                return "tolfun: fitness varies by less than " + tolfun + " within the generation and over " + window;
            }
            if (lately < tolfunhist) {
                return "tolfunhist: the best fitness varied by less than " + tolfunhist + " over " + window
                        + " generations";
            }
        }
        return stagnationWindow > 0 && generations % STAGNATION_CHECK == 0 && stagnates()
                ? "stagnation: neither best nor median fitness improves any more"
                : null;
    }

    private static double rangeOf(double[] values, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        return greatest - least;
    }

    /** Over the last fifth of all generations: are the medians of the last 30 % no better than those of the first 30 %? */
    private boolean stagnates() {
        int window = (int) Math.min(LONGEST, Math.max(stagnationWindow, generations / 5));
        if (length < window) return false;
        int third = (int) (0.3 * window);
        return !improves(best, length - window, third) && !improves(median, length - window, third);
    }

    private boolean improves(double[] values, int from, int third) {
        return medianOf(values, length - third, length) < medianOf(values, from, from + third);
    }

    private static double medianOf(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public void save(StateOutput out) {
        out.put("best", best, length).put("median", median, length);
        out.put("generations", generations).put("range", range).put("firstSigma", firstSigma);
    }

    @Override
    public void restore(StateInput in) {
        double[] saved = in.getDoubles("best");
        length = saved.length;
        best = Arrays.copyOf(saved, Math.max(64, length));
        median = Arrays.copyOf(in.getDoubles("median"), Math.max(64, length));
        generations = in.getLong("generations");
        range = in.getDouble("range");
        firstSigma = in.getDouble("firstSigma");
    }
}
