package thetascan.external.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import thetascan.formula.Yaml;
import thetascan.model.PointEvaluator;
import thetascan.point.PointRow;
import thetascan.quantity.Missing;

/** What programs do that stay, rightly and wrongly; whatever it is, nothing of them is left. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class PersistentProgramTest {

    private static final String LIMITED = "program: {command: python3 prog.py, time_limit: 3s, work: work}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void needPython() {
        Programs.needPython();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        Programs.assertNothingIsLeft(folder);
    }

    private String note() {
        return "open('" + folder.resolve("pids") + "', 'a').write('%d\\n' % os.getpid())\n";
    }

    // ---- programs that do their work

    @Test
    void aFunctionGivesTheObservables() {
        try (Programs programs =
                Programs.helped(folder, "return {'a': theta['x'] * theta['y'], 'b': 0.1 + 0.2, 'more': 1}")) {
            assertThat(programs.observables(0.5, 0.3)).containsExactly(0.15, 0.1 + 0.2);
            assertThat(programs.observables(1e-300, 5e-324)).containsExactly(0, 0.30000000000000004);
            assertThat(programs.observables(Math.nextDown(1.0), 1)).startsWith(Math.nextDown(1.0));
        }
    }

    @Test
    void oneProcessServesAllPoints() {
        try (Programs programs = Programs.helped(folder, "return {'a': os.getpid(), 'b': theta['y']}")) {
            double process = programs.judge(0, 0.1).observables()[0];
            for (int i = 0; i < 20; i++)
                assertThat(programs.judge(0, i / 20.0).observables()).containsExactly(process, i / 20.0);
        }
    }

    @Test
    void aBatchIsAnsweredInOrder() {
        try (Programs programs = Programs.helped(folder, "return {'a': theta['x'], 'b': theta['y']}")) {
            double[][] points = new double[3000][];
            for (int i = 0; i < points.length; i++) points[i] = new double[] {i / 3000.0, 1 - i / 3000.0};
            List<PointRow> rows = programs.judge(points);
            for (int i = 0; i < points.length; i++)
                assertThat(rows.get(i).observables()).containsExactly(points[i]);
        }
    }

    @Test
    void valuesThatAreMissingSayWhy() {
        try (Programs programs =
                Programs.helped(folder, "return {'a': theta['x'], 'b': UNDEFINED if theta['y'] > 0.5 else None}")) {
            assertThat(Missing.isNotComputed(programs.observables(0.1, 0)[1])).isTrue();
            assertThat(Missing.isUndefined(programs.observables(0.1, 1)[1])).isTrue();
        }
    }

    @Test
    void printsOfAllKindsDoNotDisturb() {
        String script = """
                import os, sys
                print("a library says hello")
                sys.stdout.write('{"half a line')
                from thetascan import serve
                print("no harm", '{"id": 0}')
                def model(theta):
                    print('{"id": 0, "results": []}')
                    sys.stdout.write("no end of line")
                    os.write(1, b'{"id": 0, "results": [[7, 7]]}\\n')
                    os.system("echo '{}'")
                    if theta["y"] == 1: raise ValueError("too much")
                    return {"a": theta["x"], "b": theta["y"]}
                serve(model)
                """;
        try (Programs programs = Programs.running(folder, script.replace("'{\"half a line'", "'half a line'"))) {
            assertThat(programs.observables(0.25, 0.75)).containsExactly(0.25, 0.75);
            assertThat(programs.failure(0, 1)).startsWith("ValueError: too much (prog.py, line 11)");
            assertThat(programs.observables(0.5, 0.5)).containsExactly(0.5, 0.5);
        }
    }

    @Test
    void aProgramWithoutTheHelperMayPrintLinesThatBeginWithoutABrace() {
        String body = """
                while True:
                    say("computing ...")
                    say("")
                    r = hear()
                    say({"results": [{"b": p[1], "other": [1, {}], "a": p[0]} for p in r["points"]], "id": r["id"]})
                """;
        try (Programs programs = Programs.speaking(folder, body)) {
            assertThat(programs.observables(0.25, 0.75)).containsExactly(0.25, 0.75);
        }
    }

    @Test
    void answersMayComeInAnyOrder() {
        String body = """
                asked = []
                def answer():
                    while True:
                        time.sleep(0.05)
                        while asked:
                            r = asked.pop()
                            say({"id": r["id"], "results": [p for p in r["points"]]})
                threading.Thread(target=answer, daemon=True).start()
                while True:
                    asked.append(hear())
                """;
        try (Programs programs = Programs.speaking(folder, body)) {
            double[][] points = new double[50][];
            for (int i = 0; i < points.length; i++) points[i] = new double[] {i / 50.0, 0};
            List<PointRow> rows = programs.judge(points);
            for (int i = 0; i < points.length; i++)
                assertThat(rows.get(i).observables()).containsExactly(points[i]);
        }
    }

    @Test
    void aVectorisedFunctionGetsArrays() {
        Programs.needNumpy();
        String script = """
                import numpy as np
                from thetascan import serve
                def model(theta):
                    if (theta["x"] > 0.9).any(): raise ValueError("x too large")
                    return {"a": np.hypot(theta["x"], theta["y"]), "b": np.ma.masked_greater(len(theta["x"]) + 0 * theta["y"], 1e9)}
                serve(model, batch=True)
                """;
        try (Programs programs = Programs.running(folder, script)) {
            List<PointRow> rows = programs.judge(new double[] {0.3, 0.4}, new double[] {0, 1}, new double[] {0.6, 0.8});
            assertThat(rows.get(0).observables()).containsExactly(0.5, 3);
            assertThat(rows.get(2).observables()).containsExactly(1, 3);
            List<PointRow> some = programs.judge(new double[] {0.3, 0.4}, new double[] {1, 1}, new double[] {0.6, 0.8});
            assertThat(some.get(0).observables()).containsExactly(0.5, 1); // each alone, to find the one to blame
            assertThat(some.get(1).reason()).startsWith("ValueError: x too large (prog.py, line 4)");
            assertThat(some.get(2).reason()).isEmpty();
        }
    }

    @Test
    void aVectorisedFunctionMayReturnSingleAndMaskedValues() {
        Programs.needNumpy();
        String script = """
                import numpy as np
                from thetascan import serve
                def model(theta):
                    return {"a": 0.25, "b": np.ma.masked_less(theta["y"], 0.5)}
                serve(model, batch=True)
                """;
        try (Programs programs = Programs.running(folder, script)) {
            List<PointRow> rows = programs.judge(new double[] {0, 0.25}, new double[] {0, 0.75});
            assertThat(Missing.isNotComputed(rows.get(0).observables()[1])).isTrue();
            assertThat(rows.get(1).observables()).containsExactly(0.25, 0.75);
        }
    }

    @Test
    void theProgramFindsItsFilesWhateverTheFolderIsCalled() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("Größe $HOME 'x'"));
        Files.writeString(odd.resolve("data file.txt"), "0.25");
        Files.writeString(odd.resolve("beside.py"), "B = 0.75\n");
        String script = """
                import os
                import beside
                from thetascan import serve
                value = float(open("data file.txt").read())
                open("scratch", "w").write("in the work folder")
                serve(lambda theta: {"a": value, "b": beside.B if os.environ["MODE"] == "two words" else 0})
                """;
        String program =
                "program: {command: python3 prog.py, files: [data file.txt], environment: {MODE: two words}, work: work}\n";
        try (Programs programs = Programs.running(odd, script, program)) {
            assertThat(programs.observables(0, 0)).containsExactly(0.25, 0.75);
        }
        assertThat(odd.resolve("scratch")).doesNotExist();
        Programs.assertNothingIsLeft(odd);
    }

    // ---- points that fail

    @Test
    void anExceptionIsTheReasonOfItsPointAlone() {
        try (Programs programs = Programs.helped(
                folder,
                "if theta['x'] > 0.5: raise ValueError('tachyon at\\n  x')\nreturn {'a': os.getpid(), 'b': 1}")) {
            double process = programs.judge(0, 0).observables()[0];
            assertThat(programs.failure(0.75, 0)).isEqualTo("ValueError: tachyon at\n  x (prog.py, line 4)");
            assertThat(programs.judge(0, 0).observables()[0]).isEqualTo(process);
        }
    }

    @Test
    void valuesThatAreNoNumbersAreNamed() {
        try (Programs programs =
                Programs.helped(folder, "return {'a': 'heavy', 'b': 1} if theta['x'] > 0.5 else {'b': 1}")) {
            assertThat(programs.failure(0.75, 0)).startsWith("ValueError: could not convert string to float: 'heavy'");
            assertThat(programs.failure(0.25, 0)).isEqualTo("LookupError: the model returned no 'a'");
        }
        try (Programs programs = Programs.helped(folder, "pass")) {
            assertThat(programs.failure(0.75, 0)).isEqualTo("LookupError: the model returned no 'a'");
        }
    }

    @Test
    void nanAndInfinitiesAreNeverValid() {
        try (Programs programs = Programs.helped(
                folder,
                "return {'a': [0.1, float('inf'), -float('inf'), float('nan')][int(4 * theta['x'])], 'b': float('inf')}")) {
            assertThat(programs.observables(0, 0)).containsExactly(0.1, Double.POSITIVE_INFINITY);
            assertThat(programs.failure(0.25, 0)).isEqualTo("constraint a met a number that is not finite");
            assertThat(programs.failure(0.5, 0)).isEqualTo("constraint a met a number that is not finite");
            assertThat(programs.failure(0.75, 0)).isEqualTo("observable a is NaN");
        }
    }

    @Test
    void aProgramThatDiesFailsItsPointAndIsStartedAnew() throws Exception {
        String body = note()
                + "if theta['x'] > 0.5:\n  print('the matrix is singular')\n  os._exit(3)\nreturn {'a': 0, 'b': os.getpid()}";
        try (Programs programs = Programs.helped(folder, body)) {
            double first = programs.observables(0, 0)[1];
            assertThat(programs.failure(0.75, 0))
                    .isEqualTo("program toy: ended, exit code 3:\n  the matrix is singular");
            assertThat(programs.observables(0, 0)[1]).isNotEqualTo(first);
        }
        assertThat(Programs.pids(folder)).hasSize(2);
    }

    @Test
    void aProgramThatIsKilledFailsItsPoint() {
        try (Programs programs =
                Programs.helped(folder, "if theta['x'] > 0.5: os.kill(os.getpid(), 9)\nreturn {'a': 0, 'b': 0}")) {
            assertThat(programs.failure(0.75, 0)).isEqualTo("program toy: ended, exit code 137 (signal 9)");
            assertThat(programs.failure(0, 0)).isEmpty();
        }
    }

    @Test
    void aProgramThatEndsBetweenPointsIsNobodysFault() throws Exception {
        String body = note() + "return {'a': 0, 'b': os.getpid()}";
        try (Programs programs = Programs.helped(folder, body)) {
            long first = (long) programs.observables(0, 0)[1];
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            ProcessHandle.of(first).ifPresent(handle -> handle.onExit().join());
            assertThat(programs.observables(0, 0)[1]).isNotEqualTo(first);
        }
    }

    @Test
    void ofManyPointsUnderWayOnlyTheCulpritFails() {
        String body = "if theta['x'] == 0.5: os._exit(4)\nreturn {'a': 0, 'b': theta['x']}";
        try (Programs programs = Programs.helped(folder, body)) {
            double[][] points = new double[40][];
            for (int i = 0; i < points.length; i++) points[i] = new double[] {i / 40.0, 0};
            List<PointRow> rows = programs.judge(points);
            for (int i = 0; i < points.length; i++) {
                String expected = i == 20 ? "program toy: ended, exit code 4" : "";
                assertThat(rows.get(i).reason()).as("point " + i).isEqualTo(expected);
                if (i != 20) assertThat(rows.get(i).observables()).containsExactly(0, i / 40.0);
            }
        }
    }

    @Test
    void aBatchThatBreaksIsRepeatedPointByPoint() {
        String body = """
                while True:
                    r = hear()
                    if any(p[0] == 0.5 for p in r["points"]): os._exit(4)
                    say({"id": r["id"], "results": [[0, p[0]] for p in r["points"]]})
                """;
        try (Programs programs = Programs.speaking(folder, "\"thetascan\": 1, \"batch\": 10", body, "")) {
            List<PointRow> rows = programs.judge(new double[] {0.25, 0}, new double[] {0.5, 0}, new double[] {0.75, 0});
            assertThat(rows.get(0).observables()).containsExactly(0, 0.25);
            assertThat(rows.get(1).reason()).isEqualTo("program toy: ended, exit code 4");
            assertThat(rows.get(2).observables()).containsExactly(0, 0.75);
        }
    }

    @Test
    void aProgramThatHangsIsKilledWithItsChildren() throws Exception {
        String script = "import os, subprocess\nfrom thetascan import serve\n" + note()
                + "def model(theta):\n  if theta['x'] > 0.5:\n    child = subprocess.Popen(['sleep', '1000'])\n"
                + "    other = subprocess.Popen(['setsid', 'sleep', '1000'])\n"
                + "    open('" + folder.resolve("pids") + "', 'a').write('%d\\n%d\\n' % (child.pid, other.pid))\n"
                + "    child.wait()\n  return {'a': 0, 'b': os.getpid()}\nserve(model)\n";
        try (Programs programs = Programs.running(folder, script, LIMITED)) {
            double first = programs.observables(0, 0)[1];
            assertThat(programs.failure(0.75, 0)).isEqualTo("program toy: killed, for it did not answer within 3s");
            assertThat(programs.observables(0, 0)[1]).isNotEqualTo(first);
        }
        assertThat(Programs.pids(folder)).hasSize(4);
    }

    @Test
    void halfALineIsNoAnswer() {
        String body = """
                while True:
                    r = hear()
                    x = r["points"][0][0]
                    whole = json.dumps({"id": r["id"], "results": [[0, x]]})
                    if x < 0.25:
                        say(whole)
                        continue
                    sys.stdout.write(whole[:12])
                    if x > 0.75:
                        say("")
                    sys.stdout.flush()
                    if x < 0.5:
                        sys.exit(5)
                    time.sleep(100)
                """;
        try (Programs programs = Programs.speaking(folder, "\"thetascan\": 1", body, LIMITED)) {
            assertThat(programs.failure(0.6, 0)).isEqualTo("program toy: killed, for it did not answer within 3s");
            assertThat(programs.failure(0.4, 0))
                    .isEqualTo("program toy: ended in the middle of an answer, exit code 5");
            assertThat(programs.failure(0.8, 0))
                    .isEqualTo("program toy: its answer cannot be used: an object is one line, this one does not end:"
                            + " '{\"id\": 0, \"r'");
            assertThat(programs.failure(0, 0)).isEmpty();
        }
    }

    @Test
    void answersThatDoNotFitAreRefused() {
        String body = """
                while True:
                    r = hear()
                    n = int(r["points"][0][0] * 10)
                    i = r["id"]
                    say([{"id": i + 7, "results": [[0, 0]]}, {"id": i, "results": []}, {"id": i, "results": [[0]]},
                         {"id": i, "result": [[0, 0]]}, {"id": i, "results": [["light", 0]]}, {"id": i, "results": [{"a": 0}]},
                         {"id": i, "results": [7]}, {"id": i}, {"id": i, "results": [""]}, {"id": i, "results": [[0, 0]]}][n])
                """;
        String[] expected = {
            "it answers request 7, asked are [0]",
            "its answer has 0 results for 1 points",
            "its answer cannot be used: 1 values for 2 observables",
            "its answer cannot be used: unknown key \"result\". Did you mean 'results'?",
            "its answer cannot be used: observable 'a': 'light' is neither a number nor null nor \"undefined\"",
            "its answer cannot be used: no value for observable 'b'",
            "its answer cannot be used: a result is a list of values",
            "its answer cannot be used: \"results\" is missing"
        };
        try (Programs programs = Programs.speaking(folder, body)) {
            for (int i = 0; i < expected.length; i++) {
                assertThat(programs.failure((i + 0.5) / 10, 0)).startsWith("program toy: " + expected[i]);
            }
            assertThat(programs.failure(0.85, 0)).isEqualTo("failed without saying why");
            assertThat(programs.failure(0.95, 0)).isEmpty();
        }
    }

    @Test
    void whatIsWrongWithAnAnswerIsSaidInItsOwnWords() {
        String body = """
                while True:
                    r = hear()
                    i = r["id"]
                    if r["points"][0][0] < 0.5:
                        say({"id": str(i), "results": [[0, 0]]})
                    else:
                        print('{"id": %d, "results": [{"a": 0, "b": 0, "a": 0.4}]}' % i, flush=True)
                """;
        try (Programs programs = Programs.speaking(folder, body)) {
            assertThat(programs.failure(0.1, 0))
                    .isEqualTo("program toy: its answer cannot be used: \"id\" is a whole number, found '0'");
            assertThat(programs.failure(0.9, 0))
                    .isEqualTo("program toy: its answer cannot be used: observable 'a' has two values");
        }
    }

    @Test
    void aFloodOfErrorsIsSurvived() {
        String body = "if theta['x'] > 0.5:\n  for i in range(200): os.write(2, b'x' * 1000000)\n"
                + "  print('last words')\n  os._exit(1)\nfor i in range(100): os.write(1, b'y' * 1000000)\nreturn {'a': 0, 'b': 0}";
        try (Programs programs = Programs.helped(folder, body)) {
            assertThat(programs.failure(0, 0)).isEmpty();
            assertThat(programs.failure(0.75, 0))
                    .startsWith("program toy: ended, exit code 1:")
                    .hasSizeLessThan(1000);
        }
    }

    @Test
    void aFloodOfPrintsWithoutTheHelperIsSurvived() {
        String body =
                "r = hear()\nfor i in range(300): sys.stdout.write('z' * 1000000)\nsys.stdout.write('{')\nsay('')\n"
                        + "say({\"id\": r[\"id\"], \"results\": [[0, 1]]})\nhear()\n";
        try (Programs programs = Programs.speaking(folder, body)) {
            assertThat(programs.observables(0, 0)).containsExactly(0, 1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPointThatTakesMoreMemoryThanTheProgramMayHaveFailsAlone() {
        String script =
                "from thetascan import serve\ndef model(theta):\n    size = len(bytearray(int(theta['x'] * 2e9)))\n"
                        + "    return {'a': 0, 'b': size}\nserve(model)\n";
        String program = "program: {command: python3 prog.py, memory_limit: 500MB, work: work}\n";
        try (Programs programs = Programs.running(folder, script, program)) {
            assertThat(programs.observables(0.0005, 0)).containsExactly(0, 1e6);
            assertThat(programs.failure(1, 0)).contains("MemoryError");
            assertThat(programs.failure(0, 0)).isEmpty();
        }
    }

    // ---- programs that do not start

    @Test
    void aProgramThatDoesNotStartEndsTheScanAndSaysWhy() {
        refused("print('hello')\n", "", "program toy: ended, exit code 0");
        refused("import no_such_module\n", "", "No module named 'no_such_module'");
        refused("", "program: {command: no-such-program at all, work: work}\n", "'no-such-program' is not on the PATH");
        refused(
                "import time\ntime.sleep(100)\n",
                "program: {command: python3 prog.py, start_limit: 500ms, work: work}\n",
                "program toy: killed, for it did not answer within 0.5s");
        refused(
                "print('{\"version\": \"1\"}', flush=True)\nimport time\ntime.sleep(100)\n",
                "",
                "its greeting cannot be used: \"thetascan\": 1 is missing");
    }

    @Test
    void namesAndVersionMustFit() {
        String serve = "from thetascan import serve\nserve(None, %s)\n";
        refused(
                serve.formatted("observables=['a', 'c']"),
                "",
                "program toy: gives no observable 'b'. Did you mean 'a'? It gives a, c");
        refused(
                serve.formatted("parameters=['x']"),
                "",
                "program toy: takes no parameter 'y'. Did you mean 'x'? It takes x");
        refused(serve.formatted("parameters=['x', 'y', 'z']"), "", "program toy: needs a parameter 'z'");
        refused(
                serve.formatted("version=1.1"),
                "program: {command: python3 prog.py, version: '1.0', work: work}\n",
                "program toy: is version '1.1', the model file asks for version '1.0'");
    }

    @Test
    void observablesThatDifferOnlyInCaseAreRefused() {
        assertThatThrownBy(() -> ExternalModel.read(
                        Yaml.tree(
                                "{name: m, program: python3 m.py, parameters: {x: 1}, observables: [a, b, A]}",
                                "m.yaml"),
                        "",
                        folder))
                .hasMessageContaining("observables 'a' and 'A' differ only in case");
    }

    private void refused(String script, String more, String message) {
        assertThatThrownBy(() -> Programs.running(folder, script, more).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void filesThatChangedSinceTheScanBeganAreRefused() throws Exception {
        ExternalModel model = Programs.model(folder, "from thetascan import serve\nserve(None)\n", "");
        model.newEvaluator().close();
        ExternalModel there = ExternalModel.read(model.file(), "", Path.of("."));
        assertThat(there.version()).isEqualTo(model.version());
        there.newEvaluator().close();
        Files.writeString(folder.resolve("prog.py"), "from thetascan import serve\nserve(print)\n");
        assertThatThrownBy(there::newEvaluator)
                .hasMessageContaining("program toy: its files [" + folder.resolve("prog.py"));
        Files.delete(folder.resolve("prog.py"));
        ExternalModel gone = ExternalModel.read(model.file(), "", Path.of("."));
        assertThatThrownBy(gone::newEvaluator).hasMessageContaining("are not those that the scan was begun with");
    }

    // ---- ends

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        AtomicReference<Object> seen = new AtomicReference<>();
        String body = note() + "import time\nif theta['x'] > 0.5: time.sleep(1000)\nreturn {'a': 0, 'b': 0}";
        try (Programs programs = Programs.helped(folder, body)) {
            programs.observables(0, 0);
            Thread thread = new Thread(() -> {
                String failure = programs.failure(0.75, 0);
                seen.set(failure + Thread.currentThread().isInterrupted());
            });
            thread.start();
            while (Files.readAllLines(folder.resolve("pids")).size() < 2) Thread.sleep(20);
            thread.interrupt();
            thread.join();
            assertThat(seen.get()).isEqualTo("interruptedtrue");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whenJavaIsKilledAtOnceTheProgramEnds() throws Exception {
        // A program that does not notice the end of its input.
        Files.writeString(folder.resolve("prog.py"), "import os, time\n" + note() + "time.sleep(1000)\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("java.log").toFile())
                .start();
        while (!Files.exists(folder.resolve("pids"))
                || Files.readString(folder.resolve("pids")).isBlank()) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("java.log")))
                    .isTrue();
            Thread.sleep(50);
        }
        process.destroyForcibly().waitFor();
        Files.walk(folder.resolve("work")).sorted(Comparator.reverseOrder()).forEach(each -> each.toFile()
                .delete());
    }

    /** Starts a program. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            String script = Files.readString(folder.resolve("prog.py"));
            try (PointEvaluator evaluator = Programs.model(folder, script, "").newEvaluator()) {
                evaluator.evaluate(new double[2], new double[2]);
            }
        }
    }

    @Test
    void timeIsReadAsPeopleWriteIt() {
        assertThat(TimeText.parse("20us").toNanos()).isEqualTo(20_000);
        assertThat(TimeText.parse("1.5ms").toNanos()).isEqualTo(1_500_000);
        assertThat(TimeText.parse("1h30m").toMinutes()).isEqualTo(90);
        assertThat(TimeText.parse("2s").toMillis() / 1000.0).isCloseTo(2, within(0.0));
        for (String wrong : List.of("", "2", "s", "-1s", "2 s", "1d", "0s")) {
            assertThatThrownBy(() -> TimeText.parse(wrong)).hasMessageContaining("'" + wrong + "'");
        }
    }
}
