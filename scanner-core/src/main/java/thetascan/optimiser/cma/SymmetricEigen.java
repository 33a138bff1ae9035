package thetascan.optimiser.cma;

/** Eigenvalues and eigenvectors of a real symmetric matrix. */
@FunctionalInterface
interface SymmetricEigen {

    /**
     * @param matrix  symmetric, n*n row-major; left as it is
     * @param values  receives the n eigenvalues, in any order
     * @param vectors receives the eigenvectors of unit length as columns, n*n row-major
     * @return false if it did not converge; the outputs are then meaningless
     */
    boolean decompose(double[] matrix, double[] values, double[] vectors);
}
