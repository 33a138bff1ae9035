package thetascan.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A program that stays and answers in lines on its standard output. Lines that do not begin with a brace are prints of
 * its libraries: they and its standard error are read and dropped, save the end. Used by one thread at a time; it ends
 * when it is closed, when its time is up, when that thread is interrupted, or with this process, and leaves nothing.
 */
public final class LineProcess implements AutoCloseable {

    private static final int SIGNALS = 128;
    private static final int LONGEST_LINE = 64_000_000;
    private static final int FIRST_BUFFER = 65_536;
    private static final long LOOK_MS = 25;
    /** How long a program may take to end by itself once it is told to, and its last words to arrive. */
    private static final long LAST_WORDS_MS = 300;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "time limits of programs");
        thread.setDaemon(true);
        return thread;
    });

    private final Program program;
    private final ProcessTree tree;
    private final OutputStream requests;
    private final InputStream answers;
    private final RecentLines prints = new RecentLines();
    private final Thread errors;
    private final ScheduledFuture<?> clock;
    private final AtomicBoolean ended = new AtomicBoolean();

    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;

    /** The thread that waits for an answer; null while none is due. */
    private volatile @Nullable Thread waiting;

    private volatile long deadline;
    private volatile Duration limit = Duration.ZERO;
    private volatile boolean timedOut;
    private volatile boolean interrupted;
    /** When the clock first saw that it had ended; null before. */
    private @Nullable Long gone;

    private LineProcess(Program program, ProcessTree tree) {
        this.program = program;
        this.tree = tree;
        requests = tree.process().getOutputStream();
        answers = tree.process().getInputStream();
        errors = prints.follow(tree.process().getErrorStream(), "errors of a program");
        clock = CLOCK.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a program.
     *
     * @param program what; its time limit is not looked at, each {@link #expect} has its own
     * @param folder  its work folder, which must exist
     * @return the program, waiting for its first line
     * @throws ProgramFailure if it cannot be started
     */
    public static LineProcess start(Program program, Path folder) throws ProgramFailure {
        return new LineProcess(program, ProgramRunner.start(program, folder));
    }

    /**
     * From now on this thread waits for the program, so long at most.
     *
     * @param time positive
     */
    public void expect(Duration time) {
        limit = time;
        deadline = System.nanoTime() + time.toNanos();
        waiting = Thread.currentThread();
    }

    /** Nothing is due any more. */
    public void rest() {
        waiting = null;
    }

    private void look() {
        Thread thread = waiting;
        if (thread == null || ended.get()) return;
        boolean late = System.nanoTime() - deadline > 0;
        if (thread.isInterrupted()) interrupted = true;
        else if (late) timedOut = true;
        // what it left behind may hold its output open; nothing more will come of it
        if (interrupted || timedOut || isGone()) end();
    }

    /** Whether the program has ended and had a moment for its last words: to end what is left closes its streams. */
    private boolean isGone() {
        if (tree.process().isAlive()) return false;
        if (gone == null) gone = System.nanoTime();
        return !errors.isAlive() || System.nanoTime() - gone > TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MS);
    }

    /**
     * Sends lines.
     *
     * @param lines each with its line break
     * @throws ProgramFailure       if the program has ended
     * @throws InterruptedException if this thread was interrupted
     */
    public void send(byte[] lines) throws ProgramFailure, InterruptedException {
        try {
            requests.write(lines);
            requests.flush();
        } catch (IOException e) {
            throw over("");
        }
    }

    /**
     * {@return the next line of an answer, without its line break}
     *
     * @throws ProgramFailure       if the program ended, or the time was up
     * @throws InterruptedException if this thread was interrupted
     */
    public byte[] line() throws ProgramFailure, InterruptedException {
        int seen = start;
        while (true) {
            for (int i = seen; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, i);
                    start = i + 1;
                    seen = start;
                    if (line.length > 0 && line[0] == '{') return line;
                    prints.add(line, line.length);
                }
            }
            int unfinished = end - start;
            makeRoom();
            seen = end;
            if (!read()) throw over(unfinished > 0 && buffer[start] == '{' ? " in the middle of an answer" : "");
        }
    }

    private void makeRoom() throws ProgramFailure {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            if (buffer[0] != '{') end = 1; // a print without end: that it is one is all we need to know of it
            else if (end > LONGEST_LINE) throw broken("its answer is longer than " + LONGEST_LINE + " bytes");
            else buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private boolean read() {
        try {
            int n = answers.read(buffer, end, buffer.length - end);
            end += Math.max(n, 0);
            return n >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Ends a program whose answer cannot be used.
     *
     * @param detail what is wrong with the answer
     * @return the failure, to be thrown
     */
    public ProgramFailure broken(String detail) {
        end();
        return failure(ProgramFailure.Reason.WRONG_ANSWER, -1, detail);
    }

    /** Why there is no more output; ends what is left. */
    private ProgramFailure over(String where) throws InterruptedException {
        boolean over = tree.process().waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        if (over) errors.join(LAST_WORDS_MS);
        end();
        errors.join(LAST_WORDS_MS);
        if (interrupted) throw new InterruptedException("interrupted while program " + program.name() + " ran");
        if (timedOut) {
            String text = limit.toString().substring(2).toLowerCase(Locale.ROOT);
            return failure(ProgramFailure.Reason.TIMED_OUT, -1, "killed, for it did not answer within " + text);
        }
        if (!over) return failure(ProgramFailure.Reason.ENDED, -1, "closed its output" + where);
        int code = tree.process().exitValue();
        String signal = code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "";
        String detail = "ended" + where + ", exit code " + code + signal;
        return failure(ProgramFailure.Reason.ENDED, code, detail);
    }

    private ProgramFailure failure(ProgramFailure.Reason reason, int exitCode, String detail) {
        return new ProgramFailure(program.name(), reason, exitCode, detail, prints.text());
    }

    /** {@return false once it has ended, for whatever reason} */
    public boolean isAlive() {
        return tree.process().isAlive();
    }

    /** Closes its input, which tells it to end, waits a moment and kills what is left. */
    @Override
    public void close() {
        rest();
        try {
            requests.close();
            if (!ended.get()) tree.process().waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // it has ended already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void end() {
        clock.cancel(false);
        if (ended.compareAndSet(false, true)) tree.end();
    }
}
