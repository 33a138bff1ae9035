package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as users see them: what they print, what they write, how they end. */
class CommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    // ---- arguments

    @Test
    void anUnknownCommandIsWrong() {
        assertThat(run("modles")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument at index 0: 'modles'", "models", "--help");
    }

    @Test
    void anUnknownOptionIsWrong() {
        assertThat(run("scan", "conf.yaml", "--frehs")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Unknown option: '--frehs'", "--fresh")
                .doesNotContain("Exception");
    }

    @Test
    void aMissingArgumentIsWrong() {
        assertThat(run("evaluate", "toy")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameters: 'IN', 'OUT'");
    }

    @Test
    void helpIsNoError() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("scan", "validate", "models", "evaluate");
        assertThat(run("help", "scan")).isZero();
        assertThat(out.toString()).contains("--fresh", "--points", "--master");
    }

    @Test
    void versionNamesTheProgram() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("ThetaScan 0.");
    }

    // ---- models

    @Test
    void listsModels() {
        assertThat(run("models")).isZero();
        assertThat(out.toString()).contains("toy", "a ring in the plane", "z3-3hdm");
    }

    @Test
    void showsWhatAModelTakesAndGives() {
        assertThat(run("models", "toy")).isZero();
        assertThat(out.toString())
                .contains("toy 2: a ring in the plane")
                .containsPattern("x +GeV +linear \\[-1, 1] +x +abscissa")
                .containsPattern("box +2 +the parameters themselves")
                .containsPattern("r +GeV +r +distance from the origin")
                .containsPattern("gap +searches +apply +side +\\[-1, -0.1] or \\[0.1, 1] +Pappus")
                .contains("Euclid, Elements");
    }

    @Test
    void suggestsAModel() {
        assertThat(run("models", "toi")).isEqualTo(2);
        assertThat(err.toString()).startsWith("unknown model 'toi'. Did you mean 'toy'?");
    }

    // ---- validate

    @Test
    void printsWhatAConfigurationResolvesTo() throws IOException {
        Path conf = file("conf.yaml", "{model: toy, seed: 3}");
        assertThat(run("validate", conf.toString(), "--set", "search.islands=5"))
                .isZero();
        assertThat(out.toString())
                .startsWith("scan: conf\nseed: 3\nmodel:\n  name: toy\n")
                .contains("  islands: 5\n");
        assertThat(err.toString())
                .isEqualTo(
                        conf
                                + ": correct. toy, 2 free parameters, 3 constraints; without a stop rule it runs until Ctrl-C\n");
        Path resolved = file("resolved.yaml", out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("validate", resolved.toString())).isZero();
        assertThat(out).hasToString(Files.readString(resolved));
    }

    @Test
    void everyMistakeOfAConfigurationIsALine() throws IOException {
        Path conf = file("conf.yaml", "model: toy\nsede: 3\nsearch: {islands: 0}\n");
        assertThat(run("validate", conf.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(conf + ":2 sede: unknown key. Did you mean 'seed'?\n" + conf
                        + ":3 search.islands: 0 must be 1 to 100000\n");
        assertThat(out.toString()).isEmpty();
    }

    // ---- evaluate

    @Test
    void evaluatesPoints() throws IOException {
        Path in = file("in.csv", "y,x,note\n0.01,0.35,a\n0.35,0.05,b\n0.995,0.1,c\n");
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", "toy", in.toString(), results.toString())).isZero();
        List<String> lines = Files.readAllLines(results);
        assertThat(lines.get(0)).startsWith("status,reason,in_x,in_y,in_s,obs_r,");
        assertThat(lines.get(1)).startsWith("VALID,,0.35,0.01,1.0,").endsWith(",true,true,true,0.0,a");
        assertThat(lines.get(2)).startsWith("INVALID,gap,0.05,0.35,1.0,").contains(",true,false,true,");
        assertThat(lines.get(3)).startsWith("FAILED,\"too far north");
        assertThat(err.toString())
                .isEqualTo(results + ": 1 valid, 1 invalid, 1 failed (the first: too far north, \"y\" = 0.995)\n");
    }

    @Test
    void keepsTheOrderOfManyPointsOnManyThreads() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 5000; i++) text.append(i / 5000.0).append(",0\n");
        Path in = file("in.csv", text.toString());
        Path one = folder.resolve("one.csv");
        Path four = folder.resolve("four.csv");
        assertThat(run("evaluate", "toy", in.toString(), one.toString(), "--threads", "1"))
                .isZero();
        assertThat(run("evaluate", "toy", in.toString(), four.toString(), "--threads", "4"))
                .isZero();
        assertThat(four).hasSameTextualContentAs(one);
        List<String> lines = Files.readAllLines(one);
        assertThat(lines).hasSize(5001);
        for (int i = 0; i < 5000; i++)
            assertThat(lines.get(i + 1).split(",")[2]).isEqualTo("" + i / 5000.0);
    }

    @Test
    void readsAndWritesParquet() throws IOException {
        Path in = file("in.csv", "x,y\n0.35,0.01\n0.05,0.35\n");
        Path parquet = folder.resolve("points.parquet");
        Path again = folder.resolve("again.csv");
        Path direct = folder.resolve("direct.csv");
        assertThat(run("evaluate", "toy", in.toString(), parquet.toString())).isZero();
        assertThat(run("evaluate", "toy", parquet.toString(), again.toString())).isZero();
        assertThat(run("evaluate", "toy", in.toString(), direct.toString())).isZero();
        assertThat(again).hasSameTextualContentAs(direct);
    }

    @Test
    void explainsPoints() throws IOException {
        Path in = file("in.csv", "x,y\n0.05,0.45\n");
        assertThat(run(
                        "evaluate",
                        "toy",
                        in.toString(),
                        folder.resolve("out.csv").toString(),
                        "--explain"))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith("point 1: INVALID, cost 0.10");
        assertThat(lines.get(1)).containsPattern("constraint +verdict +value +bounds +violation +source");
        assertThat(lines.get(2)).containsPattern("ring +violated +0.452769 +\\[0.3, 0.4] +0.0527693 +Euclid I.3");
        assertThat(lines.get(3)).containsPattern("gap +violated +0.05 +.*or.* +0.05 +Pappus");
        assertThat(lines.get(4)).containsPattern("right +satisfied +0.05 +>= 0 +0 +Zeno");
        assertThat(lines.get(5)).isEqualTo("  half: right");
    }

    @Test
    void aWrongPointsFileWritesNothing() throws IOException {
        Path in = file("in.csv", "x,y\n0.3,0.1\n0.3,NaN\n");
        assertThat(run(
                        "evaluate",
                        "toy",
                        in.toString(),
                        folder.resolve("out.csv").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo(in + ":3 y: NaN is no finite number\n");
        assertThat(files()).containsExactly("in.csv");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path in = file("in.csv", "x,y\n0.3,0.1\n");
        Path results = folder.resolve("no/such/out.csv");
        assertThat(run("evaluate", "toy", in.toString(), results.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(results + ": cannot be written: there is no such folder\n");
    }

    // ---- scan

    private static final String SCAN = """
            model: toy
            search: {islands: 2, exchange_every: 5}
            stop: {evaluations: 2000}
            run: {master: "local[1]"}
            """;

    @Test
    void aScanIsQuietOrSpeaksJsonAsAsked() throws IOException {
        Path conf = file("rings.yaml", SCAN);
        assertThat(run("scan", conf.toString(), "--out", folder.resolve("a").toString(), "-q"))
                .isZero();
        assertThat(out.toString() + err).isEmpty();
        assertThat(run("scan", conf.toString(), "--out", folder.resolve("b").toString(), "--progress", "json"))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.startsWith("{\"state\":\"") && line.endsWith("}"));
        assertThat(lines.get(lines.size() - 1))
                .contains("\"state\":\"stopped\",\"reason\":\"evaluations\"", "\"evaluated\":2000,");
    }

    @Test
    void scansIntoACatalogue() throws IOException {
        Path conf = file("rings.yaml", SCAN);
        Path catalogue = folder.resolve("cat");
        assertThat(run("scan", conf.toString(), "--out", catalogue.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "toy, 2 free parameters, 3 constraints on local[1], until 2,000 evaluations; catalogue "
                                + catalogue,
                        "2,000 evaluations",
                        "found:     ",
                        "done: evaluations",
                        "catalogue: " + catalogue + " with ",
                        catalogue + "/points");
        assertThat(catalogue.resolve("scan.yaml")).content().contains("path: " + catalogue + "\n");
        assertThat(catalogue.resolve("manifest.json")).content().contains("\"evaluated\" : 2000");
        assertThat(catalogue.resolve("points/commit=000000/points.parquet")).isNotEmptyFile();
        assertThat(catalogue.resolve("scan.lock")).doesNotExist();
        try (Stream<Path> logs = Files.list(catalogue.resolve("log"))) {
            assertThat(logs).singleElement().satisfies(log -> assertThat(log)
                    .content()
                    .contains(
                            "toy 2, IN_PROCESS on local[1]\n",
                            "commit 0\n",
                            "2,000 evaluations",
                            "stopped: evaluations\n"));
        }
    }

    /** Such a constraint has a column like any other; the columns of the observables stay as they are. */
    @Test
    void aConstraintMayNameAParameter() throws IOException {
        String conf = file("rings.yaml", SCAN + "constraints: {up: {expression: y - r / 2, range: [0, inf]}}\n")
                .toString();
        Path catalogue = folder.resolve("cat");
        assertThat(run("scan", conf, "--out", catalogue.toString())).isZero();
        Path points = folder.resolve("points.csv");
        assertThat(run("evaluate", "toy", catalogue + "/points/commit=000000/points.parquet", points.toString()))
                .isZero();
        List<String> rows = Files.readAllLines(points);
        List<String> header = List.of(rows.get(0).split(","));
        assertThat(header).contains("obs_r", "obs_side", "obs_half").doesNotContain("obs_y", "c_up");
        List<String> valid =
                rows.stream().filter(row -> row.startsWith("VALID")).toList();
        assertThat(valid).hasSizeGreaterThan(20);
        for (String row : valid) {
            String[] cells = row.split(",");
            assertThat(Double.parseDouble(cells[header.indexOf("in_y")]))
                    .isGreaterThanOrEqualTo(Double.parseDouble(cells[header.indexOf("obs_r")]) / 2);
        }
        assertThat(catalogue.resolve("manifest.json")).content().contains("c_up", "y - r / 2");
        assertThat(run("diagnose", catalogue.toString())).isZero();
    }

    @Test
    void goesOnWithAScanThatWasGivenMoreTime() throws IOException {
        Path conf = file("rings.yaml", SCAN);
        String catalogue = folder.resolve("cat").toString();
        assertThat(run("scan", conf.toString(), "--out", catalogue)).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("scan", conf.toString(), "--out", catalogue, "--set", "stop.evaluations=4000"))
                .isZero();
        assertThat(out.toString()).contains("resuming after 2,000 evaluations", "4,000 evaluations");
    }

    @Test
    void doesNotMixScans() throws IOException {
        Path conf = file("rings.yaml", SCAN);
        String catalogue = folder.resolve("cat").toString();
        assertThat(run("scan", conf.toString(), "--out", catalogue)).isZero();
        assertThat(run("scan", conf.toString(), "--out", catalogue, "--set", "seed=2"))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(catalogue + ": was begun with another configuration: seed was 1, is now 2."
                        + " Use --fresh to start anew, or another --out.\n");
        assertThat(run("scan", conf.toString(), "--out", catalogue, "--set", "seed=2", "--fresh"))
                .isZero();
        assertThat(out.toString()).contains("the earlier scan is now in " + catalogue + ".1");
        assertThat(folder.resolve("cat.1/manifest.json")).exists();
    }

    @Test
    void recoversAScanWhoseCheckpointsAreGone() throws IOException {
        String conf = file("rings.yaml", SCAN).toString();
        Path catalogue = folder.resolve("cat");
        assertThat(run("scan", conf, "--out", catalogue.toString())).isZero();
        Path checkpoints = catalogue.resolve("checkpoints");
        Files.delete(checkpoints.resolve("000000.checkpoint"));
        Files.delete(checkpoints);
        assertThat(run("scan", conf, "--out", catalogue.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(catalogue + ": holds points up to commit 0, but no checkpoint. Points are never deleted for"
                        + " that. Use --recover to go on from the points that are there, --fresh to move them aside and"
                        + " start anew, or another --out.\n");
        assertThat(run("scan", conf, "--out", catalogue.toString(), "--recover"))
                .isZero();
        assertThat(out.toString()).contains("goes on from ", "resuming after 2,000 evaluations");
    }

    @Test
    void aSmokeRunLeavesTheCatalogueAlone() throws IOException {
        Path conf = file("rings.yaml", SCAN + "output: {path: " + folder + "/cat}\n");
        assertThat(run("scan", conf.toString(), "--points", "3")).isZero();
        assertThat(run("scan", conf.toString(), "--points", "3")).isZero();
        assertThat(out.toString()).contains("3 evaluations");
        assertThat(files()).containsExactly("cat-smoke", "rings.yaml");
    }

    @Test
    void theTimeOfABatchSystemGoesBeforeTheScanFile() throws IOException {
        String conf = file(
                        "rings.yaml",
                        SCAN.replace("2000}", "2000, wall_time: 1m}") + "output: {path: " + folder + "/cat}\n")
                .toString();
        assertThat(run("scan", conf, "--points", "3", "--wall-time", "1h30m")).isZero();
        assertThat(out.toString()).contains(", until 3 evaluations or 1h30m;");
        assertThat(run("scan", conf, "--points", "3", "--wall-time", "90")).isEqualTo(2);
        assertThat(err.toString()).contains("--wall-time", "'90' is no duration such as 60s");
    }

    @Test
    void argumentsOfAScanAreChecked() throws IOException {
        String conf = file("rings.yaml", SCAN).toString();
        assertThat(run("scan", conf, "--master", "lokal")).isEqualTo(2);
        assertThat(err.toString()).startsWith("master 'lokal': must be local[N]");
        assertThat(run("scan", conf, "--points", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--points 0: must be 1 or more");
        assertThat(run("scan", conf, "--threads", "2", "--master", "local[2]")).isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
        assertThat(run("scan", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml: no such file.");
        assertThat(run("scan", conf, "--out", "nowhere://host/cat")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere://host/cat: cannot be read and written: No FileSystem for scheme");
    }

    @Test
    void aFolderThatCannotBeMadeIsWrong() throws IOException {
        String conf = file("rings.yaml", SCAN).toString();
        Path blocked = file("blocked", "a file");
        assertThat(run("scan", conf, "--out", blocked.resolve("cat").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith(blocked.resolve("cat") + ": cannot be read and written: ");
    }

    @Test
    void stackTracesAreForThoseWhoAsk() throws IOException {
        String conf = file("conf.yaml", "model: toy\nsede: 3\n").toString();
        assertThat(run("validate", "-v", conf)).isEqualTo(2);
        assertThat(err.toString()).contains("\tat thetascan.config");
    }
}
