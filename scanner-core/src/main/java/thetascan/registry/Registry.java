package thetascan.registry;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thetascan.quantity.Suggestion;

/**
 * Everything of one kind that a scan file may name: what the program brings, and what {@link ServiceLoader} finds by the
 * context class loader, a user's own jars among it. Thread-safe.
 *
 * @param <T> what they are
 */
public final class Registry<T> {

    private final String kind;
    private final Class<T> type;
    private final Function<T, String> name;
    private final List<T> builtIn;
    private volatile @Nullable Found<T> found;

    /** What one class loader sees, in order. */
    private record Found<T>(ClassLoader loader, Map<String, T> byName) {}

    /**
     * What the program brings; the rest is looked for when it is asked for.
     *
     * @param kind    what these things are, for messages: {@code optimiser}
     * @param type    their interface, which names the service
     * @param name    the name of one, as in scan files
     * @param builtIn those that need no service file
     */
    public Registry(String kind, Class<T> type, Function<T, String> name, List<T> builtIn) {
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.builtIn = List.copyOf(builtIn);
    }

    /**
     * Everything there is.
     *
     * @return what the program brings, then what was found in alphabetical order
     * @throws IllegalArgumentException if one cannot be made, or two have the same name
     */
    public List<T> all() {
        return List.copyOf(byName().values());
    }

    /**
     * The thing of a name.
     *
     * @param wanted as in scan files
     * @return the one of this name
     * @throws IllegalArgumentException if there is none; the message suggests one
     */
    public T named(String wanted) {
        Map<String, T> known = byName();
        T thing = known.get(wanted);
        if (thing == null) {
            throw new IllegalArgumentException("unknown " + kind + " '" + wanted + "'."
                    + Suggestion.hint(wanted, known.keySet()) + " Known: " + String.join(", ", known.keySet()));
        }
        return thing;
    }

    private Map<String, T> byName() {
        ClassLoader loader = loader();
        Found<T> last = found;
        if (last == null || last.loader != loader) {
            last = new Found<>(loader, find(loader));
            found = last;
        }
        return last.byName;
    }

    private Map<String, T> find(ClassLoader loader) {
        List<T> things = new ArrayList<>();
        try {
            ServiceLoader.load(type, loader).forEach(things::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            String cause = e.getCause() == null ? "" : ": " + e.getCause();
            throw new IllegalArgumentException(kind + " that cannot be loaded: " + e.getMessage() + cause, e);
        }
        things.sort(Comparator.comparing(name)); // the order of a class path means nothing
        things.addAll(0, builtIn);
        Map<String, T> byName = new LinkedHashMap<>();
        for (T thing : things) {
            T other = byName.put(name.apply(thing), thing);
            if (other != null) {
                throw new IllegalArgumentException("two " + kind + "s are named '" + name.apply(thing) + "': "
                        + origin(other) + " and " + origin(thing) + ". Rename one.");
            }
        }
        return byName;
    }

    /** {@code my.Disc of /home/me/my.jar}. */
    private static String origin(Object thing) {
        CodeSource source = thing.getClass().getProtectionDomain().getCodeSource();
        return thing.getClass().getName()
                + (source == null ? "" : " of " + source.getLocation().getPath());
    }

    /**
     * The class loader that sees what a user brings.
     *
     * @return the context class loader where it sees the program, as it does in the main thread and in tasks of Spark;
     *     else that of the program
     */
    public static ClassLoader loader() {
        ClassLoader own = Registry.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader at = context; at != null; at = at.getParent()) {
            if (at == own) return context;
        }
        return own;
    }
}
