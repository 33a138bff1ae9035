package thetascan.relic;

import java.util.Arrays;
import java.util.List;

/**
 * The thermal average of the annihilation cross-section of all dark particles together, J. Edsjö and P. Gondolo, Phys. Rev. D 56 (1997)
 * 1879, eq. (39): a sum over pairs of dark particles, each integrated over the momentum k of its own rest frame,
 *
 * <pre>
 * ⟨σv⟩ = Σ_ij ∫ dk G(k) w_ij(k) / (m⁴ T [Σ_i g_i (m_i/m)² K₂(m_i/T)]²),   G = k² s/(4 E_i E_j) K₁(√s/T)
 * </pre>
 *
 * with all Bessel functions scaled by e^2x. Three looks at a point: which channels matter, at a handful of momenta; the rate of each
 * pair where it matters, by quartics between momenta that are halved until the interpolation is good enough; the integral at every
 * temperature. One thread, nothing is allocated but room for more segments.
 */
final class EffectiveCrossSection {

    /** Largest momentum over m; at m/T = 20 the rest is suppressed by e⁻³². */
    private static final double LARGEST_MOMENTUM = 1.5;

    /** m/T at which errors are judged: an early and a usual freeze-out, and the annihilation after it. */
    private static final double[] JUDGED = {14, 24, 70};

    private static final double PARTNERS_AT = 25;

    private static final double[] PROBES = {0.06, 0.2, 0.4, 0.7, 1.1};
    private static final double[] PROBE_WIDTHS = {0.13, 0.17, 0.25, 0.35, 0.6};
    private static final double[] BREAKS = {0.12, 0.45};
    /** Widths from a resonance at which segments end. */
    private static final double[] RESONANCE = {0, 1, 3, 10, 40, 200, 1000};

    /** Share of a density that is not worth its Bessel function. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double CLOSE = 1e-9;
    private static final int DEEPEST = 14;

    private final FeynmanRules rules;
    private final Particles particles;
    private final Accuracy accuracy;
    private final Process[] processes;
    private final AnnihilationRate coarse;
    private final AnnihilationRate rate;

    /** Pairs of dark particles: the first of their processes, one more for the end. */
    private final int[] begin;

    private final int pairs;
    /** Processes of a pair that are kept, packed from its first. */
    private final int[] kept;

    private final int[] keptCount;
    private final double[][] share;

    private double m;
    private double sMax;
    /** All channels over those that are kept, by the probes, where errors are judged. */
    private final double[] correction = new double[JUDGED.length];

    /** Share below which a channel is left out, and the integral over all, where errors are judged. */
    private final double[] least = new double[JUDGED.length];

    private final double[] whole = new double[JUDGED.length];

    private final double[] breaks;
    private final boolean[] threshold;
    private final Segments segments = new Segments();

    EffectiveCrossSection(FeynmanRules rules, Accuracy accuracy) {
        this.rules = rules;
        this.accuracy = accuracy;
        particles = rules.particles();
        List<Process> all = new ProcessFinder(rules).annihilations();
        processes = all.toArray(Process[]::new);
        begin = new int[processes.length + 1];
        int count = 0;
        for (int p = 0; p < processes.length; p++) {
            if (p == 0
                    || processes[p].label[0] != processes[p - 1].label[0]
                    || processes[p].label[1] != processes[p - 1].label[1]) {
                begin[count++] = p;
            }
        }
        pairs = count;
        begin[count] = processes.length;
        kept = new int[processes.length];
        keptCount = new int[pairs];
        share = new double[JUDGED.length][processes.length];
        coarse = new AnnihilationRate(rules, processes[0], 1);
        rate = new AnnihilationRate(rules, processes[0], accuracy.angles());
        int resonances = 2 * RESONANCE.length * particles.count();
        breaks = new double[BREAKS.length + 2 + resonances + particles.count() * particles.count()];
        threshold = new boolean[breaks.length];
    }

    /** Takes over a point; the lightest dark particle has mass m. */
    void evaluate(double lightest) {
        m = lightest;
        sMax = 4 * m * m * (1 + LARGEST_MOMENTUM * LARGEST_MOMENTUM);
        chooseChannels();
        segments.clear();
        for (int pair = 0; pair < pairs; pair++) {
            if (keptCount[pair] > 0) {
                addSegments(pair);
            }
        }
        refine();
    }

    // ---- channels

