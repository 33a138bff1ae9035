package thetascan.constraint;

import java.util.List;
import java.util.Map;

/**
 * When a constraint holds, as a statement on observables or expressions of observables ({@link Expression}). A rule
 * has a signed excess: zero or negative where the constraint holds, positive outside; the raw violation is
 * C = max(0, excess).
 *
 * <p>A rule is a value: a record that knows its numbers and binds itself. Whoever needs another kind writes one, here or
 * in a jar; {@code ConstraintContract}, in the jar of contracts, says what it must do.
 */
public interface Rule {

    /**
     * What the rule reads, for people and for catalogues.
     *
     * @return the texts of one or more expressions
     */
    List<String> expressions();

    /**
     * The bounds, for people.
     *
     * @return text such as {@code [0.74, 1.34]}, which stands behind the expressions
     */
    String bounds();

    /**
     * The bounds, for programs: what JSON can hold, by name; {@code lower} and {@code upper} in the unit of the expression.
     *
     * @return numbers, lists and such maps; empty if a rule has none to tell
     */
    default Map<String, Object> numbers() {
        return Map.of();
    }

    /**
     * Resolves the names of the observables.
     *
     * @param columns where each stands; an observable that is not asked for here may be missing without a consequence
     * @return the same rule on rows with these columns
     * @throws IllegalArgumentException if an observable is not among the columns
     */
    BoundRule bind(ObservableColumns columns);
}
