package thetascan.optimiser.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.random.RandomStream;

/** Operators and selectors inside an engine of Jenetics, on the first problem of Zitzler, Deb and Thiele. */
class EngineTest {

    private static final int N = 10;

    enum Kind {
        CROWDING,
        REFERENCE_POINTS;

        Survival survival() {
            return this == CROWDING
                    ? new CrowdingSelector()
                    : new ReferencePointSelector(objectives -> ReferenceDirections.lattice(objectives, 39));
        }
    }

    private static Merit zdt1(Genotype<DoubleGene> genotype) {
        double[] x = new double[N];
        UnitGenotype.read(genotype, x, 0);
        double g = 1;
        for (int j = 1; j < N; j++) g += 9 * x[j] / (N - 1);
        return Merit.of(new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))}, 0);
    }

    @ParameterizedTest
    @EnumSource
    void frontIsReached(Kind kind) {
        Engine<DoubleGene, Merit> engine = Engine.builder(
                        EngineTest::zdt1,
                        () -> UnitGenotype.of(RandomRegistry.random().doubles(N).toArray(), 0, N))
                .optimize(Optimize.MINIMUM)
                .populationSize(80)
                .offspringFraction(0.5)
                .survivorsSelector(kind.survival())
                .offspringSelector(new BinaryTournament(Comparator.naturalOrder()))
                .alterers(new SimulatedBinaryCrossover<Merit>(0.9, 15), new PolynomialMutation<Merit>(1.0 / N, 20))
                .maximalPhenotypeAge(Long.MAX_VALUE)
                .executor(Runnable::run)
                .build();

        ISeq<Phenotype<DoubleGene, Merit>> population =
                RandomRegistry.with(RandomStream.of(1), random -> engine.stream()
                        .limit(200)
                        .reduce((before, after) -> after)
                        .orElseThrow()
                        .population());

        double[] distances = population.stream()
                .mapToDouble(member -> member.fitness().objectives()[1]
                        - (1 - Math.sqrt(member.fitness().objectives()[0])))
                .sorted()
                .toArray();
        assertThat(distances[distances.length / 2]).isBetween(0.0, 0.05);
    }
}
