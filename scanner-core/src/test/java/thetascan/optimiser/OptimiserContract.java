package thetascan.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** What every optimiser keeps to. */
interface OptimiserContract {

    int N = 5;

    OptimiserKind kind();

    default Optimiser create(long seed) {
        return kind().create(Options.defaults(kind().options()), N, RandomStream.of(seed), null);
    }

    /** Distance from a corner region: plenty of candidates want to leave the box. */
    private static double fitness(double[] u, int offset) {
        double sum = 0;
        for (int j = 0; j < N; j++) sum += (1 + j) * Math.pow(u[offset + j] - 0.02, 2);
        return sum;
    }

    private static Results results(Candidates candidates) {
        int count = candidates.count();
        long[] ids = new long[count];
        double[] fitness = new double[count];
        for (int k = 0; k < count; k++) {
            ids[k] = candidates.firstId() + k;
            fitness[k] = fitness(candidates.u(), k * N);
        }
        return new Results(ids, fitness, new double[0], new boolean[count]);
    }

    private static void advance(Optimiser optimiser, int generations) {
        for (int g = 0; g < generations; g++) optimiser.tell(results(optimiser.ask()));
    }

    private static byte[] state(Optimiser optimiser) {
        StateOutput out = new StateOutput();
        optimiser.save(out);
        return out.toByteArray();
    }

    private Optimiser restored(byte[] state) {
        Optimiser optimiser = create(987654321);
        optimiser.restore(new StateInput(state));
        return optimiser;
    }

    @Test
    default void staysInsideTheBox() {
        Optimiser optimiser = create(1);
        for (int g = 0; g < 60; g++) {
            Candidates candidates = optimiser.ask();
            assertThat(candidates.u()).hasSize(candidates.count() * N);
            for (double coordinate : candidates.u()) assertThat(coordinate).isBetween(0.0, 1.0);
            assertThat(candidates.refused()).doesNotContain(true);
            optimiser.tell(results(candidates));
        }
        assertThat(optimiser.generation()).isEqualTo(60);
        assertThat(optimiser.dimension()).isEqualTo(N);
    }

    @Test
    default void idsAreConsecutiveAndNeverRepeated() {
        Optimiser optimiser = create(2);
        long next = 0;
        for (int g = 0; g < 5; g++) {
            Candidates candidates = optimiser.ask();
            assertThat(candidates.firstId()).isEqualTo(next);
            next += candidates.count();
            optimiser.tell(results(candidates));
        }
    }

    @Test
    default void sameSeedSamePoints() {
        Optimiser one = create(3);
        Optimiser same = create(3);
        Optimiser other = create(4);
        advance(one, 10);
        advance(same, 10);
        advance(other, 10);

        assertThat(state(one)).isEqualTo(state(same));
        assertThat(one.ask().u())
                .isEqualTo(same.ask().u())
                .isNotEqualTo(other.ask().u());
    }

    @Test
    default void orderOfResultsDoesNotMatter() {
        Optimiser inOrder = create(5);
        Optimiser shuffled = create(5);
        RandomStream random = RandomStream.of(6);
        for (int g = 0; g < 20; g++) {
            Results results = results(inOrder.ask());
            shuffled.ask();
            // ties must not be broken by order of arrival either
            results.fitness()[1] = results.fitness()[0];
            results.failed()[3] = true;
            results.fitness()[2] = Double.NaN;
            inOrder.tell(results);
            shuffled.tell(shuffle(results, random));
            assertThat(state(shuffled)).isEqualTo(state(inOrder));
        }
    }

    private static Results shuffle(Results results, RandomStream random) {
        int count = results.count();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int k = random.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        long[] ids = new long[count];
        double[] fitness = new double[count];
        boolean[] failed = new boolean[count];
        for (int i = 0; i < count; i++) {
            ids[i] = results.ids()[order[i]];
            fitness[i] = results.fitness()[order[i]];
            failed[i] = results.failed()[order[i]];
        }
        return new Results(ids, fitness, new double[0], failed);
    }

    /** A failed or NaN result counts as the worst whatever number comes with it. */
    @Test
    default void failedAndNaNRankBehindEveryOther() {
        for (int generation : new int[] {0, 7}) {
            List<byte[]> states = new ArrayList<>();
            for (double value : new double[] {-1e300, Double.NEGATIVE_INFINITY, 0, 1e300, Double.NaN}) {
                Optimiser optimiser = create(7);
                advance(optimiser, generation);
                Results results = results(optimiser.ask());
                results.fitness()[0] = value;
                results.failed()[0] = !Double.isNaN(value);
                optimiser.tell(results);
                states.add(state(optimiser));
            }
            assertThat(states).allMatch(state -> Arrays.equals(state, states.get(0)));
        }
    }

