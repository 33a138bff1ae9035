package thetascan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Interval;
import thetascan.constraint.LimitCurve;
import thetascan.constraint.Mode;
import thetascan.model.EvaluationException;
import thetascan.physics.NeutrinoMixing;
import thetascan.physics.Pdg2024;
import thetascan.point.PointColumns;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

class FormulaModelTest {

    private static final String SMALL = """
            model: small
            parameters:
              x: {range: [0, 10]}
              y: {range: [1, 100], scale: log, unit: GeV, latex: 'y_0', description: a mass}
            derived:
              z: {formula: x*y, unit: GeV}
            observables:
              total: {formula: y + z, unit: GeV, latex: \\Sigma, description: a sum}
              z: {unit: GeV}
              ratio: z/y
            """;

    static double[] evaluate(FormulaModel model, double... theta) {
        double[] observables = new double[model.observables().size()];
        try {
            model.newEvaluator().evaluate(theta, observables);
        } catch (EvaluationException e) {
            throw new AssertionError(e);
        }
        return observables;
    }

    private static double evaluate(FormulaModel model, String observable, double... theta) {
        List<String> names = model.observables().stream().map(Quantity::name).toList();
        return evaluate(model, theta)[names.indexOf(observable)];
    }

    @Test
    void isAModelLikeAnyOther() {
        FormulaModel model = Yaml.model(SMALL);
        assertThat(model.name()).isEqualTo("small");
        assertThat(model.parameters().dimension()).isEqualTo(2);
        Quantity y = model.parameters().parameters().get(1).quantity();
        assertThat(y).isEqualTo(Quantity.of("y", "GeV", "y_0", "a mass"));
        assertThat(model.observables()).extracting(Quantity::name).containsExactly("total", "z", "ratio");
        assertThat(model.observables().get(0).latex()).isEqualTo("\\Sigma");
        assertThat(evaluate(model, 2, 5)).containsExactly(15, 10, 2);
        assertThat(model.constraintSet("default").constraints()).isEmpty();
        assertThat(model.charts(model.parameters())).isEmpty();
    }

    @Test
    void everyScaleCanBeGiven() {
        FormulaModel model = Yaml.model("""
                model: scales
                parameters:
                  a: {range: [-1, 2]}
                  b: {range: [1e-3, 1], scale: log}
                  c: {range: [1e-3, 1], scale: symlog}
                  d: {range: [-2, 2], scale: signed-power, exponent: 3}
                  e: {range: [0, 6.283185307179586], scale: angle, unit: rad}
                  f: {range: [0.5, 50], scale: tan-beta}
                  g: {value: 125.2, unit: GeV}
                  h: 3
                  i: {range: [a + 3, 10]}
                  j: {value: 1, legend: [normal, inverted]}
                observables: {s: a + b + c + d + e + f + h + i + j}
                """);
        assertThat(model.parameters().parameters())
                .extracting(parameter -> parameter.scale().kind())
                .containsExactly(
                        "linear",
                        "log",
                        "symlog",
                        "signed-power",
                        "angle",
                        "tan-beta",
                        "fixed",
                        "fixed",
                        "dependent",
                        "fixed");
        assertThat(((Scale.SignedPower) model.parameters().parameters().get(3).scale()).exponent())
                .isEqualTo(3);
        assertThat(model.parameters().parameters().get(9).quantity().legend()).containsExactly("normal", "inverted");
        assertThat(model.parameters().parameters().get(7))
                .extracting(Parameter::isFixed)
                .isEqualTo(true);
    }

