package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.extension.JarBuilder;
import thetascan.extension.OwnModelsPage;
import thetascan.process.JavaProcess;
import thetascan.spark.SparkTests;

/** The example of {@code docs/own-models.md}, as a user runs it. */
class OwnJarsTest {

    private static final String SCAN = """
            model: {name: higgs-portal}
            search: {islands: 4, novelty: {detector: nearest, reach: 0.05}}
            stop: {evaluations: 1000}
            """;

    @TempDir
    private static Path shared;

    private static Path jar;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void build() {
        jar = OwnModelsPage.jar(shared);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private String catalogue(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void showsTheModel() {
        assertThat(run("models", "higgs-portal", "--jars", jar.toString())).isZero();
        assertThat(out.toString()).contains("higgs-portal 1: a real scalar", "BR_inv", "arXiv:2301.10731");
        assertThat(run("models", "higgs-portal")).isEqualTo(2);
        assertThat(err.toString()).startsWith("unknown model 'higgs-portal'.");
    }

    @Test
    void evaluatesPoints() throws IOException {
        // lambda = 0.01, m_S = 50 GeV: width 0.01^2 * 246.22^2 * 0.6 / (8 pi 125) GeV = 1.157839e-3 GeV, of 5.227839e-3
        // GeV in all
        String in = write("in.csv", "m_S,lambda\n50,0.01\n");
        assertThat(run("evaluate", "higgs-portal", in, catalogue("out.csv"), "--explain", "--jars", jar.toString()))
                .isZero();
        assertThat(out.toString()).contains("INVALID").containsPattern("invisible +violated +0\\.221476");
    }

    @Test
    void scansAndSaysWithWhich() throws IOException {
        String scan = write("portal.yaml", SCAN);
        assertThat(run("scan", scan, "--out", catalogue("portal"), "--jars", jar.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("portal/manifest.json")))
                .containsPattern("\"name\" : \"portal.jar\"|\"sha256\" : \"[0-9a-f]{64}\"");
        assertThat(Files.readString(folder.resolve("portal/scan.yaml"))).contains("portal.jar", "nearest");
    }

    @Test
    void scansWithTheOptimiserOfTheJar() throws IOException {
        String scan = write(
                "climb.yaml", SCAN.replace("islands: 4,", "islands: 4, optimiser: {name: hill-climber, step: 0.05},"));
        assertThat(run("scan", scan, "--out", catalogue("climb"), "--jars", jar.toString()))
                .as(err.toString())
                .isZero();
        assertThat(CatalogueRows.of(folder.resolve("climb"))).hasSizeGreaterThan(100);
        assertThat(Files.readString(folder.resolve("climb/scan.yaml"))).contains("hill-climber");
    }

    @Test
    void theScanFileMayNameTheJar() throws IOException {
        String scan = write("portal.yaml", SCAN + "run: {jars: [" + jar + "]}\n");
        assertThat(run("validate", scan)).as(err.toString()).isZero();
        String wrong = write("wrong.yaml", SCAN + "run:\n  jars: [nowhere.jar]\n");
        assertThat(run("validate", wrong)).isEqualTo(2);
        assertThat(err.toString()).contains("wrong.yaml:5 run.jars: nowhere.jar: no such file");
    }

    @Test
    void wrongJarsAreTheUsersMistake() throws IOException {
        assertThat(run("models", "--jars", "nowhere.jar")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--jars: nowhere.jar: no such file");
        assertThat(run("scan", write("portal.yaml", SCAN), "--jars", "nowhere.jar"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--jars run.jars: nowhere.jar: no such file");
    }

    @Test
    void anotherJarIsAnotherScan() throws IOException {
        String scan = write("portal.yaml", SCAN);
        assertThat(run("scan", scan, "--out", catalogue("portal"), "--jars", jar.toString()))
                .isZero();
        Map<String, String> files = new HashMap<>(OwnModelsPage.files());
        files.merge("portal/HiggsPortal.java", "4.10e-3", (text, width) -> text.replace("4.07e-3", width));
        Path other = JarBuilder.build(folder.resolve("portal.jar"), files);
        assertThat(run("scan", scan, "--out", catalogue("portal"), "--jars", other.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("was begun with model higgs-portal 1, jar ");
    }

    @Test
    @Tag("slow")
    void aProcessOfItsOwnFindsTheSamePoints() throws Exception {
        String scan = write("portal.yaml", SCAN);
        assertThat(run("scan", scan, "--out", catalogue("here"), "--jars", jar.toString()))
                .isZero();
        Path log = folder.resolve("there.log");
        int code = JavaProcess.of(
                        List.of(), Main.class, "scan", scan, "--out", catalogue("there"), "--jars", jar.toString())
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
        assertThat(CatalogueRows.of(folder.resolve("there")))
                .isNotEmpty()
                .isEqualTo(CatalogueRows.of(folder.resolve("here")));
    }

    /** In batches, too: {@code ProgramsOnExecutorsTest}. */
    @Test
    @Tag("spark")
    void executorsGetTheJar() throws IOException {
        SparkTests.prepare();
        String scan = write("portal.yaml", SCAN + "run: {jars: [" + jar + "]}\n");
        assertThat(run("scan", scan, "--out", catalogue("here"))).isZero();
        List<String> here = CatalogueRows.of(folder.resolve("here"));
        assertThat(here).isNotEmpty();
        String[] onExecutors = {
            "scan",
            scan,
            "--out",
            catalogue("there"),
            "--master",
            "local-cluster[1,1,700]",
            "--set",
            "run.placement=islands"
        };
        assertThat(run(onExecutors)).as(err.toString()).isZero();
        assertThat(CatalogueRows.of(folder.resolve("there"))).isEqualTo(here);
    }
}