    private void chooseChannels() {
        for (double[] each : share) {
            Arrays.fill(each, 0);
        }
        for (int pair = 0; pair < pairs; pair++) {
            int i = processes[begin[pair]].label[0];
            int j = processes[begin[pair]].label[1];
            double excess = (rules.mass(i) + rules.mass(j) - 2 * m) / m;
            if (Math.exp(-PARTNERS_AT * excess) >= accuracy.partners()) {
                probe(pair, rules.mass(i), rules.mass(j));
            }
        }
        for (int t = 0; t < JUDGED.length; t++) {
            least[t] = cut(share[t]);
        }
        for (int pair = 0; pair < pairs; pair++) {
            int count = 0;
            for (int p = begin[pair]; p < begin[pair + 1]; p++) {
                if (isAbove(p)) {
                    kept[begin[pair] + count++] = p;
                }
            }
            keptCount[pair] = count;
        }
        for (int t = 0; t < JUDGED.length; t++) {
            correction[t] = wholeOverKept(share[t]);
        }
    }

    private boolean isAbove(int p) {
        for (int t = 0; t < JUDGED.length; t++) {
            if (share[t][p] > least[t]) {
                return true;
            }
        }
        return false;
    }

    private double wholeOverKept(double[] shares) {
        double some = 0;
        for (int pair = 0; pair < pairs; pair++) {
            for (int c = 0; c < keptCount[pair]; c++) {
                some += shares[kept[begin[pair] + c]];
            }
        }
        double all = sum(shares);
        return some > 0 ? all / some : 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void probe(int pair, double mi, double mj) {
        for (int p = begin[pair]; p < begin[pair + 1]; p++) {
            Process process = processes[p];
            if (!process.prepare(rules)) {
                continue;
            }
            coarse.of(process);
            for (int k = 0; k < PROBES.length; k++) {
                addShare(p, PROBES[k] * m, PROBE_WIDTHS[k] * m, mi, mj);
            }
            for (Process.Exchange exchange : process.exchanges) {
                double mass = rules.mass(exchange.label());
                if (exchange.invariant() == Process.S && mass > mi + mj) {
                    double k = Legs.momentum(mass * mass, mi, mj);
                    double width = Math.PI / 2 * rules.width(exchange.label()) * mass / (2 * k);
                    addShare(p, k, Math.min(width, k), mi, mj);
                }
            }
        }
    }

    private void addShare(int p, double k, double width, double mi, double mj) {
        double s = energySquared(k, mi, mj);
        if (s > sMax) {
            return;
        }
        double w = coarse.at(s) * processes[p].multiplicity * width;
        for (int t = 0; t < JUDGED.length; t++) {
            share[t][p] += w * weight(k, mi, mj, JUDGED[t]);
        }
    }

    /** Largest value that may be left out with all below it. */
    private double cut(double[] shares) {
        double total = sum(shares);
        double low = 0;
        double high = accuracy.channels() * total;
        for (int i = 0; i < 30; i++) {
            double middle = 0.5 * (low + high);
            double below = 0;
            for (double each : shares) {
                below += each <= middle ? each : 0;
            }
            if (below <= accuracy.channels() * total) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double energySquared(double k, double mi, double mj) {
        double e = Math.sqrt(k * k + mi * mi) + Math.sqrt(k * k + mj * mj);
        return e * e;
    }

    /** G(k) e^2x at x = m/T. */
    private double weight(double k, double mi, double mj, double x) {
        double ei = Math.sqrt(k * k + mi * mi);
        double ej = Math.sqrt(k * k + mj * mj);
        double root = ei + ej;
        return k * k * root * root / (4 * ei * ej) * Bessel.scaledK1(root * x / m) * Math.exp(-(root / m - 2) * x);
    }

    // ---- segments

    private void addSegments(int pair) {
        double mi = rules.mass(processes[begin[pair]].label[0]);
        double mj = rules.mass(processes[begin[pair]].label[1]);
        double last = Legs.momentum(sMax, mi, mj);
        if (mi + mj >= Math.sqrt(sMax)) {
            return;
        }
        int count = 0;
        for (double each : BREAKS) {
            count = addBreak(count, each * last, false);
        }
        for (int c = 0; c < keptCount[pair]; c++) {
            Process process = processes[kept[begin[pair] + c]];
            double sum = rules.mass(process.label[2]) + rules.mass(process.label[3]);
            if (sum > mi + mj) {
                count = addBreak(count, Legs.momentum(sum * sum, mi, mj), true);
            }
            for (Process.Exchange exchange : process.exchanges) {
                double width = rules.width(exchange.label());
                if (exchange.invariant() == Process.S && width > 0) {
                    count = addResonance(count, rules.mass(exchange.label()), width, mi, mj);
                }
            }
        }
        double from = 0;
        boolean root = false;
        for (int b = nextBreak(count, from); b >= 0 && breaks[b] < last; b = nextBreak(count, from)) {
            segments.add(pair, from, breaks[b], root);
            from = breaks[b];
            root = threshold[b];
        }
        segments.add(pair, from, last, root);
    }

    private int addResonance(int count, double mass, double width, double mi, double mj) {
        int n = count;
        for (double each : RESONANCE) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double energy = mass + sign * each * width;
                if (energy > mi + mj) {
                    n = addBreak(n, Legs.momentum(energy * energy, mi, mj), false);
                }
            }
        }
        return n;
    }

    private int addBreak(int count, double k, boolean atThreshold) {
        for (int b = 0; b < count; b++) {
            if (Math.abs(breaks[b] - k) <= CLOSE * m) {
                threshold[b] |= atThreshold;
                return count;
            }
        }
        breaks[count] = k;
        threshold[count] = atThreshold;
        return count + 1;
    }

    /** The first break behind a momentum, −1 if there is none. */
    private int nextBreak(int count, double from) {
        int next = -1;
        for (int b = 0; b < count; b++) {
            if (breaks[b] > from + CLOSE * m && (next < 0 || breaks[b] < breaks[next])) {
                next = b;
            }
        }
        return next;
    }

    /** Halves segments until the interpolation is good enough. */
    private void refine() {
        for (int n = 0; n < segments.count; n++) {
            for (int node = 0; node < Segments.NODES; node++) {
                segments.rate[n * Segments.NODES + node] = total(n, node);
            }
        }
        for (int t = 0; t < JUDGED.length; t++) {
            whole[t] = integral(JUDGED[t]);
        }
        for (int n = 0; n < segments.count; n++) {
            while (segments.depth(n) < DEEPEST && isRough(n)) {
                int half = segments.halve(n);
                for (int node = 1; node < Segments.NODES; node += 2) {
                    segments.rate[n * Segments.NODES + node] = total(n, node);
                    segments.rate[half * Segments.NODES + node] = total(half, node);
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
        double mi = massOf(n, 0);
        double mj = massOf(n, 1);
        for (int t = 0; t < JUDGED.length; t++) {
            double error = miss1 * segments.width(n, 1) * weight(segments.momentum(n, 1), mi, mj, JUDGED[t])
                    + miss3 * segments.width(n, 3) * weight(segments.momentum(n, 3), mi, mj, JUDGED[t]);
            if (error > 2 * accuracy.momenta() * whole[t]) {
                return true;
            }
        }
        return false;
    }

    private double massOf(int segment, int leg) {
        return rules.mass(processes[begin[segments.pair(segment)]].label[leg]);
    }

    /** Σ multiplicity × w over the kept channels of a pair. */
    private double total(int segment, int node) {
        int pair = segments.pair(segment);
        double s = energySquared(segments.momentum(segment, node), massOf(segment, 0), massOf(segment, 1));
        double sum = 0;
        for (int c = 0; c < keptCount[pair]; c++) {
            Process process = processes[kept[begin[pair] + c]];
            rate.of(process);
            sum += process.multiplicity * rate.at(s);
        }
        return sum;
    }

    // ---- temperatures

    /** Σ ∫ dk G w e^2x at x = m/T. */
    private double integral(double x) {
        double sum = 0;
        for (int n = 0; n < segments.count; n++) {
            double mi = massOf(n, 0);
            double mj = massOf(n, 1);
            for (int point = 0; point < Segments.POINTS; point++) {
                sum += segments.pointWeight(n, point) * weight(segments.pointMomentum(n, point), mi, mj, x);
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
        return correction(x) * integral(x) * x / (m * density * density);
    }

    /** For the channels left out: linear in 1/x between the temperatures where it is known. */
    private double correction(double x) {
        int last = JUDGED.length - 1;
        if (x <= JUDGED[0] || x >= JUDGED[last]) {
            return correction[x <= JUDGED[0] ? 0 : last];
        }
        int t = 0;
        while (x > JUDGED[t + 1]) {
            t++;
        }
        double f = (1 / x - 1 / JUDGED[t]) / (1 / JUDGED[t + 1] - 1 / JUDGED[t]);
        return correction[t] + f * (correction[t + 1] - correction[t]);
    }

    /** Number of channels that were kept. */
    int channels() {
        return Arrays.stream(keptCount).sum();
    }

    /** Number of momenta at which rates were computed. */
    int momenta() {
        return segments.count * Segments.NODES;
    }
}
