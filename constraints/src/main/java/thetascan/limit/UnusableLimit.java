package thetascan.limit;

/**
 * A limit that is well written but speaks of what {@link Predictions} do not hold.
 *
 * @param file   file it was read from
 * @param reason what is missing
 */
public record UnusableLimit(String file, String reason) {}
