package thetascan.island;

import thetascan.point.FoundPoint;

/**
 * An invalid point that may enter the sample of invalid points: those with the least random numbers, of all scanned.
 *
 * @param ticket random number, unsigned
 * @param point with all that is known of it
 */
public record SampledPoint(long ticket, FoundPoint point) {}
