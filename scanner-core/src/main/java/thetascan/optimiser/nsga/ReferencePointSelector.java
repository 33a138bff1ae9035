package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The survivors of NSGA-III (K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577; constraints: H. Jain and
 * K. Deb, ibid. 602): whole fronts while they fit, of the next one those whose reference directions have the fewest
 * survivors. The directions are made when the first population tells the number of objectives.
 */
final class ReferencePointSelector implements Survival {

    private final IntFunction<ReferenceDirections> directionsFor;
    private final Normalisation normalisation = new Normalisation();
    private @Nullable ReferenceDirections directions;

    /**
     * @param directionsFor the directions for a number of objectives
     */
    public ReferencePointSelector(IntFunction<ReferenceDirections> directionsFor) {
        this.directionsFor = directionsFor;
    }

    @Override
    public ISeq<Phenotype<DoubleGene, Merit>> select(
            Seq<Phenotype<DoubleGene, Merit>> population, int count, Optimize opt) {
        Survival.checkMinimises(opt);
        int size = Math.min(count, population.size());
        Fronts fronts = Fronts.of(population);
        int[] chosen = choose(fronts, size);
        int[] ranks = fronts.ranks();
        MSeq<Phenotype<DoubleGene, Merit>> survivors = MSeq.ofLength(size);
        for (int i = 0; i < size; i++) {
            Phenotype<DoubleGene, Merit> phenotype = population.get(chosen[i]);
            survivors.set(i, phenotype.withFitness(phenotype.fitness().ranked(ranks[chosen[i]], 0)));
        }
        return survivors.toISeq();
    }

    /** Members, the first {@code size} of which survive. */
    private int[] choose(Fronts fronts, int size) {
        if (fronts.feasible() == 0) return fronts.members();
        normalisation.update(fronts);
        int last = fronts.lastFront(size);
        if (fronts.end(last) == size || fronts.end(last) > fronts.feasible()) return fronts.members();
        Niches niches = new Niches(directions(fronts.objectiveCount()), normalisation, fronts, fronts.end(last));
        return niches.choose(fronts.begin(last), size, RandomRegistry.random());
    }

    private ReferenceDirections directions(int objectives) {
        if (directions == null || directions.objectives() != objectives) directions = directionsFor.apply(objectives);
        return directions;
    }

    @Override
    public void save(StateOutput out) {
        out.put("normalisation", normalisation);
    }

    @Override
    public void restore(StateInput in) {
        in.get("normalisation", normalisation);
    }
}
