package thetascan.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thetascan.constraint.Constraint;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Brings watched observables to coordinates in [0,1]: by a given range, by the two-sided interval of an applied
 * constraint, or by median m and interquartile range of the first valid points, x → (1 + z/(1+|z|))/2 with
 * z = (x − m)/(2 IQR), which keeps far values apart. Scales never change once they are known.
 */
final class ObservableScales implements Persistent {

    /** Valid points that settle the scales nobody gave. */
    static final int SAMPLE = 100;

    private final double[] lower;
    private final double[] upper;
    private final double[] median;
    private final double[] spread;
    private double[] sample = new double[0];

    /**
     * @param names       the watched observables
     * @param ranges      given ranges by name
     * @param constraints those of the scan
     */
    ObservableScales(List<String> names, Map<String, List<Double>> ranges, List<Constraint> constraints) {
        int m = names.size();
        lower = new double[m];
        upper = new double[m];
        median = new double[m];
        spread = new double[m];
        Arrays.fill(lower, Double.NaN);
        Arrays.fill(upper, Double.NaN);
        Arrays.fill(median, Double.NaN);
        for (int j = 0; j < m; j++) {
            List<Double> range = ranges.getOrDefault(names.get(j), interval(names.get(j), constraints));
            if (!range.isEmpty()) {
                lower[j] = range.get(0);
                upper[j] = range.get(1);
            }
        }
    }

    private ObservableScales(ObservableScales origin) {
        lower = origin.lower;
        upper = origin.upper;
        median = origin.median.clone();
        spread = origin.spread.clone();
        sample = origin.sample;
    }

    /** The same scales, to learn on apart from these. */
    ObservableScales fork() {
        return new ObservableScales(this);
    }

    private static List<Double> interval(String observable, List<Constraint> constraints) {
        for (Constraint constraint : constraints) {
            if (constraint.mode() == Mode.APPLY
                    && constraint.rule() instanceof Interval interval
                    && interval.expression().observable().equals(Optional.of(observable))
                    && Double.isFinite(interval.lower())
                    && Double.isFinite(interval.upper())
                    && interval.lower() < interval.upper()) {
                return List.of(interval.lower(), interval.upper());
            }
        }
        return List.of();
    }

    /** True once every scale is known. */
    boolean known() {
        for (int j = 0; j < lower.length; j++) {
            if (Double.isNaN(lower[j]) && Double.isNaN(median[j])) {
                return false;
            }
        }
        return true;
    }

    /** Learns from one more valid point, until the scales are known. */
    void learn(double[] watched) {
        int m = watched.length;
        sample = Arrays.copyOf(sample, sample.length + m);
        System.arraycopy(watched, 0, sample, sample.length - m, m);
        if (sample.length >= SAMPLE * m) {
            settle(m);
            sample = new double[0];
        }
    }

    private void settle(int m) {
        for (int j = 0; j < m; j++) {
            int column = j;
            double[] values = IntStream.range(0, sample.length / m)
                    .mapToDouble(i -> sample[i * m + column])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            median[j] = values.length == 0 ? 0 : values[values.length / 2];
            spread[j] = spread(values, median[j]);
        }
    }

    private static double spread(double[] sorted, double median) {
        int n = sorted.length;
        double quartiles = n == 0 ? 0 : sorted[3 * n / 4] - sorted[n / 4];
        double range = n == 0 ? 0 : sorted[n - 1] - sorted[0];
        if (quartiles > 0) {
            return 2 * quartiles;
        }
        return range > 0 ? range : Math.max(Math.abs(median), Double.MIN_NORMAL);
    }

    /** Coordinates of a point; an absent value is 0. */
    void scale(double[] watched, double[] x) {
        for (int j = 0; j < watched.length; j++) {
            x[j] = Double.isFinite(watched[j]) ? coordinate(j, watched[j]) : 0;
        }
    }

    private double coordinate(int j, double value) {
        if (!Double.isNaN(lower[j])) {
            return Math.max(0, Math.min((value - lower[j]) / (upper[j] - lower[j]), 1));
        }
        double z = (value - median[j]) / spread[j];
        return 0.5 + 0.5 * z / (1 + Math.abs(z));
    }

    @Override
    public void save(StateOutput out) {
        out.put("median", median).put("spread", spread).put("sample", sample);
    }

    @Override
    public void restore(StateInput in) {
        System.arraycopy(in.getDoubles("median"), 0, median, 0, median.length);
        System.arraycopy(in.getDoubles("spread"), 0, spread, 0, spread.length);
        sample = in.getDoubles("sample");
    }
}
