package thetascan.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Decimal;

/**
 * What the first lines of a text file say of the rest: what separates columns, and where they are named. The first line
 * names them; if it holds numbers only, the comment before it does.
 *
 * @param separator of the columns
 * @param names     of the columns
 * @param line      that names them, from 1
 * @param inComment whether that line is a comment
 */
record CsvHead(Separator separator, List<String> names, long line, boolean inComment) {

    private static final String COMMENT = "#";
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[|:/&]");

    /** What stands between two columns. */
    enum Separator {
        COMMA(","),
        SEMICOLON(";"),
        TAB("\t"),
        /** One or more. */
        BLANK(" ");

        private final String text;

        Separator(String text) {
            this.text = text;
        }

        CsvReader.CsvReaderBuilder reader() {
            boolean mayBePadded = this == COMMA || this == SEMICOLON;
            return CsvReader.builder()
                    .fieldSeparator(text)
                    .trimWhitespacesAroundQuotes(mayBePadded)
                    .allowExtraFields(true)
                    .allowMissingFields(true);
        }

        /** The cells of a record. */
        List<String> cells(CsvRecord record) {
            if (this != BLANK) return record.getFields();
            return record.getFields().stream().filter(cell -> !cell.isEmpty()).toList();
        }

        private List<String> split(String line) {
            return cells(reader().ofSingleCsvRecord(line)).stream()
                    .map(String::strip)
                    .toList();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The first lines, as far as they matter. */
    private record Lines(
            @Nullable String comment,
            long commentLine,
            @Nullable String first,
            long firstLine,
            @Nullable String second) {

        static Lines of(BufferedReader in) throws IOException {
            String comment = null;
            long commentLine = 0;
            String first = null;
            long firstLine = 0;
            long line = 0;
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                if (text.isBlank()) continue;
                if (text.startsWith(COMMENT)) {
                    if (first != null) continue;
                    comment = text.replaceFirst("#+", "").strip();
                    commentLine = line;
                } else if (first == null) {
                    first = text;
                    firstLine = line;
                } else {
                    return new Lines(comment, commentLine, first, firstLine, text);
                }
            }
            return new Lines(comment, commentLine, first, firstLine, null);
        }
    }

    /**
     * @param in   from the beginning of the file
     * @param file for messages
     * @throws PointFileException if columns are not named, or it is not clear what separates them
     */
    static CsvHead of(BufferedReader in, String file) throws IOException {
        Lines lines = Lines.of(in);
        boolean numbers = lines.first != null && isNumbers(lines.first);
        boolean inComment = lines.comment != null && (lines.first == null || numbers);
        if (lines.first == null && !inComment) {
            throw new PointFileException(file + ": is empty. The first line names the columns.");
        }
        if (numbers && !inComment) {
            throw new PointFileException(
                    file + ":" + lines.firstLine + ": holds numbers; the first line names the columns");
        }
        String header = inComment ? lines.comment : lines.first;
        long line = inComment ? lines.commentLine : lines.firstLine;
        Separator separator = separator(header, inComment ? lines.first : lines.second, file + ":" + line);
        List<String> names = separator.split(header);
        if (names.size() == 1 && OTHER_SEPARATOR.matcher(header).find()) {
            throw new PointFileException(file + ":" + line + ": '" + header
                    + "' is one column. Separate columns by comma, semicolon, tab or blanks.");
        }
        requireDistinct(names, file + ":" + line);
        return new CsvHead(separator, names, line, inComment);
    }

    /** Columns without a name, such as behind a last comma, do not count. */
    private static void requireDistinct(List<String> names, String place) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new PointFileException(place + ": column " + name + " stands twice");
            }
        }
    }

    /** True of a line that can be no header. */
    private static boolean isNumbers(String line) {
        return Arrays.stream(line.split("[,;\\s]+"))
                .filter(cell -> !cell.isEmpty())
                .allMatch(CsvHead::isNumber);
    }

    private static boolean isNumber(String cell) {
        if ("+-.*0123456789".indexOf(cell.charAt(0)) >= 0) return true; // or meant to be one
        try {
            Decimal.parseExtended(cell);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Separator separator(String header, @Nullable String row, String place) {
        Set<Separator> found = EnumSet.noneOf(Separator.class);
        String unquoted = header.replaceAll("\"[^\"]*\"", "");
        for (Separator each : EnumSet.range(Separator.COMMA, Separator.TAB)) {
            if (unquoted.contains(each.text)) found.add(each);
        }
        if (found.isEmpty()) return unquoted.strip().contains(" ") ? Separator.BLANK : Separator.COMMA;
        if (found.size() > 1 && row != null) {
            List<Separator> fitting = new ArrayList<>(found);
            fitting.removeIf(
                    each -> each.split(header).size() != each.split(row).size());
            if (fitting.size() == 1) return fitting.get(0);
        }
        if (found.size() == 1) return found.iterator().next();
        throw new PointFileException(place + ": what separates the columns, "
                + String.join(" or ", found.stream().map(Separator::toString).toList())
                + "? Use one of them only, or put names with the other into quotes.");
    }
}
