package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.AltererResult;
import io.jenetics.DoubleGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.random.RandomStream;

class PolynomialMutationTest {

    private static final int COUNT = 20_000;

    private static double[] mutants(double x, double eta, long seed) {
        ISeq<Phenotype<DoubleGene, Double>> parents = IntStream.range(0, COUNT)
                .mapToObj(i -> Phenotype.<DoubleGene, Double>of(UnitGenotype.of(new double[] {x}, 0, 1), 0))
                .collect(ISeq.toISeq());
        AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                RandomStream.of(seed), random -> new PolynomialMutation<Double>(1, eta).alter(parents, 1));
        return result.population().stream()
                .mapToDouble(child -> child.genotype().gene().doubleValue())
                .toArray();
    }

    /** E |δ| = 1/(η+2) and E δ² = 2/((η+2)(η+3)) of the density (η+1)/2 (1-|δ|)^η, whose tails beyond 1/2 are negligible. */
    @Test
    void momentsOfMovesInTheMiddle() {
        double eta = 20;
        double[] moves = Arrays.stream(mutants(0.5, eta, 1)).map(x -> x - 0.5).toArray();

        assertThat(Arrays.stream(moves).average().orElseThrow()).isCloseTo(0, within(0.0015));
        assertThat(Arrays.stream(moves).map(Math::abs).average().orElseThrow())
                .isCloseTo(1 / (eta + 2), within(0.0015));
        assertThat(Arrays.stream(moves).map(d -> d * d).average().orElseThrow())
                .isCloseTo(2 / ((eta + 2) * (eta + 3)), within(3e-4));
    }

    /** Half of the moves go to either side; on each the density ∝ (1-|δ|)^η is cut at the bound. */
    @ParameterizedTest
    @CsvSource({"0.5, 20", "0.05, 20", "0.9, 5", "0.3, 0.5"})
    void movesFollowTheirDensity(double x, double eta) {
        double e = eta + 1;
        double lower = Math.pow(1 - x, e);
        double upper = Math.pow(x, e);
        SimulatedBinaryCrossoverTest.assertDistributed(
                mutants(x, eta, 2),
                y -> y <= x
                        ? 0.5 * (Math.pow(1 - (x - y), e) - lower) / (1 - lower)
                        : 1 - 0.5 * (Math.pow(1 - (y - x), e) - upper) / (1 - upper));
    }

    @Test
    void aPointOnABoundCanLeaveIt() {
        double[] mutants = mutants(0, 20, 3);
        assertThat(Arrays.stream(mutants).filter(x -> x > 0).count()).isBetween(COUNT / 2 - 350L, COUNT / 2 + 350L);
        assertThat(Arrays.stream(mutants).min().orElseThrow()).isZero();
    }

    @Test
    void everyGeneMutatesWithItsProbability() {
        ISeq<Phenotype<DoubleGene, Double>> parents = IntStream.range(0, 2000)
                .mapToObj(i -> Phenotype.<DoubleGene, Double>of(UnitGenotype.of(new double[20], 0, 20), 0))
                .collect(ISeq.toISeq());
        AltererResult<DoubleGene, Double> result = RandomRegistry.with(
                RandomStream.of(4), random -> new PolynomialMutation<Double>(0.05, 20).alter(parents, 1));

        assertThat(result.alterations()).isBetween(1850, 2150);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new PolynomialMutation<Double>(-0.1, 20))
                .hasMessage("mutation probability -0.1 must be within [0, 1]");
        assertThatThrownBy(() -> new PolynomialMutation<Double>(0.1, -1))
                .hasMessage("mutation index -1.0 must not be negative");
    }
}
