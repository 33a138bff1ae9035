package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class ReferencePointSelectorTest {

    private static int[] select(ISeq<Phenotype<DoubleGene, Merit>> population, int count, int divisions, long seed) {
        ReferencePointSelector selector =
                new ReferencePointSelector(objectives -> ReferenceDirections.lattice(objectives, divisions));
        ISeq<Phenotype<DoubleGene, Merit>> survivors = RandomRegistry.with(
                RandomStream.of(seed), random -> selector.select(population, count, Optimize.MINIMUM));
        return Populations.indices(survivors, population.size());
    }

    /** On the line f1 + f2 = 1, with the directions (0, 1), (1/2, 1/2) and (1, 0). */
    private static ISeq<Phenotype<DoubleGene, Merit>> line(double... firsts) {
        return Populations.feasible(
                Arrays.stream(firsts).mapToObj(f -> new double[] {f, 1 - f}).toArray(double[][]::new));
    }

    @Test
    void oneForEachDirectionTheNearest() {
        ISeq<Phenotype<DoubleGene, Merit>> population = line(0, 0.02, 0.04, 0.4, 0.45, 0.58, 0.97, 1);

        for (long seed = 0; seed < 20; seed++) {
            assertThat(select(population, 3, 2, seed)).containsExactlyInAnyOrder(0, 4, 7);
        }
    }

    @Test
    void directionsWithFewSurvivorsAreServedFirst() {
        // first front: two near the direction (0, 1), one each near the others; second front: one near each
        ISeq<Phenotype<DoubleGene, Merit>> population = Populations.feasible(
                new double[] {0, 1},
                new double[] {0.02, 0.98},
                new double[] {0.5, 0.5},
                new double[] {1, 0},
                new double[] {0, 1.1},
                new double[] {0.55, 0.56},
                new double[] {1.1, 0.01});
        int[] ofFive = new int[7];
        for (long seed = 0; seed < 200; seed++) {
            for (int i : select(population, 5, 2, seed)) ofFive[i]++;
            assertThat(select(population, 6, 2, seed)).containsExactlyInAnyOrder(0, 1, 2, 3, 5, 6);
        }

        assertThat(ofFive).startsWith(200, 200, 200, 200, 0);
        assertThat(ofFive[5]).isBetween(70, 130);
        assertThat(ofFive[5] + ofFive[6]).isEqualTo(200);
    }

    @Test
    void aDirectionThatIsServedAlreadyGetsARandomOne() {
        ISeq<Phenotype<DoubleGene, Merit>> population = line(0, 1, 0.48, 0.49, 0.5, 0.51, 0.52);
        int[] counts = new int[7];
        for (long seed = 0; seed < 400; seed++) {
            for (int i : select(population, 4, 2, seed)) counts[i]++;
        }

        assertThat(counts[4]).isEqualTo(400); // the nearest to the empty direction first
        for (int i : new int[] {2, 3, 5, 6}) assertThat(counts[i]).isBetween(70, 130);
    }

    @Test
    void asManyAsAskedEachOnce() {
        RandomStream random = RandomStream.of(1);
        for (int count = 0; count <= 40; count++) {
            double[][] points = IntStream.range(0, 40)
                    .mapToObj(i -> new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()})
                    .toArray(double[][]::new);
            int[] chosen = select(Populations.feasible(points), count, 3, count);

            assertThat(chosen).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Test
    void infeasibleMembersFillUpByTheirViolation() {
        ISeq<Phenotype<DoubleGene, Merit>> population = Populations.of(
                Merit.failed(2),
                Merit.of(new double[] {0, 0}, 3),
                Merit.of(new double[] {0, 0}, 1),
                Merit.of(new double[] {0, 1}, 0),
                Merit.of(new double[] {0, 0}, 2),
                Merit.of(new double[] {1, 0}, 0));

        assertThat(select(population, 4, 2, 1)).containsExactly(3, 5, 2, 4);
    }

    @Test
    void nothingFeasible() {
        ISeq<Phenotype<DoubleGene, Merit>> population =
                Populations.of(Merit.failed(2), Merit.of(new double[] {0, 0}, 3), Merit.failed(2));

        assertThat(select(population, 2, 2, 1)).containsExactly(1, 0);
    }

    /** The state of a scan that found its valid region: nothing has a range any more. */
    @Test
    void membersThatAllCoincide() {
        ISeq<Phenotype<DoubleGene, Merit>> population = Populations.feasible(
                IntStream.range(0, 20).mapToObj(i -> new double[4]).toArray(double[][]::new));

        assertThat(select(population, 10, 3, 1)).hasSize(10).doesNotHaveDuplicates();
    }
}
