package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.config.ConfigException;
import thetascan.config.ScanConfig;

/** Scans that say that points are dear: {@code search.cost: expensive}. */
@Tag("slow")
class DearPointsTest {

    @TempDir
    private Path folder;

    private Path scan(String name, String... more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("scan.yaml"), "{scan: dear, model: region6-wide, search: {cost: expensive}}\n");
        Path catalogue = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("scan", file.toString(), "--out", catalogue.toString()));
        command.addAll(List.of(more));
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), command.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return catalogue;
    }

    @Test
    void theSearchBeginsWithWhatItPredicts() throws IOException {
        Path catalogue = scan("few", "--set", "stop.evaluations=200");
        assertThat(CatalogueRows.of(catalogue)).hasSizeGreaterThan(80);
        assertThat(Files.readString(catalogue.resolve("scan.yaml"))).contains("predict:", "cost: expensive");
    }

    /** Surroundings of archived points are no holes in the map: predicted points keep away from valid ones by themselves. */
    @Test
    void noHolesAreLeftInASmallRegion() throws IOException {
        Path file = Files.writeString(folder.resolve("square.yaml"), """
                scan: square
                model:
                  formulas:
                    model: square
                    parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
                    observables: {u: x + 0*y, w: 0*x + y}
                    constraints: {u: [0.3, 0.7], w: [0.3, 0.7]}
                search: {cost: expensive}
                stop: {evaluations: 300}
                """);
        Path catalogue = folder.resolve("square");
        Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "scan",
                file.toString(),
                "--out",
                catalogue.toString());
        Path csv = folder.resolve("square.csv");
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "catalogue",
                "compact",
                csv.toString(),
                catalogue.toString());
        assertThat(code).as(err.toString()).isZero();
        List<String> rows = Files.readAllLines(csv);
        List<String> header = List.of(rows.get(0).split(","));
        int x = header.indexOf("in_x");
        int y = header.indexOf("in_y");
        double widest = 0;
        for (double u = 0.31; u < 0.7; u += 0.02) {
            for (double w = 0.31; w < 0.7; w += 0.02) {
                double nearest = 1;
                for (String row : rows.subList(1, rows.size())) {
                    String[] values = row.split(",");
                    nearest = Math.min(
                            nearest, Math.hypot(Double.parseDouble(values[x]) - u, Double.parseDouble(values[y]) - w));
                }
                widest = Math.max(widest, nearest);
            }
        }
        assertThat(widest).isLessThan(0.03); // 0.4 / sqrt(300) = 0.023 apart on a grid
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches", "islands"})
    void samePointsOnSparkAndAfterAnEndInBetween(String placement) throws IOException {
        List<String> whole = CatalogueRows.of(scan("whole", "--set", "stop.evaluations=180", "--threads", "1"));
        scan("parts", "--set", "stop.valid_points=40");
        Path parts = scan(
                "parts",
                "--set",
                "stop.evaluations=180",
                "--master",
                "local[2]",
                "--set",
                "run.placement=" + placement);
        assertThat(CatalogueRows.of(parts)).isEqualTo(whole);
    }

    @Test
    void whatIsSaidGoesBeforeWhatTheCostImplies() {
        ScanConfig config = ScanConfig.parse(
                "{model: region6-wide, search: {cost: expensive, islands: 9, strategies: {only: {optimiser: sobol}}}}",
                "scan.yaml");
        assertThat(config.search().islands()).isEqualTo(9);
        assertThat(config.search().exchangeEvery()).isEqualTo(1);
        assertThat(config.search().strategies()).containsOnlyKeys("only");
        assertThat(ScanConfig.parse(config.toYaml(), "again.yaml").search()).isEqualTo(config.search());
    }

    @Test
    void aCostThatThereIsNotIsRefused() {
        assertThat(catchThrowable(() -> ScanConfig.parse("{model: region6-wide, search: {cost: dear}}", "scan.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("search.cost")
                .hasMessageContaining("cheap, expensive");
    }
}
