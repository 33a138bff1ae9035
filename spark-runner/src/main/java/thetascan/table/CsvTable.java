package thetascan.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers from comma-separated text: a header, then one point a line. Blank lines and lines that begin with
 * {@code #} do not count, cells may be quoted, a line does not break inside quotes.
 */
final class CsvTable {

    private final Path file;
    private final BufferedReader in;
    private int line;

    private CsvTable(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    static PointTable read(String name, List<PointTable.Wanted> wanted) {
        Path file = Path.of(name);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new CsvTable(file, in).table(wanted);
        } catch (NoSuchFileException e) {
            throw new PointFileException(file + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new PointFileException(file + ": is no UTF-8 text", e);
        } catch (IOException e) {
            throw new PointFileException(
                    file + (Files.isDirectory(file) ? ": is a folder" : ": cannot be read: " + e.getMessage()), e);
        }
    }

    private PointTable table(List<PointTable.Wanted> wanted) throws IOException {
        List<String> header = cells();
        if (header == null) throw new PointFileException(file + ": is empty. The first line names the columns.");
        PointTable.Layout layout = PointTable.Layout.of(header, wanted, place());
        PointTable.Rows rows = new PointTable.Rows(wanted.size());
        for (List<String> cells = cells(); cells != null; cells = cells()) {
            if (cells.size() != header.size()) {
                throw new PointFileException(place() + ": " + cells.size() + " cells, the header has " + header.size());
            }
            for (int i = 0; i < wanted.size(); i++) {
                int at = layout.index()[i];
                rows.add(at < 0 ? wanted.get(i).fallback() : number(cells.get(at), header.get(at)));
            }
        }
        return rows.table(layout.ignored());
    }

    private double number(String cell, String column) {
        double value = parse(cell);
        if (!Double.isFinite(value)) {
            throw new PointFileException(place() + " " + column + ": '" + cell + "' is no finite number");
        }
        return value;
    }

    /** Decimal numbers only: Java itself would also read {@code 1d}, {@code 0x1p3} and {@code Infinity}. */
    private static double parse(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789+-.eE".indexOf(cell.charAt(i)) < 0) return Double.NaN;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String place() {
        return file + ":" + line;
    }

    /** The cells of the next line that counts, or null at the end. */
    private @Nullable List<String> cells() throws IOException {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (line == 1 && text.startsWith("\uFEFF")) text = text.substring(1);
            if (!text.isBlank() && !text.startsWith("#")) return split(text);
        }
        return null;
    }

    private List<String> split(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (escaped) cell.append(text.charAt(i++));
                else quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) throw new PointFileException(place() + ": a quote is not closed");
        cells.add(cell.toString().strip());
        return cells;
    }
}
