package thetascan.limit.hbdataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped limit files are what {@code docs/limits/merge_limits.py} makes of the two conversions beside it. */
@Tag("slow")
class MergedLimitsTest {

    private static final Path SCRIPT = Path.of("../docs/limits/merge_limits.py");
    private static final Path SHIPPED = Path.of("src/main/resources/thetascan/limits");

    @TempDir
    Path folder;

    @Test
    void theShippedFilesAreTheMergedOnes() throws Exception {
        assumeTrue(runs("python3", "--version"), "there is no python3");
        assertThat(runs("python3", SCRIPT.toString(), folder.toString())).isTrue();
        assertThat(names(folder)).hasSize(62).isEqualTo(names(SHIPPED));
        for (String name : names(SHIPPED)) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(SHIPPED.resolve(name));
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
