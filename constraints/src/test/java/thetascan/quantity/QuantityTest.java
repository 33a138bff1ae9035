package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"kappa_V", "S", "m12_sq", "lambda1"})
    void acceptsColumnNames(String name) {
        assertThat(Quantity.of(name, "GeV", "x", "d").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "mu(1,1)", "m-h", "κ", "a b", "_a"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> Quantity.of(name, "GeV", "x", "d"))
                .hasMessageStartingWith("quantity name '" + name + "': must match");
    }

    @Test
    void needsAUnitAndADescription() {
        assertThatThrownBy(() -> Quantity.of("S", "", "S", "d"))
                .hasMessage("quantity S: unit is empty; write 1 for a pure number.");
        assertThatThrownBy(() -> Quantity.of("S", "1", "S", " ")).hasMessage("quantity S: description is empty.");
        assertThatThrownBy(() -> Quantity.of("S", "1", "", "d")).hasMessage("quantity S: latex label is empty.");
    }

    @Test
    void aLegendMakesItAChoice() {
        assertThat(Quantity.of("S", "1", "S", "d").isChoice()).isFalse();
        assertThat(new Quantity("limit", "1", "l", "d", List.of("none", "ATLAS")).isChoice())
                .isTrue();
    }
}
