package thetascan.constraint;

import java.util.List;

/**
 * xᵀA x + b·x + c ≥ 0, such as the inside of an ellipse (A negative definite). The excess is minus the left side.
 *
 * @param expressions the n components of x
 * @param matrix      A, n·n numbers, row by row; need not be symmetric
 * @param linear      b, n numbers
 * @param constant    c
 * @param scale       excess that counts as one unit in the ranking, &gt; 0
 */
public record QuadraticForm(
        List<String> expressions, List<Double> matrix, List<Double> linear, double constant, double scale)
        implements Rule {

    public QuadraticForm {
        expressions = List.copyOf(expressions);
        matrix = List.copyOf(matrix);
        linear = List.copyOf(linear);
        int n = expressions.size();
        if (n == 0 || matrix.size() != n * n || linear.size() != n) {
            throw new IllegalArgumentException("quadratic form on " + expressions + ": matrix has " + matrix.size()
                    + " numbers and linear " + linear.size() + "; " + n * n + " and " + n + " needed.");
        }
        boolean finite = Double.isFinite(constant)
                && matrix.stream().allMatch(Double::isFinite)
                && linear.stream().allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalArgumentException(
                    "quadratic form on " + expressions + ": every coefficient must be finite.");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "quadratic form on " + expressions + ": scale " + scale + " must be positive and finite.");
        }
    }

    @Override
    public String bounds() {
        return "quadratic form >= 0";
    }
}
