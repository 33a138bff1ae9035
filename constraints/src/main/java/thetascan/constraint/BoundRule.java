package thetascan.constraint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import thetascan.quantity.Missing;

/** A rule that knows the columns of its observables. Immutable, allocation-free. */
abstract class BoundRule {

    private final int[] inputs;

    private BoundRule(Set<String> names, ToIntFunction<String> index) {
        inputs = names.stream().mapToInt(index).toArray();
    }

    static BoundRule of(Rule rule, ToIntFunction<String> index) {
        Set<String> names = new LinkedHashSet<>();
        rule.expressions()
                .forEach(expression -> names.addAll(Expression.parse(expression).names()));
        if (rule instanceof Interval interval) {
            return new BoundInterval(interval, names, index);
        }
        if (rule instanceof Alternatives alternatives) {
            return new BoundAlternatives(alternatives, names, index);
        }
        if (rule instanceof QuadraticForm form) {
            return new BoundQuadraticForm(form, names, index);
        }
        return new BoundLimitCurve((LimitCurve) rule, names, index);
    }

    /** What the rule looks at: the value that is compared with the bounds. */
    abstract double value(double[] observables);

    /** Signed: positive outside the bounds. */
    abstract double excess(double[] observables);

    /** Excess that counts as one unit in the ranking. */
    abstract double scale(double[] observables);

    /** False outside the table of a limit. */
    boolean covers(double[] observables) {
        return true;
    }

