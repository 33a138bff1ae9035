package thetascan.external.model;

import java.util.List;

/**
 * The answer to a request.
 *
 * @param id      of the request
 * @param results one for each of its points, in their order
 */
record Answer(long id, List<Result> results) {

    /**
     * What became of a point.
     *
     * @param observables in the order of the model; empty if it failed
     * @param failure     why it failed; empty if it did not
     */
    record Result(double[] observables, String failure) {

        static Result failed(String why) {
            return new Result(new double[0], why.isBlank() ? "failed without saying why" : why);
        }

        boolean isFailed() {
            return !failure.isEmpty();
        }
    }
}
