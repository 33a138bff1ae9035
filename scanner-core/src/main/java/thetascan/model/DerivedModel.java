package thetascan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import thetascan.constraint.BoundExpression;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Expression;
import thetascan.constraint.ObservableColumns;
import thetascan.limit.LimitSet;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Chart;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** A model with further observables, each an expression of its parameters and observables; points have the same ids. */
public final class DerivedModel implements Model {

    private final Model model;
    private final List<Derived> derived;
    private final List<Quantity> observables;
    private final List<String> names;

    /**
     * An observable by an expression.
     *
     * @param quantity   what it is
     * @param expression of parameters, observables and what is derived before it
     */
    public record Derived(Quantity quantity, Expression expression) {}

    /**
     * A model with further observables.
     *
     * @param model   that computes the others
     * @param derived in the order in which they follow the others
     * @throws IllegalArgumentException if an expression names what there is not before it, or a name is taken
     */
    public DerivedModel(Model model, List<Derived> derived) {
        this.model = model;
        this.derived = List.copyOf(derived);
        List<Quantity> all = new ArrayList<>(model.observables());
        names = new ArrayList<>(model.observables().stream().map(Quantity::name).toList());
        for (Parameter parameter : model.parameters().parameters()) names.add(parameter.name());
        for (Derived each : derived) {
            each.expression().bind(ObservableColumns.named(names));
            if (names.contains(each.quantity().name())) {
                throw new IllegalArgumentException("'" + each.quantity().name() + "' is taken by the model");
            }
            names.add(each.quantity().name());
            all.add(each.quantity());
        }
        ColumnNames.requireDistinct(
                "observable", all.stream().map(Quantity::name).toList());
        observables = List.copyOf(all);
    }

    /** {@return the model alone, without what was derived} */
    public Model plain() {
        return model;
    }

    /** {@return what was derived} */
    public List<Derived> derived() {
        return derived;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<String> otherNames() {
        return model.otherNames();
    }

    @Override
    public Optional<Model> sibling(String name) {
        return model.sibling(name);
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public String description() {
        return model.description();
    }

    @Override
    public ParameterSpace parameters() {
        return model.parameters();
    }

    @Override
    public List<Domain> domains() {
        return model.domains();
    }

    @Override
    public List<Quantity> observables() {
        return observables;
    }

    @Override
    public Map<String, String> limitRatios() {
        return model.limitRatios();
    }

    @Override
    public Map<String, String> formerNames() {
        return model.formerNames();
    }

    @Override
    public Map<String, ConstraintSet> constraintSets() {
        return model.constraintSets();
    }

    @Override
    public List<Reference> references() {
        return model.references();
    }

    @Override
    public Map<String, String> dataSets() {
        return model.dataSets();
    }

    @Override
    public SlhaEntries slha() {
        return model.slha();
    }

    @Override
    public Model withLimits(LimitSet limits) {
        return new DerivedModel(model.withLimits(limits), derived);
    }

    @Override
    public CostClass costClass() {
        return model.costClass();
    }

    @Override
    public List<Chart> charts(ParameterSpace space) {
        return model.charts(space);
    }

    @Override
    public List<String> searchCharts(ParameterSpace space) {
        return model.searchCharts(space);
    }

    @Override
    public List<String> searchCharts(ParameterSpace space, ConstraintSet constraints) {
        return model.searchCharts(space, constraints);
    }

    @Override
    public void canonicalise(double[] theta) {
        model.canonicalise(theta);
    }

    @Override
    public double[] validSample(int count, RandomGenerator random) {
        return model.validSample(count, random);
    }

    @Override
    public int piece(double[] theta) {
        return model.piece(theta);
    }

    @Override
    public void checkHere() {
        model.checkHere();
    }

    @Override
    public PointEvaluator newEvaluator() {
        return new Evaluator(model.newEvaluator());
    }

    private final class Evaluator implements PointEvaluator {

        private final PointEvaluator evaluator;
        private final double[] computed = new double[model.observables().size()];
        private final double[] row = new double[names.size()];
        private final BoundExpression[] expressions = new BoundExpression[derived.size()];
        private final int[][] asked = new int[derived.size()][];

        Evaluator(PointEvaluator evaluator) {
            this.evaluator = evaluator;
            for (int i = 0; i < expressions.length; i++) {
                Expression expression = derived.get(i).expression();
                expressions[i] = expression.bind(ObservableColumns.named(names));
                asked[i] = expression.names().stream().mapToInt(names::indexOf).toArray();
            }
        }

        @Override
        public void evaluate(double[] theta, double[] observables) throws EvaluationException {
            try {
                evaluator.evaluate(theta, computed);
            } finally {
                derive(theta, observables);
            }
        }

        @Override
        public void evaluateStage(int stage, double[] theta, double[] observables) throws EvaluationException {
            try {
                evaluator.evaluateStage(stage, theta, computed);
            } finally {
                derive(theta, observables);
            }
        }

        private void derive(double[] theta, double[] observables) {
            System.arraycopy(computed, 0, observables, 0, computed.length);
            System.arraycopy(computed, 0, row, 0, computed.length);
            System.arraycopy(theta, 0, row, computed.length, theta.length);
            for (int i = 0; i < expressions.length; i++) {
                double value = value(i);
                row[computed.length + theta.length + i] = value;
                observables[computed.length + i] = value;
            }
        }

        /** What an absent value leads to is absent for the same reason; what arithmetic cannot give is undefined. */
        private double value(int i) {
            for (int column : asked[i]) {
                if (Double.isNaN(row[column])) return row[column];
            }
            double value = expressions[i].value(row);
            return Double.isFinite(value) ? value : Missing.UNDEFINED;
        }

        @Override
        public void announce(double[] thetas, boolean[] which, int from, int to) {
            evaluator.announce(thetas, which, from, to);
        }

        @Override
        public int stages() {
            return evaluator.stages();
        }

        @Override
        public void close() {
            evaluator.close();
        }
    }
}
