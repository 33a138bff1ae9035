package thetascan.external.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thetascan.formula.Yaml;
import thetascan.model.Stages;
import thetascan.objective.Judge;
import thetascan.objective.Judgements;
import thetascan.objective.Objective;
import thetascan.objective.Ranking;
import thetascan.optimiser.Needs;
import thetascan.point.PointRow;

/** Programs in a folder, the models they serve, and the points they judge. */
final class Programs implements AutoCloseable {

    private final Path folder;
    private final ExternalModel model;
    private final Judge judge;
    private final Objective objective;

    private Programs(Path folder, ExternalModel model) {
        this(folder, model, Stages.ALL);
    }

    private Programs(Path folder, ExternalModel model, Stages stages) {
        this.folder = folder;
        this.model = model;
        objective = new Objective(
                model.observables(), model.constraintSet("default").bind(model.observables()), Ranking.SCALED, stages);
        judge = objective.newJudge(model.newEvaluator());
    }

    static void needPython() {
        assumeTrue(
                runs("python3", "--version"), "python3 is not on the PATH: what runs programs in Python is not tested");
    }

    static void needNumpy() {
        needPython();
        assumeTrue(runs("python3", "-c", "import numpy"), "python3 has no numpy: vectorised models are not tested");
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A model with parameters x, y in [0, 1] and observables a, b; a must lie in [0, 0.5]. */
    static ExternalModel model(Path folder, String script, String more) {
        try {
            Files.writeString(folder.resolve("prog.py"), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = """
                model: toy
                parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
                observables: [a, b]
                constraints: {a: [0, 0.5]}
                """;
        String program =
                more.contains("program:") ? "" : "program: {command: python3 prog.py, time_limit: 10m, work: work}\n";
        return ExternalModel.read(Yaml.tree(text + program + more, "model.yaml"), "", folder);
    }

    static Programs running(Path folder, String script, String more) {
        return new Programs(folder, model(folder, script, more));
    }

    /** A model that is described in full; later stages only where the constraints before hold. */
    static Programs of(Path folder, String model) {
        return new Programs(folder, ExternalModel.read(Yaml.tree(model, "model.yaml"), "", folder), Stages.STOP);
    }

    static Programs running(Path folder, String script) {
        return running(folder, script, "");
    }

    /** A program by the helper, with the body of {@code def model(theta)}. */
    static Programs helped(Path folder, String body) {
        return running(
                folder,
                "import os, sys\nfrom thetascan import serve, UNDEFINED\ndef model(theta):\n    "
                        + body.strip().replace("\n", "\n    ") + "\nserve(model)\n");
    }

    /** A program that speaks the protocol itself: {@code say(object or text)}, {@code hear()}. */
    static Programs speaking(Path folder, String greeting, String body, String more) {
        return running(
                folder, """
                import json, os, sys, threading, time
                def say(what):
                    sys.stdout.write((what if isinstance(what, str) else json.dumps(what)) + "\\n")
                    sys.stdout.flush()
                def hear():
                    line = sys.stdin.readline()
                    if not line:
                        sys.exit(0)
                    return json.loads(line)
                open(%s, "a").write("%%d\\n" %% os.getpid())
                hear()
                """.formatted("\"" + folder.resolve("pids") + "\"") + "say({" + greeting + "})\n" + body, more);
    }

    static Programs speaking(Path folder, String body) {
        return speaking(folder, "\"thetascan\": 1", body, "");
    }

    ExternalModel model() {
        return model;
    }

    /** Judges points as one batch. */
    List<PointRow> judge(double[]... points) {
        double[] thetas = Stream.of(points).flatMapToDouble(Arrays::stream).toArray();
        boolean[] all = new boolean[points.length];
        Arrays.fill(all, true);
        Judgements judgements = objective.judgements(points.length, Needs.FITNESS);
        judge.announce(thetas, all, 0, points.length);
        for (int i = 0; i < points.length; i++) judge.judge(points[i], Judge.Detail.ROW, judgements, i);
        return IntStream.range(0, points.length)
                .mapToObj(i -> Objects.requireNonNull(judgements.row(i)))
                .toList();
    }

    PointRow judge(double... point) {
        return judge(new double[][] {point}).get(0);
    }

    /** Why a point failed; empty if it did not. */
    String failure(double... point) {
        return judge(point).reason();
    }

    double[] observables(double... point) {
        PointRow row = judge(point);
        assertThat(row.reason()).isEmpty();
        return row.observables();
    }

    /** The processes that programs have written to {@code pids}. */
    static Set<Long> pids(Path folder) throws IOException {
        Set<Long> pids = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve("pids"))) pids.add(Long.valueOf(line.strip()));
        return pids;
    }

    /** Waits for all processes of {@code pids} to be gone, and for no work folder to be left. */
    static void assertNothingIsLeft(Path folder) throws Exception {
        if (Files.exists(folder.resolve("pids"))) {
            for (long pid : pids(folder)) assertIsGone(pid);
        }
        if (Files.exists(folder.resolve("work"))) {
            try (Stream<Path> left = Files.list(folder.resolve("work"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    static void assertIsGone(long pid) throws InterruptedException {
        for (int i = 0; i < 6000 && isRunning(pid); i++) Thread.sleep(50);
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

    @Override
    public void close() {
        judge.close();
    }
}
