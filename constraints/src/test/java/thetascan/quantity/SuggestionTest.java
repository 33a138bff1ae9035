package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("kappa_W", "kappa_Z", "islands", "seed", "mu_VBF_WW");

    @ParameterizedTest
    @CsvSource({
        "kapa_W, kappa_W",
        "Kappa_w, kappa_W",
        "kappa_Q, kappa_W", // the first of equals
        "ilsands, islands",
        "island, islands",
        "sede, seed",
        "mu_VBF_W, mu_VBF_WW",
    })
    void findsTheClosest(String typo, String meant) {
        assertThat(Suggestion.closest(typo, KNOWN)).contains(meant);
        assertThat(Suggestion.hint(typo, KNOWN)).isEqualTo(" Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"optimiser", "x", "sectors", "''"})
    void staysSilentWhenNothingIsClose(String typo) {
        assertThat(Suggestion.closest(typo, KNOWN)).isEmpty();
        assertThat(Suggestion.hint(typo, KNOWN)).isEmpty();
    }

    @Test
    void knowsNamesOfOtherLanguages() {
        assertThat(Suggestion.closest("ln", List.of("log10", "sin", "log"))).contains("log");
        assertThat(Suggestion.closest("ArcTan", List.of("tan", "atan"))).contains("atan");
        assertThat(Suggestion.closest("ln", List.of("mln"))).contains("mln");
    }

    @Test
    void worksWithoutKnownNames() {
        assertThat(Suggestion.closest("seed", List.of())).isEmpty();
    }
}
