package thetascan.scotogenic;

import java.util.List;

/** What a point is given by. */
public enum InputBasis {
    /** Neutrino masses and mixing and a complex orthogonal matrix; the couplings follow. */
    CASAS_IBARRA("casas-ibarra"),
    /** The couplings themselves; neutrino masses and mixing follow. */
    YUKAWAS("yukawas"),
    /** As the first, and masses and mixing of the dark scalars instead of their Lagrangian parameters. */
    MASSES("masses");

    private final String name;

    InputBasis(String name) {
        this.name = name;
    }

    /**
     * {@return name of a model in this basis: the plain one is that of Casas-Ibarra}
     *
     * @param model name of the model without its basis
     */
    public String modelName(String model) {
        return this == CASAS_IBARRA ? model : model + ":" + name;
    }

    /**
     * {@return other names of a model in this basis}
     *
     * @param model name of the model without its basis
     */
    public List<String> otherNames(String model) {
        return this == CASAS_IBARRA ? List.of(model + ":" + name) : List.of();
    }

    /** {@return whether the couplings follow from neutrino data} */
    public boolean fromNeutrinoData() {
        return this != YUKAWAS;
    }

    /** {@return what the input is, for people} */
    public String description() {
        return switch (this) {
            case CASAS_IBARRA -> "couplings from neutrino data";
            case YUKAWAS -> "couplings as input";
            case MASSES -> "masses of the dark scalars as input, couplings from neutrino data";
        };
    }
}
