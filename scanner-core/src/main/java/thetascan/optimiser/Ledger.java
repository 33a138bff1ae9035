package thetascan.optimiser;

import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Which candidates are out: guards the order of ask and tell, and the ids. */
public final class Ledger implements Persistent {

    private long generation;
    private long nextId;
    /** Number of candidates asked and not told yet. */
    private int pending;

    /** Generations told. */
    public long generation() {
        return generation;
    }

    /** Candidates ever asked. */
    public long asked() {
        return nextId;
    }

    /** Refuses a second ask. */
    public void checkMayAsk() {
        if (pending > 0) {
            throw new IllegalStateException("generation " + generation + ": candidates " + (nextId - pending) + " to "
                    + (nextId - 1) + " were asked and not told yet");
        }
    }

    /** Hands out ids for so many candidates; the first. */
    public long issue(int count) {
        long first = nextId;
        nextId += count;
        pending = count;
        return first;
    }

    /**
     * Closes the generation.
     *
     * @return for each candidate, in the order of its id, its position in the results
     */
    public int[] settle(Results results) {
        if (pending == 0)
            throw new IllegalStateException("generation " + generation + ": told without having been asked");
        long first = nextId - pending;
        int[] position = new int[pending];
        for (int i = 0; i < results.count(); i++) {
            long id = results.ids()[i];
            if (id < first || id >= nextId) {
                throw new IllegalArgumentException("generation " + generation + ": unknown id " + id + ", candidates "
                        + first + " to " + (nextId - 1) + " are out");
            }
            int candidate = (int) (id - first);
            if (position[candidate] != 0) {
                throw new IllegalArgumentException("generation " + generation + ": id " + id + " told twice");
            }
            position[candidate] = i + 1;
        }
        for (int candidate = 0; candidate < pending; candidate++) {
            if (position[candidate] == 0) {
                throw new IllegalArgumentException(
                        "generation " + generation + ": result of id " + (first + candidate) + " is missing");
            }
            position[candidate]--;
        }
        pending = 0;
        generation++;
        return position;
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
