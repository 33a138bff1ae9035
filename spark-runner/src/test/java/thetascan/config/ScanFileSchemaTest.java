package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema that editors read; python/tests holds every scan file against it. */
class ScanFileSchemaTest {

    private static final Path FILE = Path.of("..", "conf", "scan-file.schema.json");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theFileIsWhatTheProgramPrints() throws IOException {
        JsonNode printed = json.valueToTree(ScanFileSchema.schema());
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(FILE, json.writerWithDefaultPrettyPrinter().writeValueAsString(printed) + "\n");
        }
        assertThat(json.readTree(Files.readString(FILE)))
                .as("thetascan schema > conf/scan-file.schema.json")
                .isEqualTo(printed);
    }

    @Test
    void itKnowsKeysWordsAndOptions() {
        JsonNode keys = json.valueToTree(ScanFileSchema.schema()).path("properties");
        assertThat(keys.path("stop").path("properties").has("wall_time")).isTrue();
        assertThat(keys.path("search").path("additionalProperties").asBoolean(true))
                .isFalse();
        JsonNode optimiser =
                keys.path("search").path("properties").path("optimiser").path("anyOf");
        assertThat(optimiser.path(0).path("enum").toString()).contains("\"cma-es\"", "\"surrogate\"");
        assertThat(optimiser.path(1).path("properties").has("sigma0")).isTrue();
        assertThat(keys.path("parameters")
                        .path("additionalProperties")
                        .path("anyOf")
                        .path(2)
                        .path("properties")
                        .has("exponent"))
                .isTrue();
    }
}
