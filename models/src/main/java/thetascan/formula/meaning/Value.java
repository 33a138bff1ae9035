package thetascan.formula.meaning;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a formula comes to: a number, a vector or matrix of numbers, or several values under names. */
public sealed interface Value {

    /** {@return what it is, for messages} */
    String kind();

    /**
     * A number, by the nodes that compute it.
     *
     * @param re          real part
     * @param im          imaginary part; the node of zero for a real number
     * @param reason      node that is not zero where the number is undefined for a known reason; that of zero if it never is
     * @param unit        its unit
     * @param isCondition true for what is true or false
     */
    record Scalar(int re, int im, int reason, Unit unit, boolean isCondition) implements Value {

        Scalar withUnit(Unit other) {
            return new Scalar(re, im, reason, other, isCondition);
        }

        Scalar withReason(int other) {
            return new Scalar(re, im, other, unit, isCondition);
        }

        @Override
        public String kind() {
            return isCondition ? "a condition" : "a number";
        }
    }

    /**
     * Numbers in rows and columns, row by row; a vector is one column.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param isVector true for a vector, false for a matrix of one column
     * @param elements row by row
     */
    record Array(int rows, int columns, boolean isVector, List<Scalar> elements) implements Value {

        /**
         * Copies the list.
         *
         * @param rows number of rows
         * @param columns number of columns
         * @param isVector true for a vector, false for a matrix of one column
         * @param elements row by row
         */
        public Array {
            elements = List.copyOf(elements);
        }

        Scalar at(int row, int column) {
            return elements.get(row * columns + column);
        }

        Array map(UnaryOperator<Scalar> each) {
            return new Array(
                    rows, columns, isVector, elements.stream().map(each).toList());
        }

        @Override
        public String kind() {
            return isVector ? "a vector of " + rows : "a " + rows + " x " + columns + " matrix";
        }
    }

    /**
     * What {@code diagonalise} gives.
     *
     * @param members values by name
     */
    record Parts(Map<String, Value> members) implements Value {
        @Override
        public String kind() {
            return "a decomposition with " + String.join(", ", members.keySet());
        }
    }
}
