package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import thetascan.higgs.Couplings;
import thetascan.higgs.CrossSections;
import thetascan.higgs.LoopAmplitudes;
import thetascan.higgs.TopDecays;
import thetascan.higgs.WidthSource;
import thetascan.physics.HiggsReference;
import thetascan.physics.StandardModel;
import thetascan.validation.ValidationPage;

/** Production of H and A at 13 TeV beside SusHi 1.6.1 as tabulated in ScannerS (resources, README.md), in the alignment limit. */
class SusHiTest {

    private static final double[] TAN_BETA = {1, 3, 10, 30};
    private static final List<String> PROCESSES = List.of("gg → H", "gg → A", "bb → H");

    /** Cross-section there over squares of couplings [pb]: top squared, top times bottom, bottom squared; H, then A; then bb. */
    private static Map<Double, double[]> theirs() throws IOException {
        Map<Double, double[]> rows = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SusHiTest.class.getResourceAsStream("sushi.csv")), StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                double[] row = new double[cells.length - 1];
                for (int i = 0; i < row.length; i++) row[i] = Double.parseDouble(cells[i + 1]);
                rows.put(Double.parseDouble(cells[0]), row);
            });
        }
        return rows;
    }

    /** Ours at 13 TeV [pb]: gluon fusion and with two bottom quarks, of H and of A. */
    private static double[] ours(WidthSource source, YukawaType type, double mass, double tanBeta) throws Exception {
        TwoHdmSpectrum spectrum = new TwoHdmSpectrum();
        double soft = mass * mass * tanBeta / (1 + tanBeta * tanBeta);
        spectrum.set(new double[] {mass, mass, mass, tanBeta, 0, soft, StandardModel.VEV, 125});
        TwoHdmPotential potential = new TwoHdmPotential();
        potential.invert(spectrum);
        Couplings couplings = type.couplings(TwoHdmSpectrum.SECTOR);
        couplings.set(spectrum);
        TwoHdmTrilinears trilinears = new TwoHdmTrilinears();
        trilinears.set(potential, spectrum);
        LoopAmplitudes loops = new LoopAmplitudes(TwoHdmSpectrum.SECTOR, source);
        loops.light(spectrum, couplings, trilinears);
        loops.heavy(spectrum, couplings, trilinears);
        TopDecays top = new TopDecays(TwoHdmSpectrum.SECTOR);
        top.evaluate(spectrum, couplings);
        CrossSections rates = new CrossSections(TwoHdmSpectrum.SECTOR, source);
        rates.evaluate(spectrum, couplings, loops, top);
        double[] found = new double[4];
        for (int state = 1; state <= 2; state++) {
            found[2 * state - 2] = rates.lhc13[state * HiggsReference.MODES + HiggsReference.GGF];
            found[2 * state - 1] = rates.lhc13[state * HiggsReference.MODES + HiggsReference.BBH];
        }
        return found;
    }

    private static double fusion(double[] row, int first, double up, double down) {
        return row[first] * up * up + row[first + 1] * up * down + row[first + 2] * down * down;
    }

    /** As ratios of amplitudes, which is what HiggsBounds and the Z3 model have. */
    @Test
    void production() throws Exception {
        List<Double> masses = List.of(130.0, 200.0, 300.0, 350.0, 400.0, 500.0, 700.0, 1000.0);
        StringBuilder table = new StringBuilder("| | type, tan β |");
        masses.forEach(mass -> table.append(String.format(Locale.ROOT, " %.0f GeV |", mass)));
        table.append("\n|---|---|").append("---|".repeat(masses.size())).append("\n");
        for (YukawaType type : List.of(YukawaType.I, YukawaType.II)) {
            for (double tan : type == YukawaType.I ? new double[] {1} : TAN_BETA) {
                for (int i = 0; i < 3; i++) {
                    table.append(String.format(Locale.ROOT, "| %s | %s, %.0f |", PROCESSES.get(i), type, tan));
                    for (double mass : masses) {
                        double ratio = ratios(WidthSource.SCALED_RATES, type, mass, tan)[i];
                        table.append(String.format(Locale.ROOT, " %.2f |", ratio));
                    }
                    table.append("\n");
                }
            }
        }
        ValidationPage.check("sushi", table.toString());
    }

    /** The two-Higgs-doublet model has the table of SusHi times the reference rates. */
    @Test
    void fusionIsThatOfTheTable() throws Exception {
        for (YukawaType type : YukawaType.values()) {
            for (double tan : TAN_BETA) {
                for (double mass : theirs().keySet()) {
                    double[] ratios = ratios(WidthSource.AMPLITUDES, type, mass, tan);
                    for (int i = 0; i < 2; i++) {
                        // where NNLL and another PDF set make the reference rate differ
                        assertThat(ratios[i])
                                .as("%s, %s, tan β = %s, %s GeV", PROCESSES.get(i), type, tan, mass)
                                .isCloseTo(1, within(0.05));
                    }
                }
            }
        }
    }

    /** Ours over theirs. */
    private static double[] ratios(WidthSource source, YukawaType type, double mass, double tan) throws Exception {
        double[] row = theirs().get(mass);
        double[] ours = ours(source, type, mass, tan);
        double up = -1 / tan;
        boolean larger = type == YukawaType.II || type == YukawaType.Y;
        double down = larger ? tan : up;
        return new double[] {
            ours[0] / fusion(row, 0, up, down),
            ours[2] / fusion(row, 3, -up, larger ? tan : up),
            ours[1] / (row[6] * down * down)
        };
    }
}
