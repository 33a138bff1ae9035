package thetascan.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.storage.Folder;

/** Writes rows as comma-separated text in UTF-8: full double precision, nothing between commas for null. */
final class CsvTableWriter implements TableWriter {

    private final Folder folder;
    private final String name;
    private final Writer out;

    CsvTableWriter(Folder folder, String name, Schema schema) throws IOException {
        this.folder = folder;
        this.name = name;
        out = new OutputStreamWriter(folder.begin(name), StandardCharsets.UTF_8);
        out.write(text(List.of(schema.names())));
    }

    @Override
    public Chunk prepare(List<Row> rows) {
        String text = text(rows.stream().map(CsvTableWriter::cells).toList());
        return () -> out.write(text);
    }

    private static String text(List<List<@Nullable String>> records) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        records.forEach(csv::writeRecord);
        return text.toString();
    }

    private static List<@Nullable String> cells(Row row) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < row.schema().size(); i++) cells.add(row.isNull(i) ? null : cell(row, i));
        return cells;
    }

    private static String cell(Row row, int column) {
        return switch (row.schema().columns().get(column).type()) {
            case DOUBLE -> Double.toString(row.getDouble(column));
            case INT32 -> Integer.toString(row.getInt(column));
            case INT64 -> Long.toString(row.getLong(column));
            case BOOLEAN -> Boolean.toString(row.getBoolean(column));
            case STRING -> row.getText(column);
        };
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (IOException e) {
            folder.abandon(name);
            throw e;
        }
        folder.finish(name);
    }

    @Override
    public void abandon() throws IOException {
        try {
            out.close();
        } finally {
            folder.abandon(name);
        }
    }
}
