package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import thetascan.cli.Commands;
import thetascan.cli.Main;
import thetascan.process.JavaProcess;

/** The same work in some surroundings, and all that it leaves which must not depend on them. */
final class ScanElsewhere {

    private static final String SCAN = """
            # Häberli: r in [0.3, 0.4] – ∀ θ
            model: toy
            constraints: {ring: {range: [0.3, 0.4], source: "Häberli, θ ≤ π"}}
            search: {optimiser: {name: cma-es, population: 8}, islands: 2, exchange_every: 5}
            stop: {evaluations: 240}
            run: {master: "local[1]", checkpoint_every: 0s}
            output: {keep_invalid_sample: 5}
            families: {evaluations: 100}
            """;

    private static final String POINTS = "x,y,s\n0.35,0,1\n-0.25,0.2,1\n0,0.995,1\n";

    /** However busy the machine is. */
    private static final int MINUTES = 15;

    private final Path directory;
    private final String file;
    private final String out;

    /**
     * @param directory where it happens; made if it is not there
     * @param name      of the scan file and of the folder, without an end
     */
    ScanElsewhere(Path directory, String name) throws IOException {
        this.directory = Files.createDirectories(directory);
        file = name + ".yaml";
        out = name;
        Files.writeString(directory.resolve(file), SCAN);
        Files.writeString(directory.resolve(name + ".csv"), POINTS);
    }

    /** Does it in this JVM, by absolute names; what must be the same everywhere, by what it is. */
    Map<String, Object> here() throws IOException {
        Map<String, Object> left = new LinkedHashMap<>();
        String scan = directory.resolve(file).toString();
        String folder = directory.resolve(out).toString();
        succeed("scan", scan, "--out", folder, "--allow-empty");
        left.put(
                "validate",
                untold(succeed("validate", scan, "--set", "output.path=" + folder)
                        .out()));
        left.put("diagnose", succeed("diagnose", folder).out());
        left.put("models", succeed("models", "toy").out());
        left.put(
                "compare",
                succeed("compare", folder, folder)
                        .out()
                        .replace(folder.strip(), "FOLDER")
                        .replaceAll(" +", " "));
        String table = directory.resolve(out + ".csv").toString();
        String judged = directory.resolve(out + "-judged.csv").toString();
        succeed("evaluate", "toy", table, judged);
        left.put("judged", Files.readString(Path.of(judged)));
        left.putAll(folder());
        succeed("scan", scan, "--out", folder, "--allow-empty"); // there is nothing left to do
        assertThat(new CatalogueFolder(directory.resolve(out)).rows()).isEqualTo(left.get("points"));
        return left;
    }

    private static Commands.Ended succeed(String... command) {
        Commands.Ended ended = Commands.run(command);
        assertThat(ended.code())
                .as(String.join(" ", command) + ": " + ended.err())
                .isZero();
        return ended;
    }

    /**
     * Does the scan alone in a JVM of its own, by names relative to the working directory.
     *
     * @param environment variables to set
     * @param options     of the JVM
     */
    Map<String, Object> inAnotherJvm(Map<String, String> environment, List<String> options)
            throws IOException, InterruptedException {
        File log = directory.resolve("log.txt").toFile();
        ProcessBuilder builder = JavaProcess.of(
                        options, Main.class, "scan", "./" + file, "--out", "./" + out, "--allow-empty")
                .directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(log).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        String said = Files.readString(log.toPath(), StandardCharsets.ISO_8859_1);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return folder();
    }

    private Map<String, Object> folder() throws IOException {
        CatalogueFolder folder = new CatalogueFolder(directory.resolve(out));
        List<String> files = folder.files();
        Map<String, Object> left = new LinkedHashMap<>();
        left.put(
                "files", files.stream().filter(name -> !name.startsWith("log/")).toList());
        left.put("points", folder.rows());
        left.put("findings", folder.findings());
        left.put("scan.yaml", untold(text(folder, "scan.yaml")));
        left.put("families", text(folder, "families.json"));
        for (String name : files) {
            if (name.endsWith(".checkpoint")) {
                left.put(name, new String(folder.checkpoint(name), StandardCharsets.ISO_8859_1));
            }
        }
        return left;
    }

    private static String text(CatalogueFolder folder, String name) throws IOException {
        return new String(folder.bytes(name), StandardCharsets.UTF_8);
    }

    /** A scan file without its own name and that of its folder. */
    private static String untold(String yaml) {
        return yaml.lines()
                .filter(line -> !line.startsWith("scan:") && !line.startsWith("  path:"))
                .collect(Collectors.joining("\n"));
    }
}
