package thetascan.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import thetascan.option.SettingException;
import thetascan.quantity.Suggestion;

/**
 * One mapping of a scan file while it is read: hands out values by key and notes which keys it was asked for, so that
 * {@link #rejectUnknown} can name the others. A value that cannot be read is reported and replaced by the default, so
 * that reading goes on and finds the next problem.
 */
final class Section {

    private ConfigNode.Fields node;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Section> children = new HashMap<>();
    private @Nullable Section inherited;

    Section(ConfigNode.Fields node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** Changes what is written here, before any section below was asked for. */
    void rewrite(UnaryOperator<ConfigNode.Fields> change) {
        node = change.apply(node);
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
        ConfigNode single = value instanceof ConfigNode.Fields fields ? fields.beneath() : value;
        if (single != null && !children.containsKey(key)) {
            problems.add(single, path(key), "needs keys below it, found " + single.kind());
        }
        return child(key, value);
    }

    /**
     * The mapping under a key that may be written as a single value, {@code optimiser: sobol} for
     * {@code optimiser: {name: sobol}}; also if keys of the command line are laid over the single value.
     *
     * @param inFull the key and the value that a single value or list stands for; empty if it cannot stand here
     */
    Section orShort(String key, Function<ConfigNode, Optional<Map.Entry<String, ConfigNode>>> inFull) {
        ConfigNode value = node(key);
        boolean laidOver = value instanceof ConfigNode.Fields;
        ConfigNode single = value instanceof ConfigNode.Fields fields ? fields.beneath() : value;
        Optional<Map.Entry<String, ConfigNode>> full = single == null ? Optional.empty() : inFull.apply(single);
        if (single == null || full.isEmpty()) return section(key);
        ConfigNode.Fields above =
                laidOver ? (ConfigNode.Fields) Objects.requireNonNull(value) : ConfigNode.Fields.empty(single.place());
        return child(key, above.under(full.get()));
    }

    /** The mapping under a key that may be written as its name alone: {@code optimiser: sobol}. */
    Section named(String key) {
        return orShort(
                key,
                name -> name instanceof ConfigNode.Scalar ? Optional.of(Map.entry("name", name)) : Optional.empty());
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

    /**
     * The result of what may refuse the value of a key; the refusal is reported there, or at the key it names itself.
     */
    <T> Optional<T> checked(String key, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (SettingException e) {
            refuse(e);
            return Optional.empty();
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
     * Reports a refusal at its key: here, or where the value is inherited from if it is not written here.
     *
     * @param refusal its keys as seen from this section
     */
    void refuse(SettingException refusal) {
        if (!refuse(refusal.keys(), refusal.rule())) place(refusal.keys(), refusal.rule());
    }

    /** True if the key is written, here or where this section inherits from: the problem is reported there. */
    private boolean refuse(List<String> keys, String rule) {
        String key = keys.get(0);
        if (keys.size() == 1 && known.contains(key) && has(key)) {
            problem(key, rule);
            return true;
        }
        Section child = children.get(key);
        if (keys.size() > 1 && child != null && child.refuse(keys.subList(1, keys.size()), rule)) return true;
        return inherited != null && inherited.refuse(keys, rule);
    }

    /** Reports a problem with a value that is nowhere written: at the innermost section around it that is. */
    private void place(List<String> keys, String rule) {
        Section child = children.get(keys.get(0));
        if (keys.size() > 1 && child != null) child.place(keys.subList(1, keys.size()), rule);
        else problem(String.join(".", keys), rule);
    }

    /** Values that are absent here come from another section: refusals of them are reported there. */
    void inherit(Section other) {
        inherited = other;
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
