package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that no option can take are refused as wrong arguments, by a sentence that names the option and the value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumericOptionsTest {

    private static final String HUGE = "99999999999999999999";

    @TempDir
    private static Path folder;

    private final StringWriter err = new StringWriter();

    private int run(List<String> arguments) {
        return Main.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                arguments.toArray(String[]::new));
    }

    @BeforeAll
    void scan() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "x,y\n0.35,0.01\n");
        Files.writeString(folder.resolve("scan.yaml"), """
                model: toy
                search: {islands: 2}
                stop: {evaluations: 300}
                """);
        assertThat(run(List.of("scan", path("scan.yaml"), "--out", path("cat"))))
                .isZero();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** A number of an option of a command, and what is said of it; {@code %s} is the value. */
    private record Number(String command, String option, List<String> wrong) {}

    private static final List<Number> NUMBERS = List.of(
            new Number("scan", "--points", List.of("0", "-1", HUGE, "1.5", "many")),
            new Number("scan", "--ui", List.of("65536", "999999999")),
            new Number("scan", "--threads", List.of("0", "-1", "32768", "2147483647", HUGE, "1.5")),
            new Number("evaluate", "--threads", List.of("0", "-1", "32768", "2147483647", HUGE, "1.5")),
            new Number("study", "--seeds", List.of("0", "-1", "2147483647", HUGE, "1.5")),
            new Number("study", "--threads", List.of("0", "-1", "32768", "2147483647", HUGE, "1.5")),
            new Number("compare", "--tolerance", List.of("0", "-0.1", "NaN", "Infinity", "1e999", "wide")),
            new Number("compare", "--permutations", List.of("0", "-1", "2147483647", HUGE, "1.5")),
            new Number("compare", "--seed", List.of(HUGE, "1.5")),
            new Number("reproduce", "--threads", List.of("0", "-1", "32768", "2147483647", HUGE, "1.5")),
            new Number("families", "--evaluations", List.of("0", "-1", HUGE, "1.5")),
            new Number("explain", "--row", List.of("0", "-1", HUGE, "1.5")),
            new Number("table", "--count", List.of("0", "-1", HUGE, "1.5")));

    static Stream<Arguments> wrong() {
        return NUMBERS.stream().flatMap(number -> number.wrong().stream()
                .map(value -> Arguments.of(number.command(), number.option(), value)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void areRefusedByName(String command, String option, String value) {
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(
                switch (command) {
                    case "evaluate" -> List.of("toy", path("points.csv"), path("out.csv"));
                    case "compare" -> List.of(path("cat"), path("cat"));
                    case "families" -> List.of(path("cat"));
                    case "reproduce" -> List.of(path("cat"), "--out", path("anew"));
                    case "explain" -> List.of("toy", path("points.csv"));
                    case "table" -> List.of("benchmarks", path("cat"));
                    default -> List.of(path("scan.yaml"));
                });
        arguments.add(option + "=" + value);
        assertThat(run(arguments)).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse(""))
                .contains(option)
                .containsAnyOf(" " + value + ":", "'" + value + "'", " Infinity:", value + ".0:")
                .doesNotContain("Exception");
    }

    /** A number that is new must be tested, too. */
    @Test
    void noNumericOptionIsForgotten() {
        Set<String> declared = new TreeSet<>();
        Main.commandLine()
                .getSubcommands()
                .forEach((name, command) -> command.getCommandSpec().options().forEach(option -> {
                    if (isNumber(option.type())) declared.add(name + " " + option.longestName());
                }));
        Set<String> tested = new TreeSet<>();
        NUMBERS.forEach(number -> tested.add(number.command() + " " + number.option()));
        assertThat(declared).isEqualTo(tested);
    }

    private static boolean isNumber(Class<?> type) {
        return Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class)
                .contains(type);
    }

    @ParameterizedTest
    @MethodSource("masters")
    void aMasterOfTooManyThreadsIsRefused(String master) {
        err.getBuffer().setLength(0);
        assertThat(run(List.of("scan", path("scan.yaml"), "--master", master))).isEqualTo(2);
        assertThat(err.toString()).startsWith("master '" + master + "': must be");
        err.getBuffer().setLength(0);
        assertThat(run(List.of("validate", path("scan.yaml"), "--set", "run.master='" + master + "'")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("--set run.master: master '" + master + "': must be");
    }

    static Stream<String> masters() {
        return Stream.of("local[0]", "local[-1]", "local[32768]", "local[" + HUGE + "]");
    }
}
