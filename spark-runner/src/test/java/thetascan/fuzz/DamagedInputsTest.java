package thetascan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.config.ConfigException;
import thetascan.config.ScanConfig;
import thetascan.constraint.Expression;
import thetascan.constraint.ObservableColumns;
import thetascan.evaluation.InputPoints;
import thetascan.limit.hbdataset.HbDataset;
import thetascan.model.Model;
import thetascan.quantity.Quantity;
import thetascan.table.PointFileException;
import thetascan.toy.ToyModel;

/**
 * Damaged scan files, formulas, expressions, limits and points files, each made from a good one and a seed: each is read or
 * refused by the exception of its kind, in words; nothing else happens, and each is over soon. Checkpoints are in
 * {@code CheckpointFileTest}, SLHA files in {@code SlhaFuzzTest}.
 */
class DamagedInputsTest {

    private static final String SCAN = """
            scan: fuzzed
            seed: 7
            model: toy
            derived: {ratio: {expression: x/(1 + y^2), unit: "1"}}
            parameters:
              x: {scale: linear, range: [0.1, 2.5e-1]}
              y: [0, 1]
            constraints:
              set: default
              near: {holds: 0.1 <= x <= 3}
              far: {expression: sqrt(x), range: [0, 1], source: "me, 2026"}
            search:
              strategies:
                one: {optimiser: {name: cma-es, sigma0: 0.3}, heeds: [novelty]}
                two: {optimiser: sobol}
              islands: 4
              novelty: {detector: knn, neighbours: 5, space: [parameters], ranges: {ratio: [0, 1]}}
              exclude: {radius: 0.05}
            stop: {evaluations: 1e3, wall_time: 1h30m}
            output: {path: out, distance: 0.1, keep: valid}
            run: {checkpoint_every: 60s, master: "local[2]"}
            """;

    private static final String FORMULAS = """
            scan: fuzzed
            model:
              formulas:
                model: pendulum
                constants: {g: 9.81, k: {value: 3, unit: GeV}}
                parameters:
                  l: {range: [0.1, 10], unit: GeV, description: "length"}
                  m: {range: [-1, 1]}
                derived:
                  w: {formula: sqrt(g*abs(m)) + l/k}
                  z: {formula: "exp(-m)"}
                observables:
                  a: {formula: abs(z)^2 + w, description: something}
                  b: {formula: "max(l, 2*l)", unit: GeV}
                constraints:
                  low: {observable: a, range: [0, 5], source: nowhere}
            stop: {evaluations: 10}
            """;

    private static final String EXPRESSION = "min(a, 2*b)^2 - sqrt(abs(a - b))/(1e-3 + log(a*b)) * (pi + -a)";

    private static final String CSV = """
            # made by hand
            x,y,name
            0.35,0.01,"first, and ""best"\""
            7.28D-02,1e-3,second
            .5,1,
            """;

    @TempDir
    private Path folder;

    /** Reads a damaged input, or throws one of the exceptions by which it may be refused. */
    private interface Reader {
        void read(String text) throws IOException;
    }

    private static int damaged(
            long first, int count, String whole, Reader reader, Class<? extends RuntimeException> refusal) {
        int refused = 0;
        for (long seed = first; seed < first + count; seed++) {
            String text = new Damage(seed).text(whole);
            try {
                reader.read(text);
            } catch (RuntimeException e) {
                if (!refusal.isInstance(e) || !isWords(e.getMessage())) throw failure(seed, text, e);
                refused++;
            } catch (IOException | Error e) {
                throw failure(seed, text, e);
            }
        }
        assertThat(refused).as("of %d", count).isBetween(count / 20, count - 1);
        return refused;
    }

    private static boolean isWords(String message) {
        return message != null
                && !message.isBlank()
                && !message.contains("Exception")
                && !message.contains("java.lang")
                && !message.contains("java.util")
                && !message.contains("fastcsv")
                && !message.contains("snakeyaml");
    }

    private static AssertionError failure(long seed, String text, Throwable cause) {
        return new AssertionError("seed " + seed + ": " + cause + "\n" + text, cause);
    }

    private static void scanFiles(long first, int count) {
        damaged(first, count, SCAN, text -> ScanConfig.parse(text, "scan.yaml"), ConfigException.class);
    }

    private static void formulas(long first, int count) {
        damaged(first, count, FORMULAS, text -> ScanConfig.parse(text, "scan.yaml"), ConfigException.class);
    }

    private static void expressions(long first, int count) {
        ObservableColumns columns =
                ObservableColumns.of(List.of(Quantity.of("a", "1", "a", "one"), Quantity.of("b", "1", "b", "another")));
        damaged(
                first,
                count,
                EXPRESSION,
                text -> Expression.parse(text).bind(columns).value(new double[] {2, 3}),
                IllegalArgumentException.class);
    }

    private void limits(long first, int count, String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve("limits of " + name)).resolve(name);
        String whole;
        try (var in = HbDataset.class.getResourceAsStream("/thetascan/limits/" + name)) {
            whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        damaged(
                first,
                count,
                whole,
                text -> {
                    Files.writeString(file, text);
                    HbDataset.read(file.getParent());
                },
                IllegalArgumentException.class);
    }

    private void points(long first, int count) {
        Model model = new ToyModel();
        Path file = folder.resolve("points.csv");
        damaged(
                first,
                count,
                CSV,
                text -> {
                    Files.writeString(file, text);
                    InputPoints.read(file.toString(), model, model.parameters(), name -> !name.equals("status"));
                },
                PointFileException.class);
    }

    @Test
    void aFewScanFiles() {
        scanFiles(0, 500);
    }

    @Test
    void aFewModelsByFormulas() {
        formulas(0, 500);
    }

    @Test
    void manyExpressions() {
        expressions(0, 20_000);
    }

    @Test
    void aFewLimits() throws IOException {
        limits(0, 300, "ATLAS_2749.json");
    }

    @Test
    void aFewPointsFiles() {
        points(0, 500);
    }

    @Test
    @Tag("statistical")
    void many() throws IOException {
        scanFiles(1_000_000, 20_000);
        formulas(1_000_000, 20_000);
        expressions(1_000_000, 500_000);
        limits(1_000_000, 10_000, "ATLAS_2749.json");
        limits(2_000_000, 10_000, "CMS_18021.json");
        points(1_000_000, 20_000);
    }
}
