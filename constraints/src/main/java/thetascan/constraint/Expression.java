package thetascan.constraint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Decimal;

/**
 * An arithmetic expression of observables: {@code + - * / ^}, parentheses, numbers, names and the functions abs, sqrt,
 * log (natural), exp, sin, cos, tan, atan (radians), min, max (two or more arguments). {@code ^} binds tightest and to
 * the right, so −x^2 is −(x²). Numbers are those of {@link Decimal}. Parsed once, evaluated without allocation. Two
 * expressions are equal if their texts are.
 */
public final class Expression {

    /** Most characters an expression has. */
    public static final int LONGEST = 10_000;
    /** Most operations that wait for one another; n of them add up n + 1 terms. */
    public static final int DEEPEST = 500;
    /** Most parentheses, functions, signs and powers inside one another: reading them takes more stack than adding up. */
    public static final int MOST_NESTED = 100;

    private static final double[] NO_OBSERVABLES = {};

    private final String text;
    private final ExpressionTree root;

    private Expression(String text, ExpressionTree root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @param text what people write
     * @return what it says
     * @throws IllegalArgumentException naming the expression, the position (from 1) and what was expected there
     */
    public static Expression parse(String text) {
        return new Expression(text, new ExpressionParser(text).parse());
    }

    /**
     * The observables it reads.
     *
     * @return names in the order of their first appearance
     */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        addNames(root, names);
        return List.copyOf(names);
    }

    private static void addNames(ExpressionTree tree, Set<String> names) {
        if (tree instanceof ExpressionTree.Observable observable) {
            names.add(observable.name());
        }
        for (ExpressionTree part : tree.parts()) {
            addNames(part, names);
        }
    }

    /**
     * Resolves the names.
     *
     * @param columns where the observables stand
     * @return the same expression on rows with these columns
     * @throws IllegalArgumentException if an observable is not among the columns, or if a part without observables,
     *     such as 1/0, is no finite number: no point could satisfy it
     */
    public BoundExpression bind(ObservableColumns columns) {
        requireFiniteConstants(root, columns);
        return root.bind(columns);
    }

    private void requireFiniteConstants(ExpressionTree tree, ObservableColumns columns) {
        if (!tree.isConstant()) {
            for (ExpressionTree part : tree.parts()) {
                requireFiniteConstants(part, columns);
            }
            return;
        }
        double value = tree.bind(columns).value(NO_OBSERVABLES);
        if (!Double.isFinite(value)) {
            String part = tree == root ? "is " : "has a part without observables that is ";
            throw new IllegalArgumentException(
                    "expression '" + text + "' " + part + value + " at every point; it must be finite.");
        }
    }

    /**
     * The observable, if the expression is nothing else.
     *
     * @return its name
     */
    public Optional<String> observable() {
        return nameOf(root);
    }

    /** The observable whose modulus the expression is, if it is nothing else. */
    Optional<String> modulus() {
        return root instanceof ExpressionTree.Unary unary && unary.operation() == ExpressionTree.MODULUS
                ? nameOf(unary.part())
                : Optional.empty();
    }

    /** True if the expression is a modulus as a whole, of whatever: it is nowhere below zero. */
    boolean isModulus() {
        return root instanceof ExpressionTree.Unary unary && unary.operation() == ExpressionTree.MODULUS;
    }

    private static Optional<String> nameOf(ExpressionTree tree) {
        return tree instanceof ExpressionTree.Observable observable ? Optional.of(observable.name()) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
