package thetascan.relic;

/** A fermion line through two boson vertices: row V₂ (q̸ + m) V₁ column, for all spins, with the coefficients of its four structures. */
final class Chain {

    private static final int S = Legs.STATES;

    /** (q̸ + m) V₁ column with coefficients, [column state][first boson's state][4]. */
    private final double[] re = new double[2 * S * 4];

    private final double[] im = new double[2 * S * 4];
    /** row V₂, [row state][second boson's state][4]. */
    private final double[] end = new double[2 * S * 4];

    private final double[] w = new double[4];
    private final double[] q = new double[4];

    /**
     * @param first  leg of the boson at the column
     * @param second leg of the boson at the row
     * @param k      place of the coefficients of L q̸, L m, R q̸, R m
     */
    void evaluate(
            Legs legs,
            int column,
            int first,
            boolean firstIsVector,
            int row,
            int second,
            boolean secondIsVector,
            double[] coefficientRe,
            double[] coefficientIm,
            int k) {
        Legs.add(legs.p, 4 * column, legs.p, 4 * first, q);
        for (int h = 0; h < 2; h++) {
            for (int l = 0; l < legs.states[first]; l++) {
                int from = (column * S + h) * 4;
                if (firstIsVector) {
                    slash(legs.polarisation, (first * S + l) * 4, legs.column, from, w);
                } else {
                    System.arraycopy(legs.column, from, w, 0, 4);
                }
                begin((h * S + l) * 4, firstIsVector ? 2 : 0, coefficientRe, coefficientIm, k);
            }
            for (int l = 0; l < legs.states[second]; l++) {
                int from = (row * S + h) * 4;
                int at = (h * S + l) * 4;
                if (secondIsVector) {
                    slashBefore(legs.polarisation, (second * S + l) * 4, legs.row, from, at);
                } else {
                    System.arraycopy(legs.row, from, end, at, 4);
                }
            }
        }
    }

    /** @param left where w holds what came from the left-handed part of the column: its upper (0) or lower (2) half */
    private void begin(int at, int left, double[] cRe, double[] cIm, int k) {
        int right = 2 - left;
        // mass terms stay in their half
        for (int i = 0; i < 2; i++) {
            re[at + left + i] = cRe[k + 1] * w[left + i];
            im[at + left + i] = cIm[k + 1] * w[left + i];
            re[at + right + i] = cRe[k + 3] * w[right + i];
            im[at + right + i] = cIm[k + 3] * w[right + i];
        }
        // q̸ exchanges the halves
        double up0 = (q[0] - q[3]) * w[2] - q[1] * w[3];
        double up1 = -q[1] * w[2] + (q[0] + q[3]) * w[3];
        double low0 = (q[0] + q[3]) * w[0] + q[1] * w[1];
        double low1 = q[1] * w[0] + (q[0] - q[3]) * w[1];
        int fromLow = left == 2 ? k : k + 2;
        int fromUp = left == 0 ? k : k + 2;
        re[at] += cRe[fromLow] * up0;
        im[at] += cIm[fromLow] * up0;
        re[at + 1] += cRe[fromLow] * up1;
        im[at + 1] += cIm[fromLow] * up1;
        re[at + 2] += cRe[fromUp] * low0;
        im[at + 2] += cIm[fromUp] * low0;
        re[at + 3] += cRe[fromUp] * low1;
        im[at + 3] += cIm[fromUp] * low1;
    }

    /** e̸ column. */
    private static void slash(double[] e, int i, double[] c, int j, double[] out) {
        double t = e[i];
        double x = e[i + 1];
        double y = e[i + 2];
        double z = e[i + 3];
        out[0] = (t - z) * c[j + 2] - (x + y) * c[j + 3];
        out[1] = (y - x) * c[j + 2] + (t + z) * c[j + 3];
        out[2] = (t + z) * c[j] + (x + y) * c[j + 1];
        out[3] = (x - y) * c[j] + (t - z) * c[j + 1];
    }

    /** row e̸. */
    private void slashBefore(double[] e, int i, double[] r, int j, int at) {
        double t = e[i];
        double x = e[i + 1];
        double y = e[i + 2];
        double z = e[i + 3];
        end[at] = (t + z) * r[j + 2] + (x - y) * r[j + 3];
        end[at + 1] = (x + y) * r[j + 2] + (t - z) * r[j + 3];
        end[at + 2] = (t - z) * r[j] + (y - x) * r[j + 1];
        end[at + 3] = -(x + y) * r[j] + (t + z) * r[j + 1];
    }

    double re(int columnState, int firstState, int rowState, int secondState) {
        return product(re, (columnState * S + firstState) * 4, (rowState * S + secondState) * 4);
    }

    double im(int columnState, int firstState, int rowState, int secondState) {
        return product(im, (columnState * S + firstState) * 4, (rowState * S + secondState) * 4);
    }

    private double product(double[] from, int i, int j) {
        return from[i] * end[j] + from[i + 1] * end[j + 1] + from[i + 2] * end[j + 2] + from[i + 3] * end[j + 3];
    }
}
