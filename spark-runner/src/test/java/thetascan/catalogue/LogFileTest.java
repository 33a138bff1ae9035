package thetascan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.storage.Folder;

class LogFileTest {

    private static final LogFile.Bounds BOUNDS = new LogFile.Bounds(100, 3, 5);

    @TempDir
    private Path temporary;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("log"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A week of commits fills no disk: the beginning and the end are kept, line by line. */
    @ParameterizedTest
    @ValueSource(strings = {"", "plain:"})
    void keepsTheBeginningAndTheEnd(String scheme) throws IOException {
        LogFile log = new LogFile(Folder.at(scheme + temporary), Instant.parse("2026-03-04T05:06:07.89Z"), BOUNDS);
        for (int line = 0; line < 1000; line++) log.add("line " + line + "\n");
        assertThat(files()).hasSize(4).last().isEqualTo("2026-03-04T05-06-07Z.txt");
        StringBuilder kept = new StringBuilder();
        for (String file : files().subList(0, 3)) {
            String text = Files.readString(temporary.resolve("log").resolve(file));
            assertThat(text.length()).isLessThanOrEqualTo(100);
            kept.append(text);
        }
        List<String> lines = kept.toString().lines().toList();
        assertThat(lines).last().isEqualTo("line 999");
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo("line " + (1000 - lines.size() + i));
        }
        assertThat(Files.readString(temporary.resolve("log/2026-03-04T05-06-07Z.txt")))
                .startsWith("line 0\nline 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain:"})
    void keepsTheLatestRunsAndWhatIsNoLog(String scheme) throws IOException {
        Folder folder = Folder.at(scheme + temporary);
        folder.write("log/notes.txt", new byte[1]);
        for (int run = 0; run < 20; run++) {
            LogFile log = new LogFile(folder, Instant.ofEpochSecond(run), BOUNDS);
            log.add("x".repeat(60));
            log.add("x".repeat(60));
        }
        assertThat(files()).hasSize(2 * 5 + 1).contains("notes.txt", "1970-01-01T00-00-19Z.000001.txt");
        assertThat(files().get(0)).isEqualTo("1970-01-01T00-00-15Z.000001.txt");
    }
}
