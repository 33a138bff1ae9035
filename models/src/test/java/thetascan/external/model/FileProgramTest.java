package thetascan.external.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.constraint.ConstraintStatus;
import thetascan.point.PointRow;
import thetascan.quantity.Missing;
import thetascan.slha.Samples;

/** Programs that read and write files, alone and one after another: what they give, and what becomes of points at which they fail. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class FileProgramTest {

    /** The number of an entry of an SLHA file on the command line. */
    private static final String ENTRY =
            "entry() { awk -v b=\"$1\" -v i=\"$2\" 'toupper($1)==\"BLOCK\"{now=toupper($2)} now==b && $1==i {print $2}' \"$3\"; }\n";

    @TempDir
    private Path base;

    private Path folder;

    @BeforeEach
    void folderWithBlanksAndLetters() throws IOException {
        folder = Files.createDirectory(base.resolve("Ω h² mit Lücken"));
        Files.write(folder.resolve("point.in"), Samples.bytes("spheno-4.0.5/mSUGRA.in"));
        Files.write(folder.resolve("good.spc"), Samples.bytes("spheno-4.0.5/mSUGRA.spc.gz"));
        Files.write(folder.resolve("noconv.spc"), Samples.bytes("spheno-4.0.5/noconv.spc"));
        Files.write(folder.resolve("tach.spc"), Samples.bytes("spheno-4.0.5/tach.spc"));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (Files.exists(folder.resolve("pids"))) {
            for (long pid : Programs.pids(folder)) Programs.assertIsGone(pid);
        }
        Path work = folder.resolve("work");
        if (!Files.exists(work)) return;
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.map(each -> each.getFileName().toString())).allMatch("failed"::equals);
        }
    }

    private void script(String name, String body) {
        try {
            Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Programs model(String parameters, String programs, String observables, String more) {
        return model(parameters, programs, observables, more, "work");
    }

    private Programs model(String parameters, String programs, String observables, String more, String work) {
        return Programs.of(folder, """
                model: chain
                work: %s
                parameters: %s
                programs:
                %sobservables: %s
                %s
                """.formatted(work, parameters, programs.indent(2), observables, more));
    }

    // ---- SLHA

    /** A stand-in for a spectrum generator: copies what it was told into a spectrum of SPheno 4.0.5. */
    private void spectrum() {
        script("spheno", ENTRY + """
                m0=$(entry MINPAR 1 "$1"); tb=$(entry EXTPAR 25 "$1"); x=$(entry NEW 1 "$1")
                case $(entry MINPAR 4 "$1") in
                -1) cp noconv.spc "$2"; exit 0;;
                -2) cp tach.spc "$2"; echo "negative mass squared" >&2; exit 1;;
                -3) exit 0;;
                -4) sed 's/1.10622443E+02/***************/' good.spc > "$2"; exit 0;;
                -5) sed 's/1.10622443E+02/1.10622443-309/' good.spc > "$2"; exit 0;;
                -6) sed 's/1.10622443E+02/NaN/' good.spc > "$2"; exit 0;;
                -7) head -c 5000 good.spc > "$2"; exit 0;;
                -8) { cat good.spc; printf 'Block DCINFO\\n 3 the widths are rough\\n'; } > "$2"; exit 0;;
                esac
                { cat good.spc; echo "Block TOLD"; echo " 1 $m0"; echo " 2 $tb"; echo " 3 $x"; } > "$2"
                """);
    }

    private static final String SPHENO = """
            spheno:
              command: ./spheno point.in point.spc
              files: [good.spc, noconv.spc, tach.spc]
              interface: slha
              input:
                point.in:
                  template: point.in
                  set: {MINPAR 1: 10*x, EXTPAR 25: tb, MINPAR 4: sgn}
                  add: {NEW 1: x + tb, NEW 2: 3}
              output: point.spc
              read:
                m_h: MASS 25
                n13: NMIX 1 3
                mu: HMIX 1 Q=1000
                width: WIDTH 25
                bb: BR 25 -> -5 5
                rare: BR 25 -> 11 -11
                told_m0: TOLD 1
                told_tb: {entry: TOLD 2, factor: 2}
                told_new: TOLD 3
                none: {entry: MASS 99, otherwise: undefined}
            """;
    private static final String SPHENO_OBSERVABLES =
            "[m_h, n13, mu, width, bb, rare, told_m0, told_tb, told_new, none]";
    private static final String XTS = "{x: {range: [0, 100]}, tb: {range: [1, 60]}, sgn: 1}";

    private Programs spheno(String more) {
        spectrum();
        return model(XTS, SPHENO + more, SPHENO_OBSERVABLES, "");
    }

    @Test
    void entriesAreSetAndRead() {
        try (Programs programs = spheno("")) {
            double[] values = programs.observables(7, 10, 1);
            assertThat(Arrays.copyOf(values, 9))
                    .containsExactly(110.622443, -0.135720655, 388.426193, 2.55496264e-3, 0.717183808, 0, 70, 20, 17);
            assertThat(Missing.isUndefined(values[9])).isTrue();
            assertThat(programs.observables(0.1 + 0.2, 1.0 / 3, 1)[6]).isEqualTo(10 * (0.1 + 0.2));
        }
    }

    @Test
    void aProgramThatSaysNoFails() {
        try (Programs programs = spheno("")) {
            assertThat(programs.failure(7, 10, -1))
                    .isEqualTo("program spheno: SPINFO 4 internal problem, see Messages.out for infos");
            assertThat(programs.failure(7, 10, -2))
                    .startsWith("program spheno: exit code 1, SPINFO 4 internal problem")
                    .endsWith("negative mass squared");
            assertThat(programs.failure(7, 10, -3))
                    .isEqualTo("program spheno: ended with exit code 0 and wrote no file point.spc");
            assertThat(programs.failure(7, 10, -8)).isEqualTo("program spheno: DCINFO 3 the widths are rough");
            assertThat(programs.observables(7, 10, 1)).startsWith(110.622443);
        }
        try (Programs programs = spheno("  warnings: allow\n")) {
            assertThat(programs.judge(7, 10, -8).reason()).contains("TOLD 1").doesNotContain("rough");
        }
    }

    @Test
    void numbersAreReadAsTheyWereMeantOrRefused() {
        String read = SPHENO.substring(0, SPHENO.indexOf("    told_m0"));
        spectrum();
        try (Programs programs = model(XTS, read, "[m_h, n13, mu, width, bb, rare]", "")) {
            assertThat(programs.failure(7, 10, -4))
                    .startsWith("program spheno: point.spc:")
                    .contains("MASS", "'***************' is not a number");
            assertThat(programs.observables(7, 10, -5)[0]).isEqualTo(1.10622443e-309);
            assertThat(programs.failure(7, 10, -6)).isEqualTo("observable m_h is NaN");
            assertThat(programs.failure(7, 10, -7)).contains("point.spc ends within a line");
        }
    }

    @Test
    void mistakesNameThePlace() {
        spectrum();
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("MINPAR 1:", "MINPAR 9:"), SPHENO_OBSERVABLES, ""))
                .hasMessageContaining("MINPAR")
                .hasMessageContaining("under 'add'");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("NEW 2:", "MINPAR 2:"), SPHENO_OBSERVABLES, ""))
                .hasMessageContaining("MINPAR");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("10*x", "10*xx"), SPHENO_OBSERVABLES, ""))
                .hasMessageContaining("programs.spheno.input.point.in.set.MINPAR 1")
                .hasMessageContaining("Did you mean 'x'?");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("BR 25 -> -5 5", "BR 25"), SPHENO_OBSERVABLES, ""))
                .hasMessageContaining("no place in an SLHA file");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("template: point.in", "template: gone.in"), "[m_h]", ""))
                .hasMessageContaining("gone.in");
        assertThatThrownBy(() -> model(XTS, SPHENO, "[m_h, m_X]", ""))
                .hasMessageContaining("'m_X' is given by no program");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("interface: slha", "interface: shla"), "[m_h]", ""))
                .hasMessageContaining("Did you mean 'slha'?");
        assertThatThrownBy(() -> model(XTS, SPHENO.replace("10*x", "m_h"), "[m_h]", ""))
                .hasMessageContaining("only those before it are known");
    }

    /** The description that a catalogue keeps, and that other machines get, needs no file of a limit. */
    @Test
    void limitCurvesInFilesAreWrittenIntoTheDescription() throws IOException {
        spectrum();
        Files.writeString(folder.resolve("limit.dat"), "# m0 limit\n0 100\n500 200\n");
        String more = "constraints: {limit: {expression: told_m0, curve: {x: told_m0, file: limit.dat}}}\n";
        try (Programs programs = model(XTS, SPHENO, "{m_h: GeV, told_m0: 1}", more)) {
            assertThat(programs.model().file().toString()).doesNotContain("text=limit.dat");
            assertThat(programs.judge(7, 10, 1).statuses())
                    .containsExactly((byte) ConstraintStatus.SATISFIED.ordinal());
            assertThat(programs.judge(30, 10, 1).statuses())
                    .containsExactly((byte) ConstraintStatus.VIOLATED.ordinal());
        }
    }

    // ---- chains

    private static final String RELIC = """
            relic:
              command: ./relic point.spc @{m_h} @{2*sgn|integer}
              interface: text
              stage: 2
              input: {point.spc: {file: spheno/point.spc}}
              read:
                omega: 'Omega=(\\S+)'
                sigma: {find: 'sigma = (\\S+) pb', factor: 1e-36, unit: cm^2}
            """;

    private Programs chain(String relic) {
        spectrum();
        script("relic", relic);
        return model(
                XTS,
                SPHENO + RELIC,
                "{m_h: GeV, told_m0: 1, omega: 1, half: {formula: omega/2 + m_h/GeV}, sigma: cm^2}",
                "constants: {GeV: {value: 1, unit: GeV}}\nconstraints: {told_m0: [0, 500], omega: [0, 1]}\n");
    }

    @Test
    void onesFileAndValuesFeedTheNext() {
        try (Programs programs =
                chain("echo ran >> \"" + folder.resolve("runs") + "\"\n" + "grep -q 'Nmix' point.spc || exit 3\n"
                        + "echo \"args $1 $2 $3\"; echo 'Xf=2.41e+01 Omega=1.05E-01'; echo 'sigma = 2.5D-09 pb'\n")) {
            assertThat(programs.observables(7, 10, 1))
                    .containsExactly(110.622443, 70, 0.105, 0.105 / 2 + 110.622443, 2.5e-9 * 1e-36);
            PointRow excluded = programs.judge(70, 10, 1);
            assertThat(excluded.reason()).isEmpty();
            assertThat(Missing.isNotComputed(excluded.observables()[2])).isTrue();
            assertThat(Missing.isNotComputed(excluded.observables()[3])).isTrue();
            assertThat(folder.resolve("runs")).hasContent("ran");
        }
    }

    @Test
    void whatWasComputedBeforeAFailureIsKept() {
        try (Programs programs = chain("echo 'no dark matter candidate' >&2; exit 2\n")) {
            PointRow row = programs.judge(7, 10, 1);
            assertThat(row.reason()).isEqualTo("program relic: exit code 2:\n  no dark matter candidate");
            assertThat(row.observables()).startsWith(110.622443, 70);
            assertThat(Missing.isNotComputed(row.observables()[2])).isTrue();
        }
        try (Programs programs = chain("echo 'Omega = 1.05E-01'\n")) {
            assertThat(programs.failure(7, 10, 1))
                    .isEqualTo("program relic: standard output: nothing like 'Omega=(\\S+)' for omega");
        }
    }

    @Test
    void aProgramThatStaysTakesValuesOfOneThatDoesNot() {
        Programs.needPython();
        script("first", "echo \"a=$1\"\n");
        try {
            Files.writeString(
                    folder.resolve("second.py"),
                    "from thetascan import serve\nserve(lambda t: {'c': t['twice'] + t['a']})\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String programs = """
                first: {command: "./first @{x}", interface: text, read: {a: 'a=(.*)'}}
                second: {command: python3 second.py, input: {a: a, twice: 2*x}, read: [c]}
                """;
        try (Programs chain = model("{x: {range: [0, 1]}}", programs, "[a, c]", "")) {
            assertThat(chain.observables(0.3)).containsExactly(0.3, 0.6 + 0.3);
        }
    }

    /** Units that formulas cannot reckon with are allowed; those that they can are checked. */
    @Test
    void unitsMayBeAnything() {
        script("first", "echo \"a=$1\"\n");
        String program = "first: {command: \"./first @{g}\", interface: text, read: {a: 'a=(.*)'}}\n";
        String parameters = "{g: {range: [0, 9], unit: 1e-11/GeV}, m: {range: [0, 9], unit: GeV}}";
        try (Programs chain = model(parameters, program, "{a: 1e-11/GeV, b: {formula: 2*a + g}}", "")) {
            assertThat(chain.observables(3, 1)).containsExactly(3, 9);
        }
        assertThatThrownBy(() -> model(parameters, program, "{a: GeV^2, b: {formula: a + m}}", ""))
                .hasMessageContaining("GeV^2");
    }

    @Test
    void undefinedAndAbsentValuesKeepLaterProgramsFromRunning() {
        script("first", "test \"$1\" = 0 && echo none || echo \"a=$1\"\n");
        script("second", "echo \"b=$1\"\n");
        for (String otherwise : List.of("undefined", "absent")) {
            String programs = """
                    first: {command: "./first @{n|integer}", interface: text, read: {a: {find: 'a=(.*)', otherwise: %s}}}
                    second: {command: "./second @{a}", interface: text, read: {b: 'b=(.*)'}}
                    """.formatted(otherwise);
            try (Programs chain = model("{n: {range: [0, 5]}}", programs, "{a: 1, b: 1, c: {formula: b + n}}", "")) {
                assertThat(chain.observables(2)).containsExactly(2, 2, 4);
                for (double value : chain.judge(0.0).observables()) {
                    assertThat(otherwise.equals("absent") ? Missing.isNotComputed(value) : Missing.isUndefined(value))
                            .isTrue();
                }
                assertThat(chain.failure(0.5)).isEqualTo("program first: n = 0.5 is no whole number");
            }
        }
    }

    // ---- tables

    private Programs table(String body, String input, String output, String read) {
        return table(body, input, output, read, "in.dat, out.dat");
    }

    private Programs table(String body, String input, String output, String read, String arguments) {
        script("table", "echo ran >> \"" + folder.resolve("runs") + "\"\n" + body);
        String programs = """
                table:
                  command: [./table, %s]
                  interface: table
                  input: %s
                  output: %s
                  read: %s
                """.formatted(arguments, input, output, read);
        return model("{x: {range: [0, 1]}, y: {range: [0, 1]}}", programs, "[a, b]", "");
    }

    private static final double[][] THREE = {{0.25, 1}, {0.5, 2}, {0.75, 3}};

    @Test
    void oneCallComputesAWholeBatch() {
        try (Programs programs = table(
                "awk '{printf \"%.17g %.17g\\n\", $1+$2, $1*$2}' \"$1\" > \"$2\"\n",
                "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            List<PointRow> rows = programs.judge(THREE);
            assertThat(rows).extracting(row -> row.observables()[0]).containsExactly(1.25, 2.5, 3.75);
            assertThat(rows).extracting(row -> row.observables()[1]).containsExactly(0.25, 1.0, 2.25);
            assertThat(folder.resolve("runs")).hasContent("ran");
        }
    }

    @Test
    void columnsHaveNamesOrNumbers() {
        String body = "head -1 \"$1\" > names; test \"$(cat names)\" = 'u v' || exit 9\n"
                + "awk 'NR==1 {print \"# id b a\"; next} {print NR\",\"$2\", \"$1}' \"$1\" > \"$2\"\n";
        String input = "{in.dat: {columns: {u: 2*x, v: y}, header: true}}";
        try (Programs programs = table(body, input, "{file: out.dat, header: true}", "[a, b]")) {
            assertThat(programs.judge(THREE))
                    .extracting(row -> row.observables()[0])
                    .containsExactly(0.5, 1.0, 1.5);
        }
        try (Programs programs = table(body, input, "out.dat", "{a: {column: 3, factor: 10}, b: 2}")) {
            assertThat(programs.judge(THREE).get(1).observables()).containsExactly(10, 2);
        }
        try (Programs programs = table(body, input, "{file: out.dat, header: true}", "[a, b, c]")) {
            assertThat(programs.failure(0.5, 2)).contains("no column 'c'; its header is id b a");
        }
    }

    @Test
    void onlyThePointToBlameFails() {
        String crash = "awk '$1 == 0.5 {exit 4} {print $1, $2}' \"$1\" > \"$2\"\n";
        try (Programs programs = table(crash, "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            assertThat(programs.judge(THREE))
                    .extracting(PointRow::reason)
                    .containsExactly("", "program table: exit code 4", "");
        }
        String tooFew = "awk '$1 != 0.5 {print $1, $2}' \"$1\" > \"$2\"\n";
        try (Programs programs = table(tooFew, "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            assertThat(programs.judge(THREE))
                    .extracting(PointRow::reason)
                    .containsExactly("", "program table: out.dat has 0 rows for 1 point", "");
        }
        String stars =
                "awk '{print ($1 == 0.5 ? \"****\" : $1), ($1 == 0.75 ? \"1.0D-05\" : \"1.2-309\")}' \"$1\" > \"$2\"\n";
        try (Programs programs = table(stars, "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            List<PointRow> rows = programs.judge(THREE);
            assertThat(rows.get(0).observables()).containsExactly(0.25, 1.2e-309);
            assertThat(rows.get(1).reason()).startsWith("program table: out.dat: a: '****' is not a number");
            assertThat(rows.get(2).observables()).containsExactly(0.75, 1e-5);
        }
        String half = "awk '{print $1, $2}' \"$1\" | head -c 3 > \"$2\"\n";
        try (Programs programs = table(half, "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            assertThat(programs.judge(THREE))
                    .extracting(PointRow::reason)
                    .containsOnly("program table: out.dat ends within a line: it was not written to its end");
        }
    }

    // ---- programs that behave badly

    private Programs text(String body, String more) {
        script("bad", "echo $$ >> \"" + folder.resolve("pids") + "\"\n" + body);
        String program = "bad: {command: \"./bad @{x}\", interface: text, read: {a: 'a=(.*)'}" + more + "}\n";
        return model("{x: {range: [0, 9]}}", program, "[a]", "keep_failed: 2\n");
    }

    @Test
    void aProgramThatHangsIsKilledWithAllItHasStarted() {
        String body =
                "echo 'waiting for godot' >&2\n(sleep 1000 & echo $! >> \"" + folder.resolve("pids") + "\"; wait)\n";
        try (Programs programs = text(body, ", time_limit: 2s")) {
            assertThat(programs.failure(1.0))
                    .isEqualTo("program bad: killed after its time limit of 2s:\n  waiting for godot");
        }
    }

    @Test
    void aProgramThatIsKilledFails() {
        try (Programs programs = text("kill -9 $$\n", "")) {
            assertThat(programs.failure(1.0)).isEqualTo("program bad: exit code 137 (signal 9)");
        }
    }

    @Test
    void aFloodOfErrorsIsDropped() {
        try (Programs programs = text("yes flood | head -c 1000000000 >&2; echo a=5\n", "")) {
            assertThat(programs.observables(1.0)).containsExactly(5);
        }
    }

    @Test
    void aMissingProgramEndsTheScanAndSaysWhereItWasSearched() {
        String later = "later: {command: no-such-program-here, stage: 2, interface: text, read: {b: 'b=(.*)'}}\n";
        String first = "first: {command: 'echo a=1', interface: text, read: {a: 'a=(.*)'}}\n";
        assertThatThrownBy(() -> model("{x: {range: [0, 9]}}", first + later, "[a, b]", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("program later: 'no-such-program-here' is not on the PATH");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskFailsThePoint() {
        try (Programs programs = text("cat /dev/zero > /dev/full && echo a=1\n", "")) {
            assertThat(programs.failure(1.0))
                    .startsWith("program bad: exit code 1:\n")
                    .contains("No space left on device");
        }
        String half = "ln -s /dev/full \"$2\"; awk '{print $1, $2}' \"$1\" > \"$2\"\n";
        try (Programs programs = table(half, "{in.dat: [x, y]}", "out.dat", "[a, b]")) {
            assertThat(programs.failure(0.1, 0.2))
                    .startsWith("program table: exit code ")
                    .contains("No space left on device");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatTakesMoreMemoryThanItMayFailsThePointAndNothingElse() {
        String greedy =
                "awk -v x=\"$1\" 'BEGIN {s = sprintf(\"%1000s\", \"\"); while (length(s) < x * 4e7) s = s s; print \"a=\" x}'\n";
        try (Programs programs = text(greedy, ", memory_limit: 100MB")) {
            assertThat(programs.failure(9.0)).startsWith("program bad: ");
            assertThat(programs.observables(0.001)).containsExactly(0.001);
        }
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> text("echo a=1\n", ", memory_limit: much"))
                .hasMessageContaining("memory_limit: 'much' is no size such as 500MB or 2GB.");
    }

    @Test
    void pathsMayHaveBlanksAndAnyLetters() throws IOException {
        Path home = folder;
        folder = Files.createDirectory(folder.resolve("Öl & $HOME; 'π' \"x\""));
        try (Programs programs = table(
                "awk '{print $1, $2}' \"$1\" > \"$2\"\n",
                "{'in é.dat': [x, y]}",
                "'out 2.dat'",
                "[a, b]",
                "'in é.dat', 'out 2.dat'")) {
            assertThat(programs.observables(0.1, 0.2)).containsExactly(0.1, 0.2);
        } finally {
            folder = home;
        }
    }

    @Test
    void someFoldersOfFailedPointsAreKept() throws IOException {
        try (Programs programs = text("echo \"$1\" > left; exit 7\n", "")) {
            for (double x : new double[] {1, 2, 3, 4})
                assertThat(programs.failure(x)).contains("exit code 7");
            Path failed = folder.resolve("work/failed/chain-" + programs.model().version());
            assertThat(failed.toFile().list()).hasSize(2);
            try (Stream<Path> all = Files.walk(failed)) {
                List<Path> left = all.filter(each -> each.endsWith("left")).toList();
                assertThat(left).hasSize(2);
                assertThat(left.get(0).resolveSibling("../REASON.txt").normalize())
                        .hasContent("program bad: exit code 7");
            }
        }
    }

    @Test
    void eachRunBeginsInAFolderWithNothingButItsFiles() {
        try (Programs programs = text(
                "ls | tr '\\n' ' ' >&2; mkdir -p deep/er; touch left deep/er/file; echo a=1; exit $(ls | wc -l)\n",
                "")) {
            assertThat(programs.failure(1.0)).isEqualTo("program bad: exit code 2");
            assertThat(programs.failure(1.0)).isEqualTo("program bad: exit code 2");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkFolderThatCannotBeWrittenToEndsTheScan() {
        String program = "bad: {command: echo a=1, interface: text, read: {a: 'a=(.*)'}}\n";
        assertThatThrownBy(() -> model("{x: {range: [0, 9]}}", program, "[a]", "", "/proc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model chain: work folder /proc cannot be written to");
    }

    @Test
    void aWorkFolderThatCannotBeMadeEndsTheScan() throws IOException {
        Files.writeString(folder.resolve("work"), "a file");
        assertThatThrownBy(() -> text("echo a=1\n", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("model chain: ");
        Files.delete(folder.resolve("work"));
    }

    @Test
    void versionsFollowWhatIsComputed() {
        String version;
        try (Programs programs = text("echo a=1\n", "")) {
            version = programs.model().version();
            assertThat(ExternalModel.read(programs.model().file(), "", Path.of("."))
                            .version())
                    .isEqualTo(version);
        }
        try (Programs programs = text("echo a=1\n", ", time_limit: 5s")) {
            assertThat(programs.model().version()).isEqualTo(version);
        }
        try (Programs programs = text("echo a=1\n", ", environment: {MODE: fast}")) {
            assertThat(programs.model().version()).isNotEqualTo(version);
        }
        try (Programs programs = text("echo a=2\n", "")) {
            assertThat(programs.model().version()).isNotEqualTo(version);
        }
    }
}
