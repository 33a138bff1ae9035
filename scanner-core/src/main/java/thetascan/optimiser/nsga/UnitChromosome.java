package thetascan.optimiser.nsga;

import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.util.DoubleRange;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A point of the unit box as a chromosome of Jenetics. The coordinates are kept as numbers; a gene is made of one when
 * somebody asks for it. The operators here never do.
 */
final class UnitChromosome implements Chromosome<DoubleGene> {

    private static final DoubleRange UNIT = DoubleRange.of(0, 1);

    private final double[] u;

    /** Takes coordinates in [0,1] for its own. */
    UnitChromosome(double[] u) {
        this.u = u;
    }

    /** Its coordinates, not to be changed. */
    double[] coordinates() {
        return u;
    }

    @Override
    public DoubleGene get(int index) {
        return DoubleGene.of(u[index], UNIT);
    }

    @Override
    public int length() {
        return u.length;
    }

    @Override
    public UnitChromosome newInstance(ISeq<DoubleGene> genes) {
        return new UnitChromosome(
                genes.stream().mapToDouble(DoubleGene::doubleValue).toArray());
    }

    @Override
    public UnitChromosome newInstance() {
        RandomGenerator random = RandomRegistry.random();
        return new UnitChromosome(random.doubles(u.length).toArray());
    }

    @Override
    public boolean isValid() {
        for (double coordinate : u) {
            if (!(coordinate >= 0 && coordinate <= 1)) return false;
        }
        return u.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitChromosome chromosome && Arrays.equals(u, chromosome.u);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(u);
    }

    @Override
    public String toString() {
        return Arrays.toString(u);
    }
}
