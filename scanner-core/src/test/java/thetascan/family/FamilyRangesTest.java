package thetascan.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.family.FamilyRanges.Apart;

class FamilyRangesTest {

    /** Quantities: overlapping, of other sign in family 2, apart from family 3 only, absent in family 3. */
    private static FamilyRanges ranges() {
        FamilyRanges ranges = new FamilyRanges(3, 4);
        ranges.add(1, new double[] {0, 0.9, 1, 5});
        ranges.add(1, new double[] {10, 1.1, 2, 6});
        ranges.add(2, new double[] {4, -1.1, 1.5, 7});
        ranges.add(2, new double[] {6, -0.9, 3, Double.NaN});
        ranges.add(3, new double[] {5, 1, 8, Double.NaN});
        ranges.add(3, new double[] {9, 1.2, 10, Double.NaN});
        return ranges;
    }

    @Test
    void rangesAreThoseOfTheValues() {
        FamilyRanges ranges = ranges();
        assertThat(ranges.points(2)).isEqualTo(2);
        assertThat(ranges.lower(2, 1)).isEqualTo(-1.1);
        assertThat(ranges.upper(2, 3)).isEqualTo(7);
        assertThat(ranges.lower(3, 3)).isInfinite();
    }

    @Test
    void whatDoesNotOverlapSetsApart() {
        assertThat(ranges().apart(2))
                .containsExactly(
                        new Apart(1, List.of(1, 3), true, 1.8 / (1.2 + 1.1)),
                        new Apart(2, List.of(3), false, 5.0 / 9),
                        new Apart(3, List.of(1), false, 0.5));
        assertThat(ranges().apart(3))
                .containsExactly(
                        new Apart(2, List.of(1, 2), false, 5.0 / 9),
                        new Apart(1, List.of(2), true, (1 + 0.9) / (1.2 + 1.1)));
    }
}
