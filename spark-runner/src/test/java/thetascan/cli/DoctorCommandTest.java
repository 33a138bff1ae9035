package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The doctor says of each program what went in and out, how long it took and what it decides. */
@DisabledOnOs(OS.WINDOWS)
class DoctorCommandTest {

    private static final String SCAN = """
            scan: two
            model:
              name: two
              work: work
              parameters: {x: {range: [0, 4]}, y: {range: [0, 4]}, z: {value: 7}}
              programs:
                first: {command: "./first @{x} @{2*y}", interface: text, read: {a: 'a=(.*)', b: 'b=(.*)'}}
                second: {command: "./second @{a}", interface: text, stage: 2, read: {c: 'c=(.*)'}}
              observables: {a: 1, both: {formula: a + c}, other: {formula: b}}
              constraints: {a: [0, 1], sum: {expression: both + z, range: [0, 1]}, y: {expression: y, range: [0, 1]}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void programs() throws IOException {
        script("first", "echo a=$1; echo b=$2; touch left");
        script("second", "echo c=$1");
        Files.writeString(folder.resolve("two.yaml"), SCAN);
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int doctor(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "doctor";
        arguments[1] = folder.resolve("two.yaml").toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void everyProgramRunsWhateverConstraintsSay() throws IOException {
        assertThat(doctor("--at", "x=3", "--json")).as(err.toString()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("well").asBoolean()).isTrue();
        assertThat(report.get("point").toString()).isEqualTo("{\"x\":3.0,\"y\":2.0,\"z\":7.0}");
        JsonNode first = report.get("programs").get(0);
        assertThat(first.get("inputs").toString()).isEqualTo("{\"x\":3.0,\"2*y\":4.0}");
        assertThat(first.get("values").toString()).isEqualTo("{\"a\":3.0,\"b\":4.0}");
        assertThat(first.get("files").toString()).isEqualTo("[\"left (0 bytes)\"]");
        assertThat(first.get("exit_code").asInt(-1)).isZero();
        assertThat(first.get("seconds").asDouble()).isPositive();
        assertThat(first.get("observables").toString()).isEqualTo("[\"a\",\"both\",\"other\"]");
        assertThat(first.get("constraints").toString()).isEqualTo("[\"a\",\"sum\"]");
        JsonNode second = report.get("programs").get(1);
        assertThat(second.get("stage").asInt()).isEqualTo(2);
        assertThat(second.get("constraints").toString()).isEqualTo("[\"sum\"]");
        assertThat(report.get("observables").toString()).isEqualTo("{\"a\":3.0,\"both\":6.0,\"other\":4.0}");
    }

    @Test
    void aProgramThatFailsIsShownWithItsReasonAndFiles() throws IOException {
        script("first", "echo not today >&2; touch left; exit 3");
        assertThat(doctor()).isEqualTo(Main.FAILED);
        assertThat(out.toString())
                .contains("program first: FAILED, 0.", "exit code 3", "left (0 bytes)", "not today")
                .contains("program second, stage 2: FAILED", "not run: a value that it needs is missing")
                .contains("constraints a, sum");
    }

    @Test
    void wrongPointsAndModelsAreRefused() throws IOException {
        assertThat(doctor("--at", "w=3")).isEqualTo(Main.WRONG);
        assertThat(err.toString()).contains("--at w=3: unknown parameter 'w'");
        Files.writeString(folder.resolve("two.yaml"), "scan: two\nmodel: region6-thin\n");
        assertThat(doctor()).isEqualTo(Main.WRONG);
        assertThat(err.toString()).contains("its model region6-thin runs no programs");
    }
}
