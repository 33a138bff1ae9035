package thetascan.scan;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import thetascan.option.SettingException;
import thetascan.search.SearchSetup;

/**
 * Everything a scan needs.
 *
 * @param search          model, space, constraints and how to search
 * @param stop            when to end
 * @param keep            which points to keep
 * @param seeds           unit-box coordinates of the points to begin with, asked for when a scan is begun (default none)
 * @param checkpointEvery wall-clock time between commits; zero = after every round (default 60 s). Results do
 *                        not depend on it
 */
public record ScanSetup(
        SearchSetup search,
        StopRules stop,
        KeepSettings keep,
        Supplier<List<double[]>> seeds,
        Duration checkpointEvery) {

    /** Wall-clock time between commits if nothing is said. */
    public static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(60);

    /**
     * A scan without seeds.
     *
     * @param search model, space, constraints and how to search
     * @param stop when to end
     * @param keep which points to keep
     * @param checkpointEvery wall-clock time between commits; zero = after every round
     */
    public ScanSetup(SearchSetup search, StopRules stop, KeepSettings keep, Duration checkpointEvery) {
        this(search, stop, keep, List::of, checkpointEvery);
    }

    /**
     * Checks the time between commits.
     *
     * @param search model, space, constraints and how to search
     * @param stop when to end
     * @param keep which points to keep
     * @param seeds unit-box coordinates of the points to begin with, asked for when a scan is begun
     * @param checkpointEvery wall-clock time between commits; zero = after every round. Results do not depend on it
     * @throws SettingException if it is negative
     */
    public ScanSetup {
        if (checkpointEvery.isNegative()) {
            throw new SettingException("checkpoint_every", checkpointEvery + " must be 0 or more").under("run");
        }
    }
}
