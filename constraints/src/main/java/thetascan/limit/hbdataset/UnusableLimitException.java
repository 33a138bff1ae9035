package thetascan.limit.hbdataset;

/** Thrown while reading a limit that cannot be used; carries the reason. */
final class UnusableLimitException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableLimitException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
