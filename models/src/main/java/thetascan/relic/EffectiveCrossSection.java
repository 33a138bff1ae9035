package thetascan.relic;

/**
 * The thermal average of the annihilation cross-section of all dark particles together, J. Edsjö and P. Gondolo, Phys. Rev. D 56 (1997)
 * 1879, eq. (39): a sum over pairs of dark particles, each integrated over the momentum k of its own rest frame,
 *
 * <pre>
 * ⟨σv⟩ = Σ_ij ∫ dk G(k) w_ij(k) / (m⁴ T [Σ_i g_i (m_i/m)² K₂(m_i/T)]²),   G = k² s/(4 E_i E_j) K₁(√s/T)
 * </pre>
 *
 * with all Bessel functions scaled by e^2x. Three looks at a point: which channels matter, see {@link AnnihilationChannels}; the rate of each pair by quartics
 * between momenta that are halved until the interpolation is good enough; the integral at every temperature. One thread, nothing is allocated but
 * room for more segments.
 */
final class EffectiveCrossSection {

    /** Largest momentum over m; at m/T = 20 the rest is suppressed by e⁻³². */
    private static final double LARGEST_MOMENTUM = 1.5;

    /** Where segments of momentum end anyway, over the largest. */
    private static final double[] BREAKS = {0.12, 0.45};
    /** Widths from a resonance at which they end. */
    private static final double[] RESONANCE = {0, 1, 3, 10, 40, 200, 1000};

    private static final double[] JUDGED = AnnihilationChannels.JUDGED;

    /** Share of a density that is not worth its Bessel function. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double CLOSE = 1e-9;
    private static final int DEEPEST = 14;

    private final FeynmanRules rules;
    private final Particles particles;
    private final Accuracy accuracy;
    private final AnnihilationChannels channels;
    private final AnnihilationRate rate;
    private final Segments segments = new Segments();
    /** Momenta at which segments end, and whether a rate begins there. */
    private final double[] breaks;

    private final boolean[] threshold;
    private int breakCount;
    /** The integral over all, where errors are judged. */
    private final double[] whole = new double[JUDGED.length];

    private double m;
    private double sMax;

    EffectiveCrossSection(FeynmanRules rules, Accuracy accuracy) {
        this.rules = rules;
        this.accuracy = accuracy;
        particles = rules.particles();
        channels = new AnnihilationChannels(rules, accuracy);
        rate = new AnnihilationRate(rules, accuracy.angles());
        int n = particles.count();
        breaks = new double[BREAKS.length + n * 2 * RESONANCE.length + 2 * n * n];
        threshold = new boolean[breaks.length];
    }

    /** Takes over a point; the lightest dark particle has mass m. */
    void evaluate(double lightest) {
        m = lightest;
        sMax = 4 * m * m * (1 + LARGEST_MOMENTUM * LARGEST_MOMENTUM);
        channels.choose(m, sMax);
        segments.clear();
        for (int pair = 0; pair < channels.pairs(); pair++) {
            if (channels.count(pair) > 0) {
                addSegments(pair);
            }
        }
        fill();
        refine();
    }

    // ---- segments of momentum

    private void addSegments(int pair) {
        double mi = channels.mass(pair, 0);
        double mj = channels.mass(pair, 1);
        if ((mi + mj) * (mi + mj) >= sMax) {
            return;
        }
        double last = Legs.momentum(sMax, mi, mj);
        breakCount = 0;
        for (double each : BREAKS) {
            addBreak(each * last, false);
        }
        for (int c = 0; c < channels.count(pair); c++) {
            addBreaks(channels.channel(pair, c), mi, mj);
        }
        double from = 0;
        boolean root = false;
        for (int b = nextBreak(from); b >= 0 && breaks[b] < last; b = nextBreak(from)) {
            segments.add(pair, from, breaks[b], root);
            from = breaks[b];
            root = threshold[b];
        }
        segments.add(pair, from, last, root);
    }

    private void addBreaks(Process process, double mi, double mj) {
        double sum = rules.mass(process.label[2]) + rules.mass(process.label[3]);
        VirtualPair virtual = process.virtual;
        double limit = virtual == null ? 0 : virtual.limit();
        boolean smooth = limit > 0;
        if (sum > mi + mj) {
            addBreak(Legs.momentum(sum * sum, mi, mj), !smooth);
        }
        if (smooth && limit > mi + mj) {
            addBreak(Legs.momentum(limit * limit, mi, mj), false);
        }
        for (Process.Exchange exchange : process.exchanges) {
            double width = rules.width(exchange.label());
            if (exchange.invariant() == Process.S && width > 0) {
                addResonance(rules.mass(exchange.label()), width, mi, mj);
            }
        }
    }

