package thetascan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import thetascan.config.Assignment;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.metrics.RegionMap;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.random.RandomStream;
import thetascan.report.TextTable;
import thetascan.scan.Commit;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.Progress;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.Stop;
import thetascan.schedule.KindProgress;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;

/**
 * How well a search does: the same scan with many seeds, in this process and without a catalogue, and the quantiles of
 * what it reached. A run without a valid point counts as one that needed infinitely many evaluations. For a model that
 * has a uniform sample of its valid region: the cells reached of a grid with four intervals per axis, and the distance
 * of the sample from the points found.
 */
@Command(
        name = "study",
        description = "Run a scan with many seeds, keeping no points, and print the quantiles of what it reached.",
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Number of runs; seeds count up from that of the scan file (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at the same time, each on one thread (default: one per core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Points of the model's uniform sample, if it has one. */
    private static final int SAMPLE = 3000;

    /** Where one run ended; without a sample of the valid region gridCells is 0 and the reach empty. */
    private record Run(long seed, Stop stop, Progress progress, int gridCells, Optional<RegionMap.Reach> reach) {

        double firstValid() {
            return progress.firstValid() < 0 ? Double.POSITIVE_INFINITY : progress.firstValid();
        }

        double validFraction() {
            return (double) progress.valid() / progress.evaluations();
        }
    }

    @Override
    public Integer call() throws Exception {
        try (Extensions ignored = options.openJars()) {
            return study();
        }
    }

    private int study() throws Exception {
        if (seeds < 1 || threads < 1)
            throw new ParameterException(spec.commandLine(), "--seeds and --threads must be 1 or more");
        ScanConfig first = ScanConfig.read(options.file, options.assignments());
        List<Callable<Run>> tasks = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            List<Assignment> assignments = options.assignments();
            long seed = first.seed() + i;
            assignments.add(Assignment.of("--seeds", "seed", Long.toString(seed)));
            ScanConfig config = ScanConfig.read(options.file, assignments);
            tasks.add(() -> run(config));
        }
        print(runAll(tasks));
        return Main.DONE;
    }

    private List<Run> runAll(List<Callable<Run>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Run> runs = new ArrayList<>();
            for (Future<Run> future : pool.invokeAll(tasks)) runs.add(future.get());
            return runs;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Run run(ScanConfig config) throws IOException {
        ScanSetup setup = config.setup();
        double[] sample = sample(setup.search());
        Last last = new Last();
        try (RoundRunner rounds = new ForkJoinRounds(setup.search(), 1)) {
            if (sample.length == 0) {
                Stop stop = new Scan(setup, rounds, new Nowhere(), last).run();
                return new Run(config.seed(), stop, last.progress(), 0, Optional.empty());
            }
            Mapped mapped = new Mapped(setup.search().space().dimension());
            Stop stop = new Scan(setup, rounds, mapped, last).run();
            return new Run(
                    config.seed(), stop, last.progress(), mapped.map.cells(), Optional.of(mapped.map.reach(sample)));
        }
    }

    /** Uniform valid points of the model in box coordinates; none if it has no such sample, or other ranges cut it. */
    private static double[] sample(SearchSetup search) {
        ParameterSpace space = search.space();
        double[] sample = search.model().validSample(SAMPLE, RandomStream.of(SAMPLE));
        int points = sample.length / space.size();
        double[] boxes = new double[points * space.dimension()];
        double[] box = new double[space.dimension()];
        for (int i = 0; i < points; i++) {
            double[] theta = Arrays.copyOfRange(sample, i * space.size(), (i + 1) * space.size());
            if (!space.toUnit(theta, box)) return new double[0];
            System.arraycopy(box, 0, boxes, i * box.length, box.length);
        }
        return boxes;
    }

    private void print(List<Run> runs) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("seed        first valid  evaluations    valid  distinct   cells  stop");
        for (Run run : runs) {
            Progress progress = run.progress();
            out.printf(
                    Locale.ROOT,
                    "%-10d %12s %12d %8.4f %9d %7d  %s%n",
                    run.seed(),
                    progress.firstValid() < 0 ? "-" : Long.toString(progress.firstValid()),
                    progress.evaluations(),
                    run.validFraction(),
                    progress.distinct(),
                    progress.cells(),
                    run.stop().name().toLowerCase(Locale.ROOT));
        }
        long solved =
                runs.stream().filter(run -> run.progress().firstValid() >= 0).count();
        out.printf(Locale.ROOT, "%nvalid points in %d of %d runs%n", solved, runs.size());
        out.println("                         min          q10       median          q90          max");
        quantiles(out, "first valid", "%12.0f", runs, Run::firstValid);
        quantiles(out, "valid fraction", "%12.4f", runs, Run::validFraction);
        quantiles(out, "distinct", "%12.0f", runs, run -> run.progress().distinct());
        quantiles(out, "distinct, relabelled", "%12.0f", runs, run -> run.progress()
                .canonicalDistinct());
        quantiles(out, "cells", "%12.0f", runs, run -> run.progress().cells());
        quantiles(
                out, "cells, relabelled", "%12.0f", runs, run -> run.progress().canonicalCells());
        if (runs.stream().allMatch(run -> run.reach().isPresent())) printReach(out, runs);
        printStrategies(out, runs);
        out.flush();
    }

    /** Against the model's own sample of its valid region. */
    private static void printReach(PrintWriter out, List<Run> runs) {
        quantiles(out, "valid points", "%12.0f", runs, run -> run.progress().valid());
        quantiles(out, "grid cells", "%12.0f", runs, Run::gridCells);
        quantiles(out, "sample, distance", "%12.4f", runs, run -> run.reach()
                .orElseThrow()
                .meanDistance());
        quantiles(out, "sample, within " + RegionMap.NEAR, "%12.4f", runs, run -> run.reach()
                .orElseThrow()
                .near());
    }

    /** Means over the runs. */
    private static void printStrategies(PrintWriter out, List<Run> runs) {
        out.println();
        List<List<String>> rows = new ArrayList<>();
        List<KindProgress> kinds = runs.get(0).progress().kinds();
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            rows.add(List.of(
                    kinds.get(k).strategy(),
                    kinds.get(k).chart(),
                    mean(runs, run -> run.progress().kinds().get(kind).islands()),
                    mean(runs, run -> run.progress().kinds().get(kind).evaluations()),
                    mean(runs, run -> run.progress().kinds().get(kind).valid()),
                    mean(runs, run -> run.progress().kinds().get(kind).points()),
                    mean(runs, run -> run.progress().kinds().get(kind).cells())));
        }
        TextTable.print(
                out, List.of("strategy", "chart", "islands", "evaluations", "valid", "new points", "new cells"), rows);
    }

    private static String mean(List<Run> runs, ToDoubleFunction<Run> figure) {
        return String.format(
                Locale.ROOT, "%.0f", runs.stream().mapToDouble(figure).average().orElseThrow());
    }

    private static void quantiles(
            PrintWriter out, String name, String format, List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        for (double q : new double[] {0, 0.1, 0.5, 0.9, 1}) {
            line.append(' ').append(String.format(Locale.ROOT, format, quantile(sorted, q)));
        }
        out.println(line);
    }

    /** Linear between order statistics. */
    static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return fraction == 0 ? sorted[below] : sorted[below] * (1 - fraction) + sorted[below + 1] * fraction;
    }

    /** Keeps the last progress. */
    private static final class Last implements ScanListener {

        private Optional<Progress> progress = Optional.empty();

        @Override
        public void stopped(Stop reason, Progress end) {
            progress = Optional.of(end);
        }

        Progress progress() {
            return progress.orElseThrow();
        }
    }

    /** Forgets every point. */
    private static class Nowhere implements ScanStore {

        @Override
        public Optional<byte[]> load() {
            return Optional.empty();
        }

        @Override
        public void append(List<FoundPoint> points) {}

        @Override
        public void commit(Commit commit) {}

        @Override
        public void close() {}
    }

    /** Forgets every point but where it was valid. */
    private static final class Mapped extends Nowhere {

        private final RegionMap map;

        Mapped(int dimension) {
            map = new RegionMap(dimension);
        }

        @Override
        public void append(List<FoundPoint> points) {
            for (FoundPoint point : points) {
                if (point.status() == PointStatus.VALID) map.add(point.box());
            }
        }
    }
}
