package thetascan.external;

/**
 * What became of a point in a program.
 *
 * @param values  in the order in which they were asked for; empty if it failed
 * @param failure why it failed; empty if it did not
 */
public record Outcome(double[] values, String failure) {

    /** {@return a point that failed} */
    public static Outcome failed(String why) {
        return new Outcome(new double[0], why.isBlank() ? "failed without saying why" : why);
    }

    /** {@return a point that was computed} */
    public static Outcome of(double[] values) {
        return new Outcome(values, "");
    }

    public boolean isFailed() {
        return !failure.isEmpty();
    }
}
