package thetascan.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thetascan.option.Option;
import thetascan.quantity.Decimal;

/**
 * A table for a paper.
 *
 * @param header a cell for each column
 * @param rows each with as many cells
 */
public record PaperTable(List<String> header, List<List<Cell>> rows) {

    /**
     * A cell.
     *
     * @param latex for people: between dollar signs where it is mathematics
     * @param plain for programs, that read CSV: names as columns have them, numbers with all their digits
     */
    public record Cell(String latex, String plain) {

        /** Words that are the same for both. */
        static Cell text(String text) {
            return new Cell(Bibliography.latex(text), text);
        }

        /** A number, in LaTeX to some digits, nothing or a dash where there is none. */
        static Cell number(double value, int digits) {
            return new Cell(PaperTable.number(value, digits), plain(value));
        }

        /** The range of a quantity, {@code [1, 2]}. */
        static Cell interval(double lower, double upper, int digits) {
            String latex = Stream.of(lower, upper)
                    .map(value -> PaperTable.number(value, digits))
                    .collect(Collectors.joining(", ", "[", "]"));
            return new Cell(latex, "[" + plain(lower) + ", " + plain(upper) + "]");
        }

        private static String plain(double value) {
            return Double.isNaN(value) ? "" : Option.format(value);
        }
    }

    private static final Pattern POWER = Pattern.compile("(?<![\\w.])([0-9]+(?:\\.[0-9]+)?)e(-?[0-9]+)(?![\\w.])");

    /** How it is written. */
    public enum Format {
        /** LaTeX, an environment {@code tabular}. */
        TEX,
        /** Markdown. */
        MD,
        /** Comma-separated values. */
        CSV
    }

    /**
     * {@return the whole table}
     *
     * @param format how it is written
     */
    public String text(Format format) {
        return switch (format) {
            case TEX ->
                lines("\\begin{tabular}{" + "l".repeat(header.size()) + "}", "\\hline")
                        + row(header, " & ", " \\\\\n")
                        + "\\hline\n"
                        + rows.stream()
                                .map(row -> row(latex(row), " & ", " \\\\\n"))
                                .collect(Collectors.joining())
                        + lines("\\hline", "\\end{tabular}");
            case MD ->
                "| " + row(header, " | ", " |\n") + "|" + "---|".repeat(header.size()) + "\n"
                        + rows.stream()
                                .map(row -> "| "
                                        + row(
                                                latex(row).stream()
                                                        .map(cell -> cell.replace("|", "\\|"))
                                                        .toList(),
                                                " | ",
                                                " |\n"))
                                .collect(Collectors.joining());
            case CSV ->
                Stream.concat(Stream.of(header), rows.stream().map(row -> row.stream()
                                .map(Cell::plain)
                                .toList()))
                        .map(row -> row(row.stream().map(PaperTable::quoted).toList(), ",", "\n"))
                        .collect(Collectors.joining());
        };
    }

    private static List<String> latex(List<Cell> row) {
        return row.stream().map(Cell::latex).toList();
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String row(List<String> cells, String between, String end) {
        return String.join(between, cells) + end;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A number in LaTeX, {@code 2.8 \times 10^{-4}}, to some digits; a dash where there is none. */
    static String number(double value, int digits) {
        if (Double.isNaN(value)) return "--";
        if (Double.isInfinite(value)) return value > 0 ? "$\\infty$" : "$-\\infty$";
        String text = String.format(Locale.ROOT, "%." + digits + "g", value);
        double rounded = Double.parseDouble(text);
        String shown = Decimal.shown(rounded);
        int e = shown.indexOf('e');
        return e < 0
                ? "$" + shown + "$"
                : "$" + shown.substring(0, e) + " \\times 10^{" + shown.substring(e + 1) + "}$";
    }

    /** Text of a bound with its numbers in LaTeX, {@code \geq 2.8 \times 10^{-4}}. */
    static String powers(String bounds) {
        return POWER.matcher(bounds).replaceAll("$1 \\\\times 10^{$2}");
    }
}
