package thetascan.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Two models by programs in a folder, described by {@code scan.yaml}: a program in Python that stays, and a chain of shell scripts
 * with an SLHA file, a table, and in the second stage a text. All write their process ids to {@code pids} beside the folder.
 */
public final class ToyPrograms {

    private static final String LINES = """
            model:
              name: lines
              cost: 20ms
              program: {command: python3 lines.py ../data/half.txt, version: "1", work: WORK}
              parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
              observables: [a, b]
              constraints: {a: [0.3, 0.5], b: [-0.2, 0.2]}
            search: {islands: 3}
            """;
    private static final String PROGRAM = """
            import os, sys, time
            from thetascan import serve
            half = float(open(sys.argv[1]).read())
            VERSION

            def model(p):
                with open("PIDS", "a") as file:
                    file.write("%d\\n" % os.getpid())
                while os.path.exists("HOLD") and len(open("PIDS").readlines()) > MOST:
                    time.sleep(1)
                return {"a": p["x"] * p["y"] + half - 0.5, "b": p["x"] - p["y"]}

            serve(model, version=version)
            """;

    private static final String CHAIN = """
            model:
              name: chain
              cost: 20ms
              work: WORK
              programs:
                spectrum:
                  command: ./spectrum in.slha out.slha
                  interface: slha
                  input: {in.slha: {template: template.slha, set: {MINPAR 1: x, MINPAR 2: y}}}
                  output: out.slha
                  read: {m: MASS 25}
                rows:
                  command: ./rows in.dat out.dat
                  interface: table
                  input: {in.dat: [x, m]}
                  output: out.dat
                  read: [a, b]
                relic:
                  command: ["./relic", "@{m}", spectrum.slha]
                  interface: text
                  stage: 2
                  input: {spectrum.slha: {file: spectrum/out.slha}}
                  read: {omega: 'Omega=(\\S+)'}
              parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
              observables: {m: GeV, a: 1, b: 1, omega: 1}
              constraints: {a: [0.3, 0.6], b: [-0.4, 0.4], omega: [0, 2]}
            search: {islands: 2}
            """;

    private static final int HELD = 50;

    private ToyPrograms() {}

    /** Skips a test where there is no Python. */
    public static void needPython() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "python3 is not on the PATH: programs in Python are not run");
    }

    /**
     * A program that stays, with a data file in another folder.
     *
     * @param home    folder for all of it
     * @param version lines of Python that set {@code version}
     * @return the scan file
     */
    public static Path lines(Path home, String version) throws IOException {
        Path folder = Files.createDirectories(home.resolve("scan files"));
        Files.writeString(Files.createDirectories(home.resolve("data")).resolve("half.txt"), "0.5\n");
        Files.writeString(
                folder.resolve("lines.py"),
                PROGRAM.replace("VERSION", version)
                        .replace("PIDS", pids(home).toString())
                        .replace("HOLD", hold(home).toString())
                        .replace("MOST", Integer.toString(HELD)));
        return scan(home, LINES);
    }

    /**
     * A chain of programs.
     *
     * @param home folder for all of it
     * @return the scan file
     */
    public static Path chain(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("scan files"));
        Files.writeString(folder.resolve("template.slha"), "Block MINPAR\n 1 0.0\n 2 0.0\n");
        String pid = "echo $$ >> '" + pids(home) + "'\n";
        String wait = "while [ -e '" + hold(home) + "' ] && [ $(wc -l < '" + pids(home) + "') -gt " + 2 * HELD
                + " ]; do sleep 1; done\n";
        script(folder, "spectrum", pid + """
                awk 'toupper($1)=="BLOCK" {b=toupper($2)} b=="MINPAR" && $1==1 {x=$2} b=="MINPAR" && $1==2 {y=$2}
                  END {printf "Block MASS\\n 25 %.17g # h\\n", x + y*y}' "$1" > "$2"
                """);
        script(folder, "rows", pid + wait + "awk '{printf \"%.17g %.17g\\n\", $1*$2, $1 - $2/2}' \"$1\" > \"$2\"\n");
        script(folder, "relic", pid + """
                m=$(awk '$1==25 {print $2}' "$2")
                awk -v m="$m" -v given="$1" 'BEGIN {printf "Omega=%.17g\\n", m + 0*given}'
                """);
        return scan(home, CHAIN);
    }

    /** An executable shell script. */
    public static Path script(Path folder, String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path scan(Path home, String yaml) throws IOException {
        return Files.writeString(
                home.resolve("scan files").resolve("scan.yaml"),
                yaml.replace("WORK", home.resolve("work").toString()));
    }

    /** While this file is there programs compute no more than some {@value #HELD} points and then wait. */
    public static Path hold(Path home) {
        return home.resolve("hold");
    }

    /** Where programs write their process ids. */
    public static Path pids(Path home) {
        return home.resolve("pids");
    }

    /** Waits for all programs to be gone. */
    public static void assertNothingRuns(Path home) throws IOException, InterruptedException {
        for (String pid : Files.readAllLines(pids(home))) {
            if (!pid.isBlank()) assertIsGone(Long.parseLong(pid.strip()));
        }
    }

    private static void assertIsGone(long pid) throws InterruptedException {
        for (int i = 0; i < 600 && isRunning(pid); i++) Thread.sleep(100);
        assertThat(isRunning(pid)).as("process " + pid + " runs still").isFalse();
    }

    /** A zombie, which only its parent can bury, does not run. */
    private static boolean isRunning(long pid) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return text.charAt(text.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }
}
