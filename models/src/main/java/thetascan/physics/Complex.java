package thetascan.physics;

/**
 * A complex number for set-up code; where speed counts, real and imaginary parts travel as plain doubles.
 *
 * @param re real part
 * @param im imaginary part
 */
public record Complex(double re, double im) {

    static final Complex ZERO = new Complex(0, 0);

    /**
     * {@return the sum of both}
     *
     * @param other what is added
     */
    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    /**
     * {@return this less another}
     *
     * @param other what is taken away
     */
    public Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    /**
     * {@return the sum with a real number}
     *
     * @param real what is added
     */
    public Complex plus(double real) {
        return new Complex(re + real, im);
    }

    /**
     * {@return this times a real number}
     *
     * @param factor the number
     */
    public Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }
}
