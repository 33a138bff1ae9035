package thetascan.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import thetascan.option.Option;
import thetascan.option.Options;

/**
 * How a record of settings stands in a scan file: every component is a key, {@code exchangeEvery} is
 * {@code exchange_every}, its value in the defaults is the default, a record is a section. Records that say what they
 * hold need nothing else: no second list of keys, types and defaults exists.
 *
 * <p>A component {@code Map<String, Double> options} holds the options of what the component before it names, as keys
 * beside it: {@code detector: knn, neighbours: 15}. With a longer name, {@code optimiserOptions}, both stand in a section
 * of their own: {@code optimiser: {name: cma-es, sigma0: 0.3}}. A map from names to records is written in its order.
 */
final class SettingsFormat {

    private static final String OPTIONS = "options";
    private static final String NAME = "name"; // as Section.named has it

    /** What can be named and takes options: "optimiser" → the options of the optimiser of a name. */
    @FunctionalInterface
    interface Registry {
        /** @throws IllegalArgumentException with a suggestion if there is none of this name */
        List<Option> options(String what, String name);
    }

    private final Registry registry;

    SettingsFormat(Registry registry) {
        this.registry = registry;
    }

    // ---- reading

    /** The settings of a section; keys that are absent or wrong keep the defaults, what is wrong is reported. */
    <R extends Record> R read(Section section, R defaults) {
        R settings = readKnown(section, defaults);
        section.rejectUnknown("key");
        return settings;
    }

