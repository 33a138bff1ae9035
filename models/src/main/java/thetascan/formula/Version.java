package thetascan.formula;

import java.util.List;
import thetascan.fingerprint.Sha256;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Graph.Node;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * The version of a model by formulas: a hash of what its observables are computed from. Each node by its operation and the hashes
 * of its operands, so that the order of definitions does not count.
 */
final class Version {

    /** Changes when the program computes something else from the same formulas. */
    private static final String LANGUAGE = "formulas-1";

    private static final int DIGITS = 12;

    private Version() {}

    static String of(ParameterSpace parameters, List<Quantity> observables, Graph graph, int[] roots) {
        Sha256 digest = new Sha256();
        digest.add(LANGUAGE);
        for (Parameter parameter : parameters.parameters()) {
            digest.add(parameter.name() + " " + parameter.quantity().unit());
        }
        byte[][] hashes = hashes(graph, roots);
        for (int i = 0; i < roots.length; i++) {
            digest.add(observables.get(i).name() + " " + observables.get(i).unit());
            digest.add(hashes[roots[i]]);
        }
        return digest.hex(DIGITS);
    }

    private static byte[][] hashes(Graph graph, int[] roots) {
        boolean[] needed = graph.needed(roots);
        byte[][] hashes = new byte[graph.size()][];
        Sha256 digest = new Sha256();
        for (int i = 0; i < graph.size(); i++) {
            if (needed[i]) {
                digest.add(text(graph.node(i)));
                for (int operand : graph.operands(i)) {
                    digest.add(hashes[operand]);
                }
                hashes[i] = digest.digest();
            }
        }
        return hashes;
    }

    private static String text(Node node) {
        if (node instanceof Node.Constant constant) {
            return "constant " + constant.bits();
        }
        if (node instanceof Node.Input input) {
            return "input " + input.index();
        }
        if (node instanceof Node.Run run) {
            return "run " + run.kind().meaning();
        }
        return node instanceof Node.Result result
                ? "result " + result.index()
                : ((Node.Apply) node).op().name();
    }
}
