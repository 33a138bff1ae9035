package thetascan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.option.Option;
import thetascan.space.Scales;

/** docs/algorithms.md, and the lists of names in conf/reference.yaml, are printed from the registries. */
class AlgorithmsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "algorithms.md");
    private static final Path REFERENCE = Path.of("..", "conf", "reference.yaml");
    /** From the first line of the comment to the last word of it. */
    private static final Pattern OPTIMISERS = Pattern.compile("( *# )What proposes points:[^;]*;[^.]*\\.");

    /** The line of the default. */
    private static final Pattern DETECTORS = Pattern.compile("( *detector: \\S+ +# ).*");

    private static final int WIDTH = 120;
    private static final String UPDATE = "./mvnw -pl scanner-core -am test -Dtest=AlgorithmsDocumentTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm=-Dupdate.docs=true";

    @Test
    void documentIsCurrent() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("update.docs")) Files.writeString(DOCUMENT, expected);

        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8))
                .as("docs/algorithms.md is out of date; to print it anew: " + UPDATE)
                .isEqualTo(expected);
    }

    @Test
    void namesInTheReferenceAreCurrent() throws IOException {
        String text = Files.readString(REFERENCE, StandardCharsets.UTF_8);
        String optimisers = Optimisers.all().stream().map(OptimiserKind::name).collect(Collectors.joining(", "));
        String detectors = Detectors.all().stream().map(DetectorKind::name).collect(Collectors.joining(", "));
        String expected = withComment(
                text, OPTIMISERS, "What proposes points: " + optimisers + "; its options stand beside its name.");
        expected = withComment(expected, DETECTORS, detectors + ", or none");
        if (Boolean.getBoolean("update.docs")) Files.writeString(REFERENCE, expected);

        assertThat(Files.readString(REFERENCE, StandardCharsets.UTF_8))
                .as("conf/reference.yaml is out of date; to print its lists anew: " + UPDATE)
                .isEqualTo(expected);
    }

    private static String withComment(String text, Pattern place, String comment) {
        Matcher found = place.matcher(text);
        assertThat(found.find()).as(place.toString()).isTrue();
        return found.replaceFirst(Matcher.quoteReplacement(wrapped(found.group(1), comment)));
    }

    /** Lines of words behind a prefix. */
    private static String wrapped(String prefix, String text) {
        StringBuilder lines = new StringBuilder(prefix);
        int length = prefix.length();
        for (String word : text.split(" ")) {
            if (length > prefix.length() && length + 1 + word.length() > WIDTH) {
                lines.append('\n').append(prefix);
                length = prefix.length();
            }
            if (length > prefix.length()) {
                lines.append(' ');
                length++;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.toString();
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
