package thetascan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thetascan.quantity.Quantity;

/**
 * The two-Higgs-doublet model by formulas against 2HDMC 1.8.0 (D. Eriksson, J. Rathsman, O. Stal, Comput. Phys. Commun. 181 (2010)
 * 189, arXiv:0902.0851) and the tests of ScannerS (arXiv:2007.02985), with their Standard Model inputs.
 */
class TwoHiggsDoubletTest {

    /** Those of 2HDMC: v = (√2 G_F)^-1/2. */
    private static final String INPUTS = """
            constants:
              v_EW: {value: 1/sqrt(sqrt(2)*1.16637e-5), unit: GeV}
              m_Z: {value: 91.15349, unit: GeV}
              m_W: {value: 80.36951, unit: GeV}
              sin2_W: {value: 1 - m_W^2/m_Z^2, unit: 1}
              m_top: {value: 172.5, unit: GeV}
              m_bottom: {value: 4.75, unit: GeV}
              reference: {value: 125, unit: GeV}
            import: [loops, two-doublets]
            """;

    /** 2HDMC divides loops with g² of G_F by alpha(m_Z) = 1/127.934; here both are of the same coupling and cancel. */
    private static final double ALPHA_RATIO = Math.sqrt(2)
            * 1.16637e-5
            * 80.36951
            * 80.36951
            * (1 - 80.36951 * 80.36951 / (91.15349 * 91.15349))
            * 127.934
            / Math.PI;

    private static final double PRINTED = 2e-4;

    private static Map<String, Double> evaluate(
            double mh, double mH, double mA, double mHp, double cosBa, double m12Sq, double tanBeta)
            throws IOException {
        String text = Files.readString(Path.of("..", "conf", "formulas", "two-higgs-doublet-model.yaml"))
                .replace("import: [constants, loops, two-doublets]", INPUTS)
                .replace("mHp, mh, m_W, m_Z, sin2_W)", "mHp, reference, m_W, m_Z, sin2_W)");
        assertThat(text).contains("91.15349").contains("mHp, reference, m_W");
        FormulaModel model = Yaml.model(text);
        double[] values = FormulaModelTest.evaluate(model, mH, mA, mHp, tanBeta, cosBa, m12Sq, mh);
        Map<String, Double> result = new TreeMap<>();
        List<Quantity> observables = model.observables();
        for (int i = 0; i < values.length; i++) {
            result.put(observables.get(i).name(), values[i]);
        }
        return result;
    }

    /** λ to the six digits printed, S, T, U to the six printed, verdicts on unitarity and stability. */
    @ParameterizedTest
    @CsvSource({
        "125, 400, 420, 440, 0.0447101778, 40000, 3, 4.81665475, 0.239926656, 2.09923280, -1.27780978, -0.710383061, true, true, -3.64026e-3, 1.41961e-2, 6.37471e-5",
        "125, 500, 700, 700, 0.141067360, 90000, 2.5, 1.41937259, -0.138604139, 9.28155718, -3.77734646, -3.77734646, true, false, -5.90817e-3, -2.82096e-3, -7.39787e-5",
        "95.4, 125, 300, 310, 0.994987437, 2000, 4, 0.518190031, 0.251991147, 3.17573460, -1.54557801, -1.34433946, true, true, -1.97894e-2, 3.51652e-2, 6.63778e-4",
        "125, 700, 720, 710, 0, 200000, 2, -0.402064716, 0.216496386, 0.557942114, 0.168248620, -0.303507314, true, false, -5.22395e-5, -1.78167e-3, -1.45037e-5",
        "125, 300, 350, 350, 0.198997487, 20000, 5, -4.28896588, 0.199435122, 2.34454057, -0.305156810, -0.305156810, true, false, -1.93312e-3, -3.17194e-3, -1.37359e-4",
    })
    void agreesWith2hdmc(
            double mh,
            double mH,
            double mA,
            double mHp,
            double cosBa,
            double m12Sq,
            double tanBeta,
            double l1,
            double l2,
            double l3,
            double l4,
            double l5,
            boolean unitary,
            boolean stable,
            double s,
            double t,
            double u)
            throws IOException {
        Map<String, Double> found = evaluate(mh, mH, mA, mHp, cosBa, m12Sq, tanBeta);
        double[] lambda = {l1, l2, l3, l4, l5};
        for (int i = 0; i < 5; i++) {
            assertThat(found.get("lambda_" + (i + 1)))
                    .isCloseTo(lambda[i], within(5e-6 * Math.max(1, Math.abs(lambda[i]))));
        }
        // 2HDMC asks for |a0| < 1: 16 pi
        assertThat(found.get("unitarity_max") < 16 * Math.PI).isEqualTo(unitary);
        assertThat(found.get("bfb_min") > 0).isEqualTo(stable);
        assertThat(ALPHA_RATIO * found.get("S")).isCloseTo(s, within(PRINTED * Math.abs(s)));
        assertThat(ALPHA_RATIO * found.get("T")).isCloseTo(t, within(PRINTED * Math.abs(t)));
        assertThat(ALPHA_RATIO * found.get("U")).isCloseTo(u, within(PRINTED * Math.abs(u)));
    }

    /** The potential and the coupling to charged scalars of ScannerS, α = 0.742282. */
    @Test
    void agreesWithScannerS() throws IOException {
        double beta = Math.atan(2.5);
        double cosBa = Math.cos(beta - 0.742282);
        Map<String, Double> found = evaluate(125, 200, 300, 250, cosBa, 1000, 2.5);
        double[] lambda = {3.15263, 0.504435, 2.59488, -0.529492, -1.43672};
        for (int i = 0; i < 5; i++) {
            assertThat(found.get("lambda_" + (i + 1)))
                    .isCloseTo(lambda[i], within(1e-5 * Math.max(1, Math.abs(lambda[i])) * 3));
        }
        assertThat(found.get("g_hHpHm")).isCloseTo(-139.375, within(0.001));
        assertThat(found.get("kappa_u")).isCloseTo(Math.cos(0.742282) / Math.sin(beta), within(1e-12));
        assertThat(found.get("kappa_d")).isCloseTo(-Math.sin(0.742282) / Math.cos(beta), within(1e-12));
    }

    /** In the alignment limit with heavy decoupled scalars the Higgs boson is that of the Standard Model. */
    @Test
    void decouples() throws IOException {
        double m = 1400;
        Map<String, Double> found = evaluate(125, m, m, m, 0, m * m / 2, 1);
        assertThat(found.get("R_gamgam")).isCloseTo(1, within(2e-3));
        assertThat(found.get("kappa_V")).isEqualTo(1);
        assertThat(found.get("kappa_u")).isCloseTo(1, within(1e-15));
        assertThat(found.get("kappa_d")).isCloseTo(1, within(1e-15));
        assertThat(found.get("T")).isCloseTo(0, within(1e-10));
        assertThat(found.get("lambda_1")).isCloseTo(125 * 125 / (246.22 * 246.22), within(1e-4));
    }

    @Test
    void theFileAsItIsShippedReads() {
        FormulaModel model = Yaml.shipped("two-higgs-doublet-model.yaml");
        assertThat(model.parameters().dimension()).isEqualTo(6);
        assertThat(model.constraintSet("default").names()).contains("STU", "vacuum", "m_Hp");
    }
}
