package thetascan.formula.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Interpreter;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

class DefinitionsTest {

    private static final Unit GEV = Unit.parse("GeV");

    private final Definitions definitions = new Definitions(new Graph());

    private void quantity(String name, String formula) {
        definitions.quantity(name, Formula.parse(formula), Unit.UNKNOWN, "line of " + name);
    }

    private void function(String name, List<String> arguments, String body) {
        definitions.function(new FormulaFunction(name, arguments, Map.of(), Formula.parse(body)), "line of " + name);
    }

    /** x = 3 and y = -2 without units, m = 5 GeV. */
    private Definitions withInputs() {
        definitions.input("x", 0, Unit.UNKNOWN, "line of x");
        definitions.input("y", 1, Unit.UNKNOWN, "line of y");
        definitions.input("m", 2, GEV, "line of m");
        return definitions;
    }

    private double value(String formula) {
        return complex(formula)[0];
    }

    private double[] complex(String formula) {
        Scalar scalar = (Scalar) definitions.value(Formula.parse(formula), "here");
        double[] results = new double[2];
        new Interpreter(definitions.graph(), new int[] {scalar.re(), scalar.im()})
                .evaluate(new double[] {3, -2, 5}, results);
        return results;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 + 3*x^2 - y/4                          | 29.5",
                "-x^2                                     | -9",
                "2^-1 + x^0                               | 1.5",
                "x^-2                                     | 0.1111111111111111",
                "x^7                                      | 2187",
                "x^0.5                                    | 1.7320508075688772",
                "x^y                                      | 0.1111111111111111",
                "abs(y) + min(x, y, 7) + max(x, y)        | 3",
                "if(x > 0, x, -x)                         | 3",
                "if(y > 0, 1, y == -2, 2, 3)              | 2",
                "if(x > 0 and not (y > 0), 1, 0)          | 1",
                "if(0 < x < 2 or x != 3, 1, 0)            | 0",
                "sign(y)*step(x)                          | -1",
                "sum(i = 1..4, i^2)                       | 30",
                "sum(i = 1..3, j = i..3, i*j)             | 25",
                "prod(i = 1..4, i)                        | 24",
                "sum(i = 2..1, i)                         | 0",
                "max(i = 1..3, (i - 2)^2*x)               | 3",
                "[x, y, 4][3]                             | 4",
                "vector(i = 1..3, i*x)[2]                 | 6",
                "([[1, 2], [3, 4]]*[x, y])[2]             | 1",
                "([[1, 2], [3, 4]]*[[x, 0], [0, y]])[2,1] | 9",
                "trace(matrix(i = 1..3, j = 1..3, i + j)) | 12",
                "det([[x, 1, 0], [1, y, 2], [0, 2, 1]])   | -19",
                "(inverse([[x, 1], [1, y]])*[[x, 1], [1, y]])[1,1] | 1",
                "transpose([[1, x], [y, 4]])[1,2]         | -2",
                "det(diag([x, y, 2])) + trace(identity(5)) | -7",
                "max([x, y]) + max(abs([x, y]))           | 6",
                "atan2(y, x)                              | -0.5880026035475675",
                "li2(1/2)                                 | 0.5822405264650125",
                "pi                                       | 3.141592653589793",
                "re((1 + 2*I)*(3 - I))                    | 5",
                "abs(complex(x, 4))                       | 5",
                "abs2(3 + 4*I)                            | 25",
                "arg(-1)                                  | 3.141592653589793",
                "1 < 2 < 3 < x + 1 and x == 3             | 1",
            })
    void computes(String formula, double expected) {
        withInputs();
        assertThat(value(formula)).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
    }

    /** Against the definitions by power series and products, in the test. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqrt(complex(y, -1e-3))    | 3.5355338180e-4   | -1.41421360656",
                "sqrt(complex(3, 4))        | 2                 | 1",
                "exp(I*pi)                  | -1                | 0",
                "exp(1 + I)                 | 1.4686939399158851 | 2.2873552871788423",
                "log(-1 + 0*x + 1e-30*I)    | 0                 | 3.141592653589793",
                "sin(1 + 2*I)               | 3.165778513216168 | 1.9596010414216063",
                "cos(1 + 2*I)               | 2.0327230070196656 | -3.0518977991518",
                "(1 + 2*I)/(3 - 4*I)        | -0.2              | 0.4",
                "(1 + I)^4                  | -4                | 0",
                "(1 + I)^(1/3)              | 1.0842150814913512 | 0.2905145555072514",
                "conj(I)*I                  | 1                 | 0",
                "loop_f(4)                  | 0.733022997999703  | 4.137345254066068",
            })
    void computesWithComplexNumbers(String formula, double re, double im) {
        withInputs();
        double[] value = complex(formula);
        assertThat(value[0]).isCloseTo(re, within(1e-9));
        assertThat(value[1]).isCloseTo(im, within(1e-9));
    }

    @Test
    void aNanHidesInNoCondition() {
        withInputs();
        for (String formula : List.of(
                "if(sqrt(y) > 0, 1, 2)",
                "if(sqrt(y) <= 0, 1, 2)",
                "if(sqrt(y) == 0, 1, 2)",
                "if(sqrt(y) != 0, 1, 2)",
                "if(not sqrt(y) > 0, 1, 2)",
                "if(sqrt(y) > 0 or x < 0, 1, 2)",
                "min(sqrt(y), 1)",
                "sign(sqrt(y))",
                "step(sqrt(y))")) {
            assertThat(value(formula)).as(formula).isNaN();
        }
        assertThat(value("if(y > 0 and sqrt(y) > 1, 1, 2)")).isEqualTo(2);
        assertThat(value("if(x > 0 or sqrt(y) > 1, 1, 2)")).isEqualTo(1);
    }

    @Test
    void definitionsComeInAnyOrder() {
        quantity("c", "a + b");
        quantity("b", "2*a");
        quantity("a", "f(3)");
        function("f", List.of("z"), "g(z) + 1");
        function("g", List.of("z"), "z^2");
        definitions.check();
        assertThat(value("c")).isEqualTo(30);
    }

    @Test
    void namesInsideAFunctionAreItsOwn() {
        quantity("z", "100");
        function("f", List.of("z"), "sum(i = 1..2, z*i)");
        assertThat(value("f(1) + z + sum(z = 1..3, z)")).isEqualTo(109);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tan_bta            | unknown name 'tan_bta'. Did you mean 'tan_beta'?",
                "sqr(x)             | unknown function 'sqr'. Did you mean 'sqrt'?",
                "x(3)               | 'x' is a quantity, not a function: write x*(...) for a product, x[i] for an element.",
                "sin + 1            | 'sin' is a function: write sin(...).",
                "sin(1, 2)          | sin takes 1 argument, found 2.",
                "if(x > 0, 1)       | if takes a condition, a value and another value",
                "if(x, 1, 2)        | 'if' needs a condition such as x > 0, found a number.",
                "(x > 0) + 1        | the sum needs a number, found a condition.",
                "[1, 2] + 1         | '+' of a vector of 2 and a number.",
                "[1, 2]*[1, 2]      | the product of a vector of 2 and a vector of 2: write sum(i = 1..n, x[i]*y[i]).",
                "[1, 2][3]          | index 3 of a vector of 2 must lie between 1 and 2.",
                "[1, 2][x]          | an index must be a number known when the file is read.",
                "[1, 2][1.5]        | an index must be an integer, found 1.5.",
                "[[1, 2], [3]]      | the rows of a matrix must be lists of one length",
                "[1, 2].values      | '.values' of a vector of 2: only what 'diagonalise' gives has members.",
                "I < 1              | '<' needs a real number, found a complex one.",
                "sm(i = 1..2, i)    | 'sm' runs over no index; matrix, max, min, prod, sum, vector do. Did you mean 'sum'?",
                "sum(i = 1..20000, x)| sum of more than 10000 terms.",
                "sum([1, 2])        | sum runs over an index: sum(i = 1..3, x[i]).",
                "det(identity(5))   | det and inverse go up to 4 x 4",
                "m + m^2            | the sum of GeV and GeV^2: the units differ.",
                "sin(m)             | sin needs a pure number, found the unit GeV.",
                "m^x                | a power with an exponent that varies needs a pure number, found the unit GeV.",
                "m < m^2            | the comparison '<' of GeV and GeV^2: the units differ.",
                "alpha_s(m^2)       | alpha_s needs GeV, found GeV^2.",
            })
    void refuses(String formula, String message) {
        withInputs();
        quantity("tan_beta", "2");
        assertThatThrownBy(() -> definitions.value(Formula.parse(formula), "file:3 derived.q"))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith("file:3 derived.q: formula '" + formula + "' position ")
                .hasMessageContaining(message);
    }

    @Test
    void unitsFollowAndMustFit() {
        withInputs();
        assertThat(unit("m^2*m/(2*m)")).isEqualTo("GeV^2");
        assertThat(unit("sqrt(m)*sqrt(m) + 10")).isEqualTo("GeV");
        assertThat(unit("max(m, 3) + abs(m)")).isEqualTo("GeV");
        assertThat(unit("log(m/m)")).isEqualTo("1");
        definitions.quantity("wrong", Formula.parse("m^2"), GEV, "file:7 derived.wrong");
        assertThatThrownBy(definitions::check)
                .hasMessage("file:7 derived.wrong: the formula gives GeV^2, the unit given is GeV.");
    }

    @Test
    void whatHasNoUnitFitsEverywhere() {
        withInputs();
        definitions.quantity("q", Formula.parse("x + m^2 + sin(x)"), Unit.parse("GeV^2"), "file:7 derived.q");
        definitions.check();
    }

    private String unit(String formula) {
        return ((Scalar) definitions.value(Formula.parse(formula), "here"))
                .unit()
                .toString();
    }

    @Test
    void circlesAreNamed() {
        quantity("a", "b + 1");
        quantity("b", "f(2)");
        function("f", List.of("z"), "z*a");
        assertThatThrownBy(definitions::check)
                .isInstanceOf(FormulaException.class)
                .hasMessageMatching(
                        "line of \\w: defined by itself: (a -> b -> f -> a|b -> f -> a -> b|f -> a -> b -> f)\\.");
    }

    @Test
    void aFunctionThatCallsItselfIsRefused() {
        function("f", List.of("n"), "if(n < 1, 1, n*f(n - 1))");
        assertThatThrownBy(definitions::check).hasMessage("line of f: defined by itself: f -> f.");
    }

    @Test
    void functionsThatDoubleEachOtherAreStopped() {
        function("f0", List.of("z"), "z + 1");
        for (int i = 1; i < 60; i++) {
            function("f" + i, List.of("z"), "f" + (i - 1) + "(z) + f" + (i - 1) + "(z + 1)");
        }
        assertThatThrownBy(() -> value("f59(1)"))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("takes more than 3000000 steps");
    }

    @Test
    void aLongChainOfQuantitiesNeedsNoStack() {
        quantity("q0", "1");
        for (int i = 1; i < 15_000; i++) {
            quantity("q" + i, "q" + (i - 1) + " + 1");
        }
        assertThat(value("q14999")).isEqualTo(15_000);
    }

    @Test
    void aLongChainOfFunctionsIsRefused() {
        function("f0", List.of("z"), "z");
        for (int i = 1; i < 1000; i++) {
            function("f" + i, List.of("z"), "f" + (i - 1) + "(z)");
        }
        assertThatThrownBy(() -> value("f999(1)")).hasMessageContaining("more than 400 levels deep");
    }

    /** Whatever stands there, it has a value or is refused with its place. */
    @Test
    void noTextBreaksTheReader() {
        withInputs();
        quantity("A", "[[x, 1], [y, 2]]");
        definitions.decomposition("d", Formula.parse("A*A"), Decomposition.DIRAC, "line of d");
        function("f", List.of("z"), "z*z + 1");
        String[] tokens = {
            "x",
            "y",
            "m",
            "A",
            "d",
            "f",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "/",
            "^",
            "1",
            "2.5",
            "0",
            "i",
            "i = 1..2",
            "..",
            ".values",
            ".left",
            "sum(",
            "max(",
            "if(",
            "f(",
            "sqrt(",
            "det(",
            "inverse(",
            "adjoint(",
            "log(",
            " < ",
            " == ",
            "and",
            " not ",
            "I",
            "pi",
            "undefined",
            "vector(",
            "matrix(",
            "A[1,2]",
            "d.values[1]",
            "re(",
            "abs(",
            "transpose(",
            "e",
            "?"
        };
        Random random = new Random(12);
        int valid = 0;
        for (int k = 0; k < 40_000; k++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            try {
                definitions.value(Formula.parse(text.toString()), "here");
                valid++;
            } catch (FormulaException e) {
                assertThat(e.getMessage()).as(text.toString()).contains("position ");
            }
        }
        assertThat(valid).isGreaterThan(200);
    }

    @Test
    void namesAreGivenOnceAndNotToTheLanguage() {
        quantity("a", "1");
        assertThatThrownBy(() -> quantity("a", "2"))
                .hasMessage("line of a: the name 'a' is given twice, first at line of a.");
        for (String name : List.of("sin", "sum", "pi", "I", "and", "undefined")) {
            assertThatThrownBy(() -> quantity(name, "1"))
                    .hasMessage("line of " + name + ": the name '" + name + "' is taken by the language.");
        }
    }
}
