package thetascan.optimiser.sampler;

import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The Sobol sequence with the direction numbers of S. Joe and F. Y. Kuo (SIAM J. Sci. Comput. 30 (2008) 2635), moved by
 * a random shift modulo 1 (R. Cranley and T. N. L. Patterson, SIAM J. Numer. Anal. 13 (1976) 904) so that streams differ.
 * A refused point is passed over.
 */
public final class SobolSampler extends RandomSampler {

    /** Greatest dimension of the direction numbers. */
    private static final int LARGEST_DIMENSION = 1000;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "sobol";
        }

        @Override
        public String description() {
            return "Sobol sequence with the direction numbers of Joe and Kuo (doi:10.1137/070709359), randomly shifted";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION);
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new SobolSampler(dimension, options.intValue(POPULATION.name()), random);
        }
    }

    private SobolSequenceGenerator sequence;
    private double[] shift;

    SobolSampler(int dimension, int count, RandomStream random) {
        super(dimension, count, random);
        if (dimension > LARGEST_DIMENSION) {
            throw new SettingException(
                    "name", "sobol takes " + LARGEST_DIMENSION + " dimensions at most, there are " + dimension);
        }
        sequence = new SobolSequenceGenerator(dimension);
        shift = new double[dimension];
        for (int j = 0; j < dimension; j++) shift[j] = random.nextDouble();
    }

    @Override
    void draw(int row, double[] u, int offset) {
        double[] next = sequence.nextVector();
        for (int j = 0; j < n; j++) {
            double shifted = next[j] + shift[j];
            u[offset + j] = shifted < 1 ? shifted : shifted - 1;
        }
    }

    @Override
    protected void saveOwn(StateOutput out) {
        super.saveOwn(out);
        out.put("next", sequence.getNextIndex()).put("shift", shift);
    }

    @Override
    protected void restoreOwn(StateInput in) {
        super.restoreOwn(in);
        int next = in.getInt("next");
        sequence = new SobolSequenceGenerator(n);
        if (next > 0) sequence.skipTo(next - 1); // takes that point, too
        shift = in.getDoubles("shift");
    }
}
