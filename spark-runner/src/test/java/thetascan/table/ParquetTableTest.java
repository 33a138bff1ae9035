package thetascan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.Type;
import org.apache.hadoop.conf.Configuration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Parquet files of other programs, and our own. */
class ParquetTableTest {

    private static final Path FILES = Path.of("src", "test", "resources", "thetascan", "table");

    @TempDir
    private Path folder;

    private static List<PointTable.Wanted> wanted(String... names) {
        return Arrays.stream(names)
                .map(name -> new PointTable.Wanted(name, Double.NaN))
                .toList();
    }

    /** Writes rows of any schema of Parquet. */
    private Path write(String name, String fields, CompressionCodecName codec, List<Consumer<Group>> rows)
            throws IOException {
        MessageType type = MessageTypeParser.parseMessageType("message foreign {" + fields + "}");
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(type)
                .withConf(new Configuration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(codec)
                .build()) {
            for (Consumer<Group> row : rows) {
                Group group = new SimpleGroupFactory(type).newGroup();
                row.accept(group);
                writer.write(group);
            }
        }
        return file;
    }

    private Path column(String type, List<Consumer<Group>> rows) throws IOException {
        return write("in.parquet", "optional " + type + ";", CompressionCodecName.UNCOMPRESSED, rows);
    }

    /** Arrow reads the labels of a column from its schema, which is here read back with Arrow's own classes. */
    @Test
    void labelsStandWhereArrowAndSparkLookForThem() throws IOException {
        Schema schema = new Schema(
                "point",
                List.of(
                        Column.required("name", Column.Type.STRING),
                        Column.optional("m_h2", Column.Type.DOUBLE),
                        Column.optional("kind", Column.Type.INT32),
                        Column.optional("n", Column.Type.INT64),
                        Column.required("ok", Column.Type.BOOLEAN)));
        String described = "[{\"name\":\"m_h2\",\"type\":\"double\",\"unit\":\"GeV\",\"latex\":\"m_{h_2}\"}]";
        Map<String, String> footer = ColumnLabels.of(schema, Map.of(TableWriter.COLUMNS, described));

        byte[] bytes = Base64.getDecoder().decode(footer.get("ARROW:schema"));
        ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(message.getInt()).isEqualTo(-1);
        assertThat(message.getInt()).isEqualTo(bytes.length - 8).isEqualTo((bytes.length - 8) / 8 * 8);
        org.apache.arrow.flatbuf.Schema arrow = (org.apache.arrow.flatbuf.Schema)
                Message.getRootAsMessage(message.slice()).header(new org.apache.arrow.flatbuf.Schema());
        assertThat(arrow.fieldsLength()).isEqualTo(5);
        assertThat(List.of(
                        arrow.fields(0).typeType(),
                        arrow.fields(1).typeType(),
                        arrow.fields(2).typeType(),
                        arrow.fields(3).typeType(),
                        arrow.fields(4).typeType()))
                .containsExactly(Type.Utf8, Type.FloatingPoint, Type.Int, Type.Int, Type.Bool);
        assertThat(arrow.fields(1).name()).isEqualTo("m_h2");
        assertThat(arrow.fields(1).nullable()).isTrue();
        assertThat(arrow.fields(4).nullable()).isFalse();
        assertThat(arrow.fields(1).customMetadataLength()).isEqualTo(2);
        assertThat(arrow.fields(1).customMetadata(1).key()).isEqualTo("latex");
        assertThat(arrow.fields(1).customMetadata(1).value()).isEqualTo("m_{h_2}");
        assertThat(arrow.fields(0).customMetadataLength()).isZero();
        assertThat(footer.get("org.apache.spark.sql.parquet.row.metadata"))
                .contains("{\"name\":\"m_h2\",\"type\":\"double\",\"nullable\":true,"
                        + "\"metadata\":{\"unit\":\"GeV\",\"latex\":\"m_{h_2}\"}}");
        assertThat(ColumnLabels.of(schema, Map.of())).isEmpty();
    }

