package thetascan.formula.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import thetascan.formula.meaning.Value.Array;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

/** Vectors and matrices: shapes, products, what is made of the elements. */
final class Matrices {

    /** Elements at most. */
    static final int LARGEST = 10_000;
    /** Largest matrix whose determinant and inverse are written out. */
    private static final int LARGEST_DETERMINANT = 4;

    private Matrices() {}

    static Array array(String what, Value value) {
        if (value instanceof Array array) {
            return array;
        }
        throw new FormulaException(what + " needs a vector or a matrix, found " + value.kind() + ".");
    }

    static Array square(String what, Value value) {
        Array array = array(what, value);
        if (array.rows() != array.columns()) {
            throw new FormulaException(what + " needs a square matrix, found " + array.kind() + ".");
        }
        return array;
    }

    static int size(double n) {
        if (!(n >= 1 && n <= 100) || n != Math.rint(n)) {
            throw new FormulaException("a size must be an integer from 1 to 100, found " + n + ".");
        }
        return (int) n;
    }

    /** A list of numbers is a vector, a list of vectors of one length the matrix with these rows. */
    static Array of(List<Value> items) {
        if (items.isEmpty()) {
            throw new FormulaException("an empty list.");
        }
        if (items.stream().allMatch(Scalar.class::isInstance)) {
            List<Scalar> elements = items.stream().map(Scalar.class::cast).toList();
            return new Array(elements.size(), 1, true, elements);
        }
        List<Scalar> elements = new ArrayList<>();
        int columns = items.get(0) instanceof Array first ? first.rows() : -1;
        for (Value item : items) {
            if (!(item instanceof Array row) || !row.isVector() || row.rows() != columns) {
                throw new FormulaException("the rows of a matrix must be lists of one length; found "
                        + items.get(0).kind() + " and " + item.kind() + ".");
            }
            elements.addAll(row.elements());
        }
        return new Array(items.size(), columns, false, elements);
    }

    /** Element by element, arrays of one shape or numbers. */
    static Value combine(String what, Value x, Value y, BinaryOperator<Scalar> operation) {
        if (x instanceof Scalar first && y instanceof Scalar second) {
            return operation.apply(first, second);
        }
        if (x instanceof Array first
                && y instanceof Array second
                && first.rows() == second.rows()
                && first.columns() == second.columns()) {
            List<Scalar> elements = new ArrayList<>();
            for (int k = 0; k < first.elements().size(); k++) {
                elements.add(operation.apply(
                        first.elements().get(k), second.elements().get(k)));
            }
            return new Array(first.rows(), first.columns(), first.isVector(), elements);
        }
        throw new FormulaException("'" + what + "' of " + x.kind() + " and " + y.kind() + ".");
    }

    /** Number times anything, matrix times matrix or vector. Two vectors have no product: say sum(i = ...). */
    static Value product(Arithmetic a, Value x, Value y) {
        if (x instanceof Scalar first && y instanceof Scalar second) {
            return a.multiply(first, second);
        }
        if (x instanceof Scalar first && y instanceof Array second) {
            return second.map(each -> a.multiply(first, each));
        }
        if (x instanceof Array first && y instanceof Scalar second) {
            return first.map(each -> a.multiply(each, second));
        }
        if (x instanceof Array first
                && y instanceof Array second
                && first.columns() == second.rows()
                && !first.isVector()) {
            List<Scalar> elements = new ArrayList<>();
            for (int i = 0; i < first.rows(); i++) {
                for (int j = 0; j < second.columns(); j++) {
                    Scalar sum = a.multiply(first.at(i, 0), second.at(0, j));
                    for (int k = 1; k < first.columns(); k++) {
                        sum = a.add(sum, a.multiply(first.at(i, k), second.at(k, j)));
                    }
                    elements.add(sum);
                }
            }
            return new Array(first.rows(), second.columns(), second.isVector(), elements);
        }
        throw new FormulaException("the product of " + x.kind() + " and " + y.kind()
                + (isVector(x) && isVector(y) ? ": write sum(i = 1..n, x[i]*y[i])." : "."));
    }

    private static boolean isVector(Value value) {
        return value instanceof Array array && array.isVector();
    }

    static Array transpose(Array x) {
        if (x.isVector()) {
            throw new FormulaException("transpose of a vector; only matrices have rows and columns to exchange.");
        }
        List<Scalar> elements = new ArrayList<>();
        for (int j = 0; j < x.columns(); j++) {
            for (int i = 0; i < x.rows(); i++) {
                elements.add(x.at(i, j));
            }
        }
        return new Array(x.columns(), x.rows(), false, elements);
    }

    static Scalar trace(Arithmetic a, Array x) {
        Scalar sum = x.at(0, 0);
        for (int i = 1; i < x.rows(); i++) {
            sum = a.add(sum, x.at(i, i));
        }
        return sum;
    }

    static Array diagonal(Arithmetic a, Array x) {
        if (!x.isVector()) {
            throw new FormulaException("diag needs a vector, found " + x.kind() + ".");
        }
        int n = x.rows();
        List<Scalar> elements = new ArrayList<>(Collections.nCopies(n * n, a.number(0)));
        for (int i = 0; i < n; i++) {
            elements.set(i * n + i, x.elements().get(i));
        }
        return new Array(n, n, false, elements);
    }

    static Array identity(Arithmetic a, int n) {
        return diagonal(a, new Array(n, 1, true, Collections.nCopies(n, a.number(1))));
    }

    static Scalar determinant(Arithmetic a, Array x) {
        int n = x.rows();
        if (n > LARGEST_DETERMINANT) {
            throw new FormulaException("det and inverse go up to " + LARGEST_DETERMINANT + " x " + LARGEST_DETERMINANT
                    + ", found " + x.kind() + ".");
        }
        if (n == 1) {
            return x.at(0, 0);
        }
        Scalar sum = a.multiply(x.at(0, 0), determinant(a, minor(x, 0, 0)));
        for (int j = 1; j < n; j++) {
            Scalar term = a.multiply(x.at(0, j), determinant(a, minor(x, 0, j)));
            sum = j % 2 == 0 ? a.add(sum, term) : a.subtract(sum, term);
        }
        return sum;
    }

    private static Array minor(Array x, int row, int column) {
        List<Scalar> elements = new ArrayList<>();
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                if (i != row && j != column) {
                    elements.add(x.at(i, j));
                }
            }
        }
        return new Array(x.rows() - 1, x.columns() - 1, false, elements);
    }

    static Array inverse(Arithmetic a, Array x) {
        int n = x.rows();
        Scalar determinant = determinant(a, x);
        if (n == 1) {
            return x.map(each -> a.divide(a.number(1), each));
        }
        List<Scalar> elements = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Scalar cofactor = determinant(a, minor(x, j, i));
                Scalar signed = (i + j) % 2 == 0 ? cofactor : a.negate(cofactor);
                elements.add(a.divide(signed, determinant));
            }
        }
        return new Array(n, n, false, elements);
    }
}