    /** The same, where others read further keys of the section. */
    <R extends Record> R readKnown(Section section, R defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (namesOptions(components, i)) continue; // read with its options
            Object fallback = value(component, defaults);
            if (isOptions(component)) {
                String fallbackName = (String) value(components[i - 1], defaults);
                readNamed(section, components, values, i, fallbackName, options(fallback));
            } else {
                values[i] = read(section, key(component), component.getGenericType(), fallback);
            }
        }
        return create(section, defaults, components, values);
    }

    /** Reads a name, component {@code i - 1}, together with the options of what it names, component {@code i}. */
    private void readNamed(
            Section section,
            RecordComponent[] components,
            Object[] values,
            int i,
            String fallbackName,
            Map<String, Double> fallback) {
        boolean own = !components[i].getName().equals(OPTIONS);
        String what = key(components[i - 1]);
        Section place = own ? section.named(what) : section;
        String key = own ? NAME : what;
        String name = place.value(key, text -> {
                    registry.options(what, text);
                    return text;
                })
                .orElse(fallbackName);
        Map<String, Double> options = new TreeMap<>();
        for (Option option : registry.options(what, name)) {
            if (!option.isDerived()) options.put(option.name(), option.defaultValue());
        }
        if (name.equals(fallbackName)) options.putAll(fallback);
        for (Option option : registry.options(what, name)) {
            place.value(option.name(), text -> allowed(option, text))
                    .ifPresent(value -> options.put(option.name(), value));
        }
        if (own) place.rejectUnknown("key");
        values[i - 1] = name;
        values[i] = options;
    }

    private static double allowed(Option option, String text) {
        double value = Scalars.number(text);
        try {
            return Options.of(List.of(option), Map.of(option.name(), value)).value(option.name());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(withoutKey(option.name(), e), e);
        }
    }

    private Object read(Section section, String key, Type type, Object fallback) {
        if (fallback instanceof Record settings) return read(section.section(key), settings);
        if (fallback instanceof Collection<?> list) return readList(section, key, type, list);
        if (fallback instanceof Map<?, ?> map) {
            return holdsRecords(type) ? map : readRanges(section.section(key), map);
        }
        return section.value(key, text -> scalar(key, text, fallback.getClass()))
                .orElse(fallback);
    }

    private static Object scalar(String what, String text, Class<?> type) {
        if (type == Integer.class) return Math.toIntExact(whole(text));
        if (type == Long.class) return Scalars.integer(text);
        if (type == Double.class) return Scalars.bound(text);
        if (type == Duration.class) return Scalars.duration(text);
        if (type == String.class) return text;
        if (Enum.class.isAssignableFrom(type)) return constant(what, text, type);
        throw new IllegalStateException("settings of type " + type.getName() + " are not readable");
    }

    private static long whole(String text) {
        long value = Scalars.integer(text);
        if (value != (int) value) throw new IllegalArgumentException(text + " is no whole number below 2.1e9");
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(String what, String text, Class<?> type) {
        Class constants = type.isEnum() ? type : type.getSuperclass(); // a constant with a body has a class of its own
        return Names.constant(what, text, constants);
    }

    private static Object readList(Section section, String key, Type type, Collection<?> fallback) {
        Class<?> element = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
        List<Object> values =
                section.list(key, text -> scalar(key, text, element)).orElseGet(() -> new ArrayList<>(fallback));
        return fallback instanceof Set ? new LinkedHashSet<>(values) : values;
    }

    /** Settings by name are read by whoever knows what those that are not written inherit. */
    private static boolean holdsRecords(Type type) {
        Type values = ((ParameterizedType) type).getActualTypeArguments()[1];
        return values instanceof Class<?> each && each.isRecord();
    }

    /** {@code {name: [lower, upper], ...}}. */
    private static Object readRanges(Section section, Map<?, ?> fallback) {
        Map<Object, Object> ranges = new HashMap<>(fallback);
        for (String name : section.keys()) {
            section.pair(name, Scalars::number).ifPresent(range -> ranges.put(name, range));
        }
        return ranges;
    }

    private <R extends Record> R create(Section section, R defaults, RecordComponent[] components, Object[] values) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) types[i] = components[i].getType();
        try {
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) defaults.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException refusal)) throw new IllegalStateException(e);
            Section.report(List.of(section), refusal);
            return defaults;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutKey(String key, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith(key + ": ") ? message.substring(key.length() + 2) : message;
    }

    // ---- writing

    /** Every key with its value. */
    ConfigNode.Fields write(Record settings) {
        ConfigNode.Fields fields = ConfigNode.Fields.of();
        RecordComponent[] components = settings.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = value(components[i], settings);
            if (namesOptions(components, i)) continue; // written with its options
            if (isOptions(components[i])) {
                String what = key(components[i - 1]);
                String name = (String) value(components[i - 1], settings);
                boolean own = !components[i].getName().equals(OPTIONS);
                ConfigNode.Fields place = own ? ConfigNode.Fields.of() : fields;
                place.put(own ? NAME : what, name);
                Map<String, Double> options = options(value);
                for (Option option : registry.options(what, name)) {
                    place.put(option.name(), text(options.getOrDefault(option.name(), option.defaultValue())));
                }
                if (own) fields.put(what, place);
            } else {
                fields.put(key(components[i]), node(value));
            }
        }
        return fields;
    }

    private ConfigNode node(Object value) {
        if (value instanceof Record settings) return write(settings);
        if (value instanceof Collection<?> list) {
            return ConfigNode.Items.of(list.stream().map(SettingsFormat::text).toList());
        }
        if (value instanceof Map<?, ?> map) {
            ConfigNode.Fields fields = ConfigNode.Fields.of();
            boolean records = map.values().stream().allMatch(Record.class::isInstance);
            Map<?, ?> ordered = records ? map : new TreeMap<>(map);
            ordered.forEach((name, entry) -> fields.put((String) name, node(entry)));
            return fields;
        }
        return ConfigNode.Scalar.of(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            if (Double.isNaN(number)) return ""; // derived
            if (Double.isInfinite(number)) return number > 0 ? "inf" : "-inf";
            return Option.format(number);
        }
        if (value instanceof Duration duration) return Scalars.text(duration);
        if (value instanceof Enum<?> constant) return Names.of(constant);
        return value.toString();
    }

    // ---- records

    /** True if the component after this one holds the options of what this one names. */
    private static boolean namesOptions(RecordComponent[] components, int i) {
        return i + 1 < components.length && isOptions(components[i + 1]);
    }

    private static boolean isOptions(RecordComponent component) {
        return component.getName().toLowerCase(Locale.ROOT).endsWith(OPTIONS);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> options(Object value) {
        return (Map<String, Double>) value;
    }

    private static Object value(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code exchangeEvery} → {@code exchange_every}. */
    private static String key(RecordComponent component) {
        StringBuilder key = new StringBuilder();
        for (char c : component.getName().toCharArray()) {
            if (Character.isUpperCase(c)) key.append('_');
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }
}
