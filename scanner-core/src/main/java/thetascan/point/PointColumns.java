package thetascan.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintSet;
import thetascan.constraint.Expression;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/**
 * What constraints read of a point: every observable of the model, then those parameters that a constraint names. An
 * observable hides a parameter of the same name. Where no constraint names a parameter, a row is the observables alone.
 * Immutable.
 */
public final class PointColumns {

    private final List<Quantity> quantities;
    private final int observables;
    private final int[] parameters;

    private PointColumns(List<Quantity> quantities, int observables, int[] parameters) {
        this.quantities = List.copyOf(quantities);
        this.observables = observables;
        this.parameters = parameters;
    }

    /**
     * The observables alone.
     *
     * @param observables of the model, in its order
     * @return columns without parameters
     */
    public static PointColumns of(List<Quantity> observables) {
        return new PointColumns(observables, observables.size(), new int[0]);
    }

    /**
     * Every observable and every parameter: what a constraint may name.
     *
     * @param observables of the model, in its order
     * @param space       with the parameters
     * @return columns of all of them
     */
    public static PointColumns all(List<Quantity> observables, ParameterSpace space) {
        return of(observables, space, names(space.parameters().stream()));
    }

    /**
     * The observables, and what else some constraints name.
     *
     * @param observables of the model, in its order
     * @param space       with the parameters
     * @param constraints whose expressions are looked through
     * @return columns of the observables and of the parameters named
     */
    public static PointColumns of(List<Quantity> observables, ParameterSpace space, ConstraintSet constraints) {
        Set<String> named = new HashSet<>(); // looked up, never iterated
        for (Constraint constraint : constraints.constraints()) {
            Stream.concat(
                            constraint.rule().expressions().stream(),
                            constraint.ranking().stream().map(term -> String.valueOf(term.expression())))
                    .forEach(text -> named.addAll(Expression.parse(text).names()));
        }
        return of(observables, space, named);
    }

    private static PointColumns of(List<Quantity> observables, ParameterSpace space, Collection<String> named) {
        List<Quantity> quantities = new ArrayList<>(observables);
        List<Integer> positions = new ArrayList<>();
        Set<String> hidden =
                new HashSet<>(observables.stream().map(Quantity::name).toList());
        for (int i = 0; i < space.size(); i++) {
            Quantity quantity = space.parameters().get(i).quantity();
            if (named.contains(quantity.name()) && !hidden.contains(quantity.name())) {
                quantities.add(quantity);
                positions.add(i);
            }
        }
        return new PointColumns(
                quantities,
                observables.size(),
                positions.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<String> names(Stream<Parameter> parameters) {
        return parameters.map(Parameter::name).toList();
    }

    /**
     * What constraints are bound to.
     *
     * @return a quantity a column
     */
    public List<Quantity> quantities() {
        return quantities;
    }

    /**
     * Number of observables.
     *
     * @return how many of the first columns they are
     */
    public int observables() {
        return observables;
    }

    /**
     * Whether a row has parameters behind the observables.
     *
     * @return false if rows are the observables themselves
     */
    public boolean hasParameters() {
        return parameters.length > 0;
    }

    /**
     * The row of a point.
     *
     * @param observables of the point
     * @param theta       every parameter of the space
     * @return one number per column; the observables themselves if there are no other columns
     */
    public double[] row(double[] observables, double[] theta) {
        if (!hasParameters()) return observables;
        double[] row = new double[quantities.size()];
        fill(observables, theta, row);
        return row;
    }

    /**
     * The same into an array.
     *
     * @param observables of the point
     * @param theta       every parameter of the space
     * @param row         receives one number per column
     */
    public void fill(double[] observables, double[] theta, double[] row) {
        System.arraycopy(observables, 0, row, 0, this.observables);
        for (int k = 0; k < parameters.length; k++) row[this.observables + k] = theta[parameters[k]];
    }
}
