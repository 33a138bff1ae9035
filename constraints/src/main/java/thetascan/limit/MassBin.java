package thetascan.limit;

/**
 * Cuts masses into bins, 32 for each factor of two between 4 GeV and 16 TeV, with all that is lighter or heavier in the outermost two. The
 * bin is read off the bits of a number.
 */
final class MassBin {

    private static final int SHIFT = 52 - 5;
    private static final long FIRST = Double.doubleToRawLongBits(4) >> SHIFT;
    static final int COUNT = 12 * 32 + 1;

    private MassBin() {}

    /** The bin of a mass [GeV], not negative and finite. */
    static int of(double mass) {
        long bin = (Double.doubleToRawLongBits(mass) >> SHIFT) - FIRST;
        return (int) Math.max(0, Math.min(bin, COUNT - 1));
    }

    /** Lower end [GeV] of a bin. */
    static double lower(int bin) {
        return bin == 0 ? 0 : Double.longBitsToDouble(bin + FIRST << SHIFT);
    }

    /** Upper end [GeV] of a bin. */
    static double upper(int bin) {
        return bin == COUNT - 1 ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(bin + FIRST + 1 << SHIFT);
    }

    /**
     * One over the least expected limit near each bin, rounded up: by how much a rate is at most to be multiplied.
     *
     * @param table  limits, masses along the first axis
     * @param masses where it applies; elsewhere the factor is zero
     * @param reach  how far from a mass of the bin the mass that is looked up can be
     * @param seen   of a rate at most
     */
    static float[] perRate(Table table, MassRange masses, MassResolution reach, double seen) {
        float[] factors = new float[COUNT];
        for (int bin = 0; bin < COUNT; bin++) {
            double low = lower(bin) - reach.reach(lower(bin));
            double high = upper(bin) + reach.reach(upper(bin));
            if (!(low > masses.highest()) && !(high < masses.lowest())) {
                double least = table.least(LimitKind.EXPECTED, low, high);
                factors[bin] = least > 0 ? (float) ((1 + 1e-6) * seen / least) : Float.POSITIVE_INFINITY;
            }
        }
        return factors;
    }
}
