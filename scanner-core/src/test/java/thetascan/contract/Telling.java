package thetascan.contract;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.Results;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Tells optimisers what became of their candidates. */
public final class Telling {

    private Telling() {}

    /**
     * One generation on a function of the point.
     *
     * @param optimiser asked and told
     * @param fitness   of a point of n coordinates
     * @return the least fitness of the generation
     */
    public static double advance(Optimiser optimiser, ToDoubleFunction<double[]> fitness) {
        return advance(optimiser, fitness, u -> new double[0]);
    }

    /**
     * One generation on a fitness and a vector.
     *
     * @param optimiser asked and told
     * @param fitness   of a point of n coordinates
     * @param vector    values of a point, always as many
     * @return the least fitness of the generation
     */
    public static double advance(
            Optimiser optimiser, ToDoubleFunction<double[]> fitness, Function<double[], double[]> vector) {
        Results results = results(optimiser.ask(), optimiser.dimension(), fitness, vector);
        optimiser.tell(results);
        return Arrays.stream(results.fitness()).min().orElseThrow();
    }

    /**
     * What became of candidates.
     *
     * @param candidates asked
     * @param n          number of coordinates
     * @param fitness    of a point of n coordinates
     * @param vector     values of a point, always as many
     * @return one result for each in their order, failed where a candidate was refused
     */
    public static Results results(
            Candidates candidates, int n, ToDoubleFunction<double[]> fitness, Function<double[], double[]> vector) {
        int count = candidates.count();
        long[] ids = new long[count];
        double[] values = new double[count];
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] u = Arrays.copyOfRange(candidates.u(), i * n, (i + 1) * n);
            ids[i] = candidates.firstId() + i;
            values[i] = fitness.applyAsDouble(u);
            vectors[i] = vector.apply(u);
        }
        double[] flat = Arrays.stream(vectors).flatMapToDouble(Arrays::stream).toArray();
        return new Results(ids, values, flat, candidates.refused().clone());
    }

    /**
     * The same results in another order.
     *
     * @param results those
     * @param random  where the order comes from
     * @return copies of them
     */
    public static Results shuffled(Results results, RandomStream random) {
        int count = results.count();
        int width = results.width();
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int k = random.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        long[] ids = new long[count];
        double[] fitness = new double[count];
        double[] vectors = new double[count * width];
        boolean[] failed = new boolean[count];
        for (int i = 0; i < count; i++) {
            ids[i] = results.ids()[order[i]];
            fitness[i] = results.fitness()[order[i]];
            failed[i] = results.failed()[order[i]];
            System.arraycopy(results.vectors(), order[i] * width, vectors, i * width, width);
        }
        return new Results(ids, fitness, vectors, failed);
    }

    /**
     * The state of something.
     *
     * @param persistent what is to be saved
     * @return bytes {@link #restore} reads
     */
    public static byte[] state(Persistent persistent) {
        StateOutput out = new StateOutput();
        persistent.save(out);
        return out.toByteArray();
    }

    /**
     * Brings a saved state back.
     *
     * @param persistent what receives it
     * @param state      what {@link #state} gave
     */
    public static void restore(Persistent persistent, byte[] state) {
        persistent.restore(new StateInput(state));
    }
}