    private void addResonance(double mass, double width, double mi, double mj) {
        for (double each : RESONANCE) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double energy = mass + sign * each * width;
                if (energy > mi + mj) {
                    addBreak(Legs.momentum(energy * energy, mi, mj), false);
                }
            }
        }
    }

    private void addBreak(double k, boolean atThreshold) {
        for (int b = 0; b < breakCount; b++) {
            if (Math.abs(breaks[b] - k) <= CLOSE * m) {
                threshold[b] |= atThreshold;
                return;
            }
        }
        breaks[breakCount] = k;
        threshold[breakCount++] = atThreshold;
    }

    /** The first break behind a momentum, −1 if there is none. */
    private int nextBreak(double from) {
        int next = -1;
        for (int b = 0; b < breakCount; b++) {
            if (breaks[b] > from + CLOSE * m && (next < 0 || breaks[b] < breaks[next])) {
                next = b;
            }
        }
        return next;
    }

    // ---- rates

    private void fill() {
        for (int n = 0; n < segments.count; n++) {
            for (int node = 0; node < Segments.NODES; node++) {
                fill(n, node);
            }
        }
        for (int t = 0; t < JUDGED.length; t++) {
            whole[t] = integral(JUDGED[t]);
        }
    }

    /** Σ multiplicity × w over the kept channels of a pair. */
    private void fill(int segment, int node) {
        int pair = segments.pair(segment);
        double s = ThermalWeight.energySquared(
                segments.momentum(segment, node), channels.mass(pair, 0), channels.mass(pair, 1));
        double sum = 0;
        for (int c = 0; c < channels.count(pair); c++) {
            Process process = channels.channel(pair, c);
            rate.of(process);
            sum += process.multiplicity * rate.at(s);
        }
        segments.rate[segment * Segments.NODES + node] = sum;
    }

    /** Halves segments until the interpolation is good enough. */
    private void refine() {
        for (int n = 0; n < segments.count; n++) {
            while (segments.depth(n) < DEEPEST && isRough(n)) {
                int half = segments.halve(n);
                for (int node = 1; node < Segments.NODES; node += 2) {
                    fill(n, node);
                    fill(half, node);
                }
            }
        }
    }

    /** Compares the rate at the inner nodes with a parabola through the others. */
    private boolean isRough(int n) {
        double[] w = segments.rate;
        int at = n * Segments.NODES;
        double miss1 = Math.abs(w[at + 1] - (3 * w[at] + 6 * w[at + 2] - w[at + 4]) / 8);
        double miss3 = Math.abs(w[at + 3] - (3 * w[at + 4] + 6 * w[at + 2] - w[at]) / 8);
        for (int t = 0; t < JUDGED.length; t++) {
            double error = miss1 * weight(n, 1, JUDGED[t]) + miss3 * weight(n, 3, JUDGED[t]);
            if (error > 2 * accuracy.momenta() * whole[t]) {
                return true;
            }
        }
        return false;
    }

    /** Weight of a node with half of its segment. */
    private double weight(int segment, int node, double x) {
        int pair = segments.pair(segment);
        double k = segments.momentum(segment, node);
        return segments.width(segment, node)
                * ThermalWeight.at(k, channels.mass(pair, 0), channels.mass(pair, 1), m, x);
    }

    // ---- temperatures

    /** Σ ∫ dk G w e^2x at x = m/T. */
    private double integral(double x) {
        double sum = 0;
        for (int n = 0; n < segments.count; n++) {
            double mi = channels.mass(segments.pair(n), 0);
            double mj = channels.mass(segments.pair(n), 1);
            for (int point = 0; point < Segments.POINTS; point++) {
                double k = segments.pointMomentum(n, point);
                sum += segments.pointWeight(n, point) * ThermalWeight.at(k, mi, mj, m, x);
            }
        }
        return sum;
    }

    /** Σ_i g_i m_i² K₂(m_i/T) e^x over all dark particles [GeV²]. */
    double density(double x) {
        double sum = 0;
        for (int label = 0; label < particles.count(); label++) {
            if (particles.isDark(label)) {
                double mass = rules.mass(label);
                double suppressed = Math.exp(-(mass / m - 1) * x);
                if (suppressed > NEGLIGIBLE) {
                    sum += particles.spin(label).states * mass * mass * Bessel.scaledK2(mass / m * x) * suppressed;
                }
            }
        }
        return sum;
    }

    /** ⟨σv⟩ [GeV⁻²] at x = m/T. */
    double at(double x) {
        double density = density(x);
        return channels.correction(x) * integral(x) * x / (m * density * density);
    }

    /** As {@link AnnihilationChannels#atRest}. */
    void atRest(int label, double momentum, double[] rates) {
        channels.atRest(label, momentum, rates);
    }

    /** Number of channels that were kept. */
    int channels() {
        return channels.total();
    }

    /** Number of momenta at which rates were computed. */
    int momenta() {
        return segments.count * Segments.NODES;
    }
}
