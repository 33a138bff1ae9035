package thetascan.model;

/** A calculation that broke; the message becomes the reason of the FAILED point. */
public final class EvaluationException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A calculation that broke.
     *
     * @param message what broke, for people; the values it depends on included
     */
    public EvaluationException(String message) {
        super(message);
    }

    /**
     * A calculation that broke because something else did.
     *
     * @param message what broke, for people
     * @param cause what made it break
     */
    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
