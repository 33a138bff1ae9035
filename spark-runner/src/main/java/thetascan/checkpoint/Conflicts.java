package thetascan.checkpoint;

import java.util.List;
import thetascan.config.ScanConfig;

/** Refuses to go on with a scan under a configuration that would find other points. */
final class Conflicts {

    private static final int SHOWN = 5;

    private Conflicts() {}

    /**
     * @param location of the scan, for messages
     * @param stored   the configuration it was begun with, as YAML
     * @param source   where that was found
     * @throws CheckpointException if they conflict
     */
    static void check(String location, ScanConfig config, String stored, String source) {
        List<String> conflicts = config.conflicts(stored, source);
        if (conflicts.isEmpty()) return;
        throw new CheckpointException(location + ": was begun with another configuration: "
                + String.join("; ", conflicts.subList(0, Math.min(SHOWN, conflicts.size())))
                + (conflicts.size() > SHOWN ? "; and more" : "")
                + ". Use --fresh to start anew, or another --out.");
    }
}
