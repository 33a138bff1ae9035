package thetascan.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thetascan.model.Model;
import thetascan.point.PointStatus;
import thetascan.space.Parameter;
import thetascan.storage.Folder;
import thetascan.table.Column;
import thetascan.table.PointFileException;
import thetascan.table.Prefix;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/**
 * The folder of a scan: {@code scan.yaml} (the resolved configuration), {@code manifest.json}, {@code points/commit=NNNNNN}
 * and what the checkpoint package keeps in it.
 */
public final class Catalogue {

    /** Folder of the checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";

    /** Folder of the points. */
    public static final String POINTS = "points";

    /** File that names the process which is writing; names of other locks begin with it. */
    public static final String LOCK = "scan.lock";

    /** Folder of points that are not yet among the {@link #POINTS}. */
    public static final String WAITING = "waiting";

    private static final String LOG = "log";
    private static final String CONFIGURATION = "scan.yaml";
    private static final String FAMILIES = "families";
    private static final String FAMILY_LIST = "families.json";
    private static final String PARTITION = "commit=";
    private static final String STATUS = "status";
    private static final String ID = "point_id";

    /** Begins the names of folders of points that cannot be read; readers pass over them. */
    private static final String DAMAGED = "_damaged-";

    private static final Pattern COMMIT = Pattern.compile(PARTITION + "(\\d{6,9})");

    /** Everything a scan writes into its folder; nothing else is ever deleted. */
    private static final List<String> OWN =
            List.of(CONFIGURATION, Manifest.FILE, POINTS, FAMILIES, FAMILY_LIST, CHECKPOINTS, WAITING, LOG, LOCK);

    private final Folder folder;

    /**
     * @param folder of a scan, perhaps one that has not begun
     */
    public Catalogue(Folder folder) {
        this.folder = folder;
    }

    /**
     * {@return where the points are, if this is the folder of a scan; otherwise the name itself}
     *
     * @param name of a file or folder of points
     */
    public static String pointsOf(String name) {
        try {
            Catalogue catalogue = new Catalogue(Folder.at(name));
            boolean isScan = catalogue.folder.isFolder(POINTS)
                    && (catalogue.isBegun() || catalogue.commits().size() > 0);
            return isScan ? catalogue.pointsLocation() : name;
        } catch (IOException | RuntimeException e) {
            return name; // who reads it will say what is wrong
        }
    }

    /** {@return where everything is} */
    public Folder folder() {
        return folder;
    }

    /**
     * {@return true if a scan was begun here}
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean isBegun() throws IOException {
        return folder.exists(CONFIGURATION);
    }

    /**
     * {@return the configuration the scan was begun with}
     *
     * @throws IOException if it cannot be read
     */
    public String configuration() throws IOException {
        return new String(folder.read(CONFIGURATION), StandardCharsets.UTF_8);
    }

    /** {@return where the configuration is, for messages} */
    public String configurationLocation() {
        return folder.location(CONFIGURATION);
    }

    /** {@return where the points are, for programs that read them} */
    public String pointsLocation() {
        return folder.location(POINTS);
    }

