package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static thetascan.contract.ConstraintAssertion.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InequalityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m_H1 <= m_A1          | m_H1 - m_A1          | -Infinity | 0",
                "m_A1>=m_H1            | m_H1 - m_A1          | -Infinity | 0",
                "m_H1 <= m_A1 - 10     | m_H1 - (m_A1 - 10)   | -Infinity | 0",
                "abs(x) <= 3           | abs(x)               | -Infinity | 3",
                "abs(x) >= 8 * 3       | abs(x)               | 24        | Infinity",
                "-1.5d1 <= x + y       | x + y                | -15       | Infinity",
                "60 <= m_H1 <= 1000    | m_H1                 | 60        | 1000",
                "1000 >= m_H1 >= 60    | m_H1                 | 60        | 1000",
            })
    void isAnInterval(String text, String expression, double lower, double upper) {
        assertThat(Inequality.parse(text)).isEqualTo(new Interval(expression, lower, upper));
    }

    @Test
    void includesItsEnd() {
        Interval order = Inequality.parse("m_H1 <= m_A1 - 10");
        verify(order).given("m_H1", 90).given("m_A1", 100).holds();
        verify(order).given("m_H1", 92).given("m_A1", 100).violates(2);
        verify(order).given("m_H1", 80).given("m_A1", Double.NaN).isNotFinite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m_H1 < m_A1           | 'm_H1 < m_A1' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "x = 3                 | 'x = 3' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "x == 3                | 'x == 3' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "x                     | 'x' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "x <=                  | 'x <=' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "1 <= x >= 0           | '1 <= x >= 0' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "0 <= x <= y <= 3      | '0 <= x <= y <= 3' is no inequality such as m_H1 <= m_A1 or 60 <= m_H1 <= 1000.",
                "y <= x <= 3           | 'y <= x <= 3' needs numbers at both ends; make two constraints of it.",
                "0 <= x <= y           | '0 <= x <= y' needs numbers at both ends; make two constraints of it.",
                "1 <= 2                | '1 <= 2' has no observable.",
                "9 <= x <= 2           | x: lower 9.0 exceeds upper 2.0. Maybe they are swapped.",
                "x <= 1/0              | expression '1/0' is Infinity at every point; it must be finite.",
                "x + <= 1              | expression 'x +' position 4: expected a number, a name or '('.",
            })
    void saysWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> Inequality.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
