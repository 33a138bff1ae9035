package thetascan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.model.CostClass;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.point.PointStatus;
import thetascan.scan.KeepSettings;
import thetascan.scan.LastProgress;
import thetascan.scan.Progress;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.StopRules;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;
import thetascan.z3hdm.Z3Model;

/**
 * Where the CPU time of a whole scan of the Z3 3HDM on one thread goes: several times the same, for each generation the
 * least time in model and constraints and the least time in the search; likewise between rounds.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.ScanTimes [EVALUATIONS [PASSES]]</pre>
 */
public final class ScanTimes implements RoundRunner {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Generations by what they found. */
    private enum Kind {
        NONE("no valid point"),
        SOME("less than half valid"),
        MOST("half or more valid");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** What always comes out alike of a generation, and the least times so far. */
    private static final class Generation {
        private int judged;
        private int valid;
        private long model = Long.MAX_VALUE;
        private long search = Long.MAX_VALUE;

        private Kind kind() {
            return valid == 0 ? Kind.NONE : 2 * valid < judged ? Kind.SOME : Kind.MOST;
        }
    }

    private final ScanSetup setup;
    private final Judge judge;
    private final BatchEvaluator evaluator;
    private final List<Generation> generations = new ArrayList<>();
    /** Least time from the end of a round's generations to the beginning of those of the next, merging included. */
    private final List<Long> between = new ArrayList<>();

    private int generation;
    private int round;
    private long since;

    private ScanTimes(ScanSetup setup) {
        this.setup = setup;
        judge = setup.search().newJudge();
        evaluator = BatchEvaluator.serial(setup.search().objective(), judge);
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0"); // merging on this thread too
        long evaluations = args.length < 1 ? 1_000_000 : Math.round(Double.parseDouble(args[0]));
        int passes = args.length < 2 ? 3 : Integer.parseInt(args[1]);
        List<String> charts = List.of("signed-square", "symmetric-limit");
        SearchSettings several = SearchSettings.defaults(CostClass.CHEAP, charts);
        System.out.println("several strategies, the default");
        report(several, evaluations, passes);
        System.out.println("CMA-ES alone");
        report(several.with(Map.of("cma-es", Strategy.in(charts)), Map.of()), evaluations, passes);
    }

    private static void report(SearchSettings settings, long evaluations, int passes) throws IOException {
        Z3Model model = new Z3Model();
        SearchSetup search = new SearchSetup(
                20240211,
                model,
                model.parameters(),
                Objects.requireNonNull(model.constraintSets().get("default")),
                settings);
        ScanSetup setup = new ScanSetup(
                search,
                new StopRules(0, evaluations, Duration.ZERO, 0),
                new KeepSettings(RoundOrder.Rows.VALID, 0.1, 10_000, 1000),
                Duration.ofHours(1));
        try (ScanTimes times = new ScanTimes(setup)) {
            for (int pass = 0; pass < passes; pass++) times.pass();
            times.report();
        }
    }

    private void pass() throws IOException {
        generation = 0;
        round = 0;
        since = THREADS.getCurrentThreadCpuTime();
        LastProgress last = new LastProgress();
        new Scan(setup, this, ScanStore.NONE, last).run();
        took(between, round, THREADS.getCurrentThreadCpuTime() - since);
        Progress end = last.get();
        System.out.printf(
                Locale.ROOT,
                "%d points, %d valid, %d kept; cells %d, distinct %d; modulo relabelling %d, %d; archive of %d at %.3f%n",
                end.tally().evaluations(),
                end.tally().count(PointStatus.VALID),
                end.kept(),
                end.cells(),
                end.distinct(),
                end.canonicalCells(),
                end.canonicalDistinct(),
                end.archived(),
                end.archiveDistance());
    }

    private static void took(List<Long> least, int index, long time) {
        if (index == least.size()) least.add(time);
        else least.set(index, Math.min(least.get(index), time));
    }

    private void report() {
        double merging = between.stream().mapToLong(Long::longValue).sum();
        double all = merging
                + generations.stream().mapToDouble(g -> g.model + g.search).sum();
        double points = generations.stream().mapToInt(g -> g.judged).sum();
        for (Kind kind : Kind.values()) {
            List<Generation> alike =
                    generations.stream().filter(g -> g.kind() == kind).toList();
            double judged = alike.stream().mapToInt(g -> g.judged).sum();
            double model = alike.stream().mapToLong(g -> g.model).sum();
            double search = alike.stream().mapToLong(g -> g.search).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %4.1f %% of the points: model %5.2f µs, search %5.2f µs a point, model's share %4.1f %%%n",
                    kind.title,
                    100 * judged / points,
                    model / 1e3 / judged,
                    search / 1e3 / judged,
                    100 * model / (model + search));
        }
        double model = generations.stream().mapToLong(g -> g.model).sum();
        System.out.printf(
                Locale.ROOT,
                "all: %.2f µs a point, of which model %.2f, search %.2f, between rounds %.2f; model's share %.1f %%%n",
                all / 1e3 / points,
                model / 1e3 / points,
                (all - model - merging) / 1e3 / points,
                merging / 1e3 / points,
                100 * model / all);
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        for (int i = 0; i < islands.size(); i++) islands.get(i).begin(archive, orders.get(i));
        took(between, round++, THREADS.getCurrentThreadCpuTime() - since);
        List<RoundResult> results = new ArrayList<>();
        for (Island island : islands) results.add(round(island));
        since = THREADS.getCurrentThreadCpuTime();
        return results;
    }

    private RoundResult round(Island island) {
        long told = THREADS.getCurrentThreadCpuTime();
        for (Batch batch = island.ask(); batch != null; batch = island.ask()) {
            long asked = THREADS.getCurrentThreadCpuTime();
            Judgements judgements = evaluator.judge(batch);
            long judged = THREADS.getCurrentThreadCpuTime();
            Generation current = next(judgements);
            long counted = THREADS.getCurrentThreadCpuTime();
            island.tell(judgements);
            long search = asked - told - counted;
            told = THREADS.getCurrentThreadCpuTime();
            current.model = Math.min(current.model, judged - asked);
            current.search = Math.min(current.search, search + told);
        }
        return island.end();
    }

    private Generation next(Judgements judgements) {
        if (generation == generations.size()) generations.add(new Generation());
        Generation next = generations.get(generation++);
        next.judged = 0;
        next.valid = 0;
        for (int i = 0; i < judgements.count(); i++) {
            if (judgements.status(i) != null) next.judged++;
            if (judgements.status(i) == PointStatus.VALID) next.valid++;
        }
        return next;
    }

    @Override
    public void close() {
        judge.close();
    }
}
