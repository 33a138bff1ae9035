package thetascan.higgs;

import java.util.List;

/**
 * The physical scalars of N doublets with CP conserved: N CP-even, N − 1 CP-odd and N − 1 charged ones, in this order. The first is the observed
 * Higgs boson. Immutable.
 */
public final class HiggsSector {

    private final List<String> names;
    private final List<String> latex;
    private final int doublets;

    /**
     * Scalars, each with a label.
     *
     * @param names 3N − 2 of them, as they stand in names of observables
     * @param latex as many
     */
    public HiggsSector(List<String> names, List<String> latex) {
        this.names = List.copyOf(names);
        this.latex = List.copyOf(latex);
        if (names.size() < 4 || names.size() % 3 != 1 || names.size() != latex.size()) {
            throw new IllegalArgumentException("scalars " + names + " with labels " + latex
                    + ": N doublets, two or more, have 3N - 2 scalars, each with a label.");
        }
        doublets = (names.size() + 2) / 3;
    }

    /** {@return the names of all of them} */
    public List<String> names() {
        return names;
    }

    /** {@return the LaTeX of all of them} */
    public List<String> latex() {
        return latex;
    }

    /** {@return N, the number of CP-even states too} */
    public int doublets() {
        return doublets;
    }

    /** {@return number of CP-odd states, and of charged ones} */
    public int pairs() {
        return doublets - 1;
    }

    /** {@return place of the first CP-odd state} */
    public int odd() {
        return doublets;
    }

    /** {@return place of the first charged state: the number of neutral ones} */
    public int charged() {
        return 2 * doublets - 1;
    }

    /** {@return number of states} */
    public int count() {
        return 3 * doublets - 2;
    }

    /** Σ_d a_d b_d over the doublets, with every {@code stride}-th b; written out where a loop would cost more than its body. */
    double dot(double[] a, int i, double[] b, int j, int stride) {
        double sum = a[i] * b[j] + a[i + 1] * b[j + stride];
        if (doublets == 3) {
            return sum + a[i + 2] * b[j + 2 * stride];
        }
        for (int d = 2; d < doublets; d++) {
            sum += a[i + d] * b[j + d * stride];
        }
        return sum;
    }

    /** Place of (a, b), in either order, among the pairs of n: 11, 12, .., 1n, 22, ... */
    static int pair(int n, int a, int b) {
        int low = Math.min(a, b);
        return low * n - low * (low - 1) / 2 + Math.max(a, b) - low;
    }

    /** Number of pairs of n, equal ones included. */
    static int pairsOf(int n) {
        return n * (n + 1) / 2;
    }
}
