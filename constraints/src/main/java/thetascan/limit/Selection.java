package thetascan.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most sensitive limit of each particle so far (largest expected ratio), and scratch space for the limits. Belongs
 * to one thread. Groups are bit sets of particle indices.
 */
final class Selection {

    private static final int MOST_PARTICLES = 16;

    private final int[] neutral;
    private final int[] charged;
    private final int[] all;
    private final double[] expected;
    private final double[] observed;
    private final int[] selected;
    private int current;

    /** Rates of a limit's candidates: one to three particles, or two processes of one. */
    final double[] rates;

    final int[] firstGroups;
    final int[] secondGroups;
    final int[] thirdGroups;

    /** Filled only to explain a point: every application of a limit. */
    private @Nullable List<Application> journal;

    /** One limit applied to one group. */
    record Application(int limit, int group, double expectedRatio, double observedRatio) {}

    Selection(List<Particle> particles) {
        int n = particles.size();
        if (n > MOST_PARTICLES) {
            throw new IllegalArgumentException(n + " particles: search limits take at most " + MOST_PARTICLES + ".");
        }
        neutral = ofCharge(particles, Particle.Charge.NEUTRAL);
        charged = ofCharge(particles, Particle.Charge.CHARGED);
        all = new int[n];
        Arrays.setAll(all, i -> i);
        expected = new double[n];
        observed = new double[n];
        selected = new int[n];
        rates = new double[Math.max(2 * n, n * n * n)];
        firstGroups = new int[1 << n];
        secondGroups = new int[1 << n];
        thirdGroups = new int[1 << n];
    }

    private static int[] ofCharge(List<Particle> particles, Particle.Charge charge) {
        int[] found = new int[particles.size()];
        int count = 0;
        for (int i = 0; i < particles.size(); i++) {
            if (particles.get(i).charge() == charge) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    void clear() {
        Arrays.fill(expected, 0);
        Arrays.fill(observed, 0);
        Arrays.fill(selected, 0);
        journal = null;
    }

    void record() {
        journal = new ArrayList<>();
    }

    List<Application> recorded() {
        return journal == null ? List.of() : journal;
    }

    /** The limit (counted from 1) that makes the next offers. */
    void current(int limit) {
        current = limit;
    }

    /** Indices of the particles of this charge; of all for null. */
    int[] particles(Particle.@Nullable Charge charge) {
        return charge == null ? all : charge == Particle.Charge.NEUTRAL ? neutral : charged;
    }

    /** True if somebody looks at every application of a limit. */
    boolean records() {
        return journal != null;
    }

    /** True if a limit of this expected ratio is worth more to a member of the group than what it has. */
    boolean improves(int group, double expectedRatio) {
        if (journal != null) {
            return expectedRatio > 0;
        }
        for (int rest = group; rest != 0; rest &= rest - 1) {
            if (prevails(Integer.numberOfTrailingZeros(rest), expectedRatio)) {
                return true;
            }
        }
        return false;
    }

    /** More sensitive than what the particle has; of equals the limit with the smaller code, whichever came first. */
    private boolean prevails(int particle, double expectedRatio) {
        double before = expected[particle];
        return expectedRatio > before || expectedRatio == before && 0 < current && current < selected[particle];
    }

    /** Gives the group this limit wherever it is the most sensitive one. */
    void take(int group, double expectedRatio, double observedRatio) {
        if (journal != null) {
            journal.add(new Application(current, group, expectedRatio, observedRatio));
        }
        for (int rest = group; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            if (prevails(i, expectedRatio)) {
                expected[i] = expectedRatio;
                observed[i] = observedRatio;
                selected[i] = current;
            }
        }
    }

    /** A rate of the group is no finite number: its ratio is NaN, whatever other limits say. */
    void breaks(int group) {
        take(group, Double.POSITIVE_INFINITY, Double.NaN);
    }

    /** The least expected ratio of all particles. */
    double leastExpected() {
        double least = Double.POSITIVE_INFINITY;
        for (double each : expected) {
            least = Math.min(least, each);
        }
        return least;
    }

    double expected(int particle) {
        return expected[particle];
    }

    double observed(int particle) {
        return observed[particle];
    }

    /** Selected limit counted from 1, 0 if none applies. */
    int selected(int particle) {
        return selected[particle];
    }
}
