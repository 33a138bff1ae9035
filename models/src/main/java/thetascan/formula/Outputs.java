package thetascan.formula;

import java.util.ArrayList;
import java.util.List;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Op;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.Unit;
import thetascan.formula.meaning.Value;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

/**
 * The observables as nodes of the graph. Where a required condition fails, all that need it are undefined. One that is NaN because
 * a table ends or a formula says {@code undefined} is undefined too; any other NaN is a calculation that broke.
 */
public final class Outputs {

    private final Definitions definitions;
    private final Graph graph;
    private final List<Integer> roots = new ArrayList<>();
    /** Node that is 1 where a required condition fails. */
    private int failed;

    /**
     * No observables yet.
     *
     * @param definitions give formulas a meaning
     */
    public Outputs(Definitions definitions) {
        this.definitions = definitions;
        graph = definitions.graph();
        failed = graph.zero;
    }

    /** A condition without which formulas need make no sense. Give these first. */
    void require(Formula condition, String where) {
        Value value = definitions.value(condition, where);
        if (!(value instanceof Scalar scalar) || !scalar.isCondition()) {
            throw new FormulaException(where + ": needs a condition such as m_sq > 0, found " + value.kind() + ".");
        }
        int fails = graph.apply(Op.OR, graph.apply(Op.NOT, scalar.re()), scalar.reason());
        failed = graph.apply(Op.OR, failed, fails);
    }

    /**
     * Adds an observable.
     *
     * @param formula what the observable is
     * @param unit its unit
     * @param isAlways true if it makes sense whether or not the required conditions hold
     * @param where file, line and key, for messages
     */
    public void add(Formula formula, Unit unit, boolean isAlways, String where) {
        Value value = definitions.value(formula, where);
        if (!(value instanceof Scalar scalar)) {
            throw new FormulaException(where + ": an observable is a number, found " + value.kind() + ".");
        }
        if (!graph.is(scalar.im(), 0)) {
            throw new FormulaException(
                    where + ": an observable is real, found a complex number. Take re, im or abs of it.");
        }
        if (!scalar.unit().fits(unit)) {
            throw new FormulaException(
                    where + ": the formula gives " + scalar.unit() + ", the unit given is " + unit + ".");
        }
        int node = scalar.re();
        int reason = scalar.reason();
        if (!isAlways && !graph.is(failed, 0)) {
            // undefined where a condition fails, NaN where one is undecided
            node = graph.apply(Op.CHOOSE, failed, graph.constant(Double.NaN), node);
            reason = graph.apply(Op.OR, reason, failed);
        }
        roots.add(graph.is(reason, 0) ? node : graph.apply(Op.EXPLAINED, node, reason));
    }

    /** {@return the node of each, in the order they were added} */
    public int[] roots() {
        return roots.stream().mapToInt(Integer::intValue).toArray();
    }
}
