package thetascan.scan;

import java.time.Duration;
import thetascan.island.SearchSetup;

/**
 * Everything a scan needs.
 *
 * @param search          model, space, constraints and how to search
 * @param stop            when to end
 * @param keep            which points to keep
 * @param checkpointEvery wall-clock time between commits; zero = after every round. Results do not depend on it
 */
public record ScanSetup(SearchSetup search, StopRules stop, KeepSettings keep, Duration checkpointEvery) {

    public static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(60);

    public ScanSetup {
        if (checkpointEvery.isNegative()) {
            throw new IllegalArgumentException("run.checkpoint_every: " + checkpointEvery + " must be 0 or more");
        }
    }
}
