package thetascan.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    @TempDir
    private Path base;

    @Test
    void aFolderIsOfOneRunAndGoneAfterwards() throws IOException {
        WorkFolders folders = new WorkFolders(base.resolve("made"), "", 0);
        Path path;
        try (WorkFolders.WorkFolder one = folders.open();
                WorkFolders.WorkFolder other = folders.open()) {
            path = one.path();
            assertThat(one.path()).isEmptyDirectory().isNotEqualTo(other.path());
            Files.createDirectories(path.resolve("deep/below"));
            Files.writeString(path.resolve("deep/below/file"), "x");
        }
        assertThat(path).doesNotExist();
        assertThat(base.resolve("made")).isEmptyDirectory();
    }

    @Test
    void whatLinksPointToIsNotDeleted() throws IOException {
        Path precious = Files.writeString(
                Files.createDirectory(base.resolve("precious")).resolve("data"), "x");
        try (WorkFolders.WorkFolder folder = new WorkFolders(base, "", 0).open()) {
            Files.createSymbolicLink(folder.path().resolve("link"), precious.getParent());
        }
        assertThat(precious).exists();
    }

    @Test
    void aBoundedSampleOfFailuresIsKept() throws IOException {
        WorkFolders folders = new WorkFolders(base, "", 2);
        for (int i = 0; i < 4; i++) {
            try (WorkFolders.WorkFolder folder = folders.open()) {
                Files.writeString(folder.path().resolve("out"), "point " + i);
                Path kept = folder.keep("exit code " + i);
                if (i < 2) {
                    assertThat(kept).isNotNull().isDirectoryContaining("glob:**/out");
                    assertThat(kept.resolve("REASON.txt")).hasContent("exit code " + i);
                } else {
                    assertThat(kept).isNull();
                }
            }
        }
        assertThat(base.resolve("failed").toFile().list()).hasSize(2);
        assertThat(base.toFile().list()).containsExactly("failed");
        try (WorkFolders.WorkFolder folder = new WorkFolders(base, "", 2).open()) {
            assertThat(folder.keep("of a later process")).isNull();
        }
    }

    @Test
    void filesAreCopiedIntoTheFolderAndNowhereElse() throws IOException {
        Path source = Files.writeString(base.resolve("Vorlage ü.in"), "template");
        try (WorkFolders.WorkFolder folder = new WorkFolders(base.resolve("work"), "", 0).open()) {
            folder.copy(Map.of("in/LesHouches.in", source));
            assertThat(folder.path().resolve("in/LesHouches.in")).hasContent("template");
            assertThatThrownBy(() -> folder.copy(Map.of("../out", source)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("file ../out: is outside of the work folder");
            assertThatThrownBy(() -> folder.copy(Map.of("absent", base.resolve("absent"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("absent");
        }
    }

    @Test
    void aBaseThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "x");
        assertThatThrownBy(() -> new WorkFolders(file.resolve("below"), "", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
    }
}
