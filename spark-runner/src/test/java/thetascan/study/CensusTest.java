package thetascan.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.point.PointRow;
import thetascan.quantity.Quantity;

class CensusTest {

    @Test
    void countsPointsByWhatTheyAre() {
        Census census = new Census(List.of(
                Quantity.of("m", "GeV", "m", "a mass"),
                new Quantity("kind", "1", "k", "what it is", List.of("even", "odd", "none"))));
        for (double kind : new double[] {0, 1, 0, Double.NaN}) {
            census.add(new PointRow(new double[0], new double[] {1, kind}, new double[0], new byte[0], 0, ""));
        }
        assertThat(census.isEmpty()).isFalse();
        assertThat(census.counts())
                .containsExactly(entry("kind: even", 2L), entry("kind: odd", 1L), entry("kind: none", 0L));
    }
}
