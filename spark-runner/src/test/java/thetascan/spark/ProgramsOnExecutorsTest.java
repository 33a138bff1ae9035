package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.config.ConfigRecipe;
import thetascan.config.ScanConfig;
import thetascan.extension.Extensions;
import thetascan.extension.OwnModelsPage;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;
import thetascan.toy.ToyPrograms;

/** Models by programs, and one from a jar, on a cluster of two executors, which find no files where the scan file lies. */
@Tag("spark")
@DisabledOnOs(OS.WINDOWS)
class ProgramsOnExecutorsTest {

    /** Of the first JVM that asks the program is another one than of those that ask later. */
    private static final String OF_THE_FIRST = """
            mark = os.path.join("MARKS", "first")
            try:
                with open(mark, "x") as file:
                    file.write(str(os.getppid()))
            except FileExistsError:
                pass
            is_first = open(mark).read() in ("", str(os.getppid()))
            """;

    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        SparkTests.prepare();
        cluster = Cluster.start(new Master("local-cluster[2,1,1024]"), "programs on executors");
        // both are there
        while (cluster.executors().size() < 2) Thread.onSpinWait();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private ScanConfig lines(String version) throws IOException {
        ToyPrograms.needPython();
        return ScanConfig.read(ToyPrograms.lines(folder, version), List.of());
    }

    private ScanConfig chain() throws IOException {
        return ScanConfig.read(ToyPrograms.chain(folder), List.of());
    }

    private static List<String> here(ScanConfig config, int workers, long evaluations) {
        SearchSetup setup = config.setup().search();
        try (RoundRunner rounds = new ForkJoinRounds(setup, workers)) {
            return RecordedScan.run(setup, rounds, evaluations).pointBits();
        }
    }

    /** With the files gone from where they were, as on other machines. */
    private List<String> there(ScanConfig config, Placement placement, long evaluations) throws IOException {
        ConfigRecipe recipe = ConfigRecipe.forOtherMachines(config);
        SearchSetup setup = config.setup().search();
        Files.move(folder.resolve("scan files"), folder.resolve("elsewhere"));
        boolean hasData = Files.exists(folder.resolve("data"));
        if (hasData) Files.move(folder.resolve("data"), folder.resolve("other data"));
        try (RoundRunner rounds = rounds(placement, setup, recipe)) {
            return RecordedScan.run(setup, rounds, evaluations).pointBits();
        } finally {
            Files.move(folder.resolve("elsewhere"), folder.resolve("scan files"));
            if (hasData) Files.move(folder.resolve("other data"), folder.resolve("data"));
        }
    }

    private static RoundRunner rounds(Placement placement, SearchSetup setup, ConfigRecipe recipe) {
        Readiness.check(cluster, recipe);
        return SparkRounds.runner(placement, cluster, setup, recipe);
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCHES", "ISLANDS"})
    void aProgramThatStaysGivesTheSamePointsEverywhere(Placement placement) throws IOException {
        ScanConfig config = lines("version = \"1\"");
        List<String> expected = here(config, 1, 200);
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(here(config, 4, 200)).isEqualTo(expected);
        assertThat(there(config, placement, 200)).isEqualTo(expected);
    }

    @Test
    void aChainOfFilesGivesTheSamePointsEverywhere() throws IOException {
        ScanConfig config = chain();
        List<String> expected = here(config, 1, 60);
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(here(config, 4, 60)).isEqualTo(expected);
        assertThat(there(config, Placement.BATCHES, 60)).isEqualTo(expected);
    }

    @Test
    void aJarJudgesTheSamePointsInBatches() {
        Path jar = OwnModelsPage.jar(folder);
        cluster.addJar(jar);
        try (Extensions ignored = Extensions.open(List.of(jar))) {
            ScanConfig config = ScanConfig.parse("model: higgs-portal\nsearch: {islands: 2}\n", "portal.yaml");
            ConfigRecipe recipe = ConfigRecipe.forOtherMachines(config);
            SearchSetup setup = config.setup().search();
            List<String> expected = here(config, 1, 300);
            assertThat(expected).hasSizeGreaterThan(20);
            try (RoundRunner rounds = rounds(Placement.BATCHES, setup, recipe)) {
                assertThat(RecordedScan.run(setup, rounds, 300).pointBits()).isEqualTo(expected);
            }
        }
    }

    @Test
    void oneNodeWithoutWhatTheProgramNeedsIsNamedBeforeTheScan() throws IOException {
        ScanConfig config = lines(OF_THE_FIRST.replace("MARKS", folder.toString())
                + "version = \"1\"\nif not is_first:\n    raise SystemExit(\"libgsl.so.27 is missing\")");
        assertThat(message(config))
                .matches(
                        "(?s)node \\S+ \\(executor \\d+\\): program lines: ended, exit code 1:\\s+libgsl.so.27 is missing");
    }

    @Test
    void anotherVersionOnOneNodeIsNamed() throws IOException {
        ScanConfig config =
                lines(OF_THE_FIRST.replace("MARKS", folder.toString()) + "version = \"1\" if is_first else \"2\"");
        assertThat(message(config))
                .matches(
                        "node \\S+ \\(executor \\d+\\): program lines: is version '2', the model file asks for version '1'");
    }

    @Test
    void aProgramThatIsNotThereIsNamedForEachNode() throws IOException {
        Path gone = ToyPrograms.script(folder, "gone", "exit 1\n");
        Path file = Files.writeString(
                folder.resolve("gone.yaml"),
                "model: {name: gone, parameters: {x: {range: [0, 1]}}, observables: [a], constraints: {a: [0, 1]}, program:"
                        + " {command: " + gone + ", interface: text, read: {a: 'a=(.*)'}}}\n");
        ScanConfig without = ScanConfig.read(file, List.of());
        Files.delete(gone);
        assertThat(message(without).lines())
                .hasSize(2)
                .allMatch(line ->
                        line.matches("node \\S+ \\(executor \\d+\\): program gone: " + gone + " does not exist"));
    }

    /** What is said before the scan. */
    private static String message(ScanConfig config) {
        ConfigRecipe recipe = ConfigRecipe.forOtherMachines(config);
        SearchSetup setup = config.setup().search();
        Throwable before = catchThrowable(() -> Readiness.check(cluster, recipe));
        assertThat(before).isInstanceOf(IllegalStateException.class);
        return String.valueOf(before.getMessage());
    }
}
