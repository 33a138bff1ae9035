package thetascan.physics;

import java.util.List;

/**
 * Several functions of one mass, tabulated together and interpolated by fifth-degree Lagrange polynomials on
 * equidistant knots. The range is cut into segments at masses where the functions are not smooth: the interpolation
 * never looks across a cut, and next to a pair threshold, where they behave like √|m − m_thr|, the knots are
 * equidistant in that root, in which they are smooth. Immutable; look-ups allocate nothing.
 */
public final class MassTable {

    /** Fills the values of all functions at one mass. */
    @FunctionalInterface
    public interface Functions {
        /**
         * Writes the functions at a mass.
         *
         * @param mass [GeV]
         * @param values receives one value a function
         */
        void at(double mass, double[] values);
    }

    /** What the knots of a segment are equidistant in. */
    public enum Spacing {
        /** The mass. */
        MASS,
        /** √(m − from): a threshold at the lower end. */
        ROOT_ABOVE_LOWER,
        /** √(to − m): a threshold at the upper end. */
        ROOT_BELOW_UPPER
    }

    /**
     * A part of the mass range.
     *
     * @param from      lower end [GeV]
     * @param to        upper end [GeV]
     * @param spacing in what the knots are equidistant
     * @param intervals number of knots less one, at least {@code 5}
     */
    public record Segment(double from, double to, Spacing spacing, int intervals) {

        /**
         * Checks the ends and the number of knots.
         *
         * @param from lower end [GeV]
         * @param to upper end [GeV]
         * @param spacing in what the knots are equidistant
         * @param intervals number of knots less one, at least {@code 5}
         * @throws IllegalArgumentException if the ends are not in order or there are too few knots
         */
        public Segment {
            if (!(from < to) || intervals < POINTS - 1) {
                throw new IllegalArgumentException("mass table segment [" + from + ", " + to + "] with " + intervals
                        + " intervals: needs from < to and at least " + (POINTS - 1) + " intervals.");
            }
        }

        private double length() {
            return spacing == Spacing.MASS ? to - from : Math.sqrt(to - from);
        }

        private double mass(int knot) {
            if (knot == intervals) {
                return spacing == Spacing.ROOT_BELOW_UPPER ? from : to;
            }
            double y = knot * length() / intervals;
            return switch (spacing) {
                case MASS -> from + y;
                case ROOT_ABOVE_LOWER -> from + y * y;
                case ROOT_BELOW_UPPER -> to - y * y;
            };
        }
    }

    private static final int POINTS = 6;

    private final int functions;
    private final double[] from;
    private final double[] to;
    private final Spacing[] spacing;
    private final double[] knotsPerUnit;
    private final int[] intervals;
    /** Values of each segment, row-major [knot][function]. */
    private final double[][] values;

    /**
     * @param functions number of functions
     * @param source    called once for every knot
     * @param segments  adjoining, ascending
     */
    public MassTable(int functions, Functions source, List<Segment> segments) {
        int n = segments.size();
        this.functions = functions;
        from = new double[n];
        to = new double[n];
        spacing = new Spacing[n];
        knotsPerUnit = new double[n];
        intervals = new int[n];
        values = new double[n][];
        for (int s = 0; s < n; s++) {
            Segment segment = segments.get(s);
            if (s > 0 && segment.from() != segments.get(s - 1).to()) {
                throw new IllegalArgumentException("mass table segment " + s + " begins at " + segment.from()
                        + ", not where the one before ends.");
            }
            from[s] = segment.from();
            to[s] = segment.to();
            spacing[s] = segment.spacing();
            intervals[s] = segment.intervals();
            knotsPerUnit[s] = segment.intervals() / segment.length();
            values[s] = tabulate(segment, source);
        }
    }

    private double[] tabulate(Segment segment, Functions source) {
        double[] table = new double[(segment.intervals() + 1) * functions];
        double[] row = new double[functions];
        for (int knot = 0; knot <= segment.intervals(); knot++) {
            source.at(segment.mass(knot), row);
            System.arraycopy(row, 0, table, knot * functions, functions);
        }
        return table;
    }

    /** {@return number of functions} */
    public int functions() {
        return functions;
    }

    /**
     * Interpolates every function.
     *
     * @param mass   within the segments; outside, the nearest polynomial is continued
     * @param result receives {@link #functions()} values
     */
    public void at(double mass, double[] result) {
        int s = 0;
        while (s < to.length - 1 && mass > to[s]) {
            s++;
        }
        double x = knotsPerUnit[s] * coordinate(s, mass);
        int first = Math.max(0, Math.min((int) x - (POINTS / 2 - 1), intervals[s] + 1 - POINTS));
        double t0 = x - first;
        double t1 = t0 - 1;
        double t2 = t0 - 2;
        double t3 = t0 - 3;
        double t4 = t0 - 4;
        double t5 = t0 - 5;
        double left = t0 * t1;
        double right = t4 * t5;
        double inner = t2 * t3;
        double w0 = t1 * inner * right * (-1.0 / 120);
        double w1 = t0 * inner * right * (1.0 / 24);
        double w2 = left * t3 * right * (-1.0 / 12);
        double w3 = left * t2 * right * (1.0 / 12);
        double w4 = left * inner * t5 * (-1.0 / 24);
        double w5 = left * inner * t4 * (1.0 / 120);
        double[] table = values[s];
        int k = functions;
        int row = first * k;
        for (int i = 0; i < k; i++, row++) {
            result[i] = w0 * table[row]
                    + w1 * table[row + k]
                    + w2 * table[row + 2 * k]
                    + w3 * table[row + 3 * k]
                    + w4 * table[row + 4 * k]
                    + w5 * table[row + 5 * k];
        }
    }

    private double coordinate(int s, double mass) {
        return switch (spacing[s]) {
            case MASS -> mass - from[s];
            case ROOT_ABOVE_LOWER -> Math.sqrt(Math.max(0, mass - from[s]));
            case ROOT_BELOW_UPPER -> Math.sqrt(Math.max(0, to[s] - mass));
        };
    }
}
