package thetascan.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where pieces of work lie until tasks in other processes fetch them, one at a time, and bring back what came of it. The piece of
 * a task that is lost is given to another. Knows no Spark. For several threads.
 */
final class Desk {

    /** Instead of the number of a piece: there is none now, ask again. */
    static final long AGAIN = -1;

    /** Instead of the number of a piece: there will be none. */
    static final long END = -2;

    /** So long a piece waits for a task where it had better be done, as in Spark's {@code spark.locality.wait}. */
    static final long ELSEWHERE_NANOS = 3_000_000_000L;

    /** So long a task waits for a piece before it asks again: connections on which nothing is said are thought to be broken. */
    static final long SILENCE_NANOS = 20_000_000_000L;

    private final int tries;
    private final LongSupplier nanoTime;
    /** Pieces that no task has, in the order in which they came. */
    private final Deque<Piece> open = new ArrayDeque<>();
    /** Tasks by their numbers, in the order in which they came. */
    private final Map<Long, Task> tasks = new LinkedHashMap<>();

    private final Set<Long> endedTasks = new HashSet<>();
    private final Set<String> knownPlaces = new HashSet<>();
    private long pieces;
    private boolean closed;

    /**
     * @param tries    of a piece before it is given up
     * @param nanoTime clock
     */
    Desk(int tries, LongSupplier nanoTime) {
        this.tries = tries;
        this.nanoTime = nanoTime;
    }

    /**
     * What is to be done.
     *
     * @param bytes that a task understands
     * @param place where it had better be done; empty = anywhere
     */
    record Sheet(byte[] bytes, String place) {}

    /** Takes the answer to a task that asked. */
    @FunctionalInterface
    interface Reply {
        /**
         * @param piece its number, {@link #AGAIN} or {@link #END}
         * @param bytes of the piece; else empty
         */
        void give(long piece, byte[] bytes);
    }

    /**
     * Has all the work done; results in its order.
     *
     * @throws GivenUpException naming a piece whose task was lost each time it was tried
     * @throws IllegalStateException if all is given up
     */
    List<byte[]> run(List<Sheet> work) {
        CompletableFuture<Object> broken = new CompletableFuture<>();
        List<Piece> own = put(work);
        for (Piece piece : own)
            piece.answer.whenComplete((done, failure) -> {
                if (failure != null) broken.completeExceptionally(failure);
            });
        CompletableFuture<?> all =
                CompletableFuture.allOf(own.stream().map(piece -> piece.answer).toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, broken).join();
        } catch (CompletionException e) {
            abandon(own);
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
        return own.stream().map(piece -> piece.answer.join()).toList();
    }

    private synchronized List<Piece> put(List<Sheet> work) {
        if (closed) throw new IllegalStateException("the work was cancelled");
        List<Piece> own = new ArrayList<>();
        for (Sheet sheet : work) own.add(new Piece(pieces++, own.size(), sheet, nanoTime.getAsLong()));
        open.addAll(own);
        handOut();
        return own;
    }

    private synchronized void abandon(List<Piece> own) {
        open.removeAll(own);
        for (Piece piece : own) piece.answer.completeExceptionally(new IllegalStateException("given up"));
    }

    /**
     * A task brings what came of its piece, and asks for another.
     *
     * @param task  number that no other task has
     * @param place where it runs
     * @param piece that it had; {@link #AGAIN} = none
     * @param reply told at once or when there is something to tell
     */
    synchronized void ask(long task, String place, long piece, byte[] answer, Reply reply) {
        if (closed || endedTasks.contains(task)) {
            reply.give(END, new byte[0]);
            return;
        }
        Task asking = tasks.computeIfAbsent(task, unknown -> new Task(place));
        knownPlaces.add(place);
        Piece had = asking.piece;
        asking.piece = null;
        if (had != null && had.number == piece) had.answer.complete(answer);
        else if (had != null && !had.answer.isDone()) open.addFirst(had); // it never came there
        asking.waits(reply, nanoTime.getAsLong());
        handOut();
    }

    /**
     * A task is over.
     *
     * @param reason why it did not end by itself; null = it did
     * @param counts true if its piece may be to blame
     */
    synchronized void ended(long task, @Nullable Throwable reason, boolean counts) {
        endedTasks.add(task);
        Task gone = tasks.remove(task);
        Piece piece = gone == null ? null : gone.piece;
        if (piece == null || piece.answer.isDone()) return;
        if (counts && ++piece.failures >= tries) {
            Throwable why = reason == null ? new IllegalStateException("the task ended before its time") : reason;
            piece.answer.completeExceptionally(new GivenUpException(piece.index, why));
        } else {
            open.addFirst(piece);
            handOut();
        }
    }

    /** Time has passed. */
    synchronized void tick() {
        handOut();
        long now = nanoTime.getAsLong();
        for (Task task : tasks.values()) {
            if (task.reply != null && now - task.since > SILENCE_NANOS) task.tell(AGAIN, new byte[0]);
        }
    }

    private void handOut() {
        Iterator<Task> waiting = tasks.values().iterator();
        while (!open.isEmpty() && waiting.hasNext()) {
            Task task = waiting.next();
            if (task.reply == null) continue;
            Piece piece = takeFor(task.place);
            if (piece == null) continue;
            task.piece = piece;
            task.tell(piece.number, piece.sheet.bytes);
        }
    }

    /** Takes the first piece that may be done there. */
    private @Nullable Piece takeFor(String place) {
        for (Iterator<Piece> left = open.iterator(); left.hasNext(); ) {
            Piece piece = left.next();
            if (!mayGoTo(place, piece)) continue;
            left.remove();
            return piece;
        }
        return null;
    }

    private boolean mayGoTo(String place, Piece piece) {
        String best = piece.sheet.place;
        if (best.isEmpty() || best.equals(place) || nanoTime.getAsLong() - piece.since > ELSEWHERE_NANOS) return true;
        return knownPlaces.contains(best) && tasks.values().stream().noneMatch(task -> task.place.equals(best)); // lost
    }

    /** All work that is not done is given up: whoever waits for it is told. */
    synchronized void fail(RuntimeException reason) {
        for (Piece piece : open) piece.answer.completeExceptionally(reason);
        open.clear();
        for (Task task : tasks.values()) {
            if (task.piece != null) task.piece.answer.completeExceptionally(reason);
        }
    }

    /**
     * Gives up all work; tasks end when they ask next.
     *
     * @return true if none was under way
     */
    synchronized boolean close() {
        closed = true;
        boolean idle = tasks.values().stream().allMatch(task -> task.piece == null);
        fail(new IllegalStateException("the work was cancelled"));
        for (Task task : tasks.values()) {
            if (task.reply != null) task.tell(END, new byte[0]);
        }
        return idle;
    }

    private static final class Piece {

        private final long number;
        private final int index;
        private final Sheet sheet;
        private final long since;
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
        private int failures;

        /**
         * @param index in its work
         * @param since when it came
         */
        Piece(long number, int index, Sheet sheet, long since) {
            this.number = number;
            this.index = index;
            this.sheet = sheet;
            this.since = since;
        }
    }

    private static final class Task {

        private final String place;
        private @Nullable Piece piece;
        /** Null while it works. */
        private @Nullable Reply reply;
        /** When it began to wait. */
        private long since;

        Task(String place) {
            this.place = place;
        }

        void waits(Reply waiting, long now) {
            reply = waiting;
            since = now;
        }

        void tell(long number, byte[] bytes) {
            Reply waiting = reply;
            reply = null;
            if (waiting != null) waiting.give(number, bytes);
        }
    }
}
