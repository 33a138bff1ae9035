package thetascan.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import thetascan.storage.Folder;

/**
 * The log of one run of the program: text that grows by appending, in parts of which the first and the last ones are kept.
 * Where the file system cannot append, the part at hand is written whole each time. Logs of the latest runs are kept.
 */
public final class LogFile {

    /**
     * How much is kept.
     *
     * @param part  bytes after which a new part begins
     * @param parts last parts of a run, beside its first
     * @param runs  of the program
     */
    record Bounds(int part, int parts, int runs) {

        static final Bounds USUAL = new Bounds(1 << 18, 3, 100);
    }

    private static final String FOLDER = "log";
    private static final String FIRST = ".txt";
    private static final Pattern RUN = Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ(\\.\\d{6})?\\.txt");
    private static final int RUN_LENGTH = "2026-01-31T12-00-00Z".length();

    private final Folder folder;
    private final String name;
    private final Bounds bounds;
    private int part;
    private int size;
    private byte[] whole = new byte[0]; // of the part at hand, where it cannot be appended to
    private boolean isBegun;

    LogFile(Folder folder, Instant begun, Bounds bounds) {
        this.folder = folder;
        this.bounds = bounds;
        name = begun.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
    }

    /**
     * Adds text. If that fails nothing is known of what was added: it may be tried again.
     *
     * @param text whole lines
     * @throws IOException if it cannot be written
     */
    public void add(String text) throws IOException {
        if (!isBegun) removeEarlierRuns();
        isBegun = true;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (size > 0 && size + bytes.length > bounds.part) beginPart();
        if (!folder.append(name(part), bytes)) {
            ByteArrayOutputStream longer = new ByteArrayOutputStream();
            longer.write(whole);
            longer.write(bytes);
            folder.write(name(part), longer.toByteArray());
            whole = longer.toByteArray();
        }
        size += bytes.length;
    }

    private void beginPart() throws IOException {
        part++;
        size = 0;
        whole = new byte[0];
        int old = part - bounds.parts;
        if (old > 0) folder.delete(name(old)); // the first one says how the run began
    }

    private void removeEarlierRuns() throws IOException {
        List<String> files = folder.list(FOLDER).stream()
                .filter(file -> RUN.matcher(file).matches())
                .toList();
        List<String> runs = files.stream()
                .map(file -> file.substring(0, RUN_LENGTH))
                .distinct()
                .sorted()
                .toList();
        List<String> old = runs.subList(0, Math.max(0, runs.size() + 1 - bounds.runs));
        for (String file : files) {
            if (old.contains(file.substring(0, RUN_LENGTH))) folder.delete(FOLDER + "/" + file);
        }
    }

    private String name(int number) {
        return FOLDER + "/" + name + (number == 0 ? FIRST : String.format(Locale.ROOT, ".%06d%s", number, FIRST));
    }
}
