package thetascan.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.StoredFile;
import thetascan.config.ScanConfig;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.storage.Folder;

/** The checkpoints of a scan folder, by the number of their commit. */
final class Checkpoints {

    /** Checkpoints that are kept: the last, and one to fall back on should it be torn. */
    private static final int KEPT = 2;

    private static final String SUFFIX = ".checkpoint";

    private final Folder folder;
    private final ScanOrigin origin;
    private final PlatformCheck check;
    private final ScanConfig config;
    private final WaitingPoints waiting;

    /**
     * @param origin what a scan that goes on here has
     * @param config and what it is to do
     */
    Checkpoints(Folder folder, ScanOrigin origin, PlatformCheck check, ScanConfig config) {
        this.folder = folder;
        this.origin = origin;
        this.check = check;
        this.config = config;
        waiting = new WaitingPoints(folder);
    }

    /**
     * @param number of its commit
     * @param state  of the scan
     * @param committed with it; empty if an earlier version of the program did not say
     */
    record Saved(int number, byte[] state, Optional<Committed> committed) {}

    /**
     * What a checkpoint says of the rest of the folder.
     *
     * @param number        of its commit
     * @param configuration of the scan, as YAML
     * @param files         that were committed up to it
     * @param manifest      JSON; empty if an earlier version of the program wrote the checkpoint, or it was lost
     * @param inHand        how many points were committed and are in no file, see {@link PointsInHand}
     */
    record Committed(int number, String configuration, List<StoredFile> files, Optional<byte[]> manifest, long inHand) {

        private static Committed read(int number, StateInput in) {
            String configuration = in.getText("configuration");
            List<StoredFile> files = StoredFile.readAll(in.getBytes("files"));
            byte[] manifest = in.isAtEnd() ? new byte[0] : in.getBytes("manifest");
            long inHand = in.isAtEnd() ? 0 : in.getLong("in_hand");
            Optional<byte[]> said = manifest.length == 0 ? Optional.empty() : Optional.of(manifest);
            return new Committed(number, configuration, files, said, inHand);
        }
    }

    /**
     * The last one that is whole.
     *
     * @throws DamageException     if there are checkpoints and none is whole
     * @throws CheckpointException if it is of another origin or configuration
     */
    Optional<Saved> last() throws IOException {
        String torn = "";
        for (int number : numbers().descendingSet()) {
            try {
                return Optional.of(saved(number));
            } catch (CheckpointFile.TornException e) {
                torn = location(number) + ": " + e.getMessage();
            }
        }
        if (torn.isEmpty()) return Optional.empty();
        throw new DamageException(torn + ", and there is no earlier checkpoint that can be read");
    }

    /**
     * What the checkpoints that are whole say of the rest of the folder, whatever their origin, the last one first.
     *
     * @return empty if there is none, or earlier versions of the program wrote them
     */
    static List<Committed> committed(Folder folder) throws IOException {
        List<Committed> committed = new ArrayList<>();
        for (int number : numbers(folder).descendingSet()) {
            try {
                StateInput in = new StateInput(CheckpointFile.decode(folder.read(name(number))));
                ScanOrigin.read(in);
                in.getBytes("state");
                readCommitted(number, in).ifPresent(committed::add);
            } catch (CheckpointFile.TornException e) {
                continue; // the one before is as good
            }
        }
        return committed;
    }

    private static Optional<Committed> readCommitted(int number, StateInput in) {
        return in.isAtEnd() ? Optional.empty() : Optional.of(Committed.read(number, in));
    }

    private Saved saved(int number) throws IOException, CheckpointFile.TornException {
        StateInput in;
        try {
            in = new StateInput(CheckpointFile.decode(folder.read(name(number))));
        } catch (CheckpointException e) {
            throw new CheckpointException(location(number) + ": " + e.getMessage());
        }
        Optional<String> conflict = origin.conflict(ScanOrigin.read(in), check);
        if (conflict.isPresent()) throw new CheckpointException(folder.location() + ": " + conflict.get());
        byte[] state = in.getBytes("state");
        Optional<Committed> committed = readCommitted(number, in);
        if (committed.isPresent()) {
            Conflicts.check(folder.location(), config, committed.get().configuration(), location(number));
        }
        return new Saved(number, state, committed);
    }

    /**
     * Writes one and removes those that are not kept any longer.
     *
     * @param configuration of the scan, as YAML
     * @param files everything that was committed up to now and is in a file, or in the one that waits
     * @param manifest of this commit; empty = it was lost
     * @param inHand points that were committed up to now and are in no file
     */
    void write(
            int number,
            byte[] state,
            String configuration,
            List<StoredFile> files,
            byte[] manifest,
            PointsInHand inHand)
            throws IOException {
        if (inHand.count() > 0) waiting.write(number, inHand);
        StateOutput out = new StateOutput();
        origin.save(out);
        out.put("state", state); // earlier versions of the program read no further
        out.put("configuration", configuration).put("files", StoredFile.bytes(files));
        out.put("manifest", manifest);
        out.put("in_hand", inHand.count());
        folder.write(name(number), CheckpointFile.encode(out.toByteArray()));
        for (int old : numbers().headSet(number + 1 - KEPT, false)) folder.delete(name(old));
        waiting.removeBefore(number + 1 - KEPT);
        if (inHand.count() == 0) waiting.remove(number);
    }

    /** The configuration that is written with them, as YAML. */
    String configuration() {
        return config.toYaml();
    }

    void removeAfter(int last) throws IOException {
        for (int number : numbers().tailSet(last, false)) folder.delete(name(number));
        waiting.removeAfter(last);
    }

    /** The highest number of a checkpoint, whole or not; −1 if there is none. */
    int highest() throws IOException {
        NavigableSet<Integer> numbers = numbers();
        return numbers.isEmpty() ? -1 : numbers.last();
    }

    /** Whether there is one of this commit, whole or not. */
    static boolean has(Folder folder, int number) throws IOException {
        return folder.exists(name(number));
    }

    private NavigableSet<Integer> numbers() throws IOException {
        return numbers(folder);
    }

    private static NavigableSet<Integer> numbers(Folder folder) throws IOException {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String name : folder.list(Catalogue.CHECKPOINTS)) {
            if (name.matches("\\d{6,9}\\" + SUFFIX)) {
                numbers.add(Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return numbers;
    }

    private String location(int number) {
        return folder.location(name(number));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%s/%06d%s", Catalogue.CHECKPOINTS, number, SUFFIX);
    }
}
