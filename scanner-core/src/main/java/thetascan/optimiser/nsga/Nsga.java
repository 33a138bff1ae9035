package thetascan.optimiser.nsga;

import io.jenetics.Alterer;
import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Fading;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.StartDistribution;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Multi-objective evolution in the unit box, what NSGA-II and NSGA-III share: parents mate, offspring vary, and the best
 * of both survive. Populations, operators and selection are of the types of Jenetics; its engine, which cannot be asked
 * and told, is not used. The number of objectives is known from the first results on.
 */
public final class Nsga extends AskTell {

    /** How often refused candidates and duplicates are bred again. */
    private static final int TRIES = 100;

    static final Option POPULATION =
            Option.integer("population", 100, 4, 1_000_000, "members, and offspring a generation");
    static final Option MUTATION = Option.real(
            "mutation_probability", Double.NaN, 0, 1, "of each coordinate; 1 over the number of coordinates");
    static final Option MUTATION_INDEX = Option.real(
            "mutation_index", 20, 0, 1000, "distribution index of the polynomial mutation; larger = smaller moves");

    private static Option crossover(double probability) {
        return Option.real("crossover_probability", probability, 0, 1, "of a pair of parents");
    }

    private static Option crossoverIndex(double index) {
        return Option.real(
                "crossover_index",
                index,
                0,
                1000,
                "distribution index of the crossover; larger = children nearer parents");
    }

    /** The registry entry of NSGA-II. */
    public static final class Two implements OptimiserKind {

        @Override
        public String name() {
            return "nsga-ii";
        }

