package thetascan.schedule;

/**
 * What the islands of one kind brought.
 *
 * @param strategy    its name
 * @param chart       name of the coordinates they search in
 * @param islands     islands that have begun
 * @param evaluations points they evaluated
 * @param valid       of these, valid ones
 * @param points      points that entered the archive
 * @param cells       cells of 2-D projections that nobody had reached before
 * @param share       of the evaluations it gets now
 */
public record KindProgress(
        String strategy,
        String chart,
        int islands,
        long evaluations,
        long valid,
        long points,
        long cells,
        double share) {}
