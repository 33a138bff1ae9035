package thetascan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import thetascan.quantity.Missing;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;

/** Every piece of YAML that docs/formulas.md shows is read, and gives the values it says. */
class FormulasPageTest {

    private static final Pattern PIECE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("(?m)^  (\\w+): .*#= (\\S+)$");
    private static final String REFUSED = "# refused: ";

    @TestFactory
    Stream<DynamicTest> pieces() throws IOException {
        Matcher matcher = PIECE.matcher(Files.readString(Path.of("..", "docs", "formulas.md")));
        List<String> pieces = new ArrayList<>();
        while (matcher.find()) {
            pieces.add(matcher.group(1));
        }
        assertThat(pieces).hasSizeGreaterThan(9);
        return pieces.stream()
                .map(piece -> DynamicTest.dynamicTest(piece.lines().findFirst().orElseThrow(), () -> check(piece)));
    }

    private static void check(String piece) {
        String text = piece;
        text = piece.contains("model:") ? text : "model: page\n" + text;
        text = piece.contains("parameters:") ? text : text + "parameters: {nothing: 1}\n";
        text = piece.contains("observables:") ? text : text + "observables: {nothing_else: 1}\n";
        String whole = text;
        if (piece.startsWith(REFUSED)) {
            String message = piece.lines().findFirst().orElseThrow().substring(REFUSED.length());
            assertThatThrownBy(() -> Yaml.model(whole)).hasMessageContaining(message);
            return;
        }
        FormulaModel model = Yaml.model(whole);
        double[] observables = FormulaModelTest.evaluate(
                model,
                model.parameters().parameters().stream()
                        .map(Parameter::scale)
                        .mapToDouble(scale -> scale.lower())
                        .toArray());
        List<String> names = model.observables().stream().map(Quantity::name).toList();
        Matcher values = VALUE.matcher(piece);
        while (values.find()) {
            double found = observables[names.indexOf(values.group(1))];
            if (values.group(2).equals("undefined")) {
                assertThat(Missing.isUndefined(found)).as(values.group()).isTrue();
            } else {
                double expected = Double.parseDouble(values.group(2));
                assertThat(found)
                        .as(values.group())
                        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }
}
