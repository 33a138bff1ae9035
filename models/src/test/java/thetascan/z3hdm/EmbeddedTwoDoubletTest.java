package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import thetascan.physics.StandardModel;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaLimits;
import thetascan.validation.ValidationPage;

/**
 * Partial widths against 2HDMC 1.8.0 (D. Eriksson, J. Rathsman, O. Stål, Comput. Phys. Commun. 181 (2010) 189, arXiv:0902.0851): a type-II
 * two-Higgs-doublet model is the Z3 model in which φ1 and φ2 share the doublet H_d evenly, and the other combination of them neither
 * mixes nor is within reach (its charged scalar is in the loops of h → γγ, Zγ, which are not compared). The soft terms m13² = m23² = −m12²/√2 and the m12² that makes λ10 = λ11 = 0 give its potential.
 */
class EmbeddedTwoDoubletTest {

    /** Parameters of a type-II model as those of the Z3 model: H is h3, A is A2, H⁺ is C2. */
    static double[] embed(double mH, double mA, double mC, double sinBetaMinusAlpha, double m12Sq, double tanBeta) {
        double beta = Math.atan(tanBeta);
        double far = 1000;
        double[] theta = new double[Z3Parameters.COUNT];
        theta[Z3Parameters.ALPHA1] = Math.PI / 4;
        theta[Z3Parameters.ALPHA2] = beta + Math.acos(sinBetaMinusAlpha);
        theta[Z3Parameters.TAN_BETA1] = 1;
        theta[Z3Parameters.TAN_BETA2] = tanBeta;
        theta[Z3Parameters.M_EVEN2] = far;
        theta[Z3Parameters.M_EVEN3] = mH;
        theta[Z3Parameters.M_A1] = far;
        theta[Z3Parameters.M_A2] = mA;
        theta[Z3Parameters.M_C1] = far;
        theta[Z3Parameters.M_C2] = mC;
        theta[Z3Parameters.V] = StandardModel.VEV;
        theta[Z3Parameters.M_EVEN1] = 125;
        theta[Z3Parameters.M13_SQ] = -m12Sq / Math.sqrt(2);
        theta[Z3Parameters.M23_SQ] = -m12Sq / Math.sqrt(2);
        // λ10 = λ11 = 0: 2 d12 + d13 = 0 with d_ij = (P_ij − m_ij²)/v_k of the CP-odd mass matrix
        Z3Spectrum s = new Z3Spectrum();
        s.set(theta);
        double p12 = 0;
        double p13 = 0;
        for (int k = 0; k < 2; k++) {
            double square = s.massSq[Scalars.A1 + k];
            p12 += s.p[3 * (k + 1)] * s.p[3 * (k + 1) + 1] * square;
            p13 += s.p[3 * (k + 1)] * s.p[3 * (k + 1) + 2] * square;
        }
        double d13 = (p13 - s.m13Sq) / (s.vHat[1] * s.vev);
        theta[Z3Parameters.M12_SQ] = p12 + s.vHat[2] * s.vev * d13 / 2;
        return theta;
    }

