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

    /** State of the last commit, if there is one. Points appended after it are gone, as if they had never been. */
    Optional<byte[]> load() throws IOException;

    /** Takes the points of a round, in order. They are durable only with the next commit. */
    void append(List<FoundPoint> points) throws IOException;

    /** Makes everything appended so far durable, with the state that goes with it. */
    void commit(Commit commit) throws IOException;

    @Override
    void close() throws IOException;
}
