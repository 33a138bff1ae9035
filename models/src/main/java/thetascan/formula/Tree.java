package thetascan.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model file holds, whatever format it is written in: texts, lists and mappings that know where they stand.
 * {@code place} is file and line for messages.
 */
public sealed interface Tree {

    /** {@return file and line, for messages} */
    String place();

    /** {@return what people call this kind of value} */
    String kind();

    /**
     * A single value as written.
     *
     * @param text the characters
     * @param isQuoted true if it is a text even where it looks like a number
     * @param place file and line, for messages
     */
    record Text(String text, boolean isQuoted, String place) implements Tree {

        /** True for an empty value: the key is there to say "the default". */
        boolean isNothing() {
            return !isQuoted && (text.isBlank() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "'" + text + "'";
        }
    }

    /**
     * A list.
     *
     * @param values in their order
     * @param place file and line, for messages
     */
    record Items(List<Tree> values, String place) implements Tree {

        /**
         * Copies the list.
         *
         * @param values in their order
         * @param place file and line, for messages
         */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping, keys in the order of the file.
     *
     * @param values by key, in the order of the file
     * @param place file and line, for messages
     */
    record Fields(Map<String, Tree> values, String place) implements Tree {

        /**
         * Copies the mapping; its order stays.
         *
         * @param values by key, in the order of the file
         * @param place file and line, for messages
         */
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /**
         * The same with another value for a key.
         *
         * @param key new or there already
         * @param value what stands there then
         * @return a mapping of its own
         */
        public Fields with(String key, Tree value) {
            Map<String, Tree> changed = new LinkedHashMap<>(values);
            changed.put(key, value);
            return new Fields(changed, place);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * {@return the tree of maps, lists, texts, numbers and truth values, all at one place}
     *
     * @param value what a reader of JSON or YAML gives
     * @param place file and line, for messages
     * @throws IllegalArgumentException if there is anything else
     */
    static Tree of(Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            map.forEach((key, each) -> fields.put(String.valueOf(key), of(each == null ? "" : each, place)));
            return new Fields(fields, place);
        }
        if (value instanceof List<?> list) {
            List<Tree> items = new ArrayList<>();
            list.forEach(each -> items.add(of(each == null ? "" : each, place)));
            return new Items(items, place);
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return new Text(String.valueOf(value), false, place);
        }
        throw new IllegalArgumentException(place + ": a " + value.getClass().getName() + " has no place in a file.");
    }
}
