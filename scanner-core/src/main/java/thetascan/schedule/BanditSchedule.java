package thetascan.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import thetascan.search.IslandKind;
import thetascan.search.SearchSetup;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Shares the evaluations out among kinds of islands by how much new territory they found lately: a bandit by probability
 * matching (D. Thierens, GECCO 2005, 1539). A kind's gain is its new archive points and new cells per evaluation, each
 * relative to that of all kinds; shares go with its cube, and a part is shared out equally so that no kind starves.
 * Deterministic: a kind's credit grows with its share and falls with its work, and the richest works next. An island
 * that does not work keeps its state; none is ended early.
 *
 * <p>Until the first valid point, but not for ever, a single island works: those of the first strategy in turn, chart by
 * chart, in turns that grow threefold. Where the first strategy remembers all, as that of dear points, its islands work alone for
 * some time more: a thousand evaluations shared out among several ways to search would be too few for each. Of such a
 * strategy one island in each chart works for longer where others have several side by side. Rounds are short at first, and grow with the scan as the number of working islands does.
 */
final class BanditSchedule implements Schedule {

    /** Evaluations of a round as a share of those so far. */
    private static final double ROUND = 0.05;

    /** Evaluations of the scan for each island at work: few that remember much reach more than many that remember little. */
    private static final int EVALUATIONS_PER_ISLAND = 10_000;

    /** The same where points are dear and many are evaluated at once. */
    private static final int DEAR_EVALUATIONS_PER_ISLAND = 1000;

    /**
     * Evaluations of the first turn, and of the search for a first valid point by one island, per coordinate. The first chart is that in
     * which the model expects valid points soonest: the others have half of its turns.
     */
    private static final int FIRST_TURN = 100;

    private static final int LONGEST_OPENING = 500;

    /** Evaluations in which the first strategy works alone if it remembers all. */
    private static final int ALONE = 2000;

    /** What is shared out equally. */
    private static final double EQUAL = 0.05;

    /** Late evaluations of all kinds that are none any more: a team that has not worked for thousands of rounds. */
    private static final double FORGOTTEN = 1e-200;

    /** Evaluations at the expected gain that a kind is credited with, as a part of a kind's mean. */
    private static final double PRIOR = 0.1;

    private final int all;
    private final int[] team;
    private final List<IslandKind> kinds;
    private final List<Gain> gains;
    private final int islands;
    private final int longest;
    private final int dimension;
    private final int openers;
    private final double[] credits;
    /** What each kind is expected to gain before it worked, relative to the gain of all. */
    private final double[] expected;

    /**
     * @param team   numbers of the kinds that work
     * @param gains of each kind, kept by whoever sees what islands bring
     */
    BanditSchedule(SearchSetup setup, int[] team, List<Gain> gains) {
        all = gains.size();
        this.team = team;
        kinds = Arrays.stream(team).mapToObj(setup.kinds()::get).toList();
        this.gains = Arrays.stream(team).mapToObj(gains::get).toList();
        islands = setup.settings().islands();
        longest = setup.settings().exchangeEvery();
        dimension = setup.space().dimension();
        openers = (int) kinds.stream()
                .filter(kind -> kind.strategy().equals(kinds.get(0).strategy()))
                .count();
        credits = new double[kinds.size()];
        expected = IntStream.range(0, team.length).mapToDouble(this::expected).toArray();
    }

    /**
     * As much as all for the first two strategies, the k-th 1/(k - 1) of it, and 1/c of that in the c-th chart: trials of
     * everything would cost short scans a part.
     */
    private double expected(int kind) {
        List<String> strategies =
                kinds.subList(0, kind + 1).stream().map(IslandKind::strategy).toList();
        String own = kinds.get(kind).strategy();
        long chart = strategies.stream().filter(own::equals).count();
        return 1.0 / (Math.max(1, strategies.stream().distinct().count() - 1) * chart);
    }

    @Override
    public List<Turn> next(long evaluations, boolean found) {
        if (!found && evaluations < (long) LONGEST_OPENING * dimension) {
            int opener = opener();
            return List.of(new Turn(team[opener], generations(opener, ROUND * evaluations)));
        }
        if (kinds.get(0).remembersAll() && evaluations < ALONE)
            return turns(1, evaluations, openers, i -> richest(openers));
        int perIsland = kinds.get(0).remembersAll() ? DEAR_EVALUATIONS_PER_ISLAND : EVALUATIONS_PER_ISLAND;
        int working = (int) Math.min(islands, 1 + evaluations / perIsland);
        return turns(working, evaluations, kinds.size(), i -> richest(kinds.size()));
    }

