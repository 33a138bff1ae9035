package thetascan.optimiser.continuation;

/**
 * The space spanned by some row vectors, by modified Gram-Schmidt; rows that depend on earlier ones are left out. What rows
 * are to give may change while they stay.
 */
final class Span {

    /** What is left of a row of length 1 beside the others below which it counts as dependent. */
    private static final double DEPENDENT = 1e-3;

    private final int n;
    /** Orthonormal basis, row-major. */
    private final double[] basis;
    /** Components of the displacement that gives each row what it was added with. */
    private final double[] components;

    /** Triangular: the part of each row along the vectors of the basis before it, and its length beside them. */
    private final double[] parts;
    /** Which of the rows added each vector of the basis comes from. */
    private final int[] origins;

    private int rank;
    private int added;

    Span(int n) {
        this.n = n;
        basis = new double[n * n];
        components = new double[n];
        parts = new double[n * n];
        origins = new int[n];
    }

    void clear() {
        rank = 0;
        added = 0;
    }

    /**
     * Adds the row x[at .. at+n).
     *
     * @param product what a displacement has to give when multiplied with the row
     * @return false if the row is zero or depends on earlier ones
     */
    boolean add(double[] x, int at, double product) {
        int origin = added++;
        if (rank == n) return false;
        int row = rank * n;
        System.arraycopy(x, at, basis, row, n);
        double length = length(basis, row);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) return false;
        double rest = product;
        for (int k = 0; k < rank; k++) {
            double dot = dot(basis, row, k);
            parts[row + k] = dot;
            rest -= dot * components[k];
            subtract(basis, row, dot, k);
        }
        double left = length(basis, row);
        if (!(left > DEPENDENT * length)) return false;
        for (int i = 0; i < n; i++) basis[row + i] /= left;
        parts[row + rank] = left;
        origins[rank] = origin;
        components[rank++] = rest / left;
        return true;
    }

    /**
     * Gives the rows other products, as if they had been added with them.
     *
     * @param products one for each row that was added
     */
    void demand(double[] products) {
        for (int k = 0; k < rank; k++) {
            double rest = products[origins[k]];
            for (int j = 0; j < k; j++) rest -= parts[k * n + j] * components[j];
            components[k] = rest / parts[k * n + k];
        }
    }

    /** Rows that were added, those left out included. */
    int added() {
        return added;
    }

    /** Writes the shortest displacement that has the product asked of it with every row. */
    void displacement(double[] x) {
        for (int i = 0; i < n; i++) x[i] = 0;
        for (int k = 0; k < rank; k++) subtract(x, 0, -components[k], k);
    }

    private double dot(double[] x, int at, int k) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += x[at + i] * basis[k * n + i];
        return sum;
    }

    private void subtract(double[] x, int at, double factor, int k) {
        for (int i = 0; i < n; i++) x[at + i] -= factor * basis[k * n + i];
    }

    private double length(double[] x, int at) {
        double square = 0;
        for (int i = 0; i < n; i++) square += x[at + i] * x[at + i];
        return Math.sqrt(square);
    }
}
