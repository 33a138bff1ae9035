package thetascan.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.StoredFile;

/**
 * Whether the points of a catalogue are as they were committed.
 *
 * @param files  that were compared
 * @param bytes  of these
 * @param damage what is wrong, a line for each file
 */
public record CommittedFiles(int files, long bytes, List<String> damage) {

    /**
     * Compares every points file with what the last checkpoint says of it. The scan may be running.
     *
     * @param catalogue the folder of a scan
     * @return what is damaged
     * @throws IOException if the folder or its last checkpoint cannot be read
     */
    public static CommittedFiles of(Catalogue catalogue) throws IOException {
        Optional<List<StoredFile>> committed = Checkpoints.committed(catalogue.folder());
        if (committed.isEmpty()) {
            return new CommittedFiles(0, 0, List.of("no checkpoint can be read that names the committed files"));
        }
        List<String> damage = new ArrayList<>();
        Set<String> known = new HashSet<>();
        long bytes = 0;
        for (StoredFile file : committed.get()) {
            known.add(file.name());
            bytes += file.bytes();
            file.damage(catalogue.folder()).ifPresent(damage::add);
        }
        for (String name : catalogue.pointFiles()) {
            if (!known.contains(name)) damage.add(name + " was not committed, or later than this was begun");
        }
        return new CommittedFiles(committed.get().size(), bytes, damage);
    }
}
