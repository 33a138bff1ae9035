package thetascan.optimiser.nsga;

import java.util.Arrays;

/** Sorts indices by what they stand for: stable, by merging, without an object for each. */
final class IndexSort {

    /** An order of indices. */
    @FunctionalInterface
    interface Order {
        int compare(int a, int b);
    }

    /** Runs up to this length are sorted by insertion. */
    private static final int SHORT = 8;

    private IndexSort() {}

    /** Sorts all of them; equal ones keep their order. */
    static void sort(int[] indices, Order order) {
        sort(indices.clone(), indices, 0, indices.length, order);
    }

    /** Sorts target[from .. to), of which source holds a copy. */
    private static void sort(int[] source, int[] target, int from, int to, Order order) {
        if (to - from <= SHORT) {
            insert(target, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(target, source, from, middle, order);
        sort(target, source, middle, to, order);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || left < middle && order.compare(source[left], source[right]) <= 0;
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private static void insert(int[] indices, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int index = indices[i];
            int place = i;
            while (place > from && order.compare(indices[place - 1], index) > 0) {
                indices[place] = indices[place - 1];
                place--;
            }
            indices[place] = index;
        }
    }

    /** The indices 0 .. count-1. */
    static int[] range(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }
}
