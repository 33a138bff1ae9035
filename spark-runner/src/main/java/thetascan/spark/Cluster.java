package thetascan.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** A running Spark, set up as a scan wants it: quiet, and for this machine alone where nothing else is asked for. */
final class Cluster implements AutoCloseable {

    /** Jar with the classes executors need where they are started without them; set by the launcher. */
    private static final String JAR_PROPERTY = "thetascan.spark.jar";

    private static final Pattern GIVEN_UP = Pattern.compile("Task (\\d+) in stage \\S+ failed \\d+ times");

    private final JavaSparkContext context;

    private final boolean isLocal;

    /** True if Spark starts and ends executors as it has tasks for them: none may stay in one. */
    private final boolean isElastic;

    /** Where tasks are threads of this JVM, those that are there. */
    private @Nullable LocalTasks threads;

    /** Those that are in executors. */
    private @Nullable ClusterTasks tasks;

    private Cluster(JavaSparkContext context, boolean isLocal) {
        this.context = context;
        this.isLocal = isLocal;
        isElastic = context.getConf().getBoolean("spark.dynamicAllocation.enabled", false);
        // Otherwise Spark looks through the stack for them at each job.
        context.setLocalProperty("callSite.short", "generations of a scan");
        context.setLocalProperty("callSite.long", "");
    }

    static Cluster start(Master master, String name) {
        return new Cluster(new JavaSparkContext(settings(master, name)), master.isLocal());
    }

    /** True if tasks run in threads of this JVM. */
    boolean isLocal() {
        return isLocal;
    }

    /** Spark's settings; whatever {@code spark.*} properties or spark-submit say goes before ours. */
    static SparkConf settings(Master master, String name) {
        SparkConf settings = new SparkConf()
                .setMaster(master.sparkUrl())
                .setIfMissing("spark.app.name", name)
                .setIfMissing("spark.log.level", "WARN")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.broadcast.compress", "false"); // numbers, which do not shrink
        if (master.isLoopback()) {
            settings.setIfMissing("spark.ui.enabled", "false")
                    .setIfMissing("spark.driver.host", "127.0.0.1")
                    .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        master.localClusterMemory().ifPresent(mb -> settings.setIfMissing("spark.executor.memory", mb + "m"));
        String jar = System.getProperty(JAR_PROPERTY);
        if (jar != null && !master.isLocal()) {
            settings.setIfMissing("spark.jars", jar);
        }
        return settings;
    }

    /** Cores that compute now. */
    int cores() {
        return context.defaultParallelism();
    }

    /** Gives the classes of a jar to every task before its next work. */
    void addJar(Path jar) {
        endTasks(); // those that are there would not hear of it
        context.addJar(jar.toString());
    }

    /**
     * The piece of work because of which a job was given up: its task failed, or took its executor along, each time it was
     * tried. The cluster can go on.
     *
     * @return its number in the job; empty if something else is wrong
     */
    OptionalInt givenUp(Exception e) {
        if (e instanceof GivenUpException own) return OptionalInt.of(own.piece());
        boolean isSparks = e instanceof SparkException && !context.sc().isStopped(); // Scala declares nothing
        Matcher task = GIVEN_UP.matcher(String.valueOf(e.getMessage()));
        return isSparks && task.find() ? OptionalInt.of(Integer.parseInt(task.group(1))) : OptionalInt.empty();
    }

    /** Gives up all that is being done: nobody waits for it any more. */
    void cancel() {
        endTasks();
        if (isElastic) context.cancelAllJobs();
    }

    private synchronized LocalTasks threads() {
        if (threads == null) threads = new LocalTasks(context.sc(), cores());
        return threads;
    }

    private synchronized ClusterTasks tasks() {
        if (tasks == null) tasks = new ClusterTasks(context.sc());
        return tasks;
    }

    private synchronized void endTasks() {
        if (threads != null) threads.close();
        if (tasks != null) tasks.close();
        threads = null;
        tasks = null;
    }

    /** Sends a value to every executor that asks, once. */
    <T> Broadcast<T> share(T value) {
        return context.broadcast(value);
    }

    /**
     * Does all the work, in whatever order and place; results in the order of {@code work}.
     *
     * @throws UnfitNode if Spark gave it up because a search cannot be made somewhere
     */
    List<byte[]> run(List<? extends Work> work) {
        try {
            if (isLocal) return threads().run(work);
            return isElastic ? WorkRdd.run(context.sc(), work) : tasks().run(work, cores());
        } catch (Exception e) { // Spark's is none that Java knows of
            Optional<UnfitNode> node = UnfitNode.behind(e);
            if (node.isPresent()) throw node.get();
            throw e;
        }
    }

    /** Waits until there is an executor; if Spark gives up waiting, the next work says why. */
    void awaitExecutors(Patience patience) {
        String memory = context.getConf().get("spark.executor.memory", "1g");
        boolean spoke = patience.await(
                () -> context.sc().isStopped() || !Place.executors().isEmpty(),
                "executors of " + context.master(),
                "the cluster has started none yet. It may have no worker with a free core and " + memory
                        + " of memory, or cannot be reached");
        if (spoke && !context.sc().isStopped()) patience.say("computing on " + cores() + " cores");
    }

    /** The executors that have registered by now; one at least. */
    List<String> executors() {
        run(List.of(new Readiness.Nothing()));
        return Place.executors();
    }

    @Override
    public void close() {
        endTasks();
        context.close();
    }
}