        @Override
        public String description() {
            return "evolution on several objectives, sectors of constraints and novelty, by fronts and crowding"
                    + " (doi:10.1109/4235.996017)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    POPULATION,
                    crossover(0.9),
                    crossoverIndex(15),
                    MUTATION,
                    MUTATION_INDEX,
                    Aims.CONSTRAINED,
                    Aims.NOVELTY,
                    Fading.RATE);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new Nsga(
                    options, dimension, random, start, new CrowdingSelector(), Comparator.<Merit>naturalOrder());
        }
    }

    /** The registry entry of NSGA-III. */
    public static final class Three implements OptimiserKind {

        static final Option DIVISIONS = Option.integer(
                "divisions",
                Double.NaN,
                1,
                1000,
                "of the lattice of directions; as many as the population has room for");
        static final Option INNER_DIVISIONS =
                Option.integer("inner_divisions", 0, 0, 1000, "of an inner lattice, if divisions are given; 0 = none");
        static final Option ENERGY_DIRECTIONS = Option.integer(
                "energy_directions", 0, 0, 100_000, "directions spread by their Riesz energy instead; 0 = lattice");

        @Override
        public String name() {
            return "nsga-iii";
        }

        @Override
        public String description() {
            return "evolution on many objectives, sectors of constraints and novelty, by reference directions"
                    + " (doi:10.1109/TEVC.2013.2281535)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    POPULATION,
                    crossover(1),
                    crossoverIndex(30),
                    MUTATION,
                    MUTATION_INDEX,
                    DIVISIONS,
                    INNER_DIVISIONS,
                    ENERGY_DIRECTIONS,
                    Aims.CONSTRAINED,
                    Aims.NOVELTY,
                    Fading.RATE);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            Survival survival = new ReferencePointSelector(objectives -> directions(options, objectives));
            return new Nsga(options, dimension, random, start, survival, Comparator.comparingDouble(Merit::violation));
        }

        private static ReferenceDirections directions(Options options, int objectives) {
            int energy = options.intValue(ENERGY_DIRECTIONS.name());
            int outer = options.intValueOr(DIVISIONS.name(), 0);
            int inner = options.intValue(INNER_DIVISIONS.name());
            if (energy > 0) return ReferenceDirections.energy(objectives, energy);
            if (outer == 0) return ReferenceDirections.atMost(objectives, options.intValue(POPULATION.name()));
            return inner == 0
                    ? ReferenceDirections.lattice(objectives, outer)
                    : ReferenceDirections.layers(objectives, outer, inner);
        }
    }

    private final int size;
    private final Aims aims;
    private final RandomStream random;
    private final StartDistribution start;
    private final Selector<DoubleGene, Merit> mating;
    private final Alterer<DoubleGene, Merit> variation;
    private final Survival survival;
    private final Population members;
    /** Asked last. */
    private final Population offspring;

    private Nsga(
            Options options,
            int dimension,
            RandomStream random,
            @Nullable Start start,
            Survival survival,
            Comparator<Merit> better) {
        super(dimension);
        size = options.intValue(POPULATION.name());
        aims = Aims.of(options);
        this.random = random;
        this.start = new StartDistribution(n, start);
        this.survival = survival;
        members = new Population(n);
        offspring = new Population(n);
        mating = new BinaryTournament(better);
        variation = Alterer.of(
                new SimulatedBinaryCrossover<Merit>(
                        options.value("crossover_probability"), options.value("crossover_index")),
                new PolynomialMutation<Merit>(
                        options.valueOr(MUTATION.name(), 1.0 / n), options.value(MUTATION_INDEX.name())));
    }

    @Override
    public Needs needs() {
        return Needs.SECTORS;
    }

    /** The offspring are kept instead. */
    @Override
    protected boolean remembersCandidates() {
        return false;
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        return RandomRegistry.with(random, scoped -> breed(filter));
    }

    private Proposal breed(CandidateFilter filter) {
        double[] u = new double[size * n];
        boolean[] refused = new boolean[size];
        MSeq<Phenotype<DoubleGene, Merit>> brood = MSeq.ofLength(size);
        double[] parents = members.coordinates();
        int accepted = 0;
        for (int attempt = 1; accepted < size; attempt++) {
            boolean last = attempt == TRIES;
            for (Phenotype<DoubleGene, Merit> child : children(size - accepted)) {
                int offset = accepted * n;
                UnitGenotype.read(child.genotype(), u, offset);
                boolean wanted = !contains(parents, parents.length, u, offset)
                        && !contains(u, offset, u, offset)
                        && filter.accepts(u, offset);
                if (!wanted && !last) continue;
                refused[accepted] = !wanted;
                brood.set(accepted++, child);
            }
        }
        offspring.replace(brood.toISeq());
        return new Proposal(u, refused);
    }

    /** True if the point u[offset .. offset+n) is among the rows before {@code end}. */
    private boolean contains(double[] rows, int end, double[] u, int offset) {
        for (int row = 0; row < end; row += n) {
            if (Arrays.equals(rows, row, row + n, u, offset, offset + n)) return true;
        }
        return false;
    }

    /** New points from the start distribution or, once there are members, their children. */
    private ISeq<Phenotype<DoubleGene, Merit>> children(int count) {
        if (members.size() == 0) {
            double[] u = new double[n];
            return ISeq.of(
                    () -> {
                        start.draw(random, u, 0);
                        return Phenotype.of(UnitGenotype.of(u, 0, n), generation());
                    },
                    count);
        }
        ISeq<Phenotype<DoubleGene, Merit>> parents =
                mating.select(members.phenotypes(), count + count % 2, Optimize.MINIMUM);
        return variation.alter(parents, generation()).population().subSeq(0, count);
    }

    @Override
    protected void learn(double[] u, Results results) {
        int sectors = results.width();
        if (members.size() > 0 && aims.objectives(sectors) != members.objectives()) {
            throw new IllegalArgumentException("results: " + sectors + " sectors make " + aims.objectives(sectors)
                    + " objectives, there were " + members.objectives() + " before");
        }
        MSeq<Phenotype<DoubleGene, Merit>> all = MSeq.ofLength(members.size() + size);
        for (int i = 0; i < members.size(); i++) {
            Phenotype<DoubleGene, Merit> member = members.phenotypes().get(i);
            all.set(i, member.withFitness(aims.aged(member.fitness(), sectors)));
        }
        for (int i = 0; i < size; i++) {
            Merit merit = aims.merit(results, i, sectors);
            all.set(members.size() + i, offspring.phenotypes().get(i).withFitness(merit));
        }
        members.replace(RandomRegistry.with(random, scoped -> survival.select(all, size, Optimize.MINIMUM)));
        offspring.replace(ISeq.empty());
    }

    /** The present population. */
    Population members() {
        return members;
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("start", start);
        out.put("survival", survival).put("members", members).put("offspring", offspring);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("start", start);
        in.get("survival", survival);
        in.get("members", members);
        in.get("offspring", offspring);
    }
}
