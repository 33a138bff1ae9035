package thetascan.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Name used in scan files, lower case with hyphens; with another input basis than the default, {@code name:basis}.
     *
     * @return the same at every call, as everything a model says
     */
    String name();

    /**
     * Other names it answers to, such as its name with the default input basis spelled out.
     *
     * @return none by default
     */
    default List<String> otherNames() {
        return List.of();
    }

    /**
     * A model of another name that is made only when it is asked for, such as a numbered one.
     *
     * @param name as in scan files
     * @return empty if this model makes none of that name
     */
    default Optional<Model> sibling(String name) {
        return Optional.empty();
    }

    /**
     * Changes whenever a result may change; part of every point's id.
     *
     * @return any text without line breaks
     */
    String version();

    /**
     * One line for people.
     *
     * @return a sentence without full stop
     */
    String description();

    /**
     * Parameters with their default ranges and scales.
     *
     * @return at least one, fixed ones included
     */
    ParameterSpace parameters();

    /**
     * Where its points can be evaluated at all, for parameters of which scan files may ask for more.
     *
     * @return at most one a parameter; empty if nothing is known to end
     */
    default List<Domain> domains() {
        return List.of();
    }

    /**
     * Observables in the order of the evaluators' output.
     *
     * @return names that are unequal up to case
     */
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

    /**
     * Named constraint sets; {@code default} always exists.
     *
     * @return sets by name
     */
    Map<String, ConstraintSet> constraintSets();

    /**
     * One of the constraint sets.
     *
     * @param name of a set
     * @return that set
     * @throws IllegalArgumentException with a suggestion, if there is no set of that name
     */
    default ConstraintSet constraintSet(String name) {
        ConstraintSet set = constraintSets().get(name);
        if (set == null) {
            Set<String> known = new TreeSet<>(constraintSets().keySet());
            throw new IllegalArgumentException("unknown constraint set '" + name + "'." + Suggestion.hint(name, known)
                    + " Known: " + String.join(", ", known));
        }
        return set;
    }

    /**
     * Publications behind the model and its data.
     *
     * @return in the order in which they are shown
     */
    List<Reference> references();

    /**
     * Versioned data the results rest on, by what it is: {@code search limits → HiggsBounds-5-era subset}.
     *
     * @return names of data sets with their versions, by what they are; none by default
     */
    default Map<String, String> dataSets() {
        return Map.of();
    }

    /**
     * Where its values stand in files of the SUSY Les Houches Accord.
     *
     * @return nothing by default: parameters and observables are listed one after another then
     */
    default SlhaEntries slha() {
        return SlhaEntries.NONE;
    }

    /**
     * The model with other limits of searches for new particles.
     *
     * @param limits to be tested instead
     * @return another model
     * @throws IllegalArgumentException if it tests none
     */
    default Model withLimits(LimitSet limits) {
        throw new IllegalArgumentException("model " + name() + " tests no search limits");
    }

    /**
     * How dear a point is.
     *
     * @return what defaults follow from
     */
    CostClass costClass();

    /**
     * Search charts other than the parameter space itself, for these ranges.
     *
     * @param space the parameters with the ranges of a scan
     * @return by default none: the space itself is all there is
     */
    default List<Chart> charts(ParameterSpace space) {
        return List.of();
    }

    /**
     * Names of the charts to search in if nobody says, the one in which valid points are found soonest first.
     *
     * @param space the parameters with the ranges of a scan
     * @return one or more
     */
    default List<String> searchCharts(ParameterSpace space) {
        return List.of(space.name());
    }

    /**
     * Names of the charts to search in if nobody says, where these depend on what is asked of points.
     *
     * @param space       the parameters with the ranges of a scan
     * @param constraints of the scan
     * @return one or more; by default those of the ranges alone
     */
    default List<String> searchCharts(ParameterSpace space, ConstraintSet constraints) {
        return searchCharts(space);
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
     * @param count how many points
     * @param random where the draws come from
     * @return θ of each, row-major count × parameters; or empty
     */
    default double[] validSample(int count, RandomGenerator random) {
        return new double[0];
    }

    /**
     * Of models that have a {@link #validSample}: the piece of the valid region that a valid point is in.
     *
     * @param theta every parameter of the space
     * @return 0 or more; −1 if the pieces are not known
     */
    default int piece(double[] theta) {
        return -1;
    }

    /**
     * Makes sure that what it needs besides this program is on this machine, as far as that can be told without computing
     * anything: asked before a scan writes its first file.
     *
     * @throws IllegalStateException saying what is missing
     */
    default void checkHere() {}

    /**
     * A new evaluator, to be used by one thread.
     *
     * @return one that shares nothing that changes with others
     */
    PointEvaluator newEvaluator();
}
