package thetascan.physics;

/** A complex number for set-up code; where speed counts, real and imaginary parts travel as plain doubles. */
public record Complex(double re, double im) {

    static final Complex ZERO = new Complex(0, 0);

    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    public Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    public Complex plus(double real) {
        return new Complex(re + real, im);
    }

    public Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }
}
