package thetascan.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.catalogue.Catalogue;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.model.EvaluationException;
import thetascan.model.Model;
import thetascan.model.PointEvaluator;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.optimiser.Needs;
import thetascan.point.PointStatus;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;
import thetascan.search.SearchSetup;
import thetascan.space.Parameter;
import thetascan.table.Prefix;

/** Looks at the valid points of a catalogue again: under other constraints, or by evaluating some of them anew. */
public final class StoredPointCheck {

    private final Catalogue catalogue;
    private final ScanConfig config;
    private final Model model;
    private final int parameters;

    /**
     * @param catalogue of points
     * @param config    with the model, and the constraints to judge them by
     */
    public StoredPointCheck(Catalogue catalogue, ScanConfig config) {
        this.catalogue = catalogue;
        this.config = config;
        model = config.model();
        parameters = model.parameters().size();
    }

    /**
     * What became of valid points under other constraints.
     *
     * @param points    judged
     * @param valid     of these
     * @param evaluated of these, because an observable was not stored
     * @param vetoes    for each constraint the points that it vetoes
     */
    public record Verdicts(long points, long valid, long evaluated, List<Veto> vetoes) {

        /**
         * One constraint, and how many points it vetoes.
         *
         * @param constraint its name
         * @param points that it vetoes
         */
        public record Veto(String constraint, long points) {}
    }

    /**
     * Judges every valid point by its stored observables; where one is absent, the point is evaluated.
     *
     * @return counts of points and vetoes
     * @throws IOException if the catalogue cannot be read
     */
    public Verdicts judge() throws IOException {
        SearchSetup search = config.setup().search();
        Objective objective = search.objective();
        List<Constraint> constraints = objective.constraints().constraints();
        long[] counts = new long[2];
        long[] vetoes = new long[constraints.size()];
        try (Recall recall = new Recall(model.newEvaluator());
                Judge judge = objective.newJudge(recall)) {
            catalogue.forEachValid(model, columns(), values -> {
                recall.stored = Arrays.copyOfRange(values, parameters, values.length);
                Judgements verdict = objective.judgements(1, Needs.FITNESS);
                judge.judge(Arrays.copyOf(values, parameters), Judge.Detail.VERDICT, verdict, 0);
                counts[0]++;
                if (verdict.status(0) == PointStatus.VALID) counts[1]++;
                verdict.countVetoes(vetoes);
            });
            List<Verdicts.Veto> all = new ArrayList<>();
            for (int k = 0; k < vetoes.length; k++) {
                if (vetoes[k] > 0) all.add(new Verdicts.Veto(constraints.get(k).name(), vetoes[k]));
            }
            return new Verdicts(counts[0], counts[1], recall.evaluated, all);
        }
    }

    /**
     * Evaluates some valid points, spread over the catalogue, and compares every observable bit for bit.
     *
     * @param count points; all of them if there are no more
     * @return what differs, a line for each point
     * @throws IOException if the catalogue cannot be read
     */
    public List<String> evaluateAgain(int count) throws IOException {
        List<double[]> sample = new ArrayList<>();
        RandomStream random = RandomStream.of(config.seed());
        long[] seen = {0};
        catalogue.forEachValid(model, columns(), values -> {
            seen[0]++;
            if (sample.size() < count) {
                sample.add(values.clone());
            } else {
                long place = (long) (random.nextDouble() * seen[0]);
                if (place < count) sample.set((int) place, values.clone());
            }
        });
        List<String> differences = new ArrayList<>();
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (double[] values : sample) difference(evaluator, values, differences);
        }
        return differences;
    }

    private void difference(PointEvaluator evaluator, double[] values, List<String> differences) {
        double[] theta = Arrays.copyOf(values, parameters);
        double[] observables = new double[values.length - parameters];
        Arrays.fill(observables, Missing.NOT_COMPUTED);
        String point = model.parameters().parameters().get(0).name() + " = " + theta[0] + ", ...: ";
        try {
            evaluator.evaluate(theta, observables);
            for (int stage = 1; stage < evaluator.stages(); stage++) evaluator.evaluateStage(stage, theta, observables);
        } catch (EvaluationException e) {
            differences.add(point + e.getMessage());
            return;
        }
        for (int o = 0; o < observables.length; o++) {
            double stored = values[parameters + o];
            if (Double.isNaN(stored) || stored == observables[o]) continue;
            differences.add(point + model.observables().get(o).name() + " was " + stored + ", is " + observables[o]);
            return;
        }
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Parameter parameter : model.parameters().parameters()) columns.add(Prefix.INPUT.of(parameter.name()));
        for (Quantity observable : model.observables()) columns.add(Prefix.OBSERVABLE.of(observable.name()));
        return columns;
    }

    /** Answers with stored observables, and evaluates where one is absent. */
    private static final class Recall implements PointEvaluator {

        private final PointEvaluator evaluator;
        private double[] stored = {};
        private long evaluated;

        Recall(PointEvaluator evaluator) {
            this.evaluator = evaluator;
        }

        @Override
        public void evaluate(double[] theta, double[] observables) throws EvaluationException {
            boolean isWhole = Arrays.stream(stored).noneMatch(Double::isNaN);
            if (isWhole) {
                System.arraycopy(stored, 0, observables, 0, observables.length);
                return;
            }
            evaluated++;
            evaluator.evaluate(theta, observables);
            for (int stage = 1; stage < evaluator.stages(); stage++) evaluator.evaluateStage(stage, theta, observables);
        }

        @Override
        public void close() {
            evaluator.close();
        }
    }
}
