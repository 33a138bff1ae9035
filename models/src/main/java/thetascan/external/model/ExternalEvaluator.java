package thetascan.external.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.external.ProgramFailure;
import thetascan.external.model.Answer.Result;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;

/**
 * Points computed by a program that stays. A point at which the program dies, hangs or answers nonsense fails; the next point
 * starts the program anew. Where several points were under way, each is asked for alone to find the one to blame, so that a
 * point's fate does not depend on the points beside it.
 */
final class ExternalEvaluator implements PointEvaluator {

    private final ProgramSpec spec;
    private final List<String> parameters;
    private final List<String> observables;
    private @Nullable Connection connection;

    private List<double[]> announced = List.of();
    private Result[] known = {};
    private int next;

    /**
     * Starts the program.
     *
     * @throws IllegalStateException saying why it cannot be started
     */
    ExternalEvaluator(ProgramSpec spec, List<String> parameters, List<String> observables) {
        this.spec = spec;
        this.parameters = parameters;
        this.observables = observables;
        try {
            connection();
        } catch (ProgramFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException(broken(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void announce(double[] thetas, boolean[] which, int from, int to) {
        int size = thetas.length / which.length;
        announced = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (which[i]) announced.add(Arrays.copyOfRange(thetas, i * size, (i + 1) * size));
        }
        known = new Result[0];
        next = 0;
    }

    @Override
    public void evaluate(double[] theta, double[] values) throws EvaluationException {
        Result result = result(theta);
        if (result.isFailed()) throw new EvaluationException(result.failure());
        System.arraycopy(result.observables(), 0, values, 0, values.length);
    }

    private Result result(double[] theta) throws EvaluationException {
        if (next < announced.size() && Arrays.equals(announced.get(next), theta)) {
            if (known.length == 0) known = compute(announced);
            return known[next++];
        }
        announced = List.of();
        return compute(List.of(theta.clone()))[0];
    }

    private Result[] compute(List<double[]> points) throws EvaluationException {
        Result[] results = new Result[points.size()];
        Deque<Integer> wanted =
                new ArrayDeque<>(IntStream.range(0, points.size()).boxed().toList());
        Deque<Integer> alone = new ArrayDeque<>();
        while (!wanted.isEmpty() || !alone.isEmpty()) {
            Deque<Integer> now = alone.isEmpty() ? wanted : new ArrayDeque<>(List.of(alone.remove()));
            int first = now.element();
            try {
                connection().compute(points, now, results);
            } catch (ProgramFailure e) {
                List<Integer> suspects = end();
                if (suspects.size() > 1) alone.addAll(suspects);
                else blame(suspects.isEmpty() ? first : suspects.get(0), e.getMessage(), results, wanted);
            } catch (IOException e) {
                end();
                blame(first, broken(e), results, wanted);
            } catch (InterruptedException e) {
                end();
                Thread.currentThread().interrupt();
                throw new EvaluationException("interrupted", e);
            }
        }
        return results;
    }

    private static void blame(int point, @Nullable String why, Result[] results, Deque<Integer> wanted) {
        results[point] = Result.failed(String.valueOf(why));
        wanted.remove(point);
    }

    private Connection connection() throws ProgramFailure, IOException, InterruptedException {
        Connection open = connection;
        if (open != null && !open.isAlive()) {
            close(); // it ended after its last answer: no point is to blame
            open = null;
        }
        if (open == null) {
            open = Connection.open(spec, parameters, observables);
            connection = open;
        }
        return open;
    }

    /** Ends the program, the points it was at in the order they were sent. */
    private List<Integer> end() {
        Connection open = connection;
        if (open == null) return List.of();
        List<Integer> points = open.underWay();
        close();
        return points;
    }

    private String broken(IOException e) {
        return "program " + spec.name() + ": no work folder in " + spec.work() + ": " + e.getMessage();
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) open.close();
        } catch (IOException e) {
            throw new IllegalStateException(broken(e), e);
        }
    }
}
