package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final List<String> NAMES = List.of("x", "y", "m_H1");
    private static final double[] ROW = {3, -2, 250};

    private static double value(String text) {
        return Expression.parse(text).bind(NAMES::indexOf).value(ROW);
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
                "1e         | expression '1e' position 1: '1e' is no number.",
                "1.2.3      | expression '1.2.3' position 4: unexpected '.'.",
                "min(x)     | expression 'min(x)' position 6: expected ',' instead of ')'.",
                "abs(x, y)  | expression 'abs(x, y)' position 6: expected ')' instead of ','.",
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
}
