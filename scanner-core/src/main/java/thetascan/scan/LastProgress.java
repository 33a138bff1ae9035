package thetascan.scan;

import java.util.Optional;

/** Remembers where a scan ended. */
public final class LastProgress implements ScanListener {

    private Optional<Progress> progress = Optional.empty();

    @Override
    public void stopped(Stop reason, Progress end) {
        progress = Optional.of(end);
    }

    /**
     * Where the scan ended.
     *
     * @return its last progress
     * @throws IllegalStateException if it did not end yet
     */
    public Progress get() {
        return progress.orElseThrow(() -> new IllegalStateException("the scan did not end yet"));
    }
}
