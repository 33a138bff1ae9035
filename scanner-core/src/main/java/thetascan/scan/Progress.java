package thetascan.scan;

import java.time.Duration;
import java.util.List;
import thetascan.point.PointStatus;
import thetascan.schedule.KindProgress;
import thetascan.tally.Tally;

/**
 * Where a scan stands after a round. Counts are those of the whole scan, earlier runs of the program included.
 *
 * @param round             rounds done
 * @param tally             counts of points, vetoes, restarts
 * @param firstValid        evaluations up to the first valid point, islands counted generation by generation; −1 if
 *                          there is none
 * @param kept              points given to the store
 * @param distinct          distinct valid points (unit-box distance {@value #DISTINCT_DISTANCE}, sample of at most
 *                          {@value #DISTINCT_SAMPLE})
 * @param canonicalDistinct the same modulo relabelling
 * @param cells             occupied cells of all 2-D projections
 * @param canonicalCells    the same modulo relabelling
 * @param totalCells        how many cells there are
 * @param archived          points in the archive
 * @param archiveDistance   least unit-box distance between them
 * @param kinds             what each kind of islands brought
 * @param history           how much was reached when
 * @param landings          box coordinates of the first valid points of starts from anywhere, the first 10,000
 * @param elapsed           wall-clock time since this run of the program began the scan
 */
public record Progress(
        long round,
        Tally tally,
        long firstValid,
        long kept,
        int distinct,
        int canonicalDistinct,
        int cells,
        int canonicalCells,
        int totalCells,
        int archived,
        double archiveDistance,
        List<KindProgress> kinds,
        List<Milestone> history,
        List<double[]> landings,
        Duration elapsed) {

    /** Unit-box distance from which on two points are distinct. */
    public static final double DISTINCT_DISTANCE = 0.2;

    /** Most valid points among which distinct ones are counted. */
    static final int DISTINCT_SAMPLE = 20_000;

    /**
     * Points evaluated.
     *
     * @return valid, invalid and failed ones together
     */
    public long evaluations() {
        return tally.evaluations();
    }

    /**
     * Valid points evaluated.
     *
     * @return how many, near copies included
     */
    public long valid() {
        return tally.count(PointStatus.VALID);
    }

    /**
     * Points a constraint vetoes.
     *
     * @return how many
     */
    public long invalid() {
        return tally.count(PointStatus.INVALID);
    }

    /**
     * Points whose calculation broke.
     *
     * @return how many
     */
    public long failed() {
        return tally.count(PointStatus.FAILED);
    }
}
