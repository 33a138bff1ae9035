package thetascan.family;

/** Numbers 0 .. n−1 in disjoint sets that can be united (R. E. Tarjan, J. ACM 22 (1975) 215), the least as its name. */
final class Partition {

    private final int[] parent;
    private int sets;

    Partition(int n) {
        parent = new int[n];
        for (int i = 0; i < n; i++) {
            parent[i] = i;
        }
        sets = n;
    }

    /** Least number of the set that holds i. */
    int set(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = i; at != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    void unite(int i, int j) {
        int a = set(i);
        int b = set(j);
        if (a != b) {
            parent[Math.max(a, b)] = Math.min(a, b);
            sets--;
        }
    }

    int sets() {
        return sets;
    }
}
