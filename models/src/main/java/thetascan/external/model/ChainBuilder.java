package thetascan.external.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thetascan.external.file.HandedFile;
import thetascan.external.file.InputFile;
import thetascan.external.model.DescribedProgram.Given;
import thetascan.formula.FormulaSections;
import thetascan.formula.Keys;
import thetascan.formula.Tree;
import thetascan.formula.graph.Graph;
import thetascan.formula.meaning.Definitions;
import thetascan.formula.meaning.Formula;
import thetascan.formula.meaning.Unit;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Ties programs, their values and the formulas of a model file together. */
final class ChainBuilder {

    static final String FORMULA = "formula";
    /** Sections that give names to formulas. */
    static final List<String> SECTIONS = List.of("constants", "functions", "derived");

    private static final String OBSERVABLES = "observables";

    private final Keys root;
    private final ParameterSpace space;
    private final List<Quantity> observables;
    private final Definitions definitions = new Definitions(new Graph());
    /** All that is known of a point, and the place of the program that gives it; parameters −1. */
    private final Map<String, Integer> known = new LinkedHashMap<>();

    /** @param parameters the section of the parameters */
    ChainBuilder(Keys root, Keys parameters, ParameterSpace space, List<Quantity> observables) {
        this.root = root;
        this.space = space;
        this.observables = observables;
        for (Parameter parameter : space.parameters()) {
            String name = parameter.name();
            boolean hasUnit = parameters.tree(name) instanceof Tree.Fields keys
                    && keys.values().containsKey("unit");
            Unit unit = hasUnit ? unit(parameter.quantity().unit()) : Unit.UNKNOWN;
            know(name, unit, -1, parameters.where(name));
        }
    }

    /** Names that formulas cannot mention can still be copied. */
    private void know(String name, Unit unit, int program, String where) {
        if (known.containsKey(name)) {
            throw new FormulaException(where + ": '" + name + "' is a parameter or the value of another program.");
        }
        if (Definitions.mayName(name)) definitions.input(name, known.size(), unit, where);
        known.put(name, program);
    }

    /**
     * @param kept     name of the folder for those of failed points
     * @param keptMost how many of them
     * @param cache    where values are kept, null if they are not
     */
    Chain build(
            String model,
            List<DescribedProgram> programs,
            Path work,
            String kept,
            int keptMost,
            @Nullable CacheSpec cache) {
        List<List<Given>> values = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (int p = 0; p < programs.size(); p++) {
            List<Given> given = programs.get(p).values();
            if (given == null) given = all(programs.size());
            first.add(known.size());
            for (Given each : given) know(each.name(), unit(each), p, each.where());
            values.add(given);
        }
        FormulaSections sections = new FormulaSections(definitions);
        sections.constants(root.below("constants"));
        sections.functions(root.below("functions"));
        sections.derived(root.below("derived"));
        List<Formulas.Item> outputs = outputs();
        definitions.check();
        List<String> names = List.copyOf(known.keySet());
        List<Link> links = new ArrayList<>();
        for (int p = 0; p < programs.size(); p++) {
            DescribedProgram program = programs.get(p);
            checkFiles(program, programs.subList(0, p));
            links.add(link(program, p, names, first.get(p), values.get(p)));
        }
        Formulas results = new Formulas(definitions, names, space.parameters().size(), outputs);
        return new Chain(model, links, space.parameters().size(), known.size(), results, work, kept, keptMost, cache);
    }

    /** What a program gives that does not say it: the observables without a formula. */
    private List<Given> all(int programs) {
        if (programs > 1) {
            throw root.error(ProgramEntry.CHAIN, "each program says under 'read' which values it gives.");
        }
        List<Given> given = new ArrayList<>();
        for (Quantity observable : observables) {
            if (formula(observable.name()) == null) {
                given.add(new Given(observable.name(), "", root.where(OBSERVABLES)));
            }
        }
        return given;
    }

