package thetascan.scan;

/** Follows a scan. Calls come from the thread that runs it. */
public interface ScanListener {

    /** Nobody listens. */
    ScanListener NONE = new ScanListener() {};

    /** The scan begins, or goes on from a commit. */
    default void started(Progress progress) {}

    /** A round was done. */
    default void advanced(Progress progress) {}

    /** A commit became durable. */
    default void committed(Commit commit) {}

    /** The scan came to an end. */
    default void stopped(Stop reason, Progress progress) {}
}
