package thetascan.slha;

/** Which calculation a decay table comes from. */
public enum DecayOrder {
    /** {@code DECAY}: the table of the accord. */
    STANDARD("DECAY"),
    /** {@code DECAY1L}: full one-loop widths, written beside the others by SPheno modules. */
    ONE_LOOP("DECAY1L");

    private final String keyword;

    DecayOrder(String keyword) {
        this.keyword = keyword;
    }

    /** {@return the word that begins such a table} */
    public String keyword() {
        return keyword;
    }
}
