package thetascan.formula.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    @Test
    void readsOperatorsByRank() {
        Expr.Chain sum = (Expr.Chain) Parser.parse("a - b*c + d");
        assertThat(sum.links()).extracting(Expr.Link::operator).containsExactly("-", "+");
        assertThat(sum.links().get(0).operand()).isInstanceOf(Expr.Chain.class);
        Expr.Prefix minus = (Expr.Prefix) Parser.parse("-x^2");
        assertThat(minus.operand()).isInstanceOf(Expr.Power.class);
        Expr.Power tower = (Expr.Power) Parser.parse("x^y^z");
        assertThat(tower.exponent()).isInstanceOf(Expr.Power.class);
    }

    @Test
    void readsRangesElementsAndMembers() {
        Expr.Over over = (Expr.Over) Parser.parse("sum(i = 1..3, j = i..3, nu.vectors[i, j])");
        assertThat(over.ranges()).extracting(Expr.Range::index).containsExactly("i", "j");
        Expr.Element element = (Expr.Element) over.body();
        assertThat(element.indices()).hasSize(2);
        assertThat(((Expr.Member) element.array()).member()).isEqualTo("vectors");
    }

    @Test
    void readsTheHeadOfAFunction() {
        assertThat(Parser.parseHead("f(x, y)")).containsExactly("f", "x", "y");
        assertThatThrownBy(() -> Parser.parseHead("f")).hasMessage("'f' must look like f(x, y).");
        assertThatThrownBy(() -> Parser.parseHead("f(x, x)")).hasMessageContaining("names, each once");
        assertThatThrownBy(() -> Parser.parseHead("f(2*x)")).hasMessageContaining("names, each once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a +          | position 4: expected a number, a name or '('.",
                "(a           | position 3: expected ')'.",
                "a b          | position 3: unexpected 'b'.",
                "2mH          | position 4: '2' runs into 'mH': write a product with '*'.",
                "a ** b       | position 4: write '^' for a power.",
                "a = b        | position 3: '=' compares nothing: write '==' for equality.",
                "1e + 2       | position 1: '1e' is no number: the digits of its exponent are missing.",
                "1e999        | position 1: 1e999 exceeds the range of a double.",
                "sum(i = 1, 2)| position 10: a range looks like i = 1..3.",
                "f(x,)        | position 5: expected a number, a name or '(' instead of ')'.",
                "x[1          | position 4: expected ']'.",
                "a ? b        | position 3: unexpected '?'.",
            })
    void saysWhereAndWhat(String text, String message) {
        assertThatThrownBy(() -> Parser.parse(text))
                .isInstanceOf(FormulaException.class)
                .hasMessage("formula '" + text + "' " + message);
    }

    @Test
    void deepNestingIsRefusedNotOverflowed() {
        for (String open : List.of("(", "-", "abs(", "2^", "[", "not ")) {
            assertThatThrownBy(() -> Parser.parse(open.repeat(10_000 / open.length())))
                    .as(open)
                    .isInstanceOf(FormulaException.class)
                    .hasMessageContaining("nested more than 60");
        }
        assertThatThrownBy(() -> Parser.parse("1+".repeat(20_000))).hasMessageContaining("at most 20000");
    }

    @Test
    void longSumsAreNotDeep() {
        Expr.Chain chain = (Expr.Chain) Parser.parse("1" + "+1".repeat(9000));
        assertThat(chain.links()).hasSize(9000);
    }
}
