package thetascan.relic;

import java.util.Arrays;
import java.util.List;

/**
 * The annihilation channels of a model by pairs of dark particles, and those that matter at a point. A channel is probed at a handful of momenta and
 * on its resonances; the smallest channels are left out as long as they sum to less than a given share at every temperature where errors are
 * judged. What they gave at the probes is made up for by a factor.
 */
final class AnnihilationChannels {

    /** m/T at which errors are judged: an early and a usual freeze-out, and the annihilation after it. */
    static final double[] JUDGED = {14, 24, 70};

    private static final double PARTNERS_AT = 25;
    /** Momenta over m and what each stands for. */
    private static final double[] PROBES = {0.06, 0.2, 0.4, 0.7, 1.1};

    private static final double[] PROBE_WIDTHS = {0.13, 0.17, 0.25, 0.35, 0.6};
    private static final int BISECTIONS = 30;
    /** Pairs of partners with less than this at m/T = 25 make no virtual W and Z. */
    private static final double VIRTUAL_PARTNERS = 1e-2;

    private final FeynmanRules rules;
    private final Accuracy accuracy;
    private final Process[] processes;
    private final AnnihilationRate rate;
    /** First process of each pair, one more for the end. */
    private final int[] begin;

    private final int pairs;
    /** Processes of a pair that are kept, packed from its first. */
    private final int[] kept;

    private final int[] count;
    /** What each process gives at each temperature, and below what it is left out. */
    private final double[][] share;

    /** {@link FinalState} of each process, −1 if none. */
    private final int[] finalState;

    private final double[] least = new double[JUDGED.length];
    /** All channels over those that are kept. */
    private final double[] correction = new double[JUDGED.length];

    private double m;
    private double sMax;

    AnnihilationChannels(FeynmanRules rules, Accuracy accuracy) {
        this.rules = rules;
        this.accuracy = accuracy;
        List<Process> all = new ProcessFinder(rules).annihilations();
        processes = all.toArray(Process[]::new);
        for (Process process : processes) {
            if (rules.width(process.label[2]) > 0 && rules.width(process.label[3]) > 0 && isVectorPair(process)) {
                process.virtual = new VirtualPair(process.label[2], process.label[3]);
            }
        }
        finalState = new int[processes.length];
        Arrays.setAll(finalState, p -> FinalState.of(rules.particles(), processes[p].label[2], processes[p].label[3]));
        begin = new int[processes.length + 1];
        int found = 0;
        for (int p = 0; p < processes.length; p++) {
            if (p == 0 || !processes[p].hasPairOf(processes[p - 1])) {
                begin[found++] = p;
            }
        }
        pairs = found;
        begin[found] = processes.length;
        kept = new int[processes.length];
        count = new int[pairs];
        share = new double[JUDGED.length][processes.length];
        rate = new AnnihilationRate(rules, 1);
    }

    /** Prepares the processes of a point and chooses among them. */
    void choose(double lightest, double largestEnergySquared) {
        m = lightest;
        sMax = largestEnergySquared;
        for (double[] each : share) {
            Arrays.fill(each, 0);
        }
        for (int pair = 0; pair < pairs; pair++) {
            double excess = (mass(pair, 0) + mass(pair, 1) - 2 * m) / m;
            boolean matters = accuracy.virtual() && Math.exp(-PARTNERS_AT * excess) >= VIRTUAL_PARTNERS;
            for (int p = begin[pair]; p < begin[pair + 1]; p++) {
                VirtualPair virtual = processes[p].virtual;
                if (virtual != null) {
                    virtual.begin(rules, matters ? mass(pair, 0) + mass(pair, 1) : Double.POSITIVE_INFINITY);
                }
            }
            if (Math.exp(-PARTNERS_AT * excess) >= accuracy.partners()) {
                probe(pair);
            }
        }
        for (int t = 0; t < JUDGED.length; t++) {
            least[t] = cut(share[t]);
        }
        for (int pair = 0; pair < pairs; pair++) {
            keep(pair);
        }
        for (int t = 0; t < JUDGED.length; t++) {
            correction[t] = wholeOverKept(share[t]);
        }
    }

    private boolean isVectorPair(Process process) {
        return rules.particles().spin(process.label[2]) == Spin.VECTOR
                && rules.particles().spin(process.label[3]) == Spin.VECTOR;
    }

    private void probe(int pair) {
        double mi = mass(pair, 0);
        double mj = mass(pair, 1);
        for (int p = begin[pair]; p < begin[pair + 1]; p++) {
            Process process = processes[p];
            if (!process.prepare(rules)) {
                continue;
            }
            rate.of(process);
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
        double s = ThermalWeight.energySquared(k, mi, mj);
        if (s > sMax) {
            return;
        }
        double w = rate.at(s) * processes[p].multiplicity * width;
        for (int t = 0; t < JUDGED.length; t++) {
            share[t][p] += w * ThermalWeight.at(k, mi, mj, m, JUDGED[t]);
        }
    }

    /** Largest value that may be left out with all below it. */
    private double cut(double[] shares) {
        double most = accuracy.channels() * sum(shares);
        double low = 0;
        double high = most;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            double below = 0;
            for (double each : shares) {
                below += each <= middle ? each : 0;
            }
            if (below <= most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void keep(int pair) {
        count[pair] = 0;
        for (int p = begin[pair]; p < begin[pair + 1]; p++) {
            if (isWorthIt(p)) {
                kept[begin[pair] + count[pair]++] = p;
            }
        }
    }

    private boolean isWorthIt(int p) {
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
            for (int c = 0; c < count[pair]; c++) {
                some += shares[kept[begin[pair] + c]];
            }
        }
        return some > 0 ? sum(shares) / some : 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    int pairs() {
        return pairs;
    }

    /**
     * σv [GeV⁻²] of a particle that is its own antiparticle with itself, nearly at rest, for every final state: all channels, those too that are left
     * out of the thermal average. After {@link #choose}.
     *
     * @param label    of the particle
     * @param momentum of each [GeV]
     * @param rates    are written to; the last one is the sum, also of what is no {@link FinalState}
     */
    void atRest(int label, double momentum, double[] rates) {
        Arrays.fill(rates, 0);
        double s = ThermalWeight.energySquared(momentum, rules.mass(label), rules.mass(label));
        int states = rules.particles().spin(label).states;
        for (int p = 0; p < processes.length; p++) {
            Process process = processes[p];
            if (process.label[0] == label && process.label[1] == label && process.prepare(rules)) {
                rate.of(process);
                double sigmaV = process.multiplicity * rate.at(s) / (s * states * states);
                if (finalState[p] >= 0) {
                    rates[finalState[p]] += sigmaV;
                }
                rates[rates.length - 1] += sigmaV;
            }
        }
    }

    /** Number of channels of a pair that are kept. */
    int count(int pair) {
        return count[pair];
    }

    /** One of them. */
    Process channel(int pair, int c) {
        return processes[kept[begin[pair] + c]];
    }

    /** Mass [GeV] of the first or second particle of a pair. */
    double mass(int pair, int leg) {
        return rules.mass(processes[begin[pair]].label[leg]);
    }

    /** Number of channels that are kept. */
    int total() {
        int total = 0;
        for (int each : count) {
            total += each;
        }
        return total;
    }

    /** Factor for the channels left out: linear in 1/x between the temperatures where it is known. */
    double correction(double x) {
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
}
