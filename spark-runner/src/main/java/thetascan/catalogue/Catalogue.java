package thetascan.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import thetascan.model.Model;
import thetascan.storage.Folder;
import thetascan.table.FamilyTable;
import thetascan.table.ParquetPoints;
import thetascan.table.PointWriter;
import thetascan.table.Schema;
import thetascan.table.ValidPoints;

/**
 * The folder of a scan: {@code scan.yaml} (the resolved configuration), {@code manifest.json}, {@code points/commit=NNNNNN}
 * and what the checkpoint package keeps in it.
 */
public final class Catalogue {

    private static final String CONFIGURATION = "scan.yaml";
    private static final String POINTS = "points";
    private static final String FAMILIES = "families";
    private static final String FAMILY_LIST = "families.json";
    private static final String PARTITION = "commit=";

    /** Everything a scan writes into its folder; nothing else is ever deleted. */
    private static final List<String> OWN = List.of(
            CONFIGURATION, Manifest.FILE, POINTS, FAMILIES, FAMILY_LIST, Folder.CHECKPOINTS, Folder.LOG, Folder.LOCK);

    private final Folder folder;

    public Catalogue(Folder folder) {
        this.folder = folder;
    }

    public Folder folder() {
        return folder;
    }

    /** True if a scan was begun here. */
    public boolean isBegun() throws IOException {
        return folder.exists(CONFIGURATION);
    }

    /** The configuration the scan was begun with. */
    public String configuration() throws IOException {
        return new String(folder.read(CONFIGURATION), StandardCharsets.UTF_8);
    }

    public String configurationLocation() {
        return folder.location(CONFIGURATION);
    }

    public String pointsLocation() {
        return folder.location(POINTS);
    }

    public void writeConfiguration(String yaml) throws IOException {
        folder.write(CONFIGURATION, yaml.getBytes(StandardCharsets.UTF_8));
    }

    public void writeManifest(Manifest manifest, Manifest.State state, Instant started) throws IOException {
        folder.write(Manifest.FILE, manifest.bytes(state, started));
    }

    /**
     * Writes the log of a run of the program.
     *
     * @param begun when it began; names the file
     */
    public void writeLog(Instant begun, String text) throws IOException {
        String name = begun.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-') + ".txt";
        folder.write(Folder.LOG + "/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens the points file of a commit; nothing is there before it is closed. */
    public PointWriter points(int commit, Schema schema, Manifest manifest) throws IOException {
        String name = POINTS + "/" + partition(commit) + "/points.parquet";
        return new ParquetPoints(folder, name, schema, manifest.footer());
    }

    /** Commits that hold points, ascending. */
    public List<Integer> commits() throws IOException {
        return folder.list(POINTS).stream()
                .filter(name -> name.startsWith(PARTITION))
                .map(Catalogue::number)
                .sorted()
                .toList();
    }

    /**
     * Reads the valid points, commit by commit.
     *
     * @param columns columns of doubles, such as {@code in_tan_beta1}
     * @param sink    receives one value a column, NaN for null, in an array that the next point overwrites
     */
    public void forEachValid(List<String> columns, Consumer<double[]> sink) throws IOException {
        for (int commit : commits()) forEachValid(commit, columns, sink);
    }

    /** Reads the valid points of one commit, see {@link #forEachValid(List, Consumer)}. */
    public void forEachValid(int commit, List<String> columns, Consumer<double[]> sink) throws IOException {
        String partition = POINTS + "/" + partition(commit);
        for (String file : folder.list(partition)) {
            if (!file.endsWith(".parquet") || Folder.isUnfinished(file)) continue;
            new ValidPoints(folder.path(partition + "/" + file), columns).forEach(folder, sink);
        }
    }

    /** Begins the table of families of a commit. */
    public FamilyTable families(int commit, Model model) throws IOException {
        return new FamilyTable(folder, FAMILIES + "/" + partition(commit) + "/families.parquet", model);
    }

    /** Writes what is known of the families; it makes their tables count. */
    public void writeFamilies(byte[] json) throws IOException {
        folder.write(FAMILY_LIST, json);
    }

    /** The list of families; empty if they were not sought since the scan last ran. */
    public Optional<byte[]> readFamilies() throws IOException {
        return folder.exists(FAMILY_LIST) ? Optional.of(folder.read(FAMILY_LIST)) : Optional.empty();
    }

    /** Removes what is known of families: points are about to be added. */
    public void removeFamilies() throws IOException {
        folder.delete(FAMILY_LIST);
        folder.delete(FAMILIES);
    }

    /** What the manifest says of the scan; empty if it was lost. */
    public Optional<Manifest.Recorded> recorded() throws IOException {
        return folder.exists(Manifest.FILE) ? Optional.of(Manifest.read(folder.read(Manifest.FILE))) : Optional.empty();
    }

    /**
     * Removes the points of commits that never became durable.
     *
     * @param last number of the last commit that counts, −1 if none does
     */
    public void removePointsAfter(int last) throws IOException {
        for (String name : folder.list(POINTS)) {
            if (name.startsWith(PARTITION) && number(name) > last) {
                folder.delete(POINTS + "/" + name);
            }
        }
    }

    /** Removes what an earlier scan left, and only that. */
    public void clear() throws IOException {
        for (String name : OWN) {
            if (!name.equals(Folder.LOCK)) folder.delete(name);
        }
    }

    /** A file or folder that no scan put here, or null. */
    public @Nullable String stranger() throws IOException {
        for (String name : folder.list("")) {
            if (!OWN.contains(name) && !Folder.isUnfinished(name)) return name;
        }
        return null;
    }

    private static int number(String partition) {
        return Integer.parseInt(partition.substring(PARTITION.length()));
    }

    /** {@code commit=000012}. */
    private static String partition(int commit) {
        return String.format("%s%06d", PARTITION, commit);
    }
}
