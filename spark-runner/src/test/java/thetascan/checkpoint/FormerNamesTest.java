package thetascan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.catalogue.Catalogue;
import thetascan.cli.Commands;
import thetascan.config.ScanConfig;
import thetascan.model.Model;
import thetascan.storage.Folder;
import thetascan.table.TableReader;

/**
 * A catalogue of format version 1 whose columns in_m_H1 (now in_m_h2), in_m_H2 (now in_m_h3) and in_m_h1 differ in case: it is
 * read by the present names, and a scan goes on in it by the former ones.
 */
class FormerNamesTest {

    private static final Path STORED = Path.of("src", "test", "resources", "catalogue-v1-z3");

    @TempDir
    private Path folder;

    private Path catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = folder.resolve("scan");
        try (Stream<Path> files = Files.walk(STORED)) {
            for (Path file : files.toList())
                Files.copy(file, catalogue.resolve(STORED.relativize(file).toString()));
        }
    }

    private ScanConfig config() throws IOException {
        return ScanConfig.parse(Files.readString(catalogue.resolve("scan.yaml")), "scan.yaml");
    }

    private List<List<Double>> masses() throws IOException {
        Model model = config().model();
        List<List<Double>> masses = new ArrayList<>();
        new Catalogue(Folder.at(catalogue.toString()))
                .forEachValid(
                        model,
                        List.of("in_m_h1", "in_m_h2", "in_m_h3"),
                        values -> masses.add(List.of(values[0], values[1], values[2])));
        return masses;
    }

    private List<String> columns(int commit) {
        Path file = catalogue.resolve("points/commit=00000" + commit + "/points.parquet");
        try (TableReader reader = TableReader.open(file.toString())) {
            return reader.names();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pointsAreReadByThePresentNames() throws IOException {
        List<List<Double>> masses = masses();
        assertThat(masses).hasSize(37);
        assertThat(masses).allSatisfy(each -> {
            assertThat(each.get(0)).isEqualTo(125);
            assertThat(each.get(1)).isBetween(125.0, 1000.0);
            assertThat(each.get(2)).isBetween(each.get(1), 1000.0);
        });
    }

    @Test
    void aScanGoesOnByTheFormerNames() throws IOException {
        int before = masses().size();
        Commands.Ended ended = Commands.run(
                "scan",
                STORED.resolve("scan.yaml").toString(),
                "--out",
                catalogue.toString(),
                "--set",
                "stop.evaluations=700",
                "--force-platform");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(masses()).hasSizeGreaterThan(before);
        assertThat(columns(2)).containsAll(columns(0)).contains("in_m_H1", "in_m_H2", "in_m_h1");
        assertThat(columns(2)).as("observables that are new stand beside them").contains("obs_mu_all_ggF_gamgam");
        assertThat(Files.readString(catalogue.resolve("manifest.json"))).contains("\"format_version\" : 1,");
        assertThat(Files.readString(catalogue.resolve("scan.yaml")))
                .contains("m_h2", "m_h3")
                .doesNotContain("m_H1", "m_H2");
    }

    @Test
    void whatReadsCataloguesReadsIt() throws IOException {
        for (String[] command : new String[][] {
            {"families", catalogue.toString(), "--evaluations", "100"},
            {"compare", catalogue.toString(), catalogue.toString()},
            {
                "compare",
                catalogue.toString(),
                catalogue.resolve("points/commit=000001/points.parquet").toString()
            },
            {
                "evaluate",
                "z3-3hdm",
                catalogue.resolve("points/commit=000001/points.parquet").toString(),
                folder.resolve("out.csv").toString()
            },
            {
                "scan",
                "../conf/quickstart.yaml",
                "--points",
                "50",
                "--out",
                folder.resolve("next").toString(),
                "--set",
                "search.seeds.catalogue=" + catalogue
            }
        }) {
            Commands.Ended ended = Commands.run(command);
            assertThat(ended.code())
                    .as(String.join(" ", command) + "\n" + ended.err())
                    .isZero();
        }
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(0)).contains(",in_m_h2,in_m_h3,in_m_A1,");
    }
}
