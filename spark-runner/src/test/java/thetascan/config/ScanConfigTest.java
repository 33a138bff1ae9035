package thetascan.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.constraint.Interval;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.novelty.DetectorKind;
import thetascan.novelty.Detectors;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Optimisers;
import thetascan.quantity.Quantity;
import thetascan.search.Strategy;
import thetascan.space.Scale;

class ScanConfigTest {

    private static final String MODELS = Models.all().stream().map(Model::name).collect(joining(", "));

    private static final String OPTIMISERS =
            Optimisers.all().stream().map(OptimiserKind::name).collect(joining(", "));

    private static final String DETECTORS =
            Detectors.all().stream().map(DetectorKind::name).collect(joining(", "));

    private static final String FULL = """
            scan: rings
            seed: 42
            model: {name: toy}
            parameters:
              x: {range: [-0.5, 0.5]}
              y: {scale: symlog, range: [1e-3, 1]}
              s: 2
            constraints:
              set: default
              ring: {range: [0.2, 0.3], source: elsewhere}
              gap: {mode: record}
              right: {mode: skip}
              beyond: {expression: r - side, range: [-inf, 1]}
            search:
              optimiser: {name: cma-es, sigma0: 0.2, population: 8}
              islands: 3
              exchange_every: 5
              ranking: log
              novelty: {detector: hbos, bins: 20, space: [parameters, observables], focus: [x, r], ranges: {r: [0, 1]}}
              restart: {warm: 0.5, growth: double}
              exclude: {radius: 0.01}
              archive: {categories: {r: [1, 0.5], x: 0}}
            stop: {evaluations: 5.0e4, wall_time: 1h30m}
            run: {master: "local[2]", placement: in-process, checkpoint_every: 10s}
            output: {path: out/rings, keep: all, distance: 0.1, keep_invalid_sample: 10}
            """;

    @TempDir
    private Path folder;

