package thetascan.external.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thetascan.external.Outcome;
import thetascan.quantity.Missing;
import thetascan.quantity.Suggestion;

/**
 * The protocol: one JSON object a line (docs/external.md). NaN and infinities are written as Python writes them, {@code NaN},
 * {@code Infinity}, {@code -Infinity}. Every refusal is an {@code IllegalArgumentException} that tells what is wrong with a line.
 */
final class JsonLines {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final String UNDEFINED = "undefined";
    private static final int SHOWN = 120;

    private final List<String> observables;
    private final Map<String, Integer> columns;

    JsonLines(List<String> observables) {
        this.observables = List.copyOf(observables);
        columns = IntStream.range(0, observables.size()).boxed().collect(Collectors.toMap(observables::get, i -> i));
    }

    /** What a program is told first. */
    byte[] hello(List<String> parameters) {
        String text = "{\"thetascan\": " + Greeting.PROTOCOL + ", \"parameters\": " + list(parameters)
                + ", \"observables\": " + list(observables) + "}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String list(List<String> names) {
        return names.stream()
                .map(name -> '"' + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Appends a request for some points. */
    static void request(long id, List<double[]> points, StringBuilder out) {
        out.append("{\"id\": ").append(id).append(", \"points\": [");
        for (int i = 0; i < points.size(); i++) {
            double[] theta = points.get(i);
            out.append(i == 0 ? "[" : ", [");
            for (int j = 0; j < theta.length; j++)
                out.append(j == 0 ? "" : ", ").append(theta[j]);
            out.append(']');
        }
        out.append("]}\n");
    }

    /** Reads what a program says of itself. */
    static Greeting greeting(byte[] line) {
        return parse(line, parser -> {
            int protocol = -1;
            String version = "";
            int batch = 1;
            List<String> parameters = List.of();
            List<String> observables = List.of();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                switch (key) {
                    case "thetascan" -> protocol = (int) whole(parser, key);
                    case "version" -> version = parser.getText();
                    case "batch" -> batch = (int) Math.min(Integer.MAX_VALUE, whole(parser, key));
                    case "parameters" -> parameters = names(parser);
                    case "observables" -> observables = names(parser);
                    default ->
                        throw unknown(key, List.of("thetascan", "version", "batch", "parameters", "observables"));
                }
            }
            if (protocol != Greeting.PROTOCOL) {
                throw new IllegalArgumentException(
                        "\"thetascan\": " + Greeting.PROTOCOL + " is missing: the protocol it speaks");
            }
            if (batch < 1) throw new IllegalArgumentException("\"batch\": " + batch + " must be 1 or more");
            return new Greeting(version, batch, parameters, observables);
        });
    }

    private static long whole(JsonParser parser, String key) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException('"' + key + "\" is a whole number, found " + shown(parser.getText()));
        }
        return parser.getLongValue();
    }

    private static List<String> names(JsonParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("names are a list of texts, found " + parser.getText());
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) names.add(parser.getText());
        return names;
    }

    /** Reads the answer to a request. */
    Answer answer(byte[] line) {
        return parse(line, parser -> {
            Long id = null;
            List<Outcome> results = null;
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                parser.nextToken();
                switch (key) {
                    case "id" -> id = whole(parser, key);
                    case "results" -> results = results(parser);
                    default -> throw unknown(key, List.of("id", "results"));
                }
            }
            if (id == null || results == null) {
                throw new IllegalArgumentException((id == null ? "\"id\"" : "\"results\"") + " is missing");
            }
            return new Answer(id, results);
        });
    }

    private List<Outcome> results(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("\"results\" is a list, found " + parser.getText());
        }
        List<Outcome> results = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            results.add(
                    switch (next) {
                        case VALUE_STRING -> Outcome.failed(parser.getText());
                        case START_ARRAY -> Outcome.of(inOrder(parser));
                        case START_OBJECT -> Outcome.of(byName(parser));
                        default ->
                            throw new IllegalArgumentException("a result is a list of values, an object of values by"
                                    + " name, or a text that says why the point failed; found " + parser.getText());
                    });
        }
        return results;
    }

    private double[] inOrder(JsonParser parser) throws IOException {
        double[] values = new double[observables.size()];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count < values.length) values[count] = value(parser, count);
            count++;
        }
        if (count != values.length) {
            throw new IllegalArgumentException(count + " values for " + values.length + " observables");
        }
        return values;
    }

    private double[] byName(JsonParser parser) throws IOException {
        double[] values = new double[observables.size()];
        boolean[] known = new boolean[values.length];
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Integer column = columns.get(name);
            if (column == null) {
                parser.skipChildren(); // it may give more than the model file asks for
            } else {
                if (known[column]) throw new IllegalArgumentException("observable '" + name + "' has two values");
                values[column] = value(parser, column);
                known[column] = true;
            }
        }
        for (int i = 0; i < known.length; i++) {
            if (!known[i]) throw new IllegalArgumentException("no value for observable '" + observables.get(i) + "'");
        }
        return values;
    }

    private double value(JsonParser parser, int column) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> {
                return parser.getDoubleValue();
            }
            case VALUE_NULL -> {
                return Missing.NOT_COMPUTED;
            }
            case VALUE_STRING -> {
                if (parser.getText().equals(UNDEFINED)) return Missing.UNDEFINED;
            }
            default -> {}
        }
        throw new IllegalArgumentException("observable '" + observables.get(column) + "': " + shown(parser.getText())
                + " is neither a number nor null nor \"" + UNDEFINED + "\"");
    }

    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Reads the one object of a line. */
    private static <T> T parse(byte[] line, Reading<T> reading) {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            T value = reading.read(parser);
            if (parser.nextToken() != null) throw new IllegalArgumentException("something follows the object");
            return value;
        } catch (JsonEOFException e) {
            throw new IllegalArgumentException("an object is one line, this one does not end: " + beginning(line), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON: " + e.getOriginalMessage().lines().findFirst().orElse("") + " in " + beginning(line), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String beginning(byte[] line) {
        return shown(new String(line, 0, Math.min(line.length, 4 * SHOWN), StandardCharsets.UTF_8));
    }

    private static IllegalArgumentException unknown(String key, List<String> known) {
        return new IllegalArgumentException(
                "unknown key \"" + key + "\"." + Suggestion.hint(key, known) + " Known: " + String.join(", ", known));
    }

    private static String shown(String text) {
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "'";
    }
}
