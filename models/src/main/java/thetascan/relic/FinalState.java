package thetascan.relic;

/** What two dark particles annihilate into: pairs that gamma rays are looked for from. */
public enum FinalState {
    /** Bottom quarks. */
    BB("b"),
    /** τ leptons. */
    TAUTAU("l-"),
    /** W⁺W⁻, also virtual. */
    WW("W+"),
    /** Two Z, also virtual. */
    ZZ("Z"),
    /** Two h. */
    HH("h"),
    /** Top quarks. */
    TT("t"),
    /** Charm quarks. */
    CC("c"),
    /** Gluons. */
    GG("g");

    private final String particle;

    FinalState(String particle) {
        this.particle = particle;
    }

    /** The pair that two labels are, −1 if none of these. */
    static int of(Particles particles, int first, int second) {
        if (second == particles.anti(first)) {
            for (FinalState state : values()) {
                if (particles.name(first).equals(state.particle)
                        || particles.name(second).equals(state.particle)) {
                    return state.ordinal();
                }
            }
        }
        return -1;
    }
}
