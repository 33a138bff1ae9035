package thetascan.z3hdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thetascan.higgs.TwoHdmcFile;
import thetascan.validation.ValidationPage;

/** Partial widths of the {@link EmbeddedTwoDoublet} against 2HDMC. */
class EmbeddedTwoDoubletTest {

    /** The third doublet is in these loops; 2HDMC has half of the virtual Z. */
    private static final List<String> NOT_COMPARED = List.of("h gamgam", "h Zgam", "H0 gamgam", "H0 Zgam", "A ZH0");

    @Test
    void thePotentialIsThatOfTwoDoublets() {
        Parts parts = new Parts().at(EmbeddedTwoDoublet.embed(400, 420, 440, DEMO_COS, 4e4, 3));
        assertThat(parts.potential.l10).isCloseTo(0, within(1e-12));
        assertThat(parts.potential.l11).isCloseTo(0, within(1e-12));
        // 2HDMC: λ2 of φ_u is half of its λ_2 here
        assertThat(parts.potential.l3).isCloseTo(2.39926656e-01 / 2, within(2e-3));
        assertThat(parts.couplings.kappaD[0]).isCloseTo(parts.couplings.kappaL[0], within(1e-12));
    }

    private static final double DEMO_COS = Math.sqrt(1 - 0.999 * 0.999);

    @Test
    void partialWidths() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        compare(rows, "demo", EmbeddedTwoDoublet.embed(400, 420, 440, DEMO_COS, 4e4, 3));
        compare(rows, "typeII_align", EmbeddedTwoDoublet.embed(700, 720, 710, 0, 2e5, 2));
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
        Parts parts = new Parts().at(theta);
        Map<TwoHdmcFile.Channel, Double> ratios = TwoHdmcFile.read(name, false).ratios(c -> parts.widths
                .partial[
                TwoHdmcFile.place(
                        Scalars.SECTOR,
                        Scalars.CHANNELS,
                        EmbeddedTwoDoublet.name(c.state()),
                        EmbeddedTwoDoublet.name(c.name()))]);
        ratios.keySet().removeIf(c -> NOT_COMPARED.contains(c.toString()));
        ratios.forEach((c, ratio) -> {
            String row = EmbeddedTwoDoublet.name(c.state()) + " " + EmbeddedTwoDoublet.name(c.name());
            assertThat(ratio).as(name + " " + row).isBetween(1 - tolerance(c.name()), 1 + tolerance(c.name()));
            String empty = name.equals("demo") || rows.containsKey(row) ? "" : " |";
            rows.merge(row, String.format(Locale.ROOT, "%s | %.3f", empty, ratio), String::concat);
        });
        assertThat(ratios).hasSizeGreaterThan(22);
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
}
