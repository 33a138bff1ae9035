package thetascan.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values given on the command line, {@code --set search.islands=4}, laid over those of the file. */
final class Overrides {

    private static final String SOURCE = "--set";

    private Overrides() {}

    /**
     * @param assignments {@code path.to.key=value} each, the value in YAML
     * @return a copy of {@code root} with the values in place
     */
    static ConfigNode.Fields apply(ConfigNode.Fields root, List<String> assignments, Problems problems) {
        ConfigNode.Fields result = root;
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                problems.add(place(), assignment, "needs key=value, such as --set search.islands=4");
                continue;
            }
            try {
                ConfigNode value = YamlReader.value(assignment.substring(equals + 1), SOURCE);
                result = with(result, assignment.substring(0, equals).strip().split("\\.", -1), 0, value);
            } catch (ConfigException e) {
                problems.add(place(), assignment.substring(0, equals), String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    private static ConfigNode.Fields with(ConfigNode.Fields parent, String[] path, int depth, ConfigNode value) {
        Map<String, ConfigNode.Field> fields = new LinkedHashMap<>(parent.fields());
        ConfigNode replacement = value;
        if (depth + 1 < path.length) {
            ConfigNode.Field child = fields.get(path[depth]);
            ConfigNode.Fields inner = child != null && child.value() instanceof ConfigNode.Fields existing
                    ? existing
                    : ConfigNode.Fields.empty(place());
            replacement = with(inner, path, depth + 1, value);
        }
        fields.put(path[depth], new ConfigNode.Field(place(), replacement));
        return new ConfigNode.Fields(fields, parent.place());
    }

    private static Place place() {
        return new Place(SOURCE, 0);
    }
}
