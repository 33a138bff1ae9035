package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.option.Option;
import thetascan.space.Scales;

/** docs/algorithms.md is printed from the registries. */
class AlgorithmsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "algorithms.md");
    private static final String UPDATE = "mvn -pl scanner-core -am test -Dtest=AlgorithmsDocumentTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm=-Dupdate.docs=true";

    @Test
    void documentIsCurrent() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("update.docs")) Files.writeString(DOCUMENT, expected);

        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8))
                .as("docs/algorithms.md is out of date; to print it anew: " + UPDATE)
                .isEqualTo(expected);
    }

    private static String document() {
        StringBuilder text = new StringBuilder();
        text.append("# Algorithms\n\n");
        text.append("What a scan file may name. This page is printed from the registries (`Optimisers`, `Detectors`,"
                + " `Scales`); do not edit it.\nA new optimiser, detector or scale is one class and one line in its"
                + " registry. To print the page anew:\n\n    ");
        text.append(UPDATE).append("\n\n");
        text.append("## Optimisers and samplers (`search.optimiser`)\n");
        Optimisers.all().forEach(kind -> section(text, kind.name(), kind.description(), kind.options()));
        text.append("\n## Novelty detectors (`search.novelty`)\n");
        Detectors.all().forEach(kind -> section(text, kind.name(), kind.description(), kind.options()));
        text.append("\n## Scales of parameters (`parameters.NAME.scale`)\n");
        Scales.all().forEach(kind -> section(text, kind.name(), kind.description(), kind.options()));
        return text.toString();
    }

    private static void section(StringBuilder text, String name, String description, List<Option> options) {
        text.append("\n### ")
                .append(name)
                .append("\n\n")
                .append(capitalised(description))
                .append(".\n");
        if (options.isEmpty()) return;
        text.append("\n| option | default | range | |\n|---|---|---|---|\n");
        for (Option option : options) {
            text.append("| `").append(option.name()).append("` | ").append(option.defaultText());
            text.append(" | ")
                    .append(option.range())
                    .append(" | ")
                    .append(option.description())
                    .append(" |\n");
        }
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
