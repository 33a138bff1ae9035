package thetascan.formula.syntax;

import java.util.List;

/** A formula as a tree; {@code at} is the position in its text, from 0. */
public sealed interface Expr {

    /** {@return position in the text, from 0} */
    int at();

    /**
     * A number as written.
     *
     * @param value the number
     * @param at its position
     */
    record Number(double value, int at) implements Expr {}

    /**
     * A name of whatever there is.
     *
     * @param name letters, digits and underscores
     * @param at its position
     */
    record Name(String name, int at) implements Expr {}

    /**
     * {@code f(x, y)}.
     *
     * @param function its name
     * @param arguments between the brackets
     * @param at position of the name
     */
    record Call(String function, List<Expr> arguments, int at) implements Expr {}

    /**
     * {@code x[i]} or {@code x[i, j]}, from 1.
     *
     * @param array vector or matrix
     * @param indices one or two
     * @param at position of the bracket
     */
    record Element(Expr array, List<Expr> indices, int at) implements Expr {}

    /**
     * {@code x.values}.
     *
     * @param owner what has members
     * @param member name of one
     * @param at position of the point
     */
    record Member(Expr owner, String member, int at) implements Expr {}

    /**
     * {@code -x} or {@code not x}.
     *
     * @param operator {@code -} or {@code not}
     * @param operand what follows
     * @param at position of the operator
     */
    record Prefix(String operator, Expr operand, int at) implements Expr {}

    /**
     * Operands of one rank from left to right, with the operator before each but the first: {@code a - b + c}.
     *
     * @param first operand
     * @param links the others, with their operators
     * @param at position of the first operand
     */
    record Chain(Expr first, List<Link> links, int at) implements Expr {}

    /**
     * What follows in a {@link Chain}.
     *
     * @param operator before the operand
     * @param operand what follows it
     * @param at position of the operator
     */
    record Link(String operator, Expr operand, int at) {}

    /**
     * {@code x ^ y}.
     *
     * @param base x
     * @param exponent y
     * @param at position of the operator
     */
    record Power(Expr base, Expr exponent, int at) implements Expr {}

    /**
     * {@code [a, b]}; a matrix is a list of its rows.
     *
     * @param items in their order
     * @param at position of the bracket
     */
    record Items(List<Expr> items, int at) implements Expr {}

    /**
     * {@code sum(i = 1..3, j = i..3, body)}, and likewise prod, min, max, vector, matrix.
     *
     * @param kind {@code sum}, {@code prod}, {@code min}, {@code max}, {@code vector} or {@code matrix}
     * @param ranges of the indices, the outermost first
     * @param body for each value of the indices
     * @param at position of the kind
     */
    record Over(String kind, List<Range> ranges, Expr body, int at) implements Expr {}

    /**
     * An index and its bounds, both included.
     *
     * @param index its name
     * @param from first value
     * @param to last value
     * @param at position of the index
     */
    record Range(String index, Expr from, Expr to, int at) {}
}
