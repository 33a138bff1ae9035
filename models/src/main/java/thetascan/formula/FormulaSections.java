package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.graph.Table;
import thetascan.formula.meaning.Decomposition;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.FormulaFunction;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.formula.syntax.Parser;
import thetascan.quantity.Spelling;
import thetascan.quantity.Suggestion;

/** Reads the sections of a model file that give names to formulas. */
public final class FormulaSections {

    private final Definitions definitions;

    /** @param definitions receives what is read */
    public FormulaSections(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * A quantity on one line, or with its unit.
     *
     * @param section {@code constants} of the file
     */
    public void constants(Keys section) {
        for (String name : section.names()) {
            if (section.tree(name) instanceof Tree.Fields) {
                Keys keys = section.below(name);
                Formula formula = formula(keys, "value");
                definitions.quantity(name, formula, unit(keys), keys.where("value"));
                keys.text("description", "");
                keys.text("source", "");
                keys.refuseOthers();
            } else {
                definitions.quantity(name, formula(section, name), Unit.UNKNOWN, section.where(name));
            }
        }
    }

    /**
     * Quantities by formulas, and matrices to be diagonalised.
     *
     * @param section {@code derived} of the file
     */
    public void derived(Keys section) {
        for (String name : section.names()) {
            if (!(section.tree(name) instanceof Tree.Fields)) {
                definitions.quantity(name, formula(section, name), Unit.UNKNOWN, section.where(name));
                continue;
            }
            Keys keys = section.below(name);
            if (keys.has("diagonalise")) {
                Decomposition type = decomposition(keys);
                definitions.decomposition(name, formula(keys, "diagonalise"), type, keys.where("diagonalise"));
            } else {
                definitions.quantity(name, formula(keys, "formula"), unit(keys), keys.where("formula"));
            }
            keys.text("description", "");
            keys.refuseOthers();
        }
    }

    private static Decomposition decomposition(Keys keys) {
        List<String> known = new ArrayList<>();
        String given = keys.text("type");
        for (Decomposition type : Decomposition.values()) {
            String name = Spelling.of(type);
            if (name.equals(given)) {
                return type;
            }
            known.add(name);
        }
        throw keys.error(
                "type",
                "no type '" + given + "'." + Suggestion.hint(given, known) + " Known: " + String.join(", ", known)
                        + ".");
    }

    /**
     * {@return the unit that keys give; unknown if they give none}
     *
     * @param keys with {@code unit} among them or not
     */
    public static Unit unit(Keys keys) {
        return keys.has("unit") ? unit(keys.text("unit"), keys.where("unit")) : Unit.UNKNOWN;
    }

    private static Unit unit(String text, String where) {
        try {
            return Unit.parse(text);
        } catch (FormulaException e) {
            throw e.in(where);
        }
    }

    /**
     * {@return the formula of a key; a list of lists is a matrix}
     *
     * @param keys hold the formula
     * @param key of the formula
     */
    public static Formula formula(Keys keys, String key) {
        Tree tree = keys.tree(key);
        if (tree == null) {
            throw keys.error(key, "a formula is missing.");
        }
        try {
            return Formula.parse(text(tree));
        } catch (FormulaException e) {
            throw e.in(keys.where(key));
        }
    }

    /** The text of a formula; a list of lists is a matrix. Joining the items mends formulas that commas in them cut. */
    private static String text(Tree tree) {
        if (tree instanceof Tree.Text text) {
            return text.text();
        }
        if (tree instanceof Tree.Items items) {
            StringBuilder text = new StringBuilder("[");
            for (Tree item : items.values()) {
                text.append(text.length() > 1 ? ", " : "").append(text(item));
            }
            return text.append(']').toString();
        }
        throw new FormulaException("needs a formula, found " + tree.kind() + ".");
    }

    /**
     * Functions of one's own.
     *
     * @param section {@code functions} of the file
     */
    public void functions(Keys section) {
        for (String head : section.names()) {
            List<String> names = head(section, head);
            Map<String, Formula> let = new LinkedHashMap<>();
            Formula body;
            if (section.tree(head) instanceof Tree.Fields) {
                Keys keys = section.below(head);
                Keys own = keys.below("let");
                own.names().forEach(name -> let.put(name, formula(own, name)));
                body = formula(keys, "value");
                keys.text("description", "");
                keys.refuseOthers();
            } else {
                body = formula(section, head);
            }
            definitions.function(
                    new FormulaFunction(names.get(0), names.subList(1, names.size()), let, body), section.where(head));
        }
    }

    private static List<String> head(Keys section, String head) {
        try {
            return Parser.parseHead(head);
        } catch (FormulaException e) {
            throw e.in(section.where(head));
        }
    }

    /** Tables whose points stand in the file. */
    void tables(Keys section) {
        for (String name : section.names()) {
            Keys keys = section.below(name);
            List<String> units = keys.has("units") ? keys.pair("units") : List.of();
            Table table = table(keys, section.where(name));
            keys.text("description", "");
            keys.text("source", "");
            keys.refuseOthers();
            definitions.table(
                    name,
                    table,
                    units.isEmpty() ? Unit.UNKNOWN : unit(units.get(0), keys.where("units")),
                    units.isEmpty() ? Unit.UNKNOWN : unit(units.get(1), keys.where("units")),
                    section.where(name));
        }
    }

    private static Table table(Keys keys, String where) {
        if (!(keys.tree("points") instanceof Tree.Items items)) {
            throw keys.error("points", "needs a list [[x, y], ...], or 'file' the name of a file.");
        }
        List<double[]> points =
                items.values().stream().map(FormulaSections::point).toList();
        Table.Interpolation interpolation =
                switch (keys.text("interpolation", "linear")) {
                    case "linear" -> Table.Interpolation.LINEAR;
                    case "log-log" -> Table.Interpolation.LOG_LOG;
                    default -> throw keys.error("interpolation", "is neither linear nor log-log.");
                };
        try {
            return new Table(points, interpolation);
        } catch (IllegalArgumentException e) {
            throw new FormulaException(where + ": " + e.getMessage());
        }
    }

    private static double[] point(Tree item) {
        if (item instanceof Tree.Items pair
                && pair.values().size() == 2
                && pair.values().get(0) instanceof Tree.Text x
                && pair.values().get(1) instanceof Tree.Text y) {
            return new double[] {Keys.number(x.text(), item.place()), Keys.number(y.text(), item.place())};
        }
        throw new FormulaException(item.place() + ": a point is [x, y], found " + item.kind() + ".");
    }
}
