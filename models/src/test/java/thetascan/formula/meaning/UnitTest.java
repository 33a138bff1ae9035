package thetascan.formula.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnitTest {

    @Test
    void readsProductsOfPowers() {
        assertThat(Unit.parse("GeV^2")).hasToString("GeV^2");
        assertThat(Unit.parse("cm^3/s")).hasToString("cm^3 s^-1");
        assertThat(Unit.parse("GeV*cm")).hasToString("GeV cm");
        assertThat(Unit.parse("GeV cm")).hasToString("GeV cm");
        assertThat(Unit.parse("GeV^1/2")).hasToString("GeV^0.5");
        assertThat(Unit.parse("1/GeV")).hasToString("GeV^-1");
        assertThat(Unit.parse("rad")).hasToString("1");
        assertThat(Unit.parse("GeV/GeV")).hasToString("1");
    }

    @Test
    void refusesWhatIsNoUnit() {
        for (String text : new String[] {"GeV^", "^2", "GeV**2", "/GeV", "GeV+eV", "2"}) {
            assertThatThrownBy(() -> Unit.parse(text)).as(text).hasMessageContaining("'" + text + "'");
        }
    }

    @Test
    void symbolsAreIndependent() {
        Unit gev = Unit.parse("GeV");
        assertThat(gev.fits(Unit.parse("eV"))).isFalse();
        assertThat(gev.times(Unit.parse("eV/GeV")).fits(Unit.parse("eV"))).isTrue();
        assertThat(gev.fits(Unit.UNKNOWN)).isTrue();
        assertThat(gev.fits(Unit.NUMBER)).isTrue();
        assertThat(gev.times(Unit.NUMBER).fits(gev)).isTrue();
        assertThat(gev.times(Unit.UNKNOWN).fits(Unit.parse("s"))).isTrue();
        assertThat(gev.fits(Unit.ONE)).isFalse();
    }
}
