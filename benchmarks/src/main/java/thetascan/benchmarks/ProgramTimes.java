package thetascan.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import thetascan.external.ProgramRunner;
import thetascan.external.model.ExternalModel;
import thetascan.formula.Tree;
import thetascan.island.RoundOrder;
import thetascan.model.CostClass;
import thetascan.model.EvaluationException;
import thetascan.model.PointEvaluator;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.KeepSettings;
import thetascan.scan.Scan;
import thetascan.scan.ScanListener;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.StopRules;
import thetascan.search.SearchSettings;
import thetascan.search.SearchSetup;
import thetascan.search.Strategy;

/**
 * What it costs that a program computes the points: programs that answer at once in lines, a program that is started for each
 * point beside the bare start of it, and how busy workers are that wait for programs. Programs in C where there is {@code cc}.
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar thetascan.benchmarks.ProgramTimes [lines|files|workers [POINTS]]</pre>
 */
public final class ProgramTimes {

    private static final int BATCH = 1000;
    private static final double NANO = 1e-9;
    /** Of Linux in a second, as processes are told. */
    private static final double CLOCK_TICKS = 100;

    /** Answers in lines; its argument is the number of points it takes in one. */
    private static final String LINES_IN_C = """
            #define _GNU_SOURCE
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            int main(int argc, char **argv) {
                char *line = NULL; size_t room = 0;
                getline(&line, &room, stdin);
                printf("{\\"thetascan\\": 1, \\"batch\\": %s}\\n", argv[1]); fflush(stdout);
                while (getline(&line, &room, stdin) > 0) {
                    printf("{\\"id\\": %ld, \\"results\\": [", atol(strstr(line, "\\"id\\":") + 5));
                    char *at = strchr(strstr(line, "points"), '[') + 1;
                    for (int i = 0; (at = strchr(at, '[')); i++) {
                        double x = strtod(at + 1, &at), y = strtod(at + 1, &at);
                        printf("%s[%.17g, %.17g]", i ? ", " : "", x * y, x - y);
                    }
                    puts("]}"); fflush(stdout);
                }
                return 0;
            }
            """;

    private static final String FILES_IN_C = """
            #include <stdio.h>
            int main(int argc, char **argv) {
                if (argc < 3) return 0;
                FILE *in = fopen(argv[1], "r"), *out = fopen(argv[2], "w");
                char line[200]; int key; double value, v[3] = {0, 0, 0};
                while (fgets(line, sizeof line, in))
                    if (sscanf(line, " %d %lf", &key, &value) == 2 && key < 3) v[key] = value;
                fprintf(out, "Block MASS\\n 25 %.17g # h\\n 35 %.17g # H\\n", v[1] * v[2], v[1] - v[2]);
                return fclose(out);
            }
            """;
    private static final String FILES_IN_SHELL = """
            #!/bin/sh
            [ $# -lt 2 ] || awk '$1 < 3 {v[$1] = $2} END {printf "Block MASS\\n 25 %.17g\\n 35 %.17g\\n", v[1]*v[2], v[1] - v[2]}' "$1" > "$2"
            """;
    private static final String PYTHON = """
            from thetascan import serve
            serve(lambda p: {"a": p["x"] * p["y"], "b": p["x"] - p["y"]})
            """;
    private static final String NUMPY = PYTHON.replace("})", "}, batch=True)");
    /** Sleeps so long, by the point, and writes down from when to when. */
    private static final String SLEEPER = """
            import sys, time
            from statistics import NormalDist
            from thetascan import serve
            seconds, log = eval("lambda u, z: " + sys.argv[1]), open(sys.argv[2], "a")
            def model(p):
                start = time.time()
                u = (1000 * p["x"] % 1 + 1e-9) / (1 + 2e-9)
                time.sleep(seconds(u, NormalDist().inv_cdf(u)))
                log.write("%r %r\\n" % (start, time.time()))
                log.flush()
                return {"a": p["x"] * p["y"], "b": p["x"] - p["y"]}
            serve(model)
            """;

    private final Path folder;

