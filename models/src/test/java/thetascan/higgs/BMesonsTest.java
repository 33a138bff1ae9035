package thetascan.higgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BMesonsTest {

    private static final double[] NONE = {};

    private static BMesons at(double mC, double tanBeta) {
        HiggsSector sector = new HiggsSector(List.of("h", "H0", "A", "Hpm"), List.of("h", "H", "A", "H^+"));
        Spectrum spectrum = new Spectrum(sector);
        spectrum.massSq[3] = mC * mC;
        Couplings couplings = new Couplings(sector, 1, 0, 0);
        couplings.x[0] = tanBeta;
        couplings.y[0] = 1 / tanBeta;
        couplings.z[0] = tanBeta;
        BMesons mesons = new BMesons(sector);
        mesons.evaluate(spectrum, couplings);
        return mesons;
    }

    /** T. Inami, C. S. Lim, Prog. Theor. Phys. 65 (1981) 297. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 4.1, 9})
    void withoutScalarsTheBoxesAreThoseOfInamiAndLim(double x) {
        double expected = (4 * x - 11 * x * x + x * x * x) / (4 * (1 - x) * (1 - x))
                - 3 * x * x * x * Math.log(x) / (2 * Math.pow(1 - x, 3));
        assertThat(new BsMixing(x).with(NONE, NONE)).isCloseTo(expected, within(1e-9 * expected));
    }

    /** V. Barger, J. L. Hewett, R. J. N. Phillips, Phys. Rev. D 41 (1990) 3421: xy/4 [(1+y)/(1−y)² + 2 y ln y/(1−y)³], y = m_t²/m_H². */
    @ParameterizedTest
    @CsvSource({"4.1, 20", "4.1, 2", "5, 155"})
    void twoChargedScalarsAreKnown(double x, double square) {
        double big = 1e6;
        double[] strong = {big};
        double twice = new BsMixing(x).with(new double[] {square}, strong) / (big * big);
        double y = x / square;
        double expected = x * y / 4 * ((1 + y) / ((1 - y) * (1 - y)) + 2 * y * Math.log(y) / Math.pow(1 - y, 3));
        assertThat(twice).isCloseTo(expected, within(2e-5 * expected));
    }

    /** Type II: the amplitude of B → τν is 1 − m_B² tan² β/m_H² times that of the W. */
    @Test
    void tauNuOfTypeTwo() {
        double ratio = at(300, 9).tauNu / 8.387e-5;
        assertThat(Math.sqrt(ratio)).isCloseTo(1 - 5.27941 * 5.27941 * 81 / (300 * 300), within(0.003));
    }

    /** flavio 2.7 with the Wilson coefficients CSR_bctaunutau, CSL_bctaunutau at 4.8 GeV. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 0, 1.08015970, 1.00703316",
        "-0.05, 0, 0.92533718, 0.99322871",
        "0, 0.05, 1.08015970, 0.99322871",
        "0, -0.1, 0.85616325, 1.01432818"
    })
    void semileptonicDecaysAreThoseOfFlavio(double right, double left, double rD, double rDStar) {
        assertThat(BMesons.rD(right, left)).isCloseTo(rD, within(2e-4));
        assertThat(BMesons.rDStar(right, left)).isCloseTo(rDStar, within(2e-5));
    }

    /** A small tan β couples charged scalars to tops: R grows; far away nothing is left. */
    @Test
    void mixingGrowsWithTheCouplingToTops() {
        assertThat(at(300, 0.7).mixing).isBetween(1.3, 3.0);
        assertThat(at(1000, 5).mixing).isBetween(1.0, 1.01);
        assertThat(at(1000, 5).rD).isCloseTo(1, within(0.005));
    }
}
