package thetascan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import thetascan.point.PointStatus;
import thetascan.storage.Folder;

/** Reads the valid points of a points file of a catalogue, one after another: any number of them fits into memory. */
public final class ValidPoints {

    private static final String STATUS = "status";

    private final Path path;
    private final List<String> columns;

    /**
     * @param columns columns of doubles
     */
    public ValidPoints(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /**
     * @param sink receives one value a column, NaN for null, in an array that the next point overwrites
     */
    public void forEach(Folder folder, Consumer<double[]> sink) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(path, folder.fileSystem().getConf()))) {
            read(reader, sink);
        } catch (RuntimeException e) {
            if (e instanceof PointFileException) throw e;
            throw new PointFileException(path + ": is no Parquet file: " + e.getMessage(), e);
        }
    }

    private void read(ParquetFileReader reader, Consumer<double[]> sink) throws IOException {
        MessageType schema = reader.getFileMetaData().getSchema();
        List<Type> fields = new ArrayList<>();
        for (String column : columns) fields.add(field(schema, column));
        fields.add(field(schema, STATUS));
        MessageType projection = new MessageType(schema.getName(), fields);
        reader.setRequestedSchema(projection);
        MessageColumnIO io = new ColumnIOFactory().getColumnIO(projection, schema);
        double[] values = new double[columns.size()];
        for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
            RecordReader<Group> records = io.getRecordReader(pages, new GroupRecordConverter(projection));
            for (long i = 0; i < pages.getRowCount(); i++) {
                Group row = records.read();
                if (!row.getString(values.length, 0).equals(PointStatus.VALID.name())) continue;
                for (int j = 0; j < values.length; j++) {
                    values[j] = row.getFieldRepetitionCount(j) == 0 ? Double.NaN : row.getDouble(j, 0);
                }
                sink.accept(values);
            }
        }
    }

    private Type field(MessageType schema, String column) {
        if (!schema.containsField(column)) throw new PointFileException(path + ": missing column " + column);
        return schema.getType(column);
    }
}
