package thetascan.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import thetascan.model.CostClass;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;

/** What runs where. The points of a scan are the same, bit for bit, in every placement. */
public enum Placement {
    /** Chosen by {@link #resolve}. */
    AUTO,
    /** Threads of this JVM, without Spark. */
    IN_PROCESS,
    /** Islands here; the candidates of all of them go out in pieces, to Spark tasks that stay for the whole scan. */
    BATCHES,
    /** Islands are where Spark tasks are, which stay for the whole scan and take them through a round each time. */
    ISLANDS;

    /**
     * Decides {@link #AUTO}; any other placement stays. A piece of work costs about a millisecond on a cluster, so there points
     * of microseconds travel by the round and dear ones by the generation; on one machine threads do without Spark.
     *
     * @param cost how dear a point is
     * @param master where the scan computes
     * @return what runs where; never {@link #AUTO}
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

    /**
     * {@return what runs the rounds of a search here}
     *
     * @param master where the scan computes
     * @param name   of the scan, for Spark
     * @param jars   a user's own, which executors need too
     * @param search whose rounds run
     * @param recipe makes the search anew in another JVM
     * @param news   receives sentences for people while executors are waited for
     * @throws IllegalStateException if this is {@link #AUTO}
     */
    public RoundRunner rounds(
            Master master,
            String name,
            List<Path> jars,
            SearchSetup search,
            SearchRecipe recipe,
            Consumer<String> news) {
        if (this == AUTO) throw new IllegalStateException("a placement that is not resolved");
        return this == IN_PROCESS
                ? new ForkJoinRounds(search, master.threads())
                : new SparkRounds(this, master, name, jars, search, recipe, news);
    }
}
