package thetascan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thetascan.point.FoundPoint;
import thetascan.point.PointRow;
import thetascan.table.Column;
import thetascan.table.PointFileException;
import thetascan.table.PointTable;
import thetascan.table.Row;
import thetascan.table.Schema;
import thetascan.table.TableReader;
import thetascan.table.TableWriter;
import thetascan.toy.ToyModel;
import thetascan.toy.ToyPoints;

class PointFilesTest {

    private static final List<FoundPoint> POINTS = List.of(
            ToyPoints.at(0.35, 0.01), // valid
            ToyPoints.at(0.05, 0.35), // invalid: in the gap
            ToyPoints.at(0.97, 0.98), // invalid: r is undefined
            ToyPoints.at(0.1, 0.995)); // failed: throws

    @TempDir
    private Path folder;

    private final ToyModel model = new ToyModel();
    private final PointSchema schema = PointSchema.catalogue(model, ToyPoints.constraints(), ColumnNaming.PRESENT);
    private final Manifest manifest =
            new Manifest(model, ToyPoints.constraints(), schema, Provenance.here(model, 1, List.of()));

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        try (PointWriter writer = PointWriter.open(file.toString(), schema, manifest::footer)) {
            writer.prepare(POINTS.subList(0, 2)).write();
            writer.prepare(POINTS.subList(2, 4)).write();
        }
        return file;
    }

    private static List<Group> read(Path file) throws IOException {
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) rows.add(row);
        }
        return rows;
    }

    @Test
    void parquetHoldsEveryValueBitByBit() throws IOException {
        List<Group> rows = read(write("points.parquet"));
        assertThat(rows).hasSize(4);
        Group valid = rows.get(0);
        assertThat(valid.getString("status", 0)).isEqualTo("VALID");
        assertThat(valid.getFieldRepetitionCount("reason")).isZero();
        assertThat(valid.getLong("island", 0)).isEqualTo(3);
        assertThat(valid.getLong("generation", 0)).isEqualTo(14);
        assertThat(valid.getDouble("in_x", 0)).isEqualTo(0.35);
        assertThat(valid.getDouble("obs_r", 0)).isEqualTo(Math.sqrt(0.35 * 0.35 + 0.01 * 0.01));
        assertThat(valid.getInteger("obs_half", 0)).isEqualTo(1);
        assertThat(valid.getDouble("c_ring", 0)).isZero();
        assertThat(valid.getBoolean("ok_ring", 0)).isTrue();
        assertThat(valid.getDouble("cost", 0)).isZero();
        assertThat(valid.getDouble("novelty", 0)).isEqualTo(0.5);
    }

    @Test
    void parquetHasNullWhereThereIsNoValue() throws IOException {
        List<Group> rows = read(write("points.parquet"));
        Group gap = rows.get(1);
        assertThat(gap.getString("reason", 0)).isEqualTo("gap");
        assertThat(gap.getDouble("c_gap", 0)).isEqualTo(0.1 - 0.05);
        Group undefined = rows.get(2);
        assertThat(undefined.getString("status", 0)).isEqualTo("INVALID");
        assertThat(undefined.getString("reason", 0)).isEqualTo("ring");
        assertThat(undefined.getFieldRepetitionCount("obs_r")).isZero();
        assertThat(undefined.getFieldRepetitionCount("c_ring")).isZero();
        assertThat(undefined.getBoolean("ok_ring", 0)).isFalse();
        assertThat(undefined.getDouble("cost", 0)).isEqualTo(710.782712893384);
        Group failed = rows.get(3);
        assertThat(failed.getString("status", 0)).isEqualTo("FAILED");
        assertThat(failed.getString("reason", 0)).isEqualTo("too far north, \"y\" = 0.995");
        assertThat(failed.getFieldRepetitionCount("cost")).isZero();
        assertThat(failed.getFieldRepetitionCount("obs_half")).isZero();
    }

    @Test
    void parquetIsCompressedWithDictionariesForFewValuesOnly() throws IOException {
        Path file = write("points.parquet");
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
            BlockMetaData block = reader.getRowGroups().get(0);
            for (ColumnChunkMetaData column : block.getColumns()) {
                String name = column.getPath().toDotString();
                assertThat(column.getCodec()).isEqualTo(CompressionCodecName.ZSTD);
                boolean dictionary = column.getEncodings().stream().anyMatch(Encoding::usesDictionary);
                if (name.equals("status")) assertThat(dictionary).isTrue();
                if (name.matches("point_id|in_.*|c_.*|cost"))
                    assertThat(dictionary).as(name).isFalse();
            }
            assertThat(reader.getFileMetaData().getKeyValueMetaData())
                    .containsEntry("thetascan.format_version", "2")
                    .containsKeys("thetascan.provenance", "thetascan.columns");
        }
    }

    /** What merging and filtering need: points go through as names and values, without their model. */
    @Test
    void parquetIsCopiedByteForByte() throws IOException {
        Path file = write("points.parquet");
        Path copy = folder.resolve("copy.parquet");
        try (TableReader reader = TableReader.open(file.toString())) {
            Schema columns = reader.schema();
            assertThat(columns).isEqualTo(schema.schema());
            reader.select(columns);
            try (TableWriter writer = TableWriter.open(copy.toString(), columns, reader::metadata)) {
                Row row = new Row(columns);
                while (reader.next(row)) writer.prepare(List.of(row)).write();
            }
        }
        assertThat(copy).hasSameBinaryContentAs(file);
    }

    /** What a user's program says may have lines, quotes and halves of characters; each file reads them back. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluated.parquet", "evaluated.csv"})
    void whatBrokeIsReadBackWhateverItSays(String name) throws IOException {
        PointSchema evaluated = PointSchema.evaluation(model, ToyPoints.constraints());
        FoundPoint failed = POINTS.get(3);
        List<FoundPoint> points = new ArrayList<>();
        String[] reasons = {"first\nsecond, \"quoted\"\r\n", "\0", "\ud83d", "# none", " ", "\u20ac".repeat(70_000)};
        for (String reason : reasons) {
            PointRow row = failed.row();
            points.add(new FoundPoint(
                    failed.place(),
                    failed.status(),
                    new PointRow(row.theta(), row.observables(), row.violations(), row.statuses(), row.cost(), reason),
                    failed.box(),
                    failed.novelty()));
        }
        String file = folder.resolve(name).toString();
        try (PointWriter writer = PointWriter.open(file, evaluated, manifest::footer)) {
            writer.prepare(points).write();
        }
        PointTable table = PointTable.read(file, wanted());
        assertThat(table.rows()).isEqualTo(reasons.length);
        for (int i = 0; i < reasons.length; i++)
            assertThat(table.values()[3 * i + 1]).isEqualTo(0.995);
        Schema wanted = new Schema("point", List.of(Column.optional("reason", Column.Type.STRING)));
        try (TableReader reader = TableReader.open(file)) {
            reader.select(wanted);
            Row row = new Row(wanted);
            for (String reason : reasons) {
                assertThat(reader.next(row)).isTrue();
                if (name.endsWith(".csv") && reason.isBlank())
                    assertThat(row.isNull(0)).isTrue();
                else assertThat(row.getText(0)).isEqualTo(reason.replace('\ud83d', '\ufffd'));
            }
        }
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        write("points.parquet");
        write("points.csv");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("points.parquet", "points.csv");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"points.parquet", "points.csv"})
    void anAbandonedFileLeavesNothing(String name) throws IOException {
        PointWriter writer = PointWriter.open(folder.resolve(name).toString(), schema, manifest::footer);
        writer.prepare(POINTS).write();
        writer.abandon();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aNameAloneIsInTheWorkingDirectory() throws IOException {
        try {
            try (PointWriter writer = PointWriter.open("relative.parquet", schema, manifest::footer)) {
                writer.prepare(POINTS).write();
            }
            assertThat(PointTable.read("relative.parquet", wanted()).rows()).isEqualTo(4);
        } finally {
            Files.deleteIfExists(Path.of("relative.parquet"));
        }
    }

    @Test
    void csvHoldsTheSameAsText() throws IOException {
        List<String> lines = Files.readAllLines(write("points.csv"), StandardCharsets.UTF_8);
        assertThat(lines.get(0))
                .isEqualTo(
                        "point_id,island,generation,status,reason,in_x,in_y,in_s,obs_r,obs_side,obs_half,c_ring,c_gap,"
                                + "c_right,ok_ring,ok_gap,ok_right,cost,novelty");
        assertThat(lines.get(1))
                .endsWith(",3,14,VALID,,0.35,0.01,1.0,0.3501428280002319,0.35,1,0.0,0.0,0.0,true,true,true,0.0,0.5");
        assertThat(lines.get(4))
                .endsWith(
                        ",3,14,FAILED,\"too far north, \"\"y\"\" = 0.995\",0.1,0.995,1.0,,,,,,,false,false,false,,0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points.parquet", "points.csv"})
    void inputsAreReadBackBitByBit(String name) throws IOException {
        PointTable table = PointTable.read(write(name).toString(), wanted());
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.values()).containsExactly(0.35, 0.01, 1, 0.05, 0.35, 1, 0.97, 0.98, 1, 0.1, 0.995, 1);
        assertThat(table.ignored())
                .hasSize(schema.schema().names().size() - 3)
                .contains("obs_r")
                .doesNotContain("in_x");
    }

    private static List<PointTable.Wanted> wanted() {
        return List.of(
                new PointTable.Wanted("x", Double.NaN),
                new PointTable.Wanted("y", Double.NaN),
                new PointTable.Wanted("s", 1));
    }

    private PointTable readCsv(String text) throws IOException {
        return PointTable.read(Files.writeString(folder.resolve("in.csv"), text).toString(), wanted());
    }

    @Test
    void csvMayHaveCommentsBlankLinesQuotesAndAByteOrderMark() throws IOException {
        PointTable table =
                readCsv("\uFEFF# mine\nlabel,in_y,\"x\"\n\n\"a, \"\"b\"\"\", 2.5e-1 ,-.5\n# end\nc,+1.,1E2\n");
        assertThat(table.values()).containsExactly(-0.5, 0.25, 1, 100, 1, 1);
        assertThat(table.ignored()).containsExactly("label");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x\\n1|in.csv:1: missing column y (or in_y).",
                "x,Y\\n1,2|in.csv:1: missing column y (or in_y). Rename column Y?",
                "x,y\\n1,2\\n3|in.csv:3: 1 cell, the header has 2 separated by comma",
                "x,y\\n1,2\\n\\n3,4,5|in.csv:4: 3 cells, the header has 2 separated by comma",
                "x,y\\n1,NaN|in.csv:2 y: NaN is no finite number",
                "x,y\\n1,Infinity|in.csv:2 y: Infinity is no finite number",
                "x,y\\n1,1e999|in.csv:2 y: 1e999 exceeds the range of a double",
                "x,y\\n,1|in.csv:2 x: has no value",
                "x,y\\n1d,1|in.csv:2 x: '1d' is no number: the digits of its exponent are missing",
                "x,y\\n0x1,1|in.csv:2 x: '0x1' is no number",
                "in_x,in_y\\nabc,1|in.csv:2 in_x: 'abc' is no number",
                "x,y,x\\n1,2,3|in.csv:1: column x stands twice",
                "x,y,in_x\\n1,2,3|in.csv:1: columns x and in_x mean the same. Remove one.",
                "x,y\\n\"1,2|in.csv:2: a quote is not closed",
            })
    void csvMistakesAreNamedWithLineAndColumn(String text, String message) {
        assertThatThrownBy(() -> readCsv(text.replace("\\n", "\n")))
                .isInstanceOf(PointFileException.class)
                .hasMessage(folder + java.io.File.separator + message);
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> PointTable.read(none.toString(), wanted())).hasMessage(none + ": no such file");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> PointTable.read(empty.toString(), wanted()))
                .hasMessage(empty + ": is empty. The first line names the columns.");
        Path text = Files.writeString(folder.resolve("text.parquet"), "x,y\n1,2\n");
        assertThatThrownBy(() -> PointTable.read(text.toString(), wanted()))
                .hasMessageStartingWith(text + ": is no Parquet file: ");
        Path absent = folder.resolve("none.parquet");
        assertThatThrownBy(() -> PointTable.read(absent.toString(), wanted())).hasMessage(absent + ": no such file");
        assertThatThrownBy(() -> PointWriter.open(folder.resolve("out.txt").toString(), schema, manifest::footer))
                .hasMessage(folder.resolve("out.txt") + ": must end in .csv or .parquet");
    }

    @Test
    void parquetWithoutValuesOrNumbersIsRefused() throws IOException {
        String file = write("points.parquet").toString();
        assertThatThrownBy(() -> PointTable.read(file, List.of(new PointTable.Wanted("obs_r", Double.NaN))))
                .hasMessage(file + " row 3 obs_r: has no value");
        assertThatThrownBy(() -> PointTable.read(file, List.of(new PointTable.Wanted("status", Double.NaN))))
                .hasMessageStartingWith(file + " status: holds ")
                .hasMessageEndingWith(", numbers are needed");
    }
}
