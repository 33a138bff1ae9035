package thetascan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.quantity.Quantity;

class ScalesTest {

    @Test
    void byName() {
        assertThat(Scales.of("linear", 1, 2, Map.of())).isEqualTo(new Scale.Linear(1, 2));
        assertThat(Scales.of("log", 1, 2, Map.of())).isEqualTo(new Scale.Log(1, 2));
        assertThat(Scales.of("symlog", 0.1, 1e7, Map.of())).isEqualTo(new Scale.SymmetricLog(0.1, 1e7));
        assertThat(Scales.of("signed-power", -4, 4, Map.of())).isEqualTo(new Scale.SignedPower(4, 2));
        assertThat(Scales.of("signed-power", -4, 4, Map.of("exponent", 3.0))).isEqualTo(new Scale.SignedPower(4, 3));
        assertThat(Scales.of("angle", 0, 3, Map.of())).isEqualTo(new Scale.Angle(0, 3));
        assertThat(Scales.of("tan-beta", 0.3, 10, Map.of())).isEqualTo(new Scale.TanBeta(0.3, 10));
        assertThat(Scales.of("fixed", 125, 125, Map.of())).isEqualTo(new Scale.Fixed(125));
    }

    /** What a scale says of itself makes the same scale again, so a resolved scan file can be read back. */
    @Test
    void everyKindDescribesItself() {
        for (Scales.Kind kind : Scales.all()) {
            double last = kind.name().equals("fixed") ? 0.5 : 2;
            double first = kind.name().equals("signed-power") ? -2 : 0.5;
            Scale scale = Scales.of(kind.name(), first, last, Map.of());
            assertThat(scale.kind()).isEqualTo(kind.name());
            assertThat(Scales.of(scale.kind(), scale.first(), scale.last(), scale.options()))
                    .isEqualTo(scale);
        }
    }

    @Test
    void differentScalesDiffer() {
        assertThat(new Scale.Linear(1, 2)).isNotEqualTo(new Scale.Log(1, 2));
        assertThat(new Scale.Linear(1, 2)).isNotEqualTo(new Scale.Linear(1, 3));
        assertThat(new Scale.SignedPower(1, 2)).isNotEqualTo(new Scale.SignedPower(1, 3));
        assertThat(new Scale.Dependent(Bound.of(1), Bound.of(2)))
                .isNotEqualTo(new Scale.Dependent(Bound.of("a", 1, 0), Bound.of(2)));
    }

    @Test
    void anotherRangeKeepsTheKind() {
        assertThat(Scales.withRange(new Scale.SymmetricLog(0.1, 1e7), 1, 1e6))
                .isEqualTo(new Scale.SymmetricLog(1, 1e6));
        assertThat(Scales.withRange(new Scale.SignedPower(4, 3), -5, 5)).isEqualTo(new Scale.SignedPower(5, 3));
        assertThat(Scales.withRange(new Scale.Fixed(4), 1, 2)).isEqualTo(new Scale.Linear(1, 2));
    }

    @Test
    void unknownNamesGetASuggestion() {
        assertThatThrownBy(() -> Scales.named("simlog"))
                .hasMessage(
                        "unknown scale 'simlog'. Did you mean 'symlog'? Known: linear, log, symlog, signed-power, angle,"
                                + " tan-beta, fixed, dependent");
        assertThatThrownBy(() -> Scales.of("signed-power", -1, 1, Map.of("exponant", 2.0)))
                .hasMessage("unknown option 'exponant'. Did you mean 'exponent'? Known: exponent");
        assertThatThrownBy(() -> Scales.of("signed-power", -1, 1, Map.of("exponent", 0.0)))
                .hasMessage("exponent: 0 must be within [0.1, 10]");
        assertThatThrownBy(() -> Scales.of("signed-power", -1, 2, Map.of()))
                .hasMessage("range [-1, 2] of a signed-power scale must be symmetric, such as [-2, 2]");
        assertThatThrownBy(() -> Scales.of("fixed", 1, 2, Map.of()))
                .hasMessage("fixed: the range [1, 2] must hold one value");
    }

    @Test
    void boundsAreRead() {
        assertThat(Bound.parse("100")).isEqualTo(Bound.of(100));
        assertThat(Bound.parse("-1e3")).isEqualTo(Bound.of(-1000));
        assertThat(Bound.parse("mH1")).isEqualTo(Bound.of("mH1", 1, 0));
        assertThat(Bound.parse(" mH1 + 10 ")).isEqualTo(Bound.of("mH1", 1, 10));
        assertThat(Bound.parse("0.5*mH1-1e2")).isEqualTo(Bound.of("mH1", 0.5, -100));
        assertThat(Bound.parse("-2 * x")).isEqualTo(Bound.of("x", -2, 0));
        assertThat(Bound.parse("0.5 * mH1 - 100").toString()).isEqualTo("0.5 * mH1 - 100");
        assertThat(Bound.parse("7.28D+02")).isEqualTo(Bound.of(728));
        assertThat(Bound.parse("1d1*mH1 - 7.28d2")).isEqualTo(Bound.of("mH1", 10, -728));
        for (String suffix : new String[] {"100f", "0x1p3"}) { // what Java reads, people do not write
            assertThatThrownBy(() -> Bound.parse(suffix)).hasMessageStartingWith("bound '" + suffix + "' must be");
        }
        assertThatThrownBy(() -> Bound.parse("7.28+002")).hasMessageEndingWith("write 7.28e+002");
        for (String wrong : new String[] {"", "mH1 +", "a * b", "mH1 + mH2", "1..2 * x"}) {
            assertThatThrownBy(() -> Bound.parse(wrong))
                    .as(wrong)
                    .hasMessageStartingWith("bound '" + wrong + "' must be a number or 'factor * parameter + offset'");
        }
    }

    @Test
    void aRangeIsNotWiderThanADouble() {
        for (String kind : new String[] {"linear", "signed-power", "dependent", "symlog"}) {
            Quantity x = new Quantity("x", "GeV", "x", "abscissa", List.of());
            assertThatThrownBy(() -> new ParameterSpace(List.of(new Parameter(
                            x, Scales.of(kind, kind.equals("symlog") ? 0.1 : -1.7e308, 1.7e308, Map.of())))))
                    .as(kind)
                    .hasMessageContaining("the range [-1.7e308, 1.7e308] is too wide: upper - lower must be finite");
        }
        assertThat(Scales.of("log", 1e-300, 1.7e308, Map.of()).toTheta(1)).isEqualTo(1.7e308);
    }
}
