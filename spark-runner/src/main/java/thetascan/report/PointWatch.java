package thetascan.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import thetascan.model.CostClass;
import thetascan.objective.Judge;
import thetascan.option.Option;
import thetascan.search.SearchSetup;
import thetascan.space.Parameter;

/**
 * Names the points that a model does not get done with: those that take long, and the one in which it ends the program.
 * Such an end, by {@code System.exit} in a model, is a failure whatever the model says.
 */
public final class PointWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LONG_IF_DEAR = Duration.ofMinutes(10);

    /** The command line may end the program. */
    private static final String OWN = "thetascan.cli.";

    private final SearchSetup search;
    private final PrintWriter err;
    private final int exitCode;
    private final Duration patience;
    private final Thread watching = new Thread(this::watch, "points that take long");
    private final Thread ending = new Thread(this::explainEnd, "end of the program");
    private final Set<Long> named = new HashSet<>(); // by when they were begun

    /**
     * Begins to watch.
     *
     * @param search whose points are watched
     * @param err receives the names
     * @param exitCode of the program if a model ends it
     */
    public PointWatch(SearchSetup search, PrintWriter err, int exitCode) {
        this(search, err, exitCode, search.model().costClass() == CostClass.CHEAP ? LONG : LONG_IF_DEAR);
    }

    PointWatch(SearchSetup search, PrintWriter err, int exitCode, Duration patience) {
        this.search = search;
        this.err = err;
        this.exitCode = exitCode;
        this.patience = patience;
        watching.setDaemon(true);
        watching.start();
        Runtime.getRuntime().addShutdownHook(ending);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(Math.min(EVERY.toMillis(), patience.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() {
        for (Judge.UnderWay point : Judge.underWay()) {
            if (point.time().compareTo(patience) >= 0 && named.add(point.begun())) {
                err.println("a point takes long, " + point.time().toSeconds() + " s so far: " + text(point.theta())
                        + ". model.time_limit makes such points FAILED.");
            }
        }
    }

    /** Runs when the program ends: if a model made it end, says so and changes its exit code. */
    private void explainEnd() {
        for (var thread : Thread.getAllStackTraces().entrySet()) {
            StackTraceElement caller = callerOfExit(thread.getValue());
            if (caller == null) continue;
            err.println("failed: the program was ended from within, by " + caller.getClassName() + "."
                    + caller.getMethodName() + place(thread.getKey())
                    + ". What was committed is kept.");
            err.flush();
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static @Nullable StackTraceElement callerOfExit(StackTraceElement[] stack) {
        for (int i = 0; i + 1 < stack.length; i++) {
            boolean exits = stack[i].getMethodName().equals("exit")
                    && List.of("java.lang.Runtime", "java.lang.System").contains(stack[i].getClassName());
            boolean isCaller = !stack[i + 1].getClassName().startsWith("java.lang.");
            if (exits && isCaller) return stack[i + 1].getClassName().startsWith(OWN) ? null : stack[i + 1];
        }
        return null;
    }

    private String place(Thread culprit) {
        StringJoiner points = new StringJoiner("; or ", ", while it computed ", "");
        points.setEmptyValue("");
        List<Judge.UnderWay> all = Judge.underWay();
        boolean isKnown = all.stream().anyMatch(point -> point.thread().equals(culprit));
        for (Judge.UnderWay point : all) {
            if (!isKnown || point.thread().equals(culprit)) points.add(text(point.theta()));
        }
        return points.toString();
    }

    private String text(double[] theta) {
        StringJoiner text = new StringJoiner(", ");
        List<Parameter> parameters = search.space().parameters();
        for (int j = 0; j < theta.length; j++) {
            text.add(parameters.get(j).name() + " = " + Option.format(theta[j]));
        }
        return text.toString();
    }

    @Override
    public void close() {
        watching.interrupt();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // the program is ending
        }
    }
}
