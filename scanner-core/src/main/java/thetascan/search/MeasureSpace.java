package thetascan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import thetascan.option.SettingException;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** The parameters and observables a strategy seeks diversity in, each linearly from its range to [0, 1]. Immutable. */
public final class MeasureSpace {

    private final int parameters;
    /** In alphabetical order; positions beyond the parameters are those of observables. */
    private final int[] positions;

    private final double[] lower;
    private final double[] upper;
    private final boolean watchesObservables;

    private MeasureSpace(int parameters, int[] positions, double[] lower, double[] upper) {
        this.parameters = parameters;
        this.positions = positions;
        this.lower = lower;
        this.upper = upper;
        watchesObservables = Arrays.stream(positions).anyMatch(position -> position >= parameters);
    }

    /**
     * @param ranges by name
     * @throws IllegalArgumentException if a name is unknown
     */
    static MeasureSpace of(Map<String, List<Double>> ranges, ParameterSpace space, List<Quantity> observables) {
        List<String> known =
                new ArrayList<>(space.parameters().stream().map(Parameter::name).toList());
        observables.forEach(observable -> known.add(observable.name()));
        Map<String, List<Double>> ordered = new TreeMap<>(ranges);
        int[] positions = new int[ordered.size()];
        double[] lower = new double[positions.length];
        double[] upper = new double[positions.length];
        int j = 0;
        for (Map.Entry<String, List<Double>> measure : ordered.entrySet()) {
            positions[j] = known.indexOf(measure.getKey());
            if (positions[j] < 0) {
                throw new SettingException(
                                measure.getKey(),
                                "'" + measure.getKey() + "' is neither a parameter nor an observable."
                                        + Suggestion.hint(measure.getKey(), known))
                        .under("measures");
            }
            lower[j] = measure.getValue().get(0);
            upper[j++] = measure.getValue().get(1);
        }
        return new MeasureSpace(space.size(), positions, lower, upper);
    }

    /**
     * Number of measures.
     *
     * @return 0 or more
     */
    public int count() {
        return positions.length;
    }

    /**
     * True if an observable is among them.
     *
     * @return false if all are parameters
     */
    public boolean watchesObservables() {
        return watchesObservables;
    }

    /**
     * Writes the measures of a point, NaN where an observable is missing.
     *
     * @param thetas      parameters from {@code start} on
     * @param observables null = none is known
     * @param start where the parameters of the point begin
     * @param target receives the measures
     * @param offset where they begin there
     */
    public void fill(double[] thetas, int start, double @Nullable [] observables, double[] target, int offset) {
        for (int j = 0; j < positions.length; j++) {
            double value = positions[j] < parameters
                    ? thetas[start + positions[j]]
                    : observables == null ? Double.NaN : observables[positions[j] - parameters];
            target[offset + j] = (value - lower[j]) / (upper[j] - lower[j]);
        }
    }
}
