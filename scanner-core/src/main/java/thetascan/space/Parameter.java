package thetascan.space;

import thetascan.quantity.Quantity;

/**
 * An input of a model.
 *
 * @param quantity name, unit, label
 * @param scale    range and scale of the search
 */
public record Parameter(Quantity quantity, Scale scale) {

    /**
     * Its name.
     *
     * @return that of the quantity
     */
    public String name() {
        return quantity.name();
    }

    /**
     * True if the search leaves it alone.
     *
     * @return true if it is no search dimension
     */
    public boolean isFixed() {
        return scale instanceof Scale.Fixed;
    }
}
