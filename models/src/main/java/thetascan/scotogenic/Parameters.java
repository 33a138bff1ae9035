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

    public static Parameter linear(
            String name, String unit, String latex, String description, double lower, double upper) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Linear(lower, upper));
    }

    public static Parameter log(
            String name, String unit, String latex, String description, double lower, double upper) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Log(lower, upper));
    }

    public static Parameter symlog(
            String name, String unit, String latex, String description, double least, double greatest) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.SymmetricLog(least, greatest));
    }

    public static Parameter fixed(String name, String unit, String latex, String description, double value) {
        return new Parameter(Quantity.of(name, unit, latex, description), new Scale.Fixed(value));
    }

    /** {@return a fixed choice, the first by default} */
    public static Parameter choice(String name, String latex, String description, List<String> legend) {
        return new Parameter(new Quantity(name, "1", latex, description, legend), new Scale.Fixed(0));
    }

    public static Parameter flavourConvention() {
        return choice(
                "flavour_convention",
                "\\mathrm{convention}",
                "signs and couplings of the lepton-flavour rates: physical, or as SPheno with FlavorKit for comparison",
                List.of("physical", "flavorkit"));
    }

    public static FlavourConvention flavourConvention(double value) throws EvaluationException {
        return CONVENTIONS[index("flavour_convention", value, 2)];
    }

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
