package thetascan.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.option.Option;
import thetascan.option.SettingException;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Suggestion;

/**
 * Named parameters with their scales: the unit box of the search and the first {@linkplain Chart chart}. A point θ
 * holds every parameter, its coordinates u the free ones in the same order. Immutable.
 */
public final class ParameterSpace implements Chart {

    /** How far outside [0,1] a coordinate may come out by rounding. */
    private static final double ROUNDING = 1e-9;

    private final List<Parameter> parameters;
    private final Scale[] scales;
    private final int dimension;

    /**
     * @param parameters in the order of θ; bounds may follow earlier ones
     * @throws IllegalArgumentException if two names are the same or differ only in case, or a bound names no earlier parameter or leaves an empty
     *                                  range somewhere; the message names the parameter
     */
    public ParameterSpace(List<Parameter> parameters) {
        ColumnNames.requireDistinct(
                "parameter", parameters.stream().map(Parameter::name).toList());
        List<Parameter> resolved = new ArrayList<>();
        for (Parameter parameter : parameters) {
            resolved.add(resolve(parameter, resolved));
        }
        this.parameters = List.copyOf(resolved);
        scales = resolved.stream().map(Parameter::scale).toArray(Scale[]::new);
        dimension = (int)
                resolved.stream().filter(parameter -> !parameter.isFixed()).count();
    }

    private static Parameter resolve(Parameter parameter, List<Parameter> earlier) {
        if (!(parameter.scale() instanceof Scale.Dependent scale)) return parameter;
        try {
            Bound from = scale.from().resolved(earlier);
            Bound to = scale.to().resolved(earlier);
            checkNowhereEmpty(from, to, earlier);
            return new Parameter(parameter.quantity(), new Scale.Dependent(from, to));
        } catch (IllegalArgumentException e) {
            throw new SettingException(parameter.name(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Bounds built from linear and dependent ranges are multilinear in what they depend on, monotone in every single
     * parameter: the gap between them is smallest at a corner.
     */
    private static void checkNowhereEmpty(Bound from, Bound to, List<Parameter> earlier) {
        int[] involved = involved(from, to, earlier);
        double[] theta = new double[earlier.size()];
        for (long corner = 0; corner < 1L << involved.length; corner++) {
            for (int k = 0; k < involved.length; k++) {
                theta[involved[k]] = earlier.get(involved[k]).scale().toTheta(corner >> k & 1, theta);
            }
            double gap = to.at(theta) - from.at(theta);
            if (gap == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("the range [" + Option.format(from.at(theta)) + ", "
                        + Option.format(to.at(theta)) + "] is too wide: upper - lower must be finite");
            }
            if (!(gap >= -ROUNDING * (Math.abs(to.at(theta)) + Math.abs(from.at(theta))))) {
                throw new IllegalArgumentException("lower bound '" + from + "' reaches " + Option.format(from.at(theta))
                        + ", above the upper bound '" + to + "' = " + Option.format(to.at(theta))
                        + ". Narrow the range of the parameter it follows.");
            }
        }
    }

    /** Positions, ascending, of the parameters two bounds depend on, directly or through others. */
    private static int[] involved(Bound from, Bound to, List<Parameter> earlier) {
        boolean[] needed = new boolean[earlier.size()];
        if (from.index() >= 0) needed[from.index()] = true;
        if (to.index() >= 0) needed[to.index()] = true;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (needed[i] && earlier.get(i).scale() instanceof Scale.Dependent scale) {
                if (scale.from().index() >= 0) needed[scale.from().index()] = true;
                if (scale.to().index() >= 0) needed[scale.to().index()] = true;
            }
        }
        return IntStream.range(0, needed.length).filter(i -> needed[i]).toArray();
    }

    /**
     * The space with another scale for one parameter.
     *
     * @param name of a parameter
     * @param scale its new range and scale
     * @return another space
     */
    public ParameterSpace with(String name, Scale scale) {
        List<Parameter> changed = new ArrayList<>(parameters);
        int index = index(name);
        changed.set(index, new Parameter(parameters.get(index).quantity(), scale));
        return new ParameterSpace(changed);
    }

    /**
     * The parameters.
     *
     * @return in the order of θ, fixed ones included
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Number of parameters, fixed ones included: the length of θ.
     *
     * @return length of θ
     */
    public int size() {
        return scales.length;
    }

    /** Number of free parameters: the length of u. */
    @Override
    public int dimension() {
        return dimension;
    }

    /**
     * Position of a parameter in θ.
     *
     * @param name of a parameter
     * @return its place in θ
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    public int index(String name) {
        for (int i = 0; i < scales.length; i++) {
            if (parameters.get(i).name().equals(name)) return i;
        }
        List<String> known = parameters.stream().map(Parameter::name).toList();
        throw new IllegalArgumentException("unknown parameter '" + name + "'." + Suggestion.hint(name, known)
                + " Known: " + String.join(", ", known));
    }

    @Override
    public String name() {
        return "box";
    }

    @Override
    public String description() {
        return "the parameters themselves, on their scales";
    }

    @Override
    public void toTheta(double[] u, double[] theta) {
        int free = 0;
        for (int i = 0; i < scales.length; i++) {
            Scale scale = scales[i];
            theta[i] = scale instanceof Scale.Fixed ? scale.first() : scale.toTheta(u[free++], theta);
        }
    }

    @Override
    public boolean toUnit(double[] theta, double[] u) {
        int free = 0;
        for (int i = 0; i < scales.length; i++) {
            double value = scales[i].toUnit(theta[i], theta);
            if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) return false;
            if (!(scales[i] instanceof Scale.Fixed)) u[free++] = Math.max(0, Math.min(value, 1));
        }
        return true;
    }
}
