package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thetascan.higgs.BsToMuMu;
import thetascan.higgs.Couplings;
import thetascan.physics.RunningMass;
import thetascan.physics.StandardModel;
import thetascan.validation.ValidationPage;
import thetascan.z3hdm.EmbeddedTwoDoublet;

class BsToMuMuTest {

    private static final double X_T = Math.pow(RunningMass.TOP.at(StandardModel.MT), 2) / StandardModel.MW_SQ;

    private final BsToMuMu muons = new BsToMuMu(TwoHdmSpectrum.SECTOR);

    private double at(YukawaType type, double mH, double mA, double mC, double tanBeta, double cosBa, double m12Sq) {
        TwoHdmSpectrum spectrum = new TwoHdmSpectrum();
        spectrum.set(new double[] {mH, mA, mC, tanBeta, cosBa, m12Sq, StandardModel.VEV, 125});
        TwoHdmPotential potential = new TwoHdmPotential();
        potential.invert(spectrum);
        TwoHdmTrilinears trilinears = new TwoHdmTrilinears();
        trilinears.set(potential, spectrum);
        Couplings couplings = type.couplings(TwoHdmSpectrum.SECTOR);
        couplings.set(spectrum);
        return muons.evaluate(spectrum, couplings, trilinears);
    }

    /**
     * flavio 2.7.1: BR(Bs->mumu) over that of the Standard Model with C10_bsmumu, CS_bsmumu, CP_bsmumu at 4.8 GeV. Its C₁₀ is −4.19 in the
     * Standard Model, which the first two rows give, its operators have m_b alone in front and no sin²θ_W.
     */
    @Test
    void theRateIsThatOfFlavio() throws IOException {
        double[][] points = {
            {0.4, 0, 0, 0.8172089478419194},
            {-0.3, 0, 0, 1.1491902720741878},
            {0, 0.05, 0, 3.263069058265009},
            {0, 0, 0.05, 0.36719658501685043},
            {0, -0.03, 0.03, 0.8160312418946561},
            {0.2, -0.08, 0.08, 8.409924519560228}
        };
        double standardModel = -0.4 / (1 - Math.sqrt(0.8172089478419194));
        double scale = StandardModel.MW_SQ / StandardModel.M_MU / -standardModel;
        StringBuilder table = new StringBuilder(
                        "| C₁₀ | C_S [1/GeV] | C_P [1/GeV] | rate over the Standard Model, flavio | ours/theirs |\n")
                .append("|---|---|---|---|---|\n");
        for (double[] p : points) {
            double ours = BsToMuMu.ratio(p[0] / standardModel, p[1] * scale, p[2] * scale);
            assertThat(ours).isCloseTo(p[3], within(0.003 * Math.max(1, p[3])));
            table.append(String.format(
                    Locale.ROOT, "| %s | %s | %s | %.4f | %.4f |\n", p[0], p[1], p[2], p[3], ours / p[3]));
        }
        ValidationPage.check("bs-mumu", table.toString());
    }

    /** H. E. Logan, U. Nierste, hep-ph/0004139: C_S = −C_P = −tan² β ln r/(4 (r − 1)), r = m_H⁺²/m_t². */
    @Test
    void scalarOperatorsOfTypeTwo() {
        double tanBeta = 1e6;
        at(YukawaType.II, 900, 900, 900, tanBeta, 0, 900 * 900 * tanBeta / (1 + tanBeta * tanBeta));
        double r = 900 * 900 / (X_T * StandardModel.MW_SQ);
        double expected = tanBeta * tanBeta * Math.log(r) / (4 * (r - 1));
        assertThat(muons.pseudoscalar).isCloseTo(expected, within(1e-9 * expected));
        assertThat(muons.scalar).isCloseTo(-expected, within(0.02 * expected));
    }

    /** A. J. Buras et al., Nucl. Phys. B 592 (2001) 55, hep-ph/0007313: Y grows by −x_t f₅(y)/(8 tan² β), f₅ = y/(1−y) + y ln y/(1−y)², y = m_t²/m_H². */
    @ParameterizedTest
    @EnumSource(YukawaType.class)
    void theZPenguinIsThatOfKaonDecays(YukawaType type) {
        double tanBeta = 0.8;
        double y = X_T * StandardModel.MW_SQ / (400 * 400);
        at(type, 400, 400, 400, tanBeta, 0, 400 * 400 * tanBeta / (1 + tanBeta * tanBeta));
        double f5 = y / (1 - y) + y * Math.log(y) / ((1 - y) * (1 - y));
        double expected = X_T / (8 * tanBeta * tanBeta) * Math.abs(f5);
        assertThat(muons.axial).isCloseTo(expected, within(1e-9 * expected));
        assertThat(muons.axial).isPositive();
    }

    /** As part of the Z3 model type II has the same penguins; those of the neutral scalars of the third doublet, which reach b → s through its charged one, are left out. */
    @Test
    void typeTwoInTheZ3Model() {
        double[][] points = {
            {400, 420, 440, 3, 0.0447, 4e4},
            {700, 720, 710, 40, 0, 1e4},
            {250, 600, 580, 8, -0.1, 7e3},
            {500, 300, 160, 1.2, 0.3, 1e5}
        };
        for (double[] p : points) {
            at(YukawaType.II, p[0], p[1], p[2], p[3], p[4], p[5]);
            double[] larger = EmbeddedTwoDoublet.muons(EmbeddedTwoDoublet.embed(p[0], p[1], p[2], p[4], p[5], p[3]));
            double size = Math.max(1, Math.abs(muons.scalar));
            assertThat(larger[0]).isCloseTo(muons.axial, within(1e-10));
            assertThat(larger[1]).isCloseTo(muons.scalar, within(1e-10 * size));
            assertThat(larger[2]).isCloseTo(muons.pseudoscalar, within(1e-10 * size));
        }
    }

    /** Type II falls below the Standard Model first, when tan β grows, and type I at large tan β is it. */
    @Test
    void ratesOfTheTypes() {
        double soft = 600 * 600 * 40.0 / 1601;
        assertThat(at(YukawaType.II, 600, 600, 600, 40, 0, soft)).isBetween(2.2e-9, 3.2e-9);
        assertThat(at(YukawaType.I, 600, 600, 600, 40, 0, soft)).isCloseTo(3.64e-9, within(2e-12));
        assertThat(at(YukawaType.X, 600, 600, 600, 40, 0, soft)).isCloseTo(3.64e-9, within(4e-11));
    }

    /** Nothing happens where the charged scalar weighs as much as the top. */
    @Test
    void theFunctionsAreSmoothAtTheMassOfTheTop() {
        double mt = Math.sqrt(X_T * StandardModel.MW_SQ);
        double below = at(YukawaType.II, 400, 400, mt * 0.999, 5, 0, 3e4);
        double there = at(YukawaType.II, 400, 400, mt, 5, 0, 3e4);
        double above = at(YukawaType.II, 400, 400, mt * 1.001, 5, 0, 3e4);
        assertThat(there).isCloseTo((below + above) / 2, within(1e-3 * there));
    }
}
