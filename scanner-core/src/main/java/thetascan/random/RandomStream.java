package thetascan.random;

import java.util.random.RandomGenerator;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A stream of random numbers: xoshiro256++ 1.0, seeded by SplitMix64 (D. Blackman and S. Vigna, Scrambled linear
 * pseudorandom number generators, ACM Trans. Math. Softw. 47 (2021) 36, arXiv:1805.01407; period 2^256 - 1).
 * Streams of different seeds or paths are independent for every practical purpose. Bit-equal on every platform.
 */
public final class RandomStream implements RandomGenerator, Persistent {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double TWO_POW_MINUS_53 = 0x1p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    /** Second normal deviate of the last pair, NaN if it was used. */
    private double spare = Double.NaN;

    private RandomStream() {}

    /**
     * The stream at a path below a seed, such as island, restart. The empty path is the generator seeded by SplitMix64
     * started at {@code seed}.
     */
    public static RandomStream of(long seed, long... path) {
        long key = seed;
        for (long step : path) key = mix(mix(key + GAMMA) ^ step);
        RandomStream stream = new RandomStream();
        stream.s0 = mix(key += GAMMA);
        stream.s1 = mix(key += GAMMA);
        stream.s2 = mix(key += GAMMA);
        stream.s3 = mix(key + GAMMA);
        return stream;
    }

    /** The output function of SplitMix64, a bijection. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits. */
    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_POW_MINUS_53;
    }

    /**
     * Uniform in 0 .. bound-1, without bias (D. Lemire, ACM Trans. Model. Comput. Simul. 29 (2019) 3, arXiv:1805.10941).
     *
     * @throws IllegalArgumentException if bound is not positive
     */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) throw new IllegalArgumentException("bound " + bound + " must be positive");
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffff_ffffL;
        if (low < bound) {
            long threshold = (0x1_0000_0000L - bound) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffff_ffffL;
            }
        }
        return (int) (product >>> 32);
    }

    /** Normal with mean 0 and variance 1: Marsaglia's polar method (SIAM Review 6 (1964) 260), deviates in pairs. */
    @Override
    public double nextGaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double r = x * x + y * y;
            if (r < 1 && r > 0) {
                double scale = Math.sqrt(-2 * StrictMath.log(r) / r);
                spare = y * scale;
                return x * scale;
            }
        }
    }

    /** A stream in the same state. */
    public RandomStream copy() {
        RandomStream copy = new RandomStream();
        copy.s0 = s0;
        copy.s1 = s1;
        copy.s2 = s2;
        copy.s3 = s3;
        copy.spare = spare;
        return copy;
    }

    @Override
    public void save(StateOutput out) {
        out.put("xoshiro256++", new long[] {s0, s1, s2, s3}).put("spare", spare);
    }

    @Override
    public void restore(StateInput in) {
        long[] words = in.getLongs("xoshiro256++");
        s0 = words[0];
        s1 = words[1];
        s2 = words[2];
        s3 = words[3];
        spare = in.getDouble("spare");
    }
}
