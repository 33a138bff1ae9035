package thetascan.spark;

/** Work of which a piece broke each time it was tried. */
final class GivenUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int piece;

    GivenUpException(int piece, Throwable reason) {
        super("piece " + piece + " of the work: " + reason, reason);
        this.piece = piece;
    }

    /** Its number in the work. */
    int piece() {
        return piece;
    }
}
