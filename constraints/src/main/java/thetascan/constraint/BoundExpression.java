package thetascan.constraint;

/** An expression that knows the columns of its observables. Immutable, thread-safe, allocation-free. */
@FunctionalInterface
public interface BoundExpression {

    /**
     * The value at a point.
     *
     * @param row one value per observable
     * @return the value; NaN or infinite where the arithmetic gives that
     */
    double value(double[] row);
}
