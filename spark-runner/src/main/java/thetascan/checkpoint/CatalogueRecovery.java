package thetascan.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import thetascan.catalogue.Catalogue;
import thetascan.catalogue.Manifest;
import thetascan.catalogue.StoredFile;
import thetascan.catalogue.StoredPoints;
import thetascan.model.Model;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.scan.Recovery;
import thetascan.scan.ScanSetup;
import thetascan.space.Parameter;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;

/**
 * Makes a checkpoint from the points of a catalogue whose checkpoints were lost or whose files are damaged. Nothing is
 * deleted: points that cannot be read are moved aside.
 */
final class CatalogueRecovery {

    private final Catalogue catalogue;
    private final Checkpoints checkpoints;
    private final ScanSetup setup;
    private final CatalogueStore store;
    private final List<String> news = new ArrayList<>();

    CatalogueRecovery(Catalogue catalogue, Checkpoints checkpoints, ScanSetup setup, CatalogueStore store) {
        this.catalogue = catalogue;
        this.checkpoints = checkpoints;
        this.setup = setup;
        this.store = store;
    }

    /**
     * Makes the checkpoint if something is missing or damaged. Committed points that are in no file are in one then, in any
     * case.
     *
     * @return what was done, a line each
     */
    List<String> recoverIfNeeded() throws IOException {
        try {
            Optional<Checkpoints.Saved> last = store.checkWhole();
            if (last.isPresent()) store.publish(last.get());
            news.add("nothing is missing or damaged: the scan goes on from its last commit");
        } catch (DamageException e) {
            recover();
        }
        return news;
    }

    /** What waits with the last checkpoint that can be read; false if there is none, or not all of it can be read. */
    private boolean publishRest() throws IOException {
        try {
            Optional<Checkpoints.Saved> last = checkpoints.last();
            if (last.isPresent()) store.publish(last.get());
            return last.isPresent();
        } catch (DamageException e) {
            return false;
        }
    }

    private void recover() throws IOException {
        Model model = setup.search().model();
        List<String> columns = columns(model);
        int parameters = model.parameters().size();
        boolean isPublished = publishRest();
        if (!isPublished) store.publishWaitingFile();
        setDamagedAside(columns);
        if (!isPublished) news.addAll(store.publishWaitingPoints());
        Recovery recovery = new Recovery(setup);
        long[] points = {0};
        for (int commit : catalogue.commits()) {
            catalogue.forEachValid(setup.search().model(), commit, columns, values -> {
                points[0]++;
                recovery.add(theta(values, parameters), observables(values, parameters));
            });
        }
        List<Integer> commits = catalogue.commits();
        Optional<Manifest.Recorded> recorded = recorded();
        int last = Math.max(
                checkpoints.highest(),
                Math.max(
                        commits.isEmpty() ? -1 : commits.get(commits.size() - 1),
                        recorded.map(Manifest.Recorded::commits).orElse(0) - 1));
        List<StoredFile> files = new ArrayList<>();
        for (String name : catalogue.pointFiles()) files.add(StoredFile.of(catalogue.folder(), name));
        byte[] state =
                recovery.state(recorded.map(CatalogueRecovery::counts).orElse(Recovery.Counts.UNKNOWN), last + 2);
        byte[] manifest = recorded.isPresent() ? catalogue.manifest() : new byte[0];
        String configuration = checkpoints.configuration();
        checkpoints.write(last + 1, state, configuration, files, manifest, new PointsInHand());
        catalogue.writeConfiguration(configuration);
        news.add("goes on from " + points[0] + " valid points of " + files.size()
                + " files; what the search had learnt besides is lost");
    }

    private static Recovery.Counts counts(Manifest.Recorded recorded) {
        return new Recovery.Counts(recorded.valid(), recorded.invalid(), recorded.failed(), recorded.firstValid());
    }

    private Optional<Manifest.Recorded> recorded() throws IOException {
        try {
            return catalogue.recorded();
        } catch (PointFileException e) {
            news.add(e.getMessage() + "; counts begin anew");
            return Optional.empty();
        }
    }

    private static List<String> columns(Model model) {
        List<String> columns = new ArrayList<>();
        for (Parameter parameter : model.parameters().parameters()) columns.add(Prefix.INPUT.of(parameter.name()));
        for (Quantity observable : model.observables()) columns.add(Prefix.OBSERVABLE.of(observable.name()));
        return columns;
    }

    private static double[] theta(double[] values, int parameters) {
        double[] theta = new double[parameters];
        System.arraycopy(values, 0, theta, 0, parameters);
        return theta;
    }

    /** What has no value in a file counts as not computed: no applied constraint needed it, for the point is valid. */
    private static double[] observables(double[] values, int parameters) {
        double[] observables = new double[values.length - parameters];
        for (int o = 0; o < observables.length; o++) {
            double value = values[parameters + o];
            observables[o] = Double.isNaN(value) ? Missing.NOT_COMPUTED : value;
        }
        return observables;
    }

    private void setDamagedAside(List<String> columns) throws IOException {
        Map<String, StoredFile> committed = committed();
        for (int commit : catalogue.commits()) {
            Optional<String> damage = change(commit, committed);
            if (damage.isEmpty()) damage = damage(commit, columns);
            if (damage.isEmpty()) continue;
            String aside = catalogue.setDamagedAside(commit);
            news.add(damage.get() + "; its folder is now " + catalogue.folder().location(aside));
        }
    }

    /** The points files that the last checkpoint names; none if it cannot be read. */
    private Map<String, StoredFile> committed() throws IOException {
        return Checkpoints.committed(catalogue.folder()).stream()
                .findFirst()
                .map(Checkpoints.Committed::files)
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(StoredFile::name, Function.identity()));
    }

    /** What was changed since the commit. It may be read all the same: headers and footers of Parquet have no check sums. */
    private Optional<String> change(int commit, Map<String, StoredFile> committed) throws IOException {
        for (String name : catalogue.pointFiles(commit)) {
            StoredFile file = committed.get(name);
            Optional<String> change = file == null ? Optional.empty() : file.damage(catalogue.folder());
            if (change.isPresent()) return change;
        }
        return Optional.empty();
    }

    /** What keeps the points of a commit from being read. */
    private Optional<String> damage(int commit, List<String> columns) throws IOException {
        try {
            for (String name : catalogue.pointFiles(commit)) {
                new StoredPoints(setup.search().model()).addFile(catalogue.folder(), name);
            }
            catalogue.forEachValid(setup.search().model(), commit, columns, values -> {});
            return Optional.empty();
        } catch (PointFileException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
