package thetascan.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.constraint.BoundExpression;
import thetascan.constraint.BoundRule;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Expression;
import thetascan.constraint.Mode;
import thetascan.constraint.ObservableColumns;
import thetascan.constraint.Rule;
import thetascan.contract.ConstraintContract;
import thetascan.quantity.Quantity;

/** A rule of somebody else, in a package of their own: one record, and the contract. */
class OwnRuleTest extends ConstraintContract {

    /** Quantities that must not rise: all that a new rule takes, and nothing but public types. */
    record Falling(List<String> expressions) implements Rule {

        @Override
        public String bounds() {
            return "falling";
        }

        @Override
        public BoundRule bind(ObservableColumns columns) {
            BoundExpression[] x = expressions.stream()
                    .map(text -> Expression.parse(text).bind(columns))
                    .toArray(BoundExpression[]::new);
            return new BoundRule() {
                @Override
                public double value(double[] row) {
                    return x[0].value(row);
                }

                @Override
                public double excess(double[] row) {
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int i = 1; i < x.length; i++) {
                        largest = Math.max(largest, x[i].value(row) - x[i - 1].value(row));
                    }
                    return largest;
                }

                @Override
                public double scale(double[] row) {
                    return 10;
                }
            };
        }
    }

    @Override
    protected Rule rule() {
        return new Falling(List.of("m_h3", "m_h2", "log(m_h1)"));
    }

    @Override
    protected List<Map<String, Double>> satisfied() {
        return List.of(Map.of("m_h1", 3.0, "m_h2", 2.0, "m_h3", 3.0), Map.of("m_h1", 1e-9, "m_h2", 2.0, "m_h3", 2.0));
    }

    @Override
    protected List<Map<String, Double>> violated() {
        return List.of(Map.of("m_h1", 3.0, "m_h2", 4.0, "m_h3", 3.0), Map.of("m_h1", 1e9, "m_h2", 4.0, "m_h3", 5.0));
    }

    @Test
    void standsBesideTheOthersInASet() {
        ConstraintSet set = new ConstraintSet(
                List.of(new Constraint("ordered", new Falling(List.of("a", "b")), Mode.APPLY, "own", "me", List.of())));
        List<Quantity> observables =
                List.of(Quantity.of("b", "GeV", "b", "one"), Quantity.of("a", "GeV", "a", "another"));
        double[] violations = new double[1];
        assertThat(set.bind(observables).evaluate(new double[] {5, 3}, violations, new byte[1]))
                .isZero();
        assertThat(violations).containsExactly(2);
    }

    /** log(−1) stands on the smaller side: the value is finite, the excess is not. */
    @Test
    void anExcessThatIsNoNumberDoesNotSatisfy() {
        ConstraintSet set = new ConstraintSet(
                List.of(new Constraint("c", new Falling(List.of("a", "log(b)")), Mode.APPLY, "own", "me", List.of())));
        List<Quantity> observables = List.of(Quantity.of("a", "1", "a", "one"), Quantity.of("b", "1", "b", "another"));
        assertThat(set.bind(observables).evaluate(new double[] {1, -1}, new double[1], new byte[1]))
                .isZero();
    }

    @Test
    void isTheExampleOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/constraints.md"));
        String source = Files.readString(Path.of("src/test/java/thetascan/outside/OwnRuleTest.java"));
        assertThat(record(page)).startsWith("record Falling(").isEqualTo(record(source));
    }

    /** The record with its indentation; in both files it stands four blanks to the right. */
    private static String record(String text) {
        int begin = text.indexOf("record Falling(");
        return text.substring(begin, text.indexOf("\n    }\n", begin));
    }
}
