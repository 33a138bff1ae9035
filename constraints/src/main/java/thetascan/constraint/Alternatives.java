package thetascan.constraint;

import java.util.List;
import java.util.stream.Collectors;

/**
 * At least one of several intervals holds. The excess is the smallest of theirs, the ranking scale that of the first.
 *
 * @param intervals two or more
 */
public record Alternatives(List<Interval> intervals) implements Rule {

    public Alternatives {
        intervals = List.copyOf(intervals);
        if (intervals.size() < 2) {
            throw new IllegalArgumentException("alternatives: " + intervals.size() + " given, at least 2 needed.");
        }
    }

    @Override
    public List<String> expressions() {
        return intervals.stream().map(Interval::expression).distinct().toList();
    }

    @Override
    public String bounds() {
        return intervals.stream().map(Interval::bounds).collect(Collectors.joining(" or "));
    }
}
