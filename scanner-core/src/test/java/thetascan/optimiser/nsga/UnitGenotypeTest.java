package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thetascan.random.RandomStream;

class UnitGenotypeTest {

    private final Genotype<DoubleGene> genotype = UnitGenotype.of(new double[] {9, 0.25, 0, 1, 9}, 1, 3);

    @Test
    void coordinatesAreGenesOfTheUnitInterval() {
        double[] u = new double[5];
        UnitGenotype.read(genotype, u, 2);

        assertThat(u).containsExactly(0, 0, 0.25, 0, 1);
        assertThat(genotype.geneCount()).isEqualTo(3);
        assertThat(genotype.chromosome().stream().map(DoubleGene::doubleValue)).containsExactly(0.25, 0.0, 1.0);
        assertThat(genotype.gene().range().min()).isZero();
        assertThat(genotype.gene().range().max()).isEqualTo(1);
    }

    @Test
    void laterChangesOfTheArrayDoNotMatter() {
        double[] u = {0.5, 0.5};
        Genotype<DoubleGene> point = UnitGenotype.of(u, 0, 2);
        u[0] = 7;

        assertThat(point).isEqualTo(UnitGenotype.of(new double[] {0.5, 0.5}, 0, 2));
        assertThat(point).hasSameHashCodeAs(UnitGenotype.of(new double[] {0.5, 0.5}, 0, 2));
        assertThat(point).isNotEqualTo(UnitGenotype.of(new double[] {0.5, 0.25}, 0, 2));
    }

    @Test
    void validInsideTheBoxOnly() {
        assertThat(genotype.isValid()).isTrue();
        for (double out : new double[] {-1e-9, 1 + 1e-9, Double.NaN}) {
            assertThat(UnitGenotype.of(new double[] {0.5, out}, 0, 2).isValid()).isFalse();
        }
    }

    @Test
    void othersLikeItAreRandomPointsOfTheBox() {
        Genotype<DoubleGene> other = RandomRegistry.with(RandomStream.of(1), random -> genotype.newInstance());
        double[] expected = RandomStream.of(1).doubles(3).toArray();

        assertThat(other.isValid()).isTrue();
        assertThat(other).isEqualTo(UnitGenotype.of(expected, 0, 3));
        assertThat(genotype.chromosome()
                        .newInstance(other.chromosome().stream().collect(io.jenetics.util.ISeq.toISeq())))
                .isEqualTo(other.chromosome());
        assertThat(Arrays.stream(expected)).allMatch(u -> u >= 0 && u < 1);
    }
}
