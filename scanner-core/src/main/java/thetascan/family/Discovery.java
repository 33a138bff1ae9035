package thetascan.family;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/**
 * What starts from anywhere say of families that were not seen. Each start that ended in the region is a draw of a family, with
 * unknown probabilities; the chance that the next one is of a family that no start ended in is estimated by the share of those
 * whose family was seen once (I. J. Good, Biometrika 40 (1953) 237). Its interval, at 95 %, is the wider of two: that of the estimate
 * where starts are many (W. W. Esty, Ann. Stat. 11 (1983) 905), and that of a binomial share (C. J. Clopper and E. S. Pearson,
 * Biometrika 26 (1934) 404), which is not empty where no family was seen once or twice.
 *
 * @param starts   that ended in the region
 * @param families they ended in
 * @param once     families that a single one of them ended in
 * @param twice    families that two of them ended in
 */
public record Discovery(int starts, int families, int once, int twice) {

    private static final double TAIL = 0.025;
    /** The quantile of a normal distribution that leaves as much above it. */
    private static final double QUANTILE = 1.959964;

    private static final int BISECTIONS = 60;

    /**
     * Counts where starts ended.
     *
     * @param landings box coordinates of their first valid points
     * @param locator  that tells their families
     * @return what they say
     */
    public static Discovery of(List<double[]> landings, FamilyLocator locator) {
        Map<Integer, Integer> counts = new TreeMap<>();
        landings.forEach(box -> counts.merge(locator.family(box), 1, Integer::sum));
        int once = (int) counts.values().stream().filter(count -> count == 1).count();
        int twice = (int) counts.values().stream().filter(count -> count == 2).count();
        return new Discovery(landings.size(), counts.size(), once, twice);
    }

    /**
     * Estimated chance that the next start that ends in the region ends in a family no other did.
     *
     * @return in [0, 1]; 1 if no start ended in the region
     */
    public double chance() {
        return starts == 0 ? 1 : (double) once / starts;
    }

    /**
     * Lower end of its interval.
     *
     * @return in [0, 1]
     */
    public double lower() {
        return once == 0 ? 0 : Math.max(0, Math.min(chance() - width(), bisect(p -> 1 - atMost(once - 1, p) < TAIL)));
    }

    /**
     * Upper end of its interval.
     *
     * @return in [0, 1]; 1 if no start ended in the region
     */
    public double upper() {
        return once == starts ? 1 : Math.min(1, Math.max(chance() + width(), bisect(p -> atMost(once, p) > TAIL)));
    }

    /** Half of the interval where starts are many. */
    private double width() {
        return QUANTILE / starts * Math.sqrt(once * (1 - (double) once / starts) + 2 * twice);
    }

    /** Where something that holds for small p ceases to. */
    private static double bisect(DoublePredicate holds) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double p = (low + high) / 2;
            if (holds.test(p)) low = p;
            else high = p;
        }
        return (low + high) / 2;
    }

    /** Probability of at most k successes among the starts. */
    private double atMost(int k, double p) {
        double term = starts * StrictMath.log1p(-p);
        double sum = StrictMath.exp(term);
        for (int i = 1; i <= k; i++) {
            term += StrictMath.log((starts - i + 1.0) / i) + StrictMath.log(p) - StrictMath.log1p(-p);
            sum += StrictMath.exp(term);
        }
        return sum;
    }
}
