package thetascan.scan;

/**
 * An island's part in a round.
 *
 * @param island      its index
 * @param generations at most so many
 */
record Shift(int island, int generations) {}
