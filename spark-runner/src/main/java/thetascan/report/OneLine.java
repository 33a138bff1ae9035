package thetascan.report;

/** Text of somebody else, such as the reason of a failure, as part of a line on a terminal. */
final class OneLine {

    /** Longest text shown, in characters. */
    static final int MOST = 200;

    private static final String CUT = " ...";

    private OneLine() {}

    /**
     * The text without line breaks and control characters, which would shift or colour what is shown, each run of them
     * and of blanks a single blank; the beginning of it if it is long.
     */
    static String of(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        int shown = MOST - CUT.length();
        if (line.codePointCount(0, line.length()) <= MOST) return line;
        return line.substring(0, line.offsetByCodePoints(0, shown)).strip() + CUT;
    }
}
