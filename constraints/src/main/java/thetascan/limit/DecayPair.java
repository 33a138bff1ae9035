package thetascan.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decays of two particles, the one into the first modes, the other into the second. */
public final class DecayPair {

    private final Decays first;
    private final Decays second;
    /** Unordered pairs of modes: two different ones happen either way round. */
    private final int[] one;

    private final int[] other;
    private final int[] ways;

    /**
     * Two sets of decays.
     *
     * @param first  modes of the one
     * @param second modes of the other
     */
    public DecayPair(Decays first, Decays second) {
        this.first = first;
        this.second = second;
        List<Decay> ones = new ArrayList<>();
        List<Decay> others = new ArrayList<>();
        for (Decay a : first.modes()) {
            for (Decay b : second.modes()) {
                if (!contains(ones, others, a, b)) {
                    ones.add(a);
                    others.add(b);
                }
            }
        }
        one = ones.stream().mapToInt(Enum::ordinal).toArray();
        other = others.stream().mapToInt(Enum::ordinal).toArray();
        ways = new int[one.length];
        for (int k = 0; k < ways.length; k++) {
            ways[k] = one[k] == other[k] ? 1 : 2;
        }
    }

    private static boolean contains(List<Decay> ones, List<Decay> others, Decay a, Decay b) {
        for (int k = 0; k < ones.size(); k++) {
            if (ones.get(k) == a && others.get(k) == b || ones.get(k) == b && others.get(k) == a) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DecayPair that && first.equals(that.first) && second.equals(that.second);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, second);
    }

    boolean needsInvisible() {
        return first.needsInvisible() || second.needsInvisible();
    }

    /** Probability for two different particles. */
    double ofDifferent(Predictions p, int a, int b) {
        return first.of(p, a) * second.of(p, b);
    }

    /** Probability for two equal neutral particles. */
    double ofEqual(Predictions p, int particle) {
        if (first.isAny() || second.isAny()) {
            return first.of(p, particle) * second.of(p, particle);
        }
        int base = p.decay(particle);
        double sum = 0;
        for (int k = 0; k < ways.length; k++) {
            sum += ways[k] * p.branching[base + one[k]] * p.branching[base + other[k]];
        }
        return sum;
    }
}
