package thetascan.checkpoint;

import java.io.IOException;
import java.util.List;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.PointSchema;
import thetascan.catalogue.Provenance;
import thetascan.config.ScanConfig;
import thetascan.constraint.Constraint;
import thetascan.extension.Jar;
import thetascan.scan.Progress;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.search.SearchSetup;
import thetascan.storage.Folder;

/**
 * The folder of a scan, held by this process: begun, or found as the same scan left it. Close it to let others in.
 */
public final class ScanFolder implements AutoCloseable {

    /** What to do with a scan that is there already. */
    public enum Existing {
        /** Go on with it. */
        RESUME,
        /** Delete it. */
        REPLACE
    }

    private static final int CONFLICTS_SHOWN = 5;

    private final Catalogue catalogue;
    private final FolderLock lock;
    private final CatalogueStore store;

    private ScanFolder(Catalogue catalogue, FolderLock lock, CatalogueStore store) {
        this.catalogue = catalogue;
        this.lock = lock;
        this.store = store;
    }

    /**
     * Opens the folder that the configuration names.
     *
     * @param jars   that the scan runs with
     * @param search of the configuration
     * @throws CheckpointException if it cannot be used for this scan; nothing was changed
     */
    public static ScanFolder open(
            ScanConfig config, List<Jar> jars, SearchSetup search, Existing existing, PlatformCheck check) {
        try {
            return tryOpen(config, jars, search, existing, check);
        } catch (IOException | UnsupportedOperationException e) { // the latter where there is no such file system
            throw unusable(config, e);
        }
    }

    /**
     * True if a scan was begun in the folder that the configuration names.
     *
     * @throws CheckpointException if it cannot be read
     */
    public static boolean isBegun(ScanConfig config) {
        try {
            return new Catalogue(Folder.at(config.output())).isBegun();
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable(config, e);
        }
    }

    private static CheckpointException unusable(ScanConfig config, Exception e) {
        return new CheckpointException(config.output() + ": cannot be read and written: " + e.getMessage(), e);
    }

    private static ScanFolder tryOpen(
            ScanConfig config, List<Jar> jars, SearchSetup search, Existing existing, PlatformCheck check)
            throws IOException {
        Provenance provenance = Provenance.here(config.model(), config.seed(), jars);
        Catalogue catalogue = new Catalogue(Folder.at(config.output()));
        checkUsable(catalogue, config, existing);
        FolderLock lock = FolderLock.take(catalogue.folder(), provenance.host());
        try {
            checkUsable(catalogue, config, existing); // as it is now that nobody else writes
            if (existing == Existing.REPLACE) catalogue.clear();
            List<Constraint> constraints = search.constraints().constraints();
            PointSchema schema = PointSchema.catalogue(config.model(), constraints);
            Manifest manifest = new Manifest(config.model(), constraints, schema, provenance);
            Checkpoints checkpoints = new Checkpoints(catalogue.folder(), ScanOrigin.of(provenance), check);
            CatalogueStore store =
                    new CatalogueStore(catalogue, schema, manifest, checkpoints, search, config.toYaml());
            return new ScanFolder(catalogue, lock, store);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void checkUsable(Catalogue catalogue, ScanConfig config, Existing existing) throws IOException {
        String location = catalogue.folder().location();
        if (!catalogue.isBegun()) {
            String stranger = catalogue.stranger();
            if (stranger != null) {
                throw new CheckpointException(location + ": holds " + stranger
                        + ", which no scan put there. Choose a new or empty folder with --out.");
            }
        } else if (existing == Existing.RESUME) {
            List<String> conflicts = config.conflicts(catalogue.configuration(), catalogue.configurationLocation());
            if (!conflicts.isEmpty()) {
                throw new CheckpointException(location + ": was begun with another configuration: "
                        + String.join("; ", conflicts.subList(0, Math.min(CONFLICTS_SHOWN, conflicts.size())))
                        + (conflicts.size() > CONFLICTS_SHOWN ? "; and more" : "")
                        + ". Use --fresh to start anew, or another --out.");
            }
        }
    }

    /**
     * Where a scan stood at its last commit; it may be running.
     *
     * @throws CheckpointException if it has none, or cannot be read
     */
    public static Progress lastProgress(Catalogue catalogue, ScanConfig config, List<Jar> jars, ScanSetup setup)
            throws IOException {
        ScanOrigin origin = ScanOrigin.of(Provenance.here(config.model(), config.seed(), jars));
        return new Checkpoints(catalogue.folder(), origin, PlatformCheck.ANY)
                .last()
                .map(saved -> Scan.progress(setup, saved.state()))
                .orElseThrow(
                        () -> new CheckpointException(catalogue.folder().location() + ": nothing was committed yet"));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public ScanStore store() {
        return store;
    }

    /** Points in the catalogue. */
    public long points() throws IOException {
        return store.points();
    }

    /** Closes the store and lets others in. */
    @Override
    public void close() throws IOException {
        try (lock) {
            store.close();
        }
    }
}
