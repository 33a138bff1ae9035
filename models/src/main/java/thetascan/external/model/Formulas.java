package thetascan.external.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.formula.Outputs;
import thetascan.formula.bytecode.Compiler;
import thetascan.formula.bytecode.Program;
import thetascan.formula.graph.Graph;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Missing;

/**
 * Formulas over what is known of a point: its parameters, then the values of programs. What needs a value that is missing is missing
 * for the same reason; not computed comes before undefined. A name alone is copied. Immutable.
 */
final class Formulas {

    private static final int COMPUTED = -1;

    /** Position of a value that is copied, or {@link #COMPUTED}. */
    private final int[] copied;
    /** Values each needs. */
    private final int[][] needed;

    private final @Nullable Program program;
    private final int computed;

    /** A formula, its unit, and where it stands. */
    record Item(Formula formula, String text, Unit unit, String where) {}

    /**
     * @param known      names of what is known, parameters first
     * @param parameters how many of them are parameters
     * @throws FormulaException if a formula is wrong
     */
    Formulas(Definitions definitions, List<String> known, int parameters, List<Item> items) {
        Outputs outputs = new Outputs(definitions);
        copied = new int[items.size()];
        int count = 0;
        for (int i = 0; i < copied.length; i++) {
            Item item = items.get(i);
            copied[i] = known.indexOf(item.text());
            if (copied[i] != COMPUTED) continue;
            outputs.add(item.formula(), item.unit(), true, item.where());
            count++;
        }
        computed = count;
        Graph graph = definitions.graph();
        int[] roots = outputs.roots();
        needed = new int[copied.length][];
        int next = 0;
        for (int i = 0; i < copied.length; i++) {
            needed[i] = copied[i] == COMPUTED
                    ? values(graph, roots[next++], parameters)
                    : copied[i] < parameters ? new int[0] : new int[] {copied[i]};
        }
        program = roots.length == 0 ? null : Compiler.compile(graph, roots);
    }

    private static int[] values(Graph graph, int root, int parameters) {
        boolean[] marked = graph.needed(new int[] {root});
        List<Integer> values = new ArrayList<>();
        for (int node = 0; node < marked.length; node++) {
            if (marked[node] && graph.node(node) instanceof Graph.Node.Input input && input.index() >= parameters) {
                values.add(input.index());
            }
        }
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Positions of the values that a formula needs, counted as what is known. */
    int[] needed(int formula) {
        return needed[formula].clone();
    }

    Worker newWorker() {
        return new Worker(this);
    }

    /** Evaluates for one thread. */
    static final class Worker {

        private final Formulas formulas;
        private final Program.@Nullable Worker worker;
        private final double[] computed;

        private Worker(Formulas formulas) {
            this.formulas = formulas;
            worker = formulas.program == null ? null : formulas.program.newWorker();
            computed = new double[formulas.computed];
        }

        /**
         * @param known   parameters and values
         * @param results receives a number, or why it is missing, for each formula
         */
        void evaluate(double[] known, double[] results) {
            if (worker != null) worker.evaluate(known, computed);
            int next = 0;
            for (int i = 0; i < results.length; i++) {
                int from = formulas.copied[i];
                double value = from == COMPUTED ? computed[next++] : known[from];
                results[i] = from == COMPUTED ? orMissing(value, known, formulas.needed[i]) : value;
            }
        }

        private static double orMissing(double value, double[] known, int[] needed) {
            double result = value;
            for (int each : needed) {
                if (Missing.isNotComputed(known[each])) return Missing.NOT_COMPUTED;
                if (Missing.isUndefined(known[each])) result = Missing.UNDEFINED;
            }
            return result;
        }
    }
}
