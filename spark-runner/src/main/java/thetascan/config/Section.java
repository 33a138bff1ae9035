package thetascan.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Suggestion;

/**
 * One mapping of a scan file while it is read: hands out values by key and notes which keys it was asked for, so that
 * {@link #rejectUnknown} can name the others. A value that cannot be read is reported and replaced by the default, so
 * that reading goes on and finds the next problem.
 */
final class Section {

    private final ConfigNode.Fields node;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Section> children = new HashMap<>();

    Section(ConfigNode.Fields node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    Place place() {
        return node.place();
    }

    String path() {
        return path;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Every key that is written here. */
    Set<String> keys() {
        return node.fields().keySet();
    }

    /** The value of a key, or null if it is absent or empty, which both mean the default. */
    @Nullable
    ConfigNode node(String key) {
        known.add(key);
        ConfigNode value = written(key);
        return value instanceof ConfigNode.Scalar scalar && scalar.isNull() ? null : value;
    }

    /** The value of a key without taking note of it, or null if it is absent. */
    @Nullable
    ConfigNode written(String key) {
        ConfigNode.Field field = node.fields().get(key);
        return field == null ? null : field.value();
    }

    boolean has(String key) {
        return node(key) != null;
    }

    /** The mapping under a key; an empty one if it is absent. */
    Section section(String key) {
        ConfigNode value = node(key);
        if (value != null && !(value instanceof ConfigNode.Fields) && !children.containsKey(key)) {
            problem(key, "needs keys below it, found " + value.kind());
        }
        return child(key, value);
    }

    /** The mapping under a key that may be written as its name alone: {@code optimiser: sobol}. */
    Section named(String key) {
        ConfigNode value = node(key);
        if (!(value instanceof ConfigNode.Scalar name)) return section(key);
        return child(key, ConfigNode.Fields.empty(name.place()).put("name", name));
    }

    private Section child(String key, @Nullable ConfigNode value) {
        ConfigNode.Fields fields = value instanceof ConfigNode.Fields written
                ? written
                : ConfigNode.Fields.empty(value == null ? place() : value.place());
        return children.computeIfAbsent(key, name -> new Section(fields, path(name), problems));
    }

    /**
     * A single value; empty if it is absent or wrong.
     *
     * @param read converts the text, or throws an {@code IllegalArgumentException} that says why it cannot
     */
    <T> Optional<T> value(String key, Function<String, T> read) {
        ConfigNode value = node(key);
        return value == null ? Optional.empty() : scalar(value, path(key), read);
    }

    private <T> Optional<T> scalar(ConfigNode value, String path, Function<String, T> read) {
        if (!(value instanceof ConfigNode.Scalar scalar)) {
            problems.add(value, path, "needs a single value, found " + value.kind());
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            problems.add(value, path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Optional<String> text(String key) {
        return value(key, text -> text);
    }

    /** A list of single values; one value alone is a list of one. Empty if it is absent, or any value is wrong. */
    <T> Optional<List<T>> list(String key, Function<String, T> read) {
        ConfigNode value = node(key);
        if (value == null) return Optional.empty();
        List<ConfigNode> items = value instanceof ConfigNode.Items list ? list.values() : List.of(value);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String item = items.size() > 1 ? path(key) + "[" + i + "]" : path(key);
            scalar(items.get(i), item, read).ifPresent(values::add);
        }
        return values.size() == items.size() ? Optional.of(values) : Optional.empty();
    }

    /** {@code [lower, upper]}; empty if it is absent or wrong. */
    <T> Optional<List<T>> pair(String key, Function<String, T> read) {
        ConfigNode value = node(key);
        if (value == null) return Optional.empty();
        if (!(value instanceof ConfigNode.Items list) || list.values().size() != 2) {
            problem(key, "needs [lower, upper], found " + value.kind());
            return Optional.empty();
        }
        return list(key, read);
    }

    /** The result of what may refuse the value of a key; the refusal is reported there. */
    <T> Optional<T> checked(String key, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (IllegalArgumentException e) {
            problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Reports a problem with the value of a key; with this section if the key is absent or empty. */
    void problem(String key, String message) {
        ConfigNode.Field field = node.fields().get(key);
        problems.add(field == null ? place() : field.value().place(), key.isEmpty() ? path : path(key), message);
    }

    /**
     * Reports a refusal whose message begins with the key it is about, "charts: " or "restart.warm: ", at that key of
     * the first section that has it; others at the last section.
     */
    static void report(List<Section> sections, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int colon = message.indexOf(": ");
        String[] keys = colon < 0 ? new String[0] : message.substring(0, colon).split("\\.", -1);
        for (int first = 0; first < keys.length; first++) { // a value may be inherited from further up
            for (Section section : sections) {
                Section owner = section;
                for (int i = first; i + 1 < keys.length && owner.known.contains(keys[i]); i++) {
                    owner = owner.section(keys[i]);
                }
                String key = keys[keys.length - 1];
                if (owner.known.contains(key) && owner.has(key)) {
                    owner.problem(key, message.substring(colon + 2));
                    return;
                }
            }
        }
        for (Section section : sections) {
            Section owner = section;
            for (int i = 0; i + 1 < keys.length && owner.known.contains(keys[i]); i++) owner = owner.section(keys[i]);
            if (keys.length > 0 && owner.known.contains(keys[keys.length - 1])) {
                owner.problem(keys[keys.length - 1], message.substring(colon + 2));
                return;
            }
        }
        sections.get(sections.size() - 1).problem("", message);
    }

    /**
     * Reports every key that was not asked for.
     *
     * @param what the keys are, such as "key" or "parameter"
     */
    void rejectUnknown(String what) {
        node.fields().forEach((key, field) -> {
            if (!known.contains(key)) {
                String hint = Suggestion.hint(key, known);
                problems.add(
                        field.key(),
                        path(key),
                        "unknown " + what + "."
                                + (hint.isEmpty() ? " Known: " + String.join(", ", known) + "." : hint));
            }
        });
    }
}
