package thetascan.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Over which ranges the points of each family spread, and what sets the families apart. */
public final class FamilyRanges {

    private final int quantities;
    private final long[] points;
    private final double[][] lower;
    private final double[][] upper;

    /**
     * What sets a family apart: its values of a quantity do not overlap with those of others.
     *
     * @param quantity  index of the quantity
     * @param others    families it is apart from, ascending
     * @param otherSign true if they all have the other sign
     * @param gap       distance to the nearest of them, as a share of the range of all
     */
    public record Apart(int quantity, List<Integer> others, boolean otherSign, double gap) {

        /**
         * Copies the list of families.
         *
         * @param quantity index of the quantity
         * @param others families it is apart from, ascending
         * @param otherSign true if they all have the other sign
         * @param gap distance to the nearest of them, as a share of the range of all
         */
        public Apart {
            others = List.copyOf(others);
        }
    }

    /** The most telling first: apart from most families, then of other sign, then by the gap. */
    private static final Comparator<Apart> MOST_TELLING = Comparator.comparingInt((Apart apart) -> -apart.others.size())
            .thenComparing(apart -> !apart.otherSign)
            .thenComparingDouble(apart -> -apart.gap);

    /**
     * No point seen yet.
     *
     * @param families   how many there are, numbered from 1
     * @param quantities how many values a point has
     */
    public FamilyRanges(int families, int quantities) {
        this.quantities = quantities;
        points = new long[families + 1];
        lower = new double[families + 1][quantities];
        upper = new double[families + 1][quantities];
        for (double[] row : lower) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (double[] row : upper) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
    }

    /**
     * Takes in a point; NaN is no value.
     *
     * @param family that it belongs to, from 1
     * @param values one a quantity, in its unit
     */
    public void add(int family, double[] values) {
        points[family]++;
        for (int q = 0; q < quantities; q++) {
            if (!Double.isNaN(values[q])) {
                lower[family][q] = Math.min(lower[family][q], values[q]);
                upper[family][q] = Math.max(upper[family][q], values[q]);
            }
        }
    }

    int families() {
        return points.length - 1;
    }

    /**
     * Number of points of a family.
     *
     * @param family its number, from 1
     * @return points taken in
     */
    public long points(int family) {
        return points[family];
    }

    /**
     * Least value; infinite if there is none.
     *
     * @param family its number, from 1
     * @param quantity index of the quantity, from 0
     * @return in the unit of the quantity
     */
    public double lower(int family, int quantity) {
        return lower[family][quantity];
    }

    /**
     * Greatest value; −infinite if there is none.
     *
     * @param family its number, from 1
     * @param quantity index of the quantity, from 0
     * @return in the unit of the quantity
     */
    public double upper(int family, int quantity) {
        return upper[family][quantity];
    }

    /**
     * What sets a family apart from at least one other, the most telling first.
     *
     * @param family its number, from 1
     * @return one a quantity that does so; empty if its ranges overlap with those of all others
     */
    public List<Apart> apart(int family) {
        List<Apart> all = new ArrayList<>();
        for (int q = 0; q < quantities; q++) {
            List<Integer> others = new ArrayList<>();
            boolean otherSign = true;
            double gap = Double.POSITIVE_INFINITY;
            for (int other = 1; other < points.length; other++) {
                double between = Math.max(lower[family][q] - upper[other][q], lower[other][q] - upper[family][q]);
                if (other != family && between > 0 && between < Double.POSITIVE_INFINITY) {
                    others.add(other);
                    gap = Math.min(gap, between);
                    otherSign &=
                            upper[family][q] < 0 && lower[other][q] > 0 || lower[family][q] > 0 && upper[other][q] < 0;
                }
            }
            if (!others.isEmpty()) {
                all.add(new Apart(q, others, otherSign, gap / range(q)));
            }
        }
        all.sort(MOST_TELLING);
        return all;
    }

    private double range(int quantity) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int family = 1; family < points.length; family++) {
            least = Math.min(least, lower[family][quantity]);
            greatest = Math.max(greatest, upper[family][quantity]);
        }
        return greatest - least;
    }
}
