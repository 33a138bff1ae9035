package thetascan.constraint;

import thetascan.quantity.Missing;

/** A bound rule behind a guard that looks at its inputs first. Immutable, allocation-free. */
final class GuardedRule {

    private final BoundRule rule;
    private final int[] inputs;

    private GuardedRule(BoundRule rule, int[] inputs) {
        this.rule = rule;
        this.inputs = inputs;
    }

    /** @throws IllegalArgumentException naming an observable that is not among the columns */
    static GuardedRule of(Rule rule, ObservableColumns columns) {
        ObservableColumns own = columns.forAnother();
        BoundRule bound = rule.bind(own);
        return new GuardedRule(bound, own.asked());
    }

    double value(double[] row) {
        return rule.value(row);
    }

    double scale(double[] row) {
        return rule.scale(row);
    }

    /**
     * The status at a point. Inputs decide first, so that a missing one cannot hide in an expression such as x^0; a
     * broken one outweighs an undefined one, that one a quantity that was not computed.
     */
    ConstraintStatus status(double[] row) {
        boolean undefined = false;
        boolean notComputed = false;
        for (int input : inputs) {
            double value = row[input];
            if (Missing.isUndefined(value)) {
                undefined = true;
            } else if (Missing.isNotComputed(value)) {
                notComputed = true;
            } else if (!Double.isFinite(value)) {
                return ConstraintStatus.NOT_FINITE;
            }
        }
        if (undefined) {
            return ConstraintStatus.UNDEFINED;
        }
        if (notComputed) {
            return ConstraintStatus.NOT_COMPUTED;
        }
        if (!rule.covers(row)) {
            return ConstraintStatus.OUTSIDE_TABLE;
        }
        return statusInside(row);
    }

    private ConstraintStatus statusInside(double[] row) {
        double excess = rule.excess(row);
        if (!Double.isFinite(rule.value(row)) || Double.isNaN(excess)) {
            return ConstraintStatus.NOT_FINITE;
        }
        return excess > 0 ? ConstraintStatus.VIOLATED : ConstraintStatus.SATISFIED;
    }

    /** Raw violation that belongs to a status of this point. */
    double violation(double[] row, ConstraintStatus status) {
        return switch (status) {
            case SATISFIED -> 0;
            case VIOLATED -> Math.min(rule.excess(row), Double.MAX_VALUE);
            default -> BoundConstraints.LARGEST;
        };
    }

    /** d/(d + scale), d = max(0, excess); 1 where the value is missing. */
    double term(double[] row) {
        ConstraintStatus status = status(row);
        return switch (status) {
            case SATISFIED -> 0;
            case VIOLATED -> term(violation(row, status), rule.scale(row));
            default -> 1;
        };
    }

    static double term(double violation, double scale) {
        return violation / (violation + scale);
    }

    /** Excess in units of the scale, inside how near a bound is: negative; LARGEST where the value is missing, −LARGEST without bounds. */
    double slack(double[] row) {
        ConstraintStatus status = status(row);
        if (isMissing(status)) {
            return BoundConstraints.LARGEST;
        }
        double slack = status == ConstraintStatus.SATISFIED ? rule.nearness(row) : rule.excess(row) / rule.scale(row);
        return slack == Double.NEGATIVE_INFINITY ? -BoundConstraints.LARGEST : Math.min(slack, Double.MAX_VALUE);
    }

    /**
     * Writes the signed slacks, in units of the scale, below the lower and above the upper bound: −∞ where there is no
     * such bound, NaN where the value is missing.
     */
    void slacks(double[] row, double[] out, int at) {
        if (isMissing(status(row))) {
            out[at] = Double.NaN;
            out[at + 1] = Double.NaN;
        } else {
            double scale = rule.scale(row);
            out[at] = rule.lowerExcess(row) / scale;
            out[at + 1] = rule.upperExcess(row) / scale;
        }
    }

    private static boolean isMissing(ConstraintStatus status) {
        return status != ConstraintStatus.SATISFIED && status != ConstraintStatus.VIOLATED;
    }
}
