package thetascan.higgs;

import static org.assertj.core.api.Assertions.assertThat;

/** Collects deviations and remembers the worst, so that a failing test says where and by how much. */
public final class Worst {

    private final String what;
    private double deviation = 0;
    private String where = "nowhere";
    private int count = 0;

    public Worst(String what) {
        this.what = what;
    }

    /** Adds |actual − expected|/scale; NaN equals NaN only. */
    public void add(Object place, double actual, double expected, double scale) {
        count++;
        double difference = Double.isNaN(actual) && Double.isNaN(expected) ? 0 : Math.abs(actual - expected) / scale;
        if (!(difference <= deviation)) {
            deviation = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
            where = place + ": " + actual + " instead of " + expected;
        }
    }

    public void add(Object place, double[] actual, double[] expected, double scale) {
        assertThat(actual).as("%s of %s", what, place).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            add(place + " [" + i + "]", actual[i], expected[i], scale);
        }
    }

    /** The worst deviation is within the tolerance, and something was compared. */
    public void isWithin(double tolerance) {
        if (Boolean.getBoolean("thetascan.deviations")) System.out.printf("%-30s %10.2e  %s%n", what, deviation, where);
        assertThat(count).as("%s: comparisons", what).isPositive();
        assertThat(deviation).as("%s: worst deviation, %s", what, where).isLessThanOrEqualTo(tolerance);
    }
}
