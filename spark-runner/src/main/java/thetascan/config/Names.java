package thetascan.config;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import thetascan.quantity.Suggestion;

/** Names people choose from. */
final class Names {

    private Names() {}

    /**
     * The name itself if it is one of those known.
     *
     * @throws IllegalArgumentException with a suggestion if it is not
     */
    static String known(String what, String name, Collection<String> known) {
        if (known.contains(name)) return name;
        throw new IllegalArgumentException("unknown " + what + " '" + name + "'." + hint(name, known));
    }

    /** "Did you mean", or all there is to choose from. */
    static String hint(String name, Collection<String> known) {
        String hint = Suggestion.hint(name, known);
        return hint.isEmpty() && !known.isEmpty() ? " Known: " + String.join(", ", known) + "." : hint;
    }

    /** The constant with a name such as {@code in-process} or {@code in_process}. */
    static <E extends Enum<E>> E constant(String what, String name, Class<E> type) {
        String known = known(
                what,
                name.replace('_', '-'),
                Stream.of(type.getEnumConstants()).map(Names::of).toList());
        return Enum.valueOf(type, known.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Name of a constant in scan files: lower case with hyphens. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
