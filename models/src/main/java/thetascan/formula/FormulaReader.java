package thetascan.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Measurements;
import thetascan.formula.graph.Graph;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.model.Reference;
import thetascan.point.PointColumns;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Reads the sections of a formula file. */
final class FormulaReader {

    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    private final Keys root;
    private final Definitions definitions = new Definitions(new Graph());
    private final FormulaSections sections = new FormulaSections(definitions);
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
        sections.constants(root.below("constants"));
        sections.functions(root.below("functions"));
        sections.tables(root.below("tables"));
        sections.derived(root.below("derived"));
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
        requireDistinct();
        ParameterSpace space = space();
        return new FormulaModel(
                file,
                name,
                description,
                space,
                List.copyOf(observables),
                constraints(constraints, PointColumns.all(observables, space).quantities()),
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
                Formula formula = FormulaSections.formula(section, name);
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
        Unit unit = FormulaSections.unit(keys);
        if (keys.has("formula")) {
            definitions.quantity(name, FormulaSections.formula(keys, "formula"), unit, where);
        }
        outputs.add(new Output(Formula.parse(name), unit, keys.flag("always"), where));
        keys.refuseOthers();
    }

    private void requireDistinct() {
        try {
            ColumnNames.requireDistinct(
                    "observable", observables.stream().map(Quantity::name).toList());
        } catch (IllegalArgumentException e) {
            throw root.error("observables", String.valueOf(e.getMessage()));
        }
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

    /** @param known observables and parameters */
    private ConstraintSet constraints(Keys section, List<Quantity> known) {
        List<Constraint> constraints = new ArrayList<>();
        for (String name : section.names()) {
            constraints.add(ConstraintEntry.read(section, name, known, Measurements.shipped()));
        }
        ConstraintSet set = new ConstraintSet(constraints);
        try {
            set.bind(known);
        } catch (IllegalArgumentException e) {
            throw root.error("constraints", e.getMessage() + " Constraints are on observables and parameters.");
        }
        return set;
    }
}
