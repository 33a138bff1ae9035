package thetascan.table;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import thetascan.point.FoundPoint;
import thetascan.quantity.Quantity;

/**
 * A column of a points file.
 *
 * @param quantity name with its prefix, unit, LaTeX label, description, legend
 * @param type     how it is stored
 * @param value    hands the value of a row to a cell
 */
public record Column(Quantity quantity, Type type, Value value) {

    /** How a column is stored; the names are those of the format specification. */
    public enum Type {
        DOUBLE,
        INT32,
        INT64,
        STRING,
        BOOLEAN
    }

    /** Receives one value. */
    interface Cell {
        void number(double value);

        void code(int value);

        void count(long value);

        void text(String value);

        void flag(boolean value);

        void empty();
    }

    @FunctionalInterface
    interface Value {
        void put(FoundPoint point, Cell cell);
    }

    /** A real number; NaN is null. */
    static Column number(Quantity quantity, ToDoubleFunction<FoundPoint> value) {
        return new Column(quantity, Type.DOUBLE, (row, cell) -> {
            double number = value.applyAsDouble(row);
            if (Double.isNaN(number)) cell.empty();
            else cell.number(number);
        });
    }

    /** An integer code with a legend; NaN is null. */
    static Column code(Quantity quantity, ToDoubleFunction<FoundPoint> value) {
        return new Column(quantity, Type.INT32, (row, cell) -> {
            double number = value.applyAsDouble(row);
            if (Double.isNaN(number)) cell.empty();
            else cell.code((int) number);
        });
    }

    /** A count or an index; negative is null. */
    static Column count(Quantity quantity, ToLongFunction<FoundPoint> value) {
        return new Column(quantity, Type.INT64, (row, cell) -> {
            long count = value.applyAsLong(row);
            if (count < 0) cell.empty();
            else cell.count(count);
        });
    }

    static Column text(Quantity quantity, Function<FoundPoint, @Nullable String> value) {
        return new Column(quantity, Type.STRING, (row, cell) -> {
            String text = value.apply(row);
            if (text == null) cell.empty();
            else cell.text(text);
        });
    }

    static Column flag(Quantity quantity, Predicate<FoundPoint> value) {
        return new Column(quantity, Type.BOOLEAN, (row, cell) -> cell.flag(value.test(row)));
    }

    public String name() {
        return quantity.name();
    }
}
