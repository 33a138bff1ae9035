package thetascan.higgs;

import java.util.List;

/**
 * The physical scalars of N doublets with CP conserved: N CP-even, N − 1 CP-odd and N − 1 charged ones, in this order. The first is the observed
 * Higgs boson.
 *
 * @param names of all of them, as they stand in names of observables
 * @param latex of each
 */
public record HiggsSector(List<String> names, List<String> latex) {

    /**
     * Scalars, each with a label.
     *
     * @param names 3N − 2 of them
     * @param latex as many
     */
    public HiggsSector {
        names = List.copyOf(names);
        latex = List.copyOf(latex);
        if (names.size() % 3 != 1 || names.size() != latex.size()) {
            throw new IllegalArgumentException("scalars " + names + " with labels " + latex
                    + ": N doublets have 3N - 2 scalars, each with a label.");
        }
    }

    /** {@return N, the number of CP-even states too} */
    public int doublets() {
        return (names.size() + 2) / 3;
    }

    /** {@return number of CP-odd states, and of charged ones} */
    public int pairs() {
        return doublets() - 1;
    }

    /** {@return place of the first CP-odd state} */
    public int odd() {
        return doublets();
    }

    /** {@return place of the first charged state: the number of neutral ones} */
    public int charged() {
        return 2 * doublets() - 1;
    }

    /** {@return number of states} */
    public int count() {
        return names.size();
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
