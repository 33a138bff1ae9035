package thetascan.optimiser.sampler;

import java.util.List;
import org.apache.commons.math3.util.ArithmeticUtils;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Every point of a regular grid once, ends of the box included. Points are numbered, the last coordinate fastest, and
 * visited with a stride of the golden section of their number, so that a scan that ends early has not seen one corner
 * only. Where the walk begins is drawn from the random stream.
 */
public final class GridSampler extends Sampler {

    private static final int USUAL_LEVELS = 10;
    private static final double MOST_POINTS = 0x1p62;
    /** Multiples of it modulo 1 fill the unit interval evenly however many there are. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static final Option LEVELS = Option.integer(
            "levels",
            Double.NaN,
            1,
            1_000_000,
            "values of each coordinate, 1 = the middle; 10, fewer beyond 18 coordinates");

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "grid";
        }

        @Override
        public String description() {
            return "every point of a regular grid once, in an order of its own for each island";
        }

        @Override
        public List<Option> options() {
            return List.of(LEVELS, RandomSampler.POPULATION);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            int usual = (int) Math.min(USUAL_LEVELS, Math.max(1, Math.pow(MOST_POINTS, 1.0 / dimension)));
            int levels = options.intValueOr(LEVELS.name(), usual);
            return new GridSampler(dimension, levels, options.intValue(RandomSampler.POPULATION.name()), random);
        }
    }

    private final int levels;
    private final int count;
    private final long points;
    private final long stride;
    /** Number of the point to be asked next. */
    private long next;

    GridSampler(int dimension, int levels, int count, RandomStream random) {
        super(dimension);
        double size = Math.pow(levels, dimension);
        if (size > MOST_POINTS) {
            throw new SettingException(
                    "levels",
                    levels + " of each of " + dimension + " coordinates are " + size
                            + " points, at most 2^62 can be numbered. Take fewer levels or fix parameters.");
        }
        this.levels = levels;
        this.count = count;
        points = ArithmeticUtils.pow((long) levels, n);
        next = Long.remainderUnsigned(random.nextLong(), points);
        stride = coprime((long) (GOLDEN * points));
    }

    /** The least number from {@code least} on that has no divisor in common with the number of points. */
    private long coprime(long least) {
        long number = least;
        while (ArithmeticUtils.gcd(number, points) != 1) number++;
        return number;
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        int batch = (int) Math.min(count, points - issued());
        if (batch == 0) throw new IllegalStateException("the grid is complete: " + points + " points were asked");
        return Proposal.drawn(batch, n, 1, filter, this::placeNext);
    }

    /** Writes the next point to u[offset .. offset+n). */
    private void placeNext(int row, double[] u, int offset) {
        long rest = next;
        for (int j = n - 1; j >= 0; j--) {
            u[offset + j] = levels == 1 ? 0.5 : (double) (rest % levels) / (levels - 1);
            rest /= levels;
        }
        next = (next + stride) % points;
    }

    @Override
    public @Nullable String stopped() {
        return issued() < points ? null : "every point of the grid was visited";
    }

    @Override
    protected void saveOwn(StateOutput out) {
        out.put("next", next);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        next = in.getLong("next");
    }
}
