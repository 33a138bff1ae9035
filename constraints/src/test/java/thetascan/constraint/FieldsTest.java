package thetascan.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    /** Single quotes stand for double ones. */
    private static Fields fields(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Fields.read(new ByteArrayInputStream(bytes), "a.json");
    }

    private static void refused(Runnable read, String message) {
        assertThatThrownBy(read::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.json" + message);
    }

    @Test
    void knowsWhatIsThere() {
        Fields f = fields("{'b': 'text', 'a': [1], 'n': null, 'o': {}}");
        assertThat(f.keys()).containsExactly("b", "a", "n", "o");
        assertThat(f.has("b")).isTrue();
        assertThat(f.has("n")).isTrue();
        assertThat(f.has("c")).isFalse();
        assertThat(f.isText("b")).isTrue();
        assertThat(f.isText("a")).isFalse();
        assertThat(f.isText("c")).isFalse();
        assertThat(f.isList("a")).isTrue();
        assertThat(f.isList("b")).isFalse();
        assertThat(f.isList("c")).isFalse();
    }

    @Test
    void readsTexts() {
        Fields f = fields("{'a': 'x', 'blank': ' ', 'number': 1, 'list': ['x', 'y'], 'mixed': ['x', 1]}");
        assertThat(f.text("a")).isEqualTo("x");
        assertThat(f.text("a", "other")).isEqualTo("x");
        assertThat(f.text("none", "other")).isEqualTo("other");
        assertThat(f.texts("list")).containsExactly("x", "y");
        refused(() -> f.text("none"), ": key 'none' is missing.");
        refused(() -> f.text("blank"), " blank: \" \" is no text.");
        refused(() -> f.text("number"), " number: 1 is no text.");
        refused(() -> f.texts("mixed"), " mixed: 1 is no text.");
        refused(() -> f.texts("a"), " a: a list [...] is needed.");
    }

    @Test
    void readsFlags() {
        Fields f = fields("{'yes': true, 'no': false, 'text': 'true'}");
        assertThat(f.flag("yes", false)).isTrue();
        assertThat(f.flag("no", true)).isFalse();
        assertThat(f.flag("none", true)).isTrue();
        assertThat(f.flag("none", false)).isFalse();
        refused(() -> f.flag("text", true), " text: \"true\" is neither true nor false.");
    }

    @Test
    void readsNumbers() {
        Fields f = fields("{'a': 1.5, 'text': '1', 'huge': 1e999, 'list': [1, 2], 'broken': [1, null]}");
        assertThat(f.number("a")).isEqualTo(1.5);
        assertThat(f.number("a", 3)).isEqualTo(1.5);
        assertThat(f.number("none", 3)).isEqualTo(3);
        assertThat(f.numbers("list")).containsExactly(1.0, 2.0);
        refused(() -> f.number("none"), ": key 'none' is missing.");
        refused(() -> f.number("text"), " text: \"1\" is no finite number.");
        assertThatThrownBy(() -> f.number("huge")).hasMessageContaining("no finite number");
        refused(() -> f.numbers("broken"), " broken: null is no finite number.");
    }

    @Test
    void readsTablesWithGaps() {
        Fields f = fields("{'a': [1, null, 3], 'b': [[1, null], [], [2]], 'c': [1], 'd': ['x']}");
        assertThat(f.table("a")).containsExactly(1, Double.NaN, 3);
        assertThat(f.tables("b")).containsExactly(new double[] {1, Double.NaN}, new double[] {}, new double[] {2});
        refused(() -> f.tables("c"), " c: a list of lists of numbers is needed.");
        refused(() -> f.table("d"), " d: \"x\" is no finite number.");
    }

    @Test
    void readsRows() {
        Fields f = fields("{'a': [[1, 2], [3, 4]], 'short': [[1]], 'flat': [1], 'texts': [['x', 'y'], ['z', 'u']],"
                + " 'numbers': [['x', 1]], 'long': [['x', 'y', 'z']]}");
        assertThat(f.rows("a", 2)).containsExactly(1.0, 2.0, 3.0, 4.0);
        refused(() -> f.rows("short", 2), " short: row [1] must have 2 numbers.");
        refused(() -> f.rows("flat", 1), " flat: row 1 must have 1 numbers.");
        assertThat(f.textRows("texts", 2)).containsExactly(List.of("x", "y"), List.of("z", "u"));
        refused(() -> f.textRows("numbers", 2), " numbers: [\"x\",1] must be a list of 2 texts.");
        refused(() -> f.textRows("long", 2), " long: [\"x\",\"y\",\"z\"] must be a list of 2 texts.");
    }

    @Test
    void readsObjects() {
        Fields f = fields("{'o': {'a': 1}, 'list': [{'a': 2}, {'a': 3}], 'names': ['x', {'y': false}],"
                + " 'rows': [[{'a': 4}, {'a': 5}]], 'flat': [{'a': 1}]}");
        assertThat(f.object("o").number("a")).isEqualTo(1);
        assertThat(f.objects("list")).extracting(o -> o.number("a")).containsExactly(2.0, 3.0);
        List<Fields> names = f.objectsOrNames("names");
        assertThat(names.get(0).flag("x", false)).isTrue();
        assertThat(names.get(1).flag("y", true)).isFalse();
        assertThat(names).hasSize(2);
        assertThat(f.objectRows("rows", 2)).hasSize(1);
        assertThat(f.objectRows("rows", 2).get(0))
                .extracting(o -> o.number("a"))
                .containsExactly(4.0, 5.0);
        refused(() -> f.objectRows("rows", 3), " rows: [{\"a\":4},{\"a\":5}] must be a list of 3 objects.");
        refused(() -> f.object("list"), " list: an object {...} is needed.");
    }

    @Test
    void namesThePlace() {
        Fields f = fields("{'list': [{}, {'o': {}}], 'names': [{}, {}], 'rows': [[{}], [{}]]}");
        refused(() -> f.objects("list").get(1).text("a"), " list[1]: key 'a' is missing.");
        refused(() -> f.objects("list").get(1).object("o").text("a"), " list[1] o: key 'a' is missing.");
        refused(() -> f.objectsOrNames("names").get(1).text("a"), " names[1]: key 'a' is missing.");
        refused(() -> f.objectRows("rows", 1).get(1).get(0).text("a"), " rows[1][0]: key 'a' is missing.");
    }

    @Test
    void readsConstants() {
        Fields f = fields("{'a': 'log-log', 'b': 'log_log'}");
        LimitCurve.Interpolation linear = LimitCurve.Interpolation.LINEAR;
        assertThat(f.constant("a", LimitCurve.Interpolation.class, linear)).isEqualTo(LimitCurve.Interpolation.LOG_LOG);
        assertThat(f.constant("none", LimitCurve.Interpolation.class, linear)).isEqualTo(linear);
        refused(
                () -> f.constant("b", LimitCurve.Interpolation.class, linear),
                " b: 'log_log' is none of linear, log-log. Did you mean 'log-log'?");
    }

    @Test
    void refusesUnknownKeysButComments() {
        Fields f = fields("{'a': 1, '_note': 'x'}");
        f.allow("a", "b");
        refused(() -> f.allow("ab", "c"), ": unknown key 'a'. Did you mean 'ab'? Known: ab, c.");
    }

    @Test
    void putsThePlaceBeforeAnErrorOnce() {
        Fields f = fields("{'o': {}}").object("o");
        IllegalArgumentException plain = new IllegalArgumentException("x: wrong.");
        assertThat(f.error(plain)).hasMessage("a.json o: x: wrong.").hasCause(plain);
        IllegalArgumentException placed = new IllegalArgumentException("a.json o: wrong.");
        assertThat(f.error(placed)).isSameAs(placed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]           | a.json: an object {...} is needed.",
                "{'a': 1} 2    | a.json:1: ",
                "{'a': 1, 'a'  | a.json:1: ",
                "{             | a.json:1: ",
            })
    void refusesWhatIsNoObject(String json, String message) {
        assertThatThrownBy(() -> fields(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void readsTheKeysOfAnotherFormat() {
        Fields f = Fields.of(Map.of("a", List.of(1, 2.5)), "scan.yaml:3 x");
        assertThat(f.numbers("a")).containsExactly(1.0, 2.5);
        assertThatThrownBy(() -> f.text("b")).hasMessage("scan.yaml:3 x: key 'b' is missing.");
    }
}
