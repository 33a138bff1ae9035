package thetascan.physics;

import thetascan.physics.Propagators.Expansion;

/**
 * Loops of two particles in the self-energies of gauge bosons, 16π² times, without the common divergence. With Δ = x m_i² +
 * (1−x) m_j² − x(1−x) q² and x over [0, 1]:
 *
 * <pre>
 * scalars:   K  = Int 2 Δ (1 − ln|Δ|) − m_i² (1 − ln m_i²) − m_j² (1 − ln m_j²)
 * fermions:  LL = Int 4 ln|Δ| [x(1−x) q² − ½ (x m_i² + (1−x) m_j²)],   LR = Int 2 m_i m_j ln|Δ|
 * </pre>
 *
 * The rises from q² = 0 are computed as such, so heavy particles cancel nothing. Logarithms are relative to the mass of a
 * reference particle, the same in all terms of a sum. Real parts above threshold. Caller-owned: the methods fill the fields.
 */
public final class VacuumPolarisation {

    private final ThresholdNodes nodes = new ThresholdNodes();

    /** Rises of K, LL and LR from 0 to q² [GeV²]. */
    double scalarRise;

    /** Rise of LL from 0 to q² [GeV²]. */
    public double leftRise;
    /** Rise of LR from 0 to q² [GeV²]. */
    public double mixedRise;
    /** LL at q² = 0 [GeV²]. */
    public double left;

    /** LR at q² = 0 [GeV²]. */
    public double mixed;

    /**
     * Fills {@link #scalarRise}, {@link #leftRise}, {@link #mixedRise}.
     *
     * @param p masses; the indices are theirs
     * @param i index of a particle in the loop
     * @param j index of the other
     * @param reference index of the particle that logarithms are relative to
     * @param qSq q² [GeV²]
     */
    public void rise(Propagators p, int i, int j, int reference, double qSq) {
        if (!p.expandable(i, j, qSq)) {
            nearThreshold(p, i, j, reference, qSq);
            return;
        }
        Expansion expansion = p.expansion(i, j, qSq);
        double[] variable = expansion.variable();
        double[] series = expansion.values();
        double[] t = p.nodes();
        double[] w = p.weights();
        double[] ri = p.of(i);
        double[] rj = p.of(j);
        double[] rr = p.of(reference);
        double log = 0;
        double scalar = 0;
        double left = 0;
        double mixed = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = ri[k] * rj[k];
            double y = rr[k] * rr[k];
            double s = variable[k];
            double f = series[k];
            double wt = w[k] * t[k];
            log += wt * t[k] * t[k] * (x - y) * (x + y);
            double next = f - s / 3; // Σ_{n≥2} sⁿ/(n+2)
            left += wt * t[k] * x * next;
            scalar += wt * t[k] * x * (s * f - next);
            mixed += wt * x * s * (0.5 + f);
        }
        scalarRise = -qSq * log / 3 - 2 * scalar;
        leftRise = -2 * qSq * log / 3 + qSq / 3 - 2 * left;
        mixedRise = -2 * p.mass(i) * p.mass(j) * mixed;
    }

    private void nearThreshold(Propagators p, int i, int j, int reference, double qSq) {
        double a = p.massSq(i);
        double b = p.massSq(j);
        double scaleSq = p.massSq(reference);
        nodes.set(a, b, qSq);
        scalarRise = 0;
        leftRise = 0;
        mixedRise = 0;
        for (int k = 0; k < nodes.count; k++) {
            double w = nodes.weight[k];
            double rest = nodes.x[k] * a + nodes.y[k] * b;
            double logRest = Math.log(rest / scaleSq);
            double log = Math.log(nodes.modulus(k) / scaleSq);
            scalarRise += 2 * w * (nodes.d[k] * (1 - log) - rest * (1 - logRest));
            leftRise += w * (4 * nodes.x[k] * nodes.y[k] * qSq * log - 2 * rest * (log - logRest));
            mixedRise += 2 * w * Math.sqrt(a * b) * (log - logRest);
        }
    }

    /**
     * Fills {@link #left} and {@link #mixed}.
     *
     * @param p masses; the indices are theirs
     * @param i index of a particle in the loop
     * @param j index of the other
     * @param reference index of the particle that logarithms are relative to
     */
    public void atRest(Propagators p, int i, int j, int reference) {
        double[] t = p.nodes();
        double[] w = p.weights();
        double[] ri = p.of(i);
        double[] rj = p.of(j);
        double[] rr = p.of(reference);
        double a = p.massSq(i);
        double b = p.massSq(j);
        double same = 0;
        double opposite = 0;
        for (int k = 0; k < p.count(); k++) {
            double x = ri[k] * rj[k];
            double y = rr[k] * rr[k];
            double wt = w[k] * t[k];
            same += wt * t[k] * (x * (a * ri[k] + b * rj[k]) - (a + b) * y * rr[k]);
            opposite += wt * (x - y);
        }
        left = same;
        mixed = -2 * p.mass(i) * p.mass(j) * opposite;
    }
}
