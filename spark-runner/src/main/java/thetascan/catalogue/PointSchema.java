package thetascan.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import thetascan.constraint.Constraint;
import thetascan.constraint.ConstraintStatus;
import thetascan.constraint.Mode;
import thetascan.model.Model;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.quantity.ColumnNames;
import thetascan.quantity.Quantity;
import thetascan.space.Parameter;
import thetascan.table.Column;
import thetascan.table.Prefix;
import thetascan.table.Row;
import thetascan.table.Schema;

/**
 * What is written of points, and how it is had from one: identity, inputs, observables, raw violations, verdicts, cost, in
 * this order. The specification is {@code docs/catalogue-format.md}.
 */
public final class PointSchema {

    private static final byte SATISFIED = (byte) ConstraintStatus.SATISFIED.ordinal();
    private static final byte VIOLATED = (byte) ConstraintStatus.VIOLATED.ordinal();

    private final List<Field> fields;
    private final Schema schema;
    private final ColumnNaming naming;

    private PointSchema(List<Field> fields, ColumnNaming naming) {
        this.fields = List.copyOf(fields);
        this.naming = naming;
        schema = new Schema("point", fields.stream().map(Field::column).toList());
        if (!naming.isFormer()) ColumnNames.requireDistinct("column", schema.names());
    }

    /**
     * {@return columns of a catalogue}
     *
     * @param model of the scan
     * @param constraints the bound constraints, in the order of the violations
     * @param naming      what the columns are called: of a catalogue that is there already, as it calls them
     * @throws IllegalArgumentException if the names of two columns are the same or differ only in case
     */
    public static PointSchema catalogue(Model model, List<Constraint> constraints, ColumnNaming naming) {
        PointId id = new PointId(model);
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text(plain("point_id", "hash of model version and inputs"), point -> id.of(point.theta())));
        fields.add(Field.count(plain("island", "island that found the point"), point -> point.place()
                .island()));
        fields.add(Field.count(plain("generation", "generation of the island, from 0"), point -> point.place()
                .generation()));
        fields.addAll(judged(model, constraints, naming));
        fields.add(Field.number(
                plain("novelty", "1 = newest, 0 = well known when the point was found"), FoundPoint::novelty));
        return new PointSchema(fields, naming);
    }

    /**
     * {@return columns of points evaluated outside a scan: those of {@link #catalogue} without identity and novelty}
     *
     * @param model that evaluates them
     * @param constraints the bound constraints, in the order of the violations
     * @throws IllegalArgumentException if the names of two columns are the same or differ only in case
     */
    public static PointSchema evaluation(Model model, List<Constraint> constraints) {
        return new PointSchema(judged(model, constraints, ColumnNaming.PRESENT), ColumnNaming.PRESENT);
    }

    private static List<Field> judged(Model model, List<Constraint> constraints, ColumnNaming naming) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text(plain("status", "VALID, INVALID or FAILED"), point -> point.status()
                .name()));
        fields.add(Field.text(
                plain("reason", "first constraint not satisfied, or what failed"),
                point -> reason(point, constraints)));
        List<Parameter> parameters = model.parameters().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            Quantity quantity = prefixed(Prefix.INPUT, parameters.get(i).quantity());
            fields.add(Field.number(naming.stored(quantity), point -> point.theta()[index]));
        }
        for (int i = 0; i < model.observables().size(); i++) {
            int index = i;
            Quantity quantity = prefixed(Prefix.OBSERVABLE, model.observables().get(i));
            fields.add(
                    quantity.isChoice()
                            ? Field.code(quantity, point -> point.observables()[index])
                            : Field.number(quantity, point -> point.observables()[index]));
        }
        for (int k = 0; k < constraints.size(); k++) fields.add(violation(k, constraints.get(k)));
        for (int k = 0; k < constraints.size(); k++) fields.add(verdict(k, constraints.get(k)));
        fields.add(Field.number(
                Quantity.of("cost", "1", "C", "sum of the raw violations of the applied constraints"),
                FoundPoint::cost));
        return fields;
    }

    private static Field violation(int k, Constraint constraint) {
        String rule = String.join(", ", constraint.rule().expressions()) + " "
                + constraint.rule().bounds();
        Quantity quantity = plain(Prefix.VIOLATION.of(constraint.name()), "raw violation of " + rule);
        return Field.number(quantity, point -> {
            byte status = point.statuses()[k];
            return status == SATISFIED || status == VIOLATED ? point.violations()[k] : Double.NaN;
        });
    }

    private static Field verdict(int k, Constraint constraint) {
        Quantity quantity = plain(Prefix.VERDICT.of(constraint.name()), constraint.source());
        return Field.flag(quantity, point -> point.statuses()[k] == SATISFIED);
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

    private static Quantity prefixed(Prefix prefix, Quantity quantity) {
        return new Quantity(
                prefix.of(quantity.name()),
                quantity.unit(),
                quantity.latex(),
                quantity.description(),
                quantity.legend());
    }

    /** {@return the columns as the file has them} */
    public Schema schema() {
        return schema;
    }

    /** Version of {@code docs/catalogue-format.md} that the columns are of. */
    int formatVersion() {
        return naming.isFormer() ? Manifest.FORMER_NAMES : Manifest.FORMAT_VERSION;
    }

    /** What each column means: unit, LaTeX label, description, legend. */
    List<Quantity> quantities() {
        return fields.stream().map(Field::quantity).toList();
    }

    /** A point as a row of the {@link #schema}. Threads may share this. */
    Row row(FoundPoint point) {
        Row row = new Row(schema);
        for (int i = 0; i < fields.size(); i++) fields.get(i).value().put(point, row, i);
        return row;
    }

    /**
     * A column.
     *
     * @param quantity what it means
     * @param column   how it is stored
     * @param value    puts the value of a point into its row
     */
    private record Field(Quantity quantity, Column column, Value value) {

        @FunctionalInterface
        interface Value {
            void put(FoundPoint point, Row row, int column);
        }

        /** A real number; NaN is null. */
        static Field number(Quantity quantity, ToDoubleFunction<FoundPoint> value) {
            return optional(quantity, Column.Type.DOUBLE, (point, row, column) -> {
                double number = value.applyAsDouble(point);
                if (!Double.isNaN(number)) row.putDouble(column, number);
            });
        }

        /** A code of the legend; anything else is null. */
        static Field code(Quantity quantity, ToDoubleFunction<FoundPoint> value) {
            return optional(quantity, Column.Type.INT32, (point, row, column) -> {
                double number = value.applyAsDouble(point);
                if (quantity.hasCode(number)) row.putInt(column, (int) number);
            });
        }

        /** A count or an index; negative is null. */
        static Field count(Quantity quantity, ToLongFunction<FoundPoint> value) {
            return optional(quantity, Column.Type.INT64, (point, row, column) -> {
                long count = value.applyAsLong(point);
                if (count >= 0) row.putLong(column, count);
            });
        }

        static Field text(Quantity quantity, Function<FoundPoint, @Nullable String> value) {
            return optional(quantity, Column.Type.STRING, (point, row, column) -> {
                String text = value.apply(point);
                if (text != null) row.putText(column, text);
            });
        }

        static Field flag(Quantity quantity, Predicate<FoundPoint> value) {
            return new Field(
                    quantity,
                    Column.required(quantity.name(), Column.Type.BOOLEAN),
                    (point, row, column) -> row.putBoolean(column, value.test(point)));
        }

        private static Field optional(Quantity quantity, Column.Type type, Value value) {
            return new Field(quantity, Column.optional(quantity.name(), type), value);
        }
    }
}
