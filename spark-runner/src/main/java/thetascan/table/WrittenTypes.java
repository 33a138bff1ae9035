package thetascan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import thetascan.quantity.Decimal;

/**
 * Types of the columns of a text file. Columns of a points file are known by their names; any other is what all its cells can be
 * read as, so that no digit of one is lost.
 */
final class WrittenTypes {

    /** Text whatever is written there: an id of 16 digits is no number. */
    private static final Set<String> TEXTS = Set.of("point_id", "status", "reason", "catalogue");

    private static final Set<String> COUNTS = Set.of("island", "generation");
    private static final Set<String> NUMBERS = Set.of("cost", "novelty");

    /** A leading zero is that of a name. */
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private static final Pattern CODE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PADDED = Pattern.compile("[-+]?0[0-9]+");

    private final Schema texts;
    private final boolean[] lacking;
    private final boolean[] flags;
    private final boolean[] wholes;
    private final boolean[] codes;
    private final boolean[] numbers;
    private final boolean[] given;

    /** @param texts the columns of the file, all of them text */
    WrittenTypes(Schema texts) {
        this.texts = texts;
        lacking = new boolean[texts.size()];
        given = new boolean[texts.size()];
        flags = allTrue();
        wholes = allTrue();
        codes = allTrue();
        numbers = allTrue();
    }

    private boolean[] allTrue() {
        boolean[] all = new boolean[texts.size()];
        Arrays.fill(all, true);
        return all;
    }

    /** @param reader of these columns, before the first row */
    Schema read(CsvTableReader reader) throws IOException {
        reader.select(texts);
        Row row = new Row(texts);
        while (reader.next(row)) see(row);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) columns.add(column(i));
        return new Schema(texts.name(), columns);
    }

    private void see(Row row) {
        for (int i = 0; i < texts.size(); i++) {
            if (row.isNull(i)) {
                lacking[i] = true;
                continue;
            }
            given[i] = true;
            String cell = row.getText(i).strip();
            flags[i] = flags[i] && CsvTableReader.isFlag(cell);
            wholes[i] = wholes[i] && WHOLE.matcher(cell).matches();
            codes[i] = codes[i] && CODE.matcher(cell).matches();
            numbers[i] = numbers[i]
                    && Decimal.isExtended(cell)
                    && !PADDED.matcher(cell).matches();
        }
    }

    private Column column(int i) {
        String name = texts.names().get(i);
        Column.Type type = type(name, i);
        return new Column(name, type, type == Column.Type.BOOLEAN && !lacking[i]);
    }

    private Column.Type type(String name, int i) {
        if (TEXTS.contains(name)) return Column.Type.STRING;
        if (COUNTS.contains(name)) return Column.Type.INT64;
        if (name.startsWith(Prefix.OBSERVABLE.of(""))) {
            return given[i] && codes[i] ? Column.Type.INT32 : Column.Type.DOUBLE;
        }
        if (NUMBERS.contains(name)
                || name.startsWith(Prefix.INPUT.of(""))
                || name.startsWith(Prefix.VIOLATION.of(""))) {
            return Column.Type.DOUBLE;
        }
        if (!given[i]) return name.startsWith(Prefix.VERDICT.of("")) ? Column.Type.BOOLEAN : Column.Type.STRING;
        if (flags[i]) return Column.Type.BOOLEAN;
        if (wholes[i]) return Column.Type.INT64;
        return numbers[i] ? Column.Type.DOUBLE : Column.Type.STRING;
    }
}
