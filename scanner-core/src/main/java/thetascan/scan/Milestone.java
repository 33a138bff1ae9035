package thetascan.scan;

/**
 * How much a scan had reached at some time.
 *
 * @param evaluations points evaluated
 * @param valid       valid points
 * @param distinct    distinct valid points, of a sample
 * @param cells       occupied cells of all 2-D projections
 * @param families    families of valid points at the latest look; 0 = not looked yet
 */
public record Milestone(long evaluations, long valid, int distinct, int cells, int families) {}
