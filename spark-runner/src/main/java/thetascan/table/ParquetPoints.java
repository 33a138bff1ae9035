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
import thetascan.point.FoundPoint;
import thetascan.storage.Folder;

/** Writes points as Parquet: zstd, full double precision, row groups of 32 MB, what the columns are in the footer. */
public final class ParquetPoints implements PointWriter {

    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Folder folder;
    private final String name;
    private final ParquetWriter<FoundPoint> writer;

    /**
     * @param name   file in the folder; it appears on {@link #close}
     * @param footer further key-value pairs of the footer
     */
    public ParquetPoints(Folder folder, String name, Schema schema, Map<String, String> footer) throws IOException {
        this.folder = folder;
        this.name = name;
        Configuration configuration = folder.fileSystem().getConf();
        OutputFile file = HadoopOutputFile.fromPath(folder.unfinished(name), configuration);
        Builder builder = new Builder(file, schema, footer)
                .withConf(configuration)
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
        return column.type() != Column.Type.DOUBLE && !column.name().equals("point_id");
    }

    @Override
    public Chunk prepare(List<FoundPoint> points) {
        return () -> {
            for (FoundPoint point : points) writer.write(point);
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
        folder.finish(name);
    }

    @Override
    public void abandon() throws IOException {
        writer.close();
        folder.fileSystem().delete(folder.unfinished(name), false);
    }

    private static final class Builder extends ParquetWriter.Builder<FoundPoint, Builder> {

        private final Schema schema;
        private final Map<String, String> footer;

        Builder(OutputFile file, Schema schema, Map<String, String> footer) {
            super(file);
            this.schema = schema;
            this.footer = footer;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<FoundPoint> getWriteSupport(Configuration configuration) {
            return new Support(schema, footer);
        }
    }

    private static final class Support extends WriteSupport<FoundPoint> implements Column.Cell {

        private final List<Column> columns;
        private final Map<String, String> footer;
        private RecordConsumer consumer;
        private int index;

        @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite before write
        Support(Schema schema, Map<String, String> footer) {
            columns = schema.columns();
            this.footer = new TreeMap<>(footer);
        }

        @Override
        public WriteContext init(Configuration configuration) {
            Types.MessageTypeBuilder message = Types.buildMessage();
            for (Column column : columns) message.addField(field(column));
            MessageType type = message.named("point");
            return new WriteContext(type, footer);
        }

        private static Type field(Column column) {
            return switch (column.type()) {
                case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case INT32 -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
                case INT64 -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
                case BOOLEAN -> Types.required(PrimitiveTypeName.BOOLEAN).named(column.name());
                case STRING ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
            };
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(FoundPoint point) {
            consumer.startMessage();
            for (index = 0; index < columns.size(); index++) {
                columns.get(index).value().put(point, this);
            }
            consumer.endMessage();
        }

        @Override
        public void number(double value) {
            start();
            consumer.addDouble(value);
            end();
        }

        @Override
        public void code(int value) {
            start();
            consumer.addInteger(value);
            end();
        }

        @Override
        public void count(long value) {
            start();
            consumer.addLong(value);
            end();
        }

        @Override
        public void text(String value) {
            start();
            consumer.addBinary(Binary.fromString(value));
            end();
        }

        @Override
        public void flag(boolean value) {
            start();
            consumer.addBoolean(value);
            end();
        }

        @Override
        public void empty() {} // an absent field of Parquet is null

        private void start() {
            consumer.startField(columns.get(index).name(), index);
        }

        private void end() {
            consumer.endField(columns.get(index).name(), index);
        }
    }
}
