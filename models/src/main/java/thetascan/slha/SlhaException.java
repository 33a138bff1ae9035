package thetascan.slha;

/** What was asked for is not in an SLHA file, is there twice, or cannot be read. The message names file and line. */
public final class SlhaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message where, what, and what would be right
     */
    public SlhaException(String message) {
        super(message);
    }
}
