package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.config.ConfigRecipe;
import thetascan.config.ScanConfig;
import thetascan.spark.SearchRecipe;

/** Models by formulas through every command, from the scaffold to Spark. */
@Tag("slow")
class FormulaScansTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String scaffold = "";

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @BeforeEach
    void scaffold() {
        assertThat(run("new-model", folder.resolve("singlet").toString()))
                .as(err.toString())
                .isZero();
        scaffold = folder.resolve("singlet.yaml").toString();
    }

    private Path scan(String name, String... more) {
        Path catalogue = folder.resolve(name);
        String[] command = new String[more.length + 6];
        List<String> fixed = List.of("scan", scaffold, "--out", catalogue.toString(), "--set", "stop.evaluations=6000");
        for (int i = 0; i < command.length; i++) {
            command[i] = i < 6 ? fixed.get(i) : more[i - 6];
        }
        assertThat(run(command)).as(err.toString()).isZero();
        return catalogue;
    }

    @Test
    void theScaffoldSaysHowToRunIt() {
        assertThat(out.toString()).contains("wrote " + scaffold, "thetascan scan " + scaffold);
        assertThat(run("new-model", folder.resolve("singlet").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("singlet.yaml exists already; nothing was written.");
        assertThat(run("new-model", "My Model")).isEqualTo(2);
        assertThat(err.toString()).contains("'My Model' is no name");
    }

    @Test
    void initSaysHowAFileIsScanned() {
        assertThat(run("init", scaffold, folder.resolve("scan.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith(scaffold + ": is a file, not the name of a model. 'thetascan scan " + scaffold
                        + "' scans it as it is; a scan file of your own says model: {file: " + scaffold + "}.");
    }

    @Test
    void theScaffoldFindsValidPointsAtOnce() throws IOException {
        Path catalogue = scan("cat");
        assertThat(CatalogueRows.of(catalogue).size()).isGreaterThan(500);
        assertThat(Files.readString(catalogue.resolve("manifest.json"))).contains("\"singlet\"", "v_s", "GeV");
    }

    @Test
    void modelsShowsWhatItTakesAndGives() {
        assertThat(run("models", scaffold)).isZero();
        assertThat(out.toString())
                .contains("Standard Model with a real scalar singlet")
                .containsPattern("v_s +GeV +log \\[10, 2000] +v_s +vacuum expectation value of the singlet")
                .containsPattern("kappa_V +1 +\\\\kappa_V +its coupling")
                .containsPattern("m_sq_min +theory +apply +m_sq_min");
    }

    /** What it resolves to needs no other file and means the same. */
    @Test
    void theResolvedConfigurationIsWhole() throws IOException {
        ScanConfig config = ScanConfig.read(Path.of(scaffold), List.of());
        ScanConfig again = ScanConfig.parse(config.toYaml(), "resolved");
        assertThat(again.toYaml()).isEqualTo(config.toYaml());
        assertThat(again.model().version()).isEqualTo(config.model().version());
        Path resolved = Files.writeString(folder.resolve("resolved.yaml"), config.toYaml());
        assertThat(run("validate", resolved.toString())).as(err.toString()).isZero();
        for (String name : List.of("two-higgs-doublet", "scotogenic")) {
            ScanConfig shipped = ScanConfig.read(Path.of("..", "conf", "formulas", name + ".yaml"), List.of());
            assertThat(ScanConfig.parse(shipped.toYaml(), "resolved").toYaml()).isEqualTo(shipped.toYaml());
            assertThat(ScanConfig.parse(shipped.toYaml(), "resolved").model().version())
                    .isEqualTo(shipped.model().version());
        }
    }

    @Test
    void theModelTravels() throws Exception {
        ScanConfig config = ScanConfig.read(Path.of(scaffold), List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(new ConfigRecipe(config.toYaml()));
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SearchRecipe recipe = (SearchRecipe) stream.readObject();
            assertThat(recipe.make().model().version()).isEqualTo(config.model().version());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches", "islands"})
    void samePointsOnSpark(String placement) throws IOException {
        List<String> here = CatalogueRows.of(scan("here"));
        Path there = scan("there", "--master", "local[2]", "--set", "run.placement=" + placement);
        assertThat(CatalogueRows.of(there)).isEqualTo(here);
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        List<String> whole = CatalogueRows.of(scan("whole"));
        scan("parts", "--set", "stop.valid_points=300"); // at the end of a round
        assertThat(CatalogueRows.of(scan("parts"))).isEqualTo(whole);
    }

    @Test
    void anotherFormulaIsAnotherScan() throws IOException {
        scan("cat");
        String text = Files.readString(Path.of(scaffold));
        Files.writeString(Path.of(scaffold), text.replace("2*lambda_s*v_s^2]", "3*lambda_s*v_s^2]"));
        assertThat(run("scan", scaffold, "--out", folder.resolve("cat").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("model.formulas.derived.M_sq.formula was ");
    }

    @Test
    void evaluatesPointsByTheFile() throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.csv"), "lambda_h,lambda_s,lambda_hs,v_s\n0.13,0.5,0,300\n0.13,0.1,3,300\n");
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", scaffold, in.toString(), results.toString()))
                .as(err.toString())
                .isZero();
        List<String> lines = Files.readAllLines(results);
        List<String> header = List.of(lines.get(0).split(",", -1));
        String[] decoupled = lines.get(1).split(",", -1);
        assertThat(Double.parseDouble(decoupled[header.indexOf("obs_m_h")]))
                .isEqualTo(Math.sqrt(2 * 0.13) / Math.sqrt(Math.sqrt(2) * 1.1663788e-5), within(1e-10));
        assertThat(decoupled[header.indexOf("obs_kappa_V")]).isEqualTo("1.0");
        String[] tachyon = lines.get(2).split(",", -1);
        assertThat(tachyon[header.indexOf("status")]).isEqualTo("INVALID");
        assertThat(tachyon[header.indexOf("obs_m_h")]).isEmpty();
        assertThat(Double.parseDouble(tachyon[header.indexOf("obs_m_sq_min")])).isNegative();
    }

    @Test
    void mistakesNameFileLineAndKey() throws IOException {
        String text = Files.readString(Path.of(scaffold));
        Files.writeString(Path.of(scaffold), text.replace("lambda_hs*v_EW*v_s, 2", "lambda_h5*v_EW*v_s, 2"));
        assertThat(run("validate", scaffold)).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        scaffold,
                        "derived.M_sq.formula: formula '",
                        "unknown name 'lambda_h5'. Did you mean 'lambda_h'?");
        Path both = Files.writeString(folder.resolve("both.yaml"), "model: {name: toy, file: singlet.yaml}\n");
        assertThat(run("validate", both.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a model is named or described by formulas, not both");
        Path limits = Files.writeString(folder.resolve("limits.yaml"), "model: {file: singlet.yaml, limits: folder}\n");
        assertThat(run("validate", limits.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("model.limits: a model by formulas tests no search limits");
        Path none = Files.writeString(folder.resolve("none.yaml"), "model: {file: nowhere.yaml}\n");
        assertThat(run("validate", none.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.yaml: no such file");
        assertThat(run("models", none.toString())).isEqualTo(2);
    }

    @Test
    void aFileOfItsOwnServesSeveralScans() throws IOException {
        Files.writeString(
                folder.resolve("m.yaml"),
                "model: tiny\nparameters: {x: {range: [0, 1]}}\nobservables: {y: x^2}\n"
                        + "constraints: {y: {range: [0, 0.25]}}\n");
        Path one = Files.writeString(
                folder.resolve("one.yaml"),
                "model: {file: m.yaml}\nparameters: {x: {range: [0, 2]}}\nconstraints: {y: {range: [1, 2]}}\n");
        assertThat(run("validate", one.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("range: [0, 2]", "range: [1, 2]");
    }

    /** floor(kind) is 3 at the end of the range: no figure, table or export may fall over it. */
    @Test
    void aCodeBeyondItsLegendIsAFailureThatIsSaid() throws IOException {
        Path file = folder.resolve("kinds.yaml");
        Files.writeString(file, """
                model: kinds
                parameters: {x: {range: [0, 1]}, kind: {range: [2, 3]}}
                observables: {a: x, which: {formula: floor(kind), legend: [one, two, three]}}
                constraints: {a: [0, 1]}
                """);
        Path points = folder.resolve("points.csv");
        Files.writeString(points, "x,kind\n0.5,2\n0.5,3\n");
        Path results = folder.resolve("results.csv");
        assertThat(run("evaluate", file.toString(), points.toString(), results.toString(), "--explain"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("which: three", "which: code 3");
        assertThat(Files.readAllLines(results).get(1)).startsWith("VALID,,0.5,2.0,0.5,2,");
        assertThat(Files.readAllLines(results).get(2))
                .startsWith("FAILED,\"observable which is 3.0, its legend has 0 to 2\",0.5,3.0,0.5,,");
    }
}
