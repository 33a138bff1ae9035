package thetascan.optimiser.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Where all terms are predicted to keep their bounds: a Gaussian process for each term that some point violates. Points
 * are walked there by Newton steps on the means, and say how probably they are valid.
 */
final class Region implements Persistent {

    /** Lengths are learned anew when there are so many times as many points. */
    private static final double EPOCH = 1.2;
    /** Rounds of learning a term's lengths for the first time, and later. */
    private static final int FIRST_ROUNDS = 25;

    private static final int LATER_ROUNDS = 10;
    /** Newton steps of a walk, and the longest of them. */
    private static final int STEPS = 8;

    private static final double LONGEST_STEP = 0.25;
    /** Damping of the steps where gradients depend on each other. */
    private static final double DAMPING = 1e-6;
    /** What is left of the way to a target, relative to the spread, that is near enough. */
    private static final double NEAR = 1e-4;

    /** Products of a round of learning all lengths, and elements of all factors, at most. */
    private static final double MOST_LEARNING = 1e8;

    private static final double MOST_ELEMENTS = 8e6;
    /** Points lengths are learned from, at most and at least. */
    private static final int SAMPLE = 150;

    private static final int LEAST_SAMPLE = 20;
    /** Products that a kernel costs beside those for each coordinate. */
    private static final int KERNEL = 16;

    private final int n;
    private final int limit;
    private final Lengths lengths;
    private List<Term> terms = new ArrayList<>();
    /** The points the processes know, and how many. */
    private int[] chosen = new int[64];

    private int known;
    /** Points seen when lengths were learned last. */
    private int learnedAt;
    /** Points the processes of this object know: fewer than {@link #known} after it was restored. */
    private int added;

    private double[] means = {};
    private double[] gradients = {};
    private double[] aims = {};
    private double[] matrix = {};
    private double[] step;

    /**
     * @param n     number of coordinates
     * @param limit most points the processes know
     */
    Region(int n, int limit) {
        this.n = n;
        this.limit = limit;
        lengths = new Lengths(n);
        step = new double[n];
    }

    /** Learns all that is known. */
    void update(Evaluations evaluations) {
        int[] violated = IntStream.range(0, evaluations.quantities())
                .filter(t -> isViolated(evaluations, t))
                .toArray();
        boolean same = violated.length == terms.size();
        if (!same || evaluations.count() >= EPOCH * learnedAt) {
            learn(evaluations, violated);
        } else {
            for (int i = learnedAt == 0 ? 0 : lastSeen(); i < evaluations.count(); i++) choose(i);
        }
        for (Term term : terms) {
            for (int k = added; k < known; k++) term.add(evaluations, chosen[k]);
            term.fit(evaluations);
        }
        added = known;
        fit();
    }

    private int lastSeen() {
        return known == 0 ? 0 : chosen[known - 1] + 1;
    }

    private static boolean isViolated(Evaluations evaluations, int term) {
        for (int i = 0; i < evaluations.count(); i++) {
            if (evaluations.excess(i, term) > 0) return true;
        }
        return false;
    }

    private void choose(int point) {
        if (known == chosen.length) chosen = Arrays.copyOf(chosen, 2 * known);
        chosen[known++] = point;
    }

    /** Learns lengths, of the violated terms, from an even choice of the points if there are too many. */
    private void learn(Evaluations evaluations, int[] violated) {
        int count = evaluations.count();
        learnedAt = count;
        known = 0;
        int kept = Math.min(count, limit(violated.length));
        int sample = sample(violated.length);
        for (int k = 0; k < kept; k++) choose((int) ((k + 1L) * count / kept - 1));
        List<Term> next = new ArrayList<>();
        for (int index : violated) {
            Term before = termOf(index);
            Term term = before != null ? before : new Term(index, n, lengths.first());
            term.learn(lengths, evaluations, chosen, known, sample, before != null ? LATER_ROUNDS : FIRST_ROUNDS);
            next.add(term);
        }
        terms = next;
        added = 0;
    }

    /** Points that are remembered, fewer if the terms are many. */
    private int limit(int count) {
        return (int) Math.min(limit, Math.sqrt(MOST_ELEMENTS / Math.max(1, count)));
    }

    /** Points that lengths are learned from, fewer if the terms and the coordinates are many. */
    private int sample(int count) {
        int sample = SAMPLE;
        while (sample > LEAST_SAMPLE && (double) count * sample * sample * (sample + n) > MOST_LEARNING) sample--;
        return sample;
    }

    /** Products that the walk of one point costs at most. */
    double cost() {
        return (double) STEPS * terms.size() * known * (n + KERNEL);
    }

