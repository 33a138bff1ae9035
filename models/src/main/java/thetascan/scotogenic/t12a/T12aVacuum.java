package thetascan.scotogenic.t12a;

import thetascan.physics.Pdg2024;

/**
 * How deep the tree-level potential of T1-2-A gets where h, η_R and S are not zero: αSH†η drives all three. On a ray x(h, η_R, S) with
 * αShη_R &lt; 0 the potential is A x² + B x³ + C x⁴, whose minimum is closed; over directions a grid in the logarithms of η_R/h and S/h and
 * a descent by halved steps from each of its local minima. Directions that break charge or CP are not searched. Reused.
 */
final class T12aVacuum {

    private static final double V_SQ = Pdg2024.VEV * Pdg2024.VEV;

    private static final double FROM = -4;
    private static final double STEP = 0.5;
    private static final int GRID = 15;
    /** e^(2 (FROM + k STEP)). */
    private static final double[] SQUARES = new double[GRID];

    private static final int HALVINGS = 8;
    /** Self-couplings below this would scale fields beyond any use. */
    private static final double SMALLEST = 1e-12;

    static {
        for (int k = 0; k < GRID; k++) {
            SQUARES[k] = Math.exp(2 * (FROM + k * STEP));
        }
    }

    private final double[] grid = new double[GRID * GRID];
    /** Squares of the fields a step below, at and above where a descent stands. */
    private final double[] rSquares = new double[3];

    private final double[] sSquares = new double[3];
    private double a1;
    private double a2;
    private double a3;
    private double cubicSq;
    private double c12;
    private double c13;
    private double c23;
    private double c22;
    private double c33;

    /**
     * Depth of the deepest vacuum found over that of the electroweak one, λ_H v⁴/4: 1 if that is the deepest. The potential is bounded
     * from below and no dark scalar a tachyon.
     */
    double depth(T12aLagrangian l) {
        double mixed = (l.lambdaEta + l.lambdaEta1 + l.lambdaEta2) / 4;
        if (convex(l, mixed)) {
            return 1;
        }
        // fields in units in which the self-couplings are all that of h, so that directions of any hierarchy are on the
        // grid
        double unit = Math.max(l.lambdaH / 4, SMALLEST);
        double rSq = Math.sqrt(unit / Math.max(l.lambda4Eta / 4, SMALLEST));
        double sSq = Math.sqrt(unit / Math.max(l.lambda4S / 2, SMALLEST));
        a1 = -l.lambdaH * V_SQ / 2;
        a2 = l.mEtaSq / 2 * rSq;
        a3 = l.mSSq / 2 * sSq;
        cubicSq = l.alpha * l.alpha * rSq * sSq;
        c22 = l.lambda4Eta / 4 * rSq * rSq;
        c33 = l.lambda4S / 2 * sSq * sSq;
        c12 = mixed * rSq;
        c13 = l.lambdaS / 4 * sSq;
        c23 = l.lambdaSEta / 4 * rSq * sSq;
        return Math.max(1, -lowest(l.lambdaH / 4) / (l.lambdaH * V_SQ * V_SQ / 4));
    }

    /**
     * True if ours is the deepest for a simple reason: with S at its best, S = −αhη_R/M_S², the quartic terms of S left out as far as they
     * are positive, the potential is quadratic in h² and η_R² and convex where it could compete.
     */
    private static boolean convex(T12aLagrangian l, double mixed) {
        if (!(l.lambdaS >= 0 && l.lambdaSEta >= 0 && l.mSSq > 0 && l.mEtaSq > 0)) {
            return false;
        }
        double effective = mixed - l.alpha * l.alpha / (2 * l.mSSq);
        return effective >= -0.5 * Math.sqrt(l.lambdaH * l.lambda4Eta) && l.mEtaSq / 2 + effective * V_SQ >= 0;
    }

    private double lowest(double c11) {
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                grid[GRID * i + j] = alongRay(c11, SQUARES[i], SQUARES[j]);
            }
        }
        double lowest = 0;
        for (int i = 1; i < GRID - 1; i++) {
            for (int j = 1; j < GRID - 1; j++) {
                if (lowerThanNeighbours(GRID * i + j)) {
                    lowest = Math.min(lowest, descend(c11, FROM + i * STEP, FROM + j * STEP, grid[GRID * i + j]));
                }
            }
        }
        return lowest;
    }

    private boolean lowerThanNeighbours(int at) {
        double value = grid[at];
        return value <= grid[at - 1] && value <= grid[at + 1] && value <= grid[at - GRID] && value <= grid[at + GRID];
    }

    private double descend(double c11, double r, double s, double start) {
        double lowest = start;
        double step = STEP / 2;
        for (int halved = 0; halved < HALVINGS; ) {
            double before = lowest;
            double fromR = r;
            double fromS = s;
            for (int k = 0; k < 3; k++) {
                rSquares[k] = Math.exp(2 * (fromR + (k - 1) * step));
                sSquares[k] = Math.exp(2 * (fromS + (k - 1) * step));
            }
            for (int k = 0; k < 9; k++) {
                double value = alongRay(c11, rSquares[k / 3], sSquares[k % 3]);
                if (value < lowest) {
                    lowest = value;
                    r = fromR + (k / 3 - 1) * step;
                    s = fromS + (k % 3 - 1) * step;
                }
            }
            if (lowest == before) {
                step /= 2;
                halved++;
            }
        }
        return lowest;
    }

    /**
     * The value at the outer minimum of the ray (1, √rSq, √sSq) x if that is negative. Otherwise 4AC/B² − 1, how far the ray is from a negative one: smooth, of
     * no scale, and convex in the logarithms of η_R/h and S/h but for the mass term of h and negative couplings, so that a descent is led into
     * valleys however narrow.
     */
    private double alongRay(double c11, double rSq, double sSq) {
        double a = a1 + a2 * rSq + a3 * sSq;
        double c = c11 + rSq * (c22 * rSq + c12) + sSq * (c33 * sSq + c13 + c23 * rSq);
        if (!(c > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double square = cubicSq * rSq * sSq;
        if (4 * a * c > square) {
            return 4 * a * c / square - 1;
        }
        double b = -Math.sqrt(square);
        double x = (Math.sqrt(9 * square - 32 * a * c) - 3 * b) / (8 * c);
        return x * x * (a + x * (b + x * c));
    }
}
