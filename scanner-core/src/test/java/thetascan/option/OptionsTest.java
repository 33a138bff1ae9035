package thetascan.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<Option> DECLARED = List.of(
            Option.real("sigma0", 0.3, 1e-9, 10, "first step size"),
            Option.integer("population", Double.NaN, 4, 1000, "candidates"),
            Option.real("tolxup", 10, 0.5, Double.POSITIVE_INFINITY, "longest step"));

    @Test
    void defaultsUnlessGiven() {
        Options options = Options.of(DECLARED, Map.of("sigma0", 0.5));

        assertThat(options.value("sigma0")).isEqualTo(0.5);
        assertThat(options.value("tolxup")).isEqualTo(10);
        assertThat(options.declared()).isEqualTo(DECLARED);
    }

    @Test
    void derivedValuesAreFilledIn() {
        Options options = Options.defaults(DECLARED);

        assertThat(options.value("population")).isNaN();
        assertThat(options.intValueOr("population", 12)).isEqualTo(12);
        assertThat(options.with("population", 24).intValueOr("population", 12)).isEqualTo(24);
        assertThat(options.intValueOr("population", 13)).isEqualTo(13); // with() left the original alone
        assertThat(DECLARED.get(1).isDerived()).isTrue();
    }

    @Test
    void refusesUnknownNamesAndForbiddenValues() {
        assertThatThrownBy(() -> Options.of(DECLARED, Map.of("sigma", 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option 'sigma'. Did you mean 'sigma0'? Known: sigma0, population, tolxup");
        assertThatThrownBy(() -> Options.of(DECLARED, Map.of("sigma0", 11.0)))
                .hasMessage("sigma0: 11 must be within [1e-9, 10]");
        assertThatThrownBy(() -> Options.of(DECLARED, Map.of("sigma0", Double.NaN)))
                .hasMessage("sigma0: NaN must be within [1e-9, 10]");
        assertThatThrownBy(() -> Options.of(DECLARED, Map.of("tolxup", 0.1)))
                .hasMessage("tolxup: 0.1 must be within [0.5, ∞)");
        assertThatThrownBy(() -> Options.of(DECLARED, Map.of("population", 12.5)))
                .hasMessage("population: 12.5 must be a whole number");
        assertThatThrownBy(() -> Option.real("x", 3, 0, 2, "")).hasMessage("option x: default 3.0 outside [0.0, 2.0]");
    }

    @Test
    void numbersForPeople() {
        assertThat(Option.format(12)).isEqualTo("12");
        assertThat(Option.format(-0.25)).isEqualTo("-0.25");
        assertThat(Option.format(1e-11)).isEqualTo("1e-11");
        assertThat(Option.format(1e14)).isEqualTo("1e14");
        assertThat(Option.format(1_000_000)).isEqualTo("1000000");
        assertThat(Option.format(2.5e-7)).isEqualTo("2.5e-7");
    }
}
