package thetascan.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import thetascan.storage.Folder;

/** Reads a Parquet file, row group by row group. */
final class ParquetTableReader implements TableReader {

    private final Folder folder;
    private final String name;
    private final String title;
    private final ParquetFileReader file;
    private final MessageType type;
    private @Nullable MessageColumnIO columns;
    private @Nullable RowMaterializer rows;
    private @Nullable RecordReader<Row> records;
    private int group; // the next one
    private long left; // rows of the row group
    private long row;

    private ParquetTableReader(Folder folder, String name, String title, ParquetFileReader file) {
        this.folder = folder;
        this.name = name;
        this.title = title;
        this.file = file;
        type = file.getFileMetaData().getSchema();
    }

    /** @param title what messages call the file */
    static ParquetTableReader open(Folder folder, String name, String title) throws IOException {
        try {
            HadoopInputFile input = HadoopInputFile.fromPath(folder.path(name), folder.configuration());
            ParquetReadOptions options = HadoopReadOptions.builder(folder.configuration())
                    .usePageChecksumVerification() // a changed byte must not become another number
                    .build();
            return new ParquetTableReader(folder, name, title, ParquetFileReader.open(input, options));
        } catch (RuntimeException e) { // Parquet says so in many ways
            throw new PointFileException(title + ": is no Parquet file: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> names() {
        return type.getFields().stream().map(Type::getName).toList();
    }

    @Override
    public Schema schema() {
        List<Column> found = new ArrayList<>();
        for (Type field : type.getFields()) found.add(StoredType.column(field, title));
        return new Schema(type.getName(), found);
    }

    @Override
    public Map<String, String> metadata() {
        FileMetaData metadata = file.getFileMetaData();
        return metadata.getKeyValueMetaData();
    }

    @Override
    public void select(Schema wanted) {
        List<Type> fields = new ArrayList<>();
        for (Column column : wanted.columns()) {
            if (!type.containsField(column.name())) {
                throw new PointFileException(title + ": missing column " + column.name());
            }
            fields.add(type.getType(column.name()));
        }
        requireCodecs(wanted.names());
        MessageType projection = new MessageType(type.getName(), fields);
        file.setRequestedSchema(projection);
        columns = new ColumnIOFactory().getColumnIO(projection, type);
        rows = new RowMaterializer(projection, wanted, title, this::place);
    }

    /** Only now, as files may hold columns that nobody asks for. */
    private void requireCodecs(List<String> wanted) {
        CodecFactory codecs = new CodecFactory(folder.configuration(), 0);
        try {
            for (BlockMetaData group : file.getRowGroups()) {
                for (ColumnChunkMetaData column : group.getColumns()) {
                    if (wanted.contains(column.getPath().toArray()[0])) require(codecs, column);
                }
            }
        } finally {
            codecs.release();
        }
    }

    private void require(CodecFactory codecs, ColumnChunkMetaData column) {
        CompressionCodecName codec = column.getCodec();
        try {
            codecs.getDecompressor(codec);
        } catch (RuntimeException e) { // that there is no such class
            throw new PointFileException(
                    title + " " + column.getPath().toDotString() + ": is compressed with " + codec
                            + ", which this program cannot read. Write the file with zstd, snappy or gzip.",
                    e);
        }
    }

    @Override
    public boolean next(Row target) throws IOException {
        if (columns == null || rows == null) throw new IllegalStateException("nothing was selected");
        rows.into(target);
        try {
            if (!advance(columns, rows)) return false;
            target.requireAll(this::place);
            return true;
        } catch (PointFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // of Parquet, as ever it may
            requireBytes();
            throw new PointFileException(place() + ": cannot be read: " + reason(e), e);
        }
    }

    /** A disk or a network that fails is no damaged file. */
    private void requireBytes() throws IOException {
        try (InputStream in = folder.open(name)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private boolean advance(MessageColumnIO io, RowMaterializer into) throws IOException {
        RecordReader<Row> reader = records;
        while (reader == null || left == 0) {
            PageReadStore pages = nextGroup();
            if (pages == null) return false;
            left = pages.getRowCount();
            reader = io.getRecordReader(pages, into);
            records = reader;
        }
        left--;
        row++;
        reader.read();
        return true;
    }

    private @Nullable PageReadStore nextGroup() throws IOException {
        while (group < file.getRowGroups().size()) {
            long rowsOfGroup = file.getRowGroups().get(group++).getRowCount();
            if (rowsOfGroup > 0) return file.readNextRowGroup();
            file.skipNextRowGroup(); // to read it would be worth a warning to Parquet
        }
        return null;
    }

    @Override
    public String place() {
        return row == 0 ? title : title + " row " + row;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
