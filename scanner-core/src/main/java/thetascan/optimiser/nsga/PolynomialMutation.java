package thetascan.optimiser.nsga;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.DoubleGene;
import io.jenetics.Phenotype;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.random.RandomGenerator;

/**
 * Bounded polynomial mutation (K. Deb and M. Goyal, Comput. Sci. Inform. 26 (1996) 30; bounds as in K. Deb and
 * S. Agrawal, Proc. ICANNGA 1999, 235) of points of the unit box ({@link UnitGenotype}): a coordinate moves by δ,
 * density ∝ (1 - |δ|)^η, on either side with probability 1/2 and cut at the bound.
 */
final class PolynomialMutation<C extends Comparable<? super C>> implements Alterer<DoubleGene, C> {

    private final double probability;
    private final double exponent;

    /**
     * @param probability of each coordinate to move
     * @param eta         distribution index η: the larger, the smaller the moves
     */
    public PolynomialMutation(double probability, double eta) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("mutation probability " + probability + " must be within [0, 1]");
        }
        if (!(eta >= 0)) throw new IllegalArgumentException("mutation index " + eta + " must not be negative");
        this.probability = probability;
        exponent = eta + 1;
    }

    @Override
    public AltererResult<DoubleGene, C> alter(Seq<Phenotype<DoubleGene, C>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        MSeq<Phenotype<DoubleGene, C>> mutants = MSeq.of(population);
        int alterations = 0;
        for (int i = 0; i < mutants.size(); i++) {
            double[] point = UnitGenotype.coordinates(mutants.get(i).genotype());
            double[] mutant = point;
            for (int j = 0; j < point.length; j++) {
                if (!(random.nextDouble() < probability)) continue;
                if (mutant == point) mutant = point.clone();
                mutant[j] = mutant(point[j], random.nextDouble());
                alterations++;
            }
            if (mutant != point) mutants.set(i, Phenotype.of(UnitGenotype.of(mutant), generation));
        }
        return new AltererResult<>(mutants.toISeq(), alterations);
    }

    /** The quantile v of the mutants of x. */
    private double mutant(double x, double v) {
        double delta = v <= 0.5 ? fall(2 * v, x) : -fall(2 * (1 - v), 1 - x);
        return Math.max(0, Math.min(1, x + delta));
    }

    /** The move towards a bound at distance d, from -d at v = 0 to 0 at v = 1. */
    private double fall(double v, double d) {
        double cut = StrictMath.pow(1 - d, exponent);
        return StrictMath.pow(v + (1 - v) * cut, 1 / exponent) - 1;
    }
}
