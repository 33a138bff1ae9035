package thetascan.constraint;

import java.util.List;

/** What an expression says, as a tree of operations on numbers and observables. */
sealed interface ExpressionTree {

    /** The modulus, known by identity: bounds on the modulus of an observable are bounds on the observable. */
    UnaryOperation MODULUS = Math::abs;

    /** A function of one number. */
    @FunctionalInterface
    interface UnaryOperation {
        double apply(double x);
    }

    /** A function of two numbers. */
    @FunctionalInterface
    interface BinaryOperation {
        double apply(double x, double y);
    }

    /** @throws IllegalArgumentException if an observable is not among the columns */
    BoundExpression bind(ObservableColumns columns);

    /** What it operates on. */
    default List<ExpressionTree> parts() {
        return List.of();
    }

    /** Most operations that stand inside one another. */
    default int depth() {
        return 0;
    }

    /** True if it reads no observable. */
    boolean isConstant();

    /** A number. */
    record Constant(double value) implements ExpressionTree {

        @Override
        public BoundExpression bind(ObservableColumns columns) {
            return row -> value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    /** An observable. */
    record Observable(String name) implements ExpressionTree {

        @Override
        public BoundExpression bind(ObservableColumns columns) {
            int column = columns.of(name);
            return row -> row[column];
        }

        @Override
        public boolean isConstant() {
            return false;
        }
    }

    /** A function of one part. */
    record Unary(UnaryOperation operation, ExpressionTree part, int depth, boolean isConstant)
            implements ExpressionTree {

        Unary(UnaryOperation operation, ExpressionTree part) {
            this(operation, part, 1 + part.depth(), part.isConstant());
        }

        @Override
        public BoundExpression bind(ObservableColumns columns) {
            BoundExpression x = part.bind(columns);
            return row -> operation.apply(x.value(row));
        }

        @Override
        public List<ExpressionTree> parts() {
            return List.of(part);
        }
    }

    /** A function of two parts. */
    record Binary(BinaryOperation operation, ExpressionTree left, ExpressionTree right, int depth, boolean isConstant)
            implements ExpressionTree {

        Binary(BinaryOperation operation, ExpressionTree left, ExpressionTree right) {
            this(
                    operation,
                    left,
                    right,
                    1 + Math.max(left.depth(), right.depth()),
                    left.isConstant() && right.isConstant());
        }

        @Override
        public BoundExpression bind(ObservableColumns columns) {
            BoundExpression x = left.bind(columns);
            BoundExpression y = right.bind(columns);
            return row -> operation.apply(x.value(row), y.value(row));
        }

        @Override
        public List<ExpressionTree> parts() {
            return List.of(left, right);
        }
    }
}
