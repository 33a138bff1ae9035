package thetascan.constraint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import thetascan.quantity.Suggestion;

/** A JSON object of a data file, with typed access and errors that name the file and the key. */
final class Fields {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String file;
    private final String where;
    private final JsonNode node;

    private Fields(String file, String where, JsonNode node) {
        this.file = file;
        this.where = where;
        this.node = node;
    }

    /** Reads the one object of a file; {@code file} is its name in messages. */
    static Fields read(InputStream in, String file) {
        try {
            return of(file, file, JSON.readTree(in));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The keys of a map of texts, numbers, lists and maps; {@code where} is its place in messages. */
    static Fields of(Map<String, ?> keys, String where) {
        return of(where, where, JSON.valueToTree(keys));
    }

    private static Fields of(String file, String where, JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + ": an object {...} is needed.");
        }
        return new Fields(file, where, node);
    }

    /** Refuses every key that is not among these; keys that begin with an underscore are comments. */
    void allow(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (!key.startsWith("_") && !known.contains(key)) {
                throw error("unknown key '" + key + "'." + Suggestion.hint(key, known) + " Known: "
                        + String.join(", ", known) + ".");
            }
        }
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key) {
        JsonNode value = required(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw error(key, value + " is no text.");
        }
        return value.textValue();
    }

    String text(String key, String otherwise) {
        return node.has(key) ? text(key) : otherwise;
    }

    double number(String key) {
        return number(key, required(key));
    }

    double number(String key, double otherwise) {
        return node.has(key) ? number(key) : otherwise;
    }

    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : array(key)) {
            numbers.add(number(key, element));
        }
        return numbers;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(key)) {
            if (!element.isTextual()) {
                throw error(key, element + " is no text.");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** The numbers of a list of rows, row by row. */
    List<Double> rows(String key, int columns) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode row : array(key)) {
            if (!row.isArray() || row.size() != columns) {
                throw error(key, "row " + row + " must have " + columns + " numbers.");
            }
            row.forEach(element -> numbers.add(number(key, element)));
        }
        return numbers;
    }

    Fields object(String key) {
        return of(file, where + " " + key, required(key));
    }

    List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(key)) {
            objects.add(of(file, where + " " + key + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
        if (!node.has(key)) {
            return otherwise;
        }
        String given = text(key);
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(given)) {
                return constant;
            }
            known.add(name);
        }
        throw error(
                key, "'" + given + "' is none of " + String.join(", ", known) + "." + Suggestion.hint(given, known));
    }

    IllegalArgumentException error(String what) {
        return new IllegalArgumentException(where + ": " + what);
    }

    IllegalArgumentException error(String key, String what) {
        return new IllegalArgumentException(where + " " + key + ": " + what);
    }

    /** An error from a value read here, with this place put before it unless it names the file already. */
    IllegalArgumentException error(IllegalArgumentException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith(file) ? cause : new IllegalArgumentException(where + ": " + message, cause);
    }

    private JsonNode required(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw error("key '" + key + "' is missing.");
        }
        return value;
    }

    private JsonNode array(String key) {
        JsonNode value = required(key);
        if (!value.isArray()) {
            throw error(key, "a list [...] is needed.");
        }
        return value;
    }

    private double number(String key, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw error(key, value + " is no finite number.");
        }
        return value.doubleValue();
    }
}
