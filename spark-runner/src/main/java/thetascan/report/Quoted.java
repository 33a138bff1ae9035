package thetascan.report;

import java.util.regex.Pattern;

/** Names of files in what is said, so that it can be copied into a terminal or a program as it stands. */
public final class Quoted {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+,=^-]+");
    private static final Pattern ACTIVE = Pattern.compile("[\"\\\\$`]");
    private static final Pattern ESCAPED = Pattern.compile("[\"\\\\]");

    private Quoted() {}

    /**
     * A word of a command for a shell.
     *
     * @param word such as the name of a file
     * @return the word itself where a shell takes it for one, else between double quotes
     */
    public static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : '"' + ACTIVE.matcher(word).replaceAll("\\\\$0") + '"';
    }

    /** A text of a program in Python, Scala or Java. */
    static String text(String text) {
        return '"' + ESCAPED.matcher(text).replaceAll("\\\\$0").replace("\n", "\\n") + '"';
    }
}
