package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import java.util.Arrays;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Phenotypes of the unit box that can be saved and restored bit by bit: all of them evaluated, or none. */
final class Population implements Persistent {

    private final int n;
    private ISeq<Phenotype<DoubleGene, Merit>> phenotypes = ISeq.empty();

    /**
     * An empty population.
     *
     * @param n number of coordinates
     */
    public Population(int n) {
        this.n = n;
    }

    public ISeq<Phenotype<DoubleGene, Merit>> phenotypes() {
        return phenotypes;
    }

    public int size() {
        return phenotypes.size();
    }

    /** Puts others in the place of the present ones. */
    public void replace(ISeq<Phenotype<DoubleGene, Merit>> others) {
        phenotypes = others;
    }

    /** Number of objectives; 0 if nothing is evaluated. */
    public int objectives() {
        return isEvaluated() ? phenotypes.get(0).fitness().objectives().length : 0;
    }

    private boolean isEvaluated() {
        return !phenotypes.isEmpty() && phenotypes.get(0).isEvaluated();
    }

    /** Row-major size × n. */
    public double[] coordinates() {
        double[] u = new double[size() * n];
        for (int i = 0; i < size(); i++) UnitGenotype.read(phenotypes.get(i).genotype(), u, i * n);
        return u;
    }

    @Override
    public void save(StateOutput out) {
        int evaluated = isEvaluated() ? size() : 0;
        int m = objectives();
        double[] objectives = new double[evaluated * m];
        double[] violations = new double[evaluated];
        long[] ranks = new long[evaluated];
        double[] crowding = new double[evaluated];
        for (int i = 0; i < evaluated; i++) {
            Merit merit = phenotypes.get(i).fitness();
            System.arraycopy(merit.objectives(), 0, objectives, i * m, m);
            violations[i] = merit.violation();
            ranks[i] = merit.rank();
            crowding[i] = merit.crowding();
        }
        long[] generations =
                phenotypes.stream().mapToLong(Phenotype::generation).toArray();
        out.put("coordinates", coordinates()).put("generations", generations).put("objectives", objectives);
        out.put("violations", violations).put("ranks", ranks).put("crowding", crowding);
    }

    @Override
    public void restore(StateInput in) {
        double[] u = in.getDoubles("coordinates");
        long[] generations = in.getLongs("generations");
        double[] objectives = in.getDoubles("objectives");
        double[] violations = in.getDoubles("violations");
        long[] ranks = in.getLongs("ranks");
        double[] crowding = in.getDoubles("crowding");
        int m = violations.length == 0 ? 0 : objectives.length / violations.length;
        MSeq<Phenotype<DoubleGene, Merit>> restored = MSeq.ofLength(generations.length);
        for (int i = 0; i < generations.length; i++) {
            Phenotype<DoubleGene, Merit> phenotype = Phenotype.of(UnitGenotype.of(u, i * n, n), generations[i]);
            if (violations.length > 0) {
                double[] values = Arrays.copyOfRange(objectives, i * m, (i + 1) * m);
                phenotype = phenotype.withFitness(new Merit(values, violations[i], (int) ranks[i], crowding[i]));
            }
            restored.set(i, phenotype);
        }
        phenotypes = restored.toISeq();
    }
}
