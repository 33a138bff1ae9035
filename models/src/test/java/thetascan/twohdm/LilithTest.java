package thetascan.twohdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thetascan.constraint.BoundConstraints;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Measurements;
import thetascan.physics.StandardModel;
import thetascan.validation.ValidationPage;

/** Signal strengths and their χ² beside Lilith 2.1 (resources, README.md): 91 points of all types, h → H⁺H⁻ switched off, as Lilith has no H⁺ in the loops. */
class LilithTest {

    private static final double HEAVY = 400;

    /** Shares of gluon fusion and bbH with which the data say that they are one. */
    private static final double BBH = 0.011364;

    /** What a scan asks of signal strengths: two parameters at 95.4 %. */
    private static final double UPPER = 6.18;

    private record Line(Map<String, String> theirs, Map<String, Double> ours) {

        double number(String column) {
            return Double.parseDouble(theirs.get(column));
        }

        /** A rate over the Standard Model there, by the names here. */
        double mu(String production, String decay) {
            return switch (production) {
                case "ggF" -> (1 - BBH) * number("ggF_" + decay) + BBH * number("bbH_" + decay);
                case "VH" -> number("WH_" + decay);
                default -> number(production + "_" + decay);
            };
        }
    }

    private static final List<Line> LINES = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(LilithTest.class.getResourceAsStream("lilith.csv.gz"))),
                StandardCharsets.UTF_8))) {
            String[] columns = in.readLine().split(",");
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                String[] cells = text.split(",");
                Map<String, String> theirs = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) theirs.put(columns[i], cells[i]);
                LINES.add(new Line(theirs, ours(theirs)));
            }
        }
        assertThat(LINES).hasSize(91);
    }

    private static Map<String, Double> ours(Map<String, String> theirs) throws Exception {
        String type = theirs.get("type");
        double tan = Double.parseDouble(theirs.get("tan_beta"));
        double cos = Double.parseDouble(theirs.get("cos_ba"));
        double sin = Math.sqrt(1 - cos * cos);
        double cot2 = (1 - tan * tan) / (2 * tan);
        double mh = 125.0 * 125;
        // (2 m_H⁺² + m_h² − 2 M²) sin(β−α) + 2 (m_h² − M²) cot 2β cos(β−α) = 0, hep-ph/0207010
        double soft = ((2 * HEAVY * HEAVY + mh) * sin + 2 * mh * cot2 * cos) / (2 * (sin + cot2 * cos));
        double[] theta = {HEAVY, HEAVY, HEAVY, tan, cos, soft * tan / (1 + tan * tan), StandardModel.VEV, 125};
        YukawaType yukawa = type.equals("SM") ? YukawaType.I : YukawaType.valueOf(type);
        return TwoHdmPoint.observables(new TwoHdmModel(yukawa), theta);
    }

    /** Each rate; with photons by the loops. */
    @Test
    void rates() throws IOException {
        Map<String, List<Double>> ratios = new TreeMap<>();
        for (Line line : LINES) {
            for (String production : List.of("ggF", "VBF", "VH", "ttH")) {
                for (String decay : List.of("WW", "ZZ", "gamgam", "Zgam", "bb", "tautau")) {
                    double ours = line.ours.get("mu_" + production + "_" + decay);
                    double ratio = ours / line.mu(production, decay);
                    // Lilith has no triangle of tops in bb: 0.9 % κ_U/κ_D
                    double tolerance = decay.equals("bb") ? 0.02 + 0.01 / Math.abs(line.ours.get("kappa_D")) : 0.02;
                    assertThat(ratio)
                            .as("%s %s: %s %s", line.theirs.get("type"), line.theirs.get("cos_ba"), production, decay)
                            .isCloseTo(1, within(tolerance));
                    ratios.computeIfAbsent("mu_" + production + "_" + decay, name -> new ArrayList<>())
                            .add(ratio);
                }
            }
        }
        StringBuilder table = new StringBuilder(ValidationPage.HEADER);
        ratios.forEach((name, of) -> table.append(ValidationPage.row(name, of)));
        ValidationPage.check("lilith-rates", table.toString());
    }

    /** Differences from the Standard Model, where Lilith's is below 25, and how often both say the same of the sum. */
    @Test
    void likelihoods(@TempDir Path folder) throws IOException {
        double[] ours = new double[LINES.size()];
        double[] theirs = new double[LINES.size()];
        StringBuilder table = new StringBuilder(
                "| data | points | median | 10 % | 90 % | same verdict |\n|---|---|---|---|---|---|\n");
        for (String data : List.of("CMS", "ATLAS")) {
            double[] chi = chiSquares(folder, data);
            double[] column =
                    LINES.stream().mapToDouble(line -> line.number(data)).toArray();
            for (int i = 0; i < ours.length; i++) {
                chi[i] -= chi[0] * (i > 0 ? 1 : 0);
                column[i] -= column[0] * (i > 0 ? 1 : 0);
            }
            for (int i = 1; i < ours.length; i++) {
                ours[i] += chi[i];
                theirs[i] += column[i];
            }
            row(table, data, chi, column);
        }
        int same = row(table, "both", ours, theirs);
        ValidationPage.check("lilith-likelihoods", table.toString());
        assertThat(same).isGreaterThanOrEqualTo(89);
    }

    /** Appends a row and gives back how many verdicts agree. */
    private static int row(StringBuilder table, String data, double[] ours, double[] theirs) {
        List<Double> differences = new ArrayList<>();
        int same = 0;
        for (int i = 1; i < ours.length; i++) {
            if (theirs[i] < 25) differences.add(ours[i] - theirs[i]);
            if (ours[i] <= UPPER == theirs[i] <= UPPER) same++;
        }
        table.append(ValidationPage.row(data, differences)
                .replace("|\n", String.format(Locale.ROOT, "| %d of 90 |\n", same)));
        return same;
    }

    /** χ² of each point with our numbers of the data. */
    private static double[] chiSquares(Path folder, String data) throws IOException {
        String rates = data.equals("CMS")
                ? "ggF VBF VH VH ttH:gamgam ggF VBF VH VH ttH:ZZ ggF VBF VH VH ttH:WW ggF VBF VH VH ttH:tautau ggF VH VH ttH:bb ggF VBF:Zgam"
                : "ggF VBF VH VH ttH:gamgam ggF VBF VH ttH:ZZ ggF VBF VH VH ttH:WW ggF VBF VH ttH:tautau VH VH ttH:bb";
        List<String> observables = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (String word : rates.split(" ")) {
            waiting.add(word.split(":")[0]);
            if (word.contains(":")) {
                for (String production : waiting)
                    observables.add("\"mu_" + production + "_" + word.split(":")[1] + "\"");
                waiting.clear();
            }
        }
        if (data.equals("ATLAS")) observables.add("\"0.926*mu_ggF_bb + 0.074*mu_VBF_bb\"");
        Path file = folder.resolve(data + ".json");
        Files.writeString(file, """
                {"constraints": [{"name": "chi", "sector": "higgs", "source": "test", "upper": 0, "scale": 1,
                  "chi_square": [{"measurement": "mu_%s_2022", "observables": %s}]}]}""".formatted(data, observables));
        BoundConstraints bound =
                ConstraintSet.read(file, Measurements.shipped()).bind(new TwoHdmModel(YukawaType.I).observables());
        double[] all = new double[LINES.size()];
        for (int i = 0; i < all.length; i++) {
            double[] row = LINES.get(i).ours.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double[] violation = new double[1];
            bound.evaluate(row, violation, new byte[1]);
            all[i] = violation[0];
        }
        return all;
    }
}
