package thetascan.slha;

/**
 * How large a file may be. A spectrum with all its decays has some 10⁴ lines; a program gone wild writes until the disk
 * is full.
 *
 * @param characters  most characters (bytes, when a file is read), at least 1
 * @param lines       most lines, at least 1
 * @param lineLength  most characters in a line, its end not counted, at least 1
 */
public record SlhaLimits(int characters, int lines, int lineLength) {

    /** 64 MB, a million lines, 65,536 characters a line. */
    public static final SlhaLimits DEFAULT = new SlhaLimits(64_000_000, 1_000_000, 65_536);

    /** For what is in memory already. */
    static final SlhaLimits NONE = new SlhaLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * Checks the limits.
     *
     * @param characters most characters (bytes, when a file is read), at least 1
     * @param lines most lines, at least 1
     * @param lineLength most characters in a line, its end not counted, at least 1
     * @throws IllegalArgumentException if one is less than 1
     */
    public SlhaLimits {
        if (characters < 1 || lines < 1 || lineLength < 1) {
            throw new IllegalArgumentException("limits of SLHA files must be at least 1, not " + characters
                    + " characters, " + lines + " lines, " + lineLength + " characters a line");
        }
    }
}
