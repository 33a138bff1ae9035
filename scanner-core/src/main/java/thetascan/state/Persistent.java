package thetascan.state;

/** Something whose state can be saved and restored bit by bit. */
public interface Persistent {

    /**
     * Writes the whole state, random generators included.
     *
     * @param out where to
     */
    void save(StateOutput out);

    /**
     * Replaces the state by a saved one of the same kind; fields are read in the order they were written.
     *
     * @param in where from
     */
    void restore(StateInput in);
}
