package thetascan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in columns, as people and programs write it. */
class CsvTableTest {

    private static final Path FILES = Path.of("src", "test", "resources", "thetascan", "table");

    @TempDir
    private Path folder;

    private static List<PointTable.Wanted> wanted(String... names) {
        return Arrays.stream(names)
                .map(name -> new PointTable.Wanted(name, Double.NaN))
                .toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    private PointTable read(String text) throws IOException {
        return PointTable.read(file(text).toString(), wanted("x", "y"));
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PointFileException.class)
                .hasMessage(folder.resolve("in.csv") + message);
    }

    private static String control(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("~", " ");
    }

    /** All of these are the points (1, 2.5) and (-3, 4e5). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\\n1,2.5\\n-3,4e5\\n",
                "x,y\\n1,2.5\\n-3,4e5",
                "x,y\\r\\n1,2.5\\r\\n-3,4e5\\r\\n",
                "x,y\\r1,2.5\\r-3,4e5\\r",
                "\uFEFFx,y\\n1,2.5\\n-3,4e5\\n",
                "\uFEFF# by hand\\nx,y\\n1,2.5\\n-3,4e5\\n",
                "\\n \\nx,y\\n\\n1,2.5\\n   \\n-3,4e5\\n\\n\\n \\n",
                "x,y\\n# one\\n1,2.5\\n#\\n-3,4e5\\n# end",
                "x , y\\n 1,\\t2.5 \\n~-3,4e5\\n",
                "\"x\",\"y\"\\n\"1\",\"2.5\"\\n\"-3\",\"4e5\"\\n",
                "\"x\" , \"y\"\\n 1 , 2.5\\n \"-3\" , \"4e5\" \\n",
                "x,y,\\n1,2.5,\\n-3,4e5,\\n",
                ",x,y\\n0,1,2.5\\n1,-3,4e5\\n",
                ",x,,y\\n0,1,,2.5\\n1,-3,,4e5\\n",
                "label,y,x\\n\"a, \"\"b\"\"\",2.5,1\\n\"a\\nb\",4e5,-3\\n",
                "y,x,label\\n2.5,1,\"\\n\\n# no comment\\n\"\\n4e5,-3,x\"y\"z\\n",
                "x;y\\n1;2.5\\n-3;4e5\\n",
                "x; y\\n1; 2.5\\n-3; 4e5\\n",
                "a, b;x;y\\nc;1;2.5\\nd;-3;4e5\\n",
                "\"a;b\",x,y\\n1,1,2.5\\n1,-3,4e5\\n",
                "a;b,x,y\\n1,1,2.5\\n1,-3,4e5\\n",
                "x\\ty\\n1\\t2.5\\n-3\\t4e5\\n",
                "x\\ty\\tmy, label\\n1\\t2.5\\ta\\n-3\\t4e5\\tb\\n",
                "x y\\n1 2.5\\n-3 4e5\\n",
                "  x   y  \\n  1   2.5\\n -3   4e5  \\n\\n",
                "# x y\\n1 2.5\\n-3 4e5\\n",
                "## made by hand\\n#  x   y\\n\\n  1   2.5\\n -3   4e5\\n",
                "# x,y\\n1,2.5\\n-3,4e5\\n",
                "#x;y\\n1;2.5\\n# half way\\n-3;4e5\\n",
                "# x\\ty\\n1\\t2.5\\n-3\\t4e5\\n",
                "# a comment, with commas\\nx y\\n1 2.5\\n-3 4e5\\n",
                "in_x,in_y\\n1,2.5\\n-3,4e5\\n",
                "# x;y;a\\n1;2.5;1,5\\n-3;4e5;2,5\\n",
                "# nan y x\\nnan 2.5 1\\ninf 4e5 -3\\n",
                "x,y\\n1d0,2.5D+00\\n-3D0,4d5\\n",
                "x,y\\n1.,25.E-1\\n-.3e1,+4E+05\\n",
            })
    void isReadWhereItIsClear(String text) throws IOException {
        PointTable table = read(control(text));
        assertThat(table.values()).containsExactly(1, 2.5, -3, 4e5);
        assertThat(table.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x;y,z\\n1;2;3|:1: what separates the columns, comma or semicolon? Use one of them only, or put names"
                        + " with the other into quotes.",
                "x;y,z\\tw\\n1|:1: what separates the columns, comma or semicolon or tab? Use one of them only, or put"
                        + " names with the other into quotes.",
                "x,y;z|:1: what separates the columns, comma or semicolon? Use one of them only, or put names with the"
                        + " other into quotes.",
                "x:y\\n1:2|:1: 'x:y' is one column. Separate columns by comma, semicolon, tab or blanks.",
                "x&y\\n1&2|:1: 'x&y' is one column. Separate columns by comma, semicolon, tab or blanks.",
                "x;y\\n1,5;2,5|:2 x: '1,5' is no number: write a decimal point instead of the comma",
                "x y\\n1,2|:2: 1 cell, the header has 2 separated by blank",
                "x\\ty\\n1 2|:2: 1 cell, the header has 2 separated by tab",
                "x;y\\n1;2;3|:2: 3 cells, the header has 2 separated by semicolon",
                "x,y\\n\\n# c\\n1,2\\n1,2,3|:5: 3 cells, the header has 2 separated by comma",
                "x,y\\n\"1\\n\",2\\n\\n1|:5: 1 cell, the header has 2 separated by comma",
                "\\n1,2\\n3,4|:2: holds numbers; the first line names the columns",
                "1 2 3|:1: holds numbers; the first line names the columns",
                "nan,1|:1: holds numbers; the first line names the columns",
                "# x y\\n1 2 3|:2: holds numbers, 3; the first line names the columns, or as many names stand behind # before it,"
                        + " but line 1 has 2",
                "# only a remark\\n\\n1,2|:3: holds numbers, 2; the first line names the columns, or as many names stand behind #"
                        + " before it, but line 1 has 1",
                "# a\\n#\\nx,z,x\\n1,2,3|:3: column x stands twice",
                "x y x\\n1 2 3|:1: column x stands twice",
                "x,y\\n1,|:2 y: has no value",
                "x,y\\n1,\"\"|:2 y: has no value",
                "x,y\\n1,2\\n7.28+002,3|:3 x: '7.28+002' is no number: its exponent has lost its letter, as in Fortran"
                        + " output of three-digit exponents; write 7.28e+002",
                "in_x,y\\n*****,3|:2 in_x: '*****' is no number: Fortran writes asterisks where a number is too long for"
                        + " its field",
                "x,y\\n1,inf|:2 y: Infinity is no finite number",
                "x,y\\n1,2\\n\"3,4\\n5,6\\n|:3: a quote is not closed",
                "\"x,y\\n1,2\\n|:1: a quote is not closed",
            })
    void orTheMessageSaysWhatIsNot(String text, String message) {
        assertRefused(control(text), message);
    }

    @Test
    void aFileWithoutRowsHasNone() throws IOException {
        for (String text : new String[] {"x,y\n", "x,y", "x y\n\n", "# x y\n", "#x,y\n# more\n#x,y"}) {
            assertThat(read(text).rows()).isZero();
        }
        for (String text : new String[] {"", "\n\n", "\uFEFF", "#\n"}) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(PointFileException.class);
        }
        assertRefused(" \n", ": is empty. The first line names the columns.");
        assertRefused("\uFEFF", ": is empty. The first line names the columns.");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.csv"), "x,y\n1,2 \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PointTable.read(latin.toString(), wanted("x", "y")))
                .isInstanceOf(PointFileException.class)
                .hasMessage(latin + ": is no UTF-8 text");
        StringBuilder late = new StringBuilder("x,y\n");
        for (int i = 0; i < 20_000; i++) late.append("1,2\n");
        Path later =
                Files.write(folder.resolve("late.csv"), (late + "1,\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PointTable.read(later.toString(), wanted("x", "y")))
                .hasMessage(later + ": is no UTF-8 text");
        Path utf16 = Files.writeString(folder.resolve("utf16.csv"), "x,y\n1,2\n", StandardCharsets.UTF_16);
        assertThatThrownBy(() -> PointTable.read(utf16.toString(), wanted("x", "y")))
                .hasMessage(utf16 + ": is no UTF-8 text");
    }

    @Test
    void aQuoteThatNeverEndsIsSaidToBeTooLong() throws IOException {
        String text = "x,y\n1,2\n\"" + "1,2\n".repeat(5_000_000);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PointFileException.class)
                .hasMessageStartingWith(folder.resolve("in.csv") + ": after line 2: ");
    }

    /** Points of the field, each in its own dialect. */
    @ParameterizedTest
    @CsvSource({"num_D.csv,1", "tab.csv,5", "semi.csv,5"})
    void filesOfTheFieldAreRead(String name, int rows) {
        PointTable table =
                PointTable.read(FILES.resolve(name).toString(), wanted("alpha1", "tan_beta1", "m_H1", "m_C2", "m_h1"));
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(Arrays.copyOf(table.values(), 5))
                .containsExactly(0.7842708150779817, 0.9804282844556435, 728.8672034808533, 768.9417017902751, 125);
        assertThat(table.ignored()).hasSize(13);
    }

