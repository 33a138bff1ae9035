package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.Phenotype;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.contract.Telling;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Options;
import thetascan.random.RandomStream;

class NsgaTest {

    private static final int N = 4;

    private static Nsga create(String name, Map<String, Double> given, long seed) {
        OptimiserKind kind = Optimisers.named(name);
        Map<String, Double> options = new HashMap<>(Map.of("population", 24.0));
        options.putAll(given);
        return (Nsga) kind.create(Options.of(kind.options(), options), N, RandomStream.of(seed), null);
    }

    /** Valid in a small box in the middle; two sectors, distances from it in two pairs of coordinates. */
    private static double[] sectors(double[] u) {
        return new double[] {distance(u, 0), distance(u, 2)};
    }

    private static double distance(double[] u, int from) {
        double sum = 0;
        for (int j = from; j < from + 2; j++) sum += Math.max(0, Math.abs(u[j] - 0.5) - 0.1);
        return sum;
    }

    /** As in a scan: 1 + cost, or how familiar a valid point is. */
    private static double fitness(double[] u) {
        double cost = Arrays.stream(sectors(u)).sum();
        return cost > 0 ? 1 + cost : u[0];
    }

    private static double[] values(Nsga nsga, int objective) {
        return nsga.members().phenotypes().stream()
                .mapToDouble(member -> member.fitness().objectives()[objective])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void findsTheValidRegion(String name) {
        Nsga nsga = create(name, Map.of(), 1);
        double best = Double.POSITIVE_INFINITY;
        for (int g = 0; g < 60; g++) best = Math.min(best, Telling.advance(nsga, NsgaTest::fitness, NsgaTest::sectors));

        assertThat(best).isLessThan(1);
        assertThat(nsga.members().objectives()).isEqualTo(3);
        assertThat(values(nsga, 0)).containsOnly(0);
        assertThat(values(nsga, 1)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void validPointsRankByNoveltyBeforeAllOthers(String name) {
        Nsga nsga = create(name, Map.of("novelty_fading", 0.0), 2);
        double[][] told = new double[24][];
        Candidates candidates = nsga.ask();
        for (int i = 0; i < 24; i++) told[i] = i < 5 ? new double[] {0, 0} : new double[] {0.001 * i, 0};
        nsga.tell(results(candidates, told, i -> i < 5 ? 0.9 - 0.1 * i : 1 + 0.001 * i));

        double[] novelty = values(nsga, 2);
        assertThat(Arrays.copyOf(novelty, 5)).containsExactly(new double[] {0.5, 0.6, 0.7, 0.8, 0.9}, within(1e-12));
        assertThat(Arrays.stream(novelty).skip(5)).containsOnly(1.0);
    }

    private interface Fitness {
        double of(int i);
    }

    private static Results results(Candidates candidates, double[][] sectors, Fitness fitness) {
        int count = candidates.count();
        long[] ids = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            ids[i] = candidates.firstId() + i;
            values[i] = fitness.of(i);
        }
        double[] flat = Arrays.stream(sectors).flatMapToDouble(DoubleStream::of).toArray();
        return new Results(ids, values, flat, new boolean[count]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void survivorsGrowFamiliarButStayValid(String name) {
        Nsga nsga = create(name, Map.of("novelty_fading", 0.25), 3);
        double[][] valid = new double[24][2];
        nsga.tell(results(nsga.ask(), valid, i -> 0.2));
        double[][] invalid = new double[24][];
        Arrays.fill(invalid, new double[] {1e-9, 0});
        nsga.tell(results(nsga.ask(), invalid, i -> 1.0));
        assertThat(values(nsga, 2)).containsOnly(0.2 + 0.25 * 0.8);

        for (int g = 0; g < 400; g++) nsga.tell(results(nsga.ask(), invalid, i -> 1.0));
        assertThat(values(nsga, 0)).containsOnly(0);
        assertThat(Arrays.stream(values(nsga, 2))).allMatch(value -> value > 0.999 && value < 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void newNoveltyBeatsFadedNovelty(String name) {
        Nsga nsga = create(name, Map.of("novelty_fading", 0.5), 4);
        double[][] valid = new double[24][2];
        nsga.tell(results(nsga.ask(), valid, i -> 0.2));
        nsga.tell(results(nsga.ask(), valid, i -> 0.55));

        assertThat(values(nsga, 2)).containsOnly(0.55);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void constrainedSectorsComeBeforeAllObjectives(String name) {
        Nsga nsga = create(name, Map.of("constrained_sectors", 1.0), 5);
        double[][] told = new double[24][];
        for (int i = 0; i < 24; i++) told[i] = new double[] {i % 3 == 0 ? 0 : 0.5 + i, i % 3 == 0 ? 100 + i : 0};
        nsga.tell(results(nsga.ask(), told, i -> 2));

        assertThat(nsga.members().objectives()).isEqualTo(2);
        double[] violations = nsga.members().phenotypes().stream()
                .mapToDouble(member -> member.fitness().violation())
                .toArray();
        assertThat(Arrays.copyOf(violations, 8)).containsOnly(0);
        assertThat(Arrays.copyOfRange(violations, 8, 24)).isSorted().doesNotContain(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void failedAndUnfinishedPointsAreTheFirstToGo(String name) {
        Nsga nsga = create(name, Map.of(), 6);
        double[][] told = new double[24][2];
        Results first = results(nsga.ask(), told, i -> 0.5);
        first.failed()[0] = true;
        first.fitness()[1] = Double.NaN;
        first.vectors()[2 * 2] = Double.NaN;
        first.vectors()[3 * 2 + 1] = Double.POSITIVE_INFINITY;
        nsga.tell(first);
        assertThat(failed(nsga)).isEqualTo(4);

        double[][] bad = new double[24][];
        Arrays.fill(bad, new double[] {1e300, 1e300});
        nsga.tell(results(nsga.ask(), bad, i -> 2e300));
        assertThat(failed(nsga)).isZero();
        assertThat(Arrays.stream(values(nsga, 0)).filter(cost -> cost == 1e300)).hasSize(4);
    }

    private static long failed(Nsga nsga) {
        return nsga.members().phenotypes().stream()
                .map(Phenotype::fitness)
                .mapToDouble(Merit::violation)
                .filter(Double::isInfinite)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void goesOnBitEqualWithSectors(String name) {
        Nsga through = create(name, Map.of("novelty_fading", 0.1), 7);
        for (int g = 0; g < 30; g++) Telling.advance(through, NsgaTest::fitness, NsgaTest::sectors);

        Nsga half = create(name, Map.of("novelty_fading", 0.1), 7);
        for (int g = 0; g < 15; g++) Telling.advance(half, NsgaTest::fitness, NsgaTest::sectors);
        Nsga rest = create(name, Map.of("novelty_fading", 0.1), 8);
        Telling.restore(rest, Telling.state(half));
        for (int g = 0; g < 15; g++) Telling.advance(rest, NsgaTest::fitness, NsgaTest::sectors);

        assertThat(Telling.state(rest)).isEqualTo(Telling.state(through));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void noPointIsAskedTwice(String name) {
        Nsga nsga = create(name, Map.of("crossover_probability", 0.1), 9);
        for (int g = 0; g < 30; g++) {
            double[] before = nsga.members().coordinates();
            Candidates candidates = nsga.ask();
            for (int i = 0; i < 24; i++) {
                double[] u = Arrays.copyOfRange(candidates.u(), i * N, (i + 1) * N);
                assertThat(indexOf(before, u)).isEqualTo(-1);
                assertThat(indexOf(candidates.u(), u)).isEqualTo(i);
            }
            nsga.tell(Telling.results(candidates, N, NsgaTest::fitness, NsgaTest::sectors));
        }
    }

    private static int indexOf(double[] rows, double[] u) {
        for (int i = 0; i < rows.length / N; i++) {
            if (Arrays.equals(rows, i * N, (i + 1) * N, u, 0, N)) return i;
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void beginsAroundAStart(String name) {
        OptimiserKind kind = Optimisers.named(name);
        double[] covariance = {1, 0.99, 0.99, 1};
        Start start = new Start(new double[] {0.3, 0.7}, 0.01, covariance);
        Optimiser nsga = kind.create(Options.defaults(kind.options()), 2, RandomStream.of(10), start);
        byte[] untouched = Telling.state(nsga);
        double[] u = nsga.ask().u();
        double difference = 0;
        for (int i = 0; i < u.length; i += 2) {
            assertThat(u[i]).isCloseTo(0.3, within(0.05));
            assertThat(u[i + 1]).isCloseTo(0.7, within(0.05));
            difference += Math.pow((u[i] - 0.3) - (u[i + 1] - 0.7), 2) / (u.length / 2);
        }
        assertThat(Math.sqrt(difference)).isCloseTo(0.01 * Math.sqrt(2 - 2 * 0.99), within(3e-4));

        Optimiser anywhere = kind.create(Options.defaults(kind.options()), 2, RandomStream.of(11), null);
        Telling.restore(anywhere, untouched);
        assertThat(anywhere.ask().u()).isEqualTo(u);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void numberOfSectorsCannotChange(String name) {
        Nsga nsga = create(name, Map.of(), 12);
        Telling.advance(nsga, NsgaTest::fitness, NsgaTest::sectors);
        Results results = Telling.results(nsga.ask(), N, NsgaTest::fitness, u -> new double[5]);

        assertThatThrownBy(() -> nsga.tell(results))
                .hasMessage("results: 5 sectors make 6 objectives, there were 3 before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsga-ii", "nsga-iii"})
    void someObjectiveMustBeLeft(String name) {
        Nsga nsga = create(name, Map.of("constrained_sectors", 2.0, "novelty_objective", 0.0), 13);

        assertThatThrownBy(() -> Telling.advance(nsga, NsgaTest::fitness, NsgaTest::sectors))
                .hasMessage("constrained_sectors: all 2 sectors are constraints and no objective is left."
                        + " Set novelty_objective: 1.");
    }
}
