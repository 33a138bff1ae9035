package thetascan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Missing;

/**
 * JSON for programs that drive ThetaScan. A number that JSON does not know is a text: {@code "NaN"}, {@code "Infinity"},
 * {@code "-Infinity"}; a value that was not computed is null, one that has no meaning {@code "undefined"}.
 */
public final class Json {

    private Json() {}

    /**
     * Prints maps, lists, texts and numbers, with line breaks.
     *
     * @param out receives the text
     * @param value map, list, text, number, truth value or null
     */
    public static void print(PrintWriter out, Object value) {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number, or what stands for it. */
    static @Nullable Object number(double value) {
        if (Missing.isNotComputed(value)) return null;
        if (Missing.isUndefined(value)) return "undefined";
        return Double.isFinite(value) ? (Object) value : Double.toString(value);
    }

    static Map<String, Object> numbers(Map<String, Double> values) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        values.forEach((name, value) -> numbers.put(name, number(value)));
        return numbers;
    }
}
