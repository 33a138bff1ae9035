package thetascan.physics;

import java.util.Arrays;

/** A small complex matrix, row-major; caller-owned and reused. */
public final class ComplexMatrix {

    public final int rows;
    public final int columns;
    /** Real parts, rows × columns. */
    public final double[] re;
    /** Imaginary parts, rows × columns. */
    public final double[] im;

    public ComplexMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        re = new double[rows * columns];
        im = new double[rows * columns];
    }

    public void set(int row, int column, double real, double imaginary) {
        re[row * columns + column] = real;
        im[row * columns + column] = imaginary;
    }

    /** Adds to an element. */
    public void add(int row, int column, double real, double imaginary) {
        re[row * columns + column] += real;
        im[row * columns + column] += imaginary;
    }

    public double re(int row, int column) {
        return re[row * columns + column];
    }

    public double im(int row, int column) {
        return im[row * columns + column];
    }

    /** {@return |element|²} */
    public double squared(int row, int column) {
        int k = row * columns + column;
        return re[k] * re[k] + im[k] * im[k];
    }

    public void fill(double value) {
        Arrays.fill(re, value);
        Arrays.fill(im, value);
    }

    public void copy(ComplexMatrix other) {
        System.arraycopy(other.re, 0, re, 0, re.length);
        System.arraycopy(other.im, 0, im, 0, im.length);
    }

    /** this = a b. */
    public void product(ComplexMatrix a, ComplexMatrix b) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < a.columns; k++) {
                    int p = i * a.columns + k;
                    int q = k * b.columns + j;
                    x += a.re[p] * b.re[q] - a.im[p] * b.im[q];
                    y += a.re[p] * b.im[q] + a.im[p] * b.re[q];
                }
                set(i, j, x, y);
            }
        }
    }

    /** this = aᵀ b. */
    public void transposeProduct(ComplexMatrix a, ComplexMatrix b) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = 0;
                double y = 0;
                for (int k = 0; k < a.rows; k++) {
                    int p = k * a.columns + i;
                    int q = k * b.columns + j;
                    x += a.re[p] * b.re[q] - a.im[p] * b.im[q];
                    y += a.re[p] * b.im[q] + a.im[p] * b.re[q];
                }
                set(i, j, x, y);
            }
        }
    }

    /** {@return true if every element is finite} */
    public boolean isFinite() {
        double sum = 0;
        for (int k = 0; k < re.length; k++) {
            sum += 0 * re[k] + 0 * im[k];
        }
        return sum == 0;
    }
}
