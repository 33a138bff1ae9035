package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import java.util.Arrays;

/** Points of the unit box as genotypes of one chromosome. */
final class UnitGenotype {

    private UnitGenotype() {}

    /**
     * The genotype of u[offset .. offset+n).
     *
     * @param u      coordinates in [0,1], copied
     * @param offset where those of the point begin
     * @param n      how many there are
     * @return a genotype of one chromosome of n genes
     */
    public static Genotype<DoubleGene> of(double[] u, int offset, int n) {
        return of(Arrays.copyOfRange(u, offset, offset + n));
    }

    /** The genotype of a point, which it takes for its own. */
    static Genotype<DoubleGene> of(double[] point) {
        return Genotype.of(new UnitChromosome(point));
    }

    /**
     * Writes the coordinates to u[offset .. offset+n).
     *
     * @param genotype one made here
     * @param u        receives them
     * @param offset   where the first one goes
     * @throws IllegalArgumentException if the genotype was not made here
     */
    public static void read(Genotype<DoubleGene> genotype, double[] u, int offset) {
        double[] point = coordinates(genotype);
        System.arraycopy(point, 0, u, offset, point.length);
    }

    /** The coordinates of a point, not to be changed. */
    static double[] coordinates(Genotype<DoubleGene> genotype) {
        if (genotype.length() == 1 && genotype.chromosome() instanceof UnitChromosome point) return point.coordinates();
        throw new IllegalArgumentException("genotype of " + genotype.length() + " "
                + genotype.chromosome().getClass().getSimpleName() + ": must be one point of the unit box, as"
                + " UnitGenotype makes them");
    }
}
