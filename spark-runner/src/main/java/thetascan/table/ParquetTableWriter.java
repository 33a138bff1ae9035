package thetascan.table;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import thetascan.storage.Folder;

/** Writes rows as Parquet: zstd, full double precision, row groups of 32 MB, dictionaries for all but doubles and ids. */
final class ParquetTableWriter implements TableWriter {

    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** A column of text whose values are all different. */
    private static final String ID = "point_id";

    private final Folder folder;
    private final String name;
    private final ParquetWriter<Row> writer;

    ParquetTableWriter(Folder folder, String name, Schema schema, Map<String, String> metadata) throws IOException {
        this.folder = folder;
        this.name = name;
        OutputFile file = HadoopOutputFile.fromPath(folder.unfinished(name), folder.configuration());
        Builder builder = new Builder(file, schema, metadata)
                .withConf(folder.configuration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding(false);
        for (Column column : schema.columns()) {
            if (fewValues(column)) builder.withDictionaryEncoding(column.name(), true);
        }
        writer = builder.build();
    }

    private static boolean fewValues(Column column) {
        return column.type() != Column.Type.DOUBLE && !column.name().equals(ID);
    }

    @Override
    public Chunk prepare(List<Row> rows) {
        return () -> {
            for (Row row : rows) writer.write(row);
        };
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } catch (IOException e) {
            folder.abandon(name);
            Throwable cause = e; // Parquet itself only says that something could not be closed
            while (cause.getCause() != null) cause = cause.getCause();
            throw new IOException(folder.location(name) + ": cannot be written: " + cause.getMessage(), e);
        }
        folder.finish(name);
    }

    @Override
    public void abandon() throws IOException {
        try {
            writer.close();
        } finally {
            folder.abandon(name);
        }
    }

    /** How Parquet describes a table. */
    static MessageType message(Schema schema) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : schema.columns()) message.addField(field(column));
        return message.named(schema.name());
    }

    private static Type field(Column column) {
        Type.Repetition repetition = column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (column.type()) {
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case INT32 -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case INT64 -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case STRING ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
        };
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {

        private final Schema schema;
        private final Map<String, String> metadata;

        Builder(OutputFile file, Schema schema, Map<String, String> metadata) {
            super(file);
            this.schema = schema;
            this.metadata = metadata;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new Support(schema, metadata);
        }
    }

    private static final class Support extends WriteSupport<Row> {

        private final Schema schema;
        private final Map<String, String> metadata;
        private RecordConsumer consumer;

        @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite before write
        Support(Schema schema, Map<String, String> metadata) {
            this.schema = schema;
            this.metadata = new TreeMap<>(metadata);
            this.metadata.putAll(ColumnLabels.of(schema, metadata));
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(message(schema), metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(Row row) {
            consumer.startMessage();
            for (int i = 0; i < schema.size(); i++) {
                if (row.isNull(i)) continue; // an absent field of Parquet is null
                Column column = schema.columns().get(i);
                consumer.startField(column.name(), i);
                add(row, i, column.type());
                consumer.endField(column.name(), i);
            }
            consumer.endMessage();
        }

        private void add(Row row, int column, Column.Type type) {
            switch (type) {
                case DOUBLE -> consumer.addDouble(row.getDouble(column));
                case INT32 -> consumer.addInteger(row.getInt(column));
                case INT64 -> consumer.addLong(row.getLong(column));
                case BOOLEAN -> consumer.addBoolean(row.getBoolean(column));
                case STRING -> consumer.addBinary(Binary.fromString(row.getText(column)));
            }
        }
    }
}
