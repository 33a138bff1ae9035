package thetascan.constraint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Quantity;
import thetascan.quantity.Suggestion;

/** Constraints with distinct names, in the order of their columns. Immutable. */
public final class ConstraintSet {

    private final Map<String, Constraint> byName = new LinkedHashMap<>();

    /**
     * A set of constraints.
     *
     * @param constraints in the order of their columns
     * @throws IllegalArgumentException if two names are the same or differ only in case
     */
    public ConstraintSet(List<Constraint> constraints) {
        ColumnNames.requireDistinct(
                "constraint", constraints.stream().map(Constraint::name).toList());
        for (Constraint constraint : constraints) byName.put(constraint.name(), constraint);
    }

    /**
     * Reads a set from a JSON file on the class path; its measurements are the shipped ones.
     *
     * @param owner class whose package the name is relative to
     * @param name  name of the file
     * @return the set
     * @throws IllegalArgumentException naming the file and the key
     */
    public static ConstraintSet read(Class<?> owner, String name) {
        try (InputStream in = Resource.open(owner, name)) {
            return new ConstraintReader(Measurements.shipped()).read(Fields.read(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a set from a JSON file.
     *
     * @param file         the file
     * @param measurements what its constraints may refer to
     * @return the set
     * @throws IOException              if the file cannot be read
     * @throws IllegalArgumentException naming the file and the key
     */
    public static ConstraintSet read(Path file, Measurements measurements) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ConstraintReader(measurements).read(Fields.read(in, file.toString()));
        }
    }

    /** {@return all, in the order of their columns} */
    public List<Constraint> constraints() {
        return List.copyOf(byName.values());
    }

    /** {@return the names, in the order of the columns} */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The constraint of a name.
     *
     * @param name its name
     * @return the constraint
     * @throws IllegalArgumentException with a suggestion, if there is none of that name
     */
    public Constraint constraint(String name) {
        Constraint constraint = byName.get(name);
        if (constraint == null) {
            throw new IllegalArgumentException(
                    "unknown constraint '" + name + "'." + Suggestion.hint(name, byName.keySet()));
        }
        return constraint;
    }

    /**
     * A set with one constraint changed or added.
     *
     * @param constraint replaces the one of the same name, or follows the last if there is none
     * @return another set
     */
    public ConstraintSet with(Constraint constraint) {
        Map<String, Constraint> changed = new LinkedHashMap<>(byName);
        changed.put(constraint.name(), constraint);
        return new ConstraintSet(new ArrayList<>(changed.values()));
    }

    /**
     * Resolves observable names to columns.
     *
     * @param observables the columns of the rows to judge
     * @return constraints that judge such rows
     * @throws IllegalArgumentException naming the constraint, if an observable is not among them or an expression has a part
     *     without observables that is no finite number
     */
    public BoundConstraints bind(List<Quantity> observables) {
        return new BoundConstraints(constraints(), ObservableColumns.of(observables));
    }

    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
