package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManagerId;
import scala.jdk.javaapi.CollectionConverters;

/** Where a task runs. */
final class Place {

    private Place() {}

    /** This executor, as Spark names places that tasks may prefer. */
    static String here() {
        BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
        return of(id);
    }

    /** This executor, for people; empty for the process that runs the scan. */
    static Optional<String> name() {
        BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
        return id.isDriver()
                ? Optional.empty()
                : Optional.of("node " + id.host() + " (executor " + id.executorId() + ")");
    }

    /** The executors that have registered by now, as Spark names places that tasks may prefer. */
    static List<String> executors() {
        List<String> places = new ArrayList<>();
        for (BlockManagerId id : CollectionConverters.asJava(
                SparkEnv.get().blockManager().master().getMemoryStatus().keySet())) {
            if (!id.isDriver()) places.add(of(id));
        }
        return places.stream().sorted().toList();
    }

    private static String of(BlockManagerId id) {
        return "executor_" + id.host() + "_" + id.executorId();
    }

    /** A number that no other call gives, in whichever executor: a task may do many pieces of work, and a piece be done twice. */
    static long mark() {
        return UUID.randomUUID().getMostSignificantBits();
    }
}
