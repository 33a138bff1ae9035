package thetascan.external.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thetascan.constraint.ConstraintSet;
import thetascan.external.ProgramRunner;
import thetascan.formula.Tree;
import thetascan.model.CostClass;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.ParameterSpace;

/** A model whose points a program, or a chain of programs, computes, as a model file describes it (docs/external.md). */
public final class ExternalModel implements Model {

    private final Tree.Fields file;
    private final Path folder;
    private final String name;
    private final String description;
    private final ParameterSpace parameters;
    private final List<Quantity> observables;
    private final ConstraintSet constraints;
    private final List<Reference> references;
    private final CostClass costClass;
    private final Chain chain;
    private final String version;

    ExternalModel(
            Tree.Fields file,
            Path folder,
            String name,
            String description,
            ParameterSpace parameters,
            List<Quantity> observables,
            ConstraintSet constraints,
            List<Reference> references,
            CostClass costClass,
            Chain chain,
            String version) {
        this.file = file;
        this.folder = folder;
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.observables = List.copyOf(observables);
        this.constraints = constraints;
        this.references = List.copyOf(references);
        this.costClass = costClass;
        this.chain = chain;
        this.version = version;
    }

    /**
     * {@return true for a file, or the section {@code model} of a scan file, that describes such a model}
     *
     * @param file what stands in it
     */
    public static boolean isDescribedBy(Tree.Fields file) {
        return file.values().containsKey(ProgramEntry.KEY) || file.values().containsKey(ProgramEntry.CHAIN);
    }

    /**
     * Reads a model file.
     *
     * @param file what stands in it
     * @param path   keys that lead to it, for messages; empty for a file of its own
     * @param folder where the files are that it names, unless it says
     * @return the model
     * @throws thetascan.formula.syntax.FormulaException naming file, line, key and what would be right
     */
    public static ExternalModel read(Tree.Fields file, String path, Path folder) {
        ProgramRunner.startQuickly(); // before libraries start processes of their own
        return ExternalReader.read(file, path, folder);
    }

    /**
     * {@return the description with its folder and the hash of the program: all that a machine with the same files
     * needs}
     */
    public Tree.Fields file() {
        return file;
    }

    /**
     * Where paths in the description begin.
     *
     * @return the whole path
     */
    public Path folder() {
        return folder;
    }

    @Override
    public String name() {
        return name;
    }

    /** Follows from the programs, the files they name, the formulas, and the names and units of parameters and observables. */
    @Override
    public String version() {
        return version;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public ParameterSpace parameters() {
        return parameters;
    }

    @Override
    public List<Quantity> observables() {
        return observables;
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        return Map.of("default", constraints);
    }

    @Override
    public List<Reference> references() {
        return references;
    }

    @Override
    public CostClass costClass() {
        return costClass;
    }

    /**
     * The files of its programs that lie beside the description; those that are named by their whole paths are not among them.
     *
     * @return by their whole paths, in their order
     */
    public Set<Path> files() {
        Set<Path> files = new TreeSet<>();
        for (Link link : chain.links()) {
            link.spec().files().forEach((name, path) -> {
                if (!Path.of(name).isAbsolute()) files.add(path.toAbsolutePath().normalize());
            });
        }
        return files;
    }

    /**
     * Looks for its programs and their files.
     *
     * @throws IllegalStateException if one is not here, or another than the scan was begun with
     */
    @Override
    public void checkHere() {
        chain.links().forEach(link -> link.spec().find());
        checkFiles();
    }

    /**
     * Starts the programs that stay.
     *
     * @throws IllegalStateException if one is not here, cannot be started, or is another than the scan was begun with
     */
    @Override
    public ChainEvaluator newEvaluator() {
        checkHere();
        return new ChainEvaluator(chain);
    }

    private void checkFiles() {
        chain.links().forEach(link -> link.spec().check());
    }

    /**
     * Runs one point through every program, also those that come later only where constraints hold.
     *
     * @param theta  every parameter
     * @param values receives the observables
     * @return a report of every program, in the order they run
     * @throws IllegalStateException as {@link #newEvaluator}, but for programs that are missing: their reports say so
     * @throws EvaluationException   if the thread was interrupted
     */
    public List<ProgramReport> examine(double[] theta, double[] values) throws EvaluationException {
        List<String> names = observables.stream().map(Quantity::name).toList();
        checkFiles();
        try (ChainEvaluator evaluator = new ChainEvaluator(chain)) {
            return evaluator.examine(theta, names, values);
        }
    }
}
