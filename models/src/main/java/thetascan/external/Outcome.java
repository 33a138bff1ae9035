package thetascan.external;

/**
 * What became of a point in a program.
 *
 * @param values  in the order in which they were asked for; empty if it failed
 * @param failure why it failed; empty if it did not
 */
public record Outcome(double[] values, String failure) {

    /**
     * {@return a point that failed}
     *
     * @param why reason for people, not empty
     */
    public static Outcome failed(String why) {
        return new Outcome(new double[0], why.isBlank() ? "failed without saying why" : why);
    }

    /**
     * {@return a point that was computed}
     *
     * @param values in the order in which they were asked for
     */
    public static Outcome of(double[] values) {
        return new Outcome(values, "");
    }

    /** {@return true if the point failed} */
    public boolean isFailed() {
        return !failure.isEmpty();
    }
}
