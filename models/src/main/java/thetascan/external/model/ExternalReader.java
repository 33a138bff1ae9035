package thetascan.external.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import thetascan.formula.PointFiles;
import thetascan.formula.ReferenceEntry;
import thetascan.formula.Tree;
import thetascan.formula.syntax.FormulaException;
import thetascan.model.CostClass;
import thetascan.model.Reference;
import thetascan.point.PointColumns;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Reads the sections of a model file. */
final class ExternalReader {

    private static final String NAME = "[a-z0-9][a-z0-9-]*";
    private static final String PROGRAM = "[A-Za-z0-9][A-Za-z0-9_-]*";
    private static final String FOLDER = "folder";
    /** Where files are that came with the job; only where another machine reads the description. */
    static final String SENT = "sent";

    private static final String KEEP_FAILED = "keep_failed";
    private static final String CACHE = "cache";
    private static final long DEFAULT_CACHE = 1000 * SizeText.MEGABYTE;
    private static final int DEFAULT_KEPT = 5;
    private static final int MOST_KEPT = 100_000;
    private static final Duration DEAREST_CHEAP = Duration.ofMillis(1);

    private final Keys root;

    private ExternalReader(Keys root) {
        this.root = root;
    }

    static ExternalModel read(Tree.Fields file, String path, Path folder) {
        Path beside = folder.resolve(new Keys(file, path).text(FOLDER, ""));
        Tree.Fields whole = PointFiles.curves(file, path, beside);
        return new ExternalReader(new Keys(whole, path)).model(whole, path, folder);
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
        Path work =
                root.has(ProgramEntry.WORK) ? folder.resolve(root.text(ProgramEntry.WORK)) : ProgramEntry.defaultWork();
        Path files = folder.resolve(root.text(SENT, ""));
        List<DescribedProgram> programs = programs(name, path, cost, folder, files, work);
        int kept = keptMost();
        Keys parameters = root.below("parameters");
        ParameterSpace space = parameters(parameters);
        List<Quantity> observables = observables();
        ConstraintSet constraints = constraints(root.below("constraints"), observables, space);
        List<Reference> references = ReferenceEntry.all(root.below("references"));
        ChainBuilder chain = new ChainBuilder(root, parameters, space, observables);
        Path base = programs.size() == 1 ? programs.get(0).spec().work() : work;
        String version = version(file, programs, space, observables);
        Chain built = chain.build(name, programs, base, name + "-" + version, kept, cache(folder, version));
        root.refuseOthers();
        CostClass costClass =
                cost != null && cost.compareTo(DEAREST_CHEAP) <= 0 ? CostClass.CHEAP : CostClass.EXPENSIVE;
        return new ExternalModel(
                whole(file, folder, programs),
                folder,
                name,
                description,
                space,
                observables,
                constraints,
                references,
                costClass,
                built,
                version);
    }

    private static Tree.Fields whole(Tree.Fields file, Path folder, List<DescribedProgram> programs) {
        Tree.Fields whole = file.with(FOLDER, text(folder.toString()));
        if (file.values().containsKey(ProgramEntry.KEY))
            return whole.with(ProgramEntry.KEY, programs.get(0).entry());
        Map<String, Tree> entries = new LinkedHashMap<>();
        programs.forEach(program -> entries.put(program.spec().name(), program.entry()));
        return whole.with(ProgramEntry.CHAIN, new Tree.Fields(entries, "resolved"));
    }

    /** The one program, or those of a chain in the order in which they stand there. */
    private List<DescribedProgram> programs(
            String name, String path, @Nullable Duration cost, Path folder, Path files, Path work) {
        String above = path.isEmpty() ? "" : path + ".";
        if (!root.has(ProgramEntry.CHAIN)) {
            Tree.Fields entry = ProgramEntry.inFull(root, ProgramEntry.KEY);
            return List.of(ProgramEntry.read(entry, above + ProgramEntry.KEY, name, cost, folder, files, work));
        }
        if (root.has(ProgramEntry.KEY)) {
            throw root.error(ProgramEntry.KEY, "a model has one program or a chain of 'programs', not both.");
        }
        List<DescribedProgram> programs = new ArrayList<>();
        Keys section = root.below(ProgramEntry.CHAIN);
        for (String each : section.names()) {
            if (!each.matches(PROGRAM)) {
                throw section.error(each, "the name of a program has letters, digits, hyphens and underscores.");
            }
            Tree.Fields entry = ProgramEntry.inFull(section, each);
            DescribedProgram program =
                    ProgramEntry.read(entry, above + ProgramEntry.CHAIN + "." + each, each, cost, folder, files, work);
            if (!programs.isEmpty()
                    && program.stage() < programs.get(programs.size() - 1).stage()) {
                throw section.error(each, "its stage " + program.stage() + " stands behind a later one.");
            }
            programs.add(program);
        }
        if (programs.isEmpty()) throw root.error(ProgramEntry.CHAIN, "is empty: a model needs one program at least.");
        if (programs.get(0).stage() > 1) {
            throw section.error(programs.get(0).spec().name(), "the first program is of stage 1.");
        }
        return programs;
    }

