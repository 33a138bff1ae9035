package thetascan.novelty;

import java.util.ArrayList;
import java.util.List;

/** The bin of one feature of each point, in the order the points came, in chunks; forks share the full ones. */
final class BinColumn {

    /** Points of a chunk. */
    private static final int CHUNK = 1024;

    private final List<short[]> chunks = new ArrayList<>();
    private int size;

    void add(int bin) {
        if (size % CHUNK == 0) chunks.add(new short[CHUNK]);
        chunks.get(size / CHUNK)[size % CHUNK] = (short) bin;
        size++;
    }

    /** sums[i] += terms[offset + bin of point i], for all points. */
    void addTerms(double[] terms, int offset, double[] sums) {
        int point = 0;
        for (short[] bins : chunks) {
            int length = Math.min(CHUNK, size - point);
            for (int i = 0; i < length; i++) sums[point + i] += terms[offset + bins[i]];
            point += length;
        }
    }

    /** A column with the same bins whose additions stay its own. */
    BinColumn fork() {
        BinColumn fork = new BinColumn();
        fork.chunks.addAll(chunks);
        if (size % CHUNK != 0)
            fork.chunks.set(size / CHUNK, chunks.get(size / CHUNK).clone());
        fork.size = size;
        return fork;
    }
}
