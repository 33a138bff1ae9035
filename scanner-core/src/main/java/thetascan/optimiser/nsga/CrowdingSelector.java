package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.Seq;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The survivors of NSGA-II (K. Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182): whole fronts while they fit, of the
 * next one the least crowded. Survivors carry their front and crowding distance.
 */
final class CrowdingSelector implements Survival {

    @Override
    public ISeq<Phenotype<DoubleGene, Merit>> select(
            Seq<Phenotype<DoubleGene, Merit>> population, int count, Optimize opt) {
        Survival.checkMinimises(opt);
        int size = Math.min(count, population.size());
        MSeq<Phenotype<DoubleGene, Merit>> survivors = MSeq.ofLength(size);
        Fronts fronts = Fronts.of(population);
        double[] crowding = new double[population.size()];
        for (int front = 0, place = 0; place < size; front++) {
            if (place < fronts.feasible()) CrowdingDistance.fill(fronts, front, crowding);
            for (int member : CrowdingDistance.leastCrowdedFirst(fronts, front, crowding)) {
                if (place == size) break;
                Phenotype<DoubleGene, Merit> phenotype = population.get(member);
                survivors.set(place++, phenotype.withFitness(phenotype.fitness().ranked(front, crowding[member])));
            }
        }
        return survivors.toISeq();
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}
