package thetascan.optimiser.elites;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Ledger;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
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
public final class MapElites implements Optimiser {

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

    private final int n;
    private final int size;
    private final int startup;
    private final double sigmaIso;
    private final double sigmaLine;
    private final RandomStream random;
    private final StartDistribution start;
    private final EliteMemory measured;
    private final Ledger ledger = new Ledger();
    /** Candidates asked last, size × n. */
    private double[] asked = {};

    private MapElites(Options options, int dimension, RandomStream random, @Nullable Start start) {
        n = dimension;
        size = options.intValue(POPULATION.name());
        startup = options.intValue(STARTUP.name());
        sigmaIso = options.value(SIGMA_ISO.name());
        sigmaLine = options.value(SIGMA_LINE.name());
        this.random = random;
        this.start = new StartDistribution(n, start);
        measured = new EliteMemory(options, n, 1);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long generation() {
        return ledger.generation();
    }

    @Override
    public Needs needs() {
        return Needs.MEASURES;
    }

    /** Null until something was told. */
    @Nullable
    EliteArchive archive() {
        return measured.archive();
    }

    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        double[] u = new double[size * n];
        boolean[] refused = new boolean[size];
        EliteArchive elites = ledger.asked() < startup || !measured.hasElites() ? null : measured.archive();
        for (int k = 0; k < size; k++) {
            refused[k] = true;
            for (int draw = 0; draw < DRAWS && refused[k]; draw++) {
                if (elites == null) {
                    start.draw(random, u, k * n);
                } else {
                    vary(elites, u, k * n);
                }
                refused[k] = !filter.accepts(u, k * n);
            }
        }
        asked = u.clone();
        return new Candidates(ledger.issue(size), u, refused);
    }

    private void vary(EliteArchive elites, double[] u, int offset) {
        double[] x = elites.elite(random);
        double[] other = elites.elite(random);
        double along = sigmaLine * random.nextGaussian();
        for (int j = 0; j < n; j++) {
            double value = x[j] + sigmaIso * random.nextGaussian() + along * (other[j] - x[j]);
            u[offset + j] = Math.max(0, Math.min(value, 1));
        }
    }

    @Override
    public void tell(Results results) {
        measured.add(asked, results, ledger.settle(results));
    }

    @Override
    public void save(StateOutput out) {
        out.put("ledger", ledger).put("random", random).put("start", start);
        out.put("measured", measured).put("asked", asked);
    }

    @Override
    public void restore(StateInput in) {
        in.get("ledger", ledger);
        in.get("random", random);
        in.get("start", start);
        in.get("measured", measured);
        asked = in.getDoubles("asked");
    }
}
