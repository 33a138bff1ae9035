package thetascan.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import thetascan.archive.Coding;
import thetascan.metrics.RegionMap;
import thetascan.point.PointStatus;
import thetascan.random.RandomStream;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.LastProgress;
import thetascan.scan.RoundRunner;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.Stop;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;

/**
 * How well a search does: the same scan with many seeds, in this process and without a catalogue. A run without a valid
 * point counts as one that needed infinitely many evaluations. For a model that has a uniform sample of its valid
 * region: the cells reached of a grid with four intervals per axis, and the distance of the sample from the points
 * found.
 */
public final class Study {

    /** Points of the model's uniform sample, if it has one. */
    private static final int SAMPLE = 3000;

    private Study() {}

    /**
     * Runs the scans.
     *
     * @param setup   the scan with a given seed
     * @param first   seed of the first run; the others count up from it
     * @param runs    how many, 1 or more
     * @param threads runs at the same time, each on one thread; 1 or more
     * @return what they reached, in the order of their seeds; the same whatever the number of threads
     * @throws IOException          if a store fails, which none of these does
     * @throws InterruptedException if this thread is interrupted; runs under way are ended
     */
    public static List<SeedRun> run(LongFunction<ScanSetup> setup, long first, int runs, int threads)
            throws IOException, InterruptedException {
        List<Callable<SeedRun>> tasks = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long seed = first + i;
            tasks.add(() -> run(setup.apply(seed)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(runs, threads));
        try {
            List<SeedRun> done = new ArrayList<>();
            for (Future<SeedRun> future : pool.invokeAll(tasks)) done.add(result(future));
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private static SeedRun result(Future<SeedRun> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private static SeedRun run(ScanSetup setup) throws IOException {
        SearchSetup search = setup.search();
        double[] sample = sample(search);
        LastProgress last = new LastProgress();
        try (RoundRunner rounds = new ForkJoinRounds(search, 1)) {
            Census census = new Census(Coding.all(
                    search.space(),
                    search.model().observables(),
                    search.settings().archive().categories()));
            if (sample.length == 0) {
                ScanStore store = census.isEmpty()
                        ? ScanStore.NONE
                        : ScanStore.forgetting(point -> {
                            if (point.status() == PointStatus.VALID) census.add(point.row());
                        });
                Stop stop = new Scan(setup, rounds, store, last).run();
                return new SeedRun(search.seed(), stop, last.get(), 0, 0, census.counts(), Optional.empty());
            }
            RegionMap map = new RegionMap(search.space().dimension());
            BitSet pieces = new BitSet();
            ScanStore mapping = ScanStore.forgetting(point -> {
                if (point.status() != PointStatus.VALID) return;
                census.add(point.row());
                map.add(point.box());
                int piece = search.model().piece(point.row().theta());
                if (piece >= 0) pieces.set(piece);
            });
            Stop stop = new Scan(setup, rounds, mapping, last).run();
            return new SeedRun(
                    search.seed(),
                    stop,
                    last.get(),
                    map.cells(),
                    pieces.cardinality(),
                    census.counts(),
                    Optional.of(map.reach(sample)));
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
}
