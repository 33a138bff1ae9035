package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that fails too often ends the scan, with the reason it gave most often. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class FailingProgramsTest {

    private static final String SCAN = """
            scan: storm
            model:
              name: storm
              cost: 5ms
              parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
              program:
                command: ./storm in.dat out.dat
                interface: table
                input: {in.dat: [x, y]}
                output: out.dat
                read: [a, b]
                work: work
              observables: [a, b]
              constraints: {a: [0.4, 0.41]}
            search: {optimiser: random}
            stop: {evaluations: 600}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void program() throws IOException {
        Files.writeString(folder.resolve("storm.yaml"), SCAN);
    }

    private int scan(String share, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("storm"), """
                #!/bin/sh
                awk '{print ($1 < %s ? ($2 < 0.2 ? "****" : "word") : $1), $2}' "$1" > "$2"
                """.formatted(share));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                folder.resolve("storm.yaml").toString(),
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    @Test
    void aProgramThatIsNotThereIsKnownBeforeAnythingIsWritten() throws IOException {
        for (String derived : List.of("", "derived: {c: a + b}\n")) {
            String without = SCAN.replace("./storm", "no-such-storm") + derived;
            Files.writeString(folder.resolve("storm.yaml"), without);
            assertThat(scan("0.7")).isEqualTo(Main.WRONG);
            assertThat(err.toString())
                    .startsWith("program storm: 'no-such-storm' is not on the PATH ")
                    .doesNotContain("Exception");
            assertThat(folder.resolve("out")).doesNotExist();
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void moreThanHalfOfTheFirstPoints() throws IOException {
        assertThat(scan("0.7")).isEqualTo(Main.FAILED);
        assertThat(out.toString())
                .contains("stopped: too many of the first 200 points failed (stop.failed_share; 1 allows it)")
                .contains("most often: program storm: out.dat: a: 'word' is not a number");
        assertThat(scan("0.7")).as("the same command again").isEqualTo(Main.FAILED);
        assertThat(scan("0.7", "--set", "stop.failed_share=0.9"))
                .as(err.toString())
                .isEqualTo(Main.NOTHING);
    }

    @Test
    void lessThanHalfGoesOn() throws IOException {
        assertThat(scan("0.3")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("done: evaluations");
    }
}
