package thetascan.formula.graph;

import thetascan.formula.graph.Graph.Node;

/** Evaluates a graph node by node: slow and plain. What compiled formulas are tested against, and constants are read by. */
public final class Interpreter {

    private final Graph graph;
    private final int[] roots;
    private final boolean[] needed;
    private final double[] values;
    private final Kernel[] kernels;

    /**
     * An interpreter of these nodes.
     *
     * @param graph holds the nodes
     * @param roots nodes whose values are wanted
     */
    public Interpreter(Graph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots.clone();
        needed = graph.needed(roots);
        values = new double[graph.size()];
        kernels = new Kernel[graph.size()];
        for (int i = 0; i < kernels.length; i++) {
            if (needed[i] && graph.node(i) instanceof Node.Run run) {
                kernels[i] = run.kind().make();
            }
        }
    }

    /**
     * Writes the value of each root.
     *
     * @param inputs parameters by their places in θ
     * @param results receives one value a root
     */
    public void evaluate(double[] inputs, double[] results) {
        for (int i = 0; i < needed.length; i++) {
            if (needed[i]) {
                values[i] = value(i, inputs);
            }
        }
        for (int i = 0; i < roots.length; i++) {
            results[i] = values[roots[i]];
        }
    }

    private double value(int i, double[] inputs) {
        Node node = graph.node(i);
        if (node instanceof Node.Constant constant) {
            return constant.value();
        }
        if (node instanceof Node.Input input) {
            return inputs[input.index()];
        }
        if (node instanceof Node.Result result) {
            return kernels[result.run()].out[result.index()];
        }
        if (node instanceof Node.Run run) {
            for (int k = 0; k < run.inputs().size(); k++) {
                kernels[i].in[k] = values[run.inputs().get(k)];
            }
            kernels[i].run();
            return 0;
        }
        Node.Apply apply = (Node.Apply) node;
        return apply.op().function().of(values[apply.x()], at(apply.y()), at(apply.z()));
    }

    private double at(int operand) {
        return operand < 0 ? 0 : values[operand];
    }
}
