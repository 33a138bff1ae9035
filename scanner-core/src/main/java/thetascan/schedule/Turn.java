package thetascan.schedule;

/**
 * An island's part in a round.
 *
 * @param island      its index
 * @param generations at most so many
 */
public record Turn(int island, int generations) {}
