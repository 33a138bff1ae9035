package thetascan.archive;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * An interval of one coordinate of the unit box in which no valid point is known. A piece of the region whose coupling has the
 * other sign, say, lies in one; a search of the whole box comes to the commoner pieces, one that keeps to the gap cannot.
 *
 * @param coordinate of the box, from 0
 * @param low        lower end, 0 or a tenth of the gap above the known point that it ends at
 * @param high       upper end, 1 or as much below
 */
public record Gap(int coordinate, double low, double high) {

    /** Known points below which gaps say little. */
    private static final int FEWEST = 100;

    /** Narrower ones are holes of the map. */
    private static final double LEAST_WIDTH = 0.1;

    /** Equal parts of a coordinate, each narrower than any gap that counts. */
    private static final int BINS = 32;

    /** Distance from known points as a share of the width: nearer by, a search ends at their side. */
    private static final double MARGIN = 0.1;

    /**
     * Draws one of the widest gaps of the coordinates, the wider the more often.
     *
     * @param points    known ones
     * @param dimension of the box
     * @param random    draws one number
     * @return null if there is none, or if few points are known
     */
    public static @Nullable Gap draw(List<ArchivePoint> points, int dimension, RandomStream random) {
        double share = random.nextDouble();
        if (points.size() < FEWEST) return null;
        double[] ends = new double[2 * dimension];
        double total = 0;
        for (int i = 0; i < dimension; i++) {
            widest(points, i, ends);
            double width = ends[2 * i + 1] - ends[2 * i];
            if (width >= LEAST_WIDTH) total += width;
            else ends[2 * i + 1] = ends[2 * i];
        }
        double left = share * total;
        for (int i = 0; i < dimension; i++) {
            double width = ends[2 * i + 1] - ends[2 * i];
            if (width > 0 && left < width) return inside(i, ends[2 * i], ends[2 * i + 1]);
            left -= width;
        }
        return null;
    }

    /** A gap that is wide enough lies between neighbouring bins that hold points, so nothing has to be sorted. */
    private static void widest(List<ArchivePoint> points, int coordinate, double[] ends) {
        double[] least = new double[BINS];
        double[] greatest = new double[BINS];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        least[BINS - 1] = greatest[BINS - 1] = 1; // the walls of the box
        least[0] = 0;
        for (ArchivePoint point : points) {
            double value = point.box()[coordinate];
            int bin = Math.min((int) (value * BINS), BINS - 1);
            least[bin] = Math.min(least[bin], value);
            greatest[bin] = Math.max(greatest[bin], value);
        }
        double last = greatest[0];
        for (int bin = 1; bin < BINS; bin++) {
            if (least[bin] == Double.POSITIVE_INFINITY) continue;
            if (least[bin] - last > ends[2 * coordinate + 1] - ends[2 * coordinate]) {
                ends[2 * coordinate] = last;
                ends[2 * coordinate + 1] = least[bin];
            }
            last = greatest[bin];
        }
    }

    private static Gap inside(int coordinate, double low, double high) {
        double margin = MARGIN * (high - low);
        return new Gap(coordinate, low == 0 ? 0 : low + margin, high == 1 ? 1 : high - margin);
    }

    /**
     * Whether a point lies in the gap.
     *
     * @param box unit-box coordinates
     * @return true also at its ends
     */
    public boolean holds(double[] box) {
        return box[coordinate] >= low && box[coordinate] <= high;
    }

    /**
     * Writes it to the state of a search.
     *
     * @param out where to
     */
    public void save(StateOutput out) {
        out.put("gap", coordinate).put("low", low).put("high", high);
    }

    /**
     * Reads one if that is what comes next.
     *
     * @param in where from
     * @return null if there is none
     */
    public static @Nullable Gap read(StateInput in) {
        return in.isNext("gap") ? new Gap(in.getInt("gap"), in.getDouble("low"), in.getDouble("high")) : null;
    }
}
