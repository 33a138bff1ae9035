package thetascan.constraint;

/**
 * A rule that knows the columns of its observables. Immutable, thread-safe, allocation-free.
 *
 * <p>A bound rule does arithmetic, nothing else: {@link BoundConstraints} looks at the observables it reads first, so
 * that a missing one, a NaN or an infinity never satisfies; a result that is not finite never does either.
 */
public interface BoundRule {

    /**
     * What the rule looks at: the value that is compared with the bounds.
     *
     * @param row one value per observable
     * @return the value, in its own unit
     */
    double value(double[] row);

    /**
     * How far the point is from holding.
     *
     * @param row one value per observable
     * @return zero or negative where the rule holds, positive outside the bounds
     */
    double excess(double[] row);

    /**
     * The excess that counts as one unit in the ranking.
     *
     * @param row one value per observable
     * @return a positive number, in the unit of the excess
     */
    double scale(double[] row);

    /**
     * Whether the rule says anything about the point: false outside the table of a limit.
     *
     * @param row one value per observable
     * @return true by default
     */
    default boolean covers(double[] row) {
        return true;
    }

    /**
     * Signed excess below a lower bound alone.
     *
     * @param row one value per observable
     * @return −∞ if there is no lower bound, as by default
     */
    default double lowerExcess(double[] row) {
        return Double.NEGATIVE_INFINITY;
    }

    /**
     * Signed excess above an upper bound alone.
     *
     * @param row one value per observable
     * @return −∞ if there is no upper bound; the {@link #excess} by default
     */
    default double upperExcess(double[] row) {
        return excess(row);
    }

    /**
     * How near a point at which the rule holds is to a bound, for people: in units of what the bounds leave.
     *
     * @param row one value per observable
     * @return 0 at a bound, −1 in the middle of an interval; the {@link #excess} in units of the {@link #scale} by default
     */
    default double nearness(double[] row) {
        return excess(row) / scale(row);
    }
}
