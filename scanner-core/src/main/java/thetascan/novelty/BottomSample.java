package thetascan.novelty;

import java.util.Arrays;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * A uniform sample of the distinct points added: those with the least random keys, where the key of a point follows from
 * its coordinates (bottom-k sampling, E. Cohen and H. Kaplan, PODC 2007, 225). So it does not depend on the order they
 * came in, and the sample of a union follows from the samples.
 */
final class BottomSample implements Persistent {

    private final long seed;
    private final int n;
    private final int capacity;
    /** Ascending. */
    private long[] keys = {};
    /** Never changed, shared by forks. */
    private double[][] rows = {};

    private int size;

    BottomSample(long seed, int dimension, int capacity) {
        this.seed = seed;
        n = dimension;
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** The points, least key first; only the first {@link #size} count. */
    double[][] rows() {
        return rows;
    }

    private long key(double[] x) {
        long[] path = new long[n];
        for (int j = 0; j < n; j++) path[j] = Double.doubleToLongBits(x[j] + 0.0); // -0 is 0
        return RandomStream.of(seed, path).nextLong();
    }

    /** False if adding x would change nothing. */
    boolean wants(double[] x) {
        return place(key(x)) >= 0;
    }

    /** Place of a key among the others; negative if it is there already or comes after a full sample. */
    private int place(long key) {
        int place = -1 - Arrays.binarySearch(keys, 0, size, key);
        return place < capacity ? place : -1;
    }

    /** Adds a point, kept as it is. */
    void add(double[] x) {
        long key = key(x);
        int place = place(key);
        if (place < 0) return;
        if (size == keys.length && size < capacity) {
            int room = Math.min(capacity, 2 * size + 16);
            keys = Arrays.copyOf(keys, room);
            rows = Arrays.copyOf(rows, room);
        }
        size = Math.min(size + 1, capacity);
        System.arraycopy(keys, place, keys, place + 1, size - 1 - place);
        System.arraycopy(rows, place, rows, place + 1, size - 1 - place);
        keys[place] = key;
        rows[place] = x;
    }

    BottomSample fork() {
        BottomSample fork = new BottomSample(seed, n, capacity);
        fork.keys = keys.clone();
        fork.rows = rows.clone();
        fork.size = size;
        return fork;
    }

    @Override
    public void save(StateOutput out) {
        double[] points = new double[size * n];
        for (int i = 0; i < size; i++) System.arraycopy(rows[i], 0, points, i * n, n);
        out.put("points", points);
    }

    @Override
    public void restore(StateInput in) {
        double[] points = in.getDoubles("points");
        size = 0;
        for (int offset = 0; offset < points.length; offset += n) add(Arrays.copyOfRange(points, offset, offset + n));
    }
}
