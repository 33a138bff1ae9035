package thetascan.optimiser.sampler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/**
 * Latin hypercube: along every coordinate each of the equal intervals holds one point of the generation (M. D. McKay,
 * R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239). A refused point is drawn again within its intervals.
 */
public final class LatinHypercubeSampler extends RandomSampler {

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "latin-hypercube";
        }

        @Override
        public String description() {
            return "Latin hypercube: each interval of each coordinate holds one point of a generation (doi:10.1080/00401706.1979.10489755)";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new LatinHypercubeSampler(dimension, options.intValue(POPULATION.name()), random);
        }
    }

    /** intervals[j * count + row]. */
    private final int[] intervals;

    LatinHypercubeSampler(int dimension, int count, RandomStream random) {
        super(dimension, count, random);
        intervals = new int[dimension * count];
    }

    /** A random permutation of the intervals along each coordinate (Fisher-Yates). */
    @Override
    void begin() {
        for (int j = 0; j < n; j++) {
            int base = j * count;
            for (int i = 0; i < count; i++) {
                int k = random.nextInt(i + 1);
                intervals[base + i] = intervals[base + k];
                intervals[base + k] = i;
            }
        }
    }

    @Override
    void draw(int row, double[] u, int offset) {
        for (int j = 0; j < n; j++) u[offset + j] = (intervals[j * count + row] + random.nextDouble()) / count;
    }
}
