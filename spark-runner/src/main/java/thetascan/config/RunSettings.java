package thetascan.config;

import java.time.Duration;
import thetascan.scan.ScanSetup;
import thetascan.spark.Master;
import thetascan.spark.Placement;

/**
 * Where a scan runs ({@code run}). Its points do not depend on any of this.
 *
 * @param master          machine or cluster, as Spark names it; {@code local[*]} = all cores of this machine
 * @param placement       what runs where
 * @param checkpointEvery time between commits; 0s = after every round
 */
public record RunSettings(String master, Placement placement, Duration checkpointEvery) {

    public static final RunSettings DEFAULTS = new RunSettings("local[*]", Placement.AUTO, ScanSetup.CHECKPOINT_EVERY);

    public RunSettings {
        try {
            new Master(master);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("master: " + e.getMessage(), e);
        }
    }
}
