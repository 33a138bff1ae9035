package thetascan.quantity;

/**
 * Why a value is not a number. Both reasons are NaNs with a payload of their own, so they travel in a plain
 * {@code double[]}; a NaN with any other payload is a calculation that broke. Copying, array stores and
 * {@link Double#doubleToRawLongBits} keep the payload, {@link Double#doubleToLongBits} does not.
 */
public final class Missing {

    private static final long NOT_COMPUTED_BITS = 0x7ff8_0000_7e7a_0001L;
    private static final long UNDEFINED_BITS = 0x7ff8_0000_7e7a_0002L;

    /** Not computed: an earlier stage vetoed the point or the quantity was not asked for. */
    public static final double NOT_COMPUTED = Double.longBitsToDouble(NOT_COMPUTED_BITS);

    /** Undefined at this point because an earlier physics condition fails: a regular "no", not a failure. */
    public static final double UNDEFINED = Double.longBitsToDouble(UNDEFINED_BITS);

    private Missing() {}

    /**
     * Whether a value is {@link #NOT_COMPUTED}.
     *
     * @param value any value
     * @return true for that NaN alone
     */
    public static boolean isNotComputed(double value) {
        return Double.doubleToRawLongBits(value) == NOT_COMPUTED_BITS;
    }

    /**
     * Whether a value is {@link #UNDEFINED}.
     *
     * @param value any value
     * @return true for that NaN alone
     */
    public static boolean isUndefined(double value) {
        return Double.doubleToRawLongBits(value) == UNDEFINED_BITS;
    }
}
