package thetascan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Former names of a model's parameters in a scan file, replaced by the present ones wherever parameters are named. */
final class FormerNames {

    /** Sections that name parameters. */
    private static final Set<String> SECTIONS = Set.of("parameters", "constraints", "search");

    /** Mappings whose keys are names. */
    private static final Set<String> BY_NAME = Set.of("parameters", "measures", "ranges", "categories");

    /** Keys whose values hold names. */
    private static final Set<String> NAMING = Set.of("range", "expression", "holds", "focus");

    private final Map<String, String> present;
    private final Pattern name;
    private final Set<String> found = new TreeSet<>();

    /** @param present names by former ones */
    FormerNames(Map<String, String> present) {
        this.present = present;
        name = Pattern.compile(
                present.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    /**
     * The same configuration with present names.
     *
     * @throws ConfigException if a parameter has both its names in one mapping
     */
    ConfigNode.Fields replaced(ConfigNode.Fields root) {
        if (present.isEmpty()) return root;
        Map<String, ConfigNode.Field> fields = new LinkedHashMap<>(root.fields());
        fields.replaceAll((key, field) ->
                SECTIONS.contains(key) ? new ConfigNode.Field(field.key(), replaced(key, field.value())) : field);
        return new ConfigNode.Fields(fields, root.place(), root.beneath());
    }

    /** What was replaced: a line each, for people. */
    List<String> notes() {
        return found.stream()
                .map(former -> former + " is the former name of " + present.get(former))
                .toList();
    }

    private ConfigNode replaced(String key, ConfigNode value) {
        if (value instanceof ConfigNode.Fields fields) {
            Map<String, ConfigNode.Field> replaced = new LinkedHashMap<>();
            fields.fields().forEach((below, field) -> {
                String now = BY_NAME.contains(key) ? named(below) : below;
                boolean isRange = key.equals("parameters") && field.value() instanceof ConfigNode.Items;
                ConfigNode inside = isRange ? inside(field.value()) : replaced(below, field.value());
                ConfigNode.Field former = replaced.put(now, new ConfigNode.Field(field.key(), inside));
                if (former != null) throw twice(field.key(), now);
            });
            return new ConfigNode.Fields(replaced, fields.place(), beneath(key, fields.beneath()));
        }
        return NAMING.contains(key) ? inside(value) : value;
    }

    private @Nullable ConfigNode beneath(String key, @Nullable ConfigNode beneath) {
        return beneath == null ? null : replaced(key, beneath);
    }

    private ConfigNode inside(ConfigNode value) {
        if (value instanceof ConfigNode.Scalar scalar) {
            String text = name.matcher(scalar.text()).replaceAll(match -> named(match.group()));
            return new ConfigNode.Scalar(text, scalar.quoted(), scalar.place());
        }
        if (value instanceof ConfigNode.Items items) {
            List<ConfigNode> values = new ArrayList<>();
            for (ConfigNode each : items.values()) values.add(inside(each));
            return new ConfigNode.Items(values, items.place());
        }
        return value;
    }

    private String named(String word) {
        String now = present.get(word);
        if (now == null) return word;
        found.add(word);
        return now;
    }

    private ConfigException twice(Place place, String now) {
        String former = present.keySet().stream()
                .filter(name -> now.equals(present.get(name)))
                .collect(Collectors.joining(" or "));
        return new ConfigException(place + " " + now + ": is given twice, also by its former name " + former + ".");
    }
}
