package thetascan.regions;

import java.util.Random;

/**
 * A function of one coordinate with wells, of which some reach below a bound and others, the traps, do not quite:
 * 1 − Σ A exp(−((y − c)/b)²/2). Where it is at most {@link #BOUND} there are as many intervals as wells.
 */
final class Wells {

    static final double BOUND = 0.35;

    private static final int TRAPS = 2;
    private static final double FIRST = 0.2;
    private static final double SPAN = 0.6;
    private static final double WIDTH = 0.22;
    private static final double DEEP = 0.95;
    /** Length of a needle in that of all other intervals. */
    private static final double NEEDLE = 0.003;

    private static final int BISECTIONS = 80;

    private final double width;
    private final double[] centres;
    private final double[] depths;
    /** Number of the wells that reach the bound, which come first. */
    private final int count;

    private final double[] lower;
    private final double[] upper;

    /**
     * @param count  wells that reach the bound
     * @param needle whether the last of them just does
     */
    Wells(int count, boolean needle, Random random) {
        this.count = count;
        int all = count + TRAPS;
        double spacing = SPAN / all;
        width = WIDTH * spacing;
        centres = new double[all];
        depths = new double[all];
        for (int k = 0; k < all; k++) {
            int other = random.nextInt(k + 1); // places in random order
            centres[k] = centres[other];
            centres[other] = FIRST + (k + 0.5) * spacing;
            depths[k] = k < count ? DEEP - 0.1 * random.nextDouble() : 0.56 + 0.06 * random.nextDouble();
        }
        lower = new double[count];
        upper = new double[count];
        double length = 0;
        for (int k = 0; k < count; k++) {
            bound(k);
            length += k < count - 1 ? upper[k] - lower[k] : 0;
        }
        if (needle) sharpen(count - 1, NEEDLE * length);
    }

    /** Makes a well so shallow that its interval has a length. */
    private void sharpen(int k, double length) {
        double low = (1 - BOUND) / 2;
        double high = depths[k];
        for (int i = 0; i < BISECTIONS; i++) {
            depths[k] = (low + high) / 2;
            bound(k);
            if (upper[k] - lower[k] > length) high = depths[k];
            else low = depths[k];
        }
        depths[k] = high;
        bound(k);
    }

    /** Finds the interval of a well, empty if it does not reach the bound. */
    private void bound(int k) {
        double bottom = bottom(k);
        lower[k] = edge(bottom, centres[k] - 2 * width);
        upper[k] = edge(bottom, centres[k] + 2 * width);
    }

    /** The deepest place of a well, by thirds. */
    private double bottom(int k) {
        double left = centres[k] - width;
        double right = centres[k] + width;
        for (int i = 0; i < BISECTIONS; i++) {
            double third = (right - left) / 3;
            if (value(left + third) < value(right - third)) right -= third;
            else left += third;
        }
        return (left + right) / 2;
    }

    /** Where the bound is crossed between the bottom and a place outside. */
    private double edge(double bottom, double outside) {
        if (value(bottom) > BOUND) return bottom;
        double in = bottom;
        double out = outside;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (in + out) / 2;
            if (value(middle) <= BOUND) in = middle;
            else out = middle;
        }
        return in;
    }

    double value(double y) {
        double sum = 1;
        for (int k = 0; k < centres.length; k++) {
            double x = (y - centres[k]) / width;
            sum -= depths[k] * StrictMath.exp(-x * x / 2);
        }
        return sum;
    }

    int count() {
        return count;
    }

    /** Length of the interval of a well. */
    double length(int k) {
        return upper[k] - lower[k];
    }

    double lower(int k) {
        return lower[k];
    }

    /** The well, of those that reach the bound, whose bottom is nearest. */
    int nearest(double y) {
        int nearest = 0;
        for (int k = 1; k < count; k++) {
            if (Math.abs(y - centres[k]) < Math.abs(y - centres[nearest])) nearest = k;
        }
        return nearest;
    }
}
