package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.AltererResult;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.random.RandomStream;

/**
 * Moments and distributions from the density of the spread factor β, (η+1)/α β^η up to 1 and (η+1)/α β^-(η+2) up to the
 * reach, α = 2 - reach^-(η+1).
 */
class SimulatedBinaryCrossoverTest {

    private static final int PAIRS = 20_000;

    /** Children of many pairs with one gene each, the lower value of each pair first. */
    private static double[][] children(double eta, double a, double b, long seed) {
        ISeq<Phenotype<DoubleGene, Double>> parents = IntStream.range(0, 2 * PAIRS)
                .mapToObj(i -> phenotype(i % 2 == 0 ? a : b))
                .collect(ISeq.toISeq());
        AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                RandomStream.of(seed), random -> new SimulatedBinaryCrossover<Double>(1, eta).alter(parents, 1));
        double[][] pairs = new double[PAIRS][2];
        for (int i = 0; i < 2 * PAIRS; i++)
            pairs[i / 2][i % 2] = value(result.population().get(i));
        return pairs;
    }

    private static Phenotype<DoubleGene, Double> phenotype(double... u) {
        return Phenotype.of(UnitGenotype.of(u, 0, u.length), 0);
    }

    private static double value(Phenotype<DoubleGene, ?> phenotype) {
        return phenotype.genotype().gene().doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.9, 30", "0.9, 0.8, 30", "0.45, 0.55, 15", "0.7, 0.3, 20"})
    void meanOfChildrenIsMeanOfParents(double a, double b, double eta) {
        double largest = Arrays.stream(children(eta, a, b, 1))
                .mapToDouble(pair -> Math.abs(pair[0] + pair[1] - a - b))
                .max()
                .orElseThrow();
        assertThat(largest).isLessThan(1e-5);
    }

    /** E β² = (η+1)/2 [1/(η+3) + 1/(η-1)], and half of the pairs are crossed. */
    @Test
    void varianceOfChildrenIsThatOfTheSpread() {
        double eta = 15;
        double expected = (eta + 1) / 2 * (1 / (eta + 3) + 1 / (eta - 1));

        double[] crossed = spreads(eta, 0.45, 0.55);
        double mean = Arrays.stream(crossed).map(beta -> beta * beta).average().orElseThrow();

        assertThat(crossed.length).isBetween(PAIRS / 2 - 350, PAIRS / 2 + 350);
        assertThat(mean).isCloseTo(expected, within(0.015));
    }

    /** β = |c2 - c1| / |b - a| of the pairs that were crossed. */
    private static double[] spreads(double eta, double a, double b) {
        return Arrays.stream(children(eta, a, b, 2))
                .filter(pair -> Math.min(pair[0], pair[1]) != Math.min(a, b))
                .mapToDouble(pair -> Math.abs(pair[0] - pair[1]) / Math.abs(b - a))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"0.45, 0.55, 15", "0.45, 0.55, 30", "0.3, 0.7, 2"})
    void spreadFollowsItsDensity(double a, double b, double eta) {
        // symmetric about the middle: both children have the same reach
        double reach = 1 + 2 * a / (b - a);
        assertDistributed(spreads(eta, a, b), beta -> spreadCdf(beta, reach, eta));
    }

    @Test
    void childrenNearABoundAreCutThere() {
        double a = 0.01;
        double b = 0.2;
        double eta = 2;
        double[] lower = Arrays.stream(children(eta, a, b, 3))
                .filter(pair -> Math.min(pair[0], pair[1]) != a)
                .mapToDouble(pair -> (a + b - 2 * Math.min(pair[0], pair[1])) / (b - a))
                .toArray();

        assertDistributed(lower, beta -> spreadCdf(beta, 1 + 2 * a / (b - a), eta));
        assertThat(Arrays.stream(lower).max().orElseThrow()).isLessThanOrEqualTo(1 + 2 * a / (b - a) + 1e-12);
    }

    private static double spreadCdf(double beta, double reach, double eta) {
        double alpha = 2 - Math.pow(reach, -(eta + 1));
        return beta <= 1 ? Math.pow(beta, eta + 1) / alpha : (2 - Math.pow(beta, -(eta + 1))) / alpha;
    }

    /** Kolmogorov-Smirnov at the level 0.001. */
    static void assertDistributed(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.abs(expected - (i + 0.5) / sorted.length));
        }
        assertThat(distance * Math.sqrt(sorted.length)).isLessThan(1.95);
    }

    @Test
    void eachChildTakesEitherSideHalfOfTheTime() {
        long swapped = Arrays.stream(children(15, 0.3, 0.7, 4))
                .filter(pair -> pair[0] > pair[1])
                .count();

        assertThat(swapped).isBetween(PAIRS / 4 - 300L, PAIRS / 4 + 300L); // of the crossed half
    }

    @Test
    void alikeParentsAndTheOneLeftOverStayAsTheyAre() {
        ISeq<Phenotype<DoubleGene, Double>> parents = ISeq.of(phenotype(0.25), phenotype(0.25), phenotype(0.5));
        AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                RandomStream.of(5), random -> new SimulatedBinaryCrossover<Double>(1, 15).alter(parents, 1));

        assertThat(result.population().stream().mapToDouble(SimulatedBinaryCrossoverTest::value))
                .containsExactly(0.25, 0.25, 0.5);
        assertThat(result.alterations()).isEqualTo(2);
    }

    @Test
    void pairsMateWithTheirProbability() {
        ISeq<Phenotype<DoubleGene, Double>> parents =
                IntStream.range(0, 20_000).mapToObj(i -> phenotype(0.1, 0.2)).collect(ISeq.toISeq());
        AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                RandomStream.of(6), random -> new SimulatedBinaryCrossover<Double>(0.9, 15).alter(parents, 1));

        assertThat(result.alterations()).isBetween(17_800, 18_200);
    }

    @Test
    void childrenStayInTheBox() {
        ISeq<Phenotype<DoubleGene, Double>> parents = ISeq.of(phenotype(0, 1, 0.001), phenotype(1, 1e-9, 0.999));
        RandomStream random = RandomStream.of(7);
        double least = 1;
        double greatest = 0;
        for (int i = 0; i < 1000; i++) {
            AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                    random, scoped -> new SimulatedBinaryCrossover<Double>(1, 0.5).alter(parents, 1));
            assertThat(result.population()).allMatch(Phenotype::isValid);
            for (Phenotype<DoubleGene, Double> child : result.population()) {
                least = Math.min(least, child.genotype().chromosome().get(2).doubleValue());
                greatest =
                        Math.max(greatest, child.genotype().chromosome().get(2).doubleValue());
            }
        }
        assertThat(least).isBetween(0.0, 0.001);
        assertThat(greatest).isBetween(0.999, 1.0);
    }

    @Test
    void othersThanPointsOfTheBoxAreRefused() {
        Phenotype<DoubleGene, Double> wide = Phenotype.of(Genotype.of(DoubleChromosome.of(-3, 10, 2)), 0);
        assertThatThrownBy(() ->
                        RandomRegistry.with(RandomStream.of(8), scoped -> new SimulatedBinaryCrossover<Double>(1, 15)
                                .alter(ISeq.of(wide, wide), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("genotype of 1 DoubleChromosome: must be one point of the unit box, as UnitGenotype makes"
                        + " them");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new SimulatedBinaryCrossover<Double>(1.5, 15))
                .hasMessage("crossover probability 1.5 must be within [0, 1]");
        assertThatThrownBy(() -> new SimulatedBinaryCrossover<Double>(1, Double.NaN))
                .hasMessage("crossover index NaN must not be negative");
    }
}
