package thetascan.physics;

/** Whether the third neutrino is the heaviest or the lightest. */
public enum MassOrdering {
    /** m₁ &lt; m₂ &lt; m₃. */
    NORMAL,
    /** m₃ &lt; m₁ &lt; m₂. */
    INVERTED;

    private static final int[][] ASCENDING = {{0, 1, 2}, {1, 2, 0}};

    /** Position of m₁, m₂, m₃ (index 0, 1, 2) among the masses in ascending order. */
    int rank(int neutrino) {
        return ASCENDING[ordinal()][neutrino];
    }
}
