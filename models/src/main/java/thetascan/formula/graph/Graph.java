package thetascan.formula.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.syntax.FormulaException;

/**
 * Operations on real numbers, each with a number of its own, operands before what is made from them. Equal operations on
 * equal operands are one, constants are computed at once, and a literal zero or one disappears: zero times anything is zero.
 * Grows only; size is limited.
 */
public final class Graph {

    /** Operations at most. */
    public static final int LARGEST = 100_000;

    /** What a node is. */
    public sealed interface Node {

        /**
         * A number, by its bits.
         *
         * @param bits as {@link Double#doubleToRawLongBits} gives them
         */
        record Constant(long bits) implements Node {
            /** {@return the number} */
            public double value() {
                return Double.longBitsToDouble(bits);
            }
        }

        /**
         * A parameter by its place in θ.
         *
         * @param index place in θ, from 0
         */
        record Input(int index) implements Node {}

        /**
         * An operation; operands that it does not have are −1.
         *
         * @param op what is done
         * @param x node of the first operand
         * @param y node of the second, or −1
         * @param z node of the third, or −1
         */
        record Apply(Op op, int x, int y, int z) implements Node {}

        /**
         * A kernel at work on its inputs: no number itself.
         *
         * @param kind what makes the kernel
         * @param inputs nodes of the numbers it takes
         */
        record Run(KernelKind kind, List<Integer> inputs) implements Node {}

        /**
         * One of the numbers a kernel gives.
         *
         * @param run node of the kernel
         * @param index which of its numbers, from 0
         */
        record Result(int run, int index) implements Node {}
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();

    /** Node of the number 0. */
    public final int zero = constant(0);
    /** Node of the number 1. */
    public final int one = constant(1);

    /** {@return number of nodes} */
    public int size() {
        return nodes.size();
    }

    /**
     * {@return what a node is}
     *
     * @param number of the node
     */
    public Node node(int number) {
        return nodes.get(number);
    }

    /**
     * {@return the node of a number}
     *
     * @param value the number
     */
    public int constant(double value) {
        return add(new Node.Constant(Double.doubleToRawLongBits(value)));
    }

    /**
     * {@return the node of a parameter}
     *
     * @param index place in θ, from 0
     */
    public int input(int index) {
        return add(new Node.Input(index));
    }

    /**
     * {@return true for a number known when the formulas are read}
     *
     * @param node its number
     */
    public boolean isConstant(int node) {
        return nodes.get(node) instanceof Node.Constant;
    }

    /**
     * {@return the value of a constant}
     *
     * @param node of a constant
     */
    public double value(int node) {
        return ((Node.Constant) nodes.get(node)).value();
    }

    /**
     * {@return true for the constant, whichever sign a zero has}
     *
     * @param node its number
     * @param value the constant
     */
    public boolean is(int node, double value) {
        return nodes.get(node) instanceof Node.Constant constant && constant.value() == value;
    }

    /**
     * {@return the node of a result}
     *
     * @param op of one operand
     * @param x node of the operand
     */
    public int apply(Op op, int x) {
        return apply(op, x, -1, -1);
    }

    /**
     * {@return the node of a result}
     *
     * @param op of two operands
     * @param x node of the first
     * @param y node of the second
     */
    public int apply(Op op, int x, int y) {
        return apply(op, x, y, -1);
    }

    /**
     * {@return the node of a result}
     *
     * @param op of up to three operands
     * @param x node of the first
     * @param y node of the second, −1 for none
     * @param z node of the third, −1 for none
     */
    public int apply(Op op, int x, int y, int z) {
        int operands = x < 0 ? 0 : y < 0 ? 1 : z < 0 ? 2 : 3;
        if (operands != op.arity()) {
            throw new IllegalArgumentException(op + " takes " + op.arity() + " operands, not " + operands + ".");
        }
        int simple = simplified(op, x, y, z);
        if (simple >= 0) {
            return simple;
        }
        if (isConstant(x) && (y < 0 || isConstant(y)) && (z < 0 || isConstant(z))) {
            return constant(op.function().of(value(x), y < 0 ? 0 : value(y), z < 0 ? 0 : value(z)));
        }
        return add(new Node.Apply(op, x, y, z));
    }

