package thetascan.constraint;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import thetascan.constraint.LimitCurve.Interpolation;
import thetascan.contract.ConstraintContract;

/** The contract, kept by every rule that ships. */
class RuleContractsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Nested
    class AnInterval extends Case {
        AnInterval() {
            super(
                    new Interval("x", 1, 3),
                    List.of(Map.of("x", 1.0), Map.of("x", 3.0)),
                    List.of(Map.of("x", 0.5), Map.of("x", 1e300)));
        }
    }

    @Nested
    class ABoundOnAModulus extends Case {
        ABoundOnAModulus() {
            super(new Interval("abs(x)", 0, 3), List.of(Map.of("x", -3.0)), List.of(Map.of("x", -4.0)));
        }
    }

    @Nested
    class AnIntervalOnAnExpression extends Case {
        AnIntervalOnAnExpression() {
            super(
                    new Interval("x^0 * log(y) + min(x, 1)", -INFINITY, 3),
                    List.of(Map.of("x", 1.0, "y", 1.0)),
                    List.of(Map.of("x", 1.0, "y", 1000.0)));
        }
    }

    @Nested
    class SomeAlternatives extends Case {
        SomeAlternatives() {
            super(
                    new Alternatives(List.of(new Interval("x", 0, 1), new Interval("x * y", 5, 7))),
                    List.of(Map.of("x", 0.5, "y", 1.0), Map.of("x", 2.0, "y", 3.0)),
                    List.of(Map.of("x", 2.0, "y", 1.0)));
        }
    }

    @Nested
    class AQuadraticForm extends Case {
        AQuadraticForm() {
            super(
                    QuadraticForm.of(List.of("x", "y"), List.of(-1.0, 0.5, 0.0, -2.0), List.of(0.0, 1.0), 1, 0.5),
                    List.of(Map.of("x", 0.1, "y", 0.1)),
                    List.of(Map.of("x", 4.0, "y", -3.0)));
        }
    }

    @Nested
    class ALimitCurve extends Case {
        ALimitCurve() {
            super(
                    new LimitCurve("x", "y", List.of(1.0, 9.0), List.of(2.0, 4.0), Interpolation.LOG_LOG),
                    List.of(Map.of("x", 2.0, "y", 1.0), Map.of("x", -5.0, "y", 5.0)),
                    List.of(Map.of("x", 5.0, "y", 9.0)));
        }

        @Override
        protected List<Map<String, Double>> outside() {
            return List.of(Map.of("x", 0.0, "y", 0.99), Map.of("x", 9.0, "y", 9.01));
        }
    }

    private abstract static class Case extends ConstraintContract {

        private final Rule rule;
        private final List<Map<String, Double>> satisfied;
        private final List<Map<String, Double>> violated;

        Case(Rule rule, List<Map<String, Double>> satisfied, List<Map<String, Double>> violated) {
            this.rule = rule;
            this.satisfied = satisfied;
            this.violated = violated;
        }

        @Override
        protected Rule rule() {
            return rule;
        }

        @Override
        protected List<Map<String, Double>> satisfied() {
            return satisfied;
        }

        @Override
        protected List<Map<String, Double>> violated() {
            return violated;
        }
    }
}
