package thetascan.higgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GluonFusionTest {

    private final GluonFusion fusion = new GluonFusion();

    /** HIGLU as in Lilith 2.1 (arXiv:1908.03952), at 125 GeV between 124.8 and 125.1: top 45.819, bottom 0.29519, both −2.51568 pb, with pole masses. */
    @Test
    void twoProgramsAgreeAtTheObservedMass() {
        double sum = 45.819 + 0.29519 - 2.51568;
        double top = fusion.of(125, true, 1, 0);
        double bottom = fusion.of(125, true, 0, 1);
        assertThat(top).isCloseTo(45.819 / sum, within(0.002));
        assertThat(bottom).isCloseTo(0.29519 / sum, within(6e-4));
        assertThat(fusion.of(125, true, 1, 1) - top - bottom).isCloseTo(-2.51568 / sum, within(1e-3));
    }

    /** The Working Group has running masses: a third less of interference. */
    @Test
    void theObservedOne() {
        assertThat(GluonFusion.observed(1, 1)).isCloseTo(1, within(1e-15));
        assertThat(GluonFusion.observed(2, 2)).isCloseTo(4, within(1e-15));
        assertThat(GluonFusion.observed(1, -1)).isCloseTo(1.0753, within(1e-4));
        assertThat(GluonFusion.observed(0, 1)).isCloseTo(0.002, within(1e-5));
    }

    /** Heavy tops: 9/4 at leading order as the mass of the scalar goes to 0, and the same correction by gluons within a tenth. */
    @Test
    void oddScalarsAreMadeMoreOften() {
        assertThat(fusion.of(90, false, 1, 0) / fusion.of(90, true, 1, 0)).isBetween(2.25, 2.5);
        assertThat(fusion.of(345, false, 1, 0)).isGreaterThan(5);
        assertThat(fusion.of(130, false, 0, 1)).isCloseTo(fusion.of(130, true, 0, 1), within(1e-3));
    }
}
