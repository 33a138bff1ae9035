package thetascan.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;

/**
 * The columns of a points file, in order: identity, inputs {@code in_}, observables {@code obs_}, raw violations
 * {@code c_}, verdicts {@code ok_}, cost. The specification is {@code docs/catalogue-format.md}.
 */
public final class Schema {

    private static final byte SATISFIED = (byte) ConstraintStatus.SATISFIED.ordinal();
    private static final byte VIOLATED = (byte) ConstraintStatus.VIOLATED.ordinal();

    private final List<Column> columns;

    private Schema(List<Column> columns) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("column " + column.name() + " would stand twice in the points file");
            }
        }
        this.columns = List.copyOf(columns);
    }

    /**
     * Columns of a catalogue.
     *
     * @param constraints the bound constraints, in the order of the violations
     */
    public static Schema catalogue(Model model, List<Constraint> constraints) {
        PointId id = new PointId(model);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(plain("point_id", "hash of model version and inputs"), point -> id.of(point.theta())));
        columns.add(Column.count(plain("island", "island that found the point"), point -> point.place()
                .island()));
        columns.add(Column.count(plain("generation", "generation of the island, from 0"), point -> point.place()
                .generation()));
        columns.addAll(judged(model, constraints));
        columns.add(Column.number(
                plain("novelty", "1 = newest, 0 = well known when the point was found"), FoundPoint::novelty));
        return new Schema(columns);
    }

    /** Columns of points evaluated outside a scan: those of {@link #catalogue} without identity and novelty. */
    public static Schema evaluation(Model model, List<Constraint> constraints) {
        return new Schema(judged(model, constraints));
    }

    private static List<Column> judged(Model model, List<Constraint> constraints) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(plain("status", "VALID, INVALID or FAILED"), point -> point.status()
                .name()));
        columns.add(Column.text(
                plain("reason", "first constraint not satisfied, or what failed"),
                point -> reason(point, constraints)));
        List<Parameter> parameters = model.parameters().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            columns.add(Column.number(prefixed("in_", parameters.get(i).quantity()), point -> point.theta()[index]));
        }
        for (int i = 0; i < model.observables().size(); i++) {
            int index = i;
            Quantity quantity = prefixed("obs_", model.observables().get(i));
            columns.add(
                    quantity.isChoice()
                            ? Column.code(quantity, point -> point.observables()[index])
                            : Column.number(quantity, point -> point.observables()[index]));
        }
        for (int k = 0; k < constraints.size(); k++) columns.add(violation(k, constraints.get(k)));
        for (int k = 0; k < constraints.size(); k++) columns.add(verdict(k, constraints.get(k)));
        columns.add(Column.number(
                Quantity.of("cost", "1", "C", "sum of the raw violations of the applied constraints"),
                FoundPoint::cost));
        return columns;
    }

    private static Column violation(int k, Constraint constraint) {
        String rule = String.join(", ", constraint.rule().expressions()) + " "
                + constraint.rule().bounds();
        Quantity quantity = plain("c_" + constraint.name(), "raw violation of " + rule);
        return Column.number(quantity, point -> {
            byte status = point.statuses()[k];
            return status == SATISFIED || status == VIOLATED ? point.violations()[k] : Double.NaN;
        });
    }

    private static Column verdict(int k, Constraint constraint) {
        Quantity quantity = plain("ok_" + constraint.name(), constraint.source());
        return Column.flag(quantity, point -> point.statuses()[k] == SATISFIED);
    }

    private static @Nullable String reason(FoundPoint point, List<Constraint> constraints) {
        if (point.status() == PointStatus.VALID) return null;
        if (point.status() == PointStatus.FAILED) return point.reason();
        for (int k = 0; k < constraints.size(); k++) {
            boolean vetoes = constraints.get(k).mode() == Mode.APPLY && point.statuses()[k] != SATISFIED;
            if (vetoes) return constraints.get(k).name();
        }
        return null;
    }

    /** A column that no formula knows: its label is its name. */
    private static Quantity plain(String name, String description) {
        return Quantity.of(name, "1", "\\mathrm{" + name.replace("_", "\\_") + "}", description);
    }

    private static Quantity prefixed(String prefix, Quantity quantity) {
        return new Quantity(
                prefix + quantity.name(), quantity.unit(), quantity.latex(), quantity.description(), quantity.legend());
    }

    public List<Column> columns() {
        return columns;
    }

    /** Column names in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
