package thetascan.optimiser;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Which candidates are out: guards the order of ask and tell, and the ids. The oldest generation is told first. */
final class Ledger implements Persistent {

    private long generation;
    private long nextId;
    /** Number of candidates of the oldest generation that was asked and not told yet; 0 if all are told. */
    private int pending;
    /** The same of those asked after it. */
    private final Deque<Integer> later = new ArrayDeque<>();

    /** Generations told. */
    long generation() {
        return generation;
    }

    /** Candidates ever asked. */
    long issued() {
        return nextId;
    }

    /** Generations asked and not told. */
    int out() {
        return pending == 0 ? 0 : 1 + later.size();
    }

    /** Id of the first candidate that is out. */
    private long firstOut() {
        long first = nextId - pending;
        for (int count : later) first -= count;
        return first;
    }

    /** Refuses a second ask. */
    void checkMayAsk(boolean ahead) {
        if (pending > 0 && !ahead) {
            throw new IllegalStateException("generation " + generation + ": candidates " + firstOut() + " to "
                    + (nextId - 1) + " were asked and not told yet");
        }
    }

    /** Hands out ids for so many candidates; the first. */
    long issue(int count) {
        long first = nextId;
        nextId += count;
        if (pending == 0) pending = count;
        else later.add(count);
        return first;
    }

    /** The results of the oldest candidates that are out, in the order of their ids; changes nothing. */
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
        long first = firstOut();
        long last = first + pending - 1;
        int[] position = new int[pending];
        Arrays.fill(position, -1);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < first || ids[i] > last) {
                throw new IllegalArgumentException("generation " + generation + ": unknown id " + ids[i]
                        + ", candidates " + first + " to " + last + " are out");
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
        double[] commonness = new double[results.commonness().length];
        for (int k = 0; k < count; k++) {
            int from = position[k];
            ids[k] = results.ids()[from];
            fitness[k] = results.fitness()[from];
            failed[k] = results.failed()[from];
            if (commonness.length > 0) commonness[k] = results.commonness()[from];
            System.arraycopy(results.vectors(), from * width, vectors, k * width, width);
        }
        return new Results(ids, fitness, vectors, failed, commonness);
    }

    /** Closes the oldest generation: it is told. */
    void close() {
        pending = later.isEmpty() ? 0 : later.remove();
        generation++;
    }

    @Override
    public void save(StateOutput out) {
        out.put("generation", generation).put("nextId", nextId).put("pending", pending);
        if (!later.isEmpty()) {
            out.put("later", later.stream().mapToLong(Integer::longValue).toArray());
        }
    }

    @Override
    public void restore(StateInput in) {
        generation = in.getLong("generation");
        nextId = in.getLong("nextId");
        pending = in.getInt("pending");
        later.clear();
        if (!in.isAtEnd()) {
            for (long count : in.getLongs("later")) later.add((int) count);
        }
    }
}
