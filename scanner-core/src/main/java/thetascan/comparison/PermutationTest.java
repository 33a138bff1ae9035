package thetascan.comparison;

import java.util.function.ToDoubleFunction;
import thetascan.random.RandomStream;

/**
 * How unusual a statistic is among random exchanges of the labels of two samples. With R random exchanges, of which b
 * give at least the observed value, p = (b + 1)/(R + 1): never below its true size (B. Phipson and G. K. Smyth, Stat.
 * Appl. Genet. Mol. Biol. 9 (2010) 39).
 *
 * @param statistic observed value
 * @param expected  its mean over the exchanges
 * @param p         probability of a value as large as this if labels mean nothing
 */
public record PermutationTest(double statistic, double expected, double p) {

    /** A difference that rounding may leave between equal statistics. */
    private static final double ROUNDING = 1e-12;

    /**
     * @param statistic large values speak against equal samples
     * @param labels    which points belong to the first sample
     */
    static PermutationTest of(
            ToDoubleFunction<boolean[]> statistic, boolean[] labels, int permutations, RandomStream random) {
        double observed = statistic.applyAsDouble(labels);
        boolean[] exchanged = labels.clone();
        int reached = 0;
        double sum = 0;
        for (int r = 0; r < permutations; r++) {
            shuffle(exchanged, random);
            double value = statistic.applyAsDouble(exchanged);
            sum += value;
            reached += value >= observed - ROUNDING * Math.abs(observed) ? 1 : 0;
        }
        return new PermutationTest(observed, sum / permutations, (reached + 1.0) / (permutations + 1.0));
    }

    private static void shuffle(boolean[] labels, RandomStream random) {
        for (int i = labels.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            boolean label = labels[i];
            labels[i] = labels[j];
            labels[j] = label;
        }
    }
}
