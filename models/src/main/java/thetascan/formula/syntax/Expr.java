package thetascan.formula.syntax;

import java.util.List;

/** A formula as a tree; {@code at} is the position in its text, from 0. */
public sealed interface Expr {

    int at();

    /** A number as written. */
    record Number(double value, int at) implements Expr {}

    /** A name of whatever there is. */
    record Name(String name, int at) implements Expr {}

    /** {@code f(x, y)}. */
    record Call(String function, List<Expr> arguments, int at) implements Expr {}

    /** {@code x[i]} or {@code x[i, j]}, from 1. */
    record Element(Expr array, List<Expr> indices, int at) implements Expr {}

    /** {@code x.values}. */
    record Member(Expr owner, String member, int at) implements Expr {}

    /** {@code -x} or {@code not x}. */
    record Prefix(String operator, Expr operand, int at) implements Expr {}

    /** Operands of one rank from left to right, with the operator before each but the first: {@code a - b + c}. */
    record Chain(Expr first, List<Link> links, int at) implements Expr {}

    /** What follows in a {@link Chain}. */
    record Link(String operator, Expr operand, int at) {}

    /** {@code x ^ y}. */
    record Power(Expr base, Expr exponent, int at) implements Expr {}

    /** {@code [a, b]}; a matrix is a list of its rows. */
    record Items(List<Expr> items, int at) implements Expr {}

    /** {@code sum(i = 1..3, j = i..3, body)}, and likewise prod, min, max, vector, matrix. */
    record Over(String kind, List<Range> ranges, Expr body, int at) implements Expr {}

    /** An index and its bounds, both included. */
    record Range(String index, Expr from, Expr to, int at) {}
}
