package thetascan.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;

/**
 * Work where tasks are threads of this JVM. They are those of one Spark job, which lasts as long as this: they wait for pieces of
 * work and find them here, so that nothing is written and read. A job for each round or generation would cost a tenth of what
 * islands of cheap points work, most of it the compiling of what writes and reads tasks. For several threads.
 */
final class LocalTasks implements AutoCloseable {

    private static final Map<String, LocalTasks> KNOWN = new ConcurrentHashMap<>();

    private final SparkContext context;
    private final String name = UUID.randomUUID().toString();
    /** In the order in which they came; empty = there are no more. */
    private final BlockingQueue<Optional<Piece>> pieces = new LinkedBlockingQueue<>();
    /** Pieces that are not done. */
    private final AtomicInteger open = new AtomicInteger();

    private final CompletableFuture<List<byte[]>> job;

    /**
     * @param threads of the context
     */
    LocalTasks(SparkContext context, int threads) {
        this.context = context;
        KNOWN.put(name, this);
        List<Task> tasks = new ArrayList<>();
        while (tasks.size() < threads) tasks.add(new Task(name));
        job = CompletableFuture.supplyAsync(() -> WorkRdd.run(context, tasks), LocalTasks::beside);
    }

    private static void beside(Runnable work) {
        Thread thread = new Thread(work, "tasks of this process");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Does all the work; results in its order. A piece that throws is not tried again: it would find nothing changed.
     *
     * @throws GivenUpException naming the first piece that threw
     */
    List<byte[]> run(List<? extends Work> work) {
        List<Piece> own = new ArrayList<>();
        for (Work each : work) own.add(new Piece(each));
        open.addAndGet(own.size());
        for (Piece piece : own) pieces.add(Optional.of(piece));
        CompletableFuture<?> all =
                CompletableFuture.allOf(own.stream().map(piece -> piece.answer).toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all.handle((done, failure) -> ""), job).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("Spark ended its tasks", e.getCause());
        }
        if (!all.isDone()) throw new IllegalStateException("Spark ended its tasks before their time");
        List<byte[]> answers = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) answers.add(own.get(i).answer(i));
        return answers;
    }

    /** A task: does pieces of work as they come. */
    private byte[] serve() {
        try {
            for (Optional<Piece> next = pieces.take(); next.isPresent(); next = pieces.take()) {
                next.get().run(open);
                Thread.interrupted(); // a piece may leave its thread interrupted
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Spark ends
        }
        pieces.add(Optional.empty()); // for the others
        return new byte[0];
    }

    /** Ends the tasks; work that is not done is given up, without waiting for it. */
    @Override
    public void close() {
        KNOWN.remove(name);
        boolean idle = open.get() == 0;
        pieces.clear();
        pieces.add(Optional.empty());
        if (!idle) context.cancelAllJobs();
        job.handle((done, failure) -> "").join(); // whoever waits for work is told of a failure
    }

    /** A piece of work and what came of it. */
    private static final class Piece {

        private final Work work;
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

        Piece(Work work) {
            this.work = work;
        }

        /**
         * @param open counts it as long as it is not done
         */
        void run(AtomicInteger open) {
            try {
                byte[] done = work.run();
                open.decrementAndGet();
                answer.complete(done);
            } catch (Throwable e) { // Scala and models declare nothing; whoever asked for the work is told
                open.decrementAndGet();
                answer.completeExceptionally(e);
            }
        }

        /**
         * @param index of the piece, for messages
         */
        byte[] answer(int index) {
            try {
                return answer.join();
            } catch (CompletionException e) {
                Throwable reason = e.getCause() == null ? e : e.getCause();
                if (reason instanceof VirtualMachineError error) throw error; // no memory: nothing works any more
                throw new GivenUpException(index, reason);
            }
        }
    }

    private static final class Task implements Work {

        private static final long serialVersionUID = 1L;

        private final String tasks;

        Task(String tasks) {
            this.tasks = tasks;
        }

        @Override
        public byte[] run() {
            LocalTasks here = KNOWN.get(tasks);
            return here == null ? new byte[0] : here.serve(); // null = the work was over before Spark came to it
        }
    }
}
