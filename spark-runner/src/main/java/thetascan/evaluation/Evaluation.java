package thetascan.evaluation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import thetascan.catalogue.PointWriter;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.island.Batch;
import thetascan.model.Model;
import thetascan.model.Stages;
import thetascan.objective.JudgePool;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.objective.Ranking;
import thetascan.optimiser.Needs;
import thetascan.point.FoundPoint;
import thetascan.point.Place;
import thetascan.point.PointColumns;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.space.ParameterSpace;
import thetascan.table.PointTable;
import thetascan.table.Row;
import thetascan.table.TableWriter;

/** Evaluates a table of points in chunks on several threads and writes them in the order of the table. */
public final class Evaluation {

    private static final int CHUNK = 256;
    private static final double[] NO_BOX = {};

    private final Objective objective;
    private final PointTable points;
    private final int threads;
    private final JudgePool judges;

    /**
     * An evaluation that has not begun.
     *
     * @param model       computes the observables
     * @param space       its parameters
     * @param constraints on the model's observables and parameters
     * @param points      a row for each point, its columns in the order of the parameters
     * @param threads     that compute, 1 or more
     * @throws IllegalArgumentException naming the constraint and a name that is neither
     */
    public Evaluation(Model model, ParameterSpace space, ConstraintSet constraints, PointTable points, int threads) {
        PointColumns columns = PointColumns.of(model.observables(), space, constraints);
        objective = new Objective(columns, constraints.bind(columns.quantities()), Ranking.SCALED, Stages.ALL);
        judges = new JudgePool(() -> objective.newJudge(model.newEvaluator()));
        this.points = points;
        this.threads = threads;
    }

    /**
     * The constraints that an evaluation tests.
     *
     * @param model whose observables they are on
     * @param space parameters of the model
     * @param constraints what decides validity
     * @return in the order of their columns
     * @throws IllegalArgumentException naming the constraint and a name that is neither observable nor parameter
     */
    public static List<Constraint> tested(Model model, ParameterSpace space, ConstraintSet constraints) {
        PointColumns columns = PointColumns.of(model.observables(), space, constraints);
        return constraints.bind(columns.quantities()).constraints();
    }

    /**
     * The constraints that are tested.
     *
     * @return in the order of their columns
     */
    List<Constraint> constraints() {
        return objective.constraints().constraints();
    }

    /**
     * What decides on the points.
     *
     * @return the objective, all stages computed
     */
    public Objective objective() {
        return objective;
    }

    /** A chunk, evaluated. */
    private record Done(List<FoundPoint> points, TableWriter.Chunk chunk) {}

    /**
     * Evaluates every point.
     *
     * @param writer where the points go
     * @param each   sees every point, in order
     * @throws IOException if they cannot be written
     */
    public void run(PointWriter writer, Consumer<FoundPoint> each) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<Done>> ahead = new ArrayDeque<>();
            for (int row = 0; row < points.rows() || !ahead.isEmpty(); row += CHUNK) {
                int first = row;
                if (first < points.rows()) ahead.add(pool.submit(() -> evaluate(first, writer)));
                if (first >= points.rows() || ahead.size() > 2 * threads) write(ahead.remove(), each);
            }
        } finally {
            pool.shutdownNow();
            judges.close();
        }
    }

    /**
     * Evaluates the first point and writes nothing.
     *
     * @return the point
     */
    public FoundPoint first() {
        try {
            return judged(0, 1).get(0);
        } finally {
            judges.close();
        }
    }

    private Done evaluate(int first, PointWriter writer) {
        int count = Math.min(CHUNK, points.rows() - first);
        List<FoundPoint> found = judged(first, count);
        List<Row> beside = points.texts();
        return new Done(found, writer.prepare(found, beside.isEmpty() ? beside : beside.subList(first, first + count)));
    }

    private List<FoundPoint> judged(int first, int count) {
        Judgements judgements = objective.judgements(count, Needs.FITNESS);
        List<FoundPoint> found = new ArrayList<>();
        judges.judging(judge -> {
            chunk(first, count).judge(judge, judgements, 0, count);
            for (int i = 0; i < count; i++) found.add(point(judgements, i));
            return found;
        });
        return found;
    }

    /** Some points of the table, whole rows wanted of all. */
    private Batch chunk(int first, int count) {
        double[] thetas = new double[count * points.width()];
        double[] theta = new double[points.width()];
        for (int i = 0; i < count; i++) {
            points.row(first + i, theta);
            System.arraycopy(theta, 0, thetas, i * theta.length, theta.length);
        }
        boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        return new Batch(thetas, all, all, Needs.FITNESS);
    }

    private static FoundPoint point(Judgements judgements, int i) {
        PointRow row = judgements.row(i);
        PointStatus status = judgements.status(i);
        if (row == null || status == null) throw new IllegalStateException("point " + i + " was not judged");
        return new FoundPoint(new Place(-1, -1, i), status, row, NO_BOX, Double.NaN);
    }

    private static void write(Future<Done> future, Consumer<FoundPoint> each) throws IOException {
        try {
            Done done = future.get();
            done.chunk().write();
            done.points().forEach(each);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
