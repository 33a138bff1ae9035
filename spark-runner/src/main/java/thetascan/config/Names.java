package thetascan.config;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import thetascan.quantity.Spelling;
import thetascan.quantity.Suggestion;

/** Names people choose from. */
final class Names {

    private static final int LONGEST = 200;

    /** What a file cannot be called everywhere, or what cannot be shown. */
    private static final Pattern NO_FILE = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Names() {}

    /**
     * The name itself if a folder can be called so.
     *
     * @throws IllegalArgumentException saying what is allowed if it cannot
     */
    static String ofFile(String name) {
        if (name.isBlank() || name.startsWith(".") || NO_FILE.matcher(name).find() || name.length() > LONGEST) {
            throw new IllegalArgumentException("'" + NO_FILE.matcher(name).replaceAll(found -> shown(found.group()))
                    + "' must do for the name of a folder: " + LONGEST
                    + " characters at most, no / \\ : * ? \" < > | or line"
                    + " break, and no dot in front. Or say in output.path where the catalogue goes.");
        }
        return name;
    }

    /** Printable characters as they are, others by their code. */
    private static String shown(String character) {
        int code = character.codePointAt(0);
        boolean printable = code < 0x7f && code >= 0x20;
        return Matcher.quoteReplacement(printable ? character : String.format(Locale.ROOT, "\\u%04x", code));
    }

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
                Stream.of(type.getEnumConstants()).map(Spelling::of).toList());
        return Enum.valueOf(type, known.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
