package thetascan.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.option.SettingException;
import thetascan.quantity.Spelling;

/**
 * How a record of settings stands in a scan file: every component is a key, {@code exchangeEvery} is
 * {@code exchange_every}, its value in the defaults is the default, a record is a section. Records that say what they
 * hold need nothing else: no second list of keys, types and defaults exists. Options of what another component names
 * say so, {@link thetascan.option.OptionsOf}. A map from names to records is written in its order.
 */
final class SettingsFormat {

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
        Map<String, Object> values = new HashMap<>();
        for (SettingsComponent component : SettingsComponent.of(defaults.getClass())) {
            if (component.name().isPresent()) readNamed(section, component, defaults, values);
            else {
                Object value = read(section, component.key(), component.type(), component.value(defaults));
                values.put(component.component().getName(), value);
            }
        }
        return section.checked("", () -> SettingsComponent.create(defaults, values))
                .orElse(defaults);
    }

    /** Reads a name together with the options of what it names. */
    private void readNamed(Section section, SettingsComponent component, Record defaults, Map<String, Object> values) {
        String what = component.key();
        Section place = component.beside() ? section : section.named(what);
        String fallback = component.name(defaults);
        String name = place.value(component.beside() ? what : NAME, text -> {
                    registry.options(what, text);
                    return text;
                })
                .orElse(fallback);
        Map<String, Double> options = new TreeMap<>();
        for (Option option : registry.options(what, name)) {
            if (!option.isDerived()) options.put(option.name(), option.defaultValue());
        }
        if (name.equals(fallback)) options.putAll(component.options(defaults));
        for (Option option : registry.options(what, name)) {
            place.value(option.name(), text -> allowed(option, text))
                    .ifPresent(value -> options.put(option.name(), value));
        }
        if (!component.beside()) place.rejectUnknown("key");
        values.put(component.name().orElseThrow().getName(), name);
        values.put(component.component().getName(), options);
    }

    private static double allowed(Option option, String text) {
        double value = ScalarText.number(text);
        try {
            return Options.of(List.of(option), Map.of(option.name(), value)).value(option.name());
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.rule(), e);
        }
    }

    private Object read(Section section, String key, Type type, Object fallback) {
        if (fallback instanceof Record settings) return read(section.section(key), settings);
        if (fallback instanceof Collection<?> list) return readList(section, key, type, list);
        if (fallback instanceof Map<?, ?> map) {
            if (holdsRecords(type)) return map;
            return holdsSets(type) ? readSets(section.section(key)) : readRanges(section.section(key), map);
        }
        return section.value(key, text -> scalar(key, text, fallback.getClass()))
                .orElse(fallback);
    }

    private static Object scalar(String what, String text, Class<?> type) {
        if (type == Integer.class) return Math.toIntExact(whole(text));
        if (type == Long.class) return ScalarText.integer(text);
        if (type == Double.class) return ScalarText.bound(text);
        if (type == Duration.class) return ScalarText.duration(text);
        if (type == String.class) return text;
        if (Enum.class.isAssignableFrom(type)) return constant(what, text, type);
        throw new IllegalStateException("settings of type " + type.getName() + " are not readable");
    }

    private static long whole(String text) {
        long value = ScalarText.integer(text);
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
            section.pair(name, ScalarText::number).ifPresent(range -> ranges.put(name, range));
        }
        return ranges;
    }

    /** Sets of numbers by name, {@code {name: [number, ...], ...}}, where ranges are lists of two. */
    static boolean holdsSets(Type type) {
        Type values = ((ParameterizedType) type).getActualTypeArguments()[1];
        return values instanceof ParameterizedType each && each.getRawType().equals(SortedSet.class);
    }

    private static Object readSets(Section section) {
        Map<String, Object> sets = new HashMap<>();
        for (String name : section.keys()) {
            section.list(name, ScalarText::number).ifPresent(values -> sets.put(name, new TreeSet<>(values)));
        }
        return sets;
    }

    // ---- writing

    /** Every key with its value. */
    ConfigNode.Fields write(Record settings) {
        ConfigNode.Fields fields = ConfigNode.Fields.of();
        for (SettingsComponent component : SettingsComponent.of(settings.getClass())) {
            if (component.name().isEmpty()) fields.put(component.key(), node(component.value(settings)));
            else if (component.beside()) writeNamed(component.key(), component, settings, fields);
            else {
                ConfigNode.Fields own = ConfigNode.Fields.of();
                writeNamed(NAME, component, settings, own);
                fields.put(component.key(), own);
            }
        }
        return fields;
    }

    private void writeNamed(String key, SettingsComponent component, Record settings, ConfigNode.Fields place) {
        String name = component.name(settings);
        Map<String, Double> options = component.options(settings);
        place.put(key, name);
        for (Option option : registry.options(component.key(), name)) {
            place.put(option.name(), text(options.getOrDefault(option.name(), option.defaultValue())));
        }
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
        if (value instanceof Duration duration) return ScalarText.text(duration);
        if (value instanceof Enum<?> constant) return Spelling.of(constant);
        return value.toString();
    }
}
