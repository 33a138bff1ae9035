package thetascan.model;

/**
 * Where a model can be evaluated: points whose parameter lies outside fail.
 *
 * @param parameter its name
 * @param lower     least value, in the unit of the parameter
 * @param upper     greatest value, in the unit of the parameter
 * @param reason    what ends there, such as {@code the tables of reference rates}
 */
public record Domain(String parameter, double lower, double upper, String reason) {

    /**
     * Checks the order of the ends.
     *
     * @param parameter its name
     * @param lower     least value
     * @param upper     greatest value
     * @param reason    what ends there
     * @throws IllegalArgumentException if they are swapped or NaN
     */
    public Domain {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "domain of " + parameter + ": lower " + lower + " exceeds upper " + upper + ".");
        }
    }

    /**
     * A parameter that must be positive, as a mass.
     *
     * @param parameter its name
     * @return all positive numbers
     */
    public static Domain positive(String parameter) {
        return new Domain(parameter, Double.MIN_VALUE, Double.POSITIVE_INFINITY, "the positive numbers");
    }

    /**
     * Whether it ends nowhere on one side, so that the reason says more than the ends.
     *
     * @return true if an end is infinite
     */
    public boolean isHalfInfinite() {
        return Double.isInfinite(lower) || Double.isInfinite(upper);
    }
}
