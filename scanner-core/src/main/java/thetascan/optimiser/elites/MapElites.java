package thetascan.optimiser.elites;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
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
 * MAP-Elites (J.-B. Mouret and J. Clune, arXiv:1504.04909) with the directional variation of V. Vassiliades and J.-B.
 * Mouret (GECCO 2018, 149): x + σ_iso N(0, I) + σ_line N(0, 1) (x' - x) of two elites x, x' drawn at random, clipped to
 * the box.
 */
public final class MapElites extends AskTell {

    private static final Option POPULATION =
            Option.integer("population", 36, 4, 1_000_000, "candidates of a generation");
    private static final Option STARTUP =
            Option.integer("startup", 100, 1, 10_000_000, "candidates drawn at random before elites are varied");
    private static final Option SIGMA_ISO =
            Option.real("sigma_iso", 0.01, 0, 1, "standard deviation of the variation in all directions");
    private static final Option SIGMA_LINE =
            Option.real("sigma_line", 0.2, 0, 10, "standard deviation along the line to another elite, in its length");

    /** Draws of a candidate the filter refuses. */
    private static final int DRAWS = 100;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "map-elites";
        }

        @Override
        public String description() {
            return "the best point of every cell of chosen measures, varied along lines (arXiv:1504.04909)";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION, STARTUP, SIGMA_ISO, SIGMA_LINE, EliteMemory.BINS, EliteMemory.CELLS);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new MapElites(options, dimension, random, start);
        }
    }

    private final int size;
    private final int startup;
    private final double sigmaIso;
    private final double sigmaLine;
    private final RandomStream random;
    private final StartDistribution start;
    private final EliteMemory memory;

    private MapElites(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
        size = options.intValue(POPULATION.name());
        startup = options.intValue(STARTUP.name());
        sigmaIso = options.value(SIGMA_ISO.name());
        sigmaLine = options.value(SIGMA_LINE.name());
        this.random = random;
        this.start = new StartDistribution(n, start);
        memory = new EliteMemory(options, n, 1);
    }

    @Override
    public Needs needs() {
        return Needs.MEASURES;
    }

    /** Null until something was told. */
    @Nullable
    EliteArchive archive() {
        return memory.archive();
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        EliteArchive elites = issued() < startup || !memory.hasElites() ? null : memory.archive();
        return elites == null
                ? Proposal.drawn(size, n, DRAWS, filter, (k, u, offset) -> start.draw(random, u, offset))
                : Proposal.drawn(size, n, DRAWS, filter, (k, u, offset) -> vary(elites, u, offset));
    }

    private void vary(EliteArchive elites, double[] u, int offset) {
        int x = elites.pick(random);
        int other = elites.pick(random);
        double along = sigmaLine * random.nextGaussian();
        for (int j = 0; j < n; j++) {
            double own = elites.coordinate(x, j);
            double value = own + sigmaIso * random.nextGaussian() + along * (elites.coordinate(other, j) - own);
            u[offset + j] = Math.max(0, Math.min(value, 1));
        }
    }

    @Override
    protected void learn(double[] u, Results results) {
        memory.add(u, results);
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("random", random).put("start", start).put("measured", memory);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("start", start);
        in.get("measured", memory);
    }
}
