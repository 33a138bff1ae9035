package thetascan.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.StoredFile;

/**
 * Whether points, configuration and manifest of a catalogue are as they were committed.
 *
 * @param files  of points that were compared
 * @param bytes  of these
 * @param damage what is wrong, a line for each file
 */
public record CommittedFiles(int files, long bytes, List<String> damage) {

    /**
     * Compares every points file, the configuration and the manifest with what the last checkpoint says; the latter two may be
     * those of the commit before, which a kill between a checkpoint and them leaves. The scan may be running.
     *
     * @param catalogue the folder of a scan
     * @return what is damaged
     * @throws IOException if the folder or its last checkpoint cannot be read
     */
    public static CommittedFiles of(Catalogue catalogue) throws IOException {
        List<Checkpoints.Committed> committed = Checkpoints.committed(catalogue.folder());
        if (committed.isEmpty()) {
            return new CommittedFiles(0, 0, List.of("no checkpoint can be read that names the committed files"));
        }
        List<StoredFile> files = committed.get(0).files();
        List<String> damage = new ArrayList<>();
        configurationDamage(catalogue, committed).ifPresent(damage::add);
        manifestDamage(catalogue, committed).ifPresent(damage::add);
        Set<String> known = new HashSet<>();
        long bytes = 0;
        for (StoredFile file : files) {
            known.add(file.name());
            bytes += file.bytes();
            catalogue.damage(file).ifPresent(damage::add);
        }
        waitingDamage(catalogue, committed.get(0)).ifPresent(damage::add);
        for (String name : catalogue.pointFiles()) {
            if (!known.contains(name)) damage.add(name + " was not committed, or later than this was begun");
        }
        return new CommittedFiles(files.size(), bytes, damage);
    }

    private static Optional<String> waitingDamage(Catalogue catalogue, Checkpoints.Committed last) throws IOException {
        if (last.inHand() == 0) return Optional.empty();
        Optional<String> damage = new WaitingPoints(catalogue.folder()).damage(last.number());
        boolean hasGoneOn = damage.isPresent() && !Checkpoints.has(catalogue.folder(), last.number());
        return hasGoneOn ? Optional.empty() : damage;
    }

    private static Optional<String> configurationDamage(Catalogue catalogue, List<Checkpoints.Committed> committed)
            throws IOException {
        String name = catalogue.configurationLocation();
        if (!catalogue.isBegun()) return Optional.of(name + " is missing; the scan takes it from its checkpoint");
        String configuration = catalogue.configuration();
        return committed.stream().anyMatch(each -> each.configuration().equals(configuration))
                ? Optional.empty()
                : Optional.of(name + " was changed: it is not the configuration that points were committed with");
    }

    private static Optional<String> manifestDamage(Catalogue catalogue, List<Checkpoints.Committed> committed)
            throws IOException {
        List<byte[]> known =
                committed.stream().flatMap(each -> each.manifest().stream()).toList();
        if (known.isEmpty()) return Optional.empty(); // earlier versions of the program did not keep it
        String name = catalogue.manifestLocation();
        if (!catalogue.hasManifest()) return Optional.of(name + " is missing; the scan takes it from its checkpoint");
        byte[] manifest = catalogue.manifest();
        return known.stream().anyMatch(each -> Arrays.equals(each, manifest))
                ? Optional.empty()
                : Optional.of(name + " was changed: it is not the manifest that points were committed with");
    }
}
