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
 * Bounded simulated binary crossover (K. Deb and R. B. Agrawal, Complex Systems 9 (1995) 115; bounds: K. Deb and
 * H.-G. Beyer, Evol. Comput. 9 (2001) 197). Neighbours 2k and 2k+1 of the population mate and are replaced by their two
 * children. The children of y1 &lt; y2 are (y1 + y2 ∓ β (y2 - y1)) / 2, where β has the density ∝ β^η up to 1 and
 * ∝ β^-(η+2) above, cut where a child would leave its gene's range. While neither is cut, their mean is that of the
 * parents.
 */
public final class SimulatedBinaryCrossover<C extends Comparable<? super C>> implements Alterer<DoubleGene, C> {

    /** Parents closer than this are alike. */
    private static final double ALIKE = 1e-14;

    private static final double GENE_PROBABILITY = 0.5;

    private final double probability;
    private final double exponent;
    /** Above this reach the cut takes less than a rounding error of the distribution. */
    private final double unboundedReach;

    /**
     * @param probability that a pair mates at all; each gene of a mating pair is then crossed with probability 1/2
     * @param eta         distribution index η: the larger, the nearer children stay to their parents
     */
    public SimulatedBinaryCrossover(double probability, double eta) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("crossover probability " + probability + " must be within [0, 1]");
        }
        if (!(eta >= 0)) throw new IllegalArgumentException("crossover index " + eta + " must not be negative");
        this.probability = probability;
        exponent = eta + 1;
        unboundedReach = StrictMath.pow(2, 53 / exponent);
    }

    @Override
    public AltererResult<DoubleGene, C> alter(Seq<Phenotype<DoubleGene, C>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        MSeq<Phenotype<DoubleGene, C>> children = MSeq.of(population);
        int alterations = 0;
        for (int i = 0; i + 1 < children.size(); i += 2) {
            if (random.nextDouble() < probability) {
                mate(children, i, generation, random);
                alterations += 2;
            }
        }
        return new AltererResult<>(children.toISeq(), alterations);
    }

    private void mate(MSeq<Phenotype<DoubleGene, C>> children, int first, long generation, RandomGenerator random) {
        Genotype<DoubleGene> mother = children.get(first).genotype();
        Genotype<DoubleGene> father = children.get(first + 1).genotype();
        List<Chromosome<DoubleGene>> one = new ArrayList<>(mother.length());
        List<Chromosome<DoubleGene>> other = new ArrayList<>(mother.length());
        for (int c = 0; c < mother.length(); c++) {
            MSeq<DoubleGene> a = MSeq.of(mother.get(c));
            MSeq<DoubleGene> b = MSeq.of(father.get(c));
            for (int j = 0; j < Math.min(a.size(), b.size()); j++) {
                if (random.nextDouble() < GENE_PROBABILITY) cross(a, b, j, random);
            }
            one.add(mother.get(c).newInstance(a.toISeq()));
            other.add(father.get(c).newInstance(b.toISeq()));
        }
        children.set(first, Phenotype.of(Genotype.of(one), generation));
        children.set(first + 1, Phenotype.of(Genotype.of(other), generation));
    }

    /** Each child takes the lower or the upper value with equal chance, whoever its parent is. */
    private void cross(MSeq<DoubleGene> a, MSeq<DoubleGene> b, int j, RandomGenerator random) {
        DoubleGene gene = a.get(j);
        double low = gene.range().min();
        double high = gene.range().max();
        double y1 = Math.min(gene.doubleValue(), b.get(j).doubleValue());
        double y2 = Math.max(gene.doubleValue(), b.get(j).doubleValue());
        if (!(y2 - y1 > ALIKE * (high - low))) return;
        double u = random.nextDouble();
        double middle = y1 + y2;
        double below = 0.5 * (middle - spread(1 + 2 * (y1 - low) / (y2 - y1), u) * (y2 - y1));
        double above = 0.5 * (middle + spread(1 + 2 * (high - y2) / (y2 - y1), u) * (y2 - y1));
        below = Math.max(low, Math.min(high, below));
        above = Math.max(low, Math.min(high, above));
        boolean swap = random.nextDouble() < 0.5;
        a.set(j, gene.newInstance(swap ? above : below));
        b.set(j, b.get(j).newInstance(swap ? below : above));
    }

    /** The quantile u of β, cut at {@code reach}, where the child is at its bound. */
    double spread(double reach, double u) {
        double alpha = reach > unboundedReach ? 2 : 2 - StrictMath.pow(reach, -exponent);
        double mass = u * alpha;
        return StrictMath.pow(mass <= 1 ? mass : 1 / (2 - mass), 1 / exponent);
    }
}
