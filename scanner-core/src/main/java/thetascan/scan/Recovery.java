package thetascan.scan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.island.BatchEvaluator;
import thetascan.island.Island;
import thetascan.island.IslandRound;
import thetascan.island.Islands;
import thetascan.island.RoundOrder;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.objective.Judge;
import thetascan.search.SearchSetup;
import thetascan.space.ParameterSpace;
import thetascan.state.StateOutput;

/**
 * Rebuilds the state of a scan of which only the stored points are left: they are judged again by their stored
 * observables, nothing is evaluated, and become its archive and the places where its islands start. What the islands
 * had learnt is lost. Some thousand points are in memory at a time.
 */
public final class Recovery {

    /** First step of the path below the seed of the scan. */
    static final long STREAM = 1001;

    private static final int CHUNK = 10_000;

    private final SearchSetup search;
    private final ParameterSpace space;
    private final ScanState state;
    private final Map<ByteBuffer, double[]> observables = new HashMap<>(); // looked up, never iterated
    private final List<double[]> boxes = new ArrayList<>();

    /**
     * What is known of a lost scan besides its points.
     *
     * @param valid      valid points it had evaluated; fewer than are stored counts as those
     * @param invalid    invalid points it had evaluated
     * @param failed     failed points it had evaluated
     * @param firstValid evaluations up to the first valid point; −1 if unknown
     */
    public record Counts(long valid, long invalid, long failed, long firstValid) {

        /** Nothing is known. */
        public static final Counts UNKNOWN = new Counts(0, 0, 0, -1);
    }

    /**
     * Nothing taken in yet.
     *
     * @param setup of the scan whose points are stored
     */
    public Recovery(ScanSetup setup) {
        search = setup.search();
        space = search.space();
        state = new ScanState(setup);
    }

    /**
     * Takes in a stored point; one outside the ranges of the scan is passed over.
     *
     * @param theta every parameter
     * @param stored its observables, in the order of the model; NaN as {@link thetascan.quantity.Missing} has it
     */
    public void add(double[] theta, double[] stored) {
        double[] box = new double[space.dimension()];
        if (!space.toUnit(theta, box)) return;
        boxes.add(box);
        double[] asAsked = new double[space.size()];
        space.toTheta(box, asAsked);
        observables.put(key(asAsked), stored.clone());
        if (boxes.size() == CHUNK) takeIn();
    }

    private static ByteBuffer key(double[] theta) {
        ByteBuffer key = ByteBuffer.allocate(Double.BYTES * theta.length);
        for (double value : theta) key.putDouble(value);
        return key.flip();
    }

    private void takeIn() {
        if (boxes.isEmpty()) return;
        Island island = Islands.ofSeeds(search, List.copyOf(boxes));
        RoundOrder order = state.recallOrder(boxes.size());
        try (Judge judge = search.objective().newJudge(new Recall())) {
            state.recall(
                    IslandRound.run(island, state.archive(), order, BatchEvaluator.serial(search.objective(), judge)));
        }
        boxes.clear();
        observables.clear();
    }

    /**
     * The state of a scan that goes on from these points.
     *
     * @param counts  of the lost scan
     * @param commits so many were made of it
     * @return what {@link ScanStore#load} is to give
     */
    public byte[] state(Counts counts, int commits) {
        takeIn();
        state.recalled(counts, commits);
        StateOutput out = new StateOutput();
        state.save(out);
        return out.toByteArray();
    }

    /** Answers with what was stored. */
    private final class Recall implements PointEvaluator {

        @Override
        public void evaluate(double[] theta, double[] target) throws EvaluationException {
            double @Nullable [] stored = observables.get(key(theta));
            if (stored == null) throw new EvaluationException("was not stored");
            System.arraycopy(stored, 0, target, 0, target.length);
        }
    }
}
