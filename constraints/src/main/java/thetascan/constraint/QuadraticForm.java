package thetascan.constraint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * xᵀA x + b·x + c ≥ 0, such as the inside of an ellipse (A negative definite). The excess is minus the left side.
 *
 * @param x        its n components
 * @param matrix   A, n·n numbers, row by row; need not be symmetric
 * @param linear   b, n numbers
 * @param constant c
 * @param scale    excess that counts as one unit in the ranking, &gt; 0
 */
public record QuadraticForm(List<Expression> x, List<Double> matrix, List<Double> linear, double constant, double scale)
        implements Rule {

    /**
     * Checks sizes and coefficients.
     *
     * @param x its n components
     * @param matrix A, n·n numbers, row by row; need not be symmetric
     * @param linear b, n numbers
     * @param constant c
     * @param scale excess that counts as one unit in the ranking, &gt; 0
     * @throws IllegalArgumentException if the numbers do not fit each other or are not finite
     */
    public QuadraticForm {
        x = List.copyOf(x);
        matrix = List.copyOf(matrix);
        linear = List.copyOf(linear);
        int n = x.size();
        if (n == 0 || matrix.size() != n * n || linear.size() != n) {
            throw new IllegalArgumentException("quadratic form on " + x + ": matrix has " + matrix.size()
                    + " numbers and linear " + linear.size() + "; " + n * n + " and " + n + " needed.");
        }
        boolean finite = Double.isFinite(constant)
                && matrix.stream().allMatch(Double::isFinite)
                && linear.stream().allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalArgumentException("quadratic form on " + x + ": every coefficient must be finite.");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "quadratic form on " + x + ": scale " + scale + " must be positive and finite.");
        }
    }

    /**
     * A form of expressions still to be read.
     *
     * @param x        texts of its n components
     * @param matrix   A, n·n numbers, row by row
     * @param linear   b, n numbers
     * @param constant c
     * @param scale    excess that counts as one unit in the ranking, &gt; 0
     * @return the rule
     */
    public static QuadraticForm of(
            List<String> x, List<Double> matrix, List<Double> linear, double constant, double scale) {
        return new QuadraticForm(x.stream().map(Expression::parse).toList(), matrix, linear, constant, scale);
    }

    @Override
    public List<String> expressions() {
        return x.stream().map(Expression::toString).toList();
    }

    @Override
    public String bounds() {
        return "quadratic form >= 0";
    }

    @Override
    public Map<String, Object> numbers() {
        return new TreeMap<>(Map.of("matrix", matrix, "linear", linear, "constant", constant));
    }

    @Override
    public BoundRule bind(ObservableColumns columns) {
        return new BoundForm(this, columns);
    }

    private static final class BoundForm implements BoundRule {

        private final BoundExpression[] x;
        private final double[] matrix;
        private final double[] linear;
        private final double constant;
        private final double scale;

        BoundForm(QuadraticForm form, ObservableColumns columns) {
            x = form.x.stream().map(expression -> expression.bind(columns)).toArray(BoundExpression[]::new);
            matrix = form.matrix.stream().mapToDouble(Double::doubleValue).toArray();
            linear = form.linear.stream().mapToDouble(Double::doubleValue).toArray();
            constant = form.constant;
            scale = form.scale;
        }

        @Override
        public double value(double[] row) {
            int n = linear.length;
            double sum = constant;
            for (int i = 0; i < n; i++) {
                double factor = linear[i];
                for (int j = 0; j < n; j++) {
                    factor += matrix[i * n + j] * x[j].value(row);
                }
                sum += factor * x[i].value(row);
            }
            return sum;
        }

        @Override
        public double excess(double[] row) {
            return -value(row);
        }

        @Override
        public double scale(double[] row) {
            return scale;
        }
    }
}