    @Test
    void mistakesAreNamedWithLineKeyAndAdvice() {
        assertMistake(
                "total: {formula: y + z,",
                "total: {formula: y + q,",
                "test.yaml:8 observables.total.formula: formula 'y + q' position 5: unknown name 'q'.");
        assertMistake(
                "z: {formula: x*y, unit: GeV}",
                "z: {formula: x*y, unit: GeV^2}",
                "test.yaml:6 derived.z.formula: the formula gives 1, the unit given is GeV^2",
                "x: {range: [0, 10]}",
                "x: {range: [0, 10], unit: 1/GeV}");
        assertMistake(
                "unit: GeV, latex: 'y_0'",
                "unti: GeV, latex: 'y_0'",
                "test.yaml:4 parameters.y.unti: unknown key. Did you mean 'unit'?");
        assertMistake(
                "scale: log",
                "scale: logg",
                "test.yaml:4 parameters.y.range: unknown scale 'logg'. Did you mean 'log'?");
        assertMistake(
                "[1, 100]",
                "[100, 1]",
                "test.yaml:4 parameters.y.range: lower 100 exceeds upper 1. Maybe they are swapped.");
        assertMistake("observables:", "observable:", "test.yaml:1 observables: is missing");
        assertMistake(
                "model: small", "model: Small", "test.yaml:1 model: the name 'Small' must have lower-case letters");
        assertMistake(
                "ratio: z/y",
                "ratio: \"[z, y]\"",
                "test.yaml:10 observables.ratio: an observable is a number, found a vector of 2.");
        assertMistake(
                "ratio: z/y",
                "ratio: z + I*z",
                "test.yaml:10 observables.ratio: an observable is real, found a complex number.");
        assertMistake(
                "ratio: z/y",
                "ratio: [max(x, y)]",
                "test.yaml:10 observables.ratio: an observable is a number, found a vector of 1.");
        assertMistake(
                "model: small",
                "model: small\nimport: [constnats]",
                "test.yaml:2 import: no block 'constnats'. Did you mean 'constants'?");
        assertMistake("model: small", "model: small\nimport: [none.yaml]", "test.yaml:2 import: no file ");
        assertMistake(
                "ratio: z/y", "ratio: z/y\nconstraints: {ratoi: {range: [0, 1]}}", "test.yaml:11 constraints.ratoi");
        assertMistake(
                "ratio: z/y",
                "ratio: z/y\nconstraints: {c: {expression: ratoi, range: [0, 1]}}",
                "unknown observable 'ratoi'. Did you mean 'ratio'?");
    }

