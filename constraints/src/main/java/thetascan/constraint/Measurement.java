package thetascan.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thetascan.constraint.LimitCurve.Interpolation;
import thetascan.quantity.Suggestion;

/**
 * A number that experiment or theory gives, with where it comes from.
 *
 * @param name        what constraints call it by
 * @param content     the number
 * @param unit        unit; {@code 1} for a pure number
 * @param description one line for people
 * @param reference   authors, title, journal, or what is known of the origin
 * @param arxiv       arXiv number, may be empty
 * @param doi         DOI, may be empty
 */
public record Measurement(
        String name, Content content, String unit, String description, String reference, String arxiv, String doi) {

    /** What was given. */
    public sealed interface Content permits Value, Limits, Ellipse, Curve, Correlated {}

    /**
     * A central value with errors of one standard deviation.
     *
     * @param central    the value
     * @param lowerError error towards smaller values, ≥ 0
     * @param upperError error towards larger values, ≥ 0
     */
    public record Value(double central, double lowerError, double upperError) implements Content {

        /**
         * Checks the numbers.
         *
         * @param central the value
         * @param lowerError error towards smaller values, ≥ 0
         * @param upperError error towards larger values, ≥ 0
         * @throws IllegalArgumentException if the value is not finite or an error is negative
         */
        public Value {
            if (!Double.isFinite(central) || !(lowerError >= 0) || !(upperError >= 0)) {
                throw new IllegalArgumentException("value " + central + ", lower error " + lowerError + ", upper error "
                        + upperError + ": the value must be finite and the errors not negative.");
            }
        }
    }

    /**
     * An allowed window.
     *
     * @param lower lower end, −∞ for none
     * @param upper upper end, +∞ for none
     */
    public record Limits(double lower, double upper) implements Content {}

    /**
     * The region xᵀA x + b·x + c ≥ 0 of n quantities.
     *
     * @param quantities what the components of x are
     * @param matrix     A row by row, n·n numbers
     * @param linear     b, n numbers
     * @param constant   c
     */
    public record Ellipse(List<String> quantities, List<Double> matrix, List<Double> linear, double constant)
            implements Content {

        /**
         * Copies the lists.
         *
         * @param quantities what the components of x are
         * @param matrix A row by row, n·n numbers
         * @param linear b, n numbers
         * @param constant c
         */
        public Ellipse {
            quantities = List.copyOf(quantities);
            matrix = List.copyOf(matrix);
            linear = List.copyOf(linear);
        }
    }

    /**
     * An upper limit that depends on another quantity.
     *
     * @param abscissae     increasing values of that quantity
     * @param limits        the limit at each
     * @param interpolation how to go between them
     */
    public record Curve(List<Double> abscissae, List<Double> limits, Interpolation interpolation) implements Content {

        /**
         * Copies the lists.
         *
         * @param abscissae increasing values of that quantity
         * @param limits the limit at each
         * @param interpolation how to go between them
         */
        public Curve {
            abscissae = List.copyOf(abscissae);
            limits = List.copyOf(limits);
        }
    }

    /**
     * Central values of several quantities with errors of one standard deviation that are correlated.
     *
     * @param quantities   what was measured, n of it
     * @param values       n central values
     * @param errors       n errors, &gt; 0
     * @param correlations the n(n−1)/2 correlations of (2,1), (3,1), (3,2), (4,1), ...
     */
    public record Correlated(
            List<String> quantities, List<Double> values, List<Double> errors, List<Double> correlations)
            implements Content {

        /**
         * Checks the numbers.
         *
         * @param quantities what was measured, n of it
         * @param values n central values
         * @param errors n errors, &gt; 0
         * @param correlations the n(n−1)/2 correlations of (2,1), (3,1), (3,2), (4,1), ...
         * @throws IllegalArgumentException if there are not as many as there must be, or a number is out of its range
         */
        public Correlated {
            quantities = List.copyOf(quantities);
            values = List.copyOf(values);
            errors = List.copyOf(errors);
            correlations = List.copyOf(correlations);
            int n = quantities.size();
            if (values.size() != n || errors.size() != n || correlations.size() != n * (n - 1) / 2) {
                throw new IllegalArgumentException(n + " quantities need " + n + " values, " + n + " errors and "
                        + n * (n - 1) / 2 + " correlations, there are " + values.size() + ", " + errors.size() + " and "
                        + correlations.size() + ".");
            }
            if (!values.stream().allMatch(Double::isFinite)
                    || !errors.stream().allMatch(error -> error > 0 && error < Double.POSITIVE_INFINITY)
                    || !correlations.stream().allMatch(correlation -> Math.abs(correlation) < 1)) {
                throw new IllegalArgumentException(
                        "values must be finite, errors positive, correlations between -1 and 1.");
            }
        }

        /**
         * What is known of the others if nothing is said of some quantities: their rows and columns of the covariance are left out.
         *
         * @throws IllegalArgumentException if one was not measured
         */
        Correlated without(Collection<String> left) {
            for (String name : left) {
                if (!quantities.contains(name)) {
                    throw new IllegalArgumentException("'without' names " + name + ", which is none of " + quantities
                            + "." + Suggestion.hint(name, quantities));
                }
            }
            int[] kept = IntStream.range(0, quantities.size())
                    .filter(i -> !left.contains(quantities.get(i)))
                    .toArray();
            List<Double> between = new ArrayList<>();
            for (int i = 0; i < kept.length; i++) {
                for (int j = 0; j < i; j++) {
                    between.add(correlation(kept[i], kept[j]));
                }
            }
            return new Correlated(of(quantities, kept), of(values, kept), of(errors, kept), between);
        }

        private static <T> List<T> of(List<T> all, int[] kept) {
            return Arrays.stream(kept).mapToObj(all::get).toList();
        }

        /** The correlation of two different quantities. */
        double correlation(int i, int j) {
            int row = Math.max(i, j);
            return correlations.get(row * (row - 1) / 2 + Math.min(i, j));
        }
    }

    /**
     * The interval [central − sigmas·lowerError, central + sigmas·upperError] on an expression.
     *
     * @param expression observable or expression
     * @param sigmas     number of standard deviations, &gt; 0
     * @return a rule
     * @throws IllegalArgumentException if this is no central value with errors, or sigmas is not positive
     */
    public Interval interval(String expression, double sigmas) {
        if (!(content instanceof Value value)) {
            throw new IllegalArgumentException("measurement " + name + " has no errors to multiply by sigmas.");
        }
        if (!(sigmas > 0 && sigmas < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("measurement " + name + ": sigmas " + sigmas + " must be positive.");
        }
        return new Interval(
                expression,
                value.central() - sigmas * value.lowerError(),
                value.central() + sigmas * value.upperError());
    }

    /**
     * The allowed window on an expression; for a region, the expression is its left side, computed elsewhere.
     *
     * @param expression observable or expression
     * @return a rule
     * @throws IllegalArgumentException if this is a central value: its window depends on a number of sigmas
     */
    public Interval interval(String expression) {
        if (content instanceof Limits limits) {
            return new Interval(expression, limits.lower(), limits.upper());
        }
        if (content instanceof Ellipse) {
            return new Interval(expression, 0, Double.POSITIVE_INFINITY);
        }
        if (content instanceof Curve) {
            throw new IllegalArgumentException("measurement " + name + " is a limit curve, no window: use 'curve'.");
        }
        if (content instanceof Correlated) {
            throw new IllegalArgumentException(
                    "measurement " + name + " is of several quantities, no window: use 'chi_square'.");
        }
        throw new IllegalArgumentException("measurement " + name + " is no window: say at how many sigmas.");
    }

    /**
     * The region on these expressions.
     *
     * @param expressions one for each quantity, in their order
     * @param scale       ranking scale
     * @return a rule
     * @throws IllegalArgumentException if this is no region
     */
    public QuadraticForm region(List<String> expressions, double scale) {
        if (!(content instanceof Ellipse ellipse)) {
            throw new IllegalArgumentException("measurement " + name + " is no region of a quadratic form.");
        }
        return QuadraticForm.of(expressions, ellipse.matrix(), ellipse.linear(), ellipse.constant(), scale);
    }

    /**
     * The limit curve on an expression.
     *
     * @param expression the limited observable or expression
     * @param x          what runs along the curve
     * @return a rule
     * @throws IllegalArgumentException if this is no limit curve
     */
    public LimitCurve curve(String expression, String x) {
        if (!(content instanceof Curve curve)) {
            throw new IllegalArgumentException("measurement " + name + " is no limit curve.");
        }
        return new LimitCurve(expression, x, curve.abscissae(), curve.limits(), curve.interpolation());
    }

    /**
     * The correlated values.
     *
     * @return quantities, values, errors and correlations
     * @throws IllegalArgumentException if this is something else
     */
    public Correlated correlated() {
        if (!(content instanceof Correlated correlated)) {
            throw new IllegalArgumentException("measurement " + name + " has no values with correlations.");
        }
        return correlated;
    }

    /** {@return reference with arXiv number and DOI, as the source of a constraint} */
    public String citation() {
        return Stream.of(reference, arxiv.isEmpty() ? "" : "arXiv:" + arxiv, doi.isEmpty() ? "" : "doi:" + doi)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