    /** The node that an operation amounts to without computing anything, or −1. */
    private int simplified(Op op, int x, int y, int z) {
        if (op == Op.ADD) {
            return is(x, 0) ? y : is(y, 0) ? x : -1;
        }
        if (op == Op.SUBTRACT) {
            return is(y, 0) ? x : is(x, 0) ? apply(Op.NEGATE, y) : -1;
        }
        if (op == Op.MULTIPLY) {
            return is(x, 0) || is(y, 0) ? zero : is(x, 1) ? y : is(y, 1) ? x : is(x, -1) ? apply(Op.NEGATE, y) : -1;
        }
        if (op == Op.DIVIDE) {
            return is(y, 1) || (is(x, 0) && !isConstant(y)) ? x : -1;
        }
        if (op == Op.NEGATE && nodes.get(x) instanceof Node.Apply inner && inner.op() == Op.NEGATE) {
            return inner.x();
        }
        if (op == Op.CHOOSE && isConstant(x) && !Double.isNaN(value(x))) {
            return value(x) == 1 ? y : z;
        }
        if (op == Op.OR) {
            return is(x, 1) || is(y, 1) ? one : is(x, 0) ? y : is(y, 0) ? x : x == y ? x : -1;
        }
        return -1;
    }

    /**
     * Puts a kernel to work; {@link #result} gives its numbers.
     *
     * @param kind what makes the kernel
     * @param inputs nodes of the numbers it takes
     * @return node of the kernel
     */
    public int run(KernelKind kind, List<Integer> inputs) {
        if (inputs.size() != kind.inputs()) {
            throw new IllegalArgumentException(
                    kind + " takes " + kind.inputs() + " inputs, not " + inputs.size() + ".");
        }
        return add(new Node.Run(kind, List.copyOf(inputs)));
    }

    /**
     * {@return the node of a number a kernel gives}
     *
     * @param run node of the kernel
     * @param index which of its numbers, from 0
     */
    public int result(int run, int index) {
        Node.Run node = (Node.Run) nodes.get(run);
        if (index < 0 || index >= node.kind().outputs()) {
            throw new IndexOutOfBoundsException(index);
        }
        return add(new Node.Result(run, index));
    }

    private int add(Node node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        if (nodes.size() >= LARGEST) {
            throw new FormulaException("the formulas take more than " + LARGEST + " operations on real numbers.");
        }
        nodes.add(node);
        numbers.put(node, nodes.size() - 1);
        return nodes.size() - 1;
    }

    /**
     * Marks the nodes that these depend on, and themselves.
     *
     * @param roots nodes whose values are wanted
     * @return a mark for each node of the graph
     */
    public boolean[] needed(int[] roots) {
        boolean[] needed = new boolean[size()];
        for (int root : roots) {
            needed[root] = true;
        }
        for (int i = size() - 1; i >= 0; i--) {
            if (needed[i]) {
                for (int operand : operands(i)) {
                    needed[operand] = true;
                }
            }
        }
        return needed;
    }

    /**
     * {@return what a node is made from}
     *
     * @param number of the node
     */
    public int[] operands(int number) {
        Node node = nodes.get(number);
        if (node instanceof Node.Apply apply) {
            return Arrays.copyOf(
                    new int[] {apply.x(), apply.y(), apply.z()}, apply.op().arity());
        }
        if (node instanceof Node.Run run) {
            return run.inputs().stream().mapToInt(Integer::intValue).toArray();
        }
        return node instanceof Node.Result result ? new int[] {result.run()} : new int[0];
    }
}
