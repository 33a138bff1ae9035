package thetascan.table;

/** A points file that cannot be used; the message gives file, line and column, value, rule. */
public final class PointFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PointFileException(String message) {
        super(message);
    }

    public PointFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