    @Override
    public List<Turn> everyone(long evaluations) {
        return turns(Math.max(islands, kinds.size()), evaluations, kinds.size(), i -> i % kinds.size());
    }

    /**
     * @param sharing how many kinds, from the first on, share these turns
     * @param kindOf  position in the team of the kind that gets the i-th turn
     */
    private List<Turn> turns(int working, long evaluations, int sharing, IntUnaryOperator kindOf) {
        double[] shares = Arrays.copyOf(teamShares(), sharing);
        int[] atWork = new int[kinds.size()];
        NavigableMap<Integer, Integer> generationsOf = new TreeMap<>();
        for (int i = 0; i < working; i++) {
            int kind = kindOf.applyAsInt(i);
            int generations = generations(kind, ROUND * evaluations / working);
            spend(kind, (double) generations * kinds.get(kind).population(), shares);
            int place = kinds.get(kind).remembersAll() ? 0 : atWork[kind]++;
            generationsOf.merge(team[kind] + all * place, generations, Integer::sum);
        }
        return generationsOf.entrySet().stream()
                .map(entry -> new Turn(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The kind whose turn it is to look for the first valid point. */
    private int opener() {
        for (double turn = (double) FIRST_TURN * dimension; ; turn = 3 * turn) {
            for (int kind = 0; kind < openers; kind++) {
                if (gains.get(kind).evaluations() < (kind == 0 ? turn : turn / 2)) {
                    return kind;
                }
            }
        }
    }

    private int generations(int kind, double evaluations) {
        return (int) Math.max(1, Math.min(evaluations / kinds.get(kind).population(), longest));
    }

    /** Of the first kinds. */
    private int richest(int count) {
        int richest = 0;
        for (int kind = 1; kind < count; kind++) {
            richest = credits[kind] > credits[richest] ? kind : richest;
        }
        return richest;
    }

    private void spend(int kind, double cost, double[] shares) {
        double all = shares.length == credits.length ? 1 : Arrays.stream(shares).sum();
        for (int k = 0; k < shares.length; k++) {
            credits[k] += cost * shares[k] / all;
        }
        credits[kind] -= cost;
    }

    @Override
    public double[] shares() {
        double[] own = teamShares();
        double[] shares = new double[all];
        for (int k = 0; k < own.length; k++) {
            shares[team[k]] = own[k];
        }
        return shares;
    }

    private double[] teamShares() {
        double evaluations = gains.stream().mapToDouble(Gain::lateEvaluations).sum();
        double points = gains.stream().mapToDouble(Gain::latePoints).sum();
        double cells = gains.stream().mapToDouble(Gain::lateCells).sum();
        double prior = PRIOR * evaluations / gains.size();
        double[] shares = new double[gains.size()];
        for (int k = 0; k < shares.length; k++) {
            Gain gain = gains.get(k);
            double hope = prior * expected[k];
            double relative = relative(gain.latePoints(), points, gain.lateEvaluations(), evaluations, prior, hope)
                    + relative(gain.lateCells(), cells, gain.lateEvaluations(), evaluations, prior, hope);
            shares[k] = relative * relative * relative;
        }
        double sum = Arrays.stream(shares).sum();
        for (int k = 0; k < shares.length; k++) {
            shares[k] = EQUAL / shares.length + (1 - EQUAL) * shares[k] / sum;
        }
        return shares;
    }

    /** A kind's gain per evaluation relative to that of all; 1 as long as there is none. */
    private static double relative(double gain, double gains, double cost, double costs, double prior, double hope) {
        return gains == 0 || costs < FORGOTTEN ? 1 : (gain * costs / gains + hope) / (cost + prior);
    }

    @Override
    public void save(StateOutput out) {
        out.put("credits", credits);
    }

    @Override
    public void restore(StateInput in) {
        System.arraycopy(in.getDoubles("credits"), 0, credits, 0, credits.length);
    }
}