    private ScanConfig read(String yaml, String... assignments) {
        try {
            Path file = Files.writeString(folder.resolve("z.yaml"), yaml);
            return ScanConfig.read(
                    file, Stream.of(assignments).map(Assignment::parse).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is wrong, with the name of the file alone. */
    private String problems(String yaml, String... assignments) {
        try {
            read(yaml, assignments);
        } catch (ConfigException e) {
            return e.getMessage().replace(folder + java.io.File.separator, "");
        }
        return "nothing";
    }

    @Test
    void readsEveryKey() {
        ScanConfig config = read(FULL);
        assertThat(config.name()).isEqualTo("rings");
        assertThat(config.seed()).isEqualTo(42);
        assertThat(config.space().parameters().get(0).scale()).isEqualTo(new Scale.Linear(-0.5, 0.5));
        assertThat(config.space().parameters().get(1).scale()).isEqualTo(new Scale.SymmetricLog(1e-3, 1));
        assertThat(config.space().parameters().get(2).scale()).isEqualTo(new Scale.Fixed(2));
        assertThat(config.constraints().names()).containsExactly("ring", "gap", "right", "beyond");
        assertThat(config.constraints().constraint("ring").rule()).isEqualTo(new Interval("r", 0.2, 0.3));
        assertThat(config.constraints().constraint("ring").source()).isEqualTo("elsewhere");
        assertThat(config.constraints().constraint("gap").mode()).isEqualTo(Mode.RECORD);
        assertThat(config.constraints().constraint("beyond").rule())
                .isEqualTo(new Interval("r - side", Double.NEGATIVE_INFINITY, 1));
        Strategy strategy = config.search().strategies().get("cma-es");
        assertThat(strategy.optimiserOptions()).containsEntry("sigma0", 0.2).containsEntry("population", 8.0);
        assertThat(config.search().islands()).isEqualTo(3);
        assertThat(config.search().novelty().options()).containsEntry("bins", 20.0);
        assertThat(config.search().novelty().ranges()).containsEntry("r", List.of(0.0, 1.0));
        assertThat(config.search().archive().categories())
                .isEqualTo(Map.of("r", new TreeSet<>(List.of(0.5, 1.0)), "x", new TreeSet<>(List.of(0.0))));
        assertThat(strategy.restart().warm()).isEqualTo(0.5);
        assertThat(config.stop().evaluations()).isEqualTo(50_000);
        assertThat(config.stop().wallTime()).isEqualTo(Duration.ofMinutes(90));
        assertThat(config.run().checkpointEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.output()).isEqualTo("out/rings");
        assertThat(config.keep().keepInvalidSample()).isEqualTo(10);
    }

    @Test
    void whatIsNotSaidIsTheDefault() {
        ScanConfig config = read("model: toy\n");
        assertThat(config.name()).isEqualTo("z");
        assertThat(config.output()).isEqualTo("catalogues/z");
        assertThat(config.search().islands()).isEqualTo(16);
        assertThat(config.constraints().constraints())
                .isEqualTo(config.model().constraintSet("default").constraints());
        assertThat(config.space().parameters())
                .isEqualTo(config.model().parameters().parameters());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void theResolvedConfigurationGivesTheSameScan(String yaml) {
        ScanConfig config = read(yaml);
        ScanConfig again = ScanConfig.parse(config.toYaml(), "scan.yaml");
        assertThat(again.toYaml()).isEqualTo(config.toYaml());
        assertThat(again.space().parameters()).isEqualTo(config.space().parameters());
        assertThat(again.constraints().constraints())
                .isEqualTo(config.constraints().constraints());
        assertThat(again.search()).isEqualTo(config.search());
        assertThat(again.stop()).isEqualTo(config.stop());
        assertThat(again.run()).isEqualTo(config.run());
        assertThat(again.keep()).isEqualTo(config.keep());
        assertThat(again.conflicts(config.toYaml(), "scan.yaml")).isEmpty();
    }

    static Stream<String> configurations() {
        return Stream.of(
                FULL,
                "model: toy\n",
                "model: z3-3hdm\n",
                "{model: toy, parameters: {x: {range: [0.1, pi/4]}, y: {range: [x, 2 * x + 1]}}}",
                "{model: toy, constraints: {set: thin}, search: {optimiser: sobol, novelty: {detector: none}}}",
                "{model: toy, constraints: {gap: {range: [0.1, 1]}, ring: {expression: side, range: [0, 1]}}}",
                "{model: toy, constraints: {ring: {source: 'a: \"b\" # c'}}, search: {optimiser: {population: }}}");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereWhatAndWhatToDo(String yaml, String message) {
        assertThat(problems(yaml)).isEqualTo(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("""
                        model: toy

                        parameters:
                          x: {range: [10, 0.3]}
                        """, "z.yaml:4 parameters.x.range: lower 10 exceeds upper 0.3. Maybe they are swapped."),
                mistake("""
                        model: toy
                        serach:
                          islands: 4
                        """, "z.yaml:2 serach: unknown key. Did you mean 'search'?"),
                mistake("""
                        model: toy
                        search:
                          optimiser:
                            name: cma-es
                            popluation: 4
                        """, "z.yaml:5 search.optimiser.popluation: unknown key. Did you mean 'population'?"),
                mistake(
                        "model: {name: toj}",
                        "z.yaml:1 model.name: unknown model 'toj'. Did you mean 'toy'? Known: " + MODELS),
                mistake(
                        "model: mine.yaml",
                        "z.yaml:1 model.name: names a model, not a file. A model described in a file: 'model: {file: mine.yaml}'."),
                mistake("seed: 1", "z.yaml:1 model: is missing. Known: " + MODELS + "."),
                mistake(
                        """
                        model: toy
                        search: {optimiser: cma-se}
                        """,
                        "z.yaml:2 search.optimiser.name: unknown optimiser 'cma-se'. Did you mean 'cma-es'?"
                                + " Known: " + OPTIMISERS),
                mistake("""
                        model: toy
                        search:
                          charts: [bocks]
                        """, "z.yaml:3 search.charts: model toy has no chart 'bocks'. Known: box"),
                mistake(
                        """
                        model: toy
                        search: {novelty: {detector: kn}}
                        """,
                        "z.yaml:2 search.novelty.detector: unknown detector 'kn'. Did you mean 'knn'?" + " Known: "
                                + DETECTORS),
                mistake(
                        """
                        model: toy
                        search: {novelty: {detector: knn, bins: 3}}
                        """,
                        "z.yaml:2 search.novelty.bins: unknown key."
                                + " Known: detector, neighbours, thin, limit, space, focus, learn, warmup, cooldown, ranges."),
                mistake("""
                        model: toy
                        constraints: {rings: {mode: skip}}
                        """, "z.yaml:2 constraints.rings: unknown constraint. Did you mean 'ring'?"),
                mistake(
                        """
                        model: toy
                        constraints: {limit: {expression: r, curve: {x: x, points: [[0, 1], [1, 2]]}}}
                        """,
                        "z.yaml:2 constraints.limit.curve: stands in constraint sets and model files only; what a scan file"
                                + " adds has 'expression' and 'range', or what 'holds'"),
                mistake(
                        """
                        model: toy
                        constraints: {ST: {chi_square: [{measurement: oblique_ST_2024, observables: [x, r]}], upper: 5.99}}
                        """,
                        "z.yaml:2 constraints.ST.chi_square: stands in constraint sets and model files only; what a scan"
                                + " file adds has 'expression' and 'range', or what 'holds'"),
                mistake("""
                        model: toy
                        constraints: {ring: {mode: aply}}
                        """, "z.yaml:2 constraints.ring.mode: unknown mode 'aply'. Did you mean 'apply'?"),
                mistake(
                        """
                        model: toy
                        constraints: {set: thinn}
                        """,
                        "z.yaml:2 constraints.set: unknown constraint set 'thinn'. Did you mean 'thin'? Known: default, thin"),
                mistake(
                        """
                        model: toy
                        constraints: {far: {expression: rr, range: [0, 1]}}
                        """,
                        "z.yaml:2 constraints.far.expression: constraint far: unknown observable 'rr'. Did you mean 'r'?"),
                mistake("""
                        model: toy
                        parameters: {q: 1}
                        """, "z.yaml:2 parameters.q: unknown parameter. Did you mean 'x'?"),
                mistake(
                        """
                        model: toy
                        parameters: {x: {scale: lgo, range: [1, 2]}}
                        """,
                        "z.yaml:2 parameters.x.scale: unknown scale 'lgo'. Did you mean 'log'?"
                                + " Known: linear, log, symlog, signed-power, angle, tan-beta, fixed, dependent"),
                mistake("""
                        model: toy
                        parameters: {x: {range: 3}}
                        """, "z.yaml:2 parameters.x.range: needs [lower, upper], found '3'"),
                mistake("""
                        model: toy
                        search: 3
                        """, "z.yaml:2 search: needs keys below it, found '3'"),
                mistake("""
                        model: toy
                        search: {islands: [3]}
                        """, "z.yaml:2 search.islands: needs a single value, found a list"),
                mistake("""
                        model: toy
                        search: {restart: {warm: 1.5}}
                        """, "z.yaml:2 search.restart.warm: 1.5 must be within [0, 1]"),
                mistake("""
                        model: toy
                        search:
                          islands: 0
                        """, "z.yaml:3 search.islands: 0 must be 1 to 100000"),
                mistake("""
                        model: toy
                        search: {optimiser: {sigma0: -1}}
                        """, "z.yaml:2 search.optimiser.sigma0: -1 must be within [1e-9, 10]"),
                mistake(
                        """
                        model: toy
                        stop: {wall_time: 60}
                        """,
                        "z.yaml:2 stop.wall_time: '60' is no duration such as 60s, 5m, 2h or 1h30m."
                                + " Which unit: 60s, 60m, 60h?"),
                mistake("""
                        model: toy
                        run: {placement: bathces}
                        """, "z.yaml:2 run.placement: unknown placement 'bathces'. Did you mean 'batches'?"),
                mistake("""
                        model: toy
                        seed: 1
                        seed: 2
                        """, "z.yaml:3 seed: stands twice, first in line 2"),
                mistake("- a\n- b\n", "z.yaml:1: a scan file holds 'key: value' lines, found a list"),
                mistake("", "z.yaml: a scan file holds 'key: value' lines, found nothing"),
                mistake("a: &x [*x]", "z.yaml:1: an anchor contains itself"));
    }

    private static Arguments mistake(String yaml, String message) {
        return Arguments.of(yaml, message);
    }

    @Test
    void reportsEveryProblem() {
        assertThat(problems("""
                        model: toy
                        sed: 3
                        parameters: {x: {range: [2, 1]}, z: 1}
                        search: {islands: many, restart: {warm: 2}}
                        """)).isEqualTo("""
                        z.yaml:2 sed: unknown key. Did you mean 'seed'?
                        z.yaml:3 parameters.x.range: lower 2 exceeds upper 1. Maybe they are swapped.
                        z.yaml:3 parameters.z: unknown parameter. Did you mean 'x'?
                        z.yaml:4 search.islands: 'many' is no whole number
                        z.yaml:4 search.restart.warm: 2.0 must be within [0, 1]""");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThat(problems("model: toy\nsearch: {islands: 3\nstop: 1\n")).startsWith("z.yaml:3: broken YAML: ");
        assertThat(problems("model: toy\n\tsearch: 1\n")).startsWith("z.yaml:2: broken YAML: ");
    }

    @Test
    void valuesOfTheCommandLineGoFirst() {
        ScanConfig config = read(FULL, "search.islands=5", "parameters.x.range=[0, 1]", "stop.valid_points=1e3");
        assertThat(config.search().islands()).isEqualTo(5);
        assertThat(config.search().exchangeEvery()).isEqualTo(5);
        assertThat(config.stop().validPoints()).isEqualTo(1000);
        assertThat(config.space().parameters().get(0).scale()).isEqualTo(new Scale.Linear(0, 1));
    }

    @Test
    void saysWhenTheCommandLineIsWrong() {
        assertThat(problems("model: toy", "search.ilands=5"))
                .isEqualTo("--set search.ilands: unknown key. Did you mean 'islands'?");
        assertThat(problems("model: toy", "search.islands=few"))
                .isEqualTo("--set search.islands: 'few' is no whole number");
        assertThat(problems("model: toy", "islands"))
                .isEqualTo("--set islands: needs key=value, such as --set search.islands=4");
        assertThat(problems("model: toy", "search.charts=[box"))
                .isEqualTo("--set search.charts: '[box' is no YAML value");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("quickstart.yaml"), "model: toy");
        assertThatThrownBy(() -> ScanConfig.read(folder.resolve("quikstart.yaml"), List.of()))
                .hasMessage(folder.resolve("quikstart.yaml") + ": no such file. Did you mean "
                        + folder.resolve("quickstart.yaml") + "?");
        assertThatThrownBy(() -> ScanConfig.read(folder, List.of()))
                .hasMessage(folder + ": is a folder, not a scan file");
        Path latin = Files.write(folder.resolve("latin.yaml"), "scan: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ScanConfig.read(latin, List.of())).hasMessage(latin + ": is no UTF-8 text");
    }

    /** Refusals are shown at the line of the key, wherever it is inherited from; nothing is read out of messages. */
    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsShownAtItsKey(String yaml, String message) {
        assertThat(problems(yaml)).startsWith(message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                mistake("""
                        model: toy
                        output:
                          keep_failed: -1
                        """, "z.yaml:3 output.keep_failed: -1 must be 0 or more"),
                mistake("""
                        model: toy
                        run:
                          master: "nowhere: at all"
                        """, "z.yaml:3 run.master: master 'nowhere: at all': must be local[N]"),
                mistake("""
                        model: toy
                        search:
                          charts: ["bo: x"]
                        """, "z.yaml:3 search.charts: model toy has no chart 'bo: x'."),
                mistake("""
                        model: toy
                        search:
                          charts: [box, bocks]
                          strategies: {a: {}, b: {charts: [box]}}
                        """, "z.yaml:3 search.charts: model toy has no chart 'bocks'."),
                mistake("""
                        model: toy
                        search:
                          strategies:
                            a: {}
                            b:
                              charts: [bocks]
                        """, "z.yaml:6 search.strategies.b.charts: model toy has no chart 'bocks'."),
                mistake("""
                        model: toy
                        search:
                          restart: {growth: double}
                          strategies:
                            a: {}
                            b: {optimiser: sobol}
                        """, "z.yaml:3 search.restart.growth: optimiser sobol is a sampler and never begins anew"),
                mistake("""
                        model: toy
                        search:
                          optimiser:
                            name: continuation
                            least_step: 0.6
                        """, "z.yaml:5 search.optimiser.least_step: 0.6 exceeds greatest_step 0.5."),
                mistake("""
                        model: toy
                        search:
                          strategies: {a: {}}
                          phases:
                            one: {strategies: [b]}
                        """, "z.yaml:5 search.phases.one.strategies: there is no strategy 'b'."),
                mistake("""
                        model: toy
                        search:
                          strategies: {a: {}}
                          phases:
                            one: {strategies: [a]}
                            two: {strategies: [a]}
                        """, "z.yaml:5 search.phases.one: never ends, so two never begins."),
                mistake("""
                        model: toy
                        search:
                          optimiser: map-elites
                          measures:
                            z: [0, 1]
                        """, "z.yaml:5 search.measures.z: 'z' is neither a parameter nor an observable."),
                mistake("""
                        model: toy
                        search:
                          archive:
                            categories:
                              z: [0, 1]
                        """, "z.yaml:5 search.archive.categories.z: 'z' is neither a parameter nor an observable."),
                mistake("""
                        model: toy
                        search:
                          novelty:
                            space: [observables]
                            ranges:
                              q: [0, 1]
                        """, "z.yaml:6 search.novelty.ranges.q: unknown observable 'q'."),
                mistake("""
                        model: toy
                        search:
                          novelty:
                            focus: [r]
                        """, "z.yaml:4 search.novelty.focus: 'r' is not in novelty.space."),
                mistake("""
                        model: toy
                        parameters:
                          x: 0.5
                          y:
                            range: [q, 1]
                        """, "z.yaml:5 parameters.y: bound 'q': no earlier parameter is named 'q'"),
                mistake("""
                        model: toy
                        parameters: {x: 0, y: 0}
                        """, "z.yaml:2 parameters: all are fixed. Free at least one to scan."),
                mistake("""
                        model: toy
                        parameters:
                          x:
                            scale: signed-power
                            range: [-1, 1]
                            exponent: 0
                        """, "z.yaml:6 parameters.x.exponent: 0 must be within [0.1, 10]"));
    }

    @Test
    void readsFortranNumbersWhereverANumberStands() {
        ScanConfig config = read("""
                model: toy
                seed: 4.2D1
                parameters: {x: {range: [-5.0d-01, 5.D-1]}, y: {range: [x, 1D0*x + 2.5D-1]}, s: 2D0}
                constraints: {ring: {range: [2.0D-1, 3.0d-1]}}
                search: {optimiser: {name: cma-es, sigma0: 2D-1}, novelty: {ranges: {r: [0D0, 1D0]}}}
                stop: {evaluations: 5.0D4}
                """);
        assertThat(config.toYaml()).isEqualTo(read("""
                model: toy
                seed: 42
                parameters: {x: {range: [-0.5, 0.5]}, y: {range: [x, x + 0.25]}, s: 2}
                constraints: {ring: {range: [0.2, 0.3]}}
                search: {optimiser: {name: cma-es, sigma0: 0.2}, novelty: {ranges: {r: [0, 1]}}}
                stop: {evaluations: 50000}
                """).toYaml());
        assertThat(problems("{model: toy, parameters: {x: {range: [0, 7.28+002]}}}"))
                .startsWith("z.yaml:1 parameters.x.range: '7.28+002' is no number: its exponent has lost its letter");
        assertThat(problems("{model: toy, parameters: {x: 7.28+002}}")).contains("write 7.28e+002");
        assertThat(problems("{model: toy, constraints: {ring: {range: [0, 7.28+002]}}}"))
                .contains("write 7.28e+002");
    }

    @Test
    void aRangeIsNotWiderThanADouble() {
        for (String scale : List.of("linear", "angle", "signed-power", "dependent")) {
            assertThat(problems("{model: toy, parameters: {x: {scale: " + scale + ", range: [-1.7e308, 1.7e308]}}}"))
                    .as(scale)
                    .contains("is too wide: upper - lower must be finite");
        }
        assertThat(problems("{model: toy, search: {novelty: {ranges: {r: [-1.7e308, 1.7e308]}}}}"))
                .isEqualTo("z.yaml:1 search.novelty.ranges.r: [-1.7E308, 1.7E308] is too wide:"
                        + " upper - lower must be finite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../esc", "/esc", "a/b", "..", ".", ".hidden", "a\\b", "a:b", "", " ", "a\nb", "a\u202eb", "*"
            })
    void aNameThatIsAPathIsRefusedUnlessTheFolderIsSaid(String name) {
        String yaml = "scan: \"" + name.replace("\\", "\\\\").replace("\n", "\\n") + "\"\nmodel: toy\n";
        assertThat(problems(yaml))
                .startsWith("z.yaml:1 scan: '")
                .contains("must do for the name of a folder", "output.path")
                .hasLineCount(1);
        assertThat(read(yaml + "output: {path: out}").output()).isEqualTo("out");
    }

    @Test
    void aNameMayBeAnythingElse() {
        assertThat(read("{model: toy, scan: \"Z3 (θ > 0), 2nd try = 1.5\"}".replace(" > 0", ""))
                        .output())
                .isEqualTo("catalogues/Z3 (θ), 2nd try = 1.5");
    }

    @Test
    void warnsOfRangesInWhichTheModelCannotBeEvaluated() {
        assertThat(read("{model: z3-3hdm, parameters: {m_h2: 300, m_h3: {range: [2000, 3000]}}}")
                        .warnings())
                .containsExactly("parameters.m_h3: all of [2000, 3000] is outside the tables of reference rates,"
                        + " [90, 1000]. Every point will fail.");
        assertThat(read("{model: z3-3hdm, parameters: {m_A1: {range: [500, 3000]}, m_h1: 125.25}}")
                        .warnings())
                .containsExactly(
                        "parameters.m_A1: part of [500, 3000] is outside the tables of reference rates, [90, 1100]."
                                + " Points there will fail.",
                        "parameters.m_h1: all of [125.25, 125.25] is outside the reference rates of h1, [125, 125]."
                                + " Every point will fail.");
        assertThat(read("{model: t12a, parameters: {M_F1: {scale: linear, range: [-500, -100]}}}")
                        .warnings())
                .containsExactly("parameters.M_F1: all of [-500, -100] is outside the positive numbers."
                        + " Every point will fail.");
        assertThat(read("{model: scotogenic, parameters: {s12_sq: {range: [0.3, 1.1]}}}")
                        .warnings())
                .containsExactly("parameters.s12_sq: part of [0.3, 1.1] is outside the range of a squared sine, [0, 1]."
                        + " Points there will fail.");
        for (String name : List.of("z3-3hdm", "scotogenic", "scotogenic:yukawas", "t12a", "t12a:yukawas")) {
            assertThat(read("model: " + name).warnings()).as(name).isEmpty();
        }
        assertThat(read("model: toy").warnings()).isEmpty();
    }

    @Test
    void aRangeOrAModeMayStandAlone() {
        ScanConfig inShort = read(
                """
                model: z3-3hdm
                parameters: {tan_beta1: [1, 2], m_h3: [m_h2, 1000], m_H1: 300}
                constraints: {kappa_W: skip, kappa_D: [-1.66, -0.28], mu_VBF_WW: record}
                """, "parameters.tan_beta2=[1,3]", "constraints.kappa_D.mode=record", "parameters.tan_beta1.scale=log");
        ScanConfig inFull = read("""
                model: z3-3hdm
                parameters:
                  tan_beta1: {range: [1, 2], scale: log}
                  tan_beta2: {range: [1, 3]}
                  m_h3: {range: [m_h2, 1000]}
                  m_h2: 300
                constraints: {kappa_W: {mode: skip}, kappa_D: {range: [-1.66, -0.28], mode: record}, mu_VBF_WW: {mode: record}}
                """);
        assertThat(inShort.toYaml()).isEqualTo(inFull.toYaml());
        assertThat(read("{model: z3-3hdm, parameters: {m_H2: [m_H1, 1000]}}").notes())
                .hasSize(2);
        assertThat(problems("{model: z3-3hdm, constraints: {kappa_W: skp}}"))
                .isEqualTo("z.yaml:1 constraints.kappa_W.mode: unknown mode 'skp'. Did you mean 'skip'?");
        assertThat(problems("{model: z3-3hdm, parameters: {tan_beta1: [1, 2, 3]}}"))
                .startsWith("z.yaml:1 parameters.tan_beta1.range: ");
    }

    @Test
    void formerNamesOfParametersAreUnderstood() {
        String now = """
                model: z3-3hdm
                parameters: {m_h2: {range: [130, 700]}, m_h3: {range: [m_h2 + 10, 1000]}}
                constraints: {split: {expression: m_h3 - m_h2 - m_h1, range: [-inf, 600], source: "m_H1 of old"}}
                search:
                  novelty: {focus: [m_h2, m_A1]}
                  strategies: {elites: {optimiser: map-elites, measures: {m_h2: [125, 500], kappa_V: [0.9, 1]}}}
                """;
        String then = now.replace("m_h2", "m_H1").replace("m_h3", "m_H2");
        ScanConfig config = read(now);
        assertThat(config.notes()).isEmpty();
        ScanConfig former = read(then, "parameters.m_H1.range=[140,700]");
        assertThat(former.notes())
                .containsExactly("m_H1 is the former name of m_h2", "m_H2 is the former name of m_h3");
        assertThat(former.toYaml())
                .isEqualTo(read(now, "parameters.m_h2.range=[140,700]").toYaml());
        String stored = config.toYaml().replace("m_h2", "m_H1").replace("m_h3", "m_H2");
        assertThat(config.conflicts(stored, "scan.yaml")).isEmpty();
        assertThat(problems("{model: z3-3hdm, parameters: {m_h2: 300, m_H1: 300}}"))
                .isEqualTo("z.yaml:1 m_h2: is given twice, also by its former name m_H1.");
        assertThat(problems("{model: z3-3hdm, parameters: {m_a1: 300}}"))
                .isEqualTo("z.yaml:1 parameters.m_a1: unknown parameter. Did you mean 'm_A1'?");
        assertThat(problems("{model: toy, constraints: {Ring: {expression: r, range: [0, inf]}}}"))
                .contains(
                        "constraints 'ring' and 'Ring' differ only in case: to Spark and SQL their columns are one. Rename one.");
    }

    @Test
    void constraintsMayNameParameters() {
        ScanConfig config = read("{model: toy, constraints: {up: {expression: y - r / 2, range: [0, inf]}}}");
        assertThat(config.setup().search().objective().columns().quantities())
                .extracting(Quantity::name)
                .containsExactly("r", "side", "half", "y");
        assertThat(ScanConfig.parse(config.toYaml(), "scan.yaml").constraints().constraints())
                .isEqualTo(config.constraints().constraints());
        assertThat(problems("{model: toy, constraints: {up: {expression: z - r, range: [0, inf]}}}"))
                .startsWith("z.yaml:1 constraints.up.expression: constraint up: unknown observable 'z'.");
    }

    /** As in constraint sets. */
    @Test
    void constraintsMayBeInequalities() {
        ScanConfig config = read("""
                model: toy
                constraints:
                  up: {holds: r <= 2 * y, mode: record, source: made up}
                  window: {holds: 0.1 <= r <= 0.9}
                  gap: {holds: abs(side) >= 0.2}
                """);
        assertThat(config.constraints().constraint("up").rule())
                .isEqualTo(new Interval("r - (2 * y)", Double.NEGATIVE_INFINITY, 0));
        assertThat(config.constraints().constraint("up").mode()).isEqualTo(Mode.RECORD);
        assertThat(config.constraints().constraint("window").rule()).isEqualTo(new Interval("r", 0.1, 0.9));
        assertThat(config.constraints().constraint("gap").rule())
                .isEqualTo(new Interval("abs(side)", 0.2, Double.POSITIVE_INFINITY));
        assertThat(ScanConfig.parse(config.toYaml(), "scan.yaml").constraints().constraints())
                .isEqualTo(config.constraints().constraints());
        assertThat(problems("{model: toy, constraints: {up: {holds: r < z}}}"))
                .startsWith("z.yaml:1 constraints.up.holds: ");
        assertThat(problems("{model: toy, constraints: {up: {holds: r <= 2, range: [0, 1]}}}"))
                .startsWith("z.yaml:1 constraints.up.holds: says all of the rule: leave out 'expression' and 'range'");
    }

    @Test
    void aConstantConstraintThatIsNoNumberIsRefused() {
        assertThat(problems("{model: toy, constraints: {odd: {expression: 1 / 0, range: [0, inf]}}}"))
                .startsWith("z.yaml:1 constraints.odd.expression: ");
        assertThat(problems("{model: toy, constraints: {ring: {expression: 0 / 0}}}"))
                .startsWith("z.yaml:1 constraints.ring.expression: ");
    }

    @Test
    void chartsOfTheModelSuitTheConstraintsOfTheScan() {
        assertThat(charts("{model: t12a}")).startsWith("recommended-2025");
        assertThat(charts("{model: t12a, constraints: {set: published}}")).startsWith("recommended-2021");
        assertThat(charts("{model: t12a, constraints: {set: 2023}, derived: {twice: 2*m_chi1}}"))
                .startsWith("recommended-2023");
        assertThat(charts("{model: t12a, constraints: {Delta_a_mu: [1.4e-9, 3.7e-9]}}"))
                .startsWith("recommended-2021");
        assertThat(charts("{model: t12a, constraints: {set: published, Delta_a_mu: record}}"))
                .startsWith("recommended-2025");
    }

    private List<String> charts(String yaml) {
        return read(yaml).search().strategies().get("along").charts();
    }

    @Test
    void aModelIsGivenByOneOfItsInputBases() {
        ScanConfig config = read("model: {name: t12a, input: yukawas}");
        assertThat(config.model().name()).isEqualTo("t12a:yukawas");
        assertThat(config.toYaml()).contains("model:\n  name: t12a\n  input: yukawas\n");
        assertThat(read("model: t12a:yukawas").model().name()).isEqualTo("t12a:yukawas");
        assertThat(read("model: {name: t12a, input: casas-ibarra}").model().name())
                .isEqualTo("t12a");
        assertThat(read("model: t12a").toYaml()).contains("  name: t12a\n  input:");
        assertThat(problems("model: {name: t12a, input: yukawa}"))
                .isEqualTo("z.yaml:1 model.input: unknown model 't12a:yukawa'. Did you mean 't12a:yukawas'? Known: "
                        + MODELS);
        assertThat(problems("model: {name: toy, input: yukawas}"))
                .startsWith("z.yaml:1 model.input: unknown model 'toy:yukawas'.");
    }

    @Test
    void aModelTakesSearchLimitsOfTheUser() throws IOException {
        Path limits = Files.createDirectory(folder.resolve("limits"));
        Files.copy(
                Path.of("..", "constraints", "src", "main", "resources", "thetascan", "limits", "CMS_6896.json"),
                limits.resolve("mine.json"));
        ScanConfig config = read("model: {name: z3-3hdm, limits: " + limits + "}");
        assertThat(config.model().version()).startsWith("1.0 with limits ");
        assertThat(config.model().dataSets()).containsKey("search limits");
        assertThat(ScanConfig.parse(config.toYaml(), "scan.yaml").model().version())
                .isEqualTo(config.model().version());
        assertThat(problems("model: {name: z3-3hdm, limits: /no/such}"))
                .startsWith("z.yaml:1 model.limits: /no/such: no such folder");
        assertThat(problems("model: {name: toy, limits: " + limits + "}"))
                .isEqualTo("z.yaml:1 model.limits: model toy tests no search limits");
    }

    @Test
    void aResumedScanMayChangeWhenItEndsAndWhereItRuns() {
        String stored = read(FULL).toYaml();
        ScanConfig longer =
                read(FULL, "stop.evaluations=1e6", "run.master=local[7]", "output.path=elsewhere", "scan=x");
        assertThat(longer.conflicts(stored, "scan.yaml")).isEmpty();
        ScanConfig other = read(FULL, "search.islands=5", "parameters.s=3");
        assertThat(other.conflicts(stored, "scan.yaml"))
                .containsExactly("parameters.s.range was [2, 2], is now [3, 3]", "search.islands was 3, is now 5");
    }

    /** Few bytes that would become very many values, or very deep ones, are refused at once. */
    @Test
    void yamlThatGrowsIsRefused() {
        StringBuilder doubled = new StringBuilder("a0: &a0 [1]\n");
        for (int i = 1; i <= 25; i++) {
            doubled.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThatThrownBy(() -> ScanConfig.parse(doubled.toString(), "scan.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("more than 50000 values, those that aliases repeat counted again");
        assertThatThrownBy(() -> ScanConfig.parse("a: " + "[".repeat(100_000), "scan.yaml"))
                .isInstanceOf(ConfigException.class);
        StringBuilder many = new StringBuilder("{model: toy, constraints: {");
        for (int i = 0; i < 20_000; i++) many.append("c").append(i).append(": {expression: x, range: [0, 1]},\n");
        assertThatThrownBy(() -> ScanConfig.parse(many + "}}", "scan.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("more than 50000 values");
    }

    @Test
    void hugeFilesAreRefused() throws IOException {
        Path file = folder.resolve("huge.yaml");
        Files.writeString(file, "scan: " + "x".repeat(5_000_000));
        assertThatThrownBy(() -> ScanConfig.read(file, List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": has 5000006 bytes, a scan file may have 2000000");
    }

    /** What a model says of itself has the better place; the place of its section is not put before it. */
    @Test
    void aModelInAScanFileNamesItsPlaceOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, """
                model:
                  name: p
                  program: x
                  parameters: {x: [1, 0]}
                  observables: [y]
                """);
        assertThatThrownBy(() -> ScanConfig.read(file, List.of()))
                .hasMessageStartingWith(file + ":4 model.parameters.x.range: ");
        Files.writeString(file, """
                model:
                  formulas:
                    model: f
                    parameters: {x: {range: [0, 1]}}
                    observables: {y: {formula: x + }}
                """);
        assertThatThrownBy(() -> ScanConfig.read(file, List.of())).hasMessageStartingWith(file + ":5 observables.y");
    }
}
