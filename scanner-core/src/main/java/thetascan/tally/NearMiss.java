package thetascan.tally;

/**
 * An invalid point that came close.
 *
 * @param island where it was found
 * @param rank   what its fitness exceeds 1 by
 * @param cost   sum of its violations
 * @param theta  every parameter
 */
public record NearMiss(int island, double rank, double cost, double[] theta) {}
