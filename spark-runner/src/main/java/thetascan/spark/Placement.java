package thetascan.spark;

import thetascan.model.CostClass;

/** What runs where. The points of a scan are the same, bit for bit, in every placement. */
public enum Placement {
    /** Chosen by {@link #resolve}. */
    AUTO,
    /** Threads of this JVM, without Spark. */
    IN_PROCESS,
    /** Islands here; the candidates of all of them go out as one Spark job per generation. */
    BATCHES,
    /** Whole islands travel, one Spark job per round. */
    ISLANDS;

    /**
     * Decides {@link #AUTO}; any other placement stays. A job costs about 1 ms here and 3 ms on a cluster, so on a
     * cluster points of microseconds travel by the round and dear ones by the generation; on one machine threads do
     * without Spark.
     */
    public Placement resolve(CostClass cost, Master master) {
        if (this != AUTO) {
            return this;
        }
        if (master.isLocal()) {
            return IN_PROCESS;
        }
        return cost == CostClass.CHEAP ? ISLANDS : BATCHES;
    }
}
