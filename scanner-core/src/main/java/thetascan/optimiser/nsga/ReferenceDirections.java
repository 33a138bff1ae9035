package thetascan.optimiser.nsga;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Directions in objective space, points of the unit simplex. Immutable. */
final class ReferenceDirections {

    /** Most directions of a lattice. */
    private static final int MOST = 1_000_000;

    private final int objectives;
    /** Points of the simplex and, along them, unit vectors: row-major count × objectives. */
    private final double[] weights;

    private final double[] axes;

    /**
     * @param objectives number of objectives m
     * @param weights    row-major count × m, each row non-negative with sum 1
     */
    ReferenceDirections(int objectives, double[] weights) {
        this.objectives = objectives;
        this.weights = weights;
        axes = weights.clone();
        for (int row = 0; row < axes.length; row += objectives) {
            double square = 0;
            for (int j = 0; j < objectives; j++) square += axes[row + j] * axes[row + j];
            double length = Math.sqrt(square);
            for (int j = 0; j < objectives; j++) axes[row + j] /= length;
        }
    }

    public int objectives() {
        return objectives;
    }

    public int count() {
        return weights.length / objectives;
    }

    /** The points of the simplex, row-major count × m. */
    public double[] weights() {
        return weights.clone();
    }

    /** The direction whose line through the origin is nearest to f, f ≥ 0: that of the largest projection. */
    int nearest(double[] f) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0, row = 0; row < axes.length; k++, row += objectives) {
            double projection = projection(f, row);
            if (projection > largest) {
                largest = projection;
                best = k;
            }
        }
        return best;
    }

    /** Squared distance of f from the line; from the components, as a difference of squares would cancel. */
    double squaredDistance(int direction, double[] f) {
        int row = direction * objectives;
        double projection = projection(f, row);
        double square = 0;
        for (int j = 0; j < objectives; j++) {
            double off = f[j] - projection * axes[row + j];
            square += off * off;
        }
        return square;
    }

    private double projection(double[] f, int row) {
        double sum = 0;
        for (int j = 0; j < objectives; j++) sum += f[j] * axes[row + j];
        return sum;
    }

    /**
     * All points whose coordinates are multiples of 1/divisions (I. Das and J. Dennis, SIAM J. Optim. 8 (1998) 631);
     * there are C(m + divisions - 1, divisions).
     *
     * @throws IllegalArgumentException if they are more than a million
     */
    public static ReferenceDirections lattice(int objectives, int divisions) {
        if (divisions < 1) throw new IllegalArgumentException("divisions " + divisions + " must be at least 1");
        long size = latticeSize(objectives, divisions);
        if (size > MOST) {
            throw new IllegalArgumentException("divisions: " + divisions + " of " + objectives + " objectives make "
                    + size + " directions, must be at most " + MOST + ". Take fewer divisions.");
        }
        double[] weights = new double[(int) size * objectives];
        int[] parts = new int[objectives];
        parts[objectives - 1] = divisions;
        for (int row = 0; row < weights.length; row += objectives) {
            for (int j = 0; j < objectives; j++) weights[row + j] = (double) parts[j] / divisions;
            nextComposition(parts);
        }
        return new ReferenceDirections(objectives, weights);
    }

    /** The next way to write the sum of the parts, in lexicographic order; the last one is followed by itself. */
    private static void nextComposition(int[] parts) {
        int last = parts.length - 1;
        int tail = parts[last];
        int j = last - 1;
        while (j >= 0 && tail == 0) tail = parts[j--];
        if (j < 0) return;
        Arrays.fill(parts, j + 1, parts.length, 0);
        parts[j]++;
        parts[last] = tail - 1;
    }

    /** The size of {@link #lattice}: C(m + divisions - 1, divisions), at most {@code Long.MAX_VALUE}. */
    static long latticeSize(int objectives, int divisions) {
        double size = 1;
        for (int k = 1; k <= divisions; k++) size = grown(size, objectives, k);
        return (long) size;
    }

    /** The size of the lattice of k divisions, from that of one less. */
    private static double grown(double size, int objectives, int k) {
        return Math.rint(size * (objectives - 1 + k) / k);
    }

    /**
     * An outer lattice and an inner one, shrunk by half towards the centre (K. Deb and H. Jain, IEEE Trans. Evol.
     * Comput. 18 (2014) 577, sec. V).
     */
    public static ReferenceDirections layers(int objectives, int outer, int inner) {
        double[] edge = lattice(objectives, outer).weights;
        double[] core = lattice(objectives, inner).weights;
        double[] weights = Arrays.copyOf(edge, edge.length + core.length);
        for (int i = 0; i < core.length; i++) weights[edge.length + i] = 0.5 * core[i] + 0.5 / objectives;
        return new ReferenceDirections(objectives, weights);
    }

    /**
     * The largest lattice of at most {@code limit} directions: of one layer if it has directions inside the simplex,
     * else of two; the axes alone if even they are more. It gives the sets of K. Deb and H. Jain (ibid., table I).
     */
    public static ReferenceDirections atMost(int objectives, int limit) {
        if (objectives == 1) return lattice(1, 1); // whatever the limit, there is one direction
        int single = divisionsAtMost(objectives, limit);
        if (single >= objectives || single == 0) return lattice(objectives, Math.max(1, single));
        int bestOuter = single;
        int bestInner = 0;
        long best = latticeSize(objectives, single);
        for (int outer = single; outer >= 1; outer--) {
            long rest = limit - latticeSize(objectives, outer);
            int inner = Math.min(outer, divisionsAtMost(objectives, rest));
            long total = latticeSize(objectives, outer) + (inner == 0 ? 0 : latticeSize(objectives, inner));
            if (total > best) {
                best = total;
                bestOuter = outer;
                bestInner = inner;
            }
        }
        return bestInner == 0 ? lattice(objectives, bestOuter) : layers(objectives, bestOuter, bestInner);
    }

    /** The most divisions of a lattice of at most {@code limit} directions of two objectives or more. */
    private static int divisionsAtMost(int objectives, long limit) {
        int divisions = 0;
        double size = 1;
        while (true) {
            size = grown(size, objectives, divisions + 1);
            if (size > limit) return divisions;
            divisions++;
        }
    }

    private record Size(int objectives, int count) {}

    /** Made once, as they cost about a second and every restart asks for them. */
    private static final Map<Size, ReferenceDirections> ENERGY = new ConcurrentHashMap<>();

    /** Any number of directions, at least one for each axis, spread by their Riesz energy. */
    public static ReferenceDirections energy(int objectives, int count) {
        return ENERGY.computeIfAbsent(
                new Size(objectives, count),
                size -> new ReferenceDirections(objectives, RieszEnergy.weights(objectives, count)));
    }
}
