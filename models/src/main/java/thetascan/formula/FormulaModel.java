package thetascan.formula;

import java.util.List;
import java.util.Map;
import thetascan.constraint.ConstraintSet;
import thetascan.formula.bytecode.Compiler;
import thetascan.formula.bytecode.Program;
import thetascan.formula.graph.Graph;
import thetascan.model.CostClass;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.model.Reference;
import thetascan.quantity.Quantity;
import thetascan.space.ParameterSpace;

/** A model that a file of formulas describes (docs/formulas.md). Checked and compiled when it is read. */
public final class FormulaModel implements Model {

    private final Tree.Fields file;
    private final String name;
    private final String version;
    private final String description;
    private final ParameterSpace parameters;
    private final List<Quantity> observables;
    private final ConstraintSet constraints;
    private final List<Reference> references;
    private final Graph graph;
    private final int[] roots;
    private final Program program;

    FormulaModel(
            Tree.Fields file,
            String name,
            String description,
            ParameterSpace parameters,
            List<Quantity> observables,
            ConstraintSet constraints,
            List<Reference> references,
            Graph graph,
            int[] roots) {
        this.file = file;
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.observables = observables;
        this.constraints = constraints;
        this.references = List.copyOf(references);
        this.graph = graph;
        this.roots = roots;
        version = Version.of(parameters, observables, graph, roots);
        program = Compiler.compile(graph, roots);
    }

    /**
     * Reads a formula file.
     *
     * @param file what stands in it
     * @param source where the files it names are
     * @return the model
     * @throws thetascan.formula.syntax.FormulaException naming file, line, key and what would be right
     */
    public static FormulaModel read(Tree.Fields file, Source source) {
        return FormulaReader.read(Inlining.whole(file, source), source);
    }

    /** {@return the file with the other files it names written into it: all that another machine needs} */
    public Tree.Fields file() {
        return file;
    }

    /** {@return the operations that give the observables} */
    public Graph graph() {
        return graph;
    }

    /** {@return the node of each observable} */
    public int[] roots() {
        return roots.clone();
    }

    /** {@return the compiled formulas} */
    public Program program() {
        return program;
    }

    @Override
    public String name() {
        return name;
    }

    /** Follows from all that results depend on, not from comments, labels, ranges or the names of what is between. */
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
        return CostClass.CHEAP;
    }

    @Override
    public PointEvaluator newEvaluator() {
        Program.Worker worker = program.newWorker();
        return worker::evaluate;
    }
}
