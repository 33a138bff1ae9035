package thetascan.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
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
        /** Go on with it; if what is needed for that is missing or damaged, from the points that are there. */
        RECOVER,
        /** Move it into a folder of its own, and start anew. */
        SET_ASIDE,
        /** Delete it. */
        REPLACE;

        /** {@return true if what is there is gone on with} */
        public boolean goesOn() {
            return this == RESUME || this == RECOVER;
        }
    }

    private final Catalogue catalogue;
    private final FolderLock lock;
    private final CatalogueStore store;

    private final List<String> news;

    private ScanFolder(Catalogue catalogue, FolderLock lock, CatalogueStore store, List<String> news) {
        this.catalogue = catalogue;
        this.lock = lock;
        this.store = store;
        this.news = news;
    }

    /**
     * Opens the folder that the configuration names.
     *
     * @param config names the folder
     * @param jars   that the scan runs with
     * @param setup  of the configuration
     * @param existing what becomes of a scan that is there
     * @param check whether it may go on on another platform
     * @return the folder, held by this process
     * @throws CheckpointException if it cannot be used for this scan; nothing was changed
     */
    public static ScanFolder open(
            ScanConfig config, List<Jar> jars, ScanSetup setup, Existing existing, PlatformCheck check) {
        try {
            return tryOpen(config, jars, setup, existing, check);
        } catch (IOException | UnsupportedOperationException e) { // the latter where there is no such file system
            throw unusable(config, e);
        }
    }

    /**
     * {@return true if a scan was begun in the folder that the configuration names}
     *
     * @param config names the folder
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
        String said = String.valueOf(e.getMessage());
        String why = said.startsWith("Mkdirs failed") ? "the folder cannot be made; may this user write there?" : said;
        return new CheckpointException(config.output() + ": cannot be read and written: " + why, e);
    }

    private static ScanFolder tryOpen(
            ScanConfig config, List<Jar> jars, ScanSetup setup, Existing existing, PlatformCheck check)
            throws IOException {
        Provenance provenance = Provenance.here(config.model(), config.seed(), jars);
        Catalogue catalogue = new Catalogue(Folder.at(config.output()));
        checkUsable(catalogue, config, existing);
        FolderLock lock = FolderLock.take(catalogue.folder(), provenance.host());
        try {
            checkUsable(catalogue, config, existing); // as it is now that nobody else writes
            List<String> news = new ArrayList<>();
            if (existing == Existing.REPLACE) catalogue.clear();
            if (existing == Existing.SET_ASIDE) {
                catalogue.setAside().ifPresent(aside -> news.add("the earlier scan is now in " + aside));
            }
            SearchSetup search = setup.search();
            List<Constraint> constraints = search.constraints().constraints();
            PointSchema schema = PointSchema.catalogue(config.model(), constraints, catalogue.naming(config.model()));
            Manifest manifest = new Manifest(config.model(), constraints, schema, provenance);
            Checkpoints checkpoints = new Checkpoints(catalogue.folder(), ScanOrigin.of(provenance), check, config);
            CatalogueStore store =
                    new CatalogueStore(catalogue, schema, manifest, checkpoints, search, config.toYaml(), lock);
            if (existing == Existing.RECOVER) {
                news.addAll(new CatalogueRecovery(catalogue, checkpoints, setup, store).recoverIfNeeded());
            }
            return new ScanFolder(catalogue, lock, store, news);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void checkUsable(Catalogue catalogue, ScanConfig config, Existing existing) throws IOException {
        String location = catalogue.folder().location();
        if (catalogue.folder().exists("") && !catalogue.folder().isFolder("")) {
            throw new CheckpointException(
                    location + ": is a file, and a catalogue needs a folder. Choose another --out.");
        }
        if (!catalogue.isBegun()) {
            String stranger = catalogue.stranger();
            if (stranger != null) {
                throw new CheckpointException(location + ": holds " + stranger
                        + ", which no scan put there. Choose a new or empty folder with --out.");
            }
        } else if (existing.goesOn()) {
            Conflicts.check(location, config, catalogue.configuration(), catalogue.configurationLocation());
        }
    }

    /**
     * {@return where a scan stood at its last commit; it may be running}
     *
     * @param catalogue folder of the scan
     * @param config the scan was begun with
     * @param jars that the scan runs with
     * @param setup of the configuration
     * @throws CheckpointException if it has none, or cannot be read
     * @throws IOException if a file cannot be read
     */
    public static Progress lastProgress(Catalogue catalogue, ScanConfig config, List<Jar> jars, ScanSetup setup)
            throws IOException {
        ScanOrigin origin = ScanOrigin.of(Provenance.here(config.model(), config.seed(), jars));
        return new Checkpoints(catalogue.folder(), origin, PlatformCheck.ANY, config)
                .last()
                .map(saved -> Scan.progress(setup, saved.state()))
                .orElseThrow(
                        () -> new CheckpointException(catalogue.folder().location() + ": nothing was committed yet"));
    }

    /**
     * {@return where starts from anywhere came to the valid region, unit-box coordinates; none if nothing is known of it}
     *
     * @param catalogue folder of the scan
     * @param config the scan was begun with
     * @param jars that the scan runs with
     * @param setup of the configuration
     * @throws CheckpointException if the last checkpoint cannot be read
     * @throws IOException if the folder cannot be read
     */
    public static List<double[]> landings(Catalogue catalogue, ScanConfig config, List<Jar> jars, ScanSetup setup)
            throws IOException {
        ScanOrigin origin = ScanOrigin.of(Provenance.here(config.model(), config.seed(), jars));
        return new Checkpoints(catalogue.folder(), origin, PlatformCheck.ANY, config)
                .last()
                .map(saved -> Scan.progress(setup, saved.state()).landings())
                .orElse(List.of());
    }

    /** {@return what was done to what was there, a line each} */
    public List<String> news() {
        return news;
    }

    /** {@return what lies in the folder} */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** {@return where the scan stores points and checkpoints} */
    public ScanStore store() {
        return store;
    }

    /**
     * {@return points in the catalogue}
     *
     * @throws IOException if the points cannot be read
     */
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
