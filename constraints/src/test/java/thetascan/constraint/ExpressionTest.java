package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final ObservableColumns COLUMNS = ObservableColumns.named(List.of("x", "y", "m_H1"));
    private static final double[] ROW = {3, -2, 250};

    private static double value(String text) {
        return Expression.parse(text).bind(COLUMNS).value(ROW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3        | 7",
                "(1 + 2) * 3      | 9",
                "8 - 4 - 2        | 2",
                "16 / 4 / 2       | 2",
                "2 ^ 3 ^ 2        | 512",
                "-x ^ 2           | -9",
                "(-x) ^ 2         | 9",
                "x ^ -1           | 0.3333333333333333",
                "2 ^ 2.5          | 5.65685424949238",
                "y ^ 2            | 4",
                "y ^ 3            | -8",
                "2 * -y           | 4",
                "- - x            | 3",
                "+x - -y          | 1",
                "1.5e2 + .5       | 150.5",
                "2E-1             | 0.2",
                "m_H1 / 125       | 2",
                "abs(y)           | 2",
                "sqrt(x + 1)      | 2",
                "exp(log(x) + 0)  | 3",
                "min(x, y)        | -2",
                "max(x, y, 7, 1)  | 7",
                "sin(0) + cos(0)  | 1",
                "tan(atan(x))     | 3",
                "abs(x)+abs(y)    | 5",
                "7.28D+02         | 728",
                "x * 7.28d2       | 2184",
                "1.5d-1+1         | 1.15",
                "1d2-1            | 99",
                "7.28+2           | 9.28",
                "7.28 + 002       | 9.28",
                "x+002            | 5",
                "1-00.5           | 0.5",
                "1-0              | 1",
                "1-0.5            | 0.5",
            })
    void computes(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
    }

    @Test
    void listsItsNamesOnce() {
        assertThat(Expression.parse("y + max(x, y) * m_H1").names()).containsExactly("y", "x", "m_H1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x      | expression 'abs(x' position 6: expected ')'.",
                "x +        | expression 'x +' position 4: expected a number, a name or '('.",
                "x + * y    | expression 'x + * y' position 5: expected a number, a name or '(' instead of '*'.",
                "x y        | expression 'x y' position 3: unexpected 'y'.",
                "(x))       | expression '(x))' position 4: unexpected ')'.",
                "1e         | expression '1e' position 1: '1e' is no number: the digits of its exponent are missing.",
                "1.2.3      | expression '1.2.3' position 4: unexpected '.'.",
                "min(x)     | expression 'min(x)' position 6: expected ',' instead of ')'.",
                "abs(x, y)  | expression 'abs(x, y)' position 6: expected ')' instead of ','.",
                "7.28+002   | expression '7.28+002' position 1: '7.28+002' is no number: its exponent has lost its letter,"
                        + " as in Fortran output of three-digit exponents; write 7.28e+002.",
                "x - 1.2-009*y | expression 'x - 1.2-009*y' position 5: '1.2-009' is no number: its exponent has lost its"
                        + " letter, as in Fortran output of three-digit exponents; write 1.2e-009.",
                "2 * 1e400  | expression '2 * 1e400' position 5: 1e400 exceeds the range of a double.",
                ". + 1      | expression '. + 1' position 1: '.' is no number.",
                "2d         | expression '2d' position 1: '2d' is no number: the digits of its exponent are missing.",
                "1_000      | expression '1_000' position 2: unexpected '_'.",
                "0x10       | expression '0x10' position 2: unexpected 'x'.",
                "max(x, 2   | expression 'max(x, 2' position 9: expected ')'.",
                "x $ y      | expression 'x $ y' position 3: unexpected '$'.",
            })
    void saysWhereItCannotBeRead(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void suggestsAFunction() {
        assertThatThrownBy(() -> Expression.parse("2 * sqr(x)"))
                .hasMessageStartingWith(
                        "expression '2 * sqr(x)' position 5: unknown function 'sqr'. Did you mean 'sqrt'?");
    }

    @Test
    void emptyTextIsAnError() {
        assertThatThrownBy(() -> Expression.parse(" "))
                .hasMessage("expression ' ' position 2: expected a number, a name or '('.");
    }

    @Test
    void aZeroCharacterIsNoEnd() {
        assertThatThrownBy(() -> Expression.parse("x\u0000 + y")).hasMessageContaining("position 2: unexpected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "+", "abs(", "2^", "min(1, ", "-(x + "})
    void refusesWhatNestsTooDeep(String opening) {
        assertThatThrownBy(() -> Expression.parse(opening.repeat(1400)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 100 parentheses, functions, signs or powers");
    }

    @ParameterizedTest
    @ValueSource(strings = {" + x", " - x", " * x", "/x"})
    void refusesTooLongARow(String next) {
        assertThat(value("x" + next.repeat(Expression.DEEPEST))).isNotNaN();
        assertThatThrownBy(() -> Expression.parse("x" + next.repeat(Expression.DEEPEST + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 500 operations");
    }

    /** The row alone and the sign alone would do. */
    @Test
    void refusesARowInsideASign() {
        String row = "(x" + " + x".repeat(Expression.DEEPEST) + ")";
        assertThat(value(row)).isEqualTo(3 * (Expression.DEEPEST + 1));
        assertThatThrownBy(() -> Expression.parse("-" + row)).hasMessageContaining("more than 500 operations");
        assertThatThrownBy(() -> Expression.parse("1 - " + row)).hasMessageContaining("more than 500 operations");
    }

    @Test
    void countsASignInARow() {
        String negated = "-(x" + " + x".repeat(Expression.DEEPEST - 1) + ")";
        assertThat(value(negated)).isEqualTo(-3 * Expression.DEEPEST);
        assertThatThrownBy(() -> Expression.parse(negated + " + 1")).hasMessageContaining("more than 500 operations");
    }

    @Test
    void readsWhatNestsAsDeepAsAllowed() {
        assertThat(value("(".repeat(99) + "x" + ")".repeat(99))).isEqualTo(3);
        assertThat(value("-".repeat(99) + "x")).isEqualTo(-3);
        assertThatThrownBy(() -> Expression.parse("-".repeat(100) + "x"))
                .hasMessageContaining("more than 100 parentheses");
        assertThat(value("min(y, x" + ", x".repeat(499) + ")")).isEqualTo(-2);
        assertThatThrownBy(() -> Expression.parse("min(y, x" + ", x".repeat(500) + ")"))
                .hasMessageContaining("more than 500 operations");
    }

    /** Half the stack that a thread usually has is enough, and with that of an instrumented run some is left. */
    @Test
    void theLargestExpressionsNeedLittleStack() throws InterruptedException {
        String row = "x" + " + x".repeat(Expression.DEEPEST - 200);
        String nested = "abs(1 + ".repeat(98) + row + ")".repeat(98);
        double[] result = new double[1];
        Thread thread = new Thread(null, () -> result[0] = value(nested), "small", 512 * 1024);
        thread.setUncaughtExceptionHandler((where, thrown) -> result[0] = Double.NaN);
        thread.start();
        thread.join();
        assertThat(result[0]).isEqualTo(98 + 3 * (Expression.DEEPEST - 199));
    }

    @Test
    void namesMayHaveEveryLetterAndDigit() {
        String name = "azAZ_m09";
        assertThat(Expression.parse(name + "*2").names()).containsExactly(name);
        for (String other : List.of("x@", "x[", "x`", "x{", "x:", "é")) {
            assertThatThrownBy(() -> Expression.parse(other)).hasMessageContaining("position ");
        }
    }

    @Test
    void showsTheWholeOfAnExpressionOfUsualLength() {
        String usual = "x".repeat(79) + "$";
        assertThatThrownBy(() -> Expression.parse(usual))
                .hasMessage("expression '" + usual + "' position 80: unexpected '$'.");
        assertThatThrownBy(() -> Expression.parse(usual + "$"))
                .hasMessage("expression '" + usual + "...' position 80: unexpected '$'.");
    }

    @Test
    void refusesATextThatIsTooLong() {
        String blanks = " ".repeat(Expression.LONGEST - 1);
        assertThat(value("x" + blanks)).isEqualTo(3);
        assertThatThrownBy(() -> Expression.parse("xx" + blanks))
                .hasMessage("expression 'xx" + " ".repeat(78)
                        + "...' position 1: it has 10001 characters, at most 10000 are read.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/0               | is Infinity at every point; it must be finite.",
                "-1/0              | is -Infinity at every point; it must be finite.",
                "0/0               | is NaN at every point; it must be finite.",
                "log(-1)           | is NaN at every point; it must be finite.",
                "1e308 * 10        | is Infinity at every point; it must be finite.",
                "x + 1/0           | has a part without observables that is Infinity at every point; it must be finite.",
                "min(x, sqrt(-2))  | has a part without observables that is NaN at every point; it must be finite.",
            })
    void refusesConstantsThatAreNotFinite(String text, String message) {
        Expression expression = Expression.parse(text);
        assertThatThrownBy(() -> expression.bind(COLUMNS)).hasMessage("expression '" + text + "' " + message);
    }

    @Test
    void takesConstantsThatAreFinite() {
        assertThat(value("atan(1/0)")).isEqualTo(Math.PI / 2);
        assertThat(value("exp(-1/0) + x")).isEqualTo(3);
    }

    @Test
    void knowsAPlainObservable() {
        assertThat(Expression.parse(" (x) ").observable()).contains("x");
        assertThat(Expression.parse("x + 0").observable()).isEmpty();
        assertThat(Expression.parse("-x").observable()).isEmpty();
        assertThat(Expression.parse("3").observable()).isEmpty();
        assertThat(Expression.parse("abs( x )").modulus()).contains("x");
        assertThat(Expression.parse("abs(x) * (y)").modulus()).isEmpty();
        assertThat(Expression.parse("abs(x + 1)").modulus()).isEmpty();
        assertThat(Expression.parse("sqrt(x)").modulus()).isEmpty();
    }

    @Test
    void isItsText() {
        assertThat(Expression.parse("x + y")).hasToString("x + y").isEqualTo(Expression.parse("x + y"));
        assertThat(Expression.parse("x + y")).hasSameHashCodeAs("x + y");
        assertThat(Expression.parse("x + y"))
                .isNotEqualTo(Expression.parse("x+y"))
                .isNotEqualTo("x + y");
    }
}
