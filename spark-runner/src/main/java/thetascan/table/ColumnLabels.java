package thetascan.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Unit, LaTeX label and description of each column where other programs look for them: Parquet itself has no place for what
 * belongs to a field, so Arrow (pyarrow, polars) and Spark each keep a schema of their own in the footer.
 */
final class ColumnLabels {

    private static final String ARROW = "ARROW:schema";
    private static final String SPARK = "org.apache.spark.sql.parquet.row.metadata";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();

    private ColumnLabels(Schema schema, JsonNode described) {
        this.schema = schema;
        for (JsonNode column : described) {
            Map<String, String> said = new LinkedHashMap<>();
            column.properties().forEach(entry -> {
                String key = entry.getKey();
                JsonNode value = entry.getValue();
                if (!key.equals("name") && !key.equals("type")) {
                    said.put(key, value.isTextual() ? value.asText() : value.toString());
                }
            });
            labels.put(column.path("name").asText(), said);
        }
    }

    /**
     * What is to be added to a footer.
     *
     * @param schema columns of the file; those that nobody described have no labels
     * @param footer as it is without
     * @return key-value pairs, none if no column is described
     */
    static Map<String, String> of(Schema schema, Map<String, String> footer) {
        String described = footer.get(TableWriter.COLUMNS);
        if (described == null) return Map.of();
        try {
            ColumnLabels labels = new ColumnLabels(schema, JSON.readTree(described));
            return Map.of(ARROW, labels.arrow(), SPARK, labels.spark());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(TableWriter.COLUMNS + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Spark's JSON of a StructType; a description is called {@code comment} there. */
    private String spark() {
        ObjectNode struct = JSON.createObjectNode().put("type", "struct");
        ArrayNode fields = struct.putArray("fields");
        for (Column column : schema.columns()) {
            ObjectNode metadata = fields.addObject()
                    .put("name", column.name())
                    .put("type", sparkType(column.type()))
                    .put("nullable", !column.required())
                    .putObject("metadata");
            labels.getOrDefault(column.name(), Map.of())
                    .forEach((key, value) -> metadata.put(key.equals("description") ? "comment" : key, value));
        }
        return struct.toString();
    }

    private static String sparkType(Column.Type type) {
        return switch (type) {
            case DOUBLE -> "double";
            case INT32 -> "integer";
            case INT64 -> "long";
            case BOOLEAN -> "boolean";
            case STRING -> "string";
        };
    }

    /** The schema as a message of Arrow's IPC format, in Base64, as Arrow's own Parquet writer keeps it. */
    private String arrow() {
        FlatBufferBuilder builder = new FlatBufferBuilder(64 << 10);
        int[] fields = new int[schema.size()];
        for (int i = 0; i < fields.length; i++)
            fields[i] = arrowField(builder, schema.columns().get(i));
        int list = org.apache.arrow.flatbuf.Schema.createFieldsVector(builder, fields);
        int whole = org.apache.arrow.flatbuf.Schema.createSchema(builder, Endianness.Little, list, 0, 0);
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, MessageHeader.Schema, whole, 0, 0));
        byte[] message = builder.sizedByteArray();
        int padded = (message.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(-1).putInt(padded).put(message);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private int arrowField(FlatBufferBuilder builder, Column column) {
        Map<String, String> said = labels.getOrDefault(column.name(), Map.of());
        int[] pairs = new int[said.size()];
        int n = 0;
        for (Map.Entry<String, String> entry : said.entrySet()) {
            int key = builder.createString(entry.getKey());
            pairs[n++] = KeyValue.createKeyValue(builder, key, builder.createString(entry.getValue()));
        }
        int metadata = Field.createCustomMetadataVector(builder, pairs);
        int children = Field.createChildrenVector(builder, new int[0]);
        int name = builder.createString(column.name());
        byte kind;
        int type;
        switch (column.type()) {
            case DOUBLE -> {
                kind = Type.FloatingPoint;
                type = FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            }
            case INT32, INT64 -> {
                kind = Type.Int;
                type = Int.createInt(builder, column.type() == Column.Type.INT32 ? 32 : 64, true);
            }
            case BOOLEAN -> {
                kind = Type.Bool;
                Bool.startBool(builder);
                type = Bool.endBool(builder);
            }
            default -> {
                kind = Type.Utf8;
                Utf8.startUtf8(builder);
                type = Utf8.endUtf8(builder);
            }
        }
        return Field.createField(builder, name, !column.required(), kind, type, 0, children, metadata);
    }
}
