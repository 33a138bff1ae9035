package thetascan.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration, collected so that one run shows everything. */
final class Problems {

    private final Set<String> messages = new LinkedHashSet<>();

    /**
     * One problem with the value at {@code path}; the message says value, rule and advice. If it says itself where in the
     * same file, as those of models do, that is the better place.
     */
    void add(Place place, String path, String message) {
        boolean saysWhere = place.line() > 0 && message.startsWith(place.source() + ":");
        messages.add(saysWhere ? message : place + (path.isEmpty() ? "" : " " + path) + ": " + message);
    }

    void add(ConfigNode node, String path, String message) {
        add(node.place(), path, message);
    }

    boolean any() {
        return !messages.isEmpty();
    }

    List<String> messages() {
        return new ArrayList<>(messages);
    }

    /** @throws ConfigException with every problem, if there is one */
    void check() {
        if (any()) throw new ConfigException(messages());
    }
}
