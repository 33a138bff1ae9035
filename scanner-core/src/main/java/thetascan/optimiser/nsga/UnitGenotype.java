package thetascan.optimiser.nsga;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.util.DoubleRange;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;

/** Points of the unit box as genotypes of one chromosome. */
public final class UnitGenotype {

    private static final DoubleRange UNIT = DoubleRange.of(0, 1);

    private UnitGenotype() {}

    /** The genotype of u[offset .. offset+n). */
    public static Genotype<DoubleGene> of(double[] u, int offset, int n) {
        MSeq<DoubleGene> genes = MSeq.ofLength(n);
        for (int i = 0; i < n; i++) genes.set(i, DoubleGene.of(u[offset + i], UNIT));
        ISeq<DoubleGene> sealed = genes.toISeq();
        return Genotype.of(DoubleChromosome.of(sealed));
    }

    /** Writes the genes to u[offset .. offset+n). */
    public static void read(Genotype<DoubleGene> genotype, double[] u, int offset) {
        for (int i = 0; i < genotype.chromosome().length(); i++) {
            u[offset + i] = genotype.chromosome().get(i).doubleValue();
        }
    }
}
