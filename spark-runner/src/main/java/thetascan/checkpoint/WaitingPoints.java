package thetascan.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import thetascan.catalogue.Catalogue;
import thetascan.point.FoundPoint;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.storage.Folder;

/**
 * The files of {@link PointsInHand}, one for each checkpoint that has some. They lie beside the folder of checkpoints, not in
 * it: whoever loses the checkpoints has all committed points still.
 */
final class WaitingPoints {

    private static final String SUFFIX = ".points";

    private final Folder folder;

    /** @param folder of a scan */
    WaitingPoints(Folder folder) {
        this.folder = folder;
    }

    /** Writes those of a commit; they are there before its checkpoint is. */
    void write(int commit, PointsInHand points) throws IOException {
        StateOutput out = new StateOutput();
        points.save(out);
        folder.write(name(commit), CheckpointFile.encode(out.toByteArray()));
    }

    /**
     * Those of a commit.
     *
     * @throws DamageException if they are missing or damaged
     */
    List<FoundPoint> read(int commit) throws IOException {
        Optional<String> damage = damage(commit);
        if (damage.isPresent()) throw new DamageException(folder.location() + ": " + damage.get());
        try {
            return PointsInHand.read(new StateInput(CheckpointFile.decode(folder.read(name(commit)))));
        } catch (CheckpointFile.TornException e) {
            throw new IOException(folder.location(name(commit)) + ": was changed just now", e);
        }
    }

    /** What is wrong with the file of a commit; empty if it is as it was. */
    Optional<String> damage(int commit) throws IOException {
        String name = name(commit);
        if (!folder.exists(name)) return Optional.of(name + " is missing");
        try {
            CheckpointFile.decode(folder.read(name));
            return Optional.empty();
        } catch (CheckpointFile.TornException e) {
            return Optional.of(name + ": " + e.getMessage());
        }
    }

    /** Commits that have some. */
    NavigableSet<Integer> commits() throws IOException {
        NavigableSet<Integer> commits = new TreeSet<>();
        for (String name : folder.list(Catalogue.WAITING)) {
            if (name.matches("\\d{6,9}\\" + SUFFIX)) {
                commits.add(Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return commits;
    }

    void removeBefore(int commit) throws IOException {
        for (int old : commits().headSet(commit, false)) remove(old);
    }

    void removeAfter(int commit) throws IOException {
        for (int later : commits().tailSet(commit, false)) remove(later);
    }

    void remove(int commit) throws IOException {
        folder.delete(name(commit));
    }

    private static String name(int commit) {
        return String.format(Locale.ROOT, "%s/%06d%s", Catalogue.WAITING, commit, SUFFIX);
    }
}
