package thetascan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.contract.Telling.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * What every optimiser keeps to. A test class of its own implements this interface and says which {@link #kind} it is
 * about; JUnit runs the tests below. The optimiser is told what it {@linkplain Optimiser#needs() needs}, in any order,
 * with missing values and failures among them.
 */
public interface OptimiserContract {

    /**
     * What is tested.
     *
     * @return the kind of optimiser
     */
    OptimiserKind kind();

    /**
     * What it is tested with.
     *
     * @return values of the options of the kind
     */
    default Options options() {
        return Options.defaults(kind().options());
    }

    /**
     * In how many dimensions it is tested.
     *
     * @return number of coordinates, at least 2
     */
    default int dimension() {
        return 5;
    }

    /**
     * Whether it is told the vectors it needs; where it must do without, as measures of which none was chosen, it is to
     * be tested in both ways.
     *
     * @return false to leave them out
     */
    default boolean tellsVectors() {
        return true;
    }

    private Optimiser create(long seed) {
        return create(seed, dimension(), null);
    }

    private Optimiser create(long seed, int dimension, @Nullable Start start) {
        return kind().create(options(), dimension, RandomStream.of(seed), start);
    }

    private double[] vector(Optimiser optimiser, double[] u) {
        return tellsVectors() ? Corner.vector(optimiser.needs(), u) : new double[0];
    }

    private Results results(Optimiser optimiser, Candidates candidates) {
        return Telling.results(candidates, optimiser.dimension(), Corner::fitness, u -> vector(optimiser, u));
    }

    /** As they come in a scan: ties, failures whose numbers mean nothing, missing values, and in any order. */
    private Results spoilt(Optimiser optimiser, Candidates candidates, long generation) {
        Results results = results(optimiser, candidates);
        RandomStream random = RandomStream.of(dimension(), generation);
        int width = results.width();
        for (int k = 0; k < results.count(); k++) {
            int fate = random.nextInt(12);
            if (fate == 0) results.failed()[k] = true;
            if (fate == 1) results.fitness()[k] = Double.NaN;
            if (fate == 2) results.fitness()[k] = results.fitness()[0];
            if (fate < 2) Arrays.fill(results.vectors(), k * width, (k + 1) * width, fate == 0 ? Double.NaN : -1);
            if (fate == 3 && width > 0) {
                int pair = 2 * random.nextInt((width + 1) / 2); // both slacks of a term are missing, or one sector
                Arrays.fill(results.vectors(), k * width + pair, k * width + Math.min(pair + 2, width), Double.NaN);
            }
        }
        return Telling.shuffled(results, random);
    }

    /** Some generations, fewer if it stops. */
    private void advance(Optimiser optimiser, int generations) {
        for (int g = 0; g < generations && optimiser.stopped() == null; g++) {
            optimiser.tell(results(optimiser, optimiser.ask()));
        }
    }

    private void advanceSpoilt(Optimiser optimiser, int generations) {
        for (int g = 0; g < generations && optimiser.stopped() == null; g++) {
            optimiser.tell(spoilt(optimiser, optimiser.ask(), optimiser.generation()));
        }
    }

    /** One of another seed and past. */
    private Optimiser other() {
        Optimiser optimiser = create(987654321);
        advance(optimiser, 3);
        return optimiser;
    }

    /** Another one, of another seed and past, in the same state. */
    private Optimiser restored(Optimiser from) {
        Optimiser optimiser = other();
        Telling.restore(optimiser, state(from));
        return optimiser;
    }

    private static void assertInBox(Candidates candidates) {
        for (double coordinate : candidates.u()) assertThat(coordinate).isBetween(0.0, 1.0);
    }

    /** Every candidate is complete and inside the box, whatever is told. */
    @Test
    default void staysInsideTheBox() {
        Optimiser optimiser = create(1);
        long generation = 0;
        while (generation < 60 && optimiser.stopped() == null) {
            Candidates candidates = optimiser.ask();
            assertThat(candidates.count()).isPositive();
            assertThat(candidates.u()).hasSize(candidates.count() * dimension());
            assertInBox(candidates);
            assertThat(candidates.refused()).doesNotContain(true);
            optimiser.tell(spoilt(optimiser, candidates, generation));
            assertThat(optimiser.generation()).isEqualTo(++generation);
        }
        assertThat(optimiser.dimension()).isEqualTo(dimension());
    }

    /** One coordinate is enough. */
    @Test
    default void worksInOneDimension() {
        Optimiser optimiser = create(18, 1, null);
        for (int g = 0; g < 20 && optimiser.stopped() == null; g++) {
            Candidates candidates = optimiser.ask();
            assertThat(candidates.u()).hasSize(candidates.count());
            assertInBox(candidates);
            optimiser.tell(spoilt(optimiser, candidates, g));
        }
    }

    /** Ids are consecutive and never repeated. */
    @Test
    default void idsAreConsecutiveAndNeverRepeated() {
        Optimiser optimiser = create(2);
        long next = 0;
        for (int g = 0; g < 30 && optimiser.stopped() == null; g++) {
            Candidates candidates = optimiser.ask();
            assertThat(candidates.firstId()).isEqualTo(next);
            next += candidates.count();
            optimiser.tell(results(optimiser, candidates));
        }
    }

    /** The stream it is given is all the chance there is. */
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

    /** Nothing depends on which result came first, ties included. */
    @Test
    default void orderOfResultsDoesNotMatter() {
        Optimiser one = create(5);
        Optimiser other = create(5);
        RandomStream random = RandomStream.of(6);
        for (int g = 0; g < 40 && one.stopped() == null; g++) {
            Results results = spoilt(one, one.ask(), g);
            other.ask();
            one.tell(results);
            other.tell(Telling.shuffled(results, random));
            assertThat(state(other)).isEqualTo(state(one));
        }
    }

    /** A failed or NaN result counts as the worst whatever numbers come with it. */
    @Test
    default void failedAndNaNRankBehindEveryOther() {
        for (int generation : new int[] {0, 1, 7, 30}) {
            List<byte[]> states = new ArrayList<>();
            Optimiser optimiser = create(7);
            advance(optimiser, generation);
            if (optimiser.stopped() != null) return;
            byte[] before = state(optimiser);
            for (double value : new double[] {-1e300, Double.NEGATIVE_INFINITY, 0, 1e300, Double.NaN}) {
                Telling.restore(optimiser, before);
                Results results = results(optimiser, optimiser.ask());
                results.fitness()[0] = value;
                results.failed()[0] = !Double.isNaN(value);
                Arrays.fill(results.vectors(), 0, results.width(), value);
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
        ToDoubleFunction<double[]> fitness = u -> u[0] <= 0.5 ? 3 - u[0] : -1e6 * u[0];
        double sum = 0;
        int count = 0;
        for (int g = 0; g < 60 && optimiser.stopped() == null; g++) {
            Candidates candidates = optimiser.ask();
            Results results = Telling.results(candidates, dimension(), fitness, u -> slope(optimiser, u));
            for (int k = 0; k < candidates.count(); k++) {
                double first = candidates.u()[k * dimension()];
                if (first > 0.5 && k % 2 == 0) results.failed()[k] = true;
                if (first > 0.5 && k % 2 == 1) results.fitness()[k] = Double.NaN;
                sum += g < 40 ? 0 : first;
                count += g < 40 ? 0 : 1;
            }
            optimiser.tell(results);
        }

        assertThat(sum / Math.max(1, count)).isLessThan(0.7);
    }

    /** Vectors that go with a fitness of 3 - u0 all over the box. */
    private double[] slope(Optimiser optimiser, double[] u) {
        double excess = 2 - u[0];
        return !tellsVectors()
                ? new double[0]
                : switch (optimiser.needs()) {
                    case SECTORS -> new double[] {excess / 2, excess / 2};
                    case SLACKS -> new double[] {Double.NEGATIVE_INFINITY, excess};
                    default -> Corner.vector(optimiser.needs(), u);
                };
    }

    /** It goes on where nothing can be learned from. */
    @Test
    default void survivesGenerationsInWhichAllFailed() {
        for (int before : new int[] {0, 12}) {
            Optimiser optimiser = create(8);
            advance(optimiser, before);
            for (int g = 0; g < 10 && optimiser.stopped() == null; g++) {
                Results results = results(optimiser, optimiser.ask());
                Arrays.fill(results.failed(), true);
                Arrays.fill(results.fitness(), g % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
                Arrays.fill(results.vectors(), Double.NaN);
                optimiser.tell(results);
            }
            if (optimiser.stopped() == null) assertInBox(optimiser.ask());
        }
    }

    /** An infinite fitness is bad, but not the end. */
    @Test
    default void acceptsInfiniteFitness() {
        Optimiser optimiser = create(9);
        for (int g = 0; g < 20 && optimiser.stopped() == null; g++) {
            Results results = results(optimiser, optimiser.ask());
            int half = results.count() / 2;
            Arrays.fill(results.fitness(), 0, half, Double.POSITIVE_INFINITY);
            Arrays.fill(results.vectors(), 0, half * results.width(), Double.POSITIVE_INFINITY);
            optimiser.tell(results);
        }
        if (optimiser.stopped() == null) assertInBox(optimiser.ask());
    }

    /** One run goes through, the other is saved and restored before every ask and before every tell. */
    @Test
    default void savedAndRestoredAtAnyMomentGoesOnBitEqual() {
        Optimiser through = create(10);
        Optimiser current = restored(create(10));
        Optimiser next = other();
        for (int g = 0; g < 40 && through.stopped() == null; g++) {
            Telling.restore(next, state(current));
            assertThat(state(next)).isEqualTo(state(through));
            Candidates candidates = through.ask();
            assertThat(next.ask().u()).isEqualTo(candidates.u());
            Telling.restore(current, state(next)); // over what it was a generation ago
            Results results = spoilt(through, candidates, g);
            through.tell(results);
            current.tell(results);
            assertThat(current.stopped()).isEqualTo(through.stopped());
        }
        assertThat(state(current)).isEqualTo(state(through));
    }

    /** Where it was told to begin is part of the state. */
    @Test
    default void aStartIsKeptInTheState() {
        int n = dimension();
        double[] mean = new double[n];
        Arrays.fill(mean, 0.4);
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) covariance[i * n + j] = i == j ? 1 : 0.5;
        }
        for (Start start : List.of(Start.at(mean, 0.05), new Start(mean, 0.05, covariance))) {
            Optimiser started = create(11, n, start);
            Optimiser restored = restored(started);
            for (int g = 0; g < 10 && started.stopped() == null; g++) {
                Candidates candidates = started.ask();
                assertInBox(candidates);
                assertThat(restored.ask().u()).isEqualTo(candidates.u());
                Results results = spoilt(started, candidates, g);
                started.tell(results);
                restored.tell(results);
            }
        }
    }

    /** Questions change nothing. */
    @Test
    default void lookingChangesNothing() {
        Optimiser optimiser = create(17);
        for (int g = 0; g < 20 && optimiser.stopped() == null; g++) {
            byte[] before = state(optimiser);
            Start shape = optimiser.shape();
            assertThat(shape == null ? dimension() : shape.mean().length).isEqualTo(dimension());
            Needs needs = optimiser.needs();
            assertThat(optimiser.learns()).isEqualTo(create(1).learns());
            assertThat(state(optimiser)).isEqualTo(before);
            optimiser.tell(spoilt(optimiser, optimiser.ask(), g));
            assertThat(optimiser.needs()).isEqualTo(needs);
        }
    }

    /** The results of the first generation of several candidates, none told yet. */
    private @Nullable Results severalOut(Optimiser optimiser) {
        for (int g = 0; g < 50 && optimiser.stopped() == null; g++) {
            Results results = results(optimiser, optimiser.ask());
            if (g > 1 && results.count() > 1) return results;
            optimiser.tell(results);
        }
        return null;
    }

    /** Results that do not fit are refused by name, and nothing has happened. */
    @Test
    default void wrongResultsAreNamedAndChangeNothing() {
        Optimiser optimiser = create(12);
        Results right = severalOut(optimiser);
        if (right == null) return;
        long first = right.ids()[0];
        int count = right.count();
        String generation = "generation " + optimiser.generation() + ": ";
        byte[] before = state(optimiser);

        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first + count)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(generation + "unknown id " + (first + count));
        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown id " + (first - 1));
        assertThatThrownBy(() -> optimiser.tell(withId(right, 1, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id " + first + " told twice");
        assertThatThrownBy(() -> optimiser.tell(first(right, count - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("result of id " + (first + count - 1) + " is missing");
        assertThat(state(optimiser)).isEqualTo(before);

        Results wider =
                new Results(right.ids(), right.fitness(), new double[count * (right.width() + 2)], right.failed());
        Optimiser other = restored(optimiser);
        try {
            other.tell(wider);
        } catch (IllegalArgumentException refused) {
            assertThat(state(other)).isEqualTo(before);
        }
        optimiser.tell(right);
    }

    private static Results withId(Results results, int i, long id) {
        long[] ids = results.ids().clone();
        ids[i] = id;
        return new Results(ids, results.fitness(), results.vectors(), results.failed());
    }

    private static Results first(Results results, int count) {
        return new Results(
                Arrays.copyOf(results.ids(), count),
                Arrays.copyOf(results.fitness(), count),
                Arrays.copyOf(results.vectors(), count * results.width()),
                Arrays.copyOf(results.failed(), count));
    }

    /** Who asked must tell, and only then ask again. */
    @Test
    default void wrongOrderOfCallsIsRefused() {
        Optimiser optimiser = create(13);
        Results early = new Results(new long[] {0}, new double[1], new double[0], new boolean[1]);
        assertThatThrownBy(() -> optimiser.tell(early))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("generation 0: told without having been asked");

        Candidates candidates = optimiser.ask();
        if (!optimiser.asksAhead()) {
            assertThatThrownBy(optimiser::ask)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("candidates 0 to " + (candidates.count() - 1));
        }
        optimiser.tell(results(optimiser, candidates));
        assertThatThrownBy(() -> optimiser.tell(results(optimiser, candidates)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** As many generations are out as it allows, four at most; the oldest is told first, from a saved state as well. */
    @Test
    default void asksAheadOnlyWhereItSaysSo() {
        Optimiser through = create(19);
        Optimiser current = create(19);
        Deque<Candidates> out = new ArrayDeque<>();
        for (int g = 0; g < 40; g++) {
            while (through.stopped() == null && out.size() < 4 && (out.isEmpty() || through.asksAhead())) {
                Candidates candidates = through.ask();
                assertThat(current.ask().u()).isEqualTo(candidates.u());
                assertInBox(candidates);
                out.add(candidates);
            }
            if (out.isEmpty()) return;
            if (through.stopped() == null && out.size() < 4) {
                assertThatThrownBy(through::ask).isInstanceOf(IllegalStateException.class);
            }
            current = restored(current);
            assertThat(state(current)).isEqualTo(state(through));
            Results last = results(through, out.getLast());
            if (out.size() > 1) {
                assertThatThrownBy(() -> through.tell(last))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("unknown id " + last.ids()[0]);
            }
            Results results = spoilt(through, out.remove(), g);
            through.tell(results);
            current.tell(results);
        }
    }

    /** What the filter refuses is drawn again or flagged; a few points may pass it by, as those of a gradient. */
    @Test
    default void filterIsHeeded() {
        Optimiser optimiser = create(14);
        Bouncer bouncer = new Bouncer(dimension(), 0.1);
        int met = 0;
        int count = 0;
        for (int g = 0; g < 30 && optimiser.stopped() == null; g++) {
            Candidates candidates = optimiser.ask(bouncer);
            met += bouncer.met(candidates);
            count += candidates.count();
            optimiser.tell(results(optimiser, candidates));
        }
        assertThat(met).isGreaterThan(count / 2);
    }

    /** It ends where the filter refuses everything. */
    @Test
    default void whatIsRefusedToTheLastIsFlagged() {
        Optimiser optimiser = create(15);
        Bouncer bouncer = new Bouncer(dimension(), 2);
        Candidates candidates = optimiser.ask(bouncer);
        assertThat(candidates.refused()).doesNotContain(false);
        assertInBox(candidates);
        optimiser.tell(results(optimiser, candidates));
        advance(optimiser, 20);
        for (int g = 0; g < 5 && optimiser.stopped() == null; g++) {
            candidates = optimiser.ask(bouncer);
            bouncer.met(candidates);
            assertInBox(candidates);
            optimiser.tell(spoilt(optimiser, candidates, g));
        }
        advanceSpoilt(optimiser, 3);
    }
}
