package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.config.ScanConfig;
import thetascan.model.Model;
import thetascan.model.Models;

/** A scan file to begin with, parts of what a model says, the list of catalogues, completion in a shell. */
@Tag("slow")
class FirstStepsTest {

    @TempDir
    private Path folder;

    private static String run(String... arguments) {
        Commands.Ended ended = Commands.run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    static List<Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFirstScanFileOfEveryModelRuns(Model model) {
        Path file = folder.resolve("scan.yaml");
        run("init", model.name(), file.toString());
        ScanConfig config = ScanConfig.read(file, List.of());
        assertThat(config.space().parameters()).isEqualTo(model.parameters().parameters());
        assertThat(config.constraints().constraints())
                .isEqualTo(model.constraintSet("default").constraints());
        run(
                "scan",
                file.toString(),
                "--points",
                "20",
                "--threads",
                "1",
                "-q",
                "--out",
                folder.resolve("out").toString());
    }

    @Test
    void theFirstScanFileOverwritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        Commands.Ended ended = Commands.run("init", "toy", file.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("mine.yaml exists already");
        assertThat(file).hasContent("mine");
        assertThat(Commands.run("init", "z3-3hdn").err()).contains("z3-3hdm");
    }

    /** What cannot be written is a wrong argument, found out before any work. */
    @Test
    void aFolderThatIsNotThereIsAWrongArgument() {
        String nowhere = folder.resolve("nowhere").resolve("a").toString();
        for (String[] command : List.of(
                new String[] {"init", "toy", nowhere + ".yaml"},
                new String[] {"new-model", nowhere},
                new String[] {"plot", "catalogue", "-x", "x", "-y", "y", "--out", nowhere + ".pdf"})) {
            Commands.Ended ended = Commands.run(command);
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("cannot be written: there is no such folder");
        }
    }

    /** One parameter has no planes; without a valid point there is no map to go on with. */
    @Test
    void theEndOfAScanSaysWhatFitsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("line.yaml"), """
                model: {formulas: {model: line, parameters: {x: [0, 1]}, observables: {y: x^2}, constraints: {y: [0.2, 0.3]}}}
                stop: {evaluations: 1500}
                families: {evaluations: 0}
                """);
        String found = run("scan", file.toString(), "--out", folder.resolve("a").toString());
        assertThat(found).contains("line, 1 free parameter, 1 constraint on", "found: ", "next: ");
        assertThat(found).doesNotContain("coverage:");
        String out = folder.resolve("b").toString();
        Commands.Ended ended = Commands.run(
                "scan", file.toString(), "--out", out, "--set", "constraints.y=[2, 3]", "--set", "output.keep=all");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("no valid point", "read it: ").doesNotContain("next: ");
    }

    @Test
    void aModelIsShownInParts() {
        assertThat(run("models", "toy", "--observables"))
                .contains("Observables (columns obs_*)")
                .doesNotContain("Parameters", "Constraints");
        assertThat(run("models", "toy", "--constraints")).contains("ring").doesNotContain("Observables");
        assertThat(Commands.run("models", "--constraints").code()).isEqualTo(2);
    }

    @Test
    void cataloguesAreListed() throws IOException {
        for (String name : List.of("b", "a")) {
            Path file = Files.writeString(
                    folder.resolve(name + ".yaml"), "{scan: " + name + ", model: toy, stop: {evaluations: 300}}");
            run(
                    "scan",
                    file.toString(),
                    "-q",
                    "--allow-empty",
                    "--out",
                    folder.resolve(name).toString());
        }
        String text = run("list", folder.toString());
        assertThat(text.lines().toList()).hasSize(3);
        assertThat(text.lines().toList().get(1)).contains(folder + "/a", "toy", "stopped: ");
        JsonNode json =
                new ObjectMapper().readTree(run("status", folder.resolve("b").toString(), "--json"));
        assertThat(json.path("catalogues")).hasSize(1);
        String page = Files.readString(Path.of("..", "docs", "json.md"));
        json.path("catalogues").path(0).fieldNames().forEachRemaining(key -> assertThat(page)
                .contains("| `catalogues[]." + key + "` |"));
        assertThat(json.path("catalogues").path(0).path("evaluated").asInt()).isEqualTo(300);
        assertThat(Commands.run("list", folder.resolve("none").toString()).err())
                .contains("no catalogue there");
    }

    @Test
    void aShellLearnsCommandsAndOptions() {
        assertThat(run("completion", "bash")).contains("complete -F", "reproduce", "--allow-empty");
        assertThat(Commands.run("completion", "fish").code()).isEqualTo(2);
    }
}
