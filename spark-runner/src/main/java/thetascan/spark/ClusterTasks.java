package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.rpc.RpcCallContext;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.ThreadSafeRpcEndpoint;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.PartialFunction;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Work where tasks are in other processes: one task for each core, which lasts as long as this and fetches pieces of work from
 * here. Each is a Spark job of its own, so that the end of one, which is begun anew, leaves the others alone. A job for each round
 * or generation takes several milliseconds, much of that the compiling of what Spark does for one. For several threads.
 */
final class ClusterTasks implements AutoCloseable {

    /** Spark's own value of {@code spark.task.maxFailures}. */
    private static final int TRIES = 4;

    private static final int TICK_SECONDS = 1;
    private static final int CLOSING_SECONDS = 5;

    private final SparkContext context;
    private final String name = "thetascan-" + UUID.randomUUID();
    private final Desk desk;
    private final RpcEnv messages;
    private final RpcEndpointRef endpoint;
    private final SparkListener ends = new TaskEnds();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tasks of the cluster");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong numbers = new AtomicLong();
    /** Jobs that have not ended. */
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();

    private volatile boolean closed;

    ClusterTasks(SparkContext context) {
        this.context = context;
        desk = new Desk(context.conf().getInt("spark.task.maxFailures", TRIES), System::nanoTime);
        messages = SparkEnv.get().rpcEnv();
        endpoint = messages.setupEndpoint(name, new Questions());
        context.addSparkListener(ends);
        clock.scheduleWithFixedDelay(desk::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** A resident task of Spark. */
    private static final class Job {

        /** True if its task has asked for work, so that it can be done there. */
        private volatile boolean works;

        private volatile @Nullable FutureAction<?> action;
        private final CompletableFuture<String> ended = new CompletableFuture<>();
    }

    /**
     * Does all the work; results in its order.
     *
     * @param cores that there are now
     * @throws GivenUpException naming a piece that broke its task each time it was tried
     */
    List<byte[]> run(List<? extends Work> work, int cores) {
        begin(cores);
        List<Desk.Sheet> sheets = new ArrayList<>();
        for (Work each : work) sheets.add(new Desk.Sheet(ResidentTask.bytes(each), each.place()));
        return desk.run(sheets);
    }

    private synchronized void begin(int cores) {
        while (jobs.size() < cores) begin();
    }

    private void begin() {
        long number = numbers.getAndIncrement();
        Job job = new Job();
        jobs.put(number, job);
        FutureAction<?> action = WorkRdd.begin(context, new ResidentTask(name, number));
        job.action = action;
        FutureConverters.asJava(action).whenCompleteAsync((done, failure) -> ended(number, job, failure), clock);
    }

    /** A job ends before its time where its task broke as often as Spark tries one. */
    private void ended(long number, Job job, @Nullable Throwable failure) {
        jobs.remove(number);
        job.ended.complete("");
        if (closed) return;
        try {
            if (!job.works || context.isStopped())
                throw new IllegalStateException("Spark ended a task: " + failure, failure);
            begin();
        } catch (RuntimeException e) {
            desk.fail(e);
        }
    }

    /** Ends the tasks; work that is not done is given up, without waiting for it. */
    @Override
    public void close() {
        closed = true;
        boolean idle = desk.close();
        context.removeSparkListener(ends);
        if (idle) awaitEnds();
        for (Job job : jobs.values()) {
            FutureAction<?> action = job.action;
            if (action != null && !context.isStopped()) action.cancel();
        }
        messages.stop(endpoint);
        clock.shutdownNow();
    }

    /** Tasks that have been told to end are about to. */
    private void awaitEnds() {
        CompletableFuture<?>[] ends = jobs.values().stream()
                .filter(job -> job.works)
                .map(job -> job.ended)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** What tasks ask comes here. Spark's endpoints are for Spark alone; why one is used, docs/decisions.md tells. */
    private final class Questions implements ThreadSafeRpcEndpoint {

        @Override
        public RpcEnv rpcEnv() {
            return messages;
        }

        @Override
        public PartialFunction<Object, BoxedUnit> receiveAndReply(RpcCallContext asking) {
            return new AbstractPartialFunction<>() {
                @Override
                public boolean isDefinedAt(Object message) {
                    return message instanceof byte[];
                }

                @Override
                @SuppressWarnings("unchecked") // B is what there is instead of nothing
                public <A extends Object, B> B applyOrElse(A message, Function1<A, B> otherwise) {
                    if (!(message instanceof byte[] question)) return otherwise.apply(message);
                    asked(ResidentTask.Question.of(question), asking);
                    return (B) BoxedUnit.UNIT;
                }
            };
        }
    }

    private void asked(ResidentTask.Question question, RpcCallContext asking) {
        Job job = jobs.get(question.job());
        if (job != null) job.works = true;
        desk.ask(
                question.task(),
                question.place(),
                question.piece(),
                question.answer(),
                (piece, work) -> asking.reply(ResidentTask.reply(piece, work)));
    }

    /** Tells of tasks that are over, also of those whose executor is lost. */
    private final class TaskEnds extends SparkListener {

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            boolean failed = end.reason() instanceof TaskFailedReason;
            boolean counts = failed && ((TaskFailedReason) end.reason()).countTowardsTaskFailures();
            desk.ended(end.taskInfo().taskId(), failed ? reason((TaskFailedReason) end.reason()) : null, counts);
        }

        private static Throwable reason(TaskFailedReason reason) {
            if (reason instanceof ExceptionFailure thrown && thrown.exception().isDefined())
                return thrown.exception().get();
            return new IllegalStateException(reason.toErrorString());
        }
    }
}
