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
}
