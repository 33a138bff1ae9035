package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.docs.Pages;
import thetascan.extension.Extensions;
import thetascan.extension.OwnModelsPage;
import thetascan.scan.ForkJoinRounds;
import thetascan.scan.LastProgress;
import thetascan.scan.Scan;
import thetascan.scan.ScanSetup;
import thetascan.scan.ScanStore;
import thetascan.scan.StopRules;

/** Every piece of a scan file that the documentation shows, comments of {@code conf/reference.yaml} included, works. */
class DocumentedFragmentsTest {

    private static final Path REFERENCE = Pages.ROOT.resolve("conf/reference.yaml");

    /** {@code #   tan_beta1: {range: [0.3, 10]}     what it does}. */
    private static final Pattern EXAMPLE = Pattern.compile("^ *#   ([a-zA-Z]\\w*: .+?)(?:   .*)?$");

    private static final Pattern KEY = Pattern.compile("^( *)([a-z_]+):(?: (.*?))?(?: +# (.*))?$");

    /** {@code point = one of them, cloud = ...}: a value and its meaning. */
    private static final Pattern CHOICE = Pattern.compile("(?:^|[,;:] )([a-z][a-z0-9-]*) = ");

    /** All keys that a scan file may have. */
    private static final Set<String> KNOWN = ScanConfigReader.flat(ScanConfigReader.write(ScanConfig.parse(
                    "model: t12a\nsearch: {strategies: {breadth: {optimiser: nsga-iii}}}", "all.yaml")))
            .keySet();

    @TempDir
    private static Path folder;

