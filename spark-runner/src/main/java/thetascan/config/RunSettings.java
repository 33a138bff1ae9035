package thetascan.config;

import java.time.Duration;
import java.util.List;
import thetascan.option.SettingException;
import thetascan.scan.ScanSetup;
import thetascan.spark.Master;
import thetascan.spark.Placement;

/**
 * Where a scan runs ({@code run}). Its points do not depend on any of this.
 *
 * @param master          machine or cluster, as Spark names it; {@code local[*]} = all cores of this machine
 *                        (default)
 * @param placement       what runs where (default auto)
 * @param jars            files with models, detectors and optimisers of a user's own, and what those need (default none)
 * @param checkpointEvery wall-clock time between commits; 0s = after every round (default 60 s)
 */
public record RunSettings(String master, Placement placement, List<String> jars, Duration checkpointEvery) {

    /** All cores of this machine, a commit a minute. */
    public static final RunSettings DEFAULTS =
            new RunSettings("local[*]", Placement.AUTO, List.of(), ScanSetup.CHECKPOINT_EVERY);

    /**
     * Checks the master.
     *
     * @param master          machine or cluster
     * @param placement       what runs where
     * @param jars            files
     * @param checkpointEvery time between commits
     * @throws SettingException if Spark has no such master
     */
    public RunSettings {
        jars = List.copyOf(jars);
        try {
            new Master(master);
        } catch (IllegalArgumentException e) {
            throw new SettingException("master", String.valueOf(e.getMessage()));
        }
    }
}
