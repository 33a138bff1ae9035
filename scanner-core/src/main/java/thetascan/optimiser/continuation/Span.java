package thetascan.optimiser.continuation;

import thetascan.optimiser.linear.Factor;

/** The space spanned by some row vectors, by modified Gram-Schmidt; rows that depend on earlier ones are left out. */
final class Span {

    /** What is left of a row of length 1 beside the others below which it counts as dependent. */
    private static final double DEPENDENT = 1e-3;

    private final int n;
    /** Orthonormal basis, row-major. */
    private final double[] basis;
    /** Components of the displacement that gives each row what it was added with. */
    private final double[] components;

    private int rank;
    private double square;

    Span(int n) {
        this.n = n;
        basis = new double[n * n];
        components = new double[n];
    }

    void clear() {
        rank = 0;
        square = 0;
    }

    /**
     * Adds the row x[at .. at+n).
     *
     * @param product what a displacement has to give when multiplied with the row
     * @return false if the row is zero or depends on earlier ones
     */
    boolean add(double[] x, int at, double product) {
        if (rank == n) return false;
        int row = rank * n;
        System.arraycopy(x, at, basis, row, n);
        double length = length(basis, row);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) return false;
        double rest = product;
        for (int k = 0; k < rank; k++) {
            double dot = dot(basis, row, k);
            rest -= dot * components[k];
            subtract(basis, row, dot, k);
        }
        double left = length(basis, row);
        if (!(left > DEPENDENT * length)) return false;
        double scale = 1 / left;
        for (int i = 0; i < n; i++) basis[row + i] *= scale;
        components[rank] = rest / left;
        square += components[rank] * components[rank];
        rank++;
        return true;
    }

    /** Square of the length of the displacement; further rows can only make it longer. */
    double square() {
        return square;
    }

    /** Writes the shortest displacement that has the product asked of it with every row. */
    void displacement(double[] x) {
        for (int i = 0; i < n; i++) x[i] = 0;
        for (int k = 0; k < rank; k++) subtract(x, 0, -components[k], k);
    }

    private double dot(double[] x, int at, int k) {
        return Factor.dot(x, at, basis, k * n, n);
    }

    private void subtract(double[] x, int at, double factor, int k) {
        for (int i = 0; i < n; i++) x[at + i] -= factor * basis[k * n + i];
    }

    private double length(double[] x, int at) {
        return Math.sqrt(Factor.dot(x, at, x, at, n));
    }
}
