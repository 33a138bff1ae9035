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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Decimal;
import thetascan.quantity.Spelling;

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
            return Spelling.of(this);
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
                    String rest = text.replaceFirst("#+", "").strip();
                    if (first != null || rest.isEmpty()) continue;
                    comment = rest;
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
        String first = lines.first;
        String comment = lines.comment;
        boolean numbers = first != null && isNumbers(first);
        if (comment != null && (first == null || numbers)) return inComment(comment, lines, file);
        if (first == null) throw new PointFileException(file + ": is empty. The first line names the columns.");
        String place = file + ":" + lines.firstLine;
        if (numbers) throw new PointFileException(place + ": holds numbers; the first line names the columns");
        Separator separator = separator(first, lines.second, place);
        return new CsvHead(separator, names(first, separator, place), lines.firstLine, false);
    }

    private static CsvHead inComment(String comment, Lines lines, String file) {
        String place = file + ":" + lines.commentLine;
        String first = lines.first;
        Separator separator = first == null
                ? separator(comment, null, place)
                : separator(first, comment, file + ":" + lines.firstLine);
        List<String> names = names(comment, separator, place);
        int numbers = first == null ? names.size() : separator.split(first).size();
        if (names.size() == numbers) return new CsvHead(separator, names, lines.commentLine, true);
        throw new PointFileException(file + ":" + lines.firstLine + ": holds numbers, " + numbers
                + "; the first line names the columns, or as many names stand behind # before it, but line "
                + lines.commentLine + " has " + names.size());
    }

    private static List<String> names(String header, Separator separator, String place) {
        List<String> names = separator.split(header);
        if (names.size() == 1 && OTHER_SEPARATOR.matcher(header).find()) {
            throw new PointFileException(
                    place + ": '" + header + "' is one column. Separate columns by comma, semicolon, tab or blanks.");
        }
        requireDistinct(names, place);
        return names;
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

    /**
     * What separates the columns of a line.
     *
     * @param other another line of as many columns, if there is one
     */
    private static Separator separator(String line, @Nullable String other, String place) {
        Set<Separator> found = EnumSet.noneOf(Separator.class);
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        for (Separator each : EnumSet.range(Separator.COMMA, Separator.TAB)) {
            if (unquoted.contains(each.text)) found.add(each);
        }
        if (found.isEmpty()) return unquoted.strip().contains(" ") ? Separator.BLANK : Separator.COMMA;
        if (found.size() > 1 && other != null) {
            List<Separator> fitting = new ArrayList<>(found);
            fitting.removeIf(
                    each -> each.split(line).size() != each.split(other).size());
            if (fitting.size() == 1) return fitting.get(0);
        }
        if (found.size() == 1) return found.iterator().next();
        throw new PointFileException(place + ": what separates the columns, "
                + String.join(" or ", found.stream().map(Separator::toString).toList())
                + "? Use one of them only, or put names with the other into quotes.");
    }
}
