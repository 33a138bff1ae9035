package thetascan.higgs;

import java.util.Arrays;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.space.Scale;

/**
 * Deviations from a limit in which every theoretical bound holds. The coordinate of a parameter that has a value in the limit is its deviation's
 * signed square t|t|, t = 2u − 1, over its reach; the others are those of the box. Values are clipped to their ranges; points far from the limit
 * are not covered.
 */
public abstract class DeviationChart implements Chart {

    private static final double ROUNDING = 1e-9;

    private final ParameterSpace space;
    /** Free parameters that have a value in the limit, in the order of the space. */
    private final int[] deviating;
    /** Place of each of them in u. */
    private final int[] coordinate;

    private final Scale[] scales;

    /**
     * A chart of a parameter space.
     *
     * @param space     of the model
     * @param deviating places of the parameters that have a value in the limit, ascending; fixed ones keep their own
     */
    protected DeviationChart(ParameterSpace space, int... deviating) {
        int[] free = new int[deviating.length];
        coordinate = new int[deviating.length];
        int count = 0;
        int place = 0;
        int next = 0;
        ParameterSpace cheap = space;
        for (int i = 0; i < space.size(); i++) {
            Scale scale = space.parameters().get(i).scale();
            boolean fixed = scale instanceof Scale.Fixed;
            if (next < deviating.length && deviating[next] == i) {
                next++;
                if (!fixed) {
                    free[count] = i;
                    coordinate[count++] = place;
                }
                if (scale instanceof Scale.SymmetricLog) {
                    // overwritten in any case: no need for the logarithm
                    cheap = cheap.with(
                            space.parameters().get(i).name(), new Scale.Linear(scale.lower(), scale.upper()));
                }
            }
            if (!fixed) place++;
        }
        this.deviating = Arrays.copyOf(free, count);
        scales = new Scale[count];
        for (int k = 0; k < count; k++) {
            scales[k] = space.parameters().get(free[k]).scale();
        }
        this.space = cheap;
    }

    /**
     * The value in the limit.
     *
     * @param parameter one that has one
     * @param theta     the parameters before it, and those that have none
     * @return in the unit of the parameter
     */
    protected abstract double limit(int parameter, double[] theta);

    /**
     * The largest deviation.
     *
     * @param parameter one that has a value in the limit
     * @param theta     the parameters before it, and those that have none
     * @return in the unit of the parameter, above 0
     */
    protected abstract double reach(int parameter, double[] theta);

    /**
     * A value, or difference of values, that stands for all that are equivalent.
     *
     * @param parameter one that has a value in the limit
     * @param value     in its unit
     * @return the value itself unless overridden
     */
    protected double fold(int parameter, double value) {
        return value;
    }

    @Override
    public final int dimension() {
        return space.dimension();
    }

    @Override
    public final void toTheta(double[] u, double[] theta) {
        space.toTheta(u, theta);
        for (int k = 0; k < deviating.length; k++) {
            int i = deviating[k];
            double t = 2 * u[coordinate[k]] - 1;
            double value = fold(i, limit(i, theta) + reach(i, theta) * (t * Math.abs(t)));
            theta[i] = clip(scales[k], value, theta);
        }
    }

    @Override
    public final boolean toUnit(double[] theta, double[] u) {
        if (!space.toUnit(theta, u)) {
            return false;
        }
        for (int k = 0; k < deviating.length; k++) {
            int i = deviating[k];
            double t = fold(i, theta[i] - limit(i, theta)) / reach(i, theta);
            if (!(Math.abs(t) <= 1 + ROUNDING)) {
                return false;
            }
            u[coordinate[k]] = 0.5 + 0.5 * Math.copySign(Math.sqrt(Math.min(Math.abs(t), 1)), t);
        }
        return true;
    }

    private static double clip(Scale scale, double value, double[] theta) {
        boolean dependent = scale instanceof Scale.Dependent;
        double least = dependent ? scale.toTheta(0, theta) : scale.lower();
        double greatest = dependent ? scale.toTheta(1, theta) : scale.upper();
        return Math.max(least, Math.min(value, greatest));
    }
}
