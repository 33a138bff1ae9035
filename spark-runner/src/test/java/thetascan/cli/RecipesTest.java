package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scan files of conf/external: with the real program where it is here, else with stand-ins that give what a real program has
 * given, spectra of SPheno 4.0.5 and of a module of SARAH's.
 */
@DisabledOnOs(OS.WINDOWS)
class RecipesTest {

    private static final Path RECIPES = Path.of("..", "conf", "external");
    private static final Path SPECTRA =
            Path.of("..", "models", "src", "test", "resources", "thetascan", "slha", "spheno-4.0.5");
    private static final String DOUBLETS = """
            mH0,mA,mHp,tan_beta,cos_ba,m12_sq
            400,420,440,3,0.0447101778,40000
            500,700,700,2.5,0.14106736,90000
            600,600,600,10,0.01,36000
            1000,900,950,1.5,-0.3,10
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static void needPython(String module) throws Exception {
        assumeTrue(isOnPath("python3"), "python3 is not on the PATH: a recipe is not run");
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import " + module)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0,
                "python3 has no " + module + ": a recipe is not run");
    }

    private void copy(String... names) throws IOException {
        for (String name : names) Files.copy(RECIPES.resolve(name), folder.resolve(name));
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static byte[] unpacked(InputStream packed) throws IOException {
        try (InputStream in = new GZIPInputStream(packed)) {
            return in.readAllBytes();
        }
    }

    private JsonNode doctor(String scan, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("doctor", scan, "--json"));
        arguments.addAll(List.of(options));
        run(arguments.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        return new ObjectMapper().readTree(out.toString());
    }

    // ---- two Higgs doublets

    private List<double[]> evaluate(String scan) throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), DOUBLETS);
        Path results = folder.resolve("out.csv");
        assertThat(run("evaluate", scan, in.toString(), results.toString()))
                .as(err.toString())
                .isZero();
        List<String> lines = Files.readAllLines(results);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        int first = header.indexOf("obs_lambda_1");
        int last = header.indexOf("obs_m_Hp");
        List<double[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            rows.add(Arrays.stream(cells, first, last + 1)
                    .mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell))
                    .toArray());
        }
        return rows;
    }

    private void assertSameDoublets(List<double[]> rows) throws IOException {
        List<double[]> byFormulas = evaluate("../conf/formulas/two-higgs-doublet.yaml");
        assertThat(rows).hasSameSizeAs(byFormulas).hasSize(4);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).hasSize(17);
            for (int j = 0; j < 17; j++) {
                double expected = byFormulas.get(i)[j];
                // closed forms of S and U cancel
                assertThat(rows.get(i)[j]).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void doubletsInNumpyAreThoseByFormulas() throws Exception {
        needPython("numpy");
        assertSameDoublets(evaluate(RECIPES.resolve("two-higgs-doublet.yaml").toString()));
        assertThat(Files.readAllLines(RECIPES.resolve("two-higgs-doublet.py"))).hasSizeLessThanOrEqualTo(120);
        assertThat(Files.readAllLines(RECIPES.resolve("two-higgs-doublet.yaml")))
                .hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void doubletsInFortranAreThoseByFormulas() throws Exception {
        assumeTrue(isOnPath("gfortran"), "gfortran is not on the PATH: the recipe in Fortran is not run");
        copy("two-higgs-doublet.f90", "two-higgs-doublet-table.yaml");
        Process compiler = new ProcessBuilder("gfortran", "-O2", "-o", "two-higgs-doublet", "two-higgs-doublet.f90")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();
        assertSameDoublets(
                evaluate(folder.resolve("two-higgs-doublet-table.yaml").toString()));
    }

    // ---- the MSSM

    /** The spectrum of mSUGRA with a Higgs mass that grows with the gluino's, and what comes of it where the gaugino mass is odd. */
    private void standIns() throws IOException {
        Files.write(folder.resolve("good.spc"), unpacked(Files.newInputStream(SPECTRA.resolve("mSUGRA.spc.gz"))));
        Files.copy(SPECTRA.resolve("noconv.spc"), folder.resolve("noconv.spc"));
        script("SPheno", """
                here=$(dirname "$0")
                value() { awk -v b="$1" -v i="$2" 'toupper($1)=="BLOCK"{now=toupper($2)} now==b && $1==i {print $2}' "$3"; }
                m=$(value MINPAR 2 "$1"); [ -n "$m" ] || m=$(value EXTPAR 3 "$1")
                tb=$(value MINPAR 3 "$1"); [ -n "$tb" ] || tb=$(value EXTPAR 25 "$1")
                if awk -v m="$m" 'BEGIN {exit !(m < 500)}'; then cp "$here/noconv.spc" "$2"; exit 0; fi
                mh=$(awk -v m="$m" -v tb="$tb" 'BEGIN {printf "%.8E", 105 + 4*log(m/100) + 5*(1 - 1/tb)}')
                sed "s/1.10622443E+02/$mh/" "$here/good.spc" > "$2"
                """);
        script("micromegas-mssm", "grep -qi nmix \"$1\" || exit 1\necho 'Xf=2.41e+01 Omega=1.05e-01'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmssm", "pmssm"})
    void theMssmIsScanned(String name) throws IOException {
        standIns();
        copy(name + ".in");
        String scan = Files.readString(RECIPES.resolve(name + ".yaml"))
                .replace("command: SPheno", "command: ./SPheno")
                .replace("command: micromegas-mssm", "command: ./micromegas-mssm");
        Path file = Files.writeString(folder.resolve(name + ".yaml"), scan);
        String gluino = name.equals("cmssm") ? "m12" : "M3";
        JsonNode report = doctor(file.toString(), "--at", gluino + "=3000", "--at", "tan_beta=10");
        assertThat(report.get("well").asBoolean()).as(report.toPrettyString()).isTrue();
        assertThat(report.get("observables").get("omega").asDouble()).isEqualTo(0.105);
        assertThat(report.get("observables").get("m_h").asDouble())
                .isCloseTo(105 + 4 * Math.log(30) + 4.5, within(1e-6));
        assertThat(report.get("observables").get("m_N1").asDouble()).isEqualTo(97.9470251);
        Path catalogue = folder.resolve("scan");
        assertThat(run("scan", file.toString(), "--out", catalogue.toString(), "--set", "stop.evaluations=60"))
                .as(err.toString())
                .isZero();
        assertThat(CatalogueRows.of(catalogue)).isNotEmpty();
    }

    @Test
    void theRealSphenoIsTaken() throws IOException {
        assumeTrue(isOnPath("SPheno"), "SPheno is not on the PATH: its recipes run with a stand-in");
        script("micromegas-mssm", "echo 'Omega=0.1'");
        copy("cmssm.in");
        Path file = Files.writeString(
                folder.resolve("cmssm.yaml"),
                Files.readString(RECIPES.resolve("cmssm.yaml"))
                        .replace("command: micromegas-mssm", "command: ./micromegas-mssm"));
        JsonNode report = doctor(
                file.toString(),
                "--at",
                "m0=70",
                "--at",
                "m12=250",
                "--at",
                "tan_beta=10",
                "--at",
                "a0=-4.285714285714286");
        assertThat(report.get("observables").get("m_h").asDouble()).isCloseTo(110.6, within(1.0));
    }

    // ---- others

    @Test
    void theScotogenicSpectrumIsRead() throws IOException {
        try (InputStream in = RecipesTest.class.getResourceAsStream("scotogenic.spc.gz")) {
            assertThat(in).isNotNull();
            Files.write(folder.resolve("good.spc"), unpacked(in));
        }
        script("SPhenoScotoMod", "grep -qi 'COUPLINGSYNIN' \"$1\" && cp \"$(dirname \"$0\")/good.spc\" \"$2\"");
        copy("scotogenic-spheno.in");
        Path file = Files.writeString(
                folder.resolve("scotogenic-spheno.yaml"),
                Files.readString(RECIPES.resolve("scotogenic-spheno.yaml"))
                        .replace("command: SPhenoScotoMod", "command: ./SPhenoScotoMod"));
        JsonNode report = doctor(file.toString());
        assertThat(report.get("well").asBoolean()).as(report.toPrettyString()).isTrue();
        JsonNode values = report.get("observables");
        assertThat(values.get("m_h").asDouble()).isEqualTo(132.138322);
        assertThat(values.get("m_P1").asDouble()).isEqualTo(204.089994);
        assertThat(values.get("T").asDouble()).isEqualTo(-1.08606102e-4);
        assertThat(values.get("mu_e_gamma").asDouble()).isEqualTo(9.47719105e-24);
        assertThat(values.get("h_invisible").asDouble()).isZero();
    }

    @Test
    void photonsSurviveInTheCluster() throws Exception {
        needPython("gammaALPs.core");
        JsonNode report = doctor(RECIPES.resolve("alp-photon.yaml").toString(), "--at", "m=10", "--at", "g=0.05");
        assertThat(report.get("well").asBoolean()).as(report.toPrettyString()).isTrue();
        JsonNode values = report.get("observables");
        assertThat(values.get("P_10GeV").asDouble()).isBetween(0.99, 1.0);
        assertThat(values.get("P_1TeV").asDouble()).isBetween(0.5, 0.95); // background light absorbs
        assertThat(values.get("irregularity").asDouble()).isBetween(0.0, 0.02);
    }

    /** The scripts call what these stand-ins have; whether the real packages still have it, only they can tell. */
    @Test
    void flavioAndHiggsToolsAreCalledAsTheyAreDocumented() throws Exception {
        needPython("sys");
        copy("flavio.yaml", "flavio-b-physics.py", "higgstools.yaml", "higgstools.py");
        Files.createDirectories(folder.resolve("Higgs"));
        Files.writeString(folder.resolve("flavio.py"), """
                __version__ = "0"
                class WilsonCoefficients:
                    def set_initial(self, values, scale):
                        self.values = values
                def np_prediction(name, coefficients, *bins):
                    return 3.6e-9 if name == "BR(Bs->mumu)" else 0.9 + 0.1 * coefficients.values["C9_bsmumu"]
                """);
        Files.writeString(folder.resolve("Higgs/__init__.py"), "");
        Files.writeString(folder.resolve("Higgs/bounds.py"), """
                class Bounds:
                    def __init__(self, folder): assert folder == "hb"
                    def __call__(self, predictions): return type("Result", (), {"allowed": True})
                """);
        Files.writeString(folder.resolve("Higgs/signals.py"), """
                class Signals:
                    def __init__(self, folder): assert folder == "hs"
                    def __call__(self, predictions): return 150 + 100 * (predictions.couplings.WW - 1) ** 2
                """);
        Files.writeString(folder.resolve("Higgs/predictions.py"), """
                class Particle:
                    def setMass(self, mass): assert mass == 125.09
                class Predictions:
                    def addParticle(self, particle):
                        particle.owner = self
                        return particle
                def BsmParticle(name, charge, cp): return Particle()
                class Couplings: pass
                def scaledSMlikeEffCouplings(kappa): return Couplings()
                def effectiveCouplingInput(particle, couplings): particle.owner.couplings = couplings
                """);
        Path higgs = folder.resolve("higgstools.yaml");
        Files.writeString(
                higgs,
                Files.readString(higgs)
                        .replace(
                                "start_limit: 5m",
                                "start_limit: 5m, environment: {HIGGSBOUNDS_DATA: hb, HIGGSSIGNALS_DATA: hs}"));
        JsonNode flavio = doctor(folder.resolve("flavio.yaml").toString(), "--at", "C9=1");
        assertThat(flavio.get("observables").toString())
                .isEqualTo("{\"BR_Bs_mumu\":3.6E-9,\"P5p_4_6\":1.0,\"R_K\":1.0,\"R_Kstar\":1.0}");
        out.getBuffer().setLength(0);
        JsonNode signals = doctor(higgs.toString(), "--at", "kappa_V=1.1");
        assertThat(signals.get("observables").get("delta_chi_sq").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(signals.get("observables").get("allowed").asDouble()).isEqualTo(1);
    }
}
