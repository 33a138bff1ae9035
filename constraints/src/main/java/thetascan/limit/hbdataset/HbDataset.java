package thetascan.limit.hbdataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thetascan.constraint.Fields;
import thetascan.fingerprint.Sha256;
import thetascan.limit.Limit;
import thetascan.limit.LimitSet;
import thetascan.limit.UnusableLimit;

/** Reads data sets of search limits in the HBDataset layout ({@code docs/limits.md}). */
public final class HbDataset {

    private static final String SHIPPED = "/thetascan/limits/";
    private static final String INDEX = "index.json";
    private static final int FINGERPRINT_DIGITS = 12;

    private HbDataset() {}

    /** {@return the data set that comes with the program: the "HiggsBounds-5-era subset" of {@code docs/limits.md}} */
    public static LimitSet shipped() {
        Fields index = Fields.read(open(INDEX), INDEX);
        index.allow("name", "license", "source", "limits");
        Builder builder = new Builder();
        for (String file : index.texts("limits")) {
            builder.add(open(file), file);
        }
        return builder.build(index.text("name"));
    }

    /** {@return labels of the limits of {@link #shipped}, without reading them} */
    public static List<String> shippedLabels() {
        Fields index = Fields.read(open(INDEX), INDEX);
        return index.texts("limits").stream()
                .map(file -> file.substring(0, file.lastIndexOf('.')))
                .toList();
    }

    private static InputStream open(String file) {
        InputStream in = HbDataset.class.getResourceAsStream(SHIPPED + file);
        if (in == null) {
            throw new IllegalArgumentException("data file " + SHIPPED + file + " is not on the class path.");
        }
        return in;
    }

    /**
     * Reads every {@code .json} file in a folder and the folders below it, in the order of their paths. Hidden folders
     * and files named {@code index.json} or {@code catalog.json} are passed over. The name is that of the folder and a
     * fingerprint of the files.
     *
     * @param folder the folder
     * @return the data set
     * @throws IllegalArgumentException if the folder cannot be read, holds no limit, or a file breaks the layout; the
     *     message names the file and the key
     */
    public static LimitSet read(Path folder) {
        Builder builder = new Builder();
        Sha256 digest = new Sha256();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                byte[] bytes = Files.readAllBytes(file);
                digest.add(name.getBytes(StandardCharsets.UTF_8)).add(bytes);
                builder.add(new ByteArrayInputStream(bytes), name);
            } catch (IOException e) {
                throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        String fingerprint = digest.hex(FINGERPRINT_DIGITS);
        LimitSet set = builder.build(folder.toAbsolutePath().normalize().getFileName() + " " + fingerprint);
        if (set.limits().isEmpty() && set.unusable().isEmpty()) {
            throw new IllegalArgumentException(folder + ": no limit files (*.json) found.");
        }
        return set;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> isLimitFile(folder.relativize(path)))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(folder + ": no such folder.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + ": cannot be read: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isLimitFile(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.endsWith(".json") && !name.equals(INDEX) && !name.equals("catalog.json");
    }

    private static final class Builder {

        private final List<Limit> limits = new ArrayList<>();
        private final List<UnusableLimit> unusable = new ArrayList<>();

        void add(InputStream in, String file) {
            try (in) {
                limits.add(LimitReader.read(in, file));
            } catch (UnusableLimitException e) {
                unusable.add(new UnusableLimit(file, e.reason()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        LimitSet build(String name) {
            return new LimitSet(name, limits, unusable);
        }
    }
}
