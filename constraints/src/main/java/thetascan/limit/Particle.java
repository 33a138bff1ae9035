package thetascan.limit;

/**
 * A scalar whose searches are looked up.
 *
 * @param name   short name as in column names, e.g. {@code h2}, {@code A1}, {@code C1}
 * @param charge NEUTRAL or CHARGED (singly)
 * @param cp     CP parity of a neutral scalar, {@link CP#NONE} for a charged one
 */
public record Particle(String name, Charge charge, CP cp) {

    /** Electric charge. */
    public enum Charge {
        /** Neutral. */
        NEUTRAL,
        /** Singly charged. */
        CHARGED
    }

    /** CP parity. */
    public enum CP {
        /** CP-even. */
        EVEN,
        /** CP-odd. */
        ODD,
        /** Mixed, or charged. */
        NONE
    }
}
