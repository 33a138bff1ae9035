package thetascan.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

class RandomStreamTest {

    /** Significance of the distribution tests; the seeds are fixed. */
    private static final double ALPHA = 0.001;

    /** First outputs of the reference implementation of Blackman and Vigna from the state 1, 2, 3, 4. */
    @Test
    void xoshiroReference() {
        StateOutput state = new StateOutput().put("xoshiro256++", new long[] {1, 2, 3, 4});
        RandomStream stream = RandomStream.of(0);
        stream.restore(new StateInput(state.toByteArray()));

        assertThat(outputs(stream, 10))
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"),
                        Long.parseUnsignedLong("9973669472204895162"),
                        Long.parseUnsignedLong("14011001112246962877"),
                        Long.parseUnsignedLong("12406186145184390807"),
                        Long.parseUnsignedLong("15849039046786891736"),
                        Long.parseUnsignedLong("10450023813501588000"));
    }

    /** First outputs of the reference implementation of SplitMix64 from the state 1234567. */
    @Test
    void splitMixReference() {
        assertThat(words(RandomStream.of(1234567)))
                .containsExactly(
                        6457827717110365317L,
                        3203168211198807973L,
                        Long.parseUnsignedLong("9817491932198370423"),
                        4593380528125082431L);
    }

    /** From an independent implementation in Python. */
    @Test
    void golden() {
        assertThat(outputs(RandomStream.of(0), 3))
                .containsExactly(0x53175d61490b23dfL, 0x61da6f3dc380d507L, 0x5c0fdf91ec9a7bfcL);
        assertThat(outputs(RandomStream.of(42), 3))
                .containsExactly(0xd0764d4f4476689fL, 0x519e4174576f3791L, 0xfbe07cfb0c24ed8cL);
        assertThat(outputs(RandomStream.of(-1), 3))
                .containsExactly(0x56ccf8ce948e27b2L, 0xe68588432e5a5b90L, 0xe3e9b5a48119ca8bL);
        assertThat(outputs(RandomStream.of(42, 3, 1), 3))
                .containsExactly(0xcf0d6e2a1ddf5fbaL, 0xa340b142d83bdb23L, 0xa6254a2b00f9d6f7L);
    }

    /** From an independent implementation in Python. */
    @Test
    void goldenGaussians() {
        double[] deviates = gaussians(RandomStream.of(42), 1000);

        assertThat(Arrays.copyOf(deviates, 4))
                .containsExactly(
                        new double[] {-0.7589428703747421, 1.5085791417460255, -0.08149582058564243, -0.9824713875043624
                        },
                        within(1e-15));
        assertThat(Arrays.stream(deviates).sum() / 1000).isCloseTo(-0.020064326171933725, within(1e-15));
        assertThat(deviates[999]).isCloseTo(0.8330565458796547, within(1e-15));
    }

    @Test
    void uniformInPairsAndTriples() {
        RandomStream stream = RandomStream.of(7);
        long[] cells = new long[1000];
        for (int i = 0; i < 300_000; i++) cells[cell(stream) * 100 + cell(stream) * 10 + cell(stream)]++;

        assertThat(equalCells(cells)).isGreaterThan(ALPHA);
    }

    private static int cell(RandomStream stream) {
        return (int) (stream.nextDouble() * 10);
    }

    @Test
    void integersBelowABound() {
        RandomStream stream = RandomStream.of(8);
        long[] counts = new long[23];
        for (int i = 0; i < 230_000; i++) counts[stream.nextInt(23)]++;

        assertThat(equalCells(counts)).isGreaterThan(ALPHA);
        assertThatThrownBy(() -> stream.nextInt(0)).hasMessage("bound 0 must be positive");
    }

    /** 2^32 numbers do not divide evenly among 3 · 2^29: without rejection 2 modulo 3 comes up too rarely by a quarter. */
    @Test
    void integersBelowALargeBoundAreUnbiased() {
        RandomStream stream = RandomStream.of(9);
        long[] remainders = new long[3];
        for (int i = 0; i < 300_000; i++) remainders[stream.nextInt(3 << 29) % 3]++;

        assertThat(equalCells(remainders)).isGreaterThan(ALPHA);
    }

    @Test
    void gaussiansAreNormal() {
        double[] deviates = gaussians(RandomStream.of(10), 20_000);

        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), deviates))
                .isGreaterThan(ALPHA);
    }

    /** 64 cells of equal probability, 10^7 deviates: sees a fault of a single strip of the ziggurat. */
    @Test
    void gaussiansFillCellsOfEqualProbability() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] edges = new double[63];
        for (int k = 0; k < 63; k++) edges[k] = normal.inverseCumulativeProbability((k + 1) / 64.0);
        RandomStream stream = RandomStream.of(11);
        long[] counts = new long[64];
        for (int i = 0; i < 10_000_000; i++) {
            int place = Arrays.binarySearch(edges, stream.nextGaussian());
            counts[place < 0 ? -place - 1 : place]++;
        }

        assertThat(equalCells(counts)).isGreaterThan(ALPHA);
    }

    /** Beyond where the ziggurat ends and the tail begins, 3.4426. */
    @Test
    void gaussianTails() {
        RandomStream stream = RandomStream.of(12);
        long[] counts = new long[6];
        int draws = 20_000_000;
        for (int i = 0; i < draws; i++) {
            double x = stream.nextGaussian();
            if (Math.abs(x) > 3.4) counts[(x > 0 ? 3 : 0) + (Math.abs(x) < 3.5 ? 0 : Math.abs(x) < 3.8 ? 1 : 2)]++;
        }

        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] expected = {
            normal.probability(3.4, 3.5) * draws,
            normal.probability(3.5, 3.8) * draws,
            normal.cumulativeProbability(-3.8) * draws
        };
        double square = 0;
        for (int k = 0; k < 6; k++) square += Math.pow(counts[k] - expected[k % 3], 2) / expected[k % 3];
        assertThat(square).isLessThan(22.46); // 0.999 quantile of chi² with 6 degrees of freedom
    }

    @Test
    void streamsOfDifferentPathsAreUncorrelated() {
        int streams = 30;
        int draws = 4000;
        double[][] u = new double[streams][];
        for (int s = 0; s < streams; s++) {
            RandomStream stream = RandomStream.of(1, s / 6, s % 6);
            u[s] = LongStream.range(0, draws)
                    .mapToDouble(i -> stream.nextDouble() - 0.5)
                    .toArray();
        }
        for (int a = 0; a < streams; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int i = 0; i < draws; i++) sum += u[a][i] * u[b][i];
                assertThat(Math.abs(12 * sum / Math.sqrt(draws))).isLessThan(4.5); // standard deviations
            }
        }
    }

    @Test
    void pathsDiffer() {
        long[] first = {
            RandomStream.of(1).nextLong(),
            RandomStream.of(2).nextLong(),
            RandomStream.of(1, 0).nextLong(),
            RandomStream.of(1, 0, 0).nextLong(),
            RandomStream.of(1, 2).nextLong(),
            RandomStream.of(2, 1).nextLong(),
            RandomStream.of(1, 2, 3).nextLong(),
            RandomStream.of(1, 3, 2).nextLong()
        };

        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void savedAndRestoredStreamGoesOnBitEqual() {
        RandomStream stream = RandomStream.of(3, 1, 4);
        gaussians(stream, 1001);
        StateOutput out = new StateOutput();
        stream.save(out);
        RandomStream restored = RandomStream.of(0);
        restored.restore(new StateInput(out.toByteArray()));
        RandomStream copy = stream.copy();

        double[] next = gaussians(stream, 1000);
        assertThat(gaussians(restored, 1000)).containsExactly(next);
        assertThat(gaussians(copy, 1000)).containsExactly(next);
    }

    private static double equalCells(long[] counts) {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, 1);
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }

    private static long[] words(RandomStream stream) {
        StateOutput out = new StateOutput();
        stream.save(out);
        return new StateInput(out.toByteArray()).getLongs("xoshiro256++");
    }

    private static long[] outputs(RandomStream stream, int count) {
        return LongStream.generate(stream::nextLong).limit(count).toArray();
    }

    private static double[] gaussians(RandomStream stream, int count) {
        double[] deviates = new double[count];
        for (int i = 0; i < count; i++) deviates[i] = stream.nextGaussian();
        return deviates;
    }
}
