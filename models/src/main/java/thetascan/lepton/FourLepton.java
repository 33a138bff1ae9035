package thetascan.lepton;

/**
 * Operators C (l̄_β Γ P_X l_α)(l̄_γ Γ P_Y l_δ) with Γ = γ^μ (V), 1 (S), σ^{μν} (T): their order in the coefficient arrays. The
 * chiralities X, Y are 0 for L and 1 for R.
 */
final class FourLepton {

    static final int COUNT = 10;

    private FourLepton() {}

    /** Vector operator with chiralities x, y. */
    static int vector(int x, int y) {
        return 2 * x + y;
    }

    /** Scalar operator with chiralities x, y. */
    static int scalar(int x, int y) {
        return 4 + 2 * x + y;
    }

    /** Tensor operator; both chiralities are x. */
    static int tensor(int x) {
        return 8 + x;
    }
}