    /**
     * Replaces the configuration; with it a scan has begun here.
     *
     * @param yaml resolved scan file
     * @throws IOException if it cannot be written; then the former one is there
     */
    public void writeConfiguration(String yaml) throws IOException {
        folder.write(CONFIGURATION, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces the manifest.
     *
     * @param manifest JSON
     * @throws IOException if it cannot be written; then the former one is there
     */
    public void writeManifest(byte[] manifest) throws IOException {
        folder.write(Manifest.FILE, manifest);
    }

    /**
     * {@return the log of a run of the program; nothing is written yet}
     *
     * @param begun when the run began
     */
    public LogFile log(Instant begun) {
        return new LogFile(folder, begun, LogFile.Bounds.USUAL);
    }

    /** {@return the points file that is not yet among the points} */
    public NextFile nextFile() {
        return new NextFile(folder);
    }

    /**
     * {@return what is wrong with a committed file; empty if it is as it was, or is just about to get its name}
     *
     * @param file that was committed
     * @throws IOException if the folder cannot be read
     */
    public Optional<String> damage(StoredFile file) throws IOException {
        if (nextFile().is(file)) return Optional.empty();
        return file.damage(folder); // it may have got its name in between
    }

    /**
     * {@return commits that hold points, ascending}
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Integer> commits() throws IOException {
        return folder.list(POINTS).stream()
                .map(Catalogue::number)
                .filter(number -> number >= 0)
                .sorted()
                .toList();
    }

    /**
     * {@return files that hold the points of a commit, by their names in the folder}
     *
     * @param commit its number
     * @throws IOException if the folder cannot be read
     */
    public List<String> pointFiles(int commit) throws IOException {
        String partition = POINTS + "/" + partition(commit);
        return folder.list(partition).stream()
                .filter(Catalogue::isPoints)
                .map(file -> partition + "/" + file)
                .toList();
    }

    /**
     * {@return files that hold points, commit by commit}
     *
     * @throws IOException if the folder cannot be read
     */
    public List<String> pointFiles() throws IOException {
        List<String> files = new ArrayList<>();
        for (int commit : commits()) files.addAll(pointFiles(commit));
        return files;
    }

    /**
     * Renames the points of a commit so that no reader finds them any more; nothing is deleted.
     *
     * @param commit its number
     * @return their new name in the folder
     * @throws IOException if it cannot be renamed
     */
    public String setDamagedAside(int commit) throws IOException {
        String aside = POINTS + "/" + DAMAGED + partition(commit);
        for (int i = 1; folder.exists(aside); i++) aside = POINTS + "/" + DAMAGED + partition(commit) + "-" + i;
        folder.rename(POINTS + "/" + partition(commit), aside);
        return aside;
    }

    /** Takes points one after another. */
    @FunctionalInterface
    public interface PointSink {

        /**
         * The next point.
         *
         * @param id     of the point
         * @param values one a column, in an array that the next point overwrites
         */
        void point(String id, double[] values);
    }

    /**
     * Reads the valid points, commit by commit.
     *
     * @param model   of the scan, for what columns were called formerly
     * @param columns columns of numbers, such as {@code in_tan_beta1}
     * @param sink    receives one value a column, NaN for null and for observables that the model did not have yet, in an
     *                array that the next point overwrites
     * @throws IOException if a file cannot be read
     */
    public void forEachValid(Model model, List<String> columns, Consumer<double[]> sink) throws IOException {
        for (int commit : commits()) forEachValid(model, commit, columns, sink);
    }

    /**
     * Reads the valid points of one commit, see {@link #forEachValid(Model, List, Consumer)}.
     *
     * @param model of the scan, for what columns were called formerly
     * @param commit its number
     * @param columns columns of doubles
     * @param sink receives one value a column, in an array that the next point overwrites
     * @throws IOException if a file cannot be read
     */
    public void forEachValid(Model model, int commit, List<String> columns, Consumer<double[]> sink)
            throws IOException {
        forEachValidWithId(model, commit, columns, (id, values) -> sink.accept(values));
    }

    /**
     * Reads the valid points of one commit with their ids, see {@link #forEachValid(Model, List, Consumer)}.
     *
     * @param model of the scan, for what columns were called formerly
     * @param commit its number
     * @param columns columns of doubles
     * @param sink receives the id and one value a column, in an array that the next point overwrites
     * @throws IOException if a file cannot be read
     */
    public void forEachValidWithId(Model model, int commit, List<String> columns, PointSink sink) throws IOException {
        for (String name : pointFiles(commit)) {
            try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
                forEachValid(model, reader, ColumnNaming.of(model, reader).stored(columns), sink);
            }
        }
    }

    private static void forEachValid(Model model, TableReader reader, List<String> columns, PointSink sink)
            throws IOException {
        List<String> missing = model.observables().stream()
                .map(observable -> Prefix.OBSERVABLE.of(observable.name()))
                .filter(column -> !reader.names().contains(column))
                .toList();
        List<Column> wanted = new ArrayList<>();
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = missing.contains(columns.get(i)) ? -1 : wanted.size();
            if (places[i] >= 0) wanted.add(Column.optional(columns.get(i), Column.Type.DOUBLE));
        }
        int status = wanted.size();
        wanted.add(Column.required(STATUS, Column.Type.STRING));
        wanted.add(Column.required(ID, Column.Type.STRING));
        Schema schema = new Schema("point", wanted);
        reader.select(schema);
        Row row = new Row(schema);
        double[] values = new double[columns.size()];
        while (reader.next(row)) {
            if (!row.getText(status).equals(PointStatus.VALID.name())) continue;
            for (int i = 0; i < values.length; i++) values[i] = places[i] < 0 ? Double.NaN : row.getDouble(places[i]);
            sink.point(row.getText(status + 1), values);
        }
    }

