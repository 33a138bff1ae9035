package thetascan.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import thetascan.archive.Coding;
import thetascan.model.Models;
import thetascan.point.PointRow;
import thetascan.quantity.Quantity;
import thetascan.space.ParameterSpace;

class CensusTest {

    @Test
    void countsPointsByWhatTheyAre() {
        ParameterSpace space = Models.named("toy").parameters();
        List<Quantity> observables = List.of(
                Quantity.of("m", "GeV", "m", "a mass"),
                new Quantity("kind", "1", "k", "what it is", List.of("even", "odd", "none")));
        Census census = new Census(Coding.all(space, observables, Map.of("m", new TreeSet<>(List.of(0.0, 1.5)))));
        for (double kind : new double[] {0, 1, 0, Double.NaN}) {
            census.add(
                    new PointRow(new double[space.size()], new double[] {1, kind}, new double[0], new byte[0], 0, ""));
        }
        assertThat(census.isEmpty()).isFalse();
        assertThat(census.counts())
                .containsExactly(
                        entry("kind: even", 2L),
                        entry("kind: odd", 1L),
                        entry("kind: none", 0L),
                        entry("m: below 0", 0L),
                        entry("m: 0 to 1.5", 4L),
                        entry("m: 1.5 or more", 0L));
    }
}
