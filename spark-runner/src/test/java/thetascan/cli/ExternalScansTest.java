package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.config.ScanConfig;
import thetascan.model.CostClass;

/** Models computed by programs, through every command. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class ExternalScansTest {

    private static final String REGION = """
            scan: region
            model:
              name: region6-in-python
              program: {command: python3 region6.py, work: work}
              cost: 10us
              parameters: {x0: {range: [0, 1]}, x1: {range: [0, 1]}, x2: {range: [0, 1]}, x3: {range: [0, 1]}, x4: {range: [0, 1]}, x5: {range: [0, 1]}}
              observables: [r, sum, wave, product]
              constraints:
                shell: {expression: r, range: [0.318, 0.322], sector: bands}
                plane: {expression: sum, range: [0.99, 1.01], sector: bands}
                pieces: {expression: wave, range: [0.3, inf], sector: cuts}
                corner: {expression: product, range: [-inf, 0.25], sector: cuts}
            """;

    /** A region in which a short scan finds points. */
    private static final String WIDE = REGION.replace("[0.318, 0.322]", "[0.2, 0.4]")
            .replace("[0.99, 1.01]", "[0.8, 1.2]")
            .replace("[0.3, inf]", "[0, inf]");

    private static final int SHORT = 1500;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @BeforeEach
    void needPython() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "python3 is not on the PATH: scans with programs in Python are not tested");
        try (InputStream in = Objects.requireNonNull(ExternalScansTest.class.getResourceAsStream("region6.py"))) {
            Files.copy(in, folder.resolve("region6.py"));
        }
        Files.writeString(folder.resolve("region.yaml"), REGION);
    }

    private Path scan(String model, int evaluations, String name, String... more) {
        Path catalogue = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                "scan",
                model,
                "--out",
                catalogue.toString(),
                "--set",
                "stop.evaluations=" + evaluations,
                "--set",
                "seed=7"));
        command.addAll(List.of(more));
        assertThat(run(command.toArray(String[]::new))).as(err.toString()).isZero();
        return catalogue;
    }

    private String region() {
        return folder.resolve("region.yaml").toString();
    }

    private String wide() throws IOException {
        return Files.writeString(folder.resolve("wide.yaml"), WIDE).toString();
    }

    /** Points without their ids, which tell of which model they are. */
    private static List<String> points(Path catalogue) throws IOException {
        return CatalogueRows.of(catalogue).stream()
                .map(row -> row.replaceFirst("point_id: \\S+\n", ""))
                .sorted()
                .toList();
    }

    @Test
    void theRegionInPythonGivesThePointsOfTheBuiltInOne() throws IOException {
        Path builtIn = Files.writeString(folder.resolve("built-in.yaml"), "scan: region\nmodel: region6-thin\n");
        List<String> expected = points(scan(builtIn.toString(), 20_000, "built-in"));
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(points(scan(region(), 20_000, "python"))).isEqualTo(expected);
    }

    @Test
    void samePointsOnSpark() throws IOException {
        List<String> here = CatalogueRows.of(scan(wide(), SHORT, "here", "--threads", "1"));
        assertThat(here).hasSizeGreaterThan(20);
        for (String placement : List.of("batches", "islands")) {
            Path there = scan(wide(), SHORT, placement, "--master", "local[2]", "--set", "run.placement=" + placement);
            assertThat(CatalogueRows.of(there)).as(placement).isEqualTo(here);
        }
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void goesOnWhereItStoppedUnlessTheProgramChanged() throws IOException {
        List<String> whole = CatalogueRows.of(scan(wide(), SHORT, "whole"));
        scan(wide(), SHORT, "parts", "--set", "stop.valid_points=20"); // at the end of a round
        List<String> parts = CatalogueRows.of(folder.resolve("parts"));
        assertThat(parts).hasSizeBetween(20, whole.size() - 1);
        assertThat(CatalogueRows.of(scan(wide(), SHORT, "parts"))).isEqualTo(whole);
        Path program = folder.resolve("region6.py");
        Files.writeString(program, Files.readString(program) + "# another one\n");
        assertThat(run("scan", wide(), "--out", folder.resolve("parts").toString(), "--set", "seed=7"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("model.program.hash was ");
    }

    @Test
    void theResolvedConfigurationIsWhole() throws IOException {
        ScanConfig config = ScanConfig.read(Path.of(region()), List.of());
        ScanConfig again = ScanConfig.parse(config.toYaml(), "elsewhere.yaml");
        assertThat(again.toYaml()).isEqualTo(config.toYaml());
        assertThat(again.model().version()).isEqualTo(config.model().version());
        assertThat(again.model().costClass()).isEqualTo(CostClass.CHEAP);
        Path resolved = Files.writeString(folder.resolve("resolved.yaml"), config.toYaml());
        assertThat(run("validate", resolved.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("command: python3 region6.py", "folder: ");
    }

    @Test
    void aModelFileOfItsOwnServesScansAndCommands() throws IOException {
        String text = REGION.substring(REGION.indexOf("  name:"))
                .replace("name: ", "model: ")
                .replaceAll("(?m)^  ", "");
        Path model = Files.writeString(folder.resolve("region-model.yaml"), text);
        Path scan = Files.writeString(
                folder.resolve("one.yaml"),
                "model: {file: region-model.yaml}\nparameters: {x0: {range: [0.2, 0.3]}}\nconstraints: {corner: {mode: skip}}\n");
        assertThat(run("validate", scan.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("range: [0.2, 0.3]");
        assertThat(ScanConfig.read(scan, List.of()).model().version())
                .isEqualTo(ScanConfig.read(Path.of(region()), List.of()).model().version());
        assertThat(run("models", model.toString())).isZero();
        assertThat(out.toString()).contains("region6-in-python", "x5", "pieces");
        Path in = Files.writeString(
                folder.resolve("in.csv"), "x0,x1,x2,x3,x4,x5\n0.82,0.5,0.5,0.1,0.3,0.6\n0,0,0,0,0,0\n");
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", model.toString(), in.toString(), results.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(results)).contains("VALID", "INVALID", "0.31999999999999995");
    }

    @Test
    void everyCommandOfCataloguesTakesOne() throws IOException {
        String one = scan(wide(), 3000, "one").toString();
        String other = scan(wide(), 3000, "other", "--set", "seed=8").toString();
        assertThat(run("compare", one, other, "--permutations", "20"))
                .as(err.toString())
                .isZero();
        assertThat(run("diagnose", one)).as(err.toString()).isZero();
        assertThat(run("families", one, "--evaluations", "500"))
                .as(err.toString())
                .isZero();
        assertThat(run("study", wide(), "--seeds", "2", "--set", "stop.evaluations=2000"))
                .as(err.toString())
                .isZero();
        assertThat(run("catalogue", "verify", one)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("to the first valid point", "most often violated", "families");
    }

    @Test
    void mistakesNameFileLineAndKey() throws IOException {
        wrong("observables: [r, sum, wave, product]", "", "model.observables: is missing");
        wrong("cost: 10us", "cost: 10", "region.yaml:5 model.cost: '10' is no length of time such as 20us");
        wrong(
                "python3 region6.py,",
                "python3 region6.py, files: [gone.dat],",
                "region.yaml:4 model.program.files: no file ");
        wrong("expression: wave", "expression: weve", "'weve'");
        wrong("  cost:", "  kost:", "model.kost: unknown key. Did you mean 'cost'?");
        wrong("work: work", "wrk: work", "model.program.wrk: unknown key. Did you mean 'work'?");
        wrong("name: region6-in-python", "name: My Region", "the name 'My Region' must have lower-case letters");
    }

    private void wrong(String right, String replacement, String message) throws IOException {
        Files.writeString(folder.resolve("region.yaml"), REGION.replace(right, replacement));
        assertThat(run("validate", region())).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void aProgramThatCannotBeStartedEndsTheScanAndSaysWhy() throws IOException {
        Files.writeString(folder.resolve("region6.py"), "import a_library_that_is_missing\n");
        assertThat(run("scan", region(), "--out", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "program region6-in-python: ended, exit code 1:",
                        "No module named 'a_library_that_is_missing'");
    }
}
