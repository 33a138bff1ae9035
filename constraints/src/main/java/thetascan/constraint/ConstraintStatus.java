package thetascan.constraint;

/** How one constraint stands at one point. Only {@link #SATISFIED} satisfies. */
public enum ConstraintStatus {
    /** The rule holds. */
    SATISFIED,
    /** The rule does not hold. */
    VIOLATED,
    /** The observable is undefined because an earlier physics condition fails. */
    UNDEFINED,
    /** The observable was not computed. */
    NOT_COMPUTED,
    /** The observable is NaN or infinite: the calculation broke. */
    NOT_FINITE,
    /** The observable lies outside the table of the limit. */
    OUTSIDE_TABLE;

    private static final ConstraintStatus[] VALUES = values();

    /**
     * The status with an ordinal.
     *
     * @param ordinal as {@link BoundConstraints#evaluate} writes it
     * @return the status
     */
    public static ConstraintStatus of(byte ordinal) {
        return VALUES[ordinal];
    }
}
