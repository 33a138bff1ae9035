package thetascan.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Measurements;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Table;
import thetascan.formula.meaning.Decomposition;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.FormulaFunction;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.formula.syntax.Parser;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Reads the sections of a formula file. */
final class FormulaReader {

    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    private final Keys root;
    private final Definitions definitions = new Definitions(new Graph());
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Quantity> observables = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    /** An observable on its way: its formula and unit. */
    private record Output(Formula formula, Unit unit, boolean isAlways, String where) {}

    private FormulaReader(Keys root) {
        this.root = root;
    }

    /**
     * @param file   whole, see {@link Inlining}
     * @param format reads the blocks that come with the program
     */
    static FormulaModel read(Tree.Fields file, Source source) {
        Tree.Fields joined = file;
        Keys keys = new Keys(file, "");
        for (String block : keys.texts("import")) {
            joined = Inlining.joined(joined, source.block(block, keys.where("import")), block);
        }
        return new FormulaReader(new Keys(joined, "")).model(file);
    }

    private FormulaModel model(Tree.Fields file) {
        String name = root.text("model");
        if (!name.matches(NAME)) {
            throw root.error("model", "the name '" + name + "' must have lower-case letters, digits and hyphens.");
        }
        String description = root.text("description", "model by formulas");
        root.tree("import");
        readParameters(root.below("parameters"));
        readConstants(root.below("constants"));
        readFunctions(root.below("functions"));
        readTables(root.below("tables"));
        readDerived(root.below("derived"));
        readObservables();
        List<Reference> references = ReferenceEntry.all(root.below("references"));
        Keys constraints = root.below("constraints");
        Keys requires = root.below("requires");
        root.refuseOthers();
        definitions.check();
        Outputs results = new Outputs(definitions);
        for (String condition : requires.names()) {
            results.require(Formula.parse(requires.text(condition)), requires.where(condition));
        }
        for (Output output : outputs) {
            results.add(output.formula, output.unit, output.isAlways, output.where);
        }
        return new FormulaModel(
                file,
                name,
                description,
                space(),
                List.copyOf(observables),
                constraints(constraints),
                references,
                definitions.graph(),
                results.roots());
    }

    // ---- parameters

    private void readParameters(Keys section) {
        if (section.names().isEmpty()) {
            throw root.error("parameters", "is missing: a model needs one parameter at least.");
        }
        for (String name : section.names()) {
            Parameter parameter = ParameterEntry.read(section, name);
            Unit unit = ParameterEntry.unit(section, name);
            definitions.input(name, parameters.size(), unit, section.where(name));
            parameters.add(parameter);
        }
    }

    private ParameterSpace space() {
        try {
            return new ParameterSpace(parameters);
        } catch (IllegalArgumentException e) {
            throw root.error("parameters", String.valueOf(e.getMessage()));
        }
    }

    // ---- quantities

    /** A quantity on one line, or with its unit. */
    private void readConstants(Keys section) {
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

    private void readDerived(Keys section) {
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
            String name = type.name().toLowerCase(Locale.ROOT);
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

    /** The unit that keys give; unknown if they give none. */
    static Unit unit(Keys keys) {
        return keys.has("unit") ? unit(keys.text("unit"), keys.where("unit")) : Unit.UNKNOWN;
    }

    private static Unit unit(String text, String where) {
        try {
            return Unit.parse(text);
        } catch (FormulaException e) {
            throw e.in(where);
        }
    }

    private static Formula formula(Keys keys, String key) {
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

    private void readFunctions(Keys section) {
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

    private void readTables(Keys section) {
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
                items.values().stream().map(FormulaReader::point).toList();
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

    // ---- observables

    private void readObservables() {
        Tree tree = root.tree("observables");
        if (tree instanceof Tree.Items names) {
            for (String name : root.texts("observables")) {
                observable(name, new Keys(new Tree.Fields(Map.of(), names.place()), "observables." + name));
            }
            return;
        }
        Keys section = root.below("observables");
        if (section.names().isEmpty()) {
            throw root.error("observables", "is missing: a model needs one observable at least.");
        }
        for (String name : section.names()) {
            if (section.tree(name) instanceof Tree.Text || section.tree(name) instanceof Tree.Items) {
                quantity(name, "1", Labels.of(name), name, List.of(), section.where(name));
                Formula formula = formula(section, name);
                definitions.quantity(name, formula, Unit.UNKNOWN, section.where(name));
                outputs.add(new Output(Formula.parse(name), Unit.UNKNOWN, false, section.where(name)));
            } else {
                observable(name, section.below(name));
            }
        }
    }

    /** An observable with its label and unit; without a formula it is the quantity of that name. */
    private void observable(String name, Keys keys) {
        String where = keys.where("formula");
        quantity(
                name,
                keys.text("unit", "1"),
                keys.text("latex", Labels.of(name)),
                keys.text("description", name),
                keys.texts("legend"),
                where);
        Unit unit = unit(keys);
        if (keys.has("formula")) {
            definitions.quantity(name, formula(keys, "formula"), unit, where);
        }
        outputs.add(new Output(Formula.parse(name), unit, keys.flag("always"), where));
        keys.refuseOthers();
    }

    private void quantity(
            String name, String unit, String latex, String description, List<String> legend, String where) {
        try {
            observables.add(new Quantity(name, unit, latex, description, legend));
        } catch (IllegalArgumentException e) {
            throw new FormulaException(where + ": " + e.getMessage());
        }
    }

    // ---- the rest

    private ConstraintSet constraints(Keys section) {
        List<Constraint> constraints = new ArrayList<>();
        for (String name : section.names()) {
            constraints.add(ConstraintEntry.read(section, name, observables, Measurements.shipped()));
        }
        ConstraintSet set = new ConstraintSet(constraints);
        try {
            set.bind(observables);
        } catch (IllegalArgumentException e) {
            throw root.error("constraints", e.getMessage() + " Constraints are on observables.");
        }
        return set;
    }
}
