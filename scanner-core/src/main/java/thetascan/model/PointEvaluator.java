package thetascan.model;

/** Computes the observables of one point after another. One thread, no state that outlives a call, no allocation. */
public interface PointEvaluator extends AutoCloseable {

    /**
     * @param theta       every parameter of the model's space, fixed ones included, in its order and units
     * @param observables receives one value per observable, in the model's order; {@link thetascan.quantity.Missing}
     *                    says why a value is absent, any other NaN means that the calculation broke
     * @throws EvaluationException if the calculation as a whole broke; the point becomes FAILED with the message
     */
    void evaluate(double[] theta, double[] observables) throws EvaluationException;

    @Override
    default void close() {}
}
