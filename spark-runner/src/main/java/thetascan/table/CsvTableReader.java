package thetascan.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Decimal;
import thetascan.storage.Folder;

/**
 * Reads text in columns, UTF-8: comma-separated, or by what the first line is separated by. Blank lines and lines that
 * begin with {@code #} do not count; cells may be quoted and then hold separators and line breaks. A cell with nothing in
 * it is null. Numbers are read as {@link Decimal} says, {@code nan} and {@code inf} among them.
 */
final class CsvTableReader implements TableReader {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    /** A last record of our own. If it does not come as one, a quote before it was not closed. */
    private static final String END = "\u0004";

    private final String file;
    private final CsvHead head;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private int[] from = {};
    private long line;

    private CsvTableReader(String file, CsvHead head, CsvReader<CsvRecord> csv) {
        this.file = file;
        this.head = head;
        this.csv = csv;
        records = csv.iterator();
        line = head.line();
    }

    /**
     * @param folder the file as a folder
     * @param file   what messages call it
     */
    static CsvTableReader open(Folder folder, String file) throws IOException {
        try {
            CsvHead head;
            try (BufferedReader in = text(folder.open(""))) {
                head = CsvHead.of(in, file);
            }
            CsvTableReader reader = new CsvTableReader(file, head, csv(folder, head));
            if (!head.inComment()) reader.record();
            return reader;
        } catch (CharacterCodingException e) {
            throw notUtf8(file, e);
        } catch (CsvParseException e) {
            throw new PointFileException(file + ": the line that names the columns: " + reason(e), e);
        }
    }

    /** The outermost exception only says that there is one. */
    private static @Nullable String reason(Throwable e) {
        Throwable reason = e;
        while (reason.getCause() != null) reason = reason.getCause();
        return reason.getMessage();
    }

    private static CsvReader<CsvRecord> csv(Folder folder, CsvHead head) throws IOException {
        byte[] end = ("\n" + END + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream in = new SequenceInputStream(folder.open(""), new ByteArrayInputStream(end));
        return head.separator().reader().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(text(in));
    }

    private static BufferedReader text(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) text.reset();
        return text;
    }

    private static PointFileException notUtf8(String file, Exception cause) {
        return new PointFileException(file + ": is no UTF-8 text", cause);
    }

    @Override
    public List<String> names() {
        return head.names();
    }

    @Override
    public Schema schema() {
        return new Schema(
                "row",
                names().stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> Column.optional(name, Column.Type.STRING))
                        .toList());
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public void select(Schema wanted) {
        from = wanted.names().stream().mapToInt(this::position).toArray();
    }

    private int position(String column) {
        int at = names().indexOf(column);
        if (at < 0) throw new PointFileException(place() + ": missing column " + column);
        return at;
    }

    @Override
    public boolean next(Row row) throws IOException {
        List<String> cells = record();
        if (cells == null) return false;
        int width = head.names().size();
        if (cells.size() != width) {
            throw new PointFileException(place() + ": " + cells.size() + (cells.size() == 1 ? " cell" : " cells")
                    + ", the header has " + width + " separated by " + head.separator());
        }
        row.clear();
        for (int i = 0; i < from.length; i++) {
            String cell = cells.get(from[i]);
            if (!cell.isBlank()) put(row, i, cell);
        }
        row.requireAll(this::place);
        return true;
    }

    private void put(Row row, int column, String cell) {
        Column wanted = row.schema().columns().get(column);
        try {
            switch (wanted.type()) {
                case DOUBLE -> row.putDouble(column, Decimal.parseExtended(cell));
                case INT32 -> row.putInt(column, Decimal.exact(cell).intValueExact());
                case INT64 -> row.putLong(column, Decimal.exact(cell).longValueExact());
                case BOOLEAN -> row.putBoolean(column, flag(cell.strip()));
                case STRING -> row.putText(column, cell);
            }
        } catch (ArithmeticException e) {
            throw refused(wanted, "'" + cell.strip() + "' is no whole number of " + wanted.type(), e);
        } catch (IllegalArgumentException e) {
            throw refused(wanted, e.getMessage(), e);
        }
    }

    /** True for a flag as this program, pandas ({@code True}) or R ({@code TRUE}) writes it. */
    static boolean isFlag(String cell) {
        return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
    }

    private static boolean flag(String cell) {
        if (isFlag(cell)) return cell.equalsIgnoreCase("true");
        throw new IllegalArgumentException("'" + cell + "' is neither true nor false");
    }

    private PointFileException refused(Column column, @Nullable String reason, Exception cause) {
        return new PointFileException(place() + " " + column.name() + ": " + reason, cause);
    }

    /** The cells of the next record that counts, or null at the end. */
    private @Nullable List<String> record() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                List<String> cells = head.separator().cells(next);
                if (isEnd(cells)) return null;
                line = next.getStartingLineNumber();
                if (!records.hasNext()) throw new PointFileException(place() + ": a quote is not closed");
                if (cells.size() > 1 || !String.join("", cells).isBlank()) return cells;
            }
            return null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw unreadable(e);
        }
    }

    private static boolean isEnd(List<String> cells) {
        return cells.size() == 1 && cells.get(0).equals(END);
    }

    private RuntimeException unreadable(RuntimeException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) return notUtf8(file, e);
        }
        if (e instanceof UncheckedIOException io) throw io.getCause();
        return new PointFileException(file + ": after line " + line + ": " + reason(e), e);
    }

    @Override
    public String place() {
        return file + ":" + line;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
