package thetascan.checkpoint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Folder;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.PointWriter;
import thetascan.catalogue.Schema;
import thetascan.point.FoundPoint;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanStore;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Keeps a scan in its catalogue folder. A commit counts when its checkpoint has its name: first the points file is
 * finished, then the checkpoint is written beside its place and renamed. What a killed run left behind the last
 * checkpoint is removed when the scan goes on. Points are written by a thread of their own while the scan computes.
 */
public final class CatalogueStore implements ScanStore {

    /** Checkpoints that are kept: the last, and one to fall back on should it be torn. */
    private static final int KEPT = 2;

    private static final String SUFFIX = ".checkpoint";

    private final Catalogue catalogue;
    private final Folder folder;
    private final Schema schema;
    private final Manifest manifest;
    private final Origin origin;
    private final PlatformCheck check;
    private final String configuration;
    private final Instant started = Instant.now();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "catalogue");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> written = CompletableFuture.completedFuture(null);
    private int next;
    private @Nullable PointWriter points; // of commit 'next', used by the writing thread

    /**
     * @param configuration resolved configuration, kept in the folder once it is clear that the scan goes on there
     */
    CatalogueStore(
            Catalogue catalogue,
            Schema schema,
            Manifest manifest,
            Origin origin,
            PlatformCheck check,
            String configuration) {
        this.catalogue = catalogue;
        folder = catalogue.folder();
        this.schema = schema;
        this.manifest = manifest;
        this.origin = origin;
        this.check = check;
        this.configuration = configuration;
    }

    @Override
    public Optional<byte[]> load() throws IOException {
        NavigableSet<Integer> numbers = numbers();
        for (int number : numbers.descendingSet()) {
            try {
                byte[] state = state(number);
                begin(number);
                return Optional.of(state);
            } catch (CheckpointFile.TornException e) {
                if (number == numbers.first() && number > 0) {
                    throw new CheckpointException(location(number) + ": " + e.getMessage()
                            + ", and there is no earlier one. Use --fresh to start anew, or another --out.");
                }
            }
        }
        begin(-1);
        return Optional.empty();
    }

    private byte[] state(int number) throws IOException, CheckpointFile.TornException {
        StateInput in;
        try {
            in = new StateInput(CheckpointFile.decode(folder.read(name(number))));
        } catch (CheckpointException e) {
            throw new CheckpointException(location(number) + ": " + e.getMessage());
        }
        Optional<String> conflict = origin.conflict(Origin.read(in), check);
        if (conflict.isPresent()) throw new CheckpointException(folder.location() + ": " + conflict.get());
        return in.getBytes("state");
    }

    private void begin(int last) throws IOException {
        catalogue.writeConfiguration(configuration);
        for (int number : numbers().tailSet(last, false)) folder.delete(name(number));
        catalogue.removePointsAfter(last);
        next = last + 1;
    }

    @Override
    public void append(List<FoundPoint> found) throws IOException {
        if (found.isEmpty()) return;
        finishWriting();
        written = writing.submit(() -> write(found));
    }

    private @Nullable Void write(List<FoundPoint> found) throws IOException {
        PointWriter writer = points;
        if (writer == null) writer = catalogue.points(next, schema, manifest);
        points = writer;
        writer.prepare(found).write();
        return null;
    }

    @Override
    public void commit(Commit commit) throws IOException {
        if (commit.number() != next) {
            throw new IllegalStateException("commit " + commit.number() + " follows commit " + (next - 1));
        }
        finishWriting();
        PointWriter writer = points;
        if (writer != null) writer.close();
        points = null;
        StateOutput out = new StateOutput();
        origin.save(out);
        folder.write(
                name(next),
                CheckpointFile.encode(out.put("state", commit.state()).toByteArray()));
        next++;
        for (int number : numbers().headSet(next - KEPT, false)) folder.delete(name(number));
        catalogue.writeManifest(manifest, state(commit), started);
    }

    private static Manifest.State state(Commit commit) {
        Progress progress = commit.progress();
        String status = commit.stop() == null ? "running" : "stopped: " + commit.stop();
        return new Manifest.State(
                status,
                progress.evaluations(),
                progress.valid(),
                progress.invalid(),
                progress.failed(),
                progress.kept(),
                commit.number() + 1,
                new Manifest.Metrics(
                        progress.firstValid(),
                        progress.distinct(),
                        progress.canonicalDistinct(),
                        progress.cells(),
                        progress.canonicalCells(),
                        progress.totalCells()));
    }

    /** Waits for the writing thread; what went wrong there is thrown here. */
    private void finishWriting() throws IOException {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while points were written");
        } catch (ExecutionException e) {
            throw new IOException(folder.location() + ": points cannot be written: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            finishWriting();
            PointWriter writer = points;
            if (writer != null) writer.abandon();
        } finally {
            writing.shutdownNow();
        }
    }

    private NavigableSet<Integer> numbers() throws IOException {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String name : folder.list(Folder.CHECKPOINTS)) {
            if (name.matches("\\d{6,}\\" + SUFFIX)) {
                numbers.add(Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return numbers;
    }

    private String location(int number) {
        return folder.location(name(number));
    }

    private static String name(int number) {
        return String.format("%s/%06d%s", Folder.CHECKPOINTS, number, SUFFIX);
    }
}
