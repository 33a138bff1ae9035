package thetascan.constraint;

import java.util.List;

/** Those of some rules that are intervals on a plain observable, which most are, as flat arrays: judged without asking the rule. */
final class FlatIntervals {

    private static final int NO_COLUMN = -1;

    private final int[] column;
    private final double[] lower;
    private final double[] upper;
    /** Excess that counts as one unit, where the rule is flat. */
    final double[] scale;

    FlatIntervals(List<? extends Rule> rules, ObservableColumns columns) {
        int n = rules.size();
        column = new int[n];
        lower = new double[n];
        upper = new double[n];
        scale = new double[n];
        for (int k = 0; k < n; k++) {
            flatten(k, rules.get(k), columns);
        }
    }

    private void flatten(int k, Rule rule, ObservableColumns columns) {
        column[k] = NO_COLUMN;
        if (rule instanceof Interval interval) {
            interval.onObservable().ifPresent(plain -> {
                column[k] = columns.of(plain.observable());
                lower[k] = plain.lower();
                upper[k] = plain.upper();
                scale[k] = interval.scale();
            });
        }
    }

    boolean isFlat(int k) {
        return column[k] != NO_COLUMN;
    }

    /** By how much the value is beyond the nearer end, negative inside; NaN where the value is missing or the rule is another. */
    double excess(int k, double[] observables) {
        double value = column[k] == NO_COLUMN ? Double.NaN : observables[column[k]];
        return Math.abs(value) <= Double.MAX_VALUE ? Math.max(lower[k] - value, value - upper[k]) : Double.NaN;
    }
}