    private static void assertMistake(String right, String wrong, String message, String... further) {
        String text = SMALL.replace(right, wrong);
        for (int i = 0; i < further.length; i += 2) {
            text = text.replace(further[i], further[i + 1]);
        }
        String mistaken = text;
        assertThat(mistaken).isNotEqualTo(SMALL);
        assertThatThrownBy(() -> Yaml.model(mistaken))
                .as(wrong)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whyAValueIsMissing() {
        FormulaModel model = Yaml.model("""
                model: missing
                parameters: {x: {range: [-10, 10]}}
                tables:
                  t: {points: [[0, 1], [1, 3]]}
                requires:
                  not_too_small: x > -5
                observables:
                  looked_up: t(x)
                  either: if(x < 1, t(x), 7)
                  hidden: max(2, t(x)) + 0*t(x)
                  said: if(x > 0, log(x), undefined)
                  broken: log(x)
                  square: {formula: x^2, always: true}
                """);
        double u = Missing.UNDEFINED;
        assertBits(evaluate(model, 0.5), 2, 2, 2, Math.log(0.5), Math.log(0.5), 0.25);
        assertBits(evaluate(model, 3), u, 7, u, Math.log(3), Math.log(3), 9);
        assertBits(evaluate(model, -1), u, u, u, u, Double.NaN, 1);
        assertBits(evaluate(model, -6), u, u, u, u, u, 36);
    }

    /** Equal with the reason of a missing value; any NaN for a plain one. */
    private static void assertBits(double[] found, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Missing.isUndefined(found[i]))
                    .as("observable %d: %s", i, found[i])
                    .isEqualTo(Missing.isUndefined(expected[i]));
            assertThat(Double.valueOf(found[i])).as("observable %d", i).isEqualTo(Double.valueOf(expected[i]));
        }
    }

    @Test
    void theVersionFollowsTheMeaning() {
        String version = Yaml.model(SMALL).version();
        assertThat(version).hasSize(12);
        assertThat(Yaml.model("# a comment\n" + SMALL).version()).isEqualTo(version);
        assertThat(same("a mass", "another mass")).isEqualTo(version);
        assertThat(same("range: [0, 10]", "range: [0, 20]")).isEqualTo(version);
        assertThat(Yaml.model(SMALL.replace("z: {formula: x*y, unit: GeV}", "w: {formula: x*y, unit: GeV}")
                                .replace("z: {unit: GeV}", "z: {formula: w, unit: GeV}"))
                        .version())
                .isEqualTo(version);
        assertThat(same("x*y", "x*y*1")).isEqualTo(version);
        assertThat(same("x*y", "y*x")).isNotEqualTo(version);
        assertThat(same("y + z", "y + z + 1")).isNotEqualTo(version);
        assertThat(same("ratio:", "quotient:")).isNotEqualTo(version);
        assertThat(same("ratio: z/y", "ratio: z/y\n  more: x")).isNotEqualTo(version);
    }

    private static String same(String from, String to) {
        return Yaml.model(SMALL.replace(from, to)).version();
    }

    /** What travels to another machine holds all files that the formula file names. */
    @Test
    void tablesAndOwnBlocksAreWrittenIntoTheFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("curve.dat"), "# x  y  z\n1.0  5  1D1\n\n2.0, 6, 2.0d+01 # last\n");
        Files.writeString(folder.resolve("block.yaml"), "functions: {twice(z): 2*z}\nconstants: {c: 4}\n");
        String text = """
                model: files
                import: [constants, block.yaml]
                parameters: {x: {range: [0, 3], unit: GeV}}
                tables:
                  t: {file: curve.dat, columns: [1, 3], interpolation: log-log, units: [GeV, cm^2]}
                observables:
                  o: {formula: twice(t(x))*c, unit: cm^2}
                  w: {formula: m_W}
                """;
        FormulaModel model = FormulaModel.read(Yaml.tree(text, "f.yaml"), new Source(folder, Yaml::tree));
        assertThat(evaluate(model, Math.sqrt(2))[0]).isCloseTo(8 * Math.sqrt(200), within(1e-12));
        FormulaModel again = FormulaModel.read(model.file(), new Source(Path.of("/nowhere"), Yaml::tree));
        assertThat(again.version()).isEqualTo(model.version());
        assertThat(evaluate(again, 1.3)).containsExactly(evaluate(model, 1.3));
        assertThat(again.file()).isEqualTo(model.file());
        Files.writeString(folder.resolve("curve.dat"), "1 2 3\n2 x 4\n3 4\n");
        assertThatThrownBy(() -> FormulaModel.read(Yaml.tree(text, "f.yaml"), new Source(folder, Yaml::tree)))
                .hasMessage("curve.dat:3: has 2 columns, column 3 is asked for.");
        Files.writeString(folder.resolve("curve.dat"), "1 2 3\n2 x 4,5\n3 4 ****\n");
        assertThatThrownBy(() -> FormulaModel.read(Yaml.tree(text, "f.yaml"), new Source(folder, Yaml::tree)))
                .hasMessageStartingWith("curve.dat:3: '****' is no number: Fortran");
    }

    /** Two columns with comments, as the tables of global fits come: the reader finds the value between two lines. */
    @Test
    void chiSquaredProjections(@TempDir Path folder) throws IOException {
        StringBuilder table = new StringBuilder("# sin^2 theta_13 | Delta chi^2\n");
        for (int i = 0; i <= 100; i++) {
            double s = 0.018 + i * 1e-4;
            table.append(s)
                    .append("   ")
                    .append(Math.pow((s - 0.0222) / 0.0006, 2))
                    .append('\n');
        }
        Files.writeString(folder.resolve("t13.txt"), table);
        FormulaModel model = FormulaModel.read(Yaml.tree("""
                        model: chi
                        parameters: {s13_sq: {range: [0, 0.1]}}
                        tables: {chi2_t13: {file: t13.txt}}
                        observables: {chi2: chi2_t13(s13_sq)}
                        constraints: {chi2: {range: [-inf, 9], source: a global fit}}
                        """, "f.yaml"), new Source(folder, Yaml::tree));
        assertThat(evaluate(model, 0.0222)[0]).isCloseTo(0, within(1e-9));
        assertThat(evaluate(model, 0.0228)[0]).isCloseTo(1, within(1e-9));
        assertThat(evaluate(model, 0.02225)[0]).isCloseTo(0.5 / 36, within(1e-9));
        assertThat(Missing.isUndefined(evaluate(model, 0.05)[0])).isTrue();
    }

    @Test
    void constraintsAsInScanFilesAndInConstraintFiles() {
        FormulaModel model = Yaml.model("""
                model: constrained
                parameters: {x: {range: [0, 1]}, y: {range: [0, 1]}}
                observables: {a: x, b: y, S: x, T: y}
                constraints:
                  a: {range: [0.1, inf], mode: record, source: a paper}
                  b: [0, 0.5]
                  both: {expression: a + 2*b, range: [-1, 1], sector: theory}
                  mu: {observable: a, measurement: kappa_t, sigmas: 2}
                  ST: {region: {observables: [S, T], measurement: oblique_ST}, scale: 0.005}
                  limit: {observable: a, curve: {x: b, points: [[0, 1], [1, 2]]}, source: me}
                """);
        Map<String, Constraint> named = new TreeMap<>();
        model.constraintSet("default").constraints().forEach(each -> named.put(each.name(), each));
        Interval a = (Interval) named.get("a").rule();
        assertThat(a.lower()).isEqualTo(0.1);
        assertThat(a.upper()).isInfinite();
        assertThat(named.get("a").mode()).isEqualTo(Mode.RECORD);
        assertThat(named.get("a").source()).isEqualTo("a paper");
        assertThat(((Interval) named.get("b").rule()).upper()).isEqualTo(0.5);
        assertThat(named.get("both").rule().expressions()).containsExactly("a + 2*b");
        assertThat(named.get("both").sector()).isEqualTo("theory");
        assertThat(((Interval) named.get("mu").rule()).upper()).isCloseTo(1.03 + 2 * 0.12, within(1e-12));
        assertThat(named.get("mu").source()).doesNotContain("model file");
        assertThat(named.get("limit").rule()).isInstanceOf(LimitCurve.class);
    }

    @Test
    void constraintsMayNameParameters() {
        FormulaModel model = Yaml.model("""
                model: constrained
                parameters: {m: {range: [1, 9], unit: GeV}, n: {range: [1, 9], unit: GeV}}
                observables: {sigma: 1/m}
                constraints:
                  n: [2, 3]
                  gap: {expression: n - m, range: [0, inf]}
                  order: {holds: m <= 2*n}
                  limit: {expression: sigma, curve: {x: m, points: [[1, 1], [5, 2]]}}
                """);
        ParameterSpace space = model.parameters();
        ConstraintSet set = model.constraintSet("default");
        PointColumns columns = PointColumns.of(model.observables(), space, set);
        double[] row = {0.5, 2, 2.5};
        BoundConstraints bound = set.bind(columns.quantities());
        double[] violations = new double[4];
        byte[] statuses = new byte[4];
        bound.evaluate(row, violations, statuses);
        assertThat(violations).containsOnly(0);
        assertThatThrownBy(() -> Yaml.model(with("1", "c: {expression: q + a, range: [0, 1]}")))
                .hasMessageContaining("unknown observable 'q'")
                .hasMessageContaining("Constraints are on observables and parameters.");
    }

    /** As exported from a digitised figure or a spreadsheet. */
    @Test
    void limitCurvesInFilesAreWrittenIntoTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("limit.csv");
        Files.writeString(file, "\uFEFF# m/GeV, sigma/cm^2\r\n10,1e-46\r\n30,2D-47\r\n\r\n100,3e-47\r\n");
        String text = """
                model: dm
                parameters: {m: {range: [1, 1000], unit: GeV}}
                observables: {sigma: 1e-44/m^2}
                constraints:
                  direct: {expression: sigma, curve: {x: m, file: limit.csv, interpolation: log-log}, source: me}
                """;
        Source source = new Source(folder, Yaml::tree);
        FormulaModel model = FormulaModel.read(Yaml.tree(text, "f.yaml"), source);
        FormulaModel again = FormulaModel.read(model.file(), new Source(Path.of("/nowhere"), Yaml::tree));
        for (FormulaModel each : List.of(model, again)) {
            LimitCurve curve = (LimitCurve)
                    each.constraintSet("default").constraints().get(0).rule();
            assertThat(curve.abscissae()).containsExactly(10., 30., 100.);
            assertThat(curve.limits()).containsExactly(1e-46, 2e-47, 3e-47);
        }
        for (Map.Entry<String, String> wrong : Map.of(
                        "10,1,5\n", "limit.csv:1: has 3 columns; say which two, such as columns: [1, 3].",
                        "10;1,5\n", "limit.csv:1: has commas and semicolons: write decimal points",
                        "m,s\n10,1\n", "limit.csv:1: 'm' is no number")
                .entrySet()) {
            Files.writeString(file, wrong.getKey());
            assertThatThrownBy(() -> FormulaModel.read(Yaml.tree(text, "f.yaml"), source))
                    .hasMessageContaining(wrong.getValue());
        }
        Files.write(file, "# größer\n1 1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FormulaModel.read(Yaml.tree(text, "f.yaml"), source))
                .hasMessage("f.yaml:5 constraints.direct.curve.file: " + file + " is no UTF-8 text.");
        assertThatThrownBy(() -> FormulaModel.read(
                        Yaml.tree(text.replace("file:", "points: [[1, 1]], file:"), "f.yaml"), source))
                .hasMessageContaining("constraints.direct.curve.file: give either 'file' or 'points', not both.");
    }

    @Test
    void namesThatDifferOnlyInCaseAreRefused() {
        assertThatThrownBy(() -> Yaml.model("{model: m, parameters: {mh: 1, mH: 2}, observables: {a: mh}}"))
                .hasMessageContaining("parameters 'mh' and 'mH' differ only in case");
        assertThatThrownBy(() -> Yaml.model("{model: m, parameters: {x: 1}, observables: {kappa_V: x, kappa_v: x}}"))
                .hasMessageContaining("observables: observables 'kappa_V' and 'kappa_v' differ only in case");
    }

    private static String with(String parameter, String constraint) {
        return "{model: m, parameters: {a: {range: [0, 1]}, x: " + parameter
                + "}, observables: {y: x + a}, constraints: {" + constraint + "}}";
    }

    @Test
    void aListAloneIsARange() {
        FormulaModel model = Yaml.model(with("[-pi, 2]", "y: [0, 1]"));
        Scale scale = model.parameters().parameters().get(1).scale();
        assertThat(scale).isInstanceOf(Scale.Linear.class);
        assertThat(scale.lower()).isEqualTo(-Math.PI);
        assertThat(scale.upper()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{range: [0, inf]}              | parameters.x.range: 'inf' is no number that is finite",
                "{range: [nan, 1]}              | parameters.x.range: 'nan' is no number that is finite",
                "{range: [0, 1e-3_]}            | parameters.x.range: formula '1e-3_' position 6",
                "{range: [0, '0,5']}            | parameters.x.range: formula '0,5' position 2",
                "{value: inf}                   | parameters.x.value: 'inf' is no number that is finite",
                "nan                            | parameters.x: 'nan' is no number that is finite",
                "{ranges: [0, 1]}               | parameters.x.ranges: unknown key. Did you mean 'range'?",
                "{unit: GeV}                    | parameters.x.range: needs [lower, upper]",
                "[1]                            | parameters.x.range: needs [lower, upper]",
                "{range: [a, 2], scale: log}    | parameters.x.range: a range that follows a parameter has no scale",
                "{range: [a, 2], exponent: 2}   | parameters.x.range: a range that follows a parameter has no scale",
            })
    void aWrongParameterIsRefusedByItsKey(String parameter, String message) {
        assertThatThrownBy(() -> Yaml.model(with(parameter, ""))).hasMessageContaining(message);
    }

    /** Neither may count as "no bound". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y: {range: [nan, 1]}   | constraints.y: 'nan' is no lower end of a range",
                "y: [0, .nan]           | constraints.y: 'nan' is no upper end of a range",
                "y: [inf, inf]          | constraints.y: 'inf' is no lower end of a range",
                "y: [-inf, -inf]        | constraints.y: '-inf' is no upper end of a range",
                "yy: [0, 1]             | constraints.yy: no observable is named 'yy'. Did you mean 'y'?",
                "y: {max: 1}            | constraints.y: unknown key 'max'",
            })
    void aWrongConstraintIsRefused(String constraint, String message) {
        assertThatThrownBy(() -> Yaml.model(with("1", constraint))).hasMessageContaining(message);
    }

    @Test
    void whatHoldsMayHaveTheNameOfAnObservable() {
        Constraint constraint = Yaml.model(with("1", "y: {holds: y <= 0.5}"))
                .constraintSets()
                .get("default")
                .constraints()
                .get(0);
        assertThat(((Interval) constraint.rule()).upper()).isEqualTo(0.5);
    }

    @Test
    void matricesAreDiagonalisedByType() {
        FormulaModel model = Yaml.model("""
                model: matrices
                parameters: {a: {range: [0, 9]}, b: {range: [0, 9]}}
                derived:
                  M: {formula: [[a, b], [b, -a]], unit: GeV}
                  s: {diagonalise: M, type: symmetric}
                  h: {diagonalise: "[[a, I*b], [-I*b, a]]", type: hermitian}
                  m: {diagonalise: "[[a, I*b], [I*b, a]]", type: majorana}
                  d: {diagonalise: "[[0, I*a], [b, 0]]", type: dirac}
                  back: transpose(s.vectors)*diag(s.values)*s.vectors
                  mass: conj(m.vectors)*[[a, I*b], [I*b, a]]*adjoint(m.vectors)
                observables:
                  s1: {formula: "s.values[1]", unit: GeV}
                  s2: s.values[2]
                  back12: back[1,2]
                  h1: h.values[1]
                  h2: h.values[2]
                  phase: im(h.vectors[2,2])
                  m1: m.values[1]
                  off: abs(mass[1,2])
                  diagonal: re(mass[2,2])
                  d1: d.values[1]
                  d2: d.values[2]
                  left: re(d.left[2,1])
                """);
        // s: ±√(a²+b²); h: a ± b, upper state (1, i)/√2 conjugated in U; m: both √(a²+b²); d: a and b
        double[] found = evaluate(model, 3, 4);
        double[] expected = {-5, 5, 4, -1, 7, Math.sqrt(0.5), 5, 0, 5, 3, 4, 0};
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as(model.observables().get(i).name()).isCloseTo(expected[i], within(1e-13));
        }
    }

    @Test
    void matricesOfTheWrongTypeAreRefused() {
        String text = """
                model: matrices
                parameters: {a: {range: [0, 9]}}
                derived: {s: {diagonalise: "%s", type: %s}}
                observables: {o: a}
                """;
        assertThatThrownBy(() -> Yaml.model(String.format(text, "[[1, 2], [3, 4]]", "symmetric")))
                .hasMessageContaining("test.yaml:3 derived.s.diagonalise")
                .hasMessageContaining("elements [1, 2] and [2, 1] do not mirror each other");
        assertThatThrownBy(() -> Yaml.model(String.format(text, "[[a, I*a], [I*a, a]]", "symmetric")))
                .hasMessageContaining("element [1, 2] is complex");
        assertThatThrownBy(() -> Yaml.model(String.format(text, "[[a, 1]]", "dirac")))
                .hasMessageContaining("square matrix");
        assertThatThrownBy(() -> Yaml.model(String.format(text, "[[a]]", "diracc")))
                .hasMessageContaining("no type 'diracc'. Did you mean 'dirac'?");
    }

    /** Every constant of the block against those of the built-in models. */
    @Test
    void theConstantsAreThoseOfTheProgram() {
        FormulaModel model = Yaml.model("""
                model: constants
                import: [constants]
                parameters: {x: 1}
                observables: [G_F, v_EW, alpha_em, alpha_em_MZ, m_Z, m_W, m_h_SM, sin2_W, cos2_W, width_Z, width_h_SM, m_electron,
                  m_muon, m_tau, m_top, m_bottom, m_charm, hbar, hbar_c, width_muon, width_tau]
                """);
        assertThat(evaluate(model, 1))
                .containsExactly(
                        new double[] {
                            Pdg2024.FERMI_CONSTANT,
                            Pdg2024.VEV,
                            Pdg2024.ALPHA,
                            Pdg2024.ALPHA_MZ,
                            Pdg2024.MZ,
                            Pdg2024.MW,
                            Pdg2024.MH,
                            Pdg2024.SIN2_THETA_W,
                            Pdg2024.COS2_THETA_W,
                            Pdg2024.GAMMA_Z,
                            Pdg2024.GAMMA_H,
                            Pdg2024.M_E,
                            Pdg2024.M_MU,
                            Pdg2024.M_TAU,
                            Pdg2024.MT,
                            Pdg2024.MB,
                            Pdg2024.MC,
                            Pdg2024.HBAR,
                            Pdg2024.HBAR_C,
                            Pdg2024.GAMMA_MU,
                            Pdg2024.GAMMA_TAU
                        },
                        within(1e-15));
    }

    /** Each alone, and all together: no name stands in two of them. */
    @Test
    void everyBlockReads() {
        String model = "model: block\nparameters: {x: 1}\nobservables: {o: x}\nimport: ";
        for (String block : Source.BLOCKS) {
            assertThat(Yaml.model(model + "[" + block + "]").observables())
                    .as(block)
                    .hasSize(1);
        }
        assertThat(Yaml.model(model + Source.BLOCKS).observables()).hasSize(1);
    }

    /** The mixing matrix against the built-in one, and back to the angles; the quark matrix is unitary with the angles given. */
    @Test
    void mixingMatrices() {
        StringBuilder text = new StringBuilder("""
                model: mixing
                import: [pmns, ckm]
                parameters: {s12: 0.3, s13: 0.02, s23: 0.6, delta: 4, a21: 1, a31: 2}
                derived:
                  P: pmns(s12, s13, s23, delta, a21, a31)
                  V: ckm_wolfenstein(0.225, 0.826, 0.159, 0.352)
                  one: V*adjoint(V)
                observables:
                  o12: mixing_s12_sq(P)
                  o13: mixing_s13_sq(P)
                  o23: mixing_s23_sq(P)
                  od: mixing_delta(P)
                  unitary: max(abs(one - identity(3)))
                  rho: re(-V[1,1]*conj(V[1,3])/(V[2,1]*conj(V[2,3])))
                  eta: im(-V[1,1]*conj(V[1,3])/(V[2,1]*conj(V[2,3])))
                """);
        for (int i = 1; i <= 3; i++) {
            for (int j = 1; j <= 3; j++) {
                text.append("  re" + i + j + ": re(P[" + i + "," + j + "])\n  im" + i + j + ": im(P[" + i + "," + j
                        + "])\n");
            }
        }
        FormulaModel model = Yaml.model(text.toString());
        double[] theta = {0.3, 0.02, 0.6, 4, 1, 2};
        NeutrinoMixing mixing = new NeutrinoMixing();
        mixing.set(0.3, 0.02, 0.6, 4, 1, 2);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                String at = "" + (i + 1) + (j + 1);
                assertThat(evaluate(model, "re" + at, theta)).isCloseTo(mixing.u.re(i, j), within(1e-15));
                assertThat(evaluate(model, "im" + at, theta)).isCloseTo(mixing.u.im(i, j), within(1e-15));
            }
        }
        assertThat(evaluate(model, "o12", theta)).isCloseTo(0.3, within(1e-14));
        assertThat(evaluate(model, "o13", theta)).isCloseTo(0.02, within(1e-14));
        assertThat(evaluate(model, "o23", theta)).isCloseTo(0.6, within(1e-14));
        assertThat(evaluate(model, "od", theta)).isCloseTo(4, within(1e-13));
        assertThat(evaluate(model, "unitary", theta)).isLessThan(1e-15);
        // rhobar + i etabar is the apex of the unitarity triangle
        assertThat(evaluate(model, "rho", theta)).isCloseTo(0.159, within(1e-13));
        assertThat(evaluate(model, "eta", theta)).isCloseTo(0.352, within(1e-13));
    }
}
