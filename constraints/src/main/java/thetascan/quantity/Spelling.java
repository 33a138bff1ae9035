package thetascan.quantity;

import java.util.Locale;

/** How constants are written outside Java. */
public final class Spelling {

    private Spelling() {}

    /**
     * As in files.
     *
     * @param constant such as {@code IN_PROCESS}
     * @return lower case with hyphens, {@code in-process}
     */
    public static String of(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }

    /**
     * As people write.
     *
     * @param constant such as {@code NOT_COMPUTED}
     * @return lower case with blanks, {@code not computed}
     */
    public static String words(Enum<?> constant) {
        return lower(constant).replace('_', ' ');
    }

    /**
     * As in catalogues.
     *
     * @param constant such as {@code NOT_COMPUTED}
     * @return lower case, {@code not_computed}
     */
    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
