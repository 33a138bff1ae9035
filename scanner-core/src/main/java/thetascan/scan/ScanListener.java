package thetascan.scan;

/** Follows a scan. Calls come from the thread that runs it. */
public interface ScanListener {

    /** Nobody listens. */
    ScanListener NONE = new ScanListener() {};

    /**
     * The scan begins, or goes on from a commit.
     *
     * @param progress where it stands
     */
    default void started(Progress progress) {}

    /**
     * A round was done.
     *
     * @param progress where the scan stands after it
     */
    default void advanced(Progress progress) {}

    /**
     * A commit became durable.
     *
     * @param commit what became durable
     */
    default void committed(Commit commit) {}

    /**
     * The scan came to an end.
     *
     * @param reason why
     * @param progress where the scan stands
     */
    default void stopped(Stop reason, Progress progress) {}
}
