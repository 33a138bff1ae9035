package thetascan.quantity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void namesMustDifferInMoreThanCase() {
        assertThatCode(() -> ColumnNames.requireDistinct("parameter", List.of("m_h1", "m_h2", "m_H")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ColumnNames.requireDistinct("parameter", List.of("m_H1", "x", "m_h1")))
                .hasMessage("parameters 'm_H1' and 'm_h1' differ only in case: to Spark and SQL their columns are one."
                        + " Rename one.");
        assertThatThrownBy(() -> ColumnNames.requireDistinct("constraint", List.of("S", "S")))
                .hasMessage("constraint 'S' is given twice.");
    }

    /** In Turkish a capital I is no i with a dot. */
    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale.setDefault(Locale.forLanguageTag("tr"));
        assertThatThrownBy(() -> ColumnNames.requireDistinct("parameter", List.of("m_I", "m_i")))
                .hasMessageContaining("differ only in case");
    }
}
