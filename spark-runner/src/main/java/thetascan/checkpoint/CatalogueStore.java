package thetascan.checkpoint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.NextFile;
import thetascan.catalogue.PointSchema;
import thetascan.catalogue.PointWriter;
import thetascan.catalogue.StoredFile;
import thetascan.catalogue.StoredPoints;
import thetascan.diagnosis.Diagnosis;
import thetascan.point.FoundPoint;
import thetascan.quantity.Spelling;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanStore;
import thetascan.search.SearchSetup;
import thetascan.storage.Folder;

/**
 * Keeps a scan in its catalogue folder. A commit counts when its checkpoint has its name. Its points wait beside the
 * checkpoint until they are worth a file ({@link PointsInHand}): that is finished where nobody looks for points, then the
 * checkpoint names it, then it is renamed. So whoever reads the points, at any moment, finds whole files of committed points, each
 * point once, and no file is changed or goes away. Points are written by a thread of their own while the scan computes.
 */
final class CatalogueStore implements ScanStore {

    private final Catalogue catalogue;
    private final Folder folder;
    private final PointSchema schema;
    private final Manifest manifest;
    private final Checkpoints checkpoints;
    private final SearchSetup search;
    private final String configuration;
    private final FolderLock lock;
    private final WaitingPoints waiting;
    private final Instant started = Instant.now();
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "catalogue");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> written = CompletableFuture.completedFuture(null);
    private final List<StoredFile> files = new ArrayList<>(); // committed, or about to be
    private boolean isConfigurationWritten; // until then the one of the last commit stands in the folder
    private int next;
    private @Nullable PointWriter points; // of the next file, used by the writing thread
    private @Nullable StoredPoints stored; // the same, and by this one where it waited for that
    private final PointsInHand inHand = new PointsInHand(); // the same

    /**
     * @param search        of the scan, for its diagnosis
     * @param configuration resolved configuration, kept in the folder from the first commit on
     * @param lock          of the folder, held
     */
    CatalogueStore(
            Catalogue catalogue,
            PointSchema schema,
            Manifest manifest,
            Checkpoints checkpoints,
            SearchSetup search,
            String configuration,
            FolderLock lock) {
        this.catalogue = catalogue;
        folder = catalogue.folder();
        this.schema = schema;
        this.manifest = manifest;
        this.checkpoints = checkpoints;
        this.search = search;
        this.configuration = configuration;
        this.lock = lock;
        waiting = new WaitingPoints(folder);
    }

    @Override
    public Optional<byte[]> load() throws IOException {
        Optional<Checkpoints.Saved> last = checkWhole();
        Optional<Checkpoints.Committed> committed = last.flatMap(Checkpoints.Saved::committed);
        catalogue.writeConfiguration(
                committed.map(Checkpoints.Committed::configuration).orElse(configuration));
        begin(last.map(Checkpoints.Saved::number).orElse(-1));
        List<StoredFile> published = last.isPresent() ? publish(last.get()) : List.of();
        catalogue.nextFile().remove();
        Optional<byte[]> said = committed.flatMap(Checkpoints.Committed::manifest);
        if (said.isPresent()) catalogue.writeManifest(said.get());
        Set<String> known = new HashSet<>();
        published.forEach(file -> {
            files.add(file);
            known.add(file.name());
        });
        for (String name : catalogue.pointFiles()) {
            if (!known.contains(name)) files.add(StoredFile.of(folder, name));
        }
        return last.map(Checkpoints.Saved::state);
    }

    /**
     * The last checkpoint, if all it rests on is there; nothing is changed.
     *
     * @throws DamageException if it is not
     */
    Optional<Checkpoints.Saved> checkWhole() throws IOException {
        Optional<Checkpoints.Saved> last = checkpoints.last();
        checkNoPointsWithoutCheckpoint(last.map(Checkpoints.Saved::number).orElse(-1));
        for (StoredFile file : files(last)) {
            Optional<String> damage = catalogue.damage(file);
            if (damage.isPresent()) throw new DamageException(folder.location() + ": " + damage.get());
        }
        if (last.isPresent()) inHand(last.get());
        return last;
    }

    private static List<StoredFile> files(Optional<Checkpoints.Saved> last) {
        return last.flatMap(Checkpoints.Saved::committed)
                .map(Checkpoints.Committed::files)
                .orElse(List.of());
    }

    /**
     * A killed scan leaves the points of one commit that does not count, of two if the last checkpoint is torn. More mean
     * that checkpoints were lost: such points are not to be removed.
     */
    private void checkNoPointsWithoutCheckpoint(int last) throws IOException {
        List<Integer> commits = catalogue.commits();
        if (commits.isEmpty()) return;
        int highest = commits.get(commits.size() - 1);
        boolean mayBeLeftOver = last < 0 ? highest == 0 && !catalogue.hasManifest() : highest <= last + 2;
        if (mayBeLeftOver) return;
        throw new DamageException(folder.location() + ": holds points up to commit " + highest + ", but "
                + (last < 0 ? "no checkpoint" : "the last checkpoint that can be read is that of commit " + last));
    }

    private void begin(int last) throws IOException {
        checkpoints.removeAfter(last);
        if (catalogue.removePointsAfter(last)) catalogue.removeFamilies();
        next = last + 1;
    }

    /**
     * Gives committed points that are not among the points yet their place there: those of a file that waits, and those
     * that are in none.
     *
     * @param saved the last checkpoint
     * @return committed files
     */
    List<StoredFile> publish(Checkpoints.Saved saved) throws IOException {
        if (saved.committed().isEmpty()) return List.of();
        Checkpoints.Committed committed = saved.committed().get();
        List<StoredFile> all = new ArrayList<>(committed.files());
        for (StoredFile file : all)
            if (catalogue.nextFile().is(file)) catalogue.nextFile().publish(file);
        List<FoundPoint> rest = inHand(saved);
        if (rest.isEmpty()) return all;
        StoredFile file = write(rest, saved.number());
        all.add(file);
        byte[] said = committed.manifest().orElse(new byte[0]);
        checkpoints.write(saved.number(), saved.state(), committed.configuration(), all, said, new PointsInHand());
        catalogue.nextFile().publish(file);
        return all;
    }

    private List<FoundPoint> inHand(Checkpoints.Saved saved) throws IOException {
        boolean has = saved.committed().filter(all -> all.inHand() > 0).isPresent();
        return has ? waiting.read(saved.number()) : List.of();
    }

    private StoredFile write(List<FoundPoint> found, int commit) throws IOException {
        lock.check();
        catalogue.removeFamilies(); // they do not know of these points
        PointWriter writer = catalogue.nextFile().writer(schema, manifest);
        writer.prepare(found).write();
        writer.close();
        return catalogue.nextFile().as(commit);
    }

    /** Gives a file that waits its place among the points, where no checkpoint says whether it was committed. */
    void publishWaitingFile() throws IOException {
        NextFile next = catalogue.nextFile();
        if (next.isThere()) next.publish(next.as(free()));
    }

    /**
     * The same for points that are in no points file.
     *
     * @return which cannot be read
     * @throws IOException also if a points file is damaged
     */
    List<String> publishWaitingPoints() throws IOException {
        List<String> damage = new ArrayList<>();
        StoredPoints known = catalogue.storedPoints(search.model());
        for (int commit : waiting.commits()) {
            Optional<String> damaged = waiting.damage(commit);
            damaged.ifPresent(damage::add);
            if (damaged.isPresent()) continue;
            List<FoundPoint> rest = waiting.read(commit).stream()
                    .filter(point -> known.add(point.theta()))
                    .toList();
            if (!rest.isEmpty()) catalogue.nextFile().publish(write(rest, free()));
        }
        return damage;
    }

    /** A number that no commit has. */
    private int free() throws IOException {
        NavigableSet<Integer> commits = waiting.commits();
        commits.addAll(catalogue.commits());
        commits.add(checkpoints.highest());
        return commits.last() + 1;
    }

    @Override
    public void append(List<FoundPoint> found) throws IOException {
        if (found.isEmpty()) return;
        finishWriting();
        written = writing.submit(() -> write(found));
    }

    private @Nullable Void write(List<FoundPoint> found) throws IOException {
        StoredPoints known = stored();
        List<FoundPoint> fresh =
                found.stream().filter(point -> known.add(point.theta())).toList();
        if (fresh.isEmpty()) return null;
        PointWriter writer = points;
        if (writer == null) {
            lock.check();
            writer = catalogue.nextFile().writer(schema, manifest);
        }
        points = writer;
        writer.prepare(fresh).write();
        inHand.add(fresh, known.rows() - fresh.size() - inHand.count());
        return null;
    }

    /** What is there, from the files when it is first asked for. */
    private StoredPoints stored() throws IOException {
        StoredPoints known = stored;
        if (known == null) known = catalogue.storedPoints(search.model());
        stored = known;
        return known;
    }

    /** Points in the catalogue. */
    long points() throws IOException {
        finishWriting();
        return stored().rows();
    }

    @Override
    public void commit(Commit commit) throws IOException {
        if (commit.number() != next) {
            throw new IllegalStateException("commit " + commit.number() + " follows commit " + (next - 1));
        }
        lock.check();
        finishWriting();
        boolean publishes = points != null && (commit.stop() != null || inHand.areWorthAFile());
        if (publishes) finishPoints();
        lock.check(); // a machine may have slept for hours in between
        byte[] said = manifest.bytes(state(commit), started);
        checkpoints.write(next, commit.state(), configuration, files, said, inHand);
        next++;
        if (publishes) catalogue.nextFile().publish(files.get(files.size() - 1));
        if (!isConfigurationWritten) catalogue.writeConfiguration(configuration);
        isConfigurationWritten = true;
        catalogue.writeManifest(said);
    }

    private void finishPoints() throws IOException {
        PointWriter writer = points;
        if (writer == null) return;
        catalogue.removeFamilies(); // they do not know of these points
        writer.close();
        points = null;
        files.add(catalogue.nextFile().as(next));
        inHand.clear();
    }

    private Manifest.State state(Commit commit) throws IOException {
        Progress progress = commit.progress();
        String status = commit.stop() == null ? "running" : "stopped: " + Spelling.words(commit.stop());
        return new Manifest.State(
                status,
                progress,
                stored().rows(),
                commit.number() + 1,
                Optional.ofNullable(commit.stop()).map(stop -> Diagnosis.of(search, progress)));
    }

    /** Waits for the writing thread; what went wrong there is thrown here. */
    private void finishWriting() throws IOException {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while points were written");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            throw new IOException(folder.location() + ": points cannot be written: " + why, e);
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
}