    /** The unit that a value was given; else that of the observable of its name, if one was given there. */
    private Unit unit(Given given) {
        if (!given.unit().isEmpty()) {
            try {
                return Unit.parse(given.unit());
            } catch (FormulaException e) {
                throw e.in(given.where());
            }
        }
        return root.tree(OBSERVABLES) instanceof Tree.Fields fields
                        && fields.values().containsKey(given.name())
                ? observables.stream()
                        .filter(each -> each.name().equals(given.name()))
                        .findFirst()
                        .map(each -> unit(each.unit()))
                        .orElse(Unit.UNKNOWN)
                : Unit.UNKNOWN;
    }

    /** Quantities may have units that formulas cannot reckon with. */
    private static Unit unit(String text) {
        try {
            return Unit.parse(text);
        } catch (FormulaException e) {
            return Unit.UNKNOWN;
        }
    }

    private @Nullable Tree formula(String observable) {
        return root.tree(OBSERVABLES) instanceof Tree.Fields section
                        && section.values().get(observable) instanceof Tree.Fields keys
                ? keys.values().get(FORMULA)
                : null;
    }

    private List<Formulas.Item> outputs() {
        List<Formulas.Item> items = new ArrayList<>();
        for (Quantity observable : observables) {
            String name = observable.name();
            if (formula(name) != null) {
                Keys keys = root.below(OBSERVABLES).below(name);
                Unit unit = FormulaSections.unit(keys);
                Formula formula = FormulaSections.formula(keys, FORMULA);
                String where = keys.where(FORMULA);
                definitions.quantity(name, formula, unit, where);
                items.add(new Formulas.Item(Formula.parse(name), name, unit, where));
            } else if (known.containsKey(name)) {
                items.add(new Formulas.Item(Formula.parse("0"), name, Unit.UNKNOWN, root.where(OBSERVABLES)));
            } else if (definitions.isKnown(name)) {
                items.add(
                        new Formulas.Item(Formula.parse(name), name, unit(observable.unit()), root.where(OBSERVABLES)));
            } else {
                throw root.error(
                        OBSERVABLES,
                        "'" + name + "' is given by no program and has no formula."
                                + Suggestion.hint(name, known.keySet()));
            }
        }
        return items;
    }

    private Link link(DescribedProgram program, int number, List<String> names, int first, List<Given> values) {
        Inputs inputs = program.inputs();
        if (inputs == null) {
            inputs = new Inputs();
            for (Parameter parameter : space.parameters()) {
                inputs.addKnown(parameter.name(), root.where("parameters"));
            }
        }
        List<Formulas.Item> items = new ArrayList<>();
        for (Inputs.Input input : inputs.all()) {
            items.add(new Formulas.Item(input.formula(), input.text(), Unit.UNKNOWN, input.where()));
        }
        Formulas formulas = new Formulas(definitions, names, space.parameters().size(), items);
        for (int i = 0; i < items.size(); i++) {
            for (int each : formulas.needed(i)) {
                if (Objects.requireNonNull(known.get(names.get(each))) >= number) {
                    throw new FormulaException(items.get(i).where() + ": '" + names.get(each)
                            + "' is a value of this program or a later one; only those before it are known.");
                }
            }
        }
        return new Link(
                program.spec(),
                program.files(),
                program.stage(),
                inputs.all().stream().map(Inputs.Input::name).toList(),
                formulas,
                first,
                values.stream().map(Given::name).toList());
    }

    private void checkFiles(DescribedProgram program, List<DescribedProgram> before) {
        if (program.files() == null) return;
        for (InputFile file : program.files().inputs()) {
            if (!(file instanceof HandedFile handed)) continue;
            boolean isThere = before.stream()
                    .anyMatch(each -> each.spec().name().equals(handed.program())
                            && each.files() != null
                            && each.files().batch() == 1);
            if (!isThere) {
                throw root.error(
                        ProgramEntry.CHAIN,
                        program.spec().name() + " takes the file " + handed.file() + " of " + handed.program()
                                + ", which is no program before it that writes a file for each point.");
            }
        }
    }
}
