package thetascan.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;

/**
 * A random forest: trees on bootstrap samples, each split the best of √n random coordinates by Gini's impurity, and the mean share of
 * the class in the leaves (L. Breiman, Machine Learning 45 (2001) 5). Smile's cannot be repeated bit by bit.
 */
final class Forest implements Classifier {

    private static final int TREES = 50;
    private static final int DEEPEST = 16;
    /** A node of fewer points is not split. */
    private static final int SMALLEST = 4;

    private static final int LEAF = -1;

    /** A node: a leaf has the share of the class as its value, another the place of the split. */
    private record Node(int coordinate, double value, int right) {}

    private final List<List<Node>> trees = new ArrayList<>();
    private final double[] u;
    private final int n;
    private final boolean[] labels;
    private final RandomStream random;

    Forest(double[] points, int n, boolean[] labels, RandomStream random) {
        this.u = points;
        this.n = n;
        this.labels = labels;
        this.random = random;
        for (int t = 0; t < TREES; t++) {
            int[] sample = new int[labels.length];
            for (int k = 0; k < sample.length; k++) sample[k] = random.nextInt(labels.length);
            List<Node> tree = new ArrayList<>();
            grow(tree, sample, 0);
            trees.add(tree);
        }
    }

    /** Adds a node and what is below it, what is on the left first. */
    private void grow(List<Node> tree, int[] sample, int depth) {
        int members = 0;
        for (int k : sample) members += labels[k] ? 1 : 0;
        double share = (double) members / sample.length;
        Node split = share > 0 && share < 1 && depth < DEEPEST && sample.length >= SMALLEST ? split(sample) : null;
        if (split == null) {
            tree.add(new Node(LEAF, share, 0));
            return;
        }
        int place = tree.size();
        tree.add(split);
        int c = split.coordinate();
        double value = split.value();
        grow(tree, Arrays.stream(sample).filter(k -> u[k * n + c] < value).toArray(), depth + 1);
        tree.set(place, new Node(c, value, tree.size()));
        grow(tree, Arrays.stream(sample).filter(k -> u[k * n + c] >= value).toArray(), depth + 1);
    }

    /** The best split of some random coordinates; null if points are the same in all of them. */
    private @Nullable Node split(int[] sample) {
        int tried = (int) Math.ceil(Math.sqrt(n));
        Node best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < tried; t++) {
            int c = random.nextInt(n);
            int[] order = sorted(sample, c);
            int all = 0;
            for (int k : sample) all += labels[k] ? 1 : 0;
            int left = 0;
            for (int k = 1; k < order.length; k++) {
                left += labels[order[k - 1]] ? 1 : 0;
                double before = u[order[k - 1] * n + c];
                double next = u[order[k] * n + c];
                if (!(before < next)) continue;
                double impurity = impurity(left, k) + impurity(all - left, order.length - k);
                if (impurity < least) {
                    least = impurity;
                    double middle = before + (next - before) / 2;
                    best = new Node(c, middle > before ? middle : next, 0);
                }
            }
        }
        return best;
    }

    private static double impurity(int members, int count) {
        return (double) members * (count - members) / count;
    }

    /** The sample by a coordinate; equal ones by number, so that nothing depends on the order. */
    private int[] sorted(int[] sample, int c) {
        return Arrays.stream(sample)
                .boxed()
                .sorted((a, b) -> {
                    int order = Double.compare(u[a * n + c], u[b * n + c]);
                    return order != 0 ? order : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public double score(double[] point, int at) {
        double sum = 0;
        for (List<Node> tree : trees) {
            int i = 0;
            Node node = tree.get(0);
            while (node.coordinate() != LEAF) {
                i = point[at + node.coordinate()] < node.value() ? i + 1 : node.right();
                node = tree.get(i);
            }
            sum += node.value();
        }
        return sum / TREES;
    }
}
