package thetascan.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import thetascan.family.Discovery;

class CatalogueFamiliesTest {

    /** The intervals are Clopper and Pearson's of 1 in 1, 0 in 10 and 0 in 10,000: 0.025, 1 − 0.025^(1/10), 1 − 0.025^(1/10000). */
    @Test
    void chancesAreReadWithoutExponents() {
        assertThat(CatalogueFamilies.share(new Discovery(1, 1, 1, 0))).isEqualTo("100 % (2.5 to 100 %)");
        assertThat(CatalogueFamilies.share(new Discovery(10, 2, 0, 0))).isEqualTo("0 % (0 to 31 %)");
        assertThat(CatalogueFamilies.share(new Discovery(10_000, 9, 0, 0))).isEqualTo("0 % (0 to 0.037 %)");
    }
}
