package thetascan.optimiser;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;

/** Symmetric QR of EJML. A new decomposition each time: its object carries a random generator from call to call. */
final class EjmlEigen implements SymmetricEigen {

    @Override
    public boolean decompose(double[] matrix, double[] values, double[] vectors) {
        int n = values.length;
        SymmetricQRAlgorithmDecomposition_DDRM eigen = new SymmetricQRAlgorithmDecomposition_DDRM(true);
        DMatrixRMaj copy = new DMatrixRMaj(n, n);
        System.arraycopy(matrix, 0, copy.data, 0, n * n);
        if (!eigen.decompose(copy)) return false;
        for (int k = 0; k < n; k++) {
            values[k] = eigen.getEigenvalue(k).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < n; i++) vectors[i * n + k] = vector.data[i];
        }
        return true;
    }
}
