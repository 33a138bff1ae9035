package thetascan.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a scan: {@code scan.yaml} (the resolved configuration), {@code manifest.json}, {@code points/commit=NNNNNN}
 * and what the checkpoint package keeps in it.
 */
public final class Catalogue {

    private static final String CONFIGURATION = "scan.yaml";
    private static final String POINTS = "points";
    private static final String PARTITION = "commit=";

    /** Everything a scan writes into its folder; nothing else is ever deleted. */
    private static final List<String> OWN =
            List.of(CONFIGURATION, Manifest.FILE, POINTS, Folder.CHECKPOINTS, Folder.LOG, Folder.LOCK);

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

    /**
     * Reads the valid points, commit by commit.
     *
     * @param columns columns of doubles, such as {@code in_tan_beta1}
     * @param sink    receives one value a column, NaN for null, in an array that the next point overwrites
     */
    public void forEachValid(List<String> columns, Consumer<double[]> sink) throws IOException {
        for (String name : folder.list(POINTS)) {
            if (!name.startsWith(PARTITION)) continue;
            String commit = POINTS + "/" + name;
            for (String file : folder.list(commit)) {
                if (!file.endsWith(".parquet") || Folder.isUnfinished(file)) continue;
                new ValidPoints(folder.path(commit + "/" + file), columns).forEach(folder, sink);
            }
        }
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
            if (name.startsWith(PARTITION) && Integer.parseInt(name.substring(PARTITION.length())) > last) {
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

    /** {@code commit=000012}. */
    private static String partition(int commit) {
        return String.format("%s%06d", PARTITION, commit);
    }
}