    /** Examples by the key they belong under. */
    static List<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher example = EXAMPLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (example.matches()) waiting.add(example.group(1));
            else if (key.matches()) {
                for (String text : waiting) examples.add(Arguments.of(key.group(2), text));
                waiting.clear();
            }
        }
        return examples;
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples().stream()
                        .map(each -> (String) each.get()[0])
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting())))
                .containsOnlyKeys("derived", "parameters", "constraints", "phases")
                .containsEntry("derived", 2L)
                .containsEntry("parameters", 4L)
                .containsEntry("constraints", 5L);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfTheReferenceRuns(String key, String text) throws IOException {
        String yaml = key.equals("phases")
                ? "search: {strategies: {explore: {}, fine: {}, outward: {}}, " + text + "}"
                : key + ": {" + text + "}";
        ScanConfig config = ScanConfig.parse("scan: example\nmodel: z3-3hdm\n" + yaml, "example.yaml");
        assertThat(config.warnings()).isEmpty();
        assertThat(config.toYaml())
                .isNotEqualTo(ScanConfig.parse("scan: example\nmodel: z3-3hdm\n", "example.yaml")
                        .toYaml());
        run(config);
    }

    /** A scan of a hundred points, none of which fails. */
    private static void run(ScanConfig config) throws IOException {
        ScanSetup setup = config.setup();
        ScanSetup brief = new ScanSetup(
                setup.search(), new StopRules(0, 100, Duration.ZERO, 0), setup.keep(), Duration.ofMinutes(1));
        LastProgress last = new LastProgress();
        try (ForkJoinRounds rounds = new ForkJoinRounds(brief.search(), 1)) {
            new Scan(brief, rounds, ScanStore.NONE, last).run();
        }
        assertThat(last.get().evaluations()).isEqualTo(100);
        assertThat(last.get().failed()).isZero();
    }

    /** Values that the comments of the reference explain, by the full key. */
    static List<Arguments> choices() throws IOException {
        List<Arguments> choices = new ArrayList<>();
        List<String> path = new ArrayList<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            Matcher key = KEY.matcher(line);
            if (!key.matches()) continue;
            int depth = key.group(1).length() / 2;
            while (path.size() > depth) path.remove(path.size() - 1);
            path.add(key.group(2));
            if (key.group(4) == null) continue;
            Matcher choice = CHOICE.matcher(key.group(4));
            while (choice.find()) {
                if (!choice.group(1).equals("empty"))
                    choices.add(Arguments.of(String.join(".", path), choice.group(1)));
            }
        }
        return choices;
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aChoiceOfTheReferenceIsOne(String key, String value) {
        ScanConfig config = ScanConfig.read(REFERENCE, List.of(Assignment.parse(key + "=" + value)));
        assertThat(ScanConfigReader.flat(ScanConfigReader.write(config)).get(key))
                .isIn(value, "[" + value + "]");
    }

    @Test
    void thereAreChoices() throws IOException {
        assertThat(choices().stream().map(each -> each.get()[0] + "=" + each.get()[1]))
                .contains(
                        "search.seeds.by=farthest",
                        "search.strategies.short.restart.warm_from=cloud",
                        "search.novelty.learn=all",
                        "search.ranking=log",
                        "search.stages=first");
    }

    /** Blocks of scan files in the pages, with a model where they name none. */
    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockIsRead(Pages.Shown block) {
        List<Path> jars = block.text().contains("higgs-portal") ? List.of(OwnModelsPage.jar(folder)) : List.of();
        try (Extensions ignored = Extensions.open(jars)) {
            String yaml = block.text().contains("model:") ? block.text() : "model: region6-thin\n" + block.text();
            assertThat(ScanConfig.parse(yaml, "block.yaml").setup()).isNotNull();
        }
    }

    static List<Pages.Shown> blocks() {
        return Pages.blocks();
    }

    @Test
    void thereAreBlocks() {
        assertThat(Pages.blocks()).hasSizeGreaterThanOrEqualTo(3);
    }

    /** Keys shown in the running text, by their full name or by the last part of it. */
    @ParameterizedTest
    @MethodSource("spans")
    void aKeyInTheTextIsRead(Pages.Shown span) {
        String key = span.text().substring(0, span.text().indexOf(':'));
        String value = span.text().substring(key.length() + 1).strip().replace("NAME", "2021");
        String file = "model: " + (isOfZ3(value) ? "z3-3hdm" : "t12a")
                + "\nsearch: {optimiser: cma-es, novelty: {detector: knn}}\n";
        List<String> full = List.of("constraints", "model", "parameters", "search", "run", "stop", "output")
                        .contains(key)
                ? List.of(key)
                : Stream.concat(KNOWN.stream(), Stream.of("search.archive.categories"))
                        .map(each -> each.replaceFirst("^search\\.strategies\\.[^.]*", "search"))
                        .filter(each ->
                                each.equals(key) || each.endsWith("." + key) || each.endsWith("." + key + ".range"))
                        .map(each -> each.replaceFirst("\\.range$", ""))
                        .distinct()
                        .toList();
        assertThat(full).as("keys called %s", key).isNotEmpty();
        boolean own = span.page().endsWith("own-models.md");
        try (Extensions ignored = Extensions.open(own ? List.of(OwnModelsPage.jar(folder)) : List.of())) {
            for (String each : full) assertThat(read(file, each + "=" + value)).isNotNull();
        }
    }

    static List<Pages.Shown> spans() {
        return Pages.spans(Pattern.compile("[a-z_]+(\\.[a-z_]+)*: (?![a-z]*$)[\\w{\\[]|model: |search\\.stages: "))
                .stream()
                .filter(span -> !span.text().contains("...") && !span.text().contains("portal"))
                .filter(span -> !span.page().endsWith("external.md")) // of its own model: ExternalPageTest
                .toList();
    }

    /** Assignments shown in the running text, on the scan file the page speaks of. */
    @ParameterizedTest
    @MethodSource("assignments")
    void anAssignmentInTheTextIsRead(Pages.Shown span) {
        boolean isOfZ3 = span.page().equals("README.md") || isOfZ3(span.text());
        String conf = isOfZ3 ? "conf/z3-3hdm.yaml" : "conf/t12a-casas-ibarra.yaml";
        List<Assignment> assignments = new ArrayList<>();
        List<String> words = Pages.words(span.text());
        for (int i = 0; i < words.size(); i += 2) {
            if (words.get(i).equals("--set")) assignments.add(Assignment.parse(words.get(i + 1)));
        }
        assertThat(assignments).isNotEmpty();
        assertThat(ScanConfig.read(Pages.ROOT.resolve(conf), assignments).setup())
                .isNotNull();
    }

    /** By names that no other model has. */
    private static boolean isOfZ3(String text) {
        return text.contains("kappa_D") || text.contains("m_h2");
    }

    static List<Pages.Shown> assignments() {
        return Pages.spans(Pattern.compile("--set "));
    }

    private static ScanConfig read(String yaml, String assignment) {
        try {
            Path file = Files.writeString(folder.resolve("span.yaml"), yaml);
            return ScanConfig.read(file, Stream.of(Assignment.parse(assignment)).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
