package thetascan.checkpoint;

/** A scan cannot go on from what is in its folder; the message says why and what to do. Nothing was changed. */
public class CheckpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckpointException(String message) {
        super(message);
    }

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
