package thetascan.relic;

import thetascan.physics.GaussLegendre;

/**
 * Annihilation into two of W and Z of any virtuality, below and about their threshold: the rate into vectors of masses q₁ and q₂ with unchanged
 * couplings (the fermions they decay to conserve the current), weighted by (1/π)(q²Γ/m)/((q² − m²)² + m²Γ²) for each, √q₁² + √q₂² < √s. L. Lopez
 * Honorez, C. E. Yaguna, JHEP 09 (2010) 046, arXiv:1003.3125.
 *
 * <p>The s-channel of h varies faster than all else: w = c₀ + c₁ Re P + c₂ |P|², P = m_h² × its propagator. The c are tabulated in √s, smooth even at the
 * threshold, and interpolated by cubics. One for each process, tabulated when it is first asked at a point.
 */
final class VirtualPair {

    /** Distances from the threshold in widths at which the table may have nodes. */
    private static final double[] NODES = {
        -44, -41.5, -39.5, -38, -36.5, -34.5, -32, -29, -25.5, -22, -18, -14, -10.5, -7.5, -5, -3.2, -1.8, -0.7, 0.5, 2,
        4, 6.5, 10
    };

    private static final double ABOVE = 10;
    /** Beyond this multiple of the smallest energy there is nothing left at freeze-out. */
    private static final double REACH = 1.6;
    /** The integrals are cut so many widths below the pole. */
    private static final double WINGS = 4;

    private static final int OUTER = 5;
    private static final int INNER = 5;
    /** Nodes below the first one that is needed: cubics look there. */
    private static final int BEFORE = 1;

    private final int first;
    private final int second;
    private final double[] node = new double[NODES.length];
    private final double[] logSize = new double[NODES.length];
    private final double[] constant = new double[NODES.length];
    private final double[] linear = new double[NODES.length];
    private final double[] weights = new double[4];
    private int count;
    private boolean tabulated;
    private double limit;
    private double m1;
    private double m2;
    private double width1;
    private double width2;

    VirtualPair(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Begins a new point.
     *
     * @param least smallest √s that will be asked for
     */
    void begin(FeynmanRules rules, double least) {
        tabulated = false;
        m1 = rules.mass(first);
        m2 = rules.mass(second);
        width1 = rules.width(first);
        width2 = rules.width(second);
        double width = (width1 + width2) / 2;
        double threshold = m1 + m2;
        double highest = Math.min(threshold + ABOVE * width, REACH * least);
        limit = least < highest && width > 0 ? highest : 0;
        count = 0;
        int start = 0;
        while (start < NODES.length && threshold + NODES[start] * width < least) {
            start++;
        }
        for (int k = Math.max(0, Math.min(start - 1 - BEFORE, NODES.length - 4)); k < NODES.length; k++) {
            node[count++] = threshold + NODES[k] * width;
            if (count > 4 && node[count - 2] > highest) {
                break;
            }
        }
    }

    /** True if this, not the two-body process, gives the rate at s. */
    boolean covers(double s) {
        return s < limit * limit;
    }

    /** Where it ends [GeV], 0 if it does not matter at this point. */
    double limit() {
        return limit;
    }

    double threshold() {
        return m1 + m2;
    }

    /**
     * The rate.
     *
     * @param rate of this process
     */
    double at(double s, AnnihilationRate rate) {
        if (!tabulated) {
            tabulate(rate);
            tabulated = true;
        }
        double energy = Math.sqrt(s);
        int at = 0;
        while (at < count - 4 && node[at + 2] < energy) {
            at++;
        }
        for (int i = 0; i < 4; i++) {
            double product = 1;
            for (int j = 0; j < 4; j++) {
                product *= i == j ? 1 : (energy - node[at + j]) / (node[at + i] - node[at + j]);
            }
            weights[i] = product;
        }
        double size = 0;
        double c0 = 0;
        double c1 = 0;
        for (int i = 0; i < 4; i++) {
            size += weights[i] * logSize[at + i];
            c0 += weights[i] * constant[at + i];
            c1 += weights[i] * linear[at + i];
        }
        double pRe = rate.resonanceRe(s);
        double pSq = rate.resonanceSq(s);
        return Math.max(0, Math.exp(size) * (c0 + c1 * pRe + (1 - c0) * pSq));
    }

    private void tabulate(AnnihilationRate rate) {
        for (int k = 0; k < count; k++) {
            double plus = integral(node[k], rate, 1);
            double minus = integral(node[k], rate, -1);
            double none = integral(node[k], rate, 0);
            double square = (plus + minus) / 2 - none;
            double size = Math.max(none + square, Double.MIN_NORMAL);
            logSize[k] = Math.log(size);
            constant[k] = none / size;
            linear[k] = (plus - minus) / (2 * size);
        }
        rate.again();
    }

    /** Over the first virtuality, and over the second up to what is left; of two equal particles the first is the heavier, twice. */
    private double integral(double energy, AnnihilationRate rate, double resonance) {
        // where the second one is bounded by the first
        double half = m1 == m2 ? energy / 2 : 0;
        double below = Math.max(half, Math.min(m1 - WINGS * width1, energy));
        double pole = Math.max(below, Math.min(m1, energy));
        return range(0, half, energy, rate, resonance)
                + range(half, below, energy, rate, resonance)
                + range(below, pole, energy, rate, resonance)
                + range(pole, energy, energy, rate, resonance);
    }

    private double range(double from, double to, double energy, AnnihilationRate rate, double resonance) {
        if (!(to > from)) {
            return 0;
        }
        boolean same = m1 == m2;
        double low = angle(from, m1, width1);
        double high = angle(to, m1, width1);
        GaussLegendre rule = GaussLegendre.of(OUTER);
        double sum = 0;
        for (int i = 0; i < OUTER; i++) {
            double y = 0.5 * ((high - low) * rule.node[i] + high + low);
            double q1 = virtuality(y, m1, width1);
            double most = same ? Math.min(energy - q1, q1) : energy - q1;
            double below = m2 - WINGS * width2;
            double inner = innerRange(0, Math.min(below, most), energy, q1, rate, resonance)
                    + innerRange(below, most, energy, q1, rate, resonance);
            sum += 0.5 * (high - low) * rule.weight[i] / Math.PI * q1 * q1 / (m1 * m1) * inner * (same ? 2 : 1);
        }
        return sum;
    }

    private double innerRange(
            double from, double to, double energy, double q1, AnnihilationRate rate, double resonance) {
        if (!(to > from && q1 > 0)) {
            return 0;
        }
        double low = angle(from, m2, width2);
        double high = angle(to, m2, width2);
        GaussLegendre rule = GaussLegendre.of(INNER);
        double sum = 0;
        for (int i = 0; i < INNER; i++) {
            double y = 0.5 * ((high - low) * rule.node[i] + high + low);
            double q2 = virtuality(y, m2, width2);
            if (q2 > 0) {
                double weight = 0.5 * (high - low) * rule.weight[i] / Math.PI * q2 * q2 / (m2 * m2);
                sum += weight * rate.virtual(energy * energy, q1, q2, resonance);
            }
        }
        return sum;
    }

    /** The arc tangent in which a propagator is flat. */
    private static double angle(double q, double mass, double width) {
        return Math.atan((q * q - mass * mass) / (mass * width));
    }

    private static double virtuality(double angle, double mass, double width) {
        return Math.sqrt(Math.max(0, mass * mass + mass * width * Math.tan(angle)));
    }
}
