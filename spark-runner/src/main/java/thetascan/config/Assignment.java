package thetascan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value given on the command line, laid over that of the scan file: {@code --set search.islands=4}. */
public final class Assignment {

    private static final String SET = "--set";

    private final Place place;
    private final String[] keys;
    private final ConfigNode value;

    private Assignment(Place place, String path, ConfigNode value) {
        this.place = place;
        keys = path.split("\\.", -1);
        this.value = value;
    }

    /**
     * Reads {@code search.islands=4}; the value is YAML.
     *
     * @param text key and value
     * @return the value at its key
     * @throws ConfigException if there is no key or the value is no YAML
     */
    public static Assignment parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new ConfigException(SET + " " + text + ": needs key=value, such as --set search.islands=4");
        }
        String path = text.substring(0, equals).strip();
        try {
            return new Assignment(new Place(SET, 0), path, YamlReader.value(text.substring(equals + 1), SET));
        } catch (ConfigException e) {
            throw new ConfigException(SET + " " + path + ": '" + text.substring(equals + 1) + "' is no YAML value");
        }
    }

    /**
     * A value given by an option of its own, as it is.
     *
     * @param option for messages
     * @param path   key, such as {@code output.path}
     * @param text   the value
     * @return the value at its key
     */
    public static Assignment of(String option, String path, String text) {
        Place place = new Place(option, 0);
        return new Assignment(place, path, new ConfigNode.Scalar(text, true, place));
    }

    /**
     * The same for a list.
     *
     * @param option for messages
     * @param path   key, such as {@code run.jars}
     * @param texts  the values
     * @return the list at its key
     */
    public static Assignment of(String option, String path, List<String> texts) {
        Place place = new Place(option, 0);
        List<ConfigNode> items = new ArrayList<>();
        for (String text : texts) items.add(new ConfigNode.Scalar(text, true, place));
        return new Assignment(place, path, new ConfigNode.Items(items, place));
    }

    /** A copy of the configuration with the value in place. */
    ConfigNode.Fields applyTo(ConfigNode.Fields root) {
        return with(root, 0);
    }

    private ConfigNode.Fields with(ConfigNode.Fields parent, int depth) {
        Map<String, ConfigNode.Field> fields = new LinkedHashMap<>(parent.fields());
        ConfigNode replacement = value;
        if (depth + 1 < keys.length) {
            ConfigNode.Field child = fields.get(keys[depth]);
            replacement = with(child == null ? ConfigNode.Fields.empty(place) : mapping(child.value()), depth + 1);
        }
        fields.put(keys[depth], new ConfigNode.Field(place, replacement));
        return new ConfigNode.Fields(fields, parent.place(), parent.beneath());
    }

    /** What keys are laid over; a single value may be the short form of a mapping and is kept beneath. */
    private ConfigNode.Fields mapping(ConfigNode value) {
        if (value instanceof ConfigNode.Fields inner) return inner;
        boolean nothing = value instanceof ConfigNode.Scalar scalar && scalar.isNull();
        return new ConfigNode.Fields(Map.of(), place, nothing ? null : value);
    }
}
