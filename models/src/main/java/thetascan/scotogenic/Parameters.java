package thetascan.scotogenic;

import java.util.List;
import thetascan.lepton.FlavourConvention;
import thetascan.model.EvaluationException;
import thetascan.physics.MassOrdering;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.Scale;

/** Makes and checks parameters. */
public final class Parameters {

    private static final FlavourConvention[] CONVENTIONS = FlavourConvention.values();
    private static final MassOrdering[] ORDERINGS = MassOrdering.values();

    private Parameters() {}

    /**
     * {@return a parameter drawn evenly}
     *
     * @param name letters, digits and underscores
     * @param unit {@code 1} for a number
     * @param latex label
     * @param description for people
     * @param lower lower end, in the unit
     * @param upper upper end, in the unit
     */
    public static Parameter linear(
            String name, String unit, String latex, String description, double lower, double upper) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Linear(lower, upper));
    }

    /**
     * {@return a parameter drawn evenly in its logarithm}
     *
     * @param name letters, digits and underscores
     * @param unit {@code 1} for a number
     * @param latex label
     * @param description for people
     * @param lower lower end &gt; 0, in the unit
     * @param upper upper end, in the unit
     */
    public static Parameter log(
            String name, String unit, String latex, String description, double lower, double upper) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Log(lower, upper));
    }

    /**
     * {@return a parameter of either sign, drawn evenly in the logarithm of its modulus}
     *
     * @param name letters, digits and underscores
     * @param unit {@code 1} for a number
     * @param latex label
     * @param description for people
     * @param least least modulus &gt; 0, in the unit
     * @param greatest greatest modulus, in the unit
     */
    public static Parameter symlog(
            String name, String unit, String latex, String description, double least, double greatest) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.SymmetricLog(least, greatest));
    }

    /**
     * {@return a parameter that is not searched in unless the scan file says so}
     *
     * @param name letters, digits and underscores
     * @param unit {@code 1} for a number
     * @param latex label
     * @param description for people
     * @param value its value, in the unit
     */
    public static Parameter fixed(String name, String unit, String latex, String description, double value) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Fixed(value));
    }

    /**
     * {@return a fixed choice, the first by default}
     *
     * @param name letters, digits and underscores
     * @param latex label
     * @param description for people
     * @param legend what its values 0, 1, ... mean
     */
    public static Parameter choice(String name, String latex, String description, List<String> legend) {
        return new Parameter(new Quantity(name, "1", latex, description, legend), new Scale.Fixed(0));
    }

    /** {@return the choice of a {@link FlavourConvention}} */
    public static Parameter flavourConvention() {
        return choice(
                "flavour_convention",
                "\\mathrm{convention}",
                "signs and couplings of the lepton-flavour rates: physical, or as SPheno with FlavorKit for comparison",
                List.of("physical", "flavorkit"));
    }

    /**
     * {@return what the choice means}
     *
     * @param value of the parameter
     * @throws EvaluationException if there is no such choice
     */
    public static FlavourConvention flavourConvention(double value) throws EvaluationException {
        return CONVENTIONS[index("flavour_convention", value, 2)];
    }

    /**
     * {@return what the choice {@code nu_ordering} means}
     *
     * @param value of the parameter
     * @throws EvaluationException if there is no such choice
     */
    public static MassOrdering ordering(double value) throws EvaluationException {
        return ORDERINGS[index("nu_ordering", value, ORDERINGS.length)];
    }

    private static int index(String name, double value, int choices) throws EvaluationException {
        if (!(value >= 0 && value < choices) || value != Math.rint(value)) {
            throw new EvaluationException(
                    name + " = " + value + ": must be an integer from 0 to " + (choices - 1) + ".");
        }
        return (int) value;
    }

    /**
     * {@return the value}
     *
     * @param name of the parameter, for the message
     * @param value what is checked
     * @throws EvaluationException if it is not positive and finite
     */
    public static double positive(String name, double value) throws EvaluationException {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new EvaluationException(name + " = " + value + ": must be positive.");
        }
        return value;
    }

    static double fraction(String name, double value) throws EvaluationException {
        if (!(value >= 0 && value <= 1)) {
            throw new EvaluationException(name + " = " + value + ": must lie between 0 and 1.");
        }
        return value;
    }
}
