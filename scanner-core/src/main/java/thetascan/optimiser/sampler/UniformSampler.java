package thetascan.optimiser.sampler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;

/** Independent uniform points. */
public final class UniformSampler extends RandomSampler {

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "random";
        }

        @Override
        public String description() {
            return "independent uniform points in the box";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new UniformSampler(dimension, options.intValue(POPULATION.name()), random);
        }
    }

    UniformSampler(int dimension, int count, RandomStream random) {
        super(dimension, count, random);
    }

    @Override
    void draw(int row, double[] u, int offset) {
        for (int j = 0; j < n; j++) u[offset + j] = random.nextDouble();
    }
}
