package thetascan.checkpoint;

/** What a scan needs to go on is missing or damaged, while its points may be there. Nothing was changed. */
final class DamageException extends CheckpointException {

    private static final long serialVersionUID = 1L;

    /**
     * @param damage what is wrong, to be followed by a full stop
     */
    DamageException(String damage) {
        super(damage + ". Points are never deleted for that. Use --recover to go on from the points that are there,"
                + " --fresh to move them aside and start anew, or another --out.");
    }
}