    private static SlhaDocument reference(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(SlhaDocument.class.getResourceAsStream("2hdmc-1.8.0/" + name + ".lha.gz")))) {
            return SlhaDocument.of(in.readAllBytes(), name, SlhaLimits.DEFAULT);
        }
    }

    @Test
    void thePotentialIsThatOfTwoDoublets() {
        Parts parts = new Parts().at(embed(400, 420, 440, 0.999, 4e4, 3));
        assertThat(parts.potential.l10).isCloseTo(0, within(1e-12));
        assertThat(parts.potential.l11).isCloseTo(0, within(1e-12));
        // 2HDMC: λ2 of φ_u is half of its λ_2 here
        assertThat(parts.potential.l3).isCloseTo(2.39926656e-01 / 2, within(2e-3));
        assertThat(parts.couplings.kappaD[0]).isCloseTo(parts.couplings.kappaL[0], within(1e-12));
    }

    @Test
    void partialWidths() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        compare(rows, "demo", embed(400, 420, 440, 0.999, 4e4, 3));
        compare(rows, "typeII_align", embed(700, 720, 710, 1, 2e5, 2));
        StringBuilder table =
                new StringBuilder("| state | channel | ours/theirs, demo | typeII_align |\n|---|---|---|---|\n");
        rows.forEach((channel, ratios) -> {
            String[] words = channel.split(" ");
            table.append("| ").append(words[0]).append(" | ").append(words[1]).append(ratios);
            table.append(ratios.indexOf('|') == ratios.lastIndexOf('|') ? " | |\n" : " |\n");
        });
        ValidationPage.check("twohdmc", table.toString());
    }

    private static void compare(Map<String, String> rows, String name, double[] theta) throws IOException {
        SlhaDocument theirs = reference(name);
        Parts parts = new Parts().at(theta);
        int compared = 0;
        for (String line : CHANNELS.strip().split("\n")) {
            String[] c = line.strip().split(" ");
            int state = Scalars.NAMES.indexOf(c[0]);
            double ours = parts.widths
                    .partial[
                    Scalars.CHANNELS.first(state)
                            + Scalars.CHANNELS.names(state).indexOf(c[1])];
            int parent = Integer.parseInt(c[2]);
            double there = theirs.width(parent)
                    * theirs.branchingRatio(parent, Integer.parseInt(c[3]), Integer.parseInt(c[4]))
                            .orElse(0);
            double ckm = c.length > 5
                    ? square(theirs.number("MGCKM", digit(c[5], 0), digit(c[5], 1)) / Double.parseDouble(c[6]))
                    : 1;
            if (there > 1e-7 * theirs.width(parent)) {
                double ratio = ours * ckm / there;
                assertThat(ratio).as(name + " " + line).isBetween(1 - tolerance(c[1]), 1 + tolerance(c[1]));
                String empty = name.equals("demo") || rows.containsKey(c[0] + " " + c[1]) ? "" : " |";
                rows.merge(c[0] + " " + c[1], String.format(Locale.ROOT, "%s | %.3f", empty, ratio), String::concat);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(22);
    }

    private static double square(double x) {
        return x * x;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static double tolerance(String decay) {
        return switch (decay) {
            // 2HDMC has m_b(m_b) = 4.42 GeV
            case "bb", "cb" -> 0.13;
            // α_s(m_Z) = 0.119 there, and masses of quarks in loops
            case "gg" -> 0.08;
            case "gamgam" -> 0.18;
            default -> 0.05;
        };
    }

    /** State, channel, particles of 2HDMC, element of the CKM matrix and its value here. */
    private static final String CHANNELS = """
            h1 bb 25 5 -5
            h1 cc 25 4 -4
            h1 tautau 25 15 -15
            h1 mumu 25 13 -13
            h1 WW 25 24 -24
            h1 ZZ 25 23 23
            h1 gg 25 21 21
            h3 bb 35 5 -5
            h3 cc 35 4 -4
            h3 tt 35 6 -6
            h3 tautau 35 15 -15
            h3 mumu 35 13 -13
            h3 WW 35 24 -24
            h3 ZZ 35 23 23
            h3 gg 35 21 21
            h3 h1h1 35 25 25
            A2 bb 36 5 -5
            A2 cc 36 4 -4
            A2 tt 36 6 -6
            A2 tautau 36 15 -15
            A2 mumu 36 13 -13
            A2 gg 36 21 21
            A2 gamgam 36 22 22
            A2 Zgam 36 23 22
            A2 Zh1 36 23 25
            C2 tb 37 6 -5 33 0.999105
            C2 ts 37 6 -3 32 0.04133
            C2 cb 37 4 -5 23 0.04214
            C2 cs 37 4 -3 22 0.97359
            C2 taunu 37 -15 16
            C2 munu 37 -13 14
            C2 Wh1 37 24 25
            C2 Wh3 37 24 35
            C2 WA2 37 24 36
            """;
}
