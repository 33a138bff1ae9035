package thetascan.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.novelty.NeighbourIndex;
import thetascan.novelty.NoveltyDetector;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * What the search itself costs per candidate: CMA-ES from start to the 100th generation on a quadratic function, 24
 * candidates each; novelty and neighbours among 5000 points along curves, a distance of 0.05 apart.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar SearchBenchmark</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SearchBenchmark {

    private static final int CANDIDATES = 24;
    private static final int GENERATIONS = 100;

    /** A fresh search for every invocation. */
    @State(Scope.Thread)
    public static class Search {

        @Param({"16", "43"})
        public int n = 16;

        private final OptimiserKind kind = Optimisers.named("cma-es");
        private long seed;

        Optimiser next() {
            Options options = Options.of(kind.options(), Map.of("population", (double) CANDIDATES));
            return kind.create(options, n, RandomStream.of(seed++), null);
        }
    }

    /** Ask and tell, per candidate; the fitness function is included and cheap. */
    @Benchmark
    @OperationsPerInvocation(CANDIDATES * GENERATIONS)
    public Optimiser cmaEs(Search search) {
        Optimiser optimiser = search.next();
        long[] ids = new long[CANDIDATES];
        double[] fitness = new double[CANDIDATES];
        for (int g = 0; g < GENERATIONS; g++) {
            Candidates candidates = optimiser.ask();
            for (int k = 0; k < CANDIDATES; k++) {
                ids[k] = candidates.firstId() + k;
                fitness[k] = fitness(candidates.u(), k * search.n, search.n);
            }
            optimiser.tell(new Results(ids, fitness, new double[0], new boolean[CANDIDATES]));
        }
        return optimiser;
    }

    private static double fitness(double[] u, int offset, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double distance = u[offset + j] - 0.3;
            sum += (1 + j) * distance * distance;
        }
        return sum;
    }

    /** Points and queries. */
    @State(Scope.Thread)
    public static class Points {

        private static final int COUNT = 5000;

        @Param({"16", "43"})
        public int n = 16;

        @Param({"knn", "hbos", "hbos-pyod"})
        public String detector = "knn";

        private final double[][] queries = new double[1000][];
        private NeighbourIndex index = new NeighbourIndex(1);
        private NoveltyDetector novelty = Detectors.all().get(0).create(defaults(Detectors.all().get(0)), 1);
        private int next;

        private static Options defaults(DetectorKind kind) {
            return Options.defaults(kind.options());
        }

        @Setup(Level.Trial)
        public void prepare() {
            DetectorKind kind = Detectors.named(detector);
            novelty = kind.create(defaults(kind), n);
            index = new NeighbourIndex(n);
            RandomStream random = RandomStream.of(1);
            double[] x = new double[n];
            for (int step = 0; index.size() < COUNT; step++) {
                move(x, step % 300 == 0, random);
                if (!index.anyWithin(x, 0.05)) {
                    index.add(x);
                    novelty.add(x);
                }
            }
            for (int i = 0; i < queries.length; i++) {
                move(x, i % 10 == 0, random);
                queries[i] = x.clone();
            }
        }

        private static void move(double[] x, boolean anywhere, RandomStream random) {
            for (int j = 0; j < x.length; j++) {
                double moved = anywhere ? random.nextDouble() : x[j] + 0.02 * random.nextGaussian();
                x[j] = Math.max(0, Math.min(moved, 1));
            }
        }

        double[] query() {
            next = (next + 1) % queries.length;
            return queries[next];
        }
    }

    /** The penalty of one candidate. */
    @Benchmark
    public double penalty(Points points) {
        return points.novelty.penalty(points.query());
    }

    /** Whether a known point is closer than 0.05. */
    @Benchmark
    public boolean anyWithin(Points points) {
        return points.index.anyWithin(points.query(), 0.05);
    }
}
