package thetascan.external.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.external.Outcome;
import thetascan.external.ProgramFailure;

/**
 * A program that stays. A point at which it dies, hangs or answers nonsense fails; the next point starts it anew. Where several
 * points were under way, each is asked for alone to find the one to blame, so that a point's fate does not depend on the points
 * beside it.
 */
final class PersistentProgram implements ProgramAtWork {

    private final ProgramSpec spec;
    private final List<String> parameters;
    private final List<String> observables;
    private @Nullable Connection connection;

    /**
     * Starts the program.
     *
     * @throws IllegalStateException saying why it cannot be started
     */
    PersistentProgram(ProgramSpec spec, List<String> parameters, List<String> observables) {
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
    public boolean takesMany() {
        return true;
    }

    @Override
    public Outcome[] compute(List<double[]> points) throws InterruptedException {
        Outcome[] results = new Outcome[points.size()];
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
                throw e;
            }
        }
        return results;
    }

    private static void blame(int point, @Nullable String why, Outcome[] results, Deque<Integer> wanted) {
        results[point] = Outcome.failed(String.valueOf(why));
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
