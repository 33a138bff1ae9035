package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.Comparator;

/**
 * Parents by tournaments of two. Opponents are neighbours in a random order of the population, so everybody fights
 * equally often; a draw goes to the first, who is random.
 */
final class BinaryTournament implements Selector<DoubleGene, Merit> {

    private final Comparator<Merit> better;

    /**
     * @param better the lesser of two wins
     */
    public BinaryTournament(Comparator<Merit> better) {
        this.better = better;
    }

    @Override
    public ISeq<Phenotype<DoubleGene, Merit>> select(
            Seq<Phenotype<DoubleGene, Merit>> population, int count, Optimize opt) {
        Survival.checkMinimises(opt);
        MSeq<Phenotype<DoubleGene, Merit>> order = MSeq.of(population);
        MSeq<Phenotype<DoubleGene, Merit>> parents = MSeq.ofLength(count);
        int next = order.size();
        for (int i = 0; i < count; i++) {
            if (next + 1 >= order.size()) {
                order.shuffle(RandomRegistry.random());
                next = 0;
            }
            Phenotype<DoubleGene, Merit> one = order.get(next);
            Phenotype<DoubleGene, Merit> other = order.get(Math.min(next + 1, order.size() - 1));
            parents.set(i, better.compare(one.fitness(), other.fitness()) <= 0 ? one : other);
            next += 2;
        }
        return parents.toISeq();
    }
}
