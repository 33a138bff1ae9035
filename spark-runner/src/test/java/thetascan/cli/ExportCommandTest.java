package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.fingerprint.Sha256;
import thetascan.slha.SlhaDocument;

/** Catalogues in the formats of others, and scans run anew. The programs of the others look at them in python/tests. */
class ExportCommandTest {

    private static final String OLD =
            Path.of("src", "test", "resources", "catalogue-v1-z3").toString();

    @TempDir
    private Path folder;

    private static String run(String... arguments) {
        Commands.Ended ended = Commands.run(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.sorted().toList();
        }
    }

    @Test
    void eachPointIsAnSlhaFile() throws IOException {
        Path out = folder.resolve("slha");
        assertThat(run("catalogue", "export", OLD, "--slha", out.toString(), "--count", "10"))
                .isEqualTo("10 of 37 valid points are in " + out + System.lineSeparator());
        assertThat(files(out)).hasSize(10);
        Path csv = folder.resolve("points.csv");
        run("catalogue", "export", OLD, "--csv", csv.toString());
        List<String> rows = Files.readAllLines(csv);
        List<String> names = List.of(rows.get(0).split(",", -1));
        for (Path file : files(out)) {
            SlhaDocument point = SlhaDocument.read(file);
            String id = file.getFileName().toString().replace(".slha", "");
            List<String> row = List.of(rows.stream()
                    .filter(each -> each.startsWith(id + ","))
                    .findFirst()
                    .orElseThrow()
                    .split(",", -1));
            assertThat(point.entry("SPINFO", 1).value().text()).isEqualTo("ThetaScan");
            assertThat(point.number("MASS", 35)).isEqualTo(value(row, names, "in_m_H1"));
            assertThat(point.number("MINPAR", 6)).isEqualTo(value(row, names, "in_tan_beta1"));
            assertThat(point.number("OBSERVABLES", 1)).isEqualTo(value(row, names, "obs_lambda1"));
            assertThat(point.width(25)).isEqualTo(value(row, names, "obs_width_h1"));
            assertThat(point.branchingRatio(37, 6, -5)).hasValue(value(row, names, "obs_BR_C1_tb"));
            assertThat(point.unread()).isEmpty();
        }
    }

    private static double value(List<String> row, List<String> names, String name) {
        return Double.parseDouble(row.get(names.indexOf(name)));
    }

    @Test
    void aResearchFolderSaysWhatIsInIt() throws IOException {
        Path out = folder.resolve("zenodo");
        run("catalogue", "export", OLD, "--zenodo", out.toString(), "--licence", "https://spdx.org/licenses/CC0-1.0");
        List<String> sums = Files.readAllLines(out.resolve("SHA256SUMS"));
        assertThat(sums).hasSize(files(out).size() - 1);
        for (String sum : sums) {
            Path file = out.resolve(sum.substring(Sha256.DIGITS + 2));
            assertThat(sum).startsWith(new Sha256().add(file).hex(Sha256.DIGITS) + "  ");
        }
        JsonNode graph = new ObjectMapper()
                .readTree(Files.readAllBytes(out.resolve("ro-crate-metadata.json")))
                .path("@graph");
        assertThat(graph.path(1).path("license").path("@id").asText()).endsWith("CC0-1.0");
        assertThat(graph.path(1).path("hasPart")).hasSize(5);
        assertThat(Files.readString(out.resolve("README.md")))
                .contains("no probabilities", "| `obs_kappa_V` | double | 1 | `\\kappa_V` |");
    }

    @Test
    void aSubmissionHasAsManyValuesInEveryColumn() throws IOException {
        Path out = folder.resolve("hepdata");
        run("catalogue", "export", OLD, "--hepdata", out.toString());
        assertThat(Files.readString(out.resolve("submission.yaml"))).contains("data_file: points.yaml");
        ObjectMapper json = new ObjectMapper();
        int columns = 0;
        for (String line : Files.readAllLines(out.resolve("points.yaml"))) {
            if (!line.startsWith("  values: ")) continue;
            assertThat(json.readTree(line.substring("  values: ".length()))).hasSize(37);
            columns++;
        }
        assertThat(columns).isGreaterThan(50);
    }

    @Test
    void oneFormatIsAskedFor() {
        assertThat(Commands.run("catalogue", "export", OLD).code()).isEqualTo(2);
        assertThat(Commands.run("catalogue", "export", OLD, "--csv", "points.txt")
                        .err())
                .contains("must end in .csv");
    }

    @Test
    void aScanRunAnewHasTheSamePoints() throws IOException {
        String first = folder.resolve("first").toString();
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "{scan: s, model: toy, seed: 3, stop: {valid_points: 40}, output: {path: " + first + "}}");
        run("scan", file.toString(), "-q");
        String again = folder.resolve("again").toString();
        assertThat(run("reproduce", first, "--out", again, "--verify")).contains("the same ", " points");
        String other = folder.resolve("other").toString();
        Files.writeString(
                Path.of(first, "scan.yaml"),
                Files.readString(Path.of(first, "scan.yaml")).replace("seed: 3", "seed: 4"));
        Commands.Ended ended = Commands.run("reproduce", first, "--out", other, "--verify");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("only in the catalogue");
    }
}
