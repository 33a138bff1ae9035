package thetascan.point;

/**
 * Where in a scan a point was asked for; unique within the scan.
 *
 * @param island     index of the island; −1 if no island of the search asked
 * @param generation the island's generation, counted over all its restarts from 0; −1 without a search
 * @param candidate  position within the generation
 */
public record Place(int island, long generation, int candidate) {}
