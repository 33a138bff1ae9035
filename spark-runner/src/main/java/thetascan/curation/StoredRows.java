package thetascan.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import thetascan.catalogue.Catalogue;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;

/** The stored points of a catalogue, or of a file that was made of some, one after another. */
final class StoredRows implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final TableReader reader;

    private StoredRows(String file, TableReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * @param name folder of a catalogue, or a Parquet or CSV file
     * @throws thetascan.table.PointFileException if it cannot be read
     */
    static StoredRows open(String name) {
        String file = Catalogue.pointsOf(name);
        return new StoredRows(file, TableReader.open(file));
    }

    /** The columns, of text files by what is written in them. */
    Schema schema() throws IOException {
        return TableReader.typed(file);
    }

    /** @param columns of the file */
    void select(Schema columns) throws IOException {
        reader.select(columns);
    }

    boolean next(Row row) throws IOException {
        return reader.next(row);
    }

    Map<String, String> metadata() {
        return reader.metadata();
    }

    /** Where the points come from, as their files say; an empty object if they do not. */
    JsonNode provenance() {
        try {
            return JSON.readTree(reader.metadata().getOrDefault("thetascan.provenance", "{}"));
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
