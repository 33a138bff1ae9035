package thetascan.physics;

import java.util.Arrays;

/** A small complex matrix, row-major; caller-owned and reused. */
public final class ComplexMatrix {

    /** Number of rows. */
    public final int rows;
    /** Number of columns. */
    public final int columns;
    /** Real parts, rows × columns. */
    public final double[] re;
    /** Imaginary parts, rows × columns. */
    public final double[] im;

    /**
     * A matrix of zeros.
     *
     * @param rows number of rows
     * @param columns number of columns
     */
    public ComplexMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        re = new double[rows * columns];
        im = new double[rows * columns];
    }

    /**
     * Sets an element.
     *
     * @param row from 0
     * @param column from 0
     * @param real real part
     * @param imaginary imaginary part
     */
    public void set(int row, int column, double real, double imaginary) {
        re[row * columns + column] = real;
        im[row * columns + column] = imaginary;
    }

    /**
     * Adds to an element.
     *
     * @param row from 0
     * @param column from 0
     * @param real real part of what is added
     * @param imaginary imaginary part of what is added
     */
    public void add(int row, int column, double real, double imaginary) {
        re[row * columns + column] += real;
        im[row * columns + column] += imaginary;
    }

    /**
     * {@return the real part of an element}
     *
     * @param row from 0
     * @param column from 0
     */
    public double re(int row, int column) {
        return re[row * columns + column];
    }

    /**
     * {@return the imaginary part of an element}
     *
     * @param row from 0
     * @param column from 0
     */
    public double im(int row, int column) {
        return im[row * columns + column];
    }

    /**
     * {@return |element|²}
     *
     * @param row from 0
     * @param column from 0
     */
    public double squared(int row, int column) {
        int k = row * columns + column;
        return re[k] * re[k] + im[k] * im[k];
    }

    /**
     * Sets the real and the imaginary part of every element.
     *
     * @param value both parts, NaN for instance
     */
    public void fill(double value) {
        Arrays.fill(re, value);
        Arrays.fill(im, value);
    }

    /**
     * Takes the elements of another matrix.
     *
     * @param other of the same shape
     */
    public void copy(ComplexMatrix other) {
        System.arraycopy(other.re, 0, re, 0, re.length);
        System.arraycopy(other.im, 0, im, 0, im.length);
    }

    /**
     * this = a b.
     *
     * @param a rows × m; not this matrix
     * @param b m × columns; not this matrix
     */
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

    /**
     * this = aᵀ b.
     *
     * @param a m × rows; not this matrix
     * @param b m × columns; not this matrix
     */
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
