package thetascan.higgs;

/**
 * Trilinear scalar couplings [GeV]: third derivatives of the potential at the vacuum, in the mass basis (Feynman vertex −i g). Each is a
 * symmetric tensor of the doublets, which a model fills, contracted with rows of the mixing matrices. Pairs of n states are counted 11, 12, ..,
 * 1n, 22, ...
 */
public class Trilinears {

    private final HiggsSector sector;
    private final int doublets;
    private final int pairs;
    /** Pairs of doublets. */
    private final int tensor;

    /** h_j C_k⁺ C_l⁻, row-major [j][pair]. */
    public final double[] hCC;
    /** h_j A_k A_l, row-major [j][pair]. */
    public final double[] hAA;
    /** h_j h_a h_b, row-major [j][pair]. */
    public final double[] hhh;
    /** A_k C_m⁺ C_n⁻ (times i in the potential; antisymmetric in the charged ones), row-major [k][pair of different ones]. */
    public final double[] aCC;

    /** Tensors in the doublet basis, row-major [CP-even field][pair of doublets]; here of two charged fields. */
    protected final double[] charged;

    /** The same of two CP-odd fields. */
    protected final double[] odd;
    /** The same of two more CP-even fields. */
    protected final double[] even;

    private final double[] matrix;
    private final double[] row;

    /**
     * Tensors of zeros.
     *
     * @param sector the scalars
     */
    protected Trilinears(HiggsSector sector) {
        this.sector = sector;
        doublets = sector.doublets();
        pairs = sector.pairs();
        tensor = HiggsSector.pairsOf(doublets);
        hCC = new double[doublets * HiggsSector.pairsOf(pairs)];
        hAA = new double[hCC.length];
        hhh = new double[doublets * tensor];
        aCC = new double[pairs * HiggsSector.pairsOf(pairs - 1)];
        charged = new double[doublets * tensor];
        odd = new double[doublets * tensor];
        even = new double[doublets * tensor];
        matrix = new double[doublets * doublets];
        row = new double[doublets];
    }

    /**
     * The coupling h_j h_a h_b [GeV].
     *
     * @param j place of the first
     * @param a place of the second
     * @param b place of the third
     * @return third derivative of the potential
     */
    public final double hhh(int j, int a, int b) {
        return hhh[tensor * j + HiggsSector.pair(doublets, a, b)];
    }

    final double hAA(int j, int k, int l) {
        return hAA[HiggsSector.pairsOf(pairs) * j + HiggsSector.pair(pairs, k, l)];
    }

    final double hCC(int j, int m, int n) {
        return hCC[HiggsSector.pairsOf(pairs) * j + HiggsSector.pair(pairs, m, n)];
    }

    /** V ∋ i aCC A_k C_m⁺C_n⁻ + h.c. of two different charged states, m before n. */
    final double aCC(int k, int m, int n) {
        return aCC[
                HiggsSector.pairsOf(pairs - 1) * k + HiggsSector.pair(pairs - 1, Math.min(m, n), Math.max(m, n) - 1)];
    }

    /**
     * Contracts the tensors.
     *
     * @param s mixing of the point
     */
    protected final void contract(Spectrum s) {
        int heavy = HiggsSector.pairsOf(pairs);
        for (int j = 0; j < doublets; j++) {
            project(charged, s.o, j);
            contract(s.q, 1, hCC, heavy * j);
            project(odd, s.o, j);
            contract(s.p, 1, hAA, heavy * j);
            project(even, s.o, j);
            contract(s.o, 0, hhh, tensor * j);
        }
    }

    /** Contracts the first index of a tensor with h_j. */
    private void project(double[] values, double[] o, int j) {
        int at = 0;
        for (int a = 0; a < doublets; a++) {
            for (int b = a; b < doublets; b++) {
                double sum = sector.dot(o, doublets * j, values, at, tensor);
                matrix[doublets * a + b] = sum;
                matrix[doublets * b + a] = sum;
                at++;
            }
        }
    }

    /** Contracts the projected symmetric matrix with all pairs of rows of a mixing matrix. */
    private void contract(double[] mixing, int first, double[] values, int at) {
        int states = doublets - first;
        for (int b = first; b < doublets; b++) {
            for (int c = 0; c < doublets; c++) {
                row[c] = sector.dot(matrix, doublets * c, mixing, doublets * b, 1);
            }
            for (int a = first; a <= b; a++) {
                double sum = sector.dot(mixing, doublets * a, row, 0, 1);
                values[at + HiggsSector.pair(states, a - first, b - first)] = sum;
            }
        }
    }
}
