package thetascan.relic;

/** The currents r̄ow P col and row γ^μ P col, P = P_L, P_R, of two legs for all spins. */
final class FermionPair {

    /** [column state][row state][L, R]. */
    final double[] scalar = new double[2 * 2 * 2];
    /** The same, four components each. */
    final double[] vector = new double[2 * 2 * 2 * 4];

    void evaluate(Legs legs, int columnLeg, int rowLeg) {
        for (int hc = 0; hc < 2; hc++) {
            for (int hr = 0; hr < 2; hr++) {
                int c = (columnLeg * Legs.STATES + hc) * 4;
                int r = (rowLeg * Legs.STATES + hr) * 4;
                int at = 2 * (2 * hc + hr);
                double[] col = legs.column;
                double[] row = legs.row;
                scalar[at] = row[r] * col[c] + row[r + 1] * col[c + 1];
                scalar[at + 1] = row[r + 2] * col[c + 2] + row[r + 3] * col[c + 3];
                current(row[r + 2], row[r + 3], col[c], col[c + 1], -1, 4 * at);
                current(row[r], row[r + 1], col[c + 2], col[c + 3], 1, 4 * at + 4);
            }
        }
    }

    /** r (1, ±σ) c. */
    private void current(double r1, double r2, double c1, double c2, double sign, int at) {
        vector[at] = r1 * c1 + r2 * c2;
        vector[at + 1] = sign * (r1 * c2 + r2 * c1);
        vector[at + 2] = sign * (r2 * c1 - r1 * c2);
        vector[at + 3] = sign * (r1 * c1 - r2 * c2);
    }
}
