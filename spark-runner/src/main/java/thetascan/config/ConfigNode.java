package thetascan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a scan file together with the place it was written at. */
sealed interface ConfigNode {

    /** The place of values that no file holds. */
    Place NOWHERE = new Place("defaults", 0);

    Place place();

    /** What people call this kind of value. */
    String kind();

    /** A single value as written. */
    record Scalar(String text, boolean quoted, Place place) implements ConfigNode {

        static Scalar of(String text) {
            return new Scalar(text, false, NOWHERE);
        }

        /** True for an empty value, {@code ~} and {@code null}: the key is there to say "the default". */
        boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "'" + text + "'";
        }
    }

    /** {@code [a, b, ...]}. */
    record Items(List<ConfigNode> values, Place place) implements ConfigNode {

        static Items of(List<String> texts) {
            List<ConfigNode> values = new ArrayList<>();
            for (String text : texts) values.add(Scalar.of(text));
            return new Items(values, NOWHERE);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * {@code {key: value, ...}}.
     *
     * @param fields  keys in the order of the file, each with the place of the key
     * @param beneath single value or list over which these keys were laid, {@code model.limits=...} over
     *                {@code model: z3-3hdm}; null if there is none
     */
    record Fields(
            Map<String, Field> fields,
            Place place,
            @Nullable ConfigNode beneath) implements ConfigNode {

        Fields(Map<String, Field> fields, Place place) {
            this(fields, place, null);
        }

        static Fields empty(Place place) {
            return new Fields(new LinkedHashMap<>(), place);
        }

        /** The same with what a single value beneath stands for, unless that key is written. */
        Fields under(Map.Entry<String, ConfigNode> inFull) {
            Map<String, Field> all = new LinkedHashMap<>();
            all.put(inFull.getKey(), new Field(inFull.getValue().place(), inFull.getValue()));
            all.putAll(fields);
            return new Fields(all, place);
        }

        static Fields of() {
            return empty(NOWHERE);
        }

        Fields put(String key, ConfigNode value) {
            fields.put(key, new Field(place, value));
            return this;
        }

        Fields put(String key, String text) {
            return put(key, Scalar.of(text));
        }

        Fields put(String key, List<String> texts) {
            return put(key, Items.of(texts));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key's place and its value. */
    record Field(Place key, ConfigNode value) {}
}
