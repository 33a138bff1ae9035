package thetascan.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Tables of docs/validation.md, each between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}. A test prints a table and the page must
 * have it; {@code -Dupdate.docs=true} writes it.
 */
public final class ValidationPage {

    private static final Path PAGE = Path.of("../docs/validation.md");

    private ValidationPage() {}

    /** The first two lines of a table of ratios, one row for each {@link #row}. */
    public static final String HEADER = "| observable | points | median | 10 % | 90 % |\n|---|---|---|---|---|\n";

    /** Number, median and quantiles of ours over theirs. */
    public static String row(String observable, List<Double> ratios) {
        return "| " + observable + " | " + ratios.size() + " |" + quantiles(ratios) + "\n";
    }

    /** Three cells: median and quantiles; empty for none. */
    public static String quantiles(List<Double> ratios) {
        if (ratios.isEmpty()) return " | | |";
        List<Double> sorted = ratios.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                " %.3f | %.3f | %.3f |",
                quantile(sorted, 0.5),
                quantile(sorted, 0.1),
                quantile(sorted, 0.9));
    }

    private static double quantile(List<Double> sorted, double share) {
        double at = share * (sorted.size() - 1);
        int below = (int) at;
        double above = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) + (at - below) * (above - sorted.get(below));
    }

    /** @param table lines of Markdown, each ended */
    public static void check(String name, String table) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(from).as("docs/validation.md: place of the table '%s'", name).isBetween(begin.length(), to);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to), StandardCharsets.UTF_8);
        } else {
            assertThat(page.substring(from, to))
                    .as("docs/validation.md, table '%s': print it anew with -Dupdate.docs=true", name)
                    .isEqualTo(table);
        }
    }
}
