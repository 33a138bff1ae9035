package thetascan.neighbour;

import java.util.ArrayList;
import java.util.List;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Points in the order they came, in chunks; forks share the full ones. */
public final class PointStore implements Persistent {

    /** Points of a chunk. */
    private static final int CHUNK = 1024;

    private final int n;
    private final List<double[]> chunks = new ArrayList<>();
    private int size;

    /**
     * An empty store.
     *
     * @param dimension coordinates of a point
     */
    public PointStore(int dimension) {
        n = dimension;
    }

    /**
     * Number of points.
     *
     * @return points added so far, those of the store it was forked from included
     */
    public int size() {
        return size;
    }

    /**
     * Adds a point.
     *
     * @param x its coordinates; copied
     */
    public void add(double[] x) {
        if (size % CHUNK == 0) chunks.add(new double[CHUNK * n]);
        System.arraycopy(x, 0, chunks.get(size / CHUNK), size % CHUNK * n, n);
        size++;
    }

    /**
     * Coordinate j of point i.
     *
     * @param i point, from 0 in the order they came
     * @param j coordinate, from 0
     * @return x_j of the point
     */
    public double value(int i, int j) {
        return chunks.get(i / CHUNK)[i % CHUNK * n + j];
    }

    /**
     * A store with the same points whose additions stay its own.
     *
     * @return a store of its own, which shares what cannot change
     */
    public PointStore fork() {
        PointStore fork = new PointStore(n);
        fork.chunks.addAll(chunks);
        if (size % CHUNK != 0)
            fork.chunks.set(size / CHUNK, chunks.get(size / CHUNK).clone());
        fork.size = size;
        return fork;
    }

    @Override
    public void save(StateOutput out) {
        double[] values = new double[size * n];
        for (int i = 0; i < size; i++) System.arraycopy(chunks.get(i / CHUNK), i % CHUNK * n, values, i * n, n);
        out.put("points", values);
    }

    @Override
    public void restore(StateInput in) {
        double[] values = in.getDoubles("points");
        chunks.clear();
        size = 0;
        double[] x = new double[n];
        for (int offset = 0; offset < values.length; offset += n) {
            System.arraycopy(values, offset, x, 0, n);
            add(x);
        }
    }
}
