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
 * Bounded simulated binary crossover (K. Deb and R. B. Agrawal, Complex Systems 9 (1995) 115; bounds: K. Deb and
 * H.-G. Beyer, Evol. Comput. 9 (2001) 197) of points of the unit box ({@link UnitGenotype}). Neighbours 2k and 2k+1 of the population mate and are replaced by their two
 * children. The children of y1 &lt; y2 are (y1 + y2 ∓ β (y2 - y1)) / 2, where β has the density ∝ β^η up to 1 and
 * ∝ β^-(η+2) above, cut where a child would leave the box. While neither is cut, their mean is that of the
 * parents.
 */
final class SimulatedBinaryCrossover<C extends Comparable<? super C>> implements Alterer<DoubleGene, C> {

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
        double[] one = UnitGenotype.coordinates(children.get(first).genotype()).clone();
        double[] other =
                UnitGenotype.coordinates(children.get(first + 1).genotype()).clone();
        for (int j = 0; j < one.length; j++) {
            if (random.nextDouble() < GENE_PROBABILITY) cross(one, other, j, random);
        }
        children.set(first, Phenotype.of(UnitGenotype.of(one), generation));
        children.set(first + 1, Phenotype.of(UnitGenotype.of(other), generation));
    }

    /** Each child takes the lower or the upper value with equal chance, whoever its parent is. */
    private void cross(double[] a, double[] b, int j, RandomGenerator random) {
        double y1 = Math.min(a[j], b[j]);
        double y2 = Math.max(a[j], b[j]);
        if (!(y2 - y1 > ALIKE)) return;
        double u = random.nextDouble();
        double middle = y1 + y2;
        double below = 0.5 * (middle - spread(1 + 2 * y1 / (y2 - y1), u) * (y2 - y1));
        double above = 0.5 * (middle + spread(1 + 2 * (1 - y2) / (y2 - y1), u) * (y2 - y1));
        below = Math.max(0, Math.min(1, below));
        above = Math.max(0, Math.min(1, above));
        boolean swap = random.nextDouble() < 0.5;
        a[j] = swap ? above : below;
        b[j] = swap ? below : above;
    }

    /** The quantile u of β, cut at {@code reach}, where the child is at its bound. */
    double spread(double reach, double u) {
        double alpha = reach > unboundedReach ? 2 : 2 - StrictMath.pow(reach, -exponent);
        double mass = u * alpha;
        return StrictMath.pow(mass <= 1 ? mass : 1 / (2 - mass), 1 / exponent);
    }
}
