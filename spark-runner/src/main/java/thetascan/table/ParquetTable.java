package thetascan.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
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

/** Reads numbers from a Parquet file. */
final class ParquetTable {

    private ParquetTable() {}

    static PointTable read(String name, List<PointTable.Wanted> wanted) {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(name), new Configuration()))) {
            return table(reader, name, wanted);
        } catch (IOException e) {
            throw new PointFileException(name + ": cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            if (e instanceof PointFileException) throw e;
            throw new PointFileException(name + ": is no Parquet file: " + e.getMessage(), e);
        }
    }

    private static PointTable table(ParquetFileReader reader, String name, List<PointTable.Wanted> wanted)
            throws IOException {
        MessageType schema = reader.getFileMetaData().getSchema();
        List<String> header = schema.getFields().stream().map(Type::getName).toList();
        PointTable.Layout layout = PointTable.Layout.of(header, wanted, name);
        List<Type> fields = new ArrayList<>();
        int[] field = new int[wanted.size()]; // position in the projection
        for (int i = 0; i < field.length; i++) {
            int at = layout.index()[i];
            field[i] = at < 0 ? -1 : fields.size();
            if (at >= 0) fields.add(number(schema.getType(at), name));
        }
        MessageType projection = new MessageType(schema.getName(), fields);
        reader.setRequestedSchema(projection);
        MessageColumnIO columns = new ColumnIOFactory().getColumnIO(projection, schema);
        PointTable.Rows rows = new PointTable.Rows(wanted.size());
        long row = 0;
        for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
            RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(projection));
            for (long i = 0; i < pages.getRowCount(); i++) {
                Group group = records.read();
                row++;
                for (int j = 0; j < field.length; j++) {
                    rows.add(field[j] < 0 ? wanted.get(j).fallback() : value(group, field[j], name + " row " + row));
                }
            }
        }
        return rows.table(layout.ignored());
    }

    private static Type number(Type type, String file) {
        if (type.isPrimitive() && type.getLogicalTypeAnnotation() == null) {
            switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                case DOUBLE, FLOAT, INT32, INT64 -> {
                    return type;
                }
                default -> {}
            }
        }
        throw new PointFileException(file + " " + type.getName() + ": holds " + type + ", numbers are needed");
    }

    private static double value(Group group, int field, String place) {
        String name = group.getType().getFieldName(field);
        double value = Double.NaN;
        if (group.getFieldRepetitionCount(field) == 1) {
            value = switch (group.getType().getType(field).asPrimitiveType().getPrimitiveTypeName()) {
                case DOUBLE -> group.getDouble(field, 0);
                case FLOAT -> group.getFloat(field, 0);
                case INT32 -> group.getInteger(field, 0);
                default -> group.getLong(field, 0);
            };
        }
        if (!Double.isFinite(value)) {
            String found = group.getFieldRepetitionCount(field) == 0 ? "null" : String.valueOf(value);
            throw new PointFileException(place + " " + name + ": " + found + " is no finite number");
        }
        return value;
    }
}
