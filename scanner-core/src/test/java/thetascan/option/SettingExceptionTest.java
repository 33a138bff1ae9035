package thetascan.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingExceptionTest {

    @Test
    void growsByTheKeysOfTheSettingsAround() {
        SettingException refusal = new SettingException("warm", "1.5: must be within [0, 1]");
        SettingException seen = refusal.under("restart").under("a.b");
        assertThat(seen.keys()).containsExactly("a.b", "restart", "warm");
        assertThat(seen.rule()).isEqualTo("1.5: must be within [0, 1]");
        assertThat(seen).hasMessage("a.b.restart.warm: 1.5: must be within [0, 1]");
    }

    @Test
    void anOptionNamesItself() {
        Option option = Option.integer("bins", 10, 2, 100, "bins");
        assertThatThrownBy(() -> Options.of(List.of(option), Map.of("bins", 1.0)))
                .isInstanceOfSatisfying(SettingException.class, refusal -> {
                    assertThat(refusal.keys()).containsExactly("bins");
                    assertThat(refusal.rule()).isEqualTo("1 must be within [2, 100]");
                });
    }

    @Test
    void rangesMustBeOrderedAndNarrowerThanDoubles() {
        assertThatThrownBy(() -> Ranges.check("ranges", Map.of("S", List.of(1.0, 1.0))))
                .hasMessage("ranges.S: [1.0, 1.0] must be [lower, upper] with lower below upper");
        assertThatThrownBy(() -> Ranges.check("ranges", Map.of("S", List.of(-1.7e308, 1.7e308))))
                .hasMessage("ranges.S: [-1.7E308, 1.7E308] is too wide: upper - lower must be finite");
    }
}