    // ---- what the program writes

    private static final Schema SCHEMA = new Schema(
            "row",
            List.of(
                    Column.optional("number", Column.Type.DOUBLE),
                    Column.optional("text", Column.Type.STRING),
                    Column.optional("code", Column.Type.INT32),
                    Column.optional("count", Column.Type.INT64),
                    Column.required("flag", Column.Type.BOOLEAN)));

    private static Row row(double number, String text, int code, long count, boolean flag) {
        Row row = new Row(SCHEMA);
        row.putDouble(0, number);
        row.putText(1, text);
        row.putInt(2, code);
        row.putLong(3, count);
        row.putBoolean(4, flag);
        return row;
    }

    private Path write(List<Row> rows) throws IOException {
        Path file = folder.resolve("out.csv");
        try (TableWriter writer = TableWriter.open(file.toString(), SCHEMA, Map::of)) {
            writer.prepare(rows).write();
        }
        return file;
    }

    private List<Row> readBack(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(file.toString())) {
            assertThat(reader.names()).isEqualTo(SCHEMA.names());
            assertThat(reader.schema().names()).isEqualTo(SCHEMA.names());
            assertThat(reader.schema().columns()).extracting(Column::type).containsOnly(Column.Type.STRING);
            assertThat(reader.metadata()).isEmpty();
            reader.select(SCHEMA);
            for (Row row = new Row(SCHEMA); reader.next(row); row = new Row(SCHEMA)) rows.add(row);
            assertThat(reader.next(new Row(SCHEMA))).isFalse();
        }
        return rows;
    }

    @Test
    void whatIsWrittenIsPlain() throws IOException {
        Row nothing = new Row(SCHEMA);
        nothing.putBoolean(4, false);
        Path file = write(List.of(
                row(0.1, "a", 1, -2, true),
                row(Double.NEGATIVE_INFINITY, "two\nlines, \"quoted\"", Integer.MIN_VALUE, Long.MAX_VALUE, false),
                nothing));
        assertThat(file)
                .hasContent(
                        "number,text,code,count,flag\n0.1,a,1,-2,true\n"
                                + "-Infinity,\"two\nlines, \"\"quoted\"\"\",-2147483648,9223372036854775807,false\n,,,,false\n");
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    /** Reasons of a user's program may hold anything. */
    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Random random = new Random(3);
        String[] pieces = {
            "\n", "\r\n", "\r", "\"", "\"\"", ",", ";", "\t", " ", "#", "a", "é", "\0", "\ud83d\ude00", "\ufeff"
        };
        List<Row> rows = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int j = random.nextInt(8); j > 0; j--) text.append(pieces[random.nextInt(pieces.length)]);
            texts.add(text.toString());
            double number = Double.longBitsToDouble(random.nextLong());
            rows.add(row(number, text.toString(), random.nextInt(), random.nextLong(), random.nextBoolean()));
        }
        List<Row> back = readBack(write(rows));
        assertThat(back).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row a = rows.get(i);
            Row b = back.get(i);
            assertThat(Double.compare(b.getDouble(0), a.getDouble(0))).isZero();
            assertThat(b.getText(1)).isEqualTo(texts.get(i));
            assertThat(b.getInt(2)).isEqualTo(a.getInt(2));
            assertThat(b.getLong(3)).isEqualTo(a.getLong(3));
            assertThat(b.getBoolean(4)).isEqualTo(a.getBoolean(4));
        }
    }

    @Test
    void nullComesBackAsNull() throws IOException {
        Row nothing = new Row(SCHEMA);
        nothing.putBoolean(4, true);
        Row back = readBack(write(List.of(nothing))).get(0);
        for (int i = 0; i < 4; i++) assertThat(back.isNull(i)).isTrue();
        assertThat(back.getBoolean(4)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|a|1.5|1|true|: '1.5' is no whole number of INT32|code",
                "1|a|2147483648|1|true|: '2147483648' is no whole number of INT32|code",
                "1|a|1|9223372036854775808|true|: '9223372036854775808' is no whole number of INT64|count",
                "1|a|1|x|true|: 'x' is no number|count",
                "1|a|1|1|yes|: 'yes' is neither true nor false|flag",
            })
    void valuesThatAreNotAsWantedAreRefused(
            String number, String text, String code, String count, String flag, String message, String column)
            throws IOException {
        Path file = file("number,text,code,count,flag\n" + String.join(",", number, text, code, count, flag) + "\n");
        assertThatThrownBy(() -> readBack(file))
                .isInstanceOf(PointFileException.class)
                .hasMessage(file + ":2 " + column + message);
    }

    @Test
    void wholeNumbersMayBeWrittenAsReals() throws IOException {
        Row row = readBack(file("number,text,code,count,flag\n1,a,2.0,1e18, false\n"))
                .get(0);
        assertThat(row.getInt(2)).isEqualTo(2);
        assertThat(row.getLong(3)).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(row.getBoolean(4)).isFalse();
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        try (TableReader reader = TableReader.open(file("# c\nx,y\n").toString())) {
            assertThatThrownBy(() -> reader.select(SCHEMA))
                    .isInstanceOf(PointFileException.class)
                    .hasMessage(folder.resolve("in.csv") + ":2: missing column number");
        }
    }

    @Test
    void whereNothingCanBeWrittenIsSaid() throws IOException {
        Path none = folder.resolve("none").resolve("out.csv");
        assertThatThrownBy(() -> TableWriter.open(none.toString(), SCHEMA, Map::of))
                .isInstanceOf(PointFileException.class)
                .hasMessage(none + ": cannot be written: there is no such folder");
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));
        assertThatThrownBy(() -> TableWriter.open(taken.toString(), SCHEMA, Map::of))
                .isInstanceOf(PointFileException.class)
                .hasMessage(taken + ": cannot be written: is a folder");
    }
}
