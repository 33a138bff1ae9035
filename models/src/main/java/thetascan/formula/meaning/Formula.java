package thetascan.formula.meaning;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import thetascan.formula.syntax.Expr;
import thetascan.formula.syntax.FormulaException;
import thetascan.formula.syntax.Parser;

/**
 * A formula that was read.
 *
 * @param text as written, for messages
 * @param root the formula as a tree
 */
public record Formula(String text, Expr root) {

    /**
     * Reads a formula.
     *
     * @param text as written
     * @return the formula
     * @throws FormulaException naming the formula and the position
     */
    public static Formula parse(String text) {
        return new Formula(text, Parser.parse(text));
    }

    /** {@return true if no name occurs in it that stands for anything but a number known beforehand} */
    public boolean isOfNumbers() {
        return mentions().stream().allMatch(name -> name.equals("pi") || Library.has(name));
    }

    /** Names and functions that occur in it, but for its own indices. */
    Set<String> mentions() {
        Set<String> found = new TreeSet<>();
        collect(root, found);
        return found;
    }

    private static void collect(Expr expr, Set<String> found) {
        if (expr instanceof Expr.Name name) {
            found.add(name.name());
        } else if (expr instanceof Expr.Call call) {
            found.add(call.function());
            collect(call.arguments(), found);
        } else if (expr instanceof Expr.Element element) {
            collect(element.array(), found);
            collect(element.indices(), found);
        } else if (expr instanceof Expr.Member member) {
            collect(member.owner(), found);
        } else if (expr instanceof Expr.Prefix prefix) {
            collect(prefix.operand(), found);
        } else if (expr instanceof Expr.Chain chain) {
            collect(chain.first(), found);
            chain.links().forEach(link -> collect(link.operand(), found));
        } else if (expr instanceof Expr.Power power) {
            collect(power.base(), found);
            collect(power.exponent(), found);
        } else if (expr instanceof Expr.Items items) {
            collect(items.items(), found);
        } else if (expr instanceof Expr.Over over) {
            over(over, found);
        }
    }

    private static void over(Expr.Over over, Set<String> found) {
        Set<String> indices = new TreeSet<>();
        Set<String> inner = new TreeSet<>();
        for (Expr.Range range : over.ranges()) {
            collect(List.of(range.from(), range.to()), inner);
            inner.removeAll(indices);
            indices.add(range.index());
        }
        collect(over.body(), inner);
        inner.removeAll(indices);
        found.addAll(inner);
    }

    private static void collect(List<Expr> all, Set<String> found) {
        all.forEach(each -> collect(each, found));
    }
}
