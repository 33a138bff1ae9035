package thetascan.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import thetascan.constraint.ConstraintSet;
import thetascan.limit.LimitSet;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;

/**
 * An immutable description of a physics model, found by {@link java.util.ServiceLoader}. The work is done by the
 * evaluators it makes.
 */
public interface Model {

    /** Name used in scan files, lower case with hyphens; with another input basis than the default, {@code name:basis}. */
    String name();

    /** Other names it answers to, such as its name with the default input basis spelled out. */
    default List<String> otherNames() {
        return List.of();
    }

    /** Changes whenever a result may change; part of every point's id. */
    String version();

    /** One line for people. */
    String description();

    /** Parameters with their default ranges and scales. */
    ParameterSpace parameters();

    /**
     * Where its points can be evaluated at all, for parameters of which scan files may ask for more.
     *
     * @return at most one a parameter; empty if nothing is known to end
     */
    default List<Domain> domains() {
        return List.of();
    }

    /** Observables in the order of the evaluators' output. */
    List<Quantity> observables();

    /**
     * Of observables that tell which search limit was chosen, the observable with the observed ratio to it.
     *
     * @return names of ratios by the names of choices
     */
    default Map<String, String> limitRatios() {
        return Map.of();
    }

    /**
     * Former names of parameters, which scan files, points files and catalogues may still have.
     *
     * @return present names by former ones; none of the former is a present name
     */
    default Map<String, String> formerNames() {
        return Map.of();
    }

    /** Named constraint sets; {@code default} always exists. */
    Map<String, ConstraintSet> constraintSets();

    /** @throws IllegalArgumentException with a suggestion, if there is no set of that name */
    default ConstraintSet constraintSet(String name) {
        ConstraintSet set = constraintSets().get(name);
        if (set == null) {
            Set<String> known = new TreeSet<>(constraintSets().keySet());
            throw new IllegalArgumentException("unknown constraint set '" + name + "'." + Suggestion.hint(name, known)
                    + " Known: " + String.join(", ", known));
        }
        return set;
    }

    /** Publications behind the model and its data. */
    List<Reference> references();

    /** Versioned data the results rest on, by what it is: {@code search limits → HiggsBounds-5-era subset}. */
    default Map<String, String> dataSets() {
        return Map.of();
    }

    /**
     * The model with other limits of searches for new particles.
     *
     * @throws IllegalArgumentException if it tests none
     */
    default Model withLimits(LimitSet limits) {
        throw new IllegalArgumentException("model " + name() + " tests no search limits");
    }

    CostClass costClass();

    /** Search charts other than the parameter space itself, for these ranges. */
    List<Chart> charts(ParameterSpace space);

    /** Names of the charts to search in if nobody says, the one in which valid points are found soonest first. */
    default List<String> searchCharts(ParameterSpace space) {
        return List.of(space.name());
    }

    /**
     * Replaces theta by its canonical copy where relabelling states gives the same physics.
     *
     * @param theta every parameter of the space; changed in place
     */
    default void canonicalise(double[] theta) {}

    /**
     * Independent points, uniform in the valid region of the default ranges and constraints, for models so simple that
     * they can be drawn without a search: what maps of the region are measured by. Others have none.
     *
     * @return θ of each, row-major count × parameters; or empty
     */
    default double[] validSample(int count, RandomGenerator random) {
        return new double[0];
    }

    /** A new evaluator, to be used by one thread. */
    PointEvaluator newEvaluator();
}