    /** {@code cache: folder}, or with its size. */
    private @Nullable CacheSpec cache(Path folder, String version) {
        if (!root.has(CACHE)) return null;
        if (!(root.tree(CACHE) instanceof Tree.Fields)) {
            return new CacheSpec(folder.resolve(root.text(CACHE)), DEFAULT_CACHE, version);
        }
        Keys keys = root.below(CACHE);
        Path where = folder.resolve(keys.text("folder"));
        long size = keys.has("size") ? SizeText.parse(keys, "size") : DEFAULT_CACHE;
        keys.refuseOthers();
        return new CacheSpec(where, size, version);
    }

    private int keptMost() {
        double most = root.has(KEEP_FAILED) ? root.number(KEEP_FAILED) : DEFAULT_KEPT;
        if (most < 0 || most != Math.rint(most) || most > MOST_KEPT) {
            throw root.error(KEEP_FAILED, "needs a whole number from 0 to " + MOST_KEPT + ".");
        }
        return (int) most;
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
        try {
            ColumnNames.requireDistinct(
                    "observable", observables.stream().map(Quantity::name).toList());
        } catch (IllegalArgumentException e) {
            throw root.error("observables", String.valueOf(e.getMessage()));
        }
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
            keys.tree(ChainBuilder.FORMULA);
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

    /** Of what results are computed from; of a single program that stays as it was before there were chains. */
    private static String version(
            Tree.Fields file, List<DescribedProgram> programs, ParameterSpace space, List<Quantity> observables) {
        DescribedProgram only = programs.get(0);
        boolean isPlain = programs.size() == 1
                && !only.isExtended()
                && ChainBuilder.SECTIONS.stream().noneMatch(file.values()::containsKey)
                && !hasFormulas(file.values().get("observables"));
        Fingerprint version = new Fingerprint();
        if (isPlain) {
            version.add("external-1").add(words(only.entry().values().get("command")));
            for (Map.Entry<String, String> variable : only.spec().environment().entrySet()) {
                version.add(variable.getKey()).add(variable.getValue());
            }
            version.add(only.spec().hash()).add(only.spec().version());
        } else {
            version.add("external-2");
            for (DescribedProgram program : programs) {
                version.add(program.spec().name()).add(program.spec().hash());
                addTree(version, program.entry(), ProgramEntry.FREE);
            }
            for (String section : ChainBuilder.SECTIONS)
                addTree(version, file.values().get(section), List.of());
            addTree(version, file.values().get("observables"), List.of("latex", "description", "legend"));
        }
        for (Parameter parameter : space.parameters()) {
            version.add(parameter.name()).add(parameter.quantity().unit());
        }
        for (Quantity observable : observables) version.add(observable.name()).add(observable.unit());
        return version.text();
    }

    private static boolean hasFormulas(@Nullable Tree observables) {
        return observables instanceof Tree.Fields fields
                && fields.values().values().stream()
                        .anyMatch(each -> each instanceof Tree.Fields keys
                                && keys.values().containsKey(ChainBuilder.FORMULA));
    }

    /** All of a tree, save these keys of mappings. */
    private static void addTree(Fingerprint version, @Nullable Tree tree, List<String> without) {
        if (tree instanceof Tree.Text text) {
            version.add("text").add(text.text());
        } else if (tree instanceof Tree.Items items) {
            version.add("list of " + items.values().size());
            items.values().forEach(each -> addTree(version, each, without));
        } else if (tree instanceof Tree.Fields fields) {
            version.add("keys");
            fields.values().forEach((key, value) -> {
                if (!without.contains(key)) {
                    version.add(key);
                    addTree(version, value, without);
                }
            });
            version.add("end");
        }
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
