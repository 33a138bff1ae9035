package thetascan.spark;

import thetascan.config.ConfigRecipe;
import thetascan.config.ScanConfig;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;

/** One Spark for many scans. */
public final class SharedSpark implements AutoCloseable {

    private final Cluster cluster;

    private SharedSpark(Cluster cluster) {
        this.cluster = cluster;
    }

    public static SharedSpark start(String master) {
        return new SharedSpark(Cluster.start(new Master(master), "many scans"));
    }

    /** Rounds of one scan; to be closed before this is. */
    public RoundRunner rounds(Placement placement, ScanConfig config, SearchSetup setup) {
        return SparkRounds.runner(placement, cluster, setup, new ConfigRecipe(config.toYaml()));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
