package thetascan.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import thetascan.constraint.BoundConstraints;
import thetascan.model.EvaluationException;
import thetascan.random.RandomStream;
import thetascan.space.ParameterSpace;
import thetascan.z3hdm.Z3Evaluator;
import thetascan.z3hdm.Z3Model;

/**
 * How rare valid points of the Z3 3HDM are among uniformly random ones. Most points end after the theory stage: only
 * one that is bounded from below and unitary is evaluated further.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.RandomSampling POINTS THREADS</pre>
 */
public final class RandomSampling {

    private static final long SEED = 1;
    private static final long REPORT = 50_000_000;
    private static final double LARGEST_EIGENVALUE = 8 * Math.PI;

    private final Z3Model model = new Z3Model();
    private final BoundConstraints constraints =
            Objects.requireNonNull(model.constraintSets().get("default")).bind(model.observables());
    private final int[] bounds = columns("bfb_A11", "bfb_Aaux");
    private final int[] eigenvalues = columns("unitarity_1", "unitarity_21");

    private RandomSampling() {}

    public static void main(String[] arguments) {
        long points = (long) Double.parseDouble(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        RandomSampling sampling = new RandomSampling();
        for (long done = 0, block = 0; done < points; block++) {
            long count = Math.min(REPORT, points - done);
            long first = block * threads;
            sampling.add(IntStream.range(0, threads)
                    .parallel()
                    .mapToObj(i -> sampling.sample(RandomStream.of(SEED, first + i), count / threads))
                    .toList());
            done += count;
            System.out.printf(
                    Locale.ROOT,
                    "%,d points: %,d bounded from below, %,d unitary too, %,d valid%n",
                    done,
                    sampling.totals[0],
                    sampling.totals[1],
                    sampling.totals[2]);
        }
    }

    private final long[] totals = new long[3];

    private void add(Iterable<long[]> counts) {
        for (long[] count : counts) Arrays.setAll(totals, i -> totals[i] + count[i]);
    }

    /** Bounded, unitary too, valid. */
    private long[] sample(RandomStream random, long points) {
        long[] counts = new long[3];
        ParameterSpace space = model.parameters();
        double[] u = new double[space.dimension()];
        double[] theta = new double[space.size()];
        double[] observables = new double[model.observables().size()];
        double[] violations = new double[constraints.size()];
        byte[] statuses = new byte[constraints.size()];
        try (Z3Evaluator evaluator = model.newEvaluator()) {
            for (long k = 0; k < points; k++) {
                for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
                space.toTheta(u, theta);
                evaluator.theory(theta, observables);
                if (!isBounded(observables)) continue;
                counts[0]++;
                if (!isUnitary(observables)) continue;
                counts[1]++;
                evaluator.evaluate(theta, observables);
                if (constraints.evaluate(observables, violations, statuses) < 0) counts[2]++;
            }
        } catch (EvaluationException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    private boolean isBounded(double[] observables) {
        for (int i = bounds[0]; i <= bounds[1]; i++) {
            if (!(observables[i] >= 0)) return false;
        }
        return true;
    }

    private boolean isUnitary(double[] observables) {
        for (int i = eigenvalues[0]; i <= eigenvalues[1]; i++) {
            if (!(Math.abs(observables[i]) <= LARGEST_EIGENVALUE)) return false;
        }
        return true;
    }

    private int[] columns(String... names) {
        return Arrays.stream(names)
                .mapToInt(name -> IntStream.range(0, model.observables().size())
                        .filter(i -> model.observables().get(i).name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }
}
