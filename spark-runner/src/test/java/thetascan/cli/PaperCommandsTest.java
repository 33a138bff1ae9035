package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a paper or onto a page: references, tables, the report. */
class PaperCommandsTest {

    private static final Path OLD = Path.of("src", "test", "resources", "catalogue-v1-z3");

    @TempDir
    private static Path folder;

    private static String catalogue;

    @BeforeAll
    static void scan() throws IOException {
        catalogue = folder.resolve("scan").toString();
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "{scan: </script>, model: toy, stop: {evaluations: 3000}, output: {path: " + catalogue + "}}");
        assertThat(Commands.run("scan", file.toString()).code()).isZero();
    }

    private static Commands.Ended run(String... arguments) {
        Commands.Ended ended = Commands.run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    @Test
    void everythingUsedIsCitedOnce() {
        String bibtex = run("cite", OLD.toString()).out();
        Matcher entries = Pattern.compile("@misc\\{([A-Za-z0-9:.+/-]+),\n").matcher(bibtex);
        List<String> keys = entries.results().map(match -> match.group(1)).toList();
        assertThat(keys)
                .doesNotHaveDuplicates()
                .contains("ThetaScan", "Romao:2024gjx", "Boto:2021qgu", "ATLAS:2022vkf", "cma-es", "arXiv:2208.01068");
        assertThat(bibtex).contains("  eprint = {2402.07661},\n  archivePrefix = {arXiv},\n");
        assertThat(bibtex.split("eprint = \\{2207.00092}", -1))
                .as("model and constraints cite it")
                .hasSize(2);
        assertThat(bibtex).contains("keywords = {limits}", "keywords = {constraints}");
    }

    @Test
    void tablesOfConstraintsCiteByKey() {
        String tex = run("table", "constraints", OLD.toString()).out();
        assertThat(tex)
                .startsWith("\\begin{tabular}{lll}\n\\hline\nconstraint & bounds & source \\\\\n")
                .contains("kappa\\_D & $\\kappa_d \\in [0.34, 1.72]\\ \\mathrm{or}\\ [-1.66, -0.28]$ & \\cite{")
                .endsWith("\\hline\n\\end{tabular}\n");
        String bibtex = run("cite", OLD.toString()).out();
        Pattern.compile("\\\\cite\\{([^}]+)}").matcher(tex).results().forEach(match -> assertThat(bibtex)
                .contains("{" + match.group(1) + ","));
    }

    /** What a program reads has numbers with all their digits and the names that columns have. */
    @Test
    void tablesInCsvAreNoLatex() {
        for (String table : List.of("ranges", "constraints", "benchmarks")) {
            String csv = run("table", table, catalogue, "--format", "csv").out();
            assertThat(csv).as(table).doesNotContain("$").doesNotContain("\\");
        }
        assertThat(run("table", "ranges", OLD.toString(), "--format", "csv").out())
                .contains("m_h2 [GeV],\"[125, 1000]\",linear\n");
        assertThat(run("table", "constraints", OLD.toString(), "--format", "csv")
                        .out())
                .contains("\nBR_bsgamma,\"BR_bsgamma in [2.8e-4, 3.866666667e-4]\",");
        assertThat(run("table", "constraints", OLD.toString()).out())
                .contains("BR\\_bsgamma & ", " \\in [2.8 \\times 10^{-4}, 3.866666667 \\times 10^{-4}]$")
                .doesNotContain("e-4");
    }

    @Test
    void rangesAndBenchmarksInEveryFormat() {
        assertThat(run("table", "ranges", OLD.toString(), "--format", "md")
                        .out()
                        .lines())
                .startsWith("| parameter | range | scale |", "|---|---|---|")
                .contains("| $m_{h_2}$ [GeV] | [$125$, $1000$] | linear |", "| $v$ [GeV] | $246$ | fixed |");
        List<String> csv = run(
                        "table",
                        "benchmarks",
                        catalogue,
                        "--format",
                        "csv",
                        "--count",
                        "3",
                        "--columns",
                        "obs_r,obs_half")
                .out()
                .lines()
                .toList();
        assertThat(csv.get(0)).isEqualTo(",BP1,BP2,BP3");
        assertThat(csv).hasSize(6);
        assertThat(csv.get(4)).matches("r \\[GeV](,0\\.[0-9]{15,18}){3}");
        assertThat(csv.get(5)).matches("half(,(left|right)){3}");
        assertThat(Commands.run("table", "benchmarks", catalogue, "--columns", "obs_q")
                        .err())
                .contains("obs_q: is no observable of toy");
    }

    @Test
    void theReportHoldsItsDataAndAsksTheNetworkForNothing() throws IOException {
        Path page = folder.resolve("report.html");
        run("report", catalogue, catalogue, "--out", page.toString(), "--plane", "obs_r,in_x");
        String html = Files.readString(page);
        assertThat(html).doesNotContainPattern("(src|href)=|@import|url\\(|fetch\\(|XMLHttpRequest|import\\(");
        Matcher json = Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(html);
        assertThat(json.find()).isTrue();
        JsonNode data = new ObjectMapper().readTree(json.group(1));
        assertThat(data.get("title").asText()).isEqualTo("</script>: toy");
        assertThat(data.get("catalogues")).hasSize(2);
        assertThat(data.get("catalogues").get(0).get("evaluated").asInt()).isEqualTo(3000);
        assertThat(data.get("planes").get(0).toString()).isEqualTo("[\"obs_r\",\"in_x\"]");
        JsonNode r = column(data, "obs_r");
        float[] values = floats(r.get("values").asText());
        assertThat(values).hasSizeGreaterThan(50);
        for (float value : values) assertThat(value).isBetween(0.3f, 0.4f);
        assertThat(floats(column(data, "catalogue").get("values").asText())).contains(0f, 1f);
        assertThat(data.get("benchmarks").get("points")).hasSize(8);
        JsonNode benchmark = data.get("benchmarks").get("points").get(0);
        assertThat(benchmark.get("values")).hasSameSizeAs(data.get("benchmarks").get("columns"));
        assertThat(benchmark.get("verdicts"))
                .hasSameSizeAs(data.get("constraints"))
                .filteredOn(each -> !each.get("name").asText().equals("right")) // only recorded
                .allMatch(each -> each.get("status").asText().equals("satisfied"));
        assertThat(data.get("catalogues"))
                .allMatch(each -> each.get("cells").asText().length() > 300);
        assertThat(data.get("constraints")).anyMatch(each -> each.get("share").asDouble() > 0);
    }

    @Test
    void onlyCataloguesOfOneModelShareAPage() {
        assertThat(Commands.run(
                                "report",
                                catalogue,
                                OLD.toString(),
                                "--out",
                                folder.resolve("no.html").toString())
                        .err())
                .contains("is of model z3-3hdm", "of model toy");
        assertThat(folder.resolve("no.html")).doesNotExist();
        assertThat(Commands.run("report", catalogue, "--plane", "in_x").code()).isEqualTo(2);
        assertThat(Commands.run("report", catalogue, "--columns", "obs_q").err())
                .contains("obs_q: is no column");
    }

    @Test
    void aFigureIsItsDataAndAScript() throws IOException {
        Path script = folder.resolve("ring.py");
        run("plot", catalogue, "-x", "in_x", "-y", "y - x", "-c", "half", "--out", script.toString());
        assertThat(Files.readString(script))
                .startsWith("# Made by ThetaScan: thetascan plot " + catalogue + " -x in_x -y 'y - x' -c half --out ")
                .contains("\"x\": {\"column\": \"in_x\", \"label\": \"$x$ [GeV]\", \"scale\": \"linear\"},")
                .contains("\"label\": \"$y - x$ [GeV]\"")
                .contains("\"categories\": [[0, \"left\"], [1, \"right\"]]");
        List<String> rows = Files.readAllLines(folder.resolve("ring.csv"));
        assertThat(rows.get(0)).isEqualTo("point_id,in_x,y - x,half");
        assertThat(rows).hasSizeGreaterThan(50);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            double x = Double.parseDouble(cells[1]);
            double y = Double.parseDouble(cells[2]) + x;
            assertThat(Math.hypot(x, y)).isBetween(0.3, 0.4);
        }
    }

    @Test
    void aFigureShowsTheBoundsOnWhatItDraws() throws IOException {
        Path script = folder.resolve("bounds.py");
        run("plot", catalogue, "-x", "obs_r", "-y", "cost", "--out", script.toString());
        assertThat(Files.readString(script))
                .contains(
                        "{\"axis\": \"x\", \"lower\": 0.3, \"upper\": 0.4, \"name\": \"ring\", \"label\": \"ring allowed\"},");
        run("plot", catalogue, "-x", "x", "-y", "y", "--bounds", "LZ_2022", "--out", script.toString());
        assertThat(Files.readString(script)).contains("{\"label\": \"LZ 2022\", \"x\": [");
        assertThat(Commands.run("plot", catalogue, "-x", "x", "-y", "y", "--bounds", "ring", "--out", script.toString())
                        .err())
                .contains("--bounds ring: is a bound on r, not on what is drawn");
    }

    @Test
    void aFigureSaysWhatItLacks() throws IOException {
        Path pdf = folder.resolve("undrawn.pdf");
        Commands.Ended ended = Commands.run(
                "plot", catalogue, "-x", "x", "-y", "y", "--out", pdf.toString(), "--python", "no-such-python");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("no-such-python cannot be run", "pip install matplotlib");
        assertThat(folder.resolve("undrawn.py")).exists();
        assertThat(folder.resolve("undrawn.csv")).exists();
        assertThat(Commands.run("plot", catalogue, "-x", "q", "-y", "y").err()).contains("unknown observable 'q'");
        assertThat(Commands.run("plot", catalogue, "-x", "x", "-y", "y", "--out", "f.gif")
                        .code())
                .isEqualTo(2);
        Files.writeString(folder.resolve("mine.py"), "print()");
        assertThat(Commands.run(
                                "plot",
                                catalogue,
                                "-x",
                                "x",
                                "-y",
                                "y",
                                "--out",
                                folder.resolve("mine.pdf").toString())
                        .err())
                .contains("mine.py: is not of a figure");
        assertThat(folder.resolve("mine.py")).hasContent("print()");
    }

    private static JsonNode column(JsonNode data, String name) {
        for (JsonNode column : data.get("columns")) {
            if (column.get("name").asText().equals(name)) return column;
        }
        throw new AssertionError(name);
    }

    private static float[] floats(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return Arrays.copyOf(values, values.length);
    }
}
