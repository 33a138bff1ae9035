package thetascan.scotogenic;

/** What a point is given by. */
public enum InputBasis {
    /** Neutrino masses and mixing and a complex orthogonal matrix; the couplings follow. */
    CASAS_IBARRA,
    /** The couplings themselves; neutrino masses and mixing follow. */
    YUKAWAS;

    /** Name as in model names, e.g. {@code casas-ibarra}. */
    String suffix() {
        return this == CASAS_IBARRA ? "casas-ibarra" : "yukawas";
    }
}
