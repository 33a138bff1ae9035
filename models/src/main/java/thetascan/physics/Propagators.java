package thetascan.physics;

import org.jspecify.annotations.Nullable;

/**
 * Euclidean propagators 1/(t + m²) of a set of particles on shared quadrature nodes, and what lifts the zero-momentum
 * integrals built from them to an external momentum q²: with s = q² t/((t+A)(t+B)) for the two particles that carry q²,
 * two- and three-point integrals are zero-momentum integrals weighted by
 *
 * <pre>F₁(s) = Σ sⁿ/(n+1) = 1 + s F₂(s),   F₂(s) = Σ sⁿ/(n+2),   n ≥ 0</pre>
 *
 * <p>from Int x^a y^b z^c/D^k = a! b! c!/(p! (k−1)!) Int t^p dt/((t+A)^{a+1} (t+B)^{b+1} (t+C)^{c+1}), p = a+b+c+2−k, summed over
 * the expansion of D = xA + yB + zC − xy q². Self-energies and vertices ask for the same pairs of particles, so the sums are kept until the
 * masses change. Caller-owned and reused.
 */
public final class Propagators {

    /** Largest q²/(m_i + m_j)² at which the expansion in s is used. */
    private static final double EXPANDABLE = 0.4;

    private static final double LOG_PRECISION = Math.log(1e-15);
    private static final double[] COEFFICIENT = new double[64];

    static {
        for (int n = 0; n < COEFFICIENT.length; n++) {
            COEFFICIENT[n] = 1.0 / (n + 2);
        }
    }

    private final LogTrapezoid grid = new LogTrapezoid();
    private final int particles;
    private final double[][] propagator;
    private final double[] massSq;
    private final double[] mass;
    /** What has been asked for of each pair, row-major [particle][particle], made when first needed. */
    private final @Nullable Expansion[] expansions;

    /** s and F₂(s) − ½ = Σ_{n≥1} sⁿ/(n+2) at every node, for two particles that carry q²; F₁ − 1 = s F₂. */
    public static final class Expansion {

        /** Zero everywhere: nothing carries q². */
        public static final Expansion NONE = new Expansion();

        private final double[] variable = new double[LogTrapezoid.CAPACITY];
        private final double[] values = new double[LogTrapezoid.CAPACITY];
        private double qSq = Double.NaN;

        private Expansion() {}

        /** {@return s at every node} */
        public double[] variable() {
            return variable;
        }

        /** {@return F₂(s) − ½ at every node} */
        public double[] values() {
            return values;
        }
    }

    /**
     * Room for the particles; {@link #masses} sets them.
     *
     * @param particles how many
     */
    public Propagators(int particles) {
        this.particles = particles;
        propagator = new double[particles][LogTrapezoid.CAPACITY];
        massSq = new double[particles];
        mass = new double[particles];
        expansions = new Expansion[particles * particles];
    }

    /**
     * Sets the masses.
     *
     * @param squares squared masses [GeV²], all &gt; 0
     */
    public void masses(double[] squares) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < particles; i++) {
            smallest = Math.min(smallest, squares[i]);
            largest = Math.max(largest, squares[i]);
        }
        grid.range(smallest, largest);
        for (int i = 0; i < particles; i++) {
            massSq[i] = squares[i];
            mass[i] = Math.sqrt(squares[i]);
            grid.propagator(squares[i], propagator[i]);
        }
        for (Expansion each : expansions) {
            if (each != null) {
                each.qSq = Double.NaN;
            }
        }
    }

    /** {@return number of nodes} */
    public int count() {
        return grid.count();
    }

    /** {@return nodes t [GeV²]} */
    public double[] nodes() {
        return grid.t;
    }

    /** {@return weights for the measure dt} */
    public double[] weights() {
        return grid.weight;
    }

    /**
     * {@return 1/(t + m²) of one particle at every node}
     *
     * @param particle its index
     */
    public double[] of(int particle) {
        return propagator[particle];
    }

    /**
     * {@return the mass of a particle [GeV]}
     *
     * @param particle its index
     */
    public double mass(int particle) {
        return mass[particle];
    }

    /**
     * {@return the squared mass of a particle [GeV²]}
     *
     * @param particle its index
     */
    public double massSq(int particle) {
        return massSq[particle];
    }

    /**
     * {@return true if q² is far enough below the threshold of two particles for {@link #expansion}}
     *
     * @param i index of a particle
     * @param j index of the other
     * @param qSq external q² [GeV²]
     */
    public boolean expandable(int i, int j, double qSq) {
        double sum = mass[i] + mass[j];
        return qSq <= EXPANDABLE * sum * sum;
    }

    /**
     * {@return the expansion in s, valid until the masses change or the same pair is asked for at another q²}
     *
     * @param i index of a particle that carries q²
     * @param j index of the other
     * @param qSq external q² [GeV²]
     */
    public Expansion expansion(int i, int j, double qSq) {
        int pair = i * particles + j;
        Expansion kept = expansions[pair];
        if (kept == null) {
            kept = new Expansion();
            expansions[pair] = kept;
        }
        if (kept.qSq != qSq) {
            kept.qSq = qSq;
            series(i, j, qSq, kept.variable, kept.values);
        }
        return kept;
    }

    private void series(int i, int j, double qSq, double[] variable, double[] values) {
        double[] ri = propagator[i];
        double[] rj = propagator[j];
        double[] t = grid.t;
        int count = grid.count();
        double sum = mass[i] + mass[j];
        int order = Math.min(COEFFICIENT.length - 1, 2 + (int) (LOG_PRECISION / Math.log(qSq / (sum * sum))));
        double last = COEFFICIENT[order];
        for (int k = 0; k < count; k++) {
            variable[k] = qSq * t[k] * ri[k] * rj[k];
            values[k] = last;
        }
        for (int n = order - 1; n >= 1; n--) {
            double c = COEFFICIENT[n];
            for (int k = 0; k < count; k++) {
                values[k] = values[k] * variable[k] + c;
            }
        }
        for (int k = 0; k < count; k++) {
            values[k] *= variable[k];
        }
    }
}
