package thetascan.external.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thetascan.external.Outcome;
import thetascan.external.WorkFolders;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.quantity.Missing;

/**
 * Points computed by programs one after another. If the first of them take many points at once, all that were announced are computed
 * together. What was computed before a program failed is told.
 */
final class ChainEvaluator implements PointEvaluator {

    private static final double NANOSECONDS = 1e9;

    private final Chain chain;
    private final @Nullable RunFolder run;
    private final List<ProgramAtWork> programs = new ArrayList<>();
    private final List<Formulas.Worker> inputs = new ArrayList<>();
    private final Formulas.Worker observables;
    private final boolean computesAhead;
    private final @Nullable PointCache cache;

    private List<Known> announced = List.of();
    private boolean isComputed;
    private int next;
    private @Nullable Known current;

    /** What is known of a point; {@code failure} is empty as long as nothing failed. */
    private static final class Known {
        private final double[] theta;
        private final double[] values;
        private String failure = "";
        private boolean isOfCache;

        private Known(double[] theta, int size) {
            this.theta = theta;
            values = Arrays.copyOf(theta, size);
            Arrays.fill(values, theta.length, size, Missing.NOT_COMPUTED);
        }
    }

    /**
     * Starts the programs that stay.
     *
     * @throws IllegalStateException saying why one cannot be started
     */
    ChainEvaluator(Chain chain) {
        this.chain = chain;
        observables = chain.observables().newWorker();
        run = chain.hasFiles() ? new RunFolder(folders(chain)) : null;
        boolean isStarted = false;
        try {
            for (Link link : chain.links()) {
                programs.add(start(link));
                inputs.add(link.inputs().newWorker());
            }
            isStarted = true;
        } finally {
            if (!isStarted) close();
        }
        boolean ahead = true;
        for (int p = 0; p < programs.size(); p++) {
            ahead &= chain.links().get(p).stage() > 1 || programs.get(p).takesMany();
        }
        computesAhead = ahead;
        cache = cache(chain);
    }

    private static WorkFolders folders(Chain chain) {
        try {
            return new WorkFolders(chain.work(), chain.keptFolder(), chain.keptMost());
        } catch (IOException e) {
            throw new IllegalStateException("model " + chain.model() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable PointCache cache(Chain chain) {
        CacheSpec spec = chain.cache();
        if (spec == null) return null;
        try {
            Fingerprint programs = new Fingerprint().add(spec.version());
            for (Link link : chain.links()) programs.add(link.spec().executableHash());
            return new PointCache(spec.folder(), spec.size(), programs.text());
        } catch (IOException e) {
            throw new IllegalStateException("model " + chain.model() + ": its cache: " + e.getMessage(), e);
        }
    }

    private ProgramAtWork start(Link link) {
        FileSpec files = link.files();
        if (link.spec().command().equals(List.of(Caller.COMMAND))) {
            return Caller.of(link.spec(), link.inputNames(), link.values()).atWork();
        }
        return files == null
                ? new PersistentProgram(link.spec(), link.inputNames(), link.values())
                : new FileProgram(link.spec(), files, Objects.requireNonNull(run));
    }

    @Override
    public int stages() {
        return chain.stages();
    }

    @Override
    public void announce(double[] thetas, boolean[] which, int from, int to) {
        if (!computesAhead) return;
        int size = thetas.length / which.length;
        announced = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (which[i]) announced.add(new Known(Arrays.copyOfRange(thetas, i * size, (i + 1) * size), chain.known()));
        }
        isComputed = false;
        next = 0;
    }

    @Override
    public void evaluate(double[] theta, double[] values) throws EvaluationException {
        Known known = known(theta);
        current = known;
        tell(known, values);
    }

    private Known known(double[] theta) throws EvaluationException {
        if (next < announced.size() && Arrays.equals(announced.get(next).theta, theta)) {
            if (!isComputed) runStage(1, announced);
            isComputed = true;
            return announced.get(next++);
        }
        announced = List.of();
        Known known = new Known(theta.clone(), chain.known());
        runStage(1, List.of(known));
        return known;
    }

    @Override
    public void evaluateStage(int stage, double[] theta, double[] values) throws EvaluationException {
        Known known = Objects.requireNonNull(current, "a later stage of no point");
        runStage(stage + 1, List.of(known));
        tell(known, values);
    }

    private void tell(Known known, double[] values) throws EvaluationException {
        observables.evaluate(known.values, values);
        if (!known.failure.isEmpty()) throw new EvaluationException(known.failure);
    }

    private void runStage(int stage, List<Known> points) throws EvaluationException {
        if (cache == null) {
            compute(points, stage, stage);
            return;
        }
        List<Known> open = new ArrayList<>();
        for (Known known : points) {
            double[] values = cache.get(known.theta, stage, known.values.length);
            if (values == null) open.add(known);
            else System.arraycopy(values, 0, known.values, 0, values.length);
            known.isOfCache |= values != null;
        }
        for (Known known : open) {
            // files that a program would have left are not in the cache
            if (known.isOfCache && chain.needsFilesIn(stage)) compute(List.of(known), 1, stage - 1);
            known.isOfCache = false;
        }
        compute(open, stage, stage);
        for (Known known : open) {
            if (known.failure.isEmpty()) cache.put(known.theta, stage, known.values);
        }
    }

    private void compute(List<Known> points, int from, int to) throws EvaluationException {
        for (int p = 0; p < programs.size(); p++) {
            int stage = chain.links().get(p).stage();
            if (stage >= from && stage <= to) compute(p, points);
        }
    }

    /**
     * Runs a point through every program, also those that come later only where constraints hold.
     *
     * @param names  of the observables
     * @param values receives the observables
     */
    List<ProgramReport> examine(double[] theta, List<String> names, double[] values) throws EvaluationException {
        Known known = new Known(theta.clone(), chain.known());
        List<ProgramReport> reports = new ArrayList<>();
        for (int p = 0; p < programs.size(); p++) reports.add(examine(p, known, names));
        observables.evaluate(known.values, values);
        return reports;
    }

    private ProgramReport examine(int p, Known known, List<String> names) throws EvaluationException {
        Link link = chain.links().get(p);
        double[] row = new double[link.inputNames().size()];
        inputs.get(p).evaluate(known.values, row);
        boolean isMissing = Double.isNaN(missing(row));
        boolean runs = known.failure.isEmpty() && !isMissing;
        long begun = System.nanoTime();
        if (runs) compute(p, List.of(known));
        double seconds = runs ? (System.nanoTime() - begun) / NANOSECONDS : 0;
        String failure = runs
                ? known.failure
                : isMissing ? "not run: a value that it needs is missing" : "not run: an earlier program failed";
        Map<String, Double> given = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) given.put(link.inputNames().get(i), row[i]);
        Map<String, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < link.values().size(); i++) found.put(link.values().get(i), known.values[link.first() + i]);
        FileProgram files = programs.get(p) instanceof FileProgram program ? program : null;
        return new ProgramReport(
                link.spec().name(),
                link.stage(),
                link.spec().command(),
                seconds,
                files == null || !runs ? -1 : files.exitCode(),
                failure,
                given,
                files == null || !runs ? List.of() : files.listing(),
                found,
                chain.observablesOf(link, names));
    }

