package thetascan.constraint;

import java.util.Comparator;

/**
 * What one constraint says of one point.
 *
 * @param constraint the constraint, with its bounds and source
 * @param value      the value compared with the bounds; NaN if missing
 * @param violation  raw violation
 * @param slack      signed excess, comparable between constraints: of one that is violated in units of its ranking scale, of
 *                   one that holds in units of what its bounds leave, 0 at a bound
 * @param status     how it stands
 */
public record Verdict(Constraint constraint, double value, double violation, double slack, ConstraintStatus status) {

    /** Applied before recorded, not satisfied before satisfied, then by falling slack. */
    static final Comparator<Verdict> WORST_FIRST = Comparator.comparing((Verdict v) -> v.constraint.mode())
            .thenComparing(v -> v.status == ConstraintStatus.SATISFIED)
            .thenComparing(Verdict::slack, Comparator.reverseOrder());

    /** {@return the name of the constraint} */
    public String name() {
        return constraint.name();
    }

    /** {@return the bounds as text, e.g. {@code [0.74, 1.34]}} */
    public String bounds() {
        return constraint.rule().bounds();
    }

    /** {@return where the bounds come from} */
    public String source() {
        return constraint.source();
    }
}
