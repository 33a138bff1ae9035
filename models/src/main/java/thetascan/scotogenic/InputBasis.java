package thetascan.scotogenic;

import java.util.List;

/** What a point is given by. */
public enum InputBasis {
    /** Neutrino masses and mixing and a complex orthogonal matrix; the couplings follow. */
    CASAS_IBARRA,
    /** The couplings themselves; neutrino masses and mixing follow. */
    YUKAWAS;

    /** {@return name of a model in this basis: the plain one is that of Casas-Ibarra} */
    public String modelName(String model) {
        return this == CASAS_IBARRA ? model : spelledOut(model);
    }

    public List<String> otherNames(String model) {
        return this == CASAS_IBARRA ? List.of(spelledOut(model)) : List.of();
    }

    private String spelledOut(String model) {
        return model + (this == CASAS_IBARRA ? ":casas-ibarra" : ":yukawas");
    }
}
