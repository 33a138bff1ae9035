package thetascan.external.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Measurements;
import thetascan.formula.ConstraintEntry;
import thetascan.formula.Keys;
import thetascan.formula.Labels;
import thetascan.formula.ParameterEntry;
import thetascan.formula.ReferenceEntry;
import thetascan.formula.Tree;
import thetascan.formula.syntax.FormulaException;
import thetascan.model.CostClass;
import thetascan.model.Reference;
import thetascan.point.PointColumns;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Reads the sections of a model file. */
final class ExternalReader {

    private static final String NAME = "[a-z0-9][a-z0-9-]*";
    private static final String FOLDER = "folder";
    private static final Duration DEAREST_CHEAP = Duration.ofMillis(1);

    private final Keys root;

    private ExternalReader(Keys root) {
        this.root = root;
    }

    static ExternalModel read(Tree.Fields file, String path, Path folder) {
        return new ExternalReader(new Keys(file, path)).model(file, path, folder);
    }

    private ExternalModel model(Tree.Fields file, String path, Path beside) {
        String key = root.has("model") ? "model" : "name";
        String name = root.text(key);
        if (!name.matches(NAME)) {
            throw root.error(key, "the name '" + name + "' must have lower-case letters, digits and hyphens.");
        }
        String description = root.text("description", "computed by a program");
        Path folder = beside.resolve(root.text(FOLDER, "")).toAbsolutePath().normalize();
        Duration cost = cost();
        Tree.Fields entry = ProgramEntry.inFull(root);
        ProgramSpec program = ProgramEntry.read(
                new Keys(entry, path.isEmpty() ? ProgramEntry.KEY : path + "." + ProgramEntry.KEY), name, cost, folder);
        ParameterSpace space = parameters(root.below("parameters"));
        List<Quantity> observables = observables();
        ConstraintSet constraints = constraints(root.below("constraints"), observables, space);
        List<Reference> references = ReferenceEntry.all(root.below("references"));
        root.refuseOthers();
        Tree.Fields whole = file.with(FOLDER, text(folder.toString()))
                .with(ProgramEntry.KEY, entry.with(ProgramEntry.HASH, text(program.hash())));
        CostClass costClass =
                cost != null && cost.compareTo(DEAREST_CHEAP) <= 0 ? CostClass.CHEAP : CostClass.EXPENSIVE;
        String version = version(entry, program, space, observables);
        return new ExternalModel(
                whole, name, description, space, observables, constraints, references, costClass, program, version);
    }

    private static Tree text(String text) {
        return new Tree.Text(text, true, "resolved");
    }

    private @Nullable Duration cost() {
        return root.has("cost") ? ProgramEntry.time(root, "cost", Duration.ZERO) : null;
    }

    private ParameterSpace parameters(Keys section) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : section.names()) parameters.add(ParameterEntry.read(section, name));
        if (parameters.isEmpty()) throw root.error("parameters", "is missing: a model needs one parameter at least.");
        try {
            return new ParameterSpace(parameters);
        } catch (IllegalArgumentException e) {
            throw root.error("parameters", String.valueOf(e.getMessage()));
        }
    }

    /** A list of names; or names, each with its unit, or with unit, label and description. */
    private List<Quantity> observables() {
        List<Quantity> observables = new ArrayList<>();
        if (root.tree("observables") instanceof Tree.Items) {
            for (String name : root.texts("observables")) observables.add(quantity(root, "observables", name, "1"));
        } else {
            Keys section = root.below("observables");
            for (String name : section.names()) {
                observables.add(
                        section.tree(name) instanceof Tree.Fields
                                ? quantity(section.below(name), section, name)
                                : quantity(section, name, name, section.text(name, "1")));
            }
        }
        if (observables.isEmpty())
            throw root.error("observables", "is missing: a model needs one observable at least.");
        return observables;
    }

    private static Quantity quantity(Keys keys, String key, String name, String unit) {
        try {
            return Quantity.of(name, unit, Labels.of(name), name);
        } catch (IllegalArgumentException e) {
            throw keys.error(key, String.valueOf(e.getMessage()));
        }
    }

    private static Quantity quantity(Keys keys, Keys section, String name) {
        try {
            Quantity quantity = new Quantity(
                    name,
                    keys.text("unit", "1"),
                    keys.text("latex", Labels.of(name)),
                    keys.text("description", name),
                    keys.texts("legend"));
            keys.refuseOthers();
            return quantity;
        } catch (FormulaException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw section.error(name, String.valueOf(e.getMessage()));
        }
    }

    private ConstraintSet constraints(Keys section, List<Quantity> observables, ParameterSpace space) {
        List<Quantity> known = PointColumns.all(observables, space).quantities();
        List<Constraint> constraints = new ArrayList<>();
        for (String name : section.names()) {
            constraints.add(ConstraintEntry.read(section, name, known, Measurements.shipped()));
        }
        ConstraintSet set = new ConstraintSet(constraints);
        try {
            set.bind(known);
        } catch (IllegalArgumentException e) {
            throw root.error("constraints", String.valueOf(e.getMessage()));
        }
        return set;
    }

    private static String version(
            Tree.Fields program, ProgramSpec spec, ParameterSpace space, List<Quantity> observables) {
        Fingerprint version =
                new Fingerprint().add("external-1").add(words(program.values().get("command")));
        for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
            version.add(variable.getKey()).add(variable.getValue());
        }
        version.add(spec.hash()).add(spec.version());
        for (Parameter parameter : space.parameters()) {
            version.add(parameter.name()).add(parameter.quantity().unit());
        }
        for (Quantity observable : observables) version.add(observable.name()).add(observable.unit());
        return version.text();
    }

    private static String words(@Nullable Tree command) {
        if (command instanceof Tree.Text text) return text.text().strip().replaceAll("\\s+", "\0");
        if (command instanceof Tree.Items items) {
            return String.join(
                    "\0", items.values().stream().map(ExternalReader::words).toList());
        }
        return "";
    }
}
