package thetascan.spark;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.storage.BlockManagerId;

/** Where a task runs. */
final class Place {

    private Place() {}

    /** This executor, as Spark names places that tasks may prefer. */
    static String here() {
        BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
        return "executor_" + id.host() + "_" + id.executorId();
    }

    /** A number that no other task of this driver has. */
    static long task() {
        return TaskContext.get().taskAttemptId();
    }
}