    private @Nullable Term termOf(int index) {
        for (Term term : terms) {
            if (term.index() == index) return term;
        }
        return null;
    }

    private void fit() {
        int m = terms.size();
        if (means.length == m) return;
        means = new double[m];
        gradients = new double[m * n];
        aims = new double[m];
        matrix = new double[m * (m + 1)];
    }

    List<Term> terms() {
        return terms;
    }

    /**
     * Walks a point to where all terms are predicted to keep their bounds, by Newton steps of minimum norm. Values that
     * have to keep within narrow bands are led to random places of these.
     *
     * @param u  coordinates, changed in place
     * @param at where they begin
     */
    void walk(double[] u, int at, RandomStream random) {
        int m = terms.size();
        int narrow = 0;
        for (Term term : terms) narrow += term.isNarrow() ? 1 : 0;
        boolean spread = 2 * narrow <= n;
        for (int t = 0; t < m; t++) {
            Term term = terms.get(t);
            double share = random.nextDouble();
            aims[t] = spread && term.isNarrow() ? term.least() + share * (term.greatest() - term.least()) : Double.NaN;
        }
        for (int s = 0; s < STEPS; s++) {
            if (!stepOn(u, at)) return;
        }
    }

    /** One step; false if there is no need of it. */
    private boolean stepOn(double[] u, int at) {
        int rows = 0;
        boolean far = false;
        for (int t = 0; t < terms.size(); t++) {
            Term term = terms.get(t);
            double mean = term.process().mean(u, at, gradients, rows * n);
            double aim = Double.isNaN(aims[t]) ? Math.max(term.least(), Math.min(term.greatest(), mean)) : aims[t];
            double way = aim - mean;
            if (way == 0) continue;
            double square = 0;
            for (int i = 0; i < n; i++) square += gradients[rows * n + i] * gradients[rows * n + i];
            double norm = Math.sqrt(square);
            if (!(norm > 0)) continue;
            for (int i = 0; i < n; i++) gradients[rows * n + i] /= norm;
            means[rows++] = way / norm;
            far |= Math.abs(way / norm) > NEAR;
        }
        if (!far) return false;
        solve(rows);
        double square = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) sum += gradients[r * n + i] * means[r];
            step[i] = sum;
            square += sum * sum;
        }
        double factor = Math.min(1, LONGEST_STEP / Math.max(Math.sqrt(square), 1e-12));
        for (int i = 0; i < n; i++) u[at + i] = Math.max(0, Math.min(1, u[at + i] + factor * step[i]));
        return true;
    }

    /** Solves (G Gᵀ + δ I) x = w in place of w, the first rows of {@link #means}, by Cholesky. */
    private void solve(int rows) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? DAMPING : 0;
                for (int k = 0; k < n; k++) sum += gradients[i * n + k] * gradients[j * n + k];
                for (int k = 0; k < j; k++) sum -= matrix[i * rows + k] * matrix[j * rows + k];
                matrix[i * rows + j] = i == j ? Math.sqrt(Math.max(sum, DAMPING / 2)) : sum / matrix[j * rows + j];
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < i; k++) means[i] -= matrix[i * rows + k] * means[k];
            means[i] /= matrix[i * rows + i];
        }
        for (int i = rows - 1; i >= 0; i--) {
            for (int k = i + 1; k < rows; k++) means[i] -= matrix[k * rows + i] * means[k];
            means[i] /= matrix[i * rows + i];
        }
    }

    /**
     * Logarithms of the probability that points are valid, each term for itself.
     *
     * @param u     coordinates, row-major
     * @param count number of points
     * @param out   receives them
     */
    void logProbabilities(double[] u, int count, double[] out, double[] mean, double[] variance) {
        Arrays.fill(out, 0, count, 0);
        for (Term term : terms) {
            term.process().predict(u, count, mean, variance);
            for (int i = 0; i < count; i++) out[i] += term.logProbability(mean[i], variance[i]);
        }
    }

    @Override
    public void save(StateOutput out) {
        out.put("learnedAt", learnedAt);
        long[] points = new long[known];
        for (int k = 0; k < known; k++) points[k] = chosen[k];
        out.put("chosen", points).put("terms", terms.size());
        for (Term term : terms) out.put("index", term.index()).put("term", term.state());
    }

    @Override
    public void restore(StateInput in) {
        learnedAt = in.getInt("learnedAt");
        long[] points = in.getLongs("chosen");
        known = 0;
        for (long point : points) choose((int) point);
        terms = new ArrayList<>();
        for (int t = in.getInt("terms"); t > 0; t--) {
            Term term = Term.of(in.getInt("index"), n, in.getDoubles("term"));
            term.begin();
            terms.add(term);
        }
        added = 0;
    }
}
