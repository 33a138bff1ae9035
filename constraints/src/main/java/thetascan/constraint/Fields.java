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
import java.util.Map;
import java.util.regex.Pattern;
import thetascan.quantity.Spelling;
import thetascan.quantity.Suggestion;

/** A JSON object of a data file, with typed access and errors that name the file and the key. */
public final class Fields {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What the parser says of itself. */
    private static final Pattern OWN_WORDS =
            Pattern.compile(" \\(start marker at .*|, from `StreamReadConstraints\\.\\w+\\(\\)`");

    private final String file;
    private final String where;
    private final JsonNode node;

    private Fields(String file, String where, JsonNode node) {
        this.file = file;
        this.where = where;
        this.node = node;
    }

    /**
     * Reads the one object of a file.
     *
     * @param in   the file, left open
     * @param file its name in messages
     * @return its keys
     * @throws IllegalArgumentException naming the file and the line, if this is no JSON object
     */
    public static Fields read(InputStream in, String file) {
        try {
            return of(file, file, JSON.readTree(in));
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr(); // it has none if too deep
            throw new IllegalArgumentException(file + line + ": is no JSON: " + problem(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return what is wrong with a file that is no JSON, without what the parser says of itself}
     *
     * @param e what the parser threw
     */
    public static String problem(JsonProcessingException e) {
        String text = e.getOriginalMessage();
        return OWN_WORDS.matcher(text).replaceAll("");
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

    /**
     * Refuses every key that is not among these; keys that begin with an underscore are comments.
     *
     * @param keys what may stand here
     * @throws IllegalArgumentException with a suggestion, naming the place and the key
     */
    public void allow(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (!key.startsWith("_") && !known.contains(key)) {
                throw error("unknown key '" + key + "'." + Suggestion.hint(key, known) + " Known: "
                        + String.join(", ", known) + ".");
            }
        }
    }

    /**
     * Whether a key is there.
     *
     * @param key its key
     * @return true even if its value is null
     */
    public boolean has(String key) {
        return node.has(key);
    }

    /**
     * A text that is not blank.
     *
     * @param key its key
     * @return its value
     * @throws IllegalArgumentException naming the place and the key, if it is missing or no text
     */
    public String text(String key) {
        JsonNode value = required(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw error(key, value + " is no text.");
        }
        return value.textValue();
    }

    /**
     * A text that may be left out.
     *
     * @param key its key
     * @param otherwise what stands for a missing one
     * @return its value
     * @throws IllegalArgumentException naming the place and the key, if it is no text
     */
    public String text(String key, String otherwise) {
        return node.has(key) ? text(key) : otherwise;
    }

    /**
     * A finite number.
     *
     * @param key its key
     * @return its value
     * @throws IllegalArgumentException naming the place and the key, if it is missing or no finite number
     */
    public double number(String key) {
        return number(key, required(key));
    }

    /**
     * A finite number that may be left out.
     *
     * @param key its key
     * @param otherwise what stands for a missing one
     * @return its value
     * @throws IllegalArgumentException naming the place and the key, if it is no finite number
     */
    public double number(String key, double otherwise) {
        return node.has(key) ? number(key) : otherwise;
    }

    /**
     * A list of finite numbers.
     *
     * @param key its key
     * @return its values
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : array(key)) {
            numbers.add(number(key, element));
        }
        return numbers;
    }

    /**
     * A list of texts.
     *
     * @param key its key
     * @return its values
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(key)) {
            if (!element.isTextual()) {
                throw error(key, element + " is no text.");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /**
     * A list of rows of finite numbers.
     *
     * @param key its key
     * @param columns how many each row has
     * @return the numbers, row by row
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<Double> rows(String key, int columns) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode row : array(key)) {
            if (!row.isArray() || row.size() != columns) {
                throw error(key, "row " + row + " must have " + columns + " numbers.");
            }
            row.forEach(element -> numbers.add(number(key, element)));
        }
        return numbers;
    }

    /**
     * An object.
     *
     * @param key its key
     * @return its keys
     * @throws IllegalArgumentException naming the place and the key, if it is missing or no object
     */
    public Fields object(String key) {
        return of(file, where + " " + key, required(key));
    }

    /**
     * Whether a value is a text.
     *
     * @param key its key
     * @return true if it is there and a text
     */
    public boolean isText(String key) {
        return node.has(key) && node.get(key).isTextual();
    }

    /**
     * Whether a value is a list.
     *
     * @param key its key
     * @return true if it is there and a list
     */
    public boolean isList(String key) {
        return node.has(key) && node.get(key).isArray();
    }

    /**
     * True or false.
     *
     * @param key its key
     * @param otherwise what stands for a missing one
     * @return its value
     * @throws IllegalArgumentException naming the place and the key, if it is something else
     */
    public boolean flag(String key, boolean otherwise) {
        if (!node.has(key)) {
            return otherwise;
        }
        if (!node.get(key).isBoolean()) {
            throw error(key, node.get(key) + " is neither true nor false.");
        }
        return node.get(key).booleanValue();
    }

    /**
     * A list of numbers, in which null stands where no value is known.
     *
     * @param key its key
     * @return its values, null as NaN
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public double[] table(String key) {
        return table(key, array(key));
    }

    /**
     * A list of lists of numbers.
     *
     * @param key its key
     * @return their values, null as NaN
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<double[]> tables(String key) {
        List<double[]> tables = new ArrayList<>();
        for (JsonNode list : array(key)) {
            if (!list.isArray()) {
                throw error(key, "a list of lists of numbers is needed.");
            }
            tables.add(table(key, list));
        }
        return tables;
    }

    /**
     * A list of rows of texts.
     *
     * @param key its key
     * @param columns how many each row has
     * @return the rows
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<List<String>> textRows(String key, int columns) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : array(key)) {
            List<String> texts = new ArrayList<>();
            row.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
            if (texts.size() != columns || texts.contains("")) {
                throw error(key, row + " must be a list of " + columns + " texts.");
            }
            rows.add(texts);
        }
        return rows;
    }

    /**
     * A list of objects, among which a bare text stands for an object with that one key.
     *
     * @param key its key
     * @return the objects
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<Fields> objectsOrNames(String key) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(key)) {
            JsonNode object = element.isTextual() ? JSON.createObjectNode().put(element.textValue(), true) : element;
            objects.add(of(file, where + " " + key + "[" + objects.size() + "]", object));
        }
        return objects;
    }

    /**
     * A list of rows of objects.
     *
     * @param key its key
     * @param columns how many each row has
     * @return the rows
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<List<Fields>> objectRows(String key, int columns) {
        List<List<Fields>> rows = new ArrayList<>();
        for (JsonNode row : array(key)) {
            List<Fields> objects = new ArrayList<>();
            for (JsonNode element : row) {
                objects.add(of(file, where + " " + key + "[" + rows.size() + "][" + objects.size() + "]", element));
            }
            if (objects.size() != columns) {
                throw error(key, row + " must be a list of " + columns + " objects.");
            }
            rows.add(objects);
        }
        return rows;
    }

    /** {@return the keys in the order of the file} */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /**
     * A list of objects.
     *
     * @param key its key
     * @return the objects
     * @throws IllegalArgumentException naming the place and the key, if it is missing or something else
     */
    public List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(key)) {
            objects.add(of(file, where + " " + key + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    /**
     * One of an enum's constants, written in lower case with hyphens.
     *
     * @param <E>       the enum
     * @param key       its key
     * @param type      the enum
     * @param otherwise what stands for a missing one
     * @return the constant
     * @throws IllegalArgumentException with a suggestion, naming the place and the key
     */
    public <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
        if (!node.has(key)) {
            return otherwise;
        }
        String given = text(key);
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = Spelling.of(constant);
            if (name.equals(given)) {
                return constant;
            }
            known.add(name);
        }
        throw error(
                key, "'" + given + "' is none of " + String.join(", ", known) + "." + Suggestion.hint(given, known));
    }

    /**
     * An error at this place.
     *
     * @param what what is wrong and what would be right
     * @return an exception to throw
     */
    public IllegalArgumentException error(String what) {
        return new IllegalArgumentException(where + ": " + what);
    }

    /**
     * An error at a key.
     *
     * @param key  the key
     * @param what what is wrong and what would be right
     * @return an exception to throw
     */
    public IllegalArgumentException error(String key, String what) {
        return new IllegalArgumentException(where + " " + key + ": " + what);
    }

    /**
     * An error from a value read here.
     *
     * @param cause what refused the value
     * @return an exception to throw: this place before the message, unless it names the file already
     */
    public IllegalArgumentException error(IllegalArgumentException cause) {
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

    private double[] table(String key, JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).isNull() ? Double.NaN : number(key, list.get(i));
        }
        return numbers;
    }

    private double number(String key, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw error(key, value + " is no finite number.");
        }
        return value.doubleValue();
    }
}
