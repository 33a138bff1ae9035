package thetascan.report;

import java.io.PrintWriter;
import java.util.List;

/** Prints rows of text in columns. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * Prints a header and rows, each column as wide as its longest cell.
     *
     * @param out    where to
     * @param header one cell a column
     * @param rows   cells, as many as the header has
     */
    static void print(PrintWriter out, List<String> header, List<List<String>> rows) {
        int[] widths = header.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        print(out, header, widths);
        for (List<String> row : rows) print(out, row, widths);
    }

    private static void print(PrintWriter out, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            int padding = widths[i] - cell.codePointCount(0, cell.length());
            line.append(GAP).append(cell).append(" ".repeat(padding));
        }
        out.println(line.toString().stripTrailing());
    }
}
