package thetascan.physics;

/**
 * Three-point integrals over the triangle x, y ≥ 0, x + y ≤ 1 of D = xA + yB + (1−x−y)C − xy q² for any q² ≥ 0, real parts
 * above the threshold of the particles A and B; massless external legs. For q² well below it the series of
 * {@link Propagators} is faster and more accurate. Relative accuracy about 1e-10. Caller-owned: {@link #evaluate} fills the
 * fields.
 */
public final class TriangleIntegrals {

    private final ThresholdNodes nodes = new ThresholdNodes();

    /** Int −ln(|D|/C). */
    public double logarithm;
    /** Int 1/D [GeV⁻²]. */
    public double unit;
    /** Int x/D [GeV⁻²]. */
    public double weightedX;

    /** Int y/D [GeV⁻²]. */
    public double weightedY;
    /** Int (1−x−y)/D [GeV⁻²]. */
    public double weightedZ;
    /** Int x y q²/D. */
    public double product;

    /**
     * Fills the fields.
     *
     * @param a squared mass A of a particle that carries q² [GeV²]
     * @param b squared mass B of the other [GeV²]
     * @param c squared mass C of the third [GeV²]
     * @param qSq q² ≥ 0 of the external line [GeV²]
     */
    public void evaluate(double a, double b, double c, double qSq) {
        logarithm = 0;
        unit = 0;
        weightedX = 0;
        weightedY = 0;
        nodes.set(a, b, qSq);
        for (int k = 0; k < nodes.count; k++) {
            double x = nodes.x[k];
            double length = nodes.y[k];
            double w = nodes.weight[k] * length;
            // D runs linearly from start to start (1 + β) as y runs over its length
            double start = x * a + length * c;
            double beta = (nodes.d[k] - start) / start;
            double log = Math.abs(beta) < 0.1 ? Math.log1p(beta) : Math.log(nodes.modulus(k) / start);
            double ratio = Math.abs(beta) < 1e-150 ? 1 : log / beta;
            logarithm -= w * (Math.log(start / c) + ratio + log - 1);
            double mean = w / start * ratio;
            unit += mean;
            weightedX += x * mean;
            weightedY += w * length / start * slope(beta, ratio);
        }
        weightedZ = unit - weightedX - weightedY;
        product = productFrom(a, b, c);
    }

    /** (1 − ln|1+β|/β)/β. */
    private static double slope(double beta, double ratio) {
        if (Math.abs(beta) > 1e-2) {
            return (1 - ratio) / beta;
        }
        double sum = 0;
        for (int n = 8; n >= 0; n--) {
            sum = 1.0 / (n + 2) - beta * sum;
        }
        return sum;
    }

    /** From x y q² = xA + yB + zC − D. */
    private double productFrom(double a, double b, double c) {
        return a * weightedX + b * weightedY + c * weightedZ - 0.5;
    }
}