    /**
     * The status at a point. Inputs decide first, so that a missing one cannot hide in an expression such as x^0; a
     * broken one outweighs an undefined one, that one a quantity that was not computed.
     */
    final ConstraintStatus status(double[] observables) {
        boolean undefined = false;
        boolean notComputed = false;
        for (int input : inputs) {
            double value = observables[input];
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
        if (!covers(observables)) {
            return ConstraintStatus.OUTSIDE_TABLE;
        }
        if (!Double.isFinite(value(observables))) {
            return ConstraintStatus.NOT_FINITE;
        }
        return excess(observables) > 0 ? ConstraintStatus.VIOLATED : ConstraintStatus.SATISFIED;
    }

    /** Raw violation that belongs to a status of this point. */
    final double violation(double[] observables, ConstraintStatus status) {
        return switch (status) {
            case SATISFIED -> 0;
            case VIOLATED -> Math.min(excess(observables), Double.MAX_VALUE);
            default -> BoundConstraints.LARGEST;
        };
    }

    /** d/(d + scale), d = max(0, excess); 1 where the value is missing. */
    final double term(double[] observables) {
        ConstraintStatus status = status(observables);
        return switch (status) {
            case SATISFIED -> 0;
            case VIOLATED -> term(violation(observables, status), scale(observables));
            default -> 1;
        };
    }

    static double term(double violation, double scale) {
        return violation / (violation + scale);
    }

    /** Excess in units of the scale: negative inside; LARGEST where the value is missing, −LARGEST without bounds. */
    final double slack(double[] observables) {
        ConstraintStatus status = status(observables);
        if (status != ConstraintStatus.SATISFIED && status != ConstraintStatus.VIOLATED) {
            return BoundConstraints.LARGEST;
        }
        double slack = excess(observables) / scale(observables);
        return slack == Double.NEGATIVE_INFINITY ? -BoundConstraints.LARGEST : Math.min(slack, Double.MAX_VALUE);
    }

    /**
     * Slack below the lower and above the upper bound in units of the scale, to out[at] and out[at + 1]: negative
     * inside, −∞ for a side without bound, NaN where the value is missing.
     */
    final void slacks(double[] observables, double[] out, int at) {
        ConstraintStatus status = status(observables);
        if (status != ConstraintStatus.SATISFIED && status != ConstraintStatus.VIOLATED) {
            out[at] = Double.NaN;
            out[at + 1] = Double.NaN;
        } else {
            double scale = scale(observables);
            out[at] = lowerExcess(observables) / scale;
            out[at + 1] = upperExcess(observables) / scale;
        }
    }

    /** Signed excess below a lower bound, −∞ if there is none. */
    double lowerExcess(double[] observables) {
        return Double.NEGATIVE_INFINITY;
    }

    /** Signed excess above an upper bound, −∞ if there is none. */
    double upperExcess(double[] observables) {
        return excess(observables);
    }

    private static final class BoundInterval extends BoundRule {

        private final Expression.Node expression;
        private final double lower;
        private final double upper;
        private final double scale;

        BoundInterval(Interval interval, Set<String> names, ToIntFunction<String> index) {
            super(names, index);
            expression = Expression.parse(interval.expression()).bind(index);
            lower = interval.lower();
            upper = interval.upper();
            scale = interval.scale();
        }

        @Override
        double value(double[] observables) {
            return expression.value(observables);
        }

        @Override
        double excess(double[] observables) {
            double value = expression.value(observables);
            return Math.max(lower - value, value - upper);
        }

        @Override
        double lowerExcess(double[] observables) {
            return lower - expression.value(observables);
        }

        @Override
        double upperExcess(double[] observables) {
            return expression.value(observables) - upper;
        }

        @Override
        double scale(double[] observables) {
            return scale;
        }
    }

    private static final class BoundAlternatives extends BoundRule {

        private final BoundInterval[] intervals;

        BoundAlternatives(Alternatives alternatives, Set<String> names, ToIntFunction<String> index) {
            super(names, index);
            intervals = alternatives.intervals().stream()
                    .map(interval -> new BoundInterval(interval, names, index))
                    .toArray(BoundInterval[]::new);
        }

        @Override
        double value(double[] observables) {
            return intervals[0].value(observables);
        }

        @Override
        double excess(double[] observables) {
            double smallest = Double.POSITIVE_INFINITY;
            for (BoundInterval interval : intervals) {
                smallest = Math.min(smallest, interval.excess(observables));
            }
            return smallest;
        }

        @Override
        double scale(double[] observables) {
            return intervals[0].scale;
        }
    }

    private static final class BoundQuadraticForm extends BoundRule {

        private final Expression.Node[] x;
        private final double[] matrix;
        private final double[] linear;
        private final double constant;
        private final double scale;

        BoundQuadraticForm(QuadraticForm form, Set<String> names, ToIntFunction<String> index) {
            super(names, index);
            x = form.expressions().stream()
                    .map(expression -> Expression.parse(expression).bind(index))
                    .toArray(Expression.Node[]::new);
            matrix = array(form.matrix());
            linear = array(form.linear());
            constant = form.constant();
            scale = form.scale();
        }

        @Override
        double value(double[] observables) {
            int n = linear.length;
            double sum = constant;
            for (int i = 0; i < n; i++) {
                double row = linear[i];
                for (int j = 0; j < n; j++) {
                    row += matrix[i * n + j] * x[j].value(observables);
                }
                sum += row * x[i].value(observables);
            }
            return sum;
        }

        @Override
        double excess(double[] observables) {
            return -value(observables);
        }

        @Override
        double scale(double[] observables) {
            return scale;
        }
    }

    private static final class BoundLimitCurve extends BoundRule {

        private final Expression.Node expression;
        private final Expression.Node x;
        private final LimitCurve curve;

        BoundLimitCurve(LimitCurve curve, Set<String> names, ToIntFunction<String> index) {
            super(names, index);
            expression = Expression.parse(curve.expression()).bind(index);
            x = Expression.parse(curve.x()).bind(index);
            this.curve = curve;
        }

        @Override
        boolean covers(double[] observables) {
            return curve.covers(x.value(observables));
        }

        @Override
        double value(double[] observables) {
            return expression.value(observables);
        }

        @Override
        double excess(double[] observables) {
            return value(observables) - curve.limit(x.value(observables));
        }

        @Override
        double scale(double[] observables) {
            return curve.limit(x.value(observables));
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
