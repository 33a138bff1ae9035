package thetascan.space;

import thetascan.quantity.Quantity;

/**
 * An input of a model.
 *
 * @param quantity name, unit, label
 * @param scale    range and scale of the search
 */
public record Parameter(Quantity quantity, Scale scale) {

    public String name() {
        return quantity.name();
    }

    /** True if the search leaves it alone. */
    public boolean isFixed() {
        return scale instanceof Scale.Fixed;
    }
}
