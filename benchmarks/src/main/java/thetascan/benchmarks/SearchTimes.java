package thetascan.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thetascan.neighbour.NeighbourIndex;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.novelty.NoveltyDetector;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * CPU time the search itself takes per candidate: optimisers over their first 100 generations on a quadratic function,
 * the NSGA with as many sector costs as {@link #SECTORS}; continuation in a region of slabs, evaluated here too;
 * novelty and neighbours among points along curves, at least 0.05 apart, of one query and of the many of a generation
 * that wanders. Least of many passes.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.SearchTimes</pre>
 */
public final class SearchTimes {

    private static final int PASSES = 40;
    private static final int GENERATIONS = 100;
    private static final int QUERIES = 2000;
    private static final int SECTORS = 8;
    private static final int GENERATION = 24;
    /** Beyond so many points not everything is measured. */
    private static final int MANY = 5000;

    /** Terms of the constraints that continuation is told of. */
    private static final int TERMS = 60;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SearchTimes() {}

    public static void main(String[] args) {
        for (int n : new int[] {16, 43}) {
            for (int population : new int[] {12, 24, 96}) {
                line(n, "cma-es, ask and tell, population " + population, optimiser("cma-es", n, population));
            }
            for (String name : new String[] {"sep-cma-es", "lm-ma-es", "differential-evolution", "map-elites"}) {
                line(n, name + ", ask and tell, population 24", optimiser(name, n, 24));
            }
            line(n, "cma-mae, ask and tell, 5 times 24", optimiser("cma-mae", n, 24));
            for (String name : new String[] {"nsga-ii", "nsga-iii"}) {
                line(n, name + ", ask and tell, population 100, 8 sectors", optimiser(name, n, 100));
            }
            line(n, "continuation, ask and tell, " + TERMS + " terms", continuation(n));
            for (int count : new int[] {2000, MANY, 100_000}) novelty(n, count);
        }
    }

    private static void line(int n, String what, double nanoseconds) {
        System.out.printf(Locale.ROOT, "n = %d  %-62s %8.2f µs%n", n, what, nanoseconds / 1000);
    }

    private static double optimiser(String name, int n, int population) {
        OptimiserKind kind = Optimisers.named(name);
        Options options = Options.of(kind.options(), Map.of("population", (double) population));
        return least(pass -> {
            Optimiser optimiser = kind.create(options, n, RandomStream.of(pass % 4), null);
            int sectors = optimiser.needs() == Needs.SECTORS ? SECTORS : 0;
            int told = 0;
            for (int g = 0; g < GENERATIONS; g++) {
                Candidates candidates = optimiser.ask();
                optimiser.tell(results(candidates, n, sectors));
                told += candidates.count();
            }
            return told;
        });
    }

    /** Each sector costs the quadratic function of coordinates of its own. */
    private static Results results(Candidates candidates, int n, int sectors) {
        int count = candidates.count();
        long[] ids = new long[count];
        double[] fitness = new double[count];
        double[] vectors = new double[count * sectors];
        for (int k = 0; k < count; k++) {
            ids[k] = candidates.firstId() + k;
            fitness[k] = 1 + quadratic(candidates.u(), k * n, n);
            for (int j = 0; j < n && sectors > 0; j++) {
                vectors[k * sectors + j % sectors] += quadratic(candidates.u(), k * n + j, 1);
            }
        }
        return new Results(ids, fitness, vectors, new boolean[count]);
    }

    /** Walks through a region of many slabs, two of them thin, from its centre. */
    private static double continuation(int n) {
        RandomStream random = RandomStream.of(1);
        double[] normals = new double[TERMS * n];
        for (int i = 0; i < normals.length; i++) normals[i] = random.nextGaussian() / Math.sqrt(n);
        double[] centre = new double[n];
        Arrays.fill(centre, 0.5);
        OptimiserKind kind = Optimisers.named("continuation");
        return least(pass -> {
            Optimiser optimiser =
                    kind.create(Options.defaults(kind.options()), n, RandomStream.of(pass % 4), Start.at(centre, 0.1));
            int evaluated = 0;
            for (int g = 0; g < GENERATIONS; g++) {
                Candidates candidates = optimiser.ask();
                int count = candidates.count();
                evaluated += count;
                long[] ids = new long[count];
                double[] fitness = new double[count];
                double[] slacks = new double[count * 2 * TERMS];
                for (int k = 0; k < count; k++) {
                    ids[k] = candidates.firstId() + k;
                    fitness[k] = slabs(candidates.u(), k * n, n, normals, slacks, k * 2 * TERMS);
                }
                optimiser.tell(new Results(ids, fitness, slacks, new boolean[count]));
            }
            return evaluated;
        });
    }

    /** Fitness of a point; writes two slacks of each slab. */
    private static double slabs(double[] u, int offset, int n, double[] normals, double[] slacks, int at) {
        double[] sines = new double[n];
        for (int j = 0; j < n; j++) sines[j] = Math.sin(u[offset + j] - 0.5);
        double cost = 0;
        for (int t = 0; t < TERMS; t++) {
            double width = t < 2 ? 1e-3 : 0.1;
            double value = 0;
            for (int j = 0; j < n; j++) value += normals[t * n + j] * sines[j];
            slacks[at + 2 * t] = -value / width - 1;
            slacks[at + 2 * t + 1] = value / width - 1;
            cost += Math.max(0, Math.abs(value) / width - 1);
        }
        return cost > 0 ? 1 + cost : 0;
    }

    private static double quadratic(double[] u, int offset, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) sum += (1 + j) * (u[offset + j] - 0.3) * (u[offset + j] - 0.3);
        return sum;
    }

    private static void novelty(int n, int count) {
        RandomStream random = RandomStream.of(1);
        NeighbourIndex index = new NeighbourIndex(n);
        double[][] points = new double[count][];
        double[] x = new double[n];
        for (int step = 0; index.size() < count; step++) {
            move(x, step % 300 == 0, random);
            if (!index.anyWithin(x, 0.05)) {
                points[index.size()] = x.clone();
                index.add(x);
            }
        }
        double[][] queries = new double[QUERIES][n];
        for (int i = 0; i < QUERIES; i++) {
            double[] near = i % GENERATION == 0 ? points[random.nextInt(count)] : queries[i - 1];
            System.arraycopy(near, 0, queries[i], 0, n);
            move(queries[i], false, random);
        }
        line(n, "within 0.05 among " + count + " points", least(pass -> {
            for (double[] query : queries) index.anyWithin(query, 0.05);
            return QUERIES;
        }));
        for (DetectorKind kind : Detectors.all()) {
            if (count <= MANY || List.of("knn", "hbos").contains(kind.name())) detector(kind, points, queries);
        }
    }

    private static void detector(DetectorKind kind, double[][] points, double[][] queries) {
        int n = queries[0].length;
        Options defaults = Options.defaults(kind.options());
        Options options = defaults.has("limit") ? defaults.with("limit", 1e6) : defaults; // all of them stored
        NoveltyDetector detector = kind.create(options, n, 1);
        for (double[] point : points) detector.add(point);
        String among = kind.name() + " among " + points.length + " points";
        line(n, "penalty, " + among, least(pass -> {
            for (double[] query : queries) detector.penalty(query);
            return QUERIES;
        }));
        double[] rows = new double[GENERATION * n];
        double[] penalties = new double[GENERATION];
        line(n, "penalties of a generation, " + among, least(pass -> {
            for (int i = 0; i + GENERATION <= QUERIES; i += GENERATION) {
                for (int k = 0; k < GENERATION; k++) System.arraycopy(queries[i + k], 0, rows, k * n, n);
                detector.penalties(rows, penalties);
            }
            return QUERIES / GENERATION * GENERATION;
        }));
        if (points.length > MANY) return;
        line(n, "add, " + among, least(pass -> {
            NoveltyDetector fresh = kind.create(options, n, 1);
            for (double[] point : points) fresh.add(point);
            return points.length;
        }));
    }

    private static void move(double[] x, boolean anywhere, RandomStream random) {
        for (int j = 0; j < x.length; j++) {
            double moved = anywhere ? random.nextDouble() : x[j] + 0.02 * random.nextGaussian();
            x[j] = Math.max(0, Math.min(moved, 1));
        }
    }

    /** Does its work and says how many candidates it was. */
    private interface Work {
        int run(int pass);
    }

    /** Nanoseconds a candidate. */
    private static double least(Work work) {
        double least = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            long start = THREADS.getCurrentThreadCpuTime();
            int candidates = work.run(pass);
            least = Math.min(least, (double) (THREADS.getCurrentThreadCpuTime() - start) / candidates);
        }
        return least;
    }
}
