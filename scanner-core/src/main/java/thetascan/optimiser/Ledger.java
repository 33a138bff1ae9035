package thetascan.optimiser;

import java.util.Arrays;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Which candidates are out: guards the order of ask and tell, and the ids. */
final class Ledger implements Persistent {

    private long generation;
    private long nextId;
    /** Number of candidates asked and not told yet. */
    private int pending;

    /** Generations told. */
    long generation() {
        return generation;
    }

    /** Candidates ever asked. */
    long issued() {
        return nextId;
    }

    /** Refuses a second ask. */
    void checkMayAsk() {
        if (pending > 0) {
            throw new IllegalStateException("generation " + generation + ": candidates " + (nextId - pending) + " to "
                    + (nextId - 1) + " were asked and not told yet");
        }
    }

    /** Hands out ids for so many candidates; the first. */
    long issue(int count) {
        long first = nextId;
        nextId += count;
        pending = count;
        return first;
    }

    /** The results of the candidates that are out, in the order of their ids; changes nothing. */
    Results inOrder(Results results) {
        if (pending == 0)
            throw new IllegalStateException("generation " + generation + ": told without having been asked");
        int[] position = positions(results.ids());
        boolean ordered = true;
        for (int k = 0; k < pending; k++) ordered &= position[k] == k;
        return ordered ? results : reordered(results, position);
    }

    /** For each candidate, in the order of its id, its position among the results. */
    private int[] positions(long[] ids) {
        long first = nextId - pending;
        int[] position = new int[pending];
        Arrays.fill(position, -1);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < first || ids[i] >= nextId) {
                throw new IllegalArgumentException("generation " + generation + ": unknown id " + ids[i]
                        + ", candidates " + first + " to " + (nextId - 1) + " are out");
            }
            int candidate = (int) (ids[i] - first);
            if (position[candidate] >= 0) {
                throw new IllegalArgumentException("generation " + generation + ": id " + ids[i] + " told twice");
            }
            position[candidate] = i;
        }
        for (int candidate = 0; candidate < pending; candidate++) {
            if (position[candidate] < 0) {
                throw new IllegalArgumentException(
                        "generation " + generation + ": result of id " + (first + candidate) + " is missing");
            }
        }
        return position;
    }

    private static Results reordered(Results results, int[] position) {
        int count = position.length;
        int width = results.width();
        long[] ids = new long[count];
        double[] fitness = new double[count];
        double[] vectors = new double[count * width];
        boolean[] failed = new boolean[count];
        for (int k = 0; k < count; k++) {
            int from = position[k];
            ids[k] = results.ids()[from];
            fitness[k] = results.fitness()[from];
            failed[k] = results.failed()[from];
            System.arraycopy(results.vectors(), from * width, vectors, k * width, width);
        }
        return new Results(ids, fitness, vectors, failed);
    }

    /** Closes the generation: everything that was asked is told. */
    void close() {
        pending = 0;
        generation++;
    }

    @Override
    public void save(StateOutput out) {
        out.put("generation", generation).put("nextId", nextId).put("pending", pending);
    }

    @Override
    public void restore(StateInput in) {
        generation = in.getLong("generation");
        nextId = in.getLong("nextId");
        pending = in.getInt("pending");
    }
}