    /** Half the box fails, with numbers that would be tempting; towards it the fitness falls. */
    @Test
    default void failedPointsDoNotAttract() {
        Optimiser optimiser = create(16);
        double sum = 0;
        int count = 0;
        for (int g = 0; g < 60; g++) {
            Candidates candidates = optimiser.ask();
            Results results = results(candidates);
            for (int k = 0; k < candidates.count(); k++) {
                double first = candidates.u()[k * N];
                results.failed()[k] = first > 0.5 && k % 2 == 0;
                results.fitness()[k] = first <= 0.5 ? 3 - first : k % 2 == 0 ? -1e6 * first : Double.NaN;
                sum += g < 40 ? 0 : first;
                count += g < 40 ? 0 : 1;
            }
            optimiser.tell(results);
        }

        assertThat(sum / count).isLessThan(0.7);
    }

    @Test
    default void survivesGenerationsInWhichAllFailed() {
        Optimiser optimiser = create(8);
        for (int g = 0; g < 10; g++) {
            Results results = results(optimiser.ask());
            Arrays.fill(results.failed(), true);
            Arrays.fill(results.fitness(), g % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
            optimiser.tell(results);
        }
        Candidates candidates = optimiser.ask();
        for (double coordinate : candidates.u()) assertThat(coordinate).isBetween(0.0, 1.0);
    }

    @Test
    default void acceptsInfiniteFitness() {
        Optimiser optimiser = create(9);
        for (int g = 0; g < 10; g++) {
            Results results = results(optimiser.ask());
            Arrays.fill(results.fitness(), 0, results.count() / 2, Double.POSITIVE_INFINITY);
            optimiser.tell(results);
        }
        for (double coordinate : optimiser.ask().u()) assertThat(coordinate).isBetween(0.0, 1.0);
    }

    @Test
    default void savedAndRestoredGoesOnBitEqual() {
        Optimiser through = create(10);
        advance(through, 40);

        Optimiser first = create(10);
        advance(first, 20);
        Optimiser second = restored(state(first));
        assertThat(state(second)).isEqualTo(state(first));
        advance(second, 20);

        assertThat(state(second)).isEqualTo(state(through));
        assertThat(second.ask().u()).isEqualTo(through.ask().u());
    }

    @Test
    default void savedBetweenAskAndTellGoesOnBitEqual() {
        Optimiser through = create(11);
        advance(through, 3);
        Candidates candidates = through.ask();
        Optimiser second = restored(state(through));
        through.tell(results(candidates));
        second.tell(results(candidates));
        advance(through, 3);
        advance(second, 3);

        assertThat(state(second)).isEqualTo(state(through));
    }

    @Test
    default void wrongIdsAreNamedAndChangeNothing() {
        Optimiser optimiser = create(12);
        advance(optimiser, 2);
        Results right = results(optimiser.ask());
        long first = right.ids()[0];
        int count = right.count();
        byte[] before = state(optimiser);

        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first + count)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generation 2: unknown id " + (first + count));
        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown id " + (first - 1));
        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id " + first + " told twice");
        Results short1 = new Results(
                Arrays.copyOf(right.ids(), count - 1),
                Arrays.copyOf(right.fitness(), count - 1),
                new double[0],
                new boolean[count - 1]);
        assertThatThrownBy(() -> optimiser.tell(short1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("result of id " + (first + count - 1) + " is missing");

        assertThat(state(optimiser)).isEqualTo(before);
        optimiser.tell(right);
    }

    private static Results withId(Results results, int i, long id) {
        long[] ids = results.ids().clone();
        ids[i] = id;
        return new Results(ids, results.fitness(), new double[0], results.failed());
    }

    @Test
    default void wrongOrderOfCallsIsRefused() {
        Optimiser optimiser = create(13);
        Results early = new Results(new long[] {0}, new double[1], new double[0], new boolean[1]);
        assertThatThrownBy(() -> optimiser.tell(early))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("generation 0: told without having been asked");

        Candidates candidates = optimiser.ask();
        assertThatThrownBy(optimiser::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("candidates 0 to " + (candidates.count() - 1));
        optimiser.tell(results(candidates));
        assertThatThrownBy(() -> optimiser.tell(results(candidates))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void filterIsHeeded() {
        Optimiser optimiser = create(14);
        for (int g = 0; g < 5; g++) {
            Candidates candidates = optimiser.ask((u, offset) -> u[offset] > 0.1);
            for (int k = 0; k < candidates.count(); k++) {
                assertThat(candidates.refused()[k] || candidates.u()[k * N] > 0.1)
                        .isTrue();
            }
            Results results = results(candidates);
            System.arraycopy(candidates.refused(), 0, results.failed(), 0, candidates.count());
            optimiser.tell(results);
        }
    }

    @Test
    default void whatIsRefusedToTheLastIsFlagged() {
        Optimiser optimiser = create(15);
        Candidates candidates = optimiser.ask((u, offset) -> false);

        assertThat(candidates.refused()).doesNotContain(false);
        for (double coordinate : candidates.u()) assertThat(coordinate).isBetween(0.0, 1.0);
    }
}