    private ProgramTimes(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        ProgramRunner.startQuickly();
        String part = args.length > 0 ? args[0] : "all";
        int points = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        Path folder = Files.createTempDirectory("program-times-");
        try {
            ProgramTimes times = new ProgramTimes(folder);
            if (part.equals("lines") || part.equals("all")) times.lines(points == 0 ? 200_000 : points);
            if (part.equals("files") || part.equals("all")) times.files(points == 0 ? 2000 : points);
            if (part.equals("workers") || part.equals("all")) times.workers(points == 0 ? 200 : points);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
    }

    // ---- programs that stay

    private void lines(int points) throws Exception {
        System.out.println("programs that answer at once in lines, one worker");
        if (compile("lines", LINES_IN_C)) {
            line("C, one by one", "./lines 1", points / 10, 1);
            line("C, a point a line, several under way", "./lines 1", points, BATCH);
            line("C, in batches of 1000", "./lines 1000", points, BATCH);
        }
        Files.writeString(folder.resolve("lines.py"), PYTHON);
        line("Python with the helper, one by one", "python3 lines.py", points / 10, 1);
        line("Python with the helper, several under way", "python3 lines.py", points / 4, BATCH);
        if (new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() != 0) return;
        Files.writeString(folder.resolve("batches.py"), NUMPY);
        line("numpy with the helper, in batches of 1000", "python3 batches.py", points, BATCH);
    }

    private void line(String title, String command, int points, int announced) throws EvaluationException {
        ExternalModel model = model("program: {command: " + command + ", work: work}");
        double[][] thetas = random(model, announced);
        double[] flat = Stream.of(thetas).flatMapToDouble(Arrays::stream).toArray();
        boolean[] all = new boolean[announced];
        Arrays.fill(all, true);
        double[] values = new double[2];
        double best = 0;
        double ofJava = 0;
        double ofAll = 0;
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int pass = 0; pass < 5; pass++) { // the first to warm up
                double start = wall();
                double java = thread();
                double children = children();
                for (int done = 0; done < points; done += announced) {
                    if (announced > 1) evaluator.announce(flat, all, 0, announced);
                    for (double[] theta : thetas) evaluator.evaluate(theta, values);
                }
                double rate = points / (wall() - start);
                if (rate <= best) continue;
                best = rate;
                ofJava = (thread() - java) / points;
                ofAll = ofJava + (children() - children) / points;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-44s %9.0f points/s; processor time a point: %6.1f us here, %6.1f us with the program%n",
                title,
                best,
                ofJava * 1e6,
                ofAll * 1e6);
    }

    // ---- programs that are started for each point

    private void files(int points) throws Exception {
        String kind = compile("files", FILES_IN_C) ? "C" : "shell and awk";
        if (!kind.equals("C")) script("files", FILES_IN_SHELL);
        System.out.println("SLHA files in and out of a program in " + kind + ", one worker");
        Files.writeString(folder.resolve("in.slha"), "Block MINPAR # inputs\n 1 0.0 # x\n 2 0.0 # y\n");
        ExternalModel model = model("program: {command: ./files point.in point.out, interface: slha, work: work,"
                + " input: {point.in: {template: in.slha, set: {MINPAR 1: x, MINPAR 2: y}}}, output: point.out,"
                + " read: {a: MASS 25, b: MASS 35}}");
        double[][] thetas = random(model, points);
        double[] values = new double[2];
        try (PointEvaluator evaluator = model.newEvaluator()) {
            for (int pass = 0; pass < 3; pass++) {
                double bare = rate(points, () -> start(folder.resolve("files")));
                int[] next = new int[1];
                double before = process();
                double all = before + reaped() + children();
                double rate = rate(points, () -> {
                    try {
                        evaluator.evaluate(thetas[next[0]++], values);
                    } catch (EvaluationException e) {
                        throw new IllegalStateException(e);
                    }
                });
                System.out.printf(
                        Locale.ROOT,
                        "  %6.0f points/s; %6.0f bare starts of the program/s; processor time a point: %5.0f us here, %5.0f us"
                                + " with the program%n",
                        rate,
                        bare,
                        (process() - before) / points * 1e6,
                        (process() + reaped() + children() - all) / points * 1e6);
            }
        }
    }

