package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that is watched is the same scan. */
class LiveScanTest {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?m)^Watch the scan at http://127\\.0\\.0\\.1:(\\d+)/\\?token=\\S{32} : a page for a browser");

    @TempDir
    private Path folder;

    private Commands.Ended scan(String name, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), "{model: toy, stop: {evaluations: 3000}}");
        List<String> words = new ArrayList<>(List.of("scan"));
        words.addAll(List.of(more));
        words.addAll(List.of(file.toString(), "--out", folder.resolve(name).toString()));
        return Commands.run(words.toArray(String[]::new));
    }

    @Test
    void watchedOrNotItFindsTheSamePointsAndNothingIsLeftOfTheServer() throws IOException {
        Commands.Ended alone = scan("alone");
        Commands.Ended watched = scan("watched", "--ui");
        assertThat(alone.out()).doesNotContain("Watch", "http");
        assertThat(watched.code()).as(watched.err()).isZero();
        Matcher address = ADDRESS.matcher(watched.out());
        assertThat(address.find()).as(watched.out()).isTrue();
        List<String> rows = CatalogueRows.of(folder.resolve("watched"));
        assertThat(rows).isEqualTo(CatalogueRows.of(folder.resolve("alone"))).hasSizeGreaterThan(50);
        int port = Integer.parseInt(address.group(1));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        try (var files = Files.walk(folder.resolve("watched"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(txt|json|yaml)"))
                    .toList()) assertThat(Files.readString(file)).doesNotContain("token=");
        }
    }

    @Test
    void quietScansSayTheAddressWhereErrorsGo() throws IOException {
        Commands.Ended quiet = scan("quiet", "--ui", "-q");
        assertThat(quiet.out()).isEmpty();
        assertThat(quiet.err()).containsPattern(ADDRESS);
        Commands.Ended json = scan("json", "--ui=0", "--progress", "json");
        assertThat(json.out().lines()).allMatch(line -> line.startsWith("{"));
        assertThat(json.err()).containsPattern(ADDRESS);
    }

    @Test
    void aPortThatIsTakenIsRefusedBeforeAnythingIsWritten() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Commands.Ended refused = scan("refused", "--ui", Integer.toString(other.getLocalPort()));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("--ui " + other.getLocalPort() + ": another program has this port", "any free one");
            assertThat(folder.resolve("refused")).doesNotExist();
        }
        assertThat(scan("far", "--ui", "65536").err()).contains("--ui 65536: must be 65535 or less");
        assertThat(folder.resolve("far")).doesNotExist();
    }
}
