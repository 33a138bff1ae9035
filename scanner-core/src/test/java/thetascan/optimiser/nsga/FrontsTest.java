package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.random.RandomStream;

class FrontsTest {

    private static Merit[] random(int count, int m, int levels, RandomStream random) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double[] f = DoubleStream.generate(() -> Math.floor(levels * random.nextDouble()))
                            .limit(m)
                            .toArray();
                    int kind = random.nextInt(4);
                    return kind < 2 ? Merit.of(f, 0) : kind < 3 ? Merit.of(f, random.nextInt(3)) : Merit.failed(m);
                })
                .toArray(Merit[]::new);
    }

    private static boolean dominates(Merit a, Merit b) {
        if (a.violation() != b.violation()) return a.violation() < b.violation();
        if (a.violation() > 0) return false;
        boolean better = false;
        for (int j = 0; j < a.objectives().length; j++) {
            if (a.objectives()[j] > b.objectives()[j]) return false;
            better |= a.objectives()[j] < b.objectives()[j];
        }
        return better;
    }

    /** The definition: the next front is what nobody left dominates. */
    private static int[] ranks(Merit[] merits) {
        int[] ranks = new int[merits.length];
        Arrays.fill(ranks, -1);
        for (int front = 0; Arrays.stream(ranks).anyMatch(rank -> rank < 0); front++) {
            int[] next = IntStream.range(0, merits.length)
                    .filter(i -> ranks[i] < 0)
                    .filter(i -> IntStream.range(0, merits.length)
                            .noneMatch(k -> ranks[k] < 0 && dominates(merits[k], merits[i])))
                    .toArray();
            for (int i : next) ranks[i] = front;
        }
        return ranks;
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 4", "2, 1000", "3, 3", "5, 4", "5, 1000"})
    void agreesWithTheDefinition(int m, int levels) {
        RandomStream random = RandomStream.of(1, m, levels);
        for (int trial = 0; trial < 30; trial++) {
            Merit[] merits = random(60, m, levels, random);
            Fronts fronts = Fronts.of(Populations.of(merits));

            assertThat(fronts.ranks()).isEqualTo(ranks(merits));
            assertThat(fronts.members())
                    .containsExactlyInAnyOrder(IntStream.range(0, 60).toArray());
            assertThat(fronts.feasible()).isEqualTo((int) Arrays.stream(merits)
                    .filter(merit -> merit.violation() == 0)
                    .count());
            for (int size = 1; size <= 60; size++) {
                int last = fronts.lastFront(size);
                assertThat(fronts.begin(last)).isLessThan(size);
                assertThat(fronts.end(last)).isGreaterThanOrEqualTo(size);
            }
        }
    }

    /** Share of 200 uniform points nobody dominates, measured with another implementation. */
    @ParameterizedTest
    @CsvSource({"3, 0.096, 0.04", "5, 0.320, 0.08", "10, 0.907, 0.06", "15, 0.995, 0.01", "30, 1, 0.0001"})
    void shareOfTheFirstFrontInManyObjectives(int m, double expected, double tolerance) {
        RandomStream random = RandomStream.of(2);
        double sum = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[][] points = IntStream.range(0, 200)
                    .mapToObj(i ->
                            DoubleStream.generate(random::nextDouble).limit(m).toArray())
                    .toArray(double[][]::new);
            sum += Fronts.of(Populations.feasible(points)).end(0) / 200.0;
        }
        assertThat(sum / 20).isCloseTo(expected, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void feasibleBeforeInfeasibleBeforeFailed(int first) {
        Merit good = Merit.of(new double[] {9, 9}, 0);
        Merit bad = Merit.of(new double[] {0, 0}, 0.1);
        Merit worse = Merit.of(new double[] {0, 0}, 0.2);
        Fronts fronts = first == 0
                ? Fronts.of(Populations.of(good, bad, worse, Merit.failed(2)))
                : Fronts.of(Populations.of(Merit.failed(2), worse, bad, good));

        assertThat(fronts.members()).containsExactly(first == 0 ? new int[] {0, 1, 2, 3} : new int[] {3, 2, 1, 0});
        assertThat(fronts.count()).isEqualTo(4);
    }

    @Test
    void equalPointsShareAFront() {
        Fronts fronts = Fronts.of(Populations.feasible(new double[] {1, 2}, new double[] {1, 2}, new double[] {2, 2}));

        assertThat(fronts.ranks()).containsExactly(0, 0, 1);
    }

    @Test
    void noMembersNoFronts() {
        assertThat(Fronts.of(Populations.of()).count()).isZero();
    }
}
