package thetascan.optimiser.nsga;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bounded polynomial mutation (K. Deb and M. Goyal, Comput. Sci. Inform. 26 (1996) 30; bounds as in K. Deb and
 * S. Agrawal, Proc. ICANNGA 1999, 235): a gene moves by a fraction δ of its range, density ∝ (1 - |δ|)^η, on either side
 * with probability 1/2 and cut at the bound.
 */
public final class PolynomialMutation<C extends Comparable<? super C>> implements Alterer<DoubleGene, C> {

    private final double probability;
    private final double exponent;

    /**
     * @param probability of each gene
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
            Genotype<DoubleGene> genotype = mutants.get(i).genotype();
            List<Chromosome<DoubleGene>> mutated = new ArrayList<>(genotype.length());
            int before = alterations;
            for (int c = 0; c < genotype.length(); c++) {
                Chromosome<DoubleGene> chromosome = genotype.get(c);
                MSeq<DoubleGene> genes = MSeq.of(chromosome);
                int changed = mutate(genes, random);
                mutated.add(changed == 0 ? chromosome : chromosome.newInstance(genes.toISeq()));
                alterations += changed;
            }
            if (alterations > before) mutants.set(i, Phenotype.of(Genotype.of(mutated), generation));
        }
        return new AltererResult<>(mutants.toISeq(), alterations);
    }

    private int mutate(MSeq<DoubleGene> genes, RandomGenerator random) {
        int changed = 0;
        for (int j = 0; j < genes.size(); j++) {
            if (random.nextDouble() < probability) {
                DoubleGene gene = genes.get(j);
                double value = mutant(
                        gene.doubleValue(), gene.range().min(), gene.range().max(), random.nextDouble());
                genes.set(j, gene.newInstance(value));
                changed++;
            }
        }
        return changed;
    }

    /** The quantile u of the mutants of x. */
    double mutant(double x, double low, double high, double u) {
        if (!(high > low)) return x;
        double width = high - low;
        double delta = u <= 0.5 ? fall(2 * u, (x - low) / width) : -fall(2 * (1 - u), (high - x) / width);
        return Math.max(low, Math.min(high, x + delta * width));
    }

    /** The move towards a bound at distance d, as a fraction of the range: from -d at v = 0 to 0 at v = 1. */
    private double fall(double v, double d) {
        double cut = StrictMath.pow(1 - d, exponent);
        return StrictMath.pow(v + (1 - v) * cut, 1 / exponent) - 1;
    }
}