    private static double[] numbers(Path file) {
        return PointTable.read(file.toString(), wanted("x")).values();
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> numbers(file))
                .isInstanceOf(PointFileException.class)
                .hasMessage(file + message);
    }

    private static Binary fixed(BigInteger value, int length) {
        byte[] bytes = new byte[length];
        byte[] digits = value.toByteArray();
        if (value.signum() < 0) Arrays.fill(bytes, (byte) -1);
        System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
        return Binary.fromConstantByteArray(bytes);
    }

    @Test
    void everyNumericTypeIsRead() throws IOException {
        assertThat(numbers(column("double x", List.of(g -> g.add("x", 0.1), g -> g.add("x", -0.0)))))
                .containsExactly(0.1, -0.0);
        assertThat(numbers(column("float x", List.of(g -> g.add("x", 0.1f), g -> g.add("x", Float.MIN_VALUE)))))
                .containsExactly(0.1f, Float.MIN_VALUE);
        assertThat(numbers(column("int32 x", List.of(g -> g.add("x", Integer.MIN_VALUE)))))
                .containsExactly(Integer.MIN_VALUE);
        assertThat(numbers(column("int32 x (INTEGER(8,true))", List.of(g -> g.add("x", -3)))))
                .containsExactly(-3);
        assertThat(numbers(column("int32 x (INTEGER(32,false))", List.of(g -> g.add("x", -1)))))
                .containsExactly(4294967295.0);
        assertThat(numbers(column("int64 x", List.of(g -> g.add("x", -(1L << 53)), g -> g.add("x", Long.MIN_VALUE)))))
                .containsExactly(-9007199254740992.0, -0x1p63);
        assertThat(numbers(column("int64 x (INTEGER(64,false))", List.of(g -> g.add("x", Long.MIN_VALUE)))))
                .containsExactly(0x1p63);
    }

    @Test
    void halfPrecisionIsRead() throws IOException {
        int[] bits = {0x3c00, 0xc000, 0x7bff, 0x0001, 0x83ff, 0x0400, 0x3555, 0x8000};
        List<Consumer<Group>> rows = new ArrayList<>();
        for (int each : bits) {
            rows.add(g -> g.add("x", Binary.fromConstantByteArray(new byte[] {(byte) each, (byte) (each >> 8)})));
        }
        assertThat(numbers(column("fixed_len_byte_array(2) x (FLOAT16)", rows)))
                // IEEE 754-2008: 1, -2, greatest, least, ...
                .containsExactly(1, -2, 65504, 0x1p-24, -1023 * 0x1p-24, 0x1p-14, 1365 * 0x1p-12, -0.0);
        for (int each : new int[] {0x7c00, 0xfc00, 0x7e00}) {
            Path file = column(
                    "fixed_len_byte_array(2) x (FLOAT16)",
                    List.of(g ->
                            g.add("x", Binary.fromConstantByteArray(new byte[] {(byte) each, (byte) (each >> 8)}))));
            assertThatThrownBy(() -> numbers(file)).hasMessageEndingWith(" is no finite number");
        }
    }

    @Test
    void wholeNumbersWithoutADoubleAreRefused() throws IOException {
        assertRefused(
                column("int64 x", List.of(g -> g.add("x", 1L), g -> g.add("x", (1L << 53) + 1))),
                " row 2 x: 9007199254740993 has no double of its own, the nearest is 9.007199254740992E15");
        assertRefused(
                column("int64 x", List.of(g -> g.add("x", Long.MAX_VALUE))),
                " row 1 x: 9223372036854775807 has no double of its own, the nearest is 9.223372036854776E18");
        assertRefused(
                column("int64 x (INTEGER(64,false))", List.of(g -> g.add("x", -1L))),
                " row 1 x: 18446744073709551615 has no double of its own, the nearest is 1.8446744073709552E19");
    }

    /** A decimal is read as its double where that, rounded to as many digits, is the decimal. */
    @ParameterizedTest
    @CsvSource({
        "123.45, 2, 123.45",
        "-0.10, 2, -0.1",
        "0.00, 2, 0",
        "728.8672034808533, 13, 728.8672034808533",
        "728.8672034808533000, 16, 728.8672034808533",
        "0.1000000000000000055511151231257827, 34, 0.1",
        "9007199254740992, 0, 9007199254740992",
        "100000000000000000000000, 0, 1e23",
        "-99999999999999.9, 1, -99999999999999.9",
    })
    void decimalsAreReadWhereTheyFit(String value, int scale, double number) throws IOException {
        BigInteger unscaled = new BigDecimal(value).setScale(scale).unscaledValue();
        String type = "(DECIMAL(38," + scale + "))";
        Path binary = column(
                "binary x " + type, List.of(g -> g.add("x", Binary.fromConstantByteArray(unscaled.toByteArray()))));
        assertThat(numbers(binary)).containsExactly(number);
        Path fixed = column("fixed_len_byte_array(16) x " + type, List.of(g -> g.add("x", fixed(unscaled, 16))));
        assertThat(numbers(fixed)).containsExactly(number);
        if (unscaled.bitLength() < 59 && scale <= 18) {
            Path longs =
                    column("int64 x (DECIMAL(18," + scale + "))", List.of(g -> g.add("x", unscaled.longValueExact())));
            assertThat(numbers(longs)).containsExactly(number);
        }
        if (unscaled.bitLength() < 29 && scale <= 9) {
            Path ints =
                    column("int32 x (DECIMAL(9," + scale + "))", List.of(g -> g.add("x", unscaled.intValueExact())));
            assertThat(numbers(ints)).containsExactly(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 0, 9.007199254740992E15",
        "728.86720348085331234, 17, 728.8672034808533",
        "-0.1000000000000000001, 19, -0.1",
    })
    void decimalsThatDoNotFitAreRefused(String value, int scale, String nearest) throws IOException {
        BigInteger unscaled = new BigDecimal(value).setScale(scale).unscaledValue();
        assertRefused(
                column(
                        "fixed_len_byte_array(16) x (DECIMAL(38," + scale + "))",
                        List.of(g -> g.add("x", fixed(unscaled, 16)))),
                " row 1 x: " + value + " has more digits than a double can hold, the nearest is " + nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean x",
                "int32 x (DATE)",
                "int64 x (TIMESTAMP(MICROS,true))",
                "int32 x (TIME(MILLIS,true))",
                "int96 x",
                "binary x (STRING)",
                "binary x",
                "fixed_len_byte_array(4) x",
            })
    void whatIsNoNumberIsRefused(String type) throws IOException {
        assertRefused(column(type, List.of()), " x: holds optional " + type + ", numbers are needed");
    }

    @Test
    void listsAreRefused() throws IOException {
        Path repeated = write("in.parquet", "repeated double x;", CompressionCodecName.UNCOMPRESSED, List.of());
        assertRefused(repeated, " x: holds repeated double x, numbers are needed");
        try (TableReader reader = TableReader.open(repeated.toString())) {
            assertThatThrownBy(reader::schema).hasMessageContaining("holds repeated double x");
        }
        Path nested = write(
                "in.parquet", "optional group x { optional double y; }", CompressionCodecName.UNCOMPRESSED, List.of());
        assertThatThrownBy(() -> numbers(nested))
                .hasMessageStartingWith(nested + " x: holds optional group x {")
                .hasMessageEndingWith(", numbers are needed");
        try (TableReader reader = TableReader.open(nested.toString())) {
            assertThatThrownBy(reader::schema)
                    .isInstanceOf(PointFileException.class)
                    .hasMessageStartingWith(nested + " x: holds optional group x {")
                    .hasMessageEndingWith(", which a table of points does not have");
        }
    }

    @Test
    void columnsNobodyAsksForMayHoldAnything() throws IOException {
        Path file = write(
                "in.parquet",
                "required int64 when (TIMESTAMP(MICROS,true)); repeated double list; required double x;",
                CompressionCodecName.UNCOMPRESSED,
                List.of(g -> {
                    g.add("when", 5L);
                    g.add("list", 1.0);
                    g.add("list", 2.0);
                    g.add("x", 0.5);
                }));
        PointTable table = PointTable.read(file.toString(), wanted("x"));
        assertThat(table.values()).containsExactly(0.5);
        assertThat(table.ignored()).containsExactly("when", "list");
    }

    @Test
    void valuesThatAreMissingOrNotFiniteAreRefused() throws IOException {
        List<Consumer<Group>> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) rows.add(g -> g.add("x", 1.0));
        rows.add(g -> {});
        assertRefused(column("double x", rows), " row 6 x: has no value");
        assertRefused(column("double x", List.of(g -> g.add("x", Double.NaN))), " row 1 x: NaN is no finite number");
        assertRefused(
                column("float x", List.of(g -> g.add("x", Float.NEGATIVE_INFINITY))),
                " row 1 x: -Infinity is no finite number");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void commonCodecsAreRead(CompressionCodecName codec) throws IOException {
        assertThat(numbers(write("in.parquet", "required double x;", codec, List.of(g -> g.add("x", 0.5)))))
                .containsExactly(0.5);
    }

    @Test
    void anUnknownCodecIsCalledThat() {
        Path file = FILES.resolve("brotli.parquet");
        assertThatThrownBy(() -> PointTable.read(file.toString(), wanted("m_H1", "m_H2")))
                .isInstanceOf(PointFileException.class)
                .hasMessage(file + " m_H1: is compressed with BROTLI, which this program cannot read. Write the file"
                        + " with zstd, snappy or gzip.");
    }

    /** It may have a row group without rows, which nobody need be warned of. */
    @Test
    void aFileWithoutRowsHasNone() throws IOException {
        List<String> warnings = new ArrayList<>();
        Logger logger = (Logger) LogManager.getRootLogger();
        Appender listening = new AbstractAppender("listening", null, null, true, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                warnings.add(event.getMessage().getFormattedMessage());
            }
        };
        listening.start();
        logger.addAppender(listening);
        PointTable table = PointTable.read(FILES.resolve("rows0.parquet").toString(), wanted("alpha1", "m_H1"));
        logger.removeAppender(listening);
        assertThat(warnings).isEmpty();
        assertThat(table.rows()).isZero();
        assertThat(table.ignored()).hasSize(16).doesNotContain("m_H1");
        assertThat(numbers(column("double x", List.of()))).isEmpty();
    }

    @Test
    void whatIsNoParquetIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.parquet"));
        assertThatThrownBy(() -> numbers(empty)).hasMessageStartingWith(empty + ": is no Parquet file: ");
        Path good = column("double x", List.of(g -> g.add("x", 1.0)));
        byte[] bytes = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> numbers(cut))
                .isInstanceOf(PointFileException.class)
                .hasMessageStartingWith(cut + ": is no Parquet file: ");
        for (int at = 4; at < 30; at++) bytes[at] ^= 0x55; // the pages, not the footer
        Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
        assertThatThrownBy(() -> numbers(damaged))
                .isInstanceOf(PointFileException.class)
                .hasMessageStartingWith(damaged + "");
    }

    // ---- folders

    @Test
    void aFolderIsReadFileByFile() throws IOException {
        CompressionCodecName plain = CompressionCodecName.UNCOMPRESSED;
        write("points/b.parquet", "required double x; required double y;", plain, List.of(g -> {
            g.add("x", 3.0);
            g.add("y", 30.0);
        }));
        write(
                "points/a.parquet",
                "required double y; required float x;",
                plain,
                List.of(
                        g -> {
                            g.add("x", 1f);
                            g.add("y", 10.0);
                        },
                        g -> {
                            g.add("x", 2f);
                            g.add("y", 20.0);
                        }));
        write("points/commit=000001/part.parquet", "required int32 x; required double y;", plain, List.of(g -> {
            g.add("x", 4);
            g.add("y", 40.0);
        }));
        write("points/aa.parquet", "required double x; required double y;", plain, List.of());
        Files.writeString(folder.resolve("points/_SUCCESS"), "");
        Files.writeString(folder.resolve("points/_unfinished-c.parquet"), "half");
        Files.writeString(folder.resolve("points/.hidden.parquet"), "no");
        Files.writeString(folder.resolve("points/notes.txt"), "no");
        Path points = folder.resolve("points");
        assertThat(PointTable.read(points.toString(), wanted("x", "y")).values())
                .containsExactly(1, 10, 2, 20, 3, 30, 4, 40);
        assertThat(PointTable.read(points + "/", wanted("x", "y")).rows()).isEqualTo(4);

        write("points/commit=000001/other.parquet", "required double x;", plain, List.of());
        assertThatThrownBy(() -> PointTable.read(points.toString(), wanted("x", "y")))
                .isInstanceOf(PointFileException.class)
                .hasMessage(points + "/commit=000001/other.parquet: missing column y");
        write(
                "points/commit=000001/other.parquet",
                "optional double x; required double y;",
                plain,
                List.of(g -> g.add("y", 1.0)));
        assertThatThrownBy(() -> PointTable.read(points + "/", wanted("x", "y")))
                .hasMessage(points + "/commit=000001/other.parquet row 1 x: has no value");
    }

    @Test
    void aFolderMayBeNamedAsAFile() throws IOException {
        write(
                "out.parquet/part-0.parquet",
                "required double x;",
                CompressionCodecName.SNAPPY,
                List.of(g -> g.add("x", 2.0)));
        assertThat(numbers(folder.resolve("out.parquet"))).containsExactly(2);
    }

    @Test
    void aFolderWithoutParquetFilesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("points/sub"));
        Files.writeString(folder.resolve("points/sub/points.csv"), "x\n1\n");
        assertRefused(folder.resolve("points"), ": is a folder without Parquet files");
    }

    // ---- our own

    private static final Schema SCHEMA = new Schema(
            "row",
            List.of(
                    Column.required("id", Column.Type.STRING),
                    Column.optional("text", Column.Type.STRING),
                    Column.optional("number", Column.Type.DOUBLE),
                    Column.optional("code", Column.Type.INT32),
                    Column.optional("count", Column.Type.INT64),
                    Column.required("flag", Column.Type.BOOLEAN)));

    private static Row row(int i) {
        Row row = new Row(SCHEMA);
        row.putText(0, "id" + i);
        row.putBoolean(5, i % 2 == 0);
        if (i % 3 == 0) return row;
        row.putText(1, i % 5 == 0 ? "two\nlines \0 \ud83d\ude00" : "");
        row.putDouble(2, i % 7 == 0 ? Double.NaN : 0.1 * i);
        row.putInt(3, -i);
        row.putLong(4, (long) i << 40);
        return row;
    }

    private static void assertSame(Row a, Row b) {
        for (int i = 0; i < SCHEMA.size(); i++) assertThat(b.isNull(i)).isEqualTo(a.isNull(i));
        assertThat(b.getText(0)).isEqualTo(a.getText(0));
        assertThat(b.getBoolean(5)).isEqualTo(a.getBoolean(5));
        if (a.isNull(1)) return;
        assertThat(b.getText(1)).isEqualTo(a.getText(1));
        assertThat(Double.compare(b.getDouble(2), a.getDouble(2))).isZero();
        assertThat(b.getInt(3)).isEqualTo(a.getInt(3));
        assertThat(b.getLong(4)).isEqualTo(a.getLong(4));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("own.parquet");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) rows.add(row(i));
        try (TableWriter writer = TableWriter.open(file.toString(), SCHEMA, () -> Map.of("key", "value"))) {
            writer.prepare(rows.subList(0, 400)).write();
            writer.prepare(rows.subList(400, 1000)).write();
        }
        try (TableReader reader = TableReader.open(file.toString())) {
            assertThat(reader.schema()).isEqualTo(SCHEMA);
            assertThat(reader.names()).isEqualTo(SCHEMA.names());
            assertThat(reader.metadata()).containsEntry("key", "value");
            assertThat(reader.place()).isEqualTo(file.toString());
            assertThatThrownBy(() -> reader.next(new Row(SCHEMA))).isInstanceOf(IllegalStateException.class);
            reader.select(SCHEMA);
            Row row = new Row(SCHEMA);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(reader.next(row)).isTrue();
                assertThat(reader.place()).isEqualTo(file + " row " + (i + 1));
                assertSame(rows.get(i), row);
            }
            assertThat(reader.next(row)).isFalse();
            assertThat(reader.next(row)).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidToBeFull() throws IOException {
        Files.createSymbolicLink(folder.resolve("_unfinished-own.parquet"), Path.of("/dev/full"));
        Path file = folder.resolve("own.parquet");
        TableWriter writer = TableWriter.open(file.toString(), SCHEMA, Map::of);
        writer.prepare(List.of(row(1))).write();
        assertThatThrownBy(writer::close)
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written: No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    /** Pages carry check sums, and no byte of one may become another number. */
    @Test
    void aChangedByteIsNoticed() throws IOException {
        Path file = folder.resolve("changed.parquet");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) rows.add(row(i));
        try (TableWriter writer = TableWriter.open(file.toString(), SCHEMA, Map::of)) {
            writer.prepare(rows).write();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> {
                    try (TableReader reader = TableReader.open(file.toString())) {
                        reader.select(SCHEMA);
                        Row row = new Row(SCHEMA);
                        while (reader.next(row)) {}
                    }
                })
                .isInstanceOf(PointFileException.class)
                .hasMessageContaining("cannot be read: could not verify page integrity");
    }

    /** Headers and footers have no check sums: whatever Parquet makes of a changed one, it is refused or read as a table. */
    @Test
    void aChangedBitIsNoFailureOfTheDisk() throws IOException {
        Path file = folder.resolve("whole.parquet");
        try (TableWriter writer = TableWriter.open(file.toString(), SCHEMA, Map::of)) {
            writer.prepare(IntStream.range(0, 50)
                            .mapToObj(ParquetTableTest::row)
                            .toList())
                    .write();
        }
        byte[] bytes = Files.readAllBytes(file);
        Path changed = folder.resolve("changed.parquet");
        int refused = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit += 11) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(changed, damaged);
            try (TableReader reader = TableReader.open(changed.toString())) {
                reader.select(SCHEMA);
                Row row = new Row(SCHEMA);
                while (reader.next(row)) assertThat(row.getText(0)).isNotNull();
            } catch (PointFileException e) {
                refused++;
                assertThat(e).hasMessageStartingWith(changed.toString());
                assertThat(e.getMessage()).doesNotEndWith(": null");
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / 4);
    }

    @Test
    void aMissingValueThatEveryRowNeedsIsRefused() throws IOException {
        Path file = write(
                "ids.parquet", "optional binary id (STRING);", CompressionCodecName.UNCOMPRESSED, List.of(g -> {}));
        Schema ids = new Schema("row", List.of(Column.required("id", Column.Type.STRING)));
        try (TableReader reader = TableReader.open(file.toString())) {
            reader.select(ids);
            assertThatThrownBy(() -> reader.next(new Row(ids)))
                    .isInstanceOf(PointFileException.class)
                    .hasMessage(file + " row 1 id: has no value; every row needs one");
        }
    }

    @Test
    void columnsComeAsTheyAreWanted() throws IOException {
        Path file = write(
                "in.parquet",
                "required int32 a; required boolean b; optional binary c (STRING); required int32 d (INTEGER(16,true));",
                CompressionCodecName.UNCOMPRESSED,
                List.of(g -> {
                    g.add("a", -7);
                    g.add("b", true);
                    g.add("c", "text");
                    g.add("d", 3);
                }));
        Schema wanted = new Schema(
                "row",
                List.of(
                        Column.optional("c", Column.Type.STRING),
                        Column.optional("a", Column.Type.INT64),
                        Column.optional("b", Column.Type.BOOLEAN),
                        Column.optional("d", Column.Type.INT32)));
        try (TableReader reader = TableReader.open(file.toString())) {
            reader.select(wanted);
            Row row = new Row(wanted);
            assertThat(reader.next(row)).isTrue();
            assertThat(row.getText(0)).isEqualTo("text");
            assertThat(row.getLong(1)).isEqualTo(-7);
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getInt(3)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "double x, INT32, whole numbers",
        "int64 x, INT32, whole numbers",
        "double x, INT64, whole numbers",
        "int32 x, STRING, text",
        "int32 x, BOOLEAN, flags",
        "int32 x (DATE), INT64, whole numbers",
    })
    void andOnlyWhereTheyAreThat(String type, Column.Type wanted, String needed) throws IOException {
        Path file = column(type, List.of());
        try (TableReader reader = TableReader.open(file.toString())) {
            Schema schema = new Schema("row", List.of(Column.optional("x", wanted)));
            assertThatThrownBy(() -> reader.select(schema))
                    .isInstanceOf(PointFileException.class)
                    .hasMessage(file + " x: holds optional " + type + ", " + needed + " are needed");
            Schema missing = new Schema("row", List.of(Column.optional("y", wanted)));
            assertThatThrownBy(() -> reader.select(missing)).hasMessage(file + ": missing column y");
        }
    }
}