    /**
     * {@return the family of each valid point of a commit by its id; empty if families were not sought since the scan
     * last ran}
     *
     * @param commit its number
     * @throws IOException if a file cannot be read
     */
    public Map<String, Integer> familiesOf(int commit) throws IOException {
        String name = FAMILIES + "/" + partition(commit) + "/families.parquet";
        Map<String, Integer> families = new HashMap<>();
        if (!folder.exists(FAMILY_LIST) || !folder.exists(name)) return families;
        try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
            reader.select(FamilyTable.SCHEMA);
            Row row = new Row(FamilyTable.SCHEMA);
            while (reader.next(row)) families.put(row.getText(0), row.getInt(1));
        }
        return families;
    }

    /**
     * The parameters of points by their id.
     *
     * @param model of the scan
     * @param id of a point, or its first characters
     * @return θ of each point whose id begins so, by its whole id
     * @throws IOException if a file cannot be read
     */
    public Map<String, double[]> find(Model model, String id) throws IOException {
        Map<String, double[]> found = new TreeMap<>();
        for (String name : pointFiles()) {
            try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
                find(model, id, reader, found);
            }
        }
        return found;
    }

    private static void find(Model model, String id, TableReader reader, Map<String, double[]> found)
            throws IOException {
        ColumnNaming naming = ColumnNaming.of(model, reader);
        List<Column> wanted = new ArrayList<>();
        for (Parameter parameter : model.parameters().parameters()) {
            wanted.add(Column.optional(naming.stored(Prefix.INPUT.of(parameter.name())), Column.Type.DOUBLE));
        }
        int parameters = wanted.size();
        wanted.add(Column.required(ID, Column.Type.STRING));
        Schema schema = new Schema("point", wanted);
        reader.select(schema);
        Row row = new Row(schema);
        while (reader.next(row)) {
            if (!row.getText(parameters).startsWith(id)) continue;
            double[] theta = new double[parameters];
            for (int i = 0; i < parameters; i++) theta[i] = row.getDouble(i);
            found.put(row.getText(parameters), theta);
        }
    }

    /**
     * {@return what the points that are there call their columns; present names if there are none}
     *
     * @param model of the scan
     * @throws IOException if a file cannot be read
     */
    public ColumnNaming naming(Model model) throws IOException {
        for (int commit : commits()) {
            for (String name : pointFiles(commit)) {
                try (TableReader reader = TableReader.parquet(folder, name, folder.location(name))) {
                    return ColumnNaming.of(model, reader);
                } catch (PointFileException damaged) {
                    continue; // who reads its points will say so
                }
            }
        }
        return ColumnNaming.PRESENT;
    }

    /**
     * {@return the points that are there, each once}
     *
     * @param model of the scan
     * @throws IOException if a file cannot be read
     */
    public StoredPoints storedPoints(Model model) throws IOException {
        StoredPoints stored = new StoredPoints(model);
        for (String file : pointFiles()) stored.addFile(folder, file);
        return stored;
    }

    private static boolean isPoints(String file) {
        return file.endsWith(".parquet") && !Folder.isPassing(file);
    }

    /**
     * Begins the table of families of a commit.
     *
     * @param commit its number
     * @param model of the scan
     * @return a writer of the table
     * @throws IOException if the folder cannot be written
     */
    public FamilyTable families(int commit, Model model) throws IOException {
        return new FamilyTable(folder, FAMILIES + "/" + partition(commit) + "/families.parquet", model);
    }

    /**
     * Writes what is known of the families; it makes their tables count.
     *
     * @param json the list of families
     * @throws IOException if it cannot be written
     */
    public void writeFamilies(byte[] json) throws IOException {
        folder.write(FAMILY_LIST, json);
    }

    /**
     * {@return the list of families; empty if they were not sought since the scan last ran}
     *
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> readFamilies() throws IOException {
        return folder.exists(FAMILY_LIST) ? Optional.of(folder.read(FAMILY_LIST)) : Optional.empty();
    }

    /**
     * Removes what is known of families: points are about to be added, or were removed.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void removeFamilies() throws IOException {
        folder.delete(FAMILY_LIST);
        folder.delete(FAMILIES);
    }

    /**
     * {@return true if something was committed here}
     *
     * @throws IOException if the folder cannot be read
     */
    public boolean hasManifest() throws IOException {
        return folder.exists(Manifest.FILE);
    }

    /**
     * The manifest as it is.
     *
     * @return JSON
     * @throws PointFileException if it was lost or cannot be read
     */
    public byte[] manifest() {
        try {
            if (folder.exists(Manifest.FILE)) return folder.read(Manifest.FILE);
        } catch (IOException e) {
            throw new PointFileException(manifestLocation() + ": cannot be read: " + e.getMessage(), e);
        }
        throw new PointFileException(manifestLocation() + ": is missing; the scan takes it from its checkpoint");
    }

    /** {@return where the manifest is, for messages} */
    public String manifestLocation() {
        return folder.location(Manifest.FILE);
    }

    /**
     * {@return what the manifest says of the scan; empty if it was lost}
     *
     * @throws IOException if it cannot be read
     */
    public Optional<Manifest.Recorded> recorded() throws IOException {
        return folder.exists(Manifest.FILE)
                ? Optional.of(Manifest.read(manifest(), manifestLocation()))
                : Optional.empty();
    }

    /**
     * Removes the points of commits that never became durable.
     *
     * @param last number of the last commit that counts, −1 if none does
     * @return false if there are none
     * @throws IOException if a file cannot be deleted
     */
    public boolean removePointsAfter(int last) throws IOException {
        boolean removed = false;
        for (String name : folder.list(POINTS)) {
            if (number(name) > last) {
                folder.delete(POINTS + "/" + name);
                removed = true;
            }
        }
        return removed;
    }

    /**
     * Removes what an earlier scan left, and only that.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void clear() throws IOException {
        for (String name : OWN) {
            if (!name.equals(LOCK)) folder.delete(name);
        }
    }

    /**
     * Moves what an earlier scan left, and only that, into a new folder beside this one.
     *
     * @return where it is now; empty if there was nothing
     * @throws IOException if a file cannot be moved
     */
    public Optional<String> setAside() throws IOException {
        List<String> left = new ArrayList<>();
        for (String name : OWN) {
            if (!name.equals(LOCK) && folder.exists(name)) left.add(name);
        }
        if (left.isEmpty()) return Optional.empty();
        int number = 1;
        while (Folder.at(folder.location() + "." + number).exists("")) number++;
        Folder aside = Folder.at(folder.location() + "." + number);
        for (String name : left) folder.moveInto(name, aside);
        return Optional.of(aside.location());
    }

    /**
     * {@return a file or folder that no scan put here, or null}
     *
     * @throws IOException if the folder cannot be read
     */
    public @Nullable String stranger() throws IOException {
        for (String name : folder.list("")) {
            if (!OWN.contains(name) && !Folder.isPassing(name) && !name.startsWith(LOCK)) return name;
        }
        return null;
    }

    /** Number of the commit whose points a folder holds, −1 if it is no such folder. */
    private static int number(String partition) {
        Matcher commit = COMMIT.matcher(partition);
        return commit.matches() ? Integer.parseInt(commit.group(1)) : -1;
    }

    /** {@code commit=000012}. */
    static String partition(int commit) {
        return String.format(Locale.ROOT, "%s%06d", PARTITION, commit);
    }
}
