package thetascan.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import thetascan.model.Model;
import thetascan.storage.Folder;

/** Writes the family of each valid point of a commit, in the order of the points; the file appears on {@link #close}. */
public final class FamilyTable implements AutoCloseable {

    public static final MessageType SCHEMA = Types.buildMessage()
            .addField(Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named("point_id"))
            .addField(Types.required(PrimitiveTypeName.INT32).named("family"))
            .named("families");

    private final Folder folder;
    private final String name;
    private final PointId id;
    private final ParquetWriter<Group> writer;

    public FamilyTable(Folder folder, String name, Model model) throws IOException {
        this.folder = folder;
        this.name = name;
        id = new PointId(model);
        Configuration configuration = folder.fileSystem().getConf();
        writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(folder.unfinished(name), configuration))
                .withType(SCHEMA)
                .withConf(configuration)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDictionaryEncoding("point_id", false)
                .build();
    }

    /**
     * @param theta every parameter of the point
     */
    public void write(double[] theta, int family) throws IOException {
        SimpleGroup row = new SimpleGroup(SCHEMA);
        row.add("point_id", id.of(theta));
        row.add("family", family);
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        folder.finish(name);
    }
}
