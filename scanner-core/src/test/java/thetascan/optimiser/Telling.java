package thetascan.optimiser;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Tells optimisers what became of their candidates. */
public final class Telling {

    private Telling() {}

    /** One generation on a function of the point; the least fitness in it. */
    public static double advance(Optimiser optimiser, ToDoubleFunction<double[]> fitness) {
        return advance(optimiser, fitness, u -> new double[0]);
    }

    /** One generation on a fitness and a vector; the least fitness in it. */
    public static double advance(
            Optimiser optimiser, ToDoubleFunction<double[]> fitness, Function<double[], double[]> vector) {
        Results results = results(optimiser.ask(), optimiser.dimension(), fitness, vector);
        optimiser.tell(results);
        return Arrays.stream(results.fitness()).min().orElseThrow();
    }

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

    public static byte[] state(Optimiser optimiser) {
        StateOutput out = new StateOutput();
        optimiser.save(out);
        return out.toByteArray();
    }

    public static void restore(Optimiser optimiser, byte[] state) {
        optimiser.restore(new StateInput(state));
    }
}
