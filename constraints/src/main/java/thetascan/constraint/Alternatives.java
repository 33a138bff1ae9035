package thetascan.constraint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * At least one of several intervals holds. The excess is the smallest of theirs, the ranking scale that of the first.
 *
 * @param intervals two or more
 */
public record Alternatives(List<Interval> intervals) implements Rule {

    /**
     * Checks their number.
     *
     * @param intervals two or more
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Alternatives {
        intervals = List.copyOf(intervals);
        if (intervals.size() < 2) {
            throw new IllegalArgumentException("alternatives: " + intervals.size() + " given, at least 2 needed.");
        }
    }

    @Override
    public List<String> expressions() {
        return intervals.stream()
                .map(interval -> interval.expression().toString())
                .distinct()
                .toList();
    }

    @Override
    public String bounds() {
        return intervals.stream().map(Interval::bounds).collect(Collectors.joining(" or "));
    }

    @Override
    public Map<String, Object> numbers() {
        return Map.of("alternatives", intervals.stream().map(Interval::numbers).toList());
    }

    @Override
    public BoundRule bind(ObservableColumns columns) {
        return new BoundAlternatives(
                intervals.stream().map(interval -> interval.bind(columns)).toArray(BoundRule[]::new));
    }

    private static final class BoundAlternatives implements BoundRule {

        private final BoundRule[] intervals;

        BoundAlternatives(BoundRule[] intervals) {
            this.intervals = intervals;
        }

        @Override
        public double value(double[] row) {
            return intervals[0].value(row);
        }

        @Override
        public double excess(double[] row) {
            double smallest = Double.POSITIVE_INFINITY;
            for (BoundRule interval : intervals) {
                smallest = Math.min(smallest, interval.excess(row));
            }
            return smallest;
        }

        @Override
        public double nearness(double[] row) {
            double smallest = Double.POSITIVE_INFINITY;
            for (BoundRule interval : intervals) {
                smallest = Math.min(smallest, interval.nearness(row));
            }
            return smallest;
        }

        @Override
        public double scale(double[] row) {
            return intervals[0].scale(row);
        }
    }
}
