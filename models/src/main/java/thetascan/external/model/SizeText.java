package thetascan.external.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.formula.Keys;

/** Sizes of files and memory as people write them, {@code 500MB} or {@code 2GB}. */
final class SizeText {
    static final long MEGABYTE = 1_000_000;
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})(MB|GB)");

    private SizeText() {}

    /** Bytes. */
    static long parse(Keys keys, String key) {
        Matcher size = SIZE.matcher(keys.text(key));
        if (!size.matches()) throw keys.error(key, "'" + keys.text(key) + "' is no size such as 500MB or 2GB.");
        return Long.parseLong(size.group(1)) * (size.group(2).equals("MB") ? MEGABYTE : 1000 * MEGABYTE);
    }
}
