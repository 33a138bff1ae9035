package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Populations for tests; member i is at the point i/count of a box of one coordinate. */
final class Populations {

    private Populations() {}

    static ISeq<Phenotype<DoubleGene, Merit>> feasible(double[]... objectives) {
        return of(Arrays.stream(objectives).map(f -> Merit.of(f, 0)).toArray(Merit[]::new));
    }

    static ISeq<Phenotype<DoubleGene, Merit>> of(Merit... merits) {
        return IntStream.range(0, merits.length)
                .mapToObj(i ->
                        Phenotype.of(UnitGenotype.of(new double[] {(double) i / merits.length}, 0, 1), 0, merits[i]))
                .collect(ISeq.toISeq());
    }

    /** Which members of a population are among others, in their order. */
    static int[] indices(Iterable<Phenotype<DoubleGene, Merit>> chosen, int count) {
        double[] u = new double[1];
        IntStream.Builder indices = IntStream.builder();
        for (Phenotype<DoubleGene, Merit> phenotype : chosen) {
            UnitGenotype.read(phenotype.genotype(), u, 0);
            indices.add((int) Math.round(u[0] * count));
        }
        return indices.build().toArray();
    }
}
