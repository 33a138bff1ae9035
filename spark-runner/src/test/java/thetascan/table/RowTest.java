package thetascan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Schema SCHEMA = new Schema(
            "row",
            List.of(
                    Column.optional("number", Column.Type.DOUBLE),
                    Column.optional("text", Column.Type.STRING),
                    Column.optional("code", Column.Type.INT32),
                    Column.optional("count", Column.Type.INT64),
                    Column.required("flag", Column.Type.BOOLEAN)));

    private final Row row = new Row(SCHEMA);

    @Test
    void holdsEveryValue() {
        row.putDouble(0, -0.0);
        row.putText(1, "text");
        row.putInt(2, Integer.MIN_VALUE);
        row.putLong(3, Long.MAX_VALUE);
        row.putBoolean(4, true);
        assertThat(Double.doubleToRawLongBits(row.getDouble(0))).isEqualTo(1L << 63);
        assertThat(row.getText(1)).isEqualTo("text");
        assertThat(row.getInt(2)).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.getLong(3)).isEqualTo(Long.MAX_VALUE);
        assertThat(row.getBoolean(4)).isTrue();
        row.putBoolean(4, false);
        assertThat(row.getBoolean(4)).isFalse();
        for (int i = 0; i < 5; i++) assertThat(row.isNull(i)).isFalse();
        assertThat(row.schema()).isSameAs(SCHEMA);
    }

    @Test
    void isNullUntilSomethingIsPut() {
        for (int i = 0; i < 5; i++) assertThat(row.isNull(i)).isTrue();
        row.putDouble(0, 1);
        row.putText(1, "text");
        row.clear();
        for (int i = 0; i < 5; i++) assertThat(row.isNull(i)).isTrue();
        assertThat(row.getDouble(0)).isNaN();
        assertThatThrownBy(() -> row.getText(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("text: is null");
        assertThatThrownBy(() -> row.getInt(2)).hasMessage("code: is null");
        assertThatThrownBy(() -> row.getLong(3)).hasMessage("count: is null");
        assertThatThrownBy(() -> row.getBoolean(4)).hasMessage("flag: is null");
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatThrownBy(() -> row.putInt(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number: is DOUBLE, not INT32");
        assertThatThrownBy(() -> row.putDouble(3, 1)).hasMessage("count: is INT64, not DOUBLE");
        assertThatThrownBy(() -> row.putText(2, "")).hasMessage("code: is INT32, not STRING");
        assertThatThrownBy(() -> row.putBoolean(1, true)).hasMessage("text: is STRING, not BOOLEAN");
        assertThatThrownBy(() -> row.putLong(4, 1)).hasMessage("flag: is BOOLEAN, not INT64");
        assertThatThrownBy(() -> row.getDouble(2)).hasMessage("code: is INT32, not DOUBLE");
        assertThatThrownBy(() -> row.getText(0)).hasMessage("number: is DOUBLE, not STRING");
    }

    /** UTF-8 has no half surrogate pairs; what is whole stays. */
    @Test
    void textIsUnicode() {
        String[][] cases = {
            {"", ""},
            {"\0\ud83d\ude00é", "\0\ud83d\ude00é"},
            {"\ud83d", "\ufffd"},
            {"\ude00\ud83d", "\ufffd\ufffd"},
            {"a\ud83db\ud83d\ude00\ud83d", "a\ufffdb\ud83d\ude00\ufffd"},
            {"\ud83d\ud83d\ude00\ude00", "\ufffd\ud83d\ude00\ufffd"},
        };
        for (String[] each : cases) {
            row.putText(1, each[0]);
            assertThat(row.getText(1)).isEqualTo(each[1]);
        }
    }

    @Test
    void aColumnStandsOnce() {
        Column x = Column.optional("x", Column.Type.DOUBLE);
        assertThatThrownBy(() -> new Schema("row", List.of(x, Column.required("x", Column.Type.STRING))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column x would stand twice in the file");
        assertThat(new Schema("row", List.of(x)).size()).isEqualTo(1);
        assertThat(x.required()).isFalse();
        assertThat(SCHEMA.columns().get(4).required()).isTrue();
    }

    @Test
    void prefixesAreThoseOfTheFormat() {
        assertThat(Prefix.INPUT.of("x")).isEqualTo("in_x");
        assertThat(Prefix.OBSERVABLE.of("x")).isEqualTo("obs_x");
        assertThat(Prefix.VIOLATION.of("x")).isEqualTo("c_x");
        assertThat(Prefix.VERDICT.of("x")).isEqualTo("ok_x");
    }
}
