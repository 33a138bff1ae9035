package thetascan.table;

/** A points file that cannot be used; the message gives file, line and column, value, rule. */
public final class PointFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A file that cannot be used.
     *
     * @param message file, line and column, value, rule
     */
    public PointFileException(String message) {
        super(message);
    }

    /**
     * A file that cannot be used because of something else.
     *
     * @param message file, line and column, value, rule
     * @param cause the other
     */
    public PointFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
