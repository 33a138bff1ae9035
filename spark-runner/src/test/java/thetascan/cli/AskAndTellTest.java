package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.process.JavaProcess;

/** A Python program computes the points in its own loop. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class AskAndTellTest {

    private static final Path EXTERNAL = Path.of("..", "conf", "external");

    /** Instead of the 3000 of the page. */
    private static final String EVALUATIONS = "stop.evaluations=800";

    @TempDir
    private static Path shared;

    private static List<String> asProgram = List.of();

    @TempDir
    private Path folder;

    @BeforeEach
    void needPython() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "python3 is not on the PATH: loops in Python are not tested");
    }

    /** What a script said; ThetaScan is the one under test. */
    private String python(String script, int exitCode) throws Exception {
        Path file = Files.writeString(folder.resolve("loop.py"), script);
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("python3", file.toString())
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .put("PYTHONPATH", Path.of("..", "python").toAbsolutePath().toString());
        builder.environment()
                .put(
                        "THETASCAN",
                        String.join(" ", JavaProcess.java(), String.join(" ", JavaProcess.SHORT_LIVED)) + " -cp '"
                                + JavaProcess.classPath() + "' thetascan.cli.Main");
        assertThat(builder.start().waitFor()).as(Files.readString(said)).isEqualTo(exitCode);
        return Files.readString(said);
    }

    private static List<String> points(Path catalogue) throws IOException {
        return CatalogueRows.of(catalogue).stream()
                .map(row -> row.replaceFirst("point_id: \\S+\n", ""))
                .sorted()
                .toList();
    }

    /** The points of the same program where ThetaScan starts it. */
    private static List<String> asProgram() throws IOException {
        if (!asProgram.isEmpty()) return asProgram;
        Path catalogue = shared.resolve("program");
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "scan",
                EXTERNAL.resolve("shell.yaml").toString(),
                "--out",
                catalogue.toString(),
                "--set",
                EVALUATIONS);
        assertThat(code).as(err.toString()).isZero();
        asProgram = points(catalogue);
        return asProgram;
    }

    private String loop(String catalogue) throws IOException {
        Matcher piece = Pattern.compile("```python\n(import thetascan\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "external.md")));
        assertThat(piece.find()).isTrue();
        return piece.group(1)
                .replace(
                        "stop.evaluations=3000\"",
                        EVALUATIONS + "\", \"--set\", \"run.checkpoint_every=1d\", \"--out\", \""
                                + folder.resolve(catalogue) + "\"");
    }

    @Test
    void theLoopFindsThePointsThatTheProgramFinds() throws Exception {
        assertThat(python(loop("loop"), 0)).contains("done: evaluations");
        assertThat(points(folder.resolve("loop"))).isEqualTo(asProgram()).hasSizeGreaterThan(50);
    }

    @Test
    void aLoopThatWasLeftGoesOn() throws Exception {
        String often = loop("left").replace("checkpoint_every=1d", "checkpoint_every=0s");
        String leave = "count = 0\n" + often + "    count += 1\n    if count == 9: raise SystemExit(5)\n";
        python(leave, 5);
        assertThat(CatalogueRows.of(folder.resolve("left"))).hasSizeLessThan(200);
        python(loop("left"), 0);
        assertThat(points(folder.resolve("left"))).isEqualTo(asProgram());
    }

    @Test
    void pointsFailWithTheReasonTold() throws Exception {
        String failing = loop("failing").replace("batch.tell([model(p) for p in batch])", """
                        batch.tell([ValueError("no such luck") if p["x"] > 0 else "too far" if p["y"] > 0 else model(p) for p in batch])""");
        python(failing, 0);
        Path catalogue = folder.resolve("failing");
        List<String> rows = CatalogueRows.of(catalogue);
        assertThat(rows).anyMatch(row -> row.contains("ValueError: no such luck"));
        assertThat(rows).anyMatch(row -> row.contains("too far"));
    }

    @Test
    void mistakesOfTheLoopAreShown() throws Exception {
        assertThat(python(loop("few").replace("for p in batch]", "for p in batch[1:]]"), 1))
                .contains(" points", "ValueError: ");
        assertThat(python(loop("none").replace("batch.tell(", "list("), 1))
                .contains("the batch was not told its results");
        assertThat(python(loop("names").replace("\"wave\":", "\"wav\":"), 1))
                .contains("no value for observable 'wave'");
    }
}