    private void computeAll(int p, List<Known> points, List<double[]> rows) throws EvaluationException {
        Link link = chain.links().get(p);
        Outcome[] outcomes;
        try {
            outcomes = programs.get(p).compute(rows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationException("interrupted", e);
        }
        for (int i = 0; i < outcomes.length; i++) {
            Known known = points.get(i);
            if (outcomes[i].isFailed()) known.failure = outcomes[i].failure();
            else
                System.arraycopy(
                        outcomes[i].values(),
                        0,
                        known.values,
                        link.first(),
                        link.values().size());
        }
    }

    /** Has a program compute those points that have not failed, and for which all that it needs is known. */
    private void compute(int p, List<Known> points) throws EvaluationException {
        Link link = chain.links().get(p);
        List<Known> ready = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (Known known : points) {
            if (!known.failure.isEmpty()) continue;
            double[] row = new double[link.inputNames().size()];
            inputs.get(p).evaluate(known.values, row);
            double missing = missing(row);
            if (Double.isNaN(missing)) {
                Arrays.fill(
                        known.values, link.first(), link.first() + link.values().size(), missing);
            } else {
                known.failure = notFinite(link, row);
            }
            if (!Double.isNaN(missing) && known.failure.isEmpty()) {
                ready.add(known);
                rows.add(row);
            }
        }
        if (!ready.isEmpty()) computeAll(p, ready, rows);
    }

    /** Why an input is missing; 0 if none is. */
    private static double missing(double[] row) {
        double missing = 0;
        for (double value : row) {
            if (Missing.isNotComputed(value)) return Missing.NOT_COMPUTED;
            if (Missing.isUndefined(value)) missing = Missing.UNDEFINED;
        }
        return missing;
    }

    private static String notFinite(Link link, double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (!Double.isFinite(row[i])) {
                return "program " + link.spec().name() + ": its input "
                        + link.inputNames().get(i) + " is " + row[i];
            }
        }
        return "";
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (ProgramAtWork program : programs) {
            try {
                program.close();
            } catch (RuntimeException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        try {
            if (run != null) run.close();
        } catch (IOException e) {
            throw new IllegalStateException("model " + chain.model() + ": " + e.getMessage(), e);
        }
        if (first != null) throw first;
    }
}
