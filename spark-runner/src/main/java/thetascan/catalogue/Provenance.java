package thetascan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import thetascan.extension.Jar;
import thetascan.model.Model;

/**
 * Where results come from.
 *
 * @param program      version of ThetaScan
 * @param commit       its source revision, empty if unknown
 * @param model        name of the model
 * @param modelVersion version of the model and the data it rests on
 * @param seed         random seed of the scan
 * @param jdk          vendor and version of the Java runtime
 * @param platform     vendor line of the Java runtime and processor architecture: results are bit-equal within one
 * @param cpu          processor as it calls itself
 * @param host         name of the machine
 * @param jars         the user's own
 */
public record Provenance(
        String program,
        String commit,
        String model,
        String modelVersion,
        long seed,
        String jdk,
        String platform,
        String cpu,
        String host,
        List<Jar> jars) {

    /**
     * Copies the list of jars.
     *
     * @param program version of ThetaScan
     * @param commit its source revision, empty if unknown
     * @param model name of the model
     * @param modelVersion version of the model and the data it rests on
     * @param seed random seed of the scan
     * @param jdk vendor and version of the Java runtime
     * @param platform vendor line of the Java runtime and processor architecture: results are bit-equal within one
     * @param cpu processor as it calls itself
     * @param host name of the machine
     * @param jars the user's own
     */
    public Provenance {
        jars = List.copyOf(jars);
    }

    /**
     * {@return this program on this machine}
     *
     * @param model of the scan
     * @param seed of the scan
     * @param jars the user's own
     */
    public static Provenance here(Model model, long seed, List<Jar> jars) {
        Properties build = build();
        return new Provenance(
                build.getProperty("version"),
                build.getProperty("commit"),
                model.name(),
                model.version(),
                seed,
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                platformHere(),
                processor(),
                machine(),
                jars);
    }

    /** {@return version of the program and revision it was built from} */
    public static String programVersion() {
        Properties build = build();
        String commit = build.getProperty("commit");
        return build.getProperty("version") + (commit.isEmpty() ? "" : " (" + commit + ")");
    }

    /** Vendor line of the running Java runtime and processor architecture, such as {@code Debian 17 amd64}. */
    static String platformHere() {
        return System.getProperty("java.vendor") + " " + Runtime.version().feature() + " "
                + System.getProperty("os.arch");
    }

    /** Every field by name, for files. */
    Map<String, Object> toMap() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("program", "ThetaScan " + program);
        fields.put("commit", commit);
        fields.put("model", model);
        fields.put("model_version", modelVersion);
        fields.put("seed", seed);
        fields.put("jdk", jdk);
        fields.put("platform", platform);
        fields.put("cpu", cpu);
        fields.put("host", host);
        fields.put(
                "jars",
                jars.stream()
                        .map(jar -> Map.of("name", jar.name(), "sha256", jar.sha256()))
                        .toList());
        return fields;
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("build.properties")) {
            if (in == null) throw new IllegalStateException("build.properties is missing from the program");
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            Optional<String> name =
                    lines.filter(line -> line.startsWith("model name")).findFirst();
            if (name.isPresent())
                return name.get().substring(name.get().indexOf(':') + 1).strip();
        } catch (IOException | UncheckedIOException e) {
            // no Linux: the architecture must do
        }
        return System.getProperty("os.arch");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
