package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scan files that come with the program. */
class ScanFilesTest {

    private static final Path FOLDER = Path.of("..", "conf");

    @ParameterizedTest
    @MethodSource("files")
    void areCorrect(Path file) {
        ScanConfig config = ScanConfig.read(file, List.of());
        assertThat(config.space().dimension())
                .isEqualTo(config.model().parameters().dimension());
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith("-model.yaml")) // named by the scan files beside them
                    .sorted()
                    .toList();
        }
    }

    /** A scan file nobody can find from the readme is a riddle. */
    @ParameterizedTest
    @MethodSource("files")
    void isExplainedOnAPage(Path file) throws IOException {
        StringBuilder pages = new StringBuilder(Files.readString(Path.of("..", "README.md")));
        try (Stream<Path> docs = Files.list(Path.of("..", "docs"))) {
            for (Path page :
                    docs.filter(each -> each.toString().endsWith(".md")).toList()) {
                pages.append(Files.readString(page));
            }
        }
        assertThat(pages.toString()).contains(file.getFileName().toString());
    }

    @Test
    void theReferenceHoldsEveryKeyWithItsDefault() {
        ConfigNode.Fields reference = YamlReader.read(FOLDER.resolve("reference.yaml"));
        ScanConfig defaults = ScanConfig.parse("{scan: reference, model: z3-3hdm}", "defaults");
        ConfigNode.Fields expected = ScanConfigReader.write(defaults);
        // Ranges and bounds are the model's own, not keys.
        expected.put("parameters", ConfigNode.Fields.of());
        expected.put("constraints", ConfigNode.Fields.of().put("set", "default"));
        Map<String, String> written = values(reference);
        assertThat(values(expected)).containsAllEntriesOf(written);
        // Of the strategies one has every key, the others those in which they differ.
        Set<String> keys = new TreeSet<>();
        written.keySet().forEach(key -> keys.add(ofAnyStrategy(key)));
        assertThat(keys)
                .isEqualTo(values(expected).keySet().stream()
                        .map(ScanFilesTest::ofAnyStrategy)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(ScanConfig.read(FOLDER.resolve("reference.yaml"), List.of()).search())
                .isEqualTo(defaults.search());
    }

    private static String ofAnyStrategy(String key) {
        return key.replaceFirst("^search\\.strategies\\.[^.]*", "search.strategies.*");
    }

    /** Values by key; numbers by what they are, not how they are written. */
    private static Map<String, String> values(ConfigNode.Fields node) {
        Map<String, String> values = ScanConfigReader.flat(node);
        values.replaceAll((key, text) -> ScalarText.isNumber(text) ? Double.toString(ScalarText.number(text)) : text);
        return values;
    }
}
