package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.docs.Pages;
import thetascan.extension.OwnModelsPage;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.space.Parameter;

/**
 * Every {@code ./thetascan} command that README and {@code docs/} show is run: as it stands, but with few evaluations,
 * few seeds and folders of the test. What it needs, the test makes.
 */
@Tag("slow")
class DocumentedCommandsTest {

    private static final String EVALUATIONS = "40";

    /** Words that readers replace. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "NAME", "z3-3hdm",
            "N", "1",
            "conf/t12a-VARIANT.yaml", "conf/t12a-yukawas.yaml",
            "search.charts=[CHART]", "search.charts=[box]",
            "model=regions:SEED", "model=regions:101",
            "constraints.set=YEAR", "constraints.set=2021",
            "search.optimiser.population=λ", "search.optimiser.population=12",
            "stop.evaluations=LIMIT", "stop.evaluations=100");

    @TempDir
    private static Path folder;

    private static Path jar;
    /** Models made so far. */
    private static int models;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void makeWhatTheyNeed() throws IOException {
        jar = OwnModelsPage.jar(folder);
        Files.writeString(folder.resolve("portal.yaml"), OwnModelsPage.files().getOrDefault("portal.yaml", ""));
        PrintWriter nobody = new PrintWriter(new StringWriter());
        Main.run(nobody, nobody, "new-model", folder.resolve("my-model").toString());
        points("z3-3hdm", "points.csv");
        points("region6-thin", "reference.csv");
        for (String events : List.of("background.csv", "data.csv", "simulated.csv", "more-simulated.csv")) {
            Files.writeString(folder.resolve(events), "mass,pt\n125.1,40\n91.2,30\n80.4,35\n126,50\n");
        }
    }

    /** A point in the middle of each range, seven times. */
    private static void points(String name, String file) throws IOException {
        Model model = Models.named(name);
        double[] theta = new double[model.parameters().size()];
        double[] unit = new double[model.parameters().dimension()];
        Arrays.fill(unit, 0.4);
        model.parameters().toTheta(unit, theta);
        String header =
                model.parameters().parameters().stream().map(Parameter::name).collect(Collectors.joining(","));
        String values = DoubleStream.of(theta).mapToObj(Double::toString).collect(Collectors.joining(","));
        Files.writeString(folder.resolve(file), header + "\n" + (values + "\n").repeat(7));
    }

    private int run(List<String> words) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void runs(Pages.Shown command) {
        List<String> words = asRun(Pages.words(command.text()));
        assertThat(run(words)).as("%s%nrun as %s%n%s", command, words, err).isZero();
        assertThat(err.toString()).doesNotContain("warning", "other columns are computed");
        assertThat(words)
                .as("files that it left here: they belong into WRITTEN")
                .noneMatch(DocumentedCommandsTest::isHere);
    }

    private static boolean isHere(String word) {
        return !word.isBlank() && !word.contains("/") && Files.exists(Path.of(word));
    }

    static List<Pages.Shown> commands() {
        return Pages.commands();
    }

    /** The pages were read, and the commands found in them. */
    @Test
    void thereAreCommands() {
        Map<String, Long> found =
                commands().stream().collect(Collectors.groupingBy(Pages.Shown::page, Collectors.counting()));
        assertThat(found).containsKeys("README.md", "docs/search.md", "docs/own-models.md", "docs/compare.md");
        assertThat(commands()).hasSizeGreaterThan(25);
    }

    private static List<String> asRun(List<String> words) {
        List<String> run = new ArrayList<>();
        for (String word : words) {
            String said = PLACEHOLDERS.getOrDefault(word, word);
            run.add(
                    said.startsWith("catalogues/")
                            ? catalogue(said)
                            : said.startsWith("conf/")
                                    ? Pages.ROOT.resolve(said).toString()
                                    : file(said));
        }
        switch (run.get(0)) {
            case "scan" -> shortScan(run);
            case "new-model" -> run.set(1, folder.resolve("another-" + models++).toString());
            case "study" -> {
                replace(run, "--seeds", "1");
                run.addAll(List.of("--threads", "1", "--set", "stop.evaluations=" + EVALUATIONS));
            }
            case "plot" -> replace(run, "--out", folder.resolve("figure.py").toString()); // python/tests draws
            case "init" ->
                run.set(2, folder.resolve("begun-" + models++ + ".yaml").toString());
            case "list" ->
                run.set(1, Path.of(catalogue("catalogues/one")).getParent().toString());
            case "families" -> replace(run, "--evaluations", "100");
            case "compare" -> run.addAll(List.of("--permutations", "9"));
            default -> {}
        }
        return run;
    }

    /** A scan on a cluster there is none of is only checked. */
    private static void shortScan(List<String> run) {
        int master = run.indexOf("--master");
        if (master > 0 && run.get(master + 1).startsWith("spark:")) {
            String url = run.get(master + 1);
            run.subList(master, master + 2).clear();
            run.set(0, "validate");
            run.addAll(List.of("--set", "run.master=" + url));
            return;
        }
        if (master < 0) run.addAll(List.of("--threads", "1"));
        run.remove("--fresh"); // said below
        replace(run, "--points", EVALUATIONS);
        int out = run.indexOf("--out");
        if (out > 0) run.subList(out, out + 2).clear();
        run.addAll(List.of(
                "--fresh",
                "--allow-empty",
                "--out",
                folder.resolve("scanned").toString(),
                "--set",
                "stop.evaluations=" + EVALUATIONS,
                "--set",
                "families.evaluations=0"));
    }

    private static void replace(List<String> run, String option, String value) {
        int at = run.indexOf(option);
        if (at > 0) run.set(at + 1, value);
    }

    private static String file(String name) {
        return Files.isRegularFile(folder.resolve(name)) || WRITTEN.contains(name)
                ? folder.resolve(name).toString()
                : name;
    }

    /** Files that commands of the pages write. */
    private static final List<String> WRITTEN = List.of(
            "out.csv",
            "report.html",
            "both.html",
            "references.bib",
            "exported.csv",
            "exported-slha",
            "exported-hepdata",
            "exported-zenodo",
            "wrong-sign.csv",
            "again");

    private static final Map<String, String> MADE = new HashMap<>();

    /** A small catalogue under a name of the documentation. */
    private static String catalogue(String name) {
        return MADE.computeIfAbsent(name, wanted -> {
            Path made = folder.resolve(wanted);
            StringWriter said = new StringWriter();
            PrintWriter writer = new PrintWriter(said, true);
            boolean isZ3 = wanted.contains("z3") || wanted.endsWith("/quickstart");
            String conf = Pages.ROOT
                    .resolve(isZ3 ? "conf/quickstart.yaml" : "conf/studies/region6-wide.yaml")
                    .toString();
            int code = Main.run(
                    writer,
                    writer,
                    "scan",
                    conf,
                    "--out",
                    made.toString(),
                    "--threads",
                    "1",
                    "--set",
                    "stop.evaluations=" + (isZ3 ? 2000 : 300),
                    "--set",
                    "families.evaluations=0");
            assertThat(code).as(said.toString()).isZero();
            return made.toString();
        });
    }
}
