package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.contract.Corner;
import thetascan.contract.Telling;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * What optimisers leave to the garbage collector: the arrays of a generation, but no object for each coordinate, draw or
 * trial. {@code StrictMath.pow} of Java 17 makes 96 bytes of arrays a call, whoever calls it.
 */
@Tag("slow")
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 10;
    private static final int MANY = 110;

    /** Bytes an optimiser allocates a candidate, and for each coordinate of it. */
    private record Bytes(double candidate, double coordinate) {

        static Bytes of(OptimiserKind kind, Options options, int warmUp, int generations) {
            double few = candidate(kind, options, FEW, warmUp, generations);
            double many = candidate(kind, options, MANY, warmUp, generations);
            return new Bytes(few, (many - few) / (MANY - FEW));
        }

        private static double candidate(OptimiserKind kind, Options options, int n, int warmUp, int generations) {
            Optimiser optimiser = kind.create(options, n, RandomStream.of(1), null);
            long bytes = 0;
            long candidates = 0;
            for (int g = 0; g < warmUp + generations && optimiser.stopped() == null; g++) {
                long start = THREADS.getCurrentThreadAllocatedBytes();
                Candidates asked = optimiser.ask();
                bytes += THREADS.getCurrentThreadAllocatedBytes() - start;
                Results results = Telling.results(asked, n, Corner::fitness, u -> Corner.vector(optimiser.needs(), u));
                start = THREADS.getCurrentThreadAllocatedBytes();
                optimiser.tell(results);
                bytes += THREADS.getCurrentThreadAllocatedBytes() - start;
                candidates += asked.count();
                if (g + 1 == warmUp) {
                    bytes = 0;
                    candidates = 0;
                }
            }
            return bytes / (double) candidates;
        }
    }

    /** All but the surrogate, which keeps a row of a matrix for each point and ranking term: nothing of that is garbage. */
    static Stream<String> names() {
        return Optimisers.all().stream().map(OptimiserKind::name).filter(name -> !name.equals("surrogate"));
    }

    /** Some copies of its coordinates at 8 bytes each, a few small objects; else only what powers leave. */
    @ParameterizedTest
    @MethodSource("names")
    void noObjectForEachCoordinate(String name) {
        OptimiserKind kind = Optimisers.named(name);
        Bytes bytes = Bytes.of(kind, Options.defaults(kind.options()), 20, 10);

        boolean powers = name.startsWith("nsga");
        assertThat(bytes.coordinate()).isLessThan(powers ? 130 : 100);
        assertThat(bytes.candidate()).isLessThan(powers ? 4500 : 1500);
    }

    /** Without crossover and mutation, which take powers, four copies at most; a gene alone would be more. */
    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void populationsHoldNoGenes(String name) {
        OptimiserKind kind = Optimisers.named(name);
        Options options = Options.of(kind.options(), Map.of("crossover_probability", 0.0, "mutation_probability", 0.0));

        assertThat(Bytes.of(kind, options, 0, 1).coordinate()).as("first").isLessThan(32);
        assertThat(Bytes.of(kind, options, 20, 10).coordinate()).as("later").isLessThan(32);
    }

    /** The more trials there are, the more is to be looked at, but nothing is made of each. */
    @Test
    void trialsOfTheEstimatorLeaveNothing() {
        OptimiserKind kind = Optimisers.named("tpe");
        Options options = Options.of(kind.options(), Map.of("draws", 8.0));
        double early = Bytes.candidate(kind, options, 2, 10, 10);
        double late = Bytes.candidate(kind, options, 2, 100, 20);

        assertThat(late).isLessThan(early + 100).isLessThan(1000);
    }
}
