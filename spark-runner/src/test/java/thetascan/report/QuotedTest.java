package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {

    @Test
    void whatNeedsNoQuotesHasNone() {
        assertThat(Quoted.word("scans/Größe-µ/x-1_2.yaml")).isEqualTo("scans/Größe-µ/x-1_2.yaml");
        assertThat(Quoted.word("seesaw µ→e")).isEqualTo("\"seesaw µ→e\"");
        assertThat(Quoted.text("a b")).isEqualTo("\"a b\"");
        assertThat(Quoted.text("q\"u\\o")).isEqualTo("\"q\\\"u\\\\o\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a#b", "a&b;c", "q'u\"o", "back\\slash", "$HOME", "`id`", "~x", "a*b?[c]{d,e}", "a\nb", ""
            })
    @DisabledOnOs(OS.WINDOWS)
    void aShellTakesItForOneWord(String name) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s' " + Quoted.word(name)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }
}
