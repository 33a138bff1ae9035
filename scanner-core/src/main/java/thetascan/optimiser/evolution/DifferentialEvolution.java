package thetascan.optimiser.evolution;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Fading;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.StartDistribution;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Differential evolution in the unit box (R. Storn and K. Price, J. Global Optim. 11 (1997) 341): every member is
 * challenged by a mutant of others crossed with itself, and the better of the two stays. The mutant is
 * x_a + F (x_b - x_c), strategy rand/1/bin, or x_i + K (x_best - x_i) + F (x_b - x_c), current-to-best/1/bin; F is drawn
 * anew for each. A coordinate outside the box is put midway between the member and the bound.
 */
public final class DifferentialEvolution extends AskTell {

    static final Option POPULATION =
            Option.integer("population", Double.NaN, 4, 1_000_000, "members; 10 for each coordinate");
    static final Option LEAST_WEIGHT = Option.real(
            "least_weight", 0.5, 0, 2, "least weight F of a difference; drawn uniformly for each candidate");
    static final Option GREATEST_WEIGHT = Option.real("greatest_weight", 1, 0, 2, "greatest weight F of a difference");
    static final Option CROSSOVER =
            Option.real("crossover_probability", 0.9, 0, 1, "of each coordinate to come from the mutant");
    static final Option BEST_WEIGHT =
            Option.real("best_weight", 0.5, 0, 1, "K, the pull towards the best; 0 = rand/1, else current-to-best/1");

    /** Draws of a candidate that is refused. */
    private static final int DRAWS = 100;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "differential-evolution";
        }

        @Override
        public String description() {
            return "differential evolution, current-to-best/1/bin or rand/1/bin (doi:10.1023/A:1008202821328)";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION, LEAST_WEIGHT, GREATEST_WEIGHT, CROSSOVER, BEST_WEIGHT, Fading.RATE);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new DifferentialEvolution(options, dimension, random, start);
        }
    }

    private final int size;
    private final double leastWeight;
    private final double greatestWeight;
    private final double crossover;
    private final double bestWeight;
    private final Fading fading;
    private final RandomStream random;
    private final StartDistribution start;
    /** Members, size × n, with their fitness, infinite if failed; empty before the first results. */
    private double[] members = {};

    private double[] fitness = {};

    DifferentialEvolution(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
        size = options.intValueOr(POPULATION.name(), Math.max(10 * n, (int) POPULATION.min()));
        leastWeight = options.value(LEAST_WEIGHT.name());
        greatestWeight = options.value(GREATEST_WEIGHT.name());
        if (leastWeight > greatestWeight) {
            throw new SettingException(
                    LEAST_WEIGHT.name(),
                    leastWeight + " exceeds greatest_weight " + greatestWeight + ". Maybe they are swapped.");
        }
        crossover = options.value(CROSSOVER.name());
        bestWeight = options.value(BEST_WEIGHT.name());
        fading = new Fading(options.value(Fading.RATE.name()));
        this.random = random;
        this.start = new StartDistribution(n, start);
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        if (fitness.length == 0) {
            return Proposal.drawn(size, n, DRAWS, filter, (i, u, offset) -> start.draw(random, u, offset));
        }
        int best = best();
        return Proposal.drawn(size, n, DRAWS, filter, (i, u, offset) -> challenge(i, best, u));
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < fitness.length; i++) {
            if (fitness[i] < fitness[best]) best = i;
        }
        return best;
    }

    /** Writes a challenger of member i to its row of u. */
    private void challenge(int i, int best, double[] u) {
        int a = other(i, i, i);
        int b = other(i, a, a);
        int c = other(i, a, b);
        double weight = leastWeight + (greatestWeight - leastWeight) * random.nextDouble();
        int base = bestWeight > 0 ? i : a;
        int certain = random.nextInt(n);
        for (int j = 0; j < n; j++) {
            double own = members[i * n + j];
            boolean mutate = random.nextDouble() < crossover || j == certain;
            double value = mutate
                    ? members[base * n + j]
                            + bestWeight * (members[best * n + j] - own)
                            + weight * (members[b * n + j] - members[c * n + j])
                    : own;
            u[i * n + j] = value < 0 ? own / 2 : value > 1 ? (own + 1) / 2 : value;
        }
    }

    /** A random member other than these. */
    private int other(int i, int k, int l) {
        int pick = random.nextInt(size);
        while (pick == i || pick == k || pick == l) pick = random.nextInt(size);
        return pick;
    }

    @Override
    protected void learn(double[] u, Results results) {
        if (fitness.length == 0) {
            members = u.clone();
            fitness = new double[size];
            Arrays.fill(fitness, Double.POSITIVE_INFINITY);
        }
        for (int i = 0; i < size; i++) {
            double value = results.cost(i);
            double rival = fading.aged(fitness[i]);
            boolean replaced = value <= rival;
            fitness[i] = replaced ? value : rival;
            if (replaced) System.arraycopy(u, i * n, members, i * n, n);
        }
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("start", start);
        out.put("members", members).put("fitness", fitness);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("start", start);
        members = in.getDoubles("members");
        fitness = in.getDoubles("fitness");
    }
}
