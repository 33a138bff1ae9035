package thetascan.checkpoint;

import java.io.IOException;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import thetascan.catalogue.Catalogue;
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

    /**
     * @param origin what a scan that goes on here has
     */
    Checkpoints(Folder folder, ScanOrigin origin, PlatformCheck check) {
        this.folder = folder;
        this.origin = origin;
        this.check = check;
    }

    record Saved(int number, byte[] state) {}

    /**
     * The last one that is whole.
     *
     * @throws CheckpointException if none is, or it is of another origin
     */
    Optional<Saved> last() throws IOException {
        NavigableSet<Integer> numbers = numbers();
        for (int number : numbers.descendingSet()) {
            try {
                return Optional.of(new Saved(number, state(number)));
            } catch (CheckpointFile.TornException e) {
                if (number == numbers.first() && number > 0) {
                    throw new CheckpointException(location(number) + ": " + e.getMessage()
                            + ", and there is no earlier one. Use --fresh to start anew, or another --out.");
                }
            }
        }
        return Optional.empty();
    }

    private byte[] state(int number) throws IOException, CheckpointFile.TornException {
        StateInput in;
        try {
            in = new StateInput(CheckpointFile.decode(folder.read(name(number))));
        } catch (CheckpointException e) {
            throw new CheckpointException(location(number) + ": " + e.getMessage());
        }
        Optional<String> conflict = origin.conflict(ScanOrigin.read(in), check);
        if (conflict.isPresent()) throw new CheckpointException(folder.location() + ": " + conflict.get());
        return in.getBytes("state");
    }

    /** Writes one and removes those that are not kept any longer. */
    void write(int number, byte[] state) throws IOException {
        StateOutput out = new StateOutput();
        origin.save(out);
        folder.write(name(number), CheckpointFile.encode(out.put("state", state).toByteArray()));
        for (int old : numbers().headSet(number + 1 - KEPT, false)) folder.delete(name(old));
    }

    void removeAfter(int last) throws IOException {
        for (int number : numbers().tailSet(last, false)) folder.delete(name(number));
    }

    private NavigableSet<Integer> numbers() throws IOException {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String name : folder.list(Catalogue.CHECKPOINTS)) {
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
        return String.format(Locale.ROOT, "%s/%06d%s", Catalogue.CHECKPOINTS, number, SUFFIX);
    }
}
