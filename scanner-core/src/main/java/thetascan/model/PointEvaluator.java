package thetascan.model;

/**
 * Computes the observables of one point after another. One thread, no allocation, no state that outlives a point.
 *
 * <p>Dear observables may wait for a later <em>stage</em>, so that they are computed only where the constraints on all others
 * hold: {@link #evaluate} is stage 0 and leaves them alone, {@link #evaluateStage} fills them in.
 */
public interface PointEvaluator extends AutoCloseable {

    /**
     * @param theta       every parameter of the model's space, fixed ones included, in its order and units
     * @param observables receives one value per observable, in the model's order; {@link thetascan.quantity.Missing}
     *                    says why a value is absent, any other NaN means that the calculation broke
     * @throws EvaluationException if the calculation as a whole broke; the point becomes FAILED with the message
     */
    void evaluate(double[] theta, double[] observables) throws EvaluationException;

    /**
     * Tells which points will be evaluated next, in this order, unless something interferes: an evaluator that computes
     * many points faster than one after another may do so. Results must not depend on it.
     *
     * @param thetas row-major, one row for each element of {@code which}; not to be changed
     * @param which  the points from ≤ i &lt; to for which it is true
     * @param from first row
     * @param to behind the last row
     */
    default void announce(double[] thetas, boolean[] which, int from, int to) {}

    /**
     * Number of stages, the first included.
     *
     * @return 1 or more, always the same
     */
    default int stages() {
        return 1;
    }

    /**
     * A later stage of the point that was evaluated last. Stages follow each other in order; any of them may be the last.
     *
     * @param stage       1 or more, below {@link #stages}
     * @param theta       as in the stages before
     * @param observables as the stages before left them
     * @throws EvaluationException as {@link #evaluate}
     */
    default void evaluateStage(int stage, double[] theta, double[] observables) throws EvaluationException {
        throw new IllegalStateException("stage " + stage + " of an evaluator with " + stages());
    }

    @Override
    default void close() {}
}
