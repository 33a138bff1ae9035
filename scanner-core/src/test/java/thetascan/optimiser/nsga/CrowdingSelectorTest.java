package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import org.junit.jupiter.api.Test;

class CrowdingSelectorTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static ISeq<Phenotype<DoubleGene, Merit>> select(ISeq<Phenotype<DoubleGene, Merit>> population, int count) {
        return new CrowdingSelector().select(population, count, Optimize.MINIMUM);
    }

    @Test
    void crowdingDistanceIsTheSumOfRelativeGaps() {
        ISeq<Phenotype<DoubleGene, Merit>> front = Populations.feasible(
                new double[] {0, 10}, new double[] {1, 6}, new double[] {4, 5}, new double[] {10, 0});
        double[] distances = new double[4];
        CrowdingDistance.fill(Fronts.of(front), 0, distances);

        assertThat(distances[0]).isEqualTo(INFINITE);
        assertThat(distances[1]).isCloseTo((4 - 0) / 10.0 + (10 - 5) / 10.0, within(1e-15));
        assertThat(distances[2]).isCloseTo((10 - 1) / 10.0 + (6 - 0) / 10.0, within(1e-15));
        assertThat(distances[3]).isEqualTo(INFINITE);
    }

    @Test
    void anObjectiveThatDoesNotVaryAddsNothing() {
        ISeq<Phenotype<DoubleGene, Merit>> front =
                Populations.feasible(new double[] {3, 7}, new double[] {3, 7}, new double[] {3, 7});
        double[] distances = new double[3];
        CrowdingDistance.fill(Fronts.of(front), 0, distances);

        assertThat(distances).containsExactly(0, 0, 0);
    }

    @Test
    void wholeFrontsThenTheLeastCrowded() {
        ISeq<Phenotype<DoubleGene, Merit>> survivors = select(
                Populations.feasible(
                        new double[] {1, 11}, // second front
                        new double[] {4.9, 7},
                        new double[] {5, 6},
                        new double[] {11, 1},
                        new double[] {0, 0}), // first front
                4);

        assertThat(Populations.indices(survivors, 5)).containsExactly(4, 0, 3, 2);
        assertThat(survivors.map(survivor -> survivor.fitness().rank())).containsExactly(0, 1, 1, 1);
        assertThat(survivors.get(1).fitness().crowding()).isEqualTo(INFINITE);
    }

    @Test
    void failedMembersSurviveOnlyIfNothingElseIsLeft() {
        ISeq<Phenotype<DoubleGene, Merit>> population = Populations.of(
                Merit.failed(1), Merit.of(new double[] {0}, 1e300), Merit.failed(1), Merit.of(new double[] {5}, 0));

        assertThat(Populations.indices(select(population, 2), 4)).containsExactly(3, 1);
        assertThat(Populations.indices(select(population, 4), 4)).containsExactly(3, 1, 0, 2);
        assertThat(select(population, 9)).hasSize(4);
    }

    @Test
    void crowdedComparisonPutsRankBeforeCrowding() {
        Merit merit = Merit.of(new double[1], 0);
        assertThat(merit.ranked(0, 0)).isLessThan(merit.ranked(1, INFINITE));
        assertThat(merit.ranked(1, 2)).isLessThan(merit.ranked(1, 1));
        assertThat(merit.ranked(1, 2)).isEqualByComparingTo(merit.ranked(1, 2));
    }

    @Test
    void maximisingIsRefused() {
        assertThatThrownBy(() -> new CrowdingSelector().select(Populations.of(), 0, Optimize.MAXIMUM))
                .hasMessage("optimize MAXIMUM: must be MINIMUM. Turn the sign of objectives.");
    }

    @Test
    void violationsCannotBeNaN() {
        assertThatThrownBy(() -> Merit.of(new double[1], Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merit.of(new double[1], -1)).hasMessageContaining("-1.0");
    }
}
