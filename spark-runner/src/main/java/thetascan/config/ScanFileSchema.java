package thetascan.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import thetascan.archive.NoveltySettings;
import thetascan.constraint.Mode;
import thetascan.family.FamilySettings;
import thetascan.novelty.Detectors;
import thetascan.optimiser.Optimisers;
import thetascan.option.Option;
import thetascan.quantity.Spelling;
import thetascan.scan.KeepSettings;
import thetascan.scan.StopRules;
import thetascan.search.Phase;
import thetascan.search.SearchSettings;
import thetascan.search.Strategy;
import thetascan.space.Scales;

/**
 * JSON Schema of scan files, for editors: made of the records and registries that read them, so that a new key is in both.
 * It knows keys, words and kinds of values; what depends on the model, {@code thetascan validate} tells.
 */
public final class ScanFileSchema {

    private static final String DESCRIPTION =
            "A scan of ThetaScan. 'thetascan validate FILE' knows also what depends on the model.";

    private ScanFileSchema() {}

    /** {@return the schema, JSON Schema draft-07} */
    public static Map<String, Object> schema() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("scan", scalar());
        keys.put("seed", scalar());
        keys.put("model", Map.of("type", List.of("string", "object")));
        Map<String, Object> derived = new LinkedHashMap<>();
        for (String key : List.of("expression", "unit", "latex", "description")) derived.put(key, scalar());
        keys.put("derived", map(anyOf(scalar(), section(derived))));
        keys.put("parameters", map(parameter()));
        Map<String, Object> constraints = map(constraint());
        constraints.put("properties", Map.of("set", scalar()));
        keys.put("constraints", constraints);
        keys.put("search", search());
        keys.put("stop", section(StopRules.class));
        keys.put("run", section(RunSettings.class));
        Map<String, Object> output = new LinkedHashMap<>(Map.of("path", scalar()));
        output.putAll(keys(KeepSettings.class));
        keys.put("output", section(output));
        keys.put("families", section(FamilySettings.class));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "ThetaScan scan file");
        schema.put("description", DESCRIPTION);
        schema.putAll(section(keys));
        return schema;
    }

    private static Map<String, Object> parameter() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("range", pair());
        keys.put("scale", words(Scales.all().stream().map(Scales.Kind::name)));
        Scales.all().forEach(kind -> kind.options().forEach(option -> keys.put(option.name(), scalar())));
        return anyOf(scalar(), pair(), section(keys));
    }

    private static Map<String, Object> constraint() {
        Map<String, Object> mode = words(Stream.of(Mode.values()).map(Spelling::of));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("mode", mode);
        keys.put("range", pair());
        for (String key : List.of("expression", "holds", "source")) keys.put(key, scalar());
        return anyOf(mode, pair(), section(keys));
    }

    /** The keys of a strategy may stand in the search itself, for all of them. */
    private static Map<String, Object> search() {
        Map<String, Object> keys = new LinkedHashMap<>(keys(SearchSettings.class));
        keys.putAll(keys(Strategy.class));
        keys.put("strategies", map(section(Strategy.class)));
        keys.put("phases", map(section(Phase.class)));
        return section(keys);
    }

    private static Map<String, Object> section(Class<?> settings) {
        return section(keys(settings));
    }

    private static Map<String, Object> keys(Class<?> settings) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (SettingsComponent component : SettingsComponent.of(settings)) {
            if (component.name().isEmpty()) {
                keys.put(component.key(), value(component.type()));
                continue;
            }
            Map<String, Object> options = new LinkedHashMap<>();
            for (String option : options(component.key())) options.put(option, scalar());
            if (component.beside()) {
                keys.put(component.key(), words(names(component.key())));
                keys.putAll(options);
            } else {
                options.put("name", words(names(component.key())));
                keys.put(component.key(), anyOf(words(names(component.key())), section(options)));
            }
        }
        return keys;
    }

    private static Stream<String> names(String what) {
        return what.equals("optimiser")
                ? Optimisers.all().stream().map(kind -> kind.name())
                : Stream.concat(
                        Stream.of(NoveltySettings.OFF), Detectors.all().stream().map(kind -> kind.name()));
    }

    private static TreeSet<String> options(String what) {
        Stream<Option> options = what.equals("optimiser")
                ? Optimisers.all().stream().flatMap(kind -> kind.options().stream())
                : Detectors.all().stream().flatMap(kind -> kind.options().stream());
        TreeSet<String> names = new TreeSet<>();
        options.forEach(option -> names.add(option.name()));
        return names;
    }

    private static Map<String, Object> value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                Map<String, Object> list = new LinkedHashMap<>();
                boolean numbers = arguments[0].equals(Double.class); // one may stand alone, as a text may
                list.put(
                        "type",
                        numbers ? List.of("array", "number", "string", "null") : List.of("array", "string", "null"));
                list.put("items", value(arguments[0]));
                return list;
            }
            if (arguments[1] instanceof Class<?> held && held.isRecord()) return map(section(held));
            return map(SettingsFormat.holdsSets(type) ? value(arguments[1]) : pair());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) return section(plain);
        if (plain.isEnum()) return words(Stream.of(plain.getEnumConstants()).map(each -> Spelling.of((Enum<?>) each)));
        if (plain == String.class || plain == Duration.class || plain == Double.class || plain.isPrimitive())
            return scalar();
        throw new IllegalStateException("no schema of " + type);
    }

    /** A number, its text or nothing: 1e5 is a text to some readers of YAML and a number to others. */
    private static Map<String, Object> scalar() {
        return Map.of("type", List.of("number", "string", "boolean", "null"));
    }

    private static Map<String, Object> words(Stream<String> words) {
        List<Object> known = new ArrayList<>(words.sorted().toList());
        if (known.contains("off")) known.add(false); // as YAML 1.1 reads it
        if (known.contains("on")) known.add(true);
        known.add(null);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("enum", known);
        return schema;
    }

    private static Map<String, Object> pair() {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("type", "array");
        pair.put("items", scalar());
        pair.put("minItems", 2);
        pair.put("maxItems", 2);
        return pair;
    }

    private static Map<String, Object> map(Map<String, Object> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", List.of("object", "null"));
        map.put("additionalProperties", values);
        return map;
    }

    /** Only these keys. */
    private static Map<String, Object> section(Map<String, Object> keys) {
        Map<String, Object> section = open(keys);
        section.put("additionalProperties", false);
        return section;
    }

    private static Map<String, Object> open(Map<String, Object> keys) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", List.of("object", "null"));
        section.put("properties", keys);
        return section;
    }

    @SafeVarargs
    private static Map<String, Object> anyOf(Map<String, Object>... schemas) {
        Map<String, Object> any = new LinkedHashMap<>();
        any.put("anyOf", List.of(schemas));
        return any;
    }
}
