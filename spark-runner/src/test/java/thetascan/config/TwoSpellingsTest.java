package thetascan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import thetascan.search.Strategy;
import thetascan.space.Scale;

/** Keys that have a short form and a full one: the same in a file, and under keys of the command line. */
class TwoSpellingsTest {

    @TempDir
    private Path folder;

    private ScanConfig read(String yaml, String... assignments) {
        try {
            Path file = Files.writeString(folder.resolve("z.yaml"), yaml);
            return ScanConfig.read(
                    file, Stream.of(assignments).map(Assignment::parse).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Short form in the file, a key of the command line, and what both are in full. */
    @ParameterizedTest
    @MethodSource("spellings")
    void aKeyOfTheCommandLineIsLaidOverTheShortForm(String shortForm, String assignment, String inFull) {
        assertThat(read(shortForm, assignment).toYaml()).isEqualTo(read(inFull).toYaml());
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("model: t12a", "model.input=yukawas", "model: {name: t12a, input: yukawas}"),
                Arguments.of("model: t12a", "model.name=toy", "model: {name: toy}"),
                Arguments.of(
                        "model: z3-3hdm", "model.limits=" + LIMITS, "model: {name: z3-3hdm, limits: " + LIMITS + "}"),
                Arguments.of(
                        "{model: toy, search: {optimiser: sep-cma-es}}",
                        "search.optimiser.sigma0=0.2",
                        "{model: toy, search: {optimiser: {name: sep-cma-es, sigma0: 0.2}}}"),
                Arguments.of(
                        "{model: toy, search: {strategies: {a: {optimiser: sep-cma-es}, b: {}}}}",
                        "search.strategies.a.optimiser.sigma0=0.2",
                        "{model: toy, search: {strategies: {a: {optimiser: {name: sep-cma-es, sigma0: 0.2}}, b: {}}}}"),
                Arguments.of(
                        "{model: toy, search: {optimiser: sep-cma-es, strategies: {a: {}, b: {}}}}",
                        "search.optimiser.sigma0=0.2",
                        "{model: toy, search: {optimiser: {name: sep-cma-es, sigma0: 0.2}, strategies: {a: {}, b: {}}}}"),
                Arguments.of(
                        "{model: toy, parameters: {x: 0.25}}",
                        "parameters.x.range=[0.1, 0.2]",
                        "{model: toy, parameters: {x: {range: [0.1, 0.2]}}}"),
                Arguments.of(
                        "{model: toy, parameters: {x: 0.25}}",
                        "parameters.x.scale=fixed",
                        "{model: toy, parameters: {x: 0.25}}"),
                Arguments.of(
                        "{model: toy, search: {charts: box}}",
                        "search.islands=3",
                        "{model: toy, search: {charts: [box], islands: 3}}"));
    }

    /** The same in a model that a program computes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "program.time_limit=5s | program: cat | program: {command: cat, time_limit: 5s}",
                "program.environment.A=b | program: cat x | program: {command: cat x, environment: {A: b}}",
                "programs.p.read.a.factor=2 | programs: {p: {command: cat, interface: text, read: {a: 'a=(.*)'}}}"
                        + " | programs: {p: {command: cat, interface: text, read: {a: {find: 'a=(.*)', factor: 2}}}}",
                "program.read.a.otherwise=absent | program: {command: cat, interface: slha, output: o, read: {a: MASS 25}}"
                        + " | program: {command: cat, interface: slha, output: o, read: {a: {entry: MASS 25, otherwise: absent}}}",
                "program.input.i.header=true | program: {command: cat, interface: table, input: {i: [x]}, output: o, read: [a]}"
                        + " | program: {command: cat, interface: table, input: {i: {columns: [x], header: true}}, output: o, read: [a]}",
                "program.output.header=true | program: {command: cat, interface: table, output: o, read: [a]}"
                        + " | program: {command: cat, interface: table, output: {file: o, header: true}, read: [a]}",
                "cache.size=2GB | program: cat, cache: c | program: cat, cache: {folder: c, size: 2GB}",
                "parameters.y.unit=GeV | program: cat, parameters: {x: {range: [0, 1]}, y: 3}"
                        + " | program: cat, parameters: {x: {range: [0, 1]}, y: {value: 3, unit: GeV}}",
                "observables.a.latex=A | program: cat, observables: {a: GeV}"
                        + " | program: cat, observables: {a: {unit: GeV, latex: A}}",
                "constraints.a.source=ours | program: cat, constraints: {a: [0, 2]}"
                        + " | program: cat, constraints: {a: {range: [0, 2], source: ours}}",
                "derived.d.unit=GeV | program: cat, derived: {d: 2*x} | program: cat, derived: {d: {formula: 2*x, unit: GeV}}",
            })
    void keysOfAModelByAProgramToo(String assignment, String shortForm, String inFull) {
        String model = read("model: {" + described(shortForm) + "}", "model." + assignment)
                .toYaml();
        String expected = read("model: {" + described(inFull) + "}").toYaml();
        assertThat(sortedLines(model)).isEqualTo(sortedLines(expected));
    }

    private static String described(String keys) {
        String all = keys + ", name: toy-by-program";
        if (!keys.contains("parameters:")) all += ", parameters: {x: {range: [0, 1]}}";
        if (!keys.contains("observables:")) all += ", observables: [a]";
        return keys.contains("constraints:") ? all : all + ", constraints: {a: [0, 1]}";
    }

    /** Keys of the command line stand behind others. */
    private static List<String> sortedLines(String yaml) {
        return yaml.lines().sorted().toList();
    }

    private static final Path LIMITS = Path.of("..", "constraints", "src", "main", "resources", "thetascan", "limits");

    @Test
    void aNumberUnderAScaleThatTakesARangeIsNotForgotten() {
        assertThatThrownBy(() -> read("{model: toy, parameters: {x: 0.25}}", "parameters.x.scale=log"))
                .hasMessage(folder.resolve("z.yaml") + ":1 parameters.x.range: lower and upper are both 0.25."
                        + " Use scale: fixed for a parameter with one value.");
    }

    @Test
    void keysOfTheCommandLineAddUp() {
        ScanConfig config = read("model: toy", "model=t12a", "model.input=yukawas");
        assertThat(config.model().name()).isEqualTo("t12a:yukawas");
    }

    /** A short form says everything: what the long form said before it is replaced. */
    @Test
    void aShortFormReplacesAFullOne() {
        assertThat(read("model: {name: t12a, input: yukawas}", "model=toy")
                        .model()
                        .name())
                .isEqualTo("toy");
        Strategy strategy = read(
                        "{model: toy, search: {optimiser: {name: cma-es, sigma0: 0.1}}}", "search.optimiser=sobol")
                .search()
                .strategies()
                .get("sobol");
        assertThat(strategy.optimiserOptions()).doesNotContainKey("sigma0");
        assertThat(read("{model: toy, parameters: {x: {range: [0, 1]}}}", "parameters.x=0.5")
                        .space()
                        .parameters()
                        .get(0)
                        .scale())
                .isEqualTo(new Scale.Fixed(0.5));
    }

    /** A value that is no short form of anything is wrong, whatever is laid over it. */
    @Test
    void aWrongValueUnderAKeyOfTheCommandLineIsNotForgotten() {
        assertThatThrownBy(() -> read("model: toy\nsearch: 3", "search.islands=4"))
                .hasMessage(folder.resolve("z.yaml") + ":2 search: needs keys below it, found '3'");
        assertThatThrownBy(() -> read("model: [toy]", "model.input=yukawas"))
                .hasMessageStartingWith(folder.resolve("z.yaml") + ":1 model: needs keys below it, found a list");
        assertThat(read("model: toy\nsearch:\n", "search.islands=4").search().islands())
                .isEqualTo(4);
    }

    @Test
    void anEmptyKeyIsTheDefaultUnderTheCommandLineToo() {
        assertThat(read("{model: toy, search: {optimiser: }}", "search.optimiser.name=sobol")
                        .search()
                        .strategies())
                .containsOnlyKeys("sobol");
    }
}
