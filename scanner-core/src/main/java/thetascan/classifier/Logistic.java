package thetascan.classifier;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Logistic regression with a quadratic form, so that a class may be an ellipsoid or a band: the maximum of the likelihood
 * with a Gaussian prior on the coefficients, by Newton's method (D. R. Cox, J. R. Stat. Soc. B 20 (1958) 215).
 */
final class Logistic implements Classifier {

    private static final int STEPS = 12;
    /** Inverse variance of the prior of a coefficient, which keeps separable classes finite. */
    private static final double RIDGE = 0.1;
    /** Least weight of a point, so that the matrix stays definite. */
    private static final double LEAST_WEIGHT = 1e-9;

    private final int n;
    private final double[] coefficients;

    Logistic(double[] u, int n, boolean[] labels) {
        this.n = n;
        int size = 1 + n + n * (n + 1) / 2;
        coefficients = new double[size];
        double[] features = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[][] hessian = new double[size][size];
            double[] gradient = new double[size];
            for (int k = 0; k < labels.length; k++) {
                fill(u, k * n, features);
                double p = 1 / (1 + StrictMath.exp(-dot(features)));
                double weight = Math.max(p * (1 - p), LEAST_WEIGHT);
                double residual = (labels[k] ? 1 : 0) - p;
                for (int i = 0; i < size; i++) {
                    gradient[i] += residual * features[i];
                    double factor = weight * features[i];
                    for (int j = 0; j <= i; j++) hessian[i][j] += factor * features[j];
                }
            }
            for (int i = 0; i < size; i++) {
                gradient[i] -= RIDGE * coefficients[i];
                hessian[i][i] += RIDGE;
                for (int j = 0; j < i; j++) hessian[j][i] = hessian[i][j];
            }
            RealMatrix matrix = new Array2DRowRealMatrix(hessian, false);
            double[] change = new CholeskyDecomposition(matrix)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            for (int i = 0; i < size; i++) coefficients[i] += change[i];
        }
    }

    /** 1, coordinates from the middle of the box, and their products. */
    private void fill(double[] u, int at, double[] features) {
        int next = 0;
        features[next++] = 1;
        for (int i = 0; i < n; i++) features[next++] = 2 * u[at + i] - 1;
        for (int i = 1; i <= n; i++) {
            for (int j = i; j <= n; j++) features[next++] = features[i] * features[j];
        }
    }

    private double dot(double[] features) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) sum += coefficients[i] * features[i];
        return sum;
    }

    @Override
    public double score(double[] u, int at) {
        double sum = coefficients[0];
        int next = 1 + n;
        for (int i = 0; i < n; i++) {
            double x = 2 * u[at + i] - 1;
            double inner = coefficients[1 + i];
            for (int j = i; j < n; j++) inner += coefficients[next++] * (2 * u[at + j] - 1);
            sum += x * inner;
        }
        return sum;
    }
}
