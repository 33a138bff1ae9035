package thetascan.scan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import thetascan.point.FoundPoint;

/**
 * Where points and checkpoints go. Calls come from the thread that runs the scan, while no point is evaluated: a store
 * that takes long had better hand over to a thread of its own.
 */
public interface ScanStore extends AutoCloseable {

    /** Keeps nothing. */
    ScanStore NONE = forgetting(point -> {});

    /**
     * A store that keeps nothing.
     *
     * @param each sees every point, in order
     * @return the store; it has nothing to load
     */
    static ScanStore forgetting(Consumer<FoundPoint> each) {
        return new ScanStore() {
            @Override
            public Optional<byte[]> load() {
                return Optional.empty();
            }

            @Override
            public void append(List<FoundPoint> points) {
                points.forEach(each);
            }

            @Override
            public void commit(Commit commit) {}

            @Override
            public void close() {}
        };
    }

    /**
     * State of the last commit, if there is one. Points appended after it are gone, as if they had never been.
     *
     * @return what {@link #commit} was given last
     * @throws IOException if the store cannot be read
     */
    Optional<byte[]> load() throws IOException;

    /**
     * Takes the points of a round, in order. They are durable only with the next commit.
     *
     * @param points valid ones and what else is kept
     * @throws IOException if they cannot be written
     */
    void append(List<FoundPoint> points) throws IOException;

    /**
     * Makes everything appended so far durable, with the state that goes with it.
     *
     * @param commit state of the scan and where it stands
     * @throws IOException if it cannot be written; then the last commit is the one before
     */
    void commit(Commit commit) throws IOException;

    @Override
    void close() throws IOException;
}