    private static void start(Path program) {
        try {
            new ProcessBuilder(program.toString()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(int times, Runnable work) {
        double start = wall();
        for (int i = 0; i < times; i++) work.run();
        return times / (wall() - start);
    }

    // ---- workers that wait

    private void workers(int points) throws Exception {
        System.out.println("programs that sleep, the default search of dear points: how long workers are at points");
        Files.writeString(folder.resolve("sleeper.py"), SLEEPER);
        workers(points, "0.1 s", "0.1", 2, 30);
        String uniform = "0.03*10**u";
        String normal = "0.1*2.718281828**(0.5*z)";
        for (int workers : new int[] {2, 4, 8}) {
            workers(points, "0.03 to 0.3 s", uniform, workers, 0);
            workers(points, "0.03 to 0.3 s", uniform, workers, 30);
            workers(points, "lognormal", normal, workers, 30);
        }
    }

    /** @param underWay see {@link SearchSettings}; 0 = generations of 20, one after another */
    private void workers(int points, String title, String seconds, int workers, int underWay) throws IOException {
        Path log = folder.resolve("log");
        ExternalModel model =
                model("program: {command: [python3, sleeper.py, '" + seconds + "', '" + log + "'], work: work}");
        SearchSettings settings = SearchSettings.defaults(CostClass.EXPENSIVE, List.of("box"));
        if (underWay == 0) settings = oneAfterAnother(settings);
        SearchSetup search = new SearchSetup(
                1,
                model,
                model.parameters(),
                Objects.requireNonNull(model.constraintSets().get("default")),
                settings);
        ScanSetup setup = new ScanSetup(
                search,
                new StopRules(0, points, Duration.ZERO, 0),
                new KeepSettings(RoundOrder.Rows.VALID, 0, 0, 0),
                Duration.ofHours(1));
        double before = process();
        try (ForkJoinRounds rounds = new ForkJoinRounds(search, workers)) {
            new Scan(setup, rounds, ScanStore.NONE, ScanListener.NONE).run();
        }
        double busy = 0;
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        for (String line : Files.readAllLines(log)) {
            String[] times = line.split(" ");
            double from = Double.parseDouble(times[0]);
            double to = Double.parseDouble(times[1]);
            busy += to - from;
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
        Files.delete(log);
        System.out.printf(
                Locale.ROOT,
                "  %-14s %d points, %d workers, %s: %5.1f s, %5.1f %% of the workers' time; processor time here %4.1f s%n",
                title,
                points,
                workers,
                underWay == 0 ? "generations of 20 one after another" : underWay + " under way",
                last - first,
                100 * busy / (workers * (last - first)),
                process() - before);
    }

    private static SearchSettings oneAfterAnother(SearchSettings dear) {
        Strategy predict = Objects.requireNonNull(dear.strategies().get("predict"));
        Map<String, Strategy> strategies = new LinkedHashMap<>(dear.strategies());
        strategies.put(
                "predict",
                new Strategy(
                        predict.optimiser(),
                        Map.of("population", 20.0),
                        predict.charts(),
                        predict.measures(),
                        predict.restart(),
                        predict.heeds()));
        return new SearchSettings(
                dear.cost(),
                strategies,
                dear.phases(),
                dear.islands(),
                dear.exchangeEvery(),
                0,
                dear.ranking(),
                dear.stages(),
                dear.novelty(),
                dear.exclude(),
                dear.archive(),
                dear.seeds(),
                dear.prefilter());
    }

    // ---- what all need

    private ExternalModel model(String program) {
        String text = "model: times\nparameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}\nobservables: [a, b]\n"
                + "constraints: {a: [0.3, 0.5], b: [-0.2, 0.2]}\n" + program + "\n";
        Load load = new Load(LoadSettings.builder().build());
        return ExternalModel.read((Tree.Fields) Tree.of(load.loadFromString(text), "times"), "", folder);
    }

    private static double[][] random(ExternalModel model, int count) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] thetas = new double[count][model.parameters().size()];
        for (double[] theta : thetas) Arrays.setAll(theta, i -> random.nextDouble());
        return thetas;
    }

    /** False if there is no compiler. */
    private boolean compile(String name, String source) throws Exception {
        if (ProgramRunner.search("cc", System.getenv().getOrDefault("PATH", "")).isEmpty()) return false;
        Path file = Files.writeString(folder.resolve(name + ".c"), source);
        List<String> command = new ArrayList<>(List.of("cc", "-O2", "-w", "-o"));
        command.addAll(List.of(folder.resolve(name).toString(), file.toString()));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IOException(file + " was not compiled");
        return true;
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), body);
        if (!file.toFile().setExecutable(true)) throw new IOException(file + " cannot be made executable");
    }

    private static double wall() {
        return System.nanoTime() * NANO;
    }

    private static double thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * NANO;
    }

    private static double process() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                * NANO;
    }

    /** Processor time of children that have ended, and of theirs; 0 where the system does not say. */
    private static double reaped() {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) return 0;
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / CLOCK_TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double children() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(child ->
                        child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() * NANO)
                .sum();
    }
}
