package thetascan.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Novelty = 2^(-E/c): E is the mean path length of x in random trees of a few points each, c that of an average point
 * (F. T. Liu, K. M. Ting, Z.-H. Zhou, ICDM 2008, 413). The trees are grown from a bounded sample of the points, and anew
 * only when the number of points has grown by a factor; points wait till then. Two forests of one seed add up to that
 * of all their points.
 */
final class IsolationForest implements NoveltyDetector {

    /** Factor of the number of points after which the trees are grown anew. */
    private static final double GROWTH = 1.25;
    /** Novelty where every point is as good as any other. */
    private static final double INDIFFERENT = 0.5;

    /** The registry entry. */
    static final class Kind implements DetectorKind {

        @Override
        public String name() {
            return "isolation-forest";
        }

        @Override
        public String description() {
            return "how few random splits set a point apart (doi:10.1109/ICDM.2008.17)";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.integer("trees", 100, 1, 10_000, "random trees"),
                    Option.integer("subsample", 256, 2, 65_536, "points of a tree"),
                    Option.integer("sample", 4096, 2, 1_000_000, "points the trees draw theirs from, of all added"));
        }

        @Override
        public NoveltyDetector create(Options options, int dimension, long seed) {
            return new IsolationForest(
                    dimension,
                    options.intValue("trees"),
                    options.intValue("subsample"),
                    options.intValue("sample"),
                    seed);
        }
    }

    private final int n;
    private final int subsample;
    private final int capacity;
    private final long seed;
    private final IsolationTree[] trees;
    /** What the trees were grown from. */
    private final BottomSample sample;
    /** Added since, those the sample wants. */
    private final List<double[]> waiting = new ArrayList<>();

    private long size;
    /** Size when the trees were grown. */
    private long grownAt;

    IsolationForest(int dimension, int trees, int subsample, int capacity, long seed) {
        this.n = dimension;
        this.subsample = subsample;
        this.capacity = capacity;
        this.seed = seed;
        this.trees = new IsolationTree[trees];
        sample = new BottomSample(seed, dimension, capacity);
    }

    private IsolationForest(IsolationForest origin) {
        n = origin.n;
        subsample = origin.subsample;
        capacity = origin.capacity;
        seed = origin.seed;
        trees = origin.trees.clone();
        sample = origin.sample.fork();
        waiting.addAll(origin.waiting);
        size = origin.size;
        grownAt = origin.grownAt;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long size() {
        return size;
    }

    /** Number of points when the trees were grown. */
    long grownAt() {
        return grownAt;
    }

    @Override
    public void add(double[] x) {
        NoveltyDetector.checkFinite(x);
        size++;
        if (sample.wants(x)) waiting.add(x.clone());
        if (size >= GROWTH * grownAt) refresh();
    }

    /**
     * Adds the points of another forest.
     *
     * @throws IllegalArgumentException if it is not of the same kind and seed
     */
    void merge(IsolationForest other) {
        if (other.n != n
                || other.seed != seed
                || other.subsample != subsample
                || other.capacity != capacity
                || other.trees.length != trees.length) {
            throw new IllegalArgumentException("cannot merge isolation forests of different settings or seeds");
        }
        waiting.addAll(Arrays.asList(other.sample.rows()).subList(0, other.sample.size()));
        waiting.addAll(other.waiting);
        size += other.size;
        refresh();
    }

    /** Takes in the points that wait and grows the trees anew. */
    void refresh() {
        waiting.forEach(sample::add);
        waiting.clear();
        grownAt = size;
        grow();
    }

    /** Trees follow from the sample: each from points of its own. */
    private void grow() {
        int count = Math.min(subsample, sample.size());
        int[] all = IntStream.range(0, sample.size()).toArray();
        for (int t = 0; t < trees.length && count > 0; t++) {
            RandomStream random = RandomStream.of(seed, t);
            int[] chosen = all.clone();
            for (int i = 0; i < count; i++) {
                int pick = i + random.nextInt(chosen.length - i);
                int swapped = chosen[i];
                chosen[i] = chosen[pick];
                chosen[pick] = swapped;
            }
            trees[t] = new IsolationTree(sample.rows(), Arrays.copyOf(chosen, count), random);
        }
    }

    @Override
    public double novelty(double[] x) {
        NoveltyDetector.checkFinite(x);
        return size == 0 ? Double.POSITIVE_INFINITY : score(x);
    }

    private double score(double[] x) {
        double average = IsolationTree.averagePath(Math.min(subsample, sample.size()));
        if (average == 0) return INDIFFERENT;
        double sum = 0;
        for (IsolationTree tree : trees) sum += tree.pathLength(x);
        return StrictMath.pow(2, -sum / trees.length / average);
    }

    @Override
    public double penalty(double[] x) {
        NoveltyDetector.checkFinite(x);
        return size == 0 ? 0 : Math.min(1 - score(x), LARGEST_PENALTY);
    }

    @Override
    public NoveltyDetector fork() {
        return new IsolationForest(this);
    }

    @Override
    public void save(StateOutput out) {
        out.put("size", size).put("grownAt", grownAt).put("sample", sample);
        double[] rows = new double[waiting.size() * n];
        for (int i = 0; i < waiting.size(); i++) System.arraycopy(waiting.get(i), 0, rows, i * n, n);
        out.put("waiting", rows);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getLong("size");
        grownAt = in.getLong("grownAt");
        in.get("sample", sample);
        double[] rows = in.getDoubles("waiting");
        waiting.clear();
        for (int offset = 0; offset < rows.length; offset += n) {
            waiting.add(Arrays.copyOfRange(rows, offset, offset + n));
        }
        grow();
    }
}
