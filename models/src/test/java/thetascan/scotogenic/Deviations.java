package thetascan.scotogenic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thetascan.quantity.Quantity;
import thetascan.scotogenic.ReferencePoints.Point;

/** Compares observables with reference numbers, each at its tolerance, and collects what fails. */
public final class Deviations {

    /** What the reference counts as zero. */
    private static final double ZERO = 1e-30;

    private final List<Quantity> quantities;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Double> worst = new TreeMap<>();
    private int compared;

    public Deviations(List<Quantity> quantities) {
        this.quantities = quantities;
    }

    public double value(String name, double[] observables) {
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i).name().equals(name)) {
                return observables[i];
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** |ours − reference| ≤ relative·|reference| + absolute, and NaN exactly where the reference has none. */
    public void compare(
            Point point, String name, double[] observables, double expected, double relative, double absolute) {
        compareValue(point, name, value(name, observables), expected, relative, absolute);
    }

    public void compareValue(Point point, String name, double ours, double expected, double relative, double absolute) {
        compared++;
        if (Double.isNaN(expected) || Double.isNaN(ours)) {
            if (!Double.isNaN(expected) || !Double.isNaN(ours)) {
                failures.add(point + " " + name + ": " + ours + ", reference " + expected);
            }
            return;
        }
        double difference = Math.abs(ours - expected);
        double allowed = relative * Math.abs(expected) + absolute;
        if (difference > 0) {
            worst.merge(name, difference / Math.max(allowed, ZERO * 1e-9), Math::max);
        }
        if (!(difference
                <= Math.max(allowed, absolute > 0 ? 0 : Math.min(ZERO, Math.abs(expected) < ZERO ? ZERO : 0)))) {
            failures.add(point + " " + name + ": " + ours + ", reference " + expected + ", off by "
                    + difference / Math.abs(expected));
        }
    }

    public void verify(int atLeast) {
        if (Boolean.getBoolean("thetascan.deviations")) {
            worst.forEach((name, share) -> System.out.println(name + " " + share));
        }
        assertThat(failures).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    }
}
