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

    /** Strips of the ziggurat. */
    private static final int LAYERS = 128;
    /** Where the tail begins; area of a strip (Doornik, for 128 strips). */
    private static final double TAIL = 3.442619855899;

    private static final double AREA = 9.91256303526217e-3;
    /** Right edges of the strips, the lowest first (it stands for the tail too), the last one 0. */
    private static final double[] EDGE = new double[LAYERS + 1];
    /** Part of a strip below which a value lies under the density for certain. */
    private static final double[] INNER = new double[LAYERS];

    static {
        double height = StrictMath.exp(-TAIL * TAIL / 2);
        EDGE[0] = AREA / height;
        EDGE[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            height += AREA / EDGE[i - 1];
            EDGE[i] = Math.sqrt(-2 * StrictMath.log(height));
        }
        for (int i = 0; i < LAYERS; i++) INNER[i] = EDGE[i + 1] / EDGE[i];
    }

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private RandomStream() {}

    /**
     * The stream at a path below a seed, such as island, restart. The empty path is the generator seeded by SplitMix64
     * started at {@code seed}.
     *
     * @param seed of the scan
     * @param path what the stream is for, such as number of the island and of its start
     * @return the same stream for the same numbers
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
        return (nextLong() >>> 11) * 0x1p-53;
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

    /**
     * Normal with mean 0 and variance 1: the ziggurat of G. Marsaglia and W. W. Tsang (J. Stat. Softw. 5 (2000) 8) with
     * the independent layer and value of J. A. Doornik (An Improved Ziggurat Method to Generate Normal Random Samples,
     * 2005): 128 strips of equal area, of which all but the lowest are boxes under the density e^(-x^2/2).
     */
    @Override
    public double nextGaussian() {
        while (true) {
            long bits = nextLong();
            int layer = (int) (bits & (LAYERS - 1));
            double u = (bits >> 11) * 0x1p-52;
            if (Math.abs(u) < INNER[layer]) return u * EDGE[layer];
            if (layer == 0) return Math.copySign(tail(), u);
            double x = u * EDGE[layer];
            double outer = StrictMath.exp((x * x - EDGE[layer] * EDGE[layer]) / 2);
            double inner = StrictMath.exp((x * x - EDGE[layer + 1] * EDGE[layer + 1]) / 2);
            if (outer + nextDouble() * (inner - outer) < 1) return x;
        }
    }

    /** A normal deviate beyond {@link #TAIL} (G. Marsaglia, Technometrics 6 (1964) 101). */
    private double tail() {
        double x;
        double y;
        do {
            x = StrictMath.log(1 - nextDouble()) / TAIL;
            y = StrictMath.log(1 - nextDouble());
        } while (-2 * y < x * x);
        return TAIL - x;
    }

    /**
     * A stream in the same state.
     *
     * @return a stream with the same future
     */
    public RandomStream copy() {
        RandomStream copy = new RandomStream();
        copy.s0 = s0;
        copy.s1 = s1;
        copy.s2 = s2;
        copy.s3 = s3;
        return copy;
    }

    @Override
    public void save(StateOutput out) {
        out.put("xoshiro256++", new long[] {s0, s1, s2, s3});
    }

    @Override
    public void restore(StateInput in) {
        long[] words = in.getLongs("xoshiro256++");
        if (words.length != 4) {
            throw new IllegalArgumentException("xoshiro256++ state of " + words.length + " words, must be 4");
        }
        s0 = words[0];
        s1 = words[1];
        s2 = words[2];
        s3 = words[3];
    }
}
