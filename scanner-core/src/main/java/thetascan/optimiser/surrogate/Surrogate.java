package thetascan.optimiser.surrogate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.AskTell;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Needs;
import thetascan.optimiser.Nested;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.optimiser.StartDistribution;
import thetascan.optimiser.sampler.SobolSampler;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Maps the valid region by what it predicts: constraint active search (G. Malkomes et al., ICML 2021, PMLR 139:7423) with
 * a Gaussian process for each ranking term. Random points are walked to where all terms are predicted to keep their
 * bounds; of these the ones are evaluated that are probably valid and far from every valid point known. It begins with
 * a Sobol sequence. Where too few of its candidates turn out to be valid, {@link Search} gets more and more of the turns: continuation,
 * which walks along a region that cannot be predicted, and CMA-ES where that does not get there. The processes learn from what these evaluate. As soon as its predictions hold it asks ahead: a batch is proposed from what is known
 * while others are out, and keeps away from those. Until then it waits for each batch, for it has to learn. For dear points: a batch costs as much as some 100 000 sums a point known.
 */
public final class Surrogate extends AskTell {

    static final Option POPULATION =
            Option.integer("population", 10, 1, 100_000, "candidates of a batch; twice as many until predictions hold");
    static final Option STARTUP = Option.integer(
            "startup",
            Double.NaN,
            2,
            1_000_000,
            "points of a Sobol sequence to begin with; 10 for each coordinate, at most 100");
    static final Option DRAWS =
            Option.integer("draws", 400, 10, 1_000_000, "points walked to the predicted region for each batch");
    static final Option REMEMBERED = Option.integer(
            "remembered", 700, 10, 100_000, "points the prediction rests on; of more, an even selection");

    private static final int STARTUP_PER_COORDINATE = 10;
    private static final int MOST_STARTUP = 100;
    /** Points of the last batches that candidates keep away from as long as none is valid. */
    private static final int RECENT = 200;
    /** Part of the candidates that turn out to be valid at which the model has all the turns. */
    private static final double TRUSTED = 0.25;
    /** What a batch of twice the population counts in the record of the model. */
    private static final double LATEST = 0.3;
    /** Part of the evaluations that the model has at least. */
    private static final double LEAST_SHARE = 0.1;
    /** Products that the walks for a batch cost at most, some seconds: fewer points are walked if there is much to predict. */
    private static final double MOST_PRODUCTS = 2e9;
    /** Points of a walk nearer to each other than this are known as one. */
    private static final double APART = 1e-3;
    /** Draws of a candidate where all that are predicted lie in known territory. */
    private static final int TRIES = 100;

    /** The registry entry. */
    public static final class Kind implements OptimiserKind {

        @Override
        public String name() {
            return "surrogate";
        }

        @Override
        public String description() {
            return "predicts each ranking term by a Gaussian process, walks along the region where that fails; for the dearest points";
        }

        @Override
        public List<Option> options() {
            return List.of(POPULATION, STARTUP, DRAWS, REMEMBERED);
        }

        @Override
        public boolean remembersAll() {
            return true;
        }

        @Override
        public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
            return new Surrogate(options, dimension, random, start);
        }
    }

    /** Who proposed the candidates asked last. */
    private enum Turn {
        DESIGN,
        START,
        MODEL,
        SEARCH
    }

    /**
     * A batch.
     *
     * @param refused which of its candidates the filter refused: they were not evaluated
     * @param u       coordinates, row-major
     */
    private record Asked(Turn turn, boolean[] refused, double[] u) {}

    private final int batch;
    private final int startup;
    private final RandomStream random;
    private final Evaluations evaluations;
    private final Region region;
    private final Nested design;
    private final Search search;
    private final StartDistribution start;
    /** The batches that are out, the oldest first; if there is none, the one told last. */
    private final Deque<Asked> asked = new ArrayDeque<>();

    /** How many of them are out. */
    private int out;
    /** Part of the model's candidates that turned out to be valid, later batches counting more. */
    private double record = 1;
    /** Evaluations the model is behind its share, or ahead if negative. */
    private double credit;

    /** Points walked for this batch: in {@link #pool}, and what is known of each beside it. */
    private int draws;

    private final double[] pool;
    private final double[] odds;
    private final double[] means;
    private final double[] variances;
    /** Squares of the distances to the nearest known point. */
    private final double[] distances;

    Surrogate(Options options, int dimension, RandomStream random, @Nullable Start start) {
        super(dimension);
        this.random = random;
        batch = options.intValue(POPULATION.name());
        startup = options.intValueOr(STARTUP.name(), Math.min(STARTUP_PER_COORDINATE * n, MOST_STARTUP));
        int most = Math.max(options.intValue(DRAWS.name()), 4 * batch);
        evaluations = new Evaluations(n);
        region = new Region(n, options.intValue(REMEMBERED.name()));
        search = new Search(n, random);
        this.start = new StartDistribution(n, start);
        asked.add(new Asked(start == null ? Turn.DESIGN : Turn.START, new boolean[0], new double[0]));
        OptimiserKind sobol = new SobolSampler.Kind();
        design = new Nested(
                sobol.create(Options.defaults(sobol.options()).with(POPULATION.name(), batch), n, random, null));
        pool = new double[most * n];
        odds = new double[most];
        means = new double[most];
        variances = new double[most];
        distances = new double[most];
    }

    @Override
    public Needs needs() {
        return Needs.SLACKS;
    }

    /** That of CMA-ES in its turn. */
    @Override
    public @Nullable Start shape() {
        return asked.element().turn == Turn.SEARCH ? search.shape() : null;
    }

    @Override
    protected Proposal propose(CandidateFilter filter) {
        Turn turn = next();
        Proposal proposal =
                switch (turn) {
                    case DESIGN -> design(filter);
                    case START -> drawn(filter);
                    case SEARCH -> search.propose(filter, evaluations);
                    case MODEL -> predicted(filter);
                };
        if (out++ == 0) asked.clear();
        asked.add(new Asked(turn, proposal.refused(), proposal.u().clone()));
        return proposal;
    }

    private Turn next() {
        int known = evaluations.count();
        if (out == 0 && known == 0 && asked.element().turn == Turn.START) return Turn.START;
        if (out > 0) {
            for (Asked each : asked) known += each.refused.length;
        }
        if (known < startup) return Turn.DESIGN;
        return credit >= 0 ? Turn.MODEL : Turn.SEARCH;
    }

    /** Whether predictions hold: valid points are known, and enough of its candidates turn out to be valid. */
    private boolean isSure() {
        return evaluations.hasValid() && record >= TRUSTED;
    }

    /** The search waits for its generation, and the first prediction for all of the points to begin with. */
    @Override
    public boolean asksAhead() {
        if (out == 0) return true;
        return switch (next()) {
            case DESIGN -> true;
            case MODEL -> asked.getLast().turn == Turn.MODEL && isSure();
            case START, SEARCH -> false;
        };
    }

    /** The sequence heeds nothing it is told, so it need not wait for it. */
    private Proposal design(CandidateFilter filter) {
        Proposal proposal = design.propose(filter);
        int count = proposal.count();
        design.learn(new double[count], new double[0], new boolean[count]);
        return proposal;
    }

    /** From the start, or anywhere. */
    private Proposal drawn(CandidateFilter filter) {
        return Proposal.drawn(batch, n, TRIES, filter, (row, u, at) -> start.draw(random, u, at));
    }

    /** Part of the evaluations that are the model's. */
    private double share() {
        return record >= TRUSTED ? 1 : Math.max(LEAST_SHARE, record / (2 * TRUSTED));
    }

    private Proposal predicted(CandidateFilter filter) {
        region.update(evaluations);
        draws = (int) Math.min(pool.length / n, Math.max(4 * batch, MOST_PRODUCTS / region.cost()));
        for (int i = 0; i < draws; i++) {
            for (int k = 0; k < n; k++) pool[i * n + k] = random.nextDouble();
            region.walk(pool, i * n, random);
        }
        region.logProbabilities(pool, draws, odds, means, variances);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < draws; i++) {
            if (!filter.accepts(pool, i * n)) odds[i] = Double.NEGATIVE_INFINITY;
            best = Math.max(best, odds[i]);
        }
        if (best == Double.NEGATIVE_INFINITY) return drawn(filter);
        for (int i = 0; i < draws; i++) {
            odds[i] = odds[i] == Double.NEGATIVE_INFINITY ? -1 : StrictMath.exp(2 * (odds[i] - best));
        }
        measureDistances();
        int wanted = isSure() ? batch : 2 * batch;
        double[] u = new double[wanted * n];
        int count = 0;
        for (int chosen = promising(); count < wanted && odds[chosen] >= 0; chosen = promising()) {
            System.arraycopy(pool, chosen * n, u, count++ * n, n);
            approach(pool, chosen * n);
            odds[chosen] = -1;
        }
        return new Proposal(Arrays.copyOf(u, count * n), new boolean[count]);
    }

    /** The draw of the largest product of probability and distance; of equal ones the first. */
    private int promising() {
        int chosen = 0;
        for (int i = 1; i < draws; i++) {
            if (odds[i] * distances[i] > odds[chosen] * distances[chosen]) chosen = i;
        }
        return chosen;
    }

    /** To the valid points, or to those of the last batches if there are none, and to those that are out. */
    private void measureDistances() {
        Arrays.fill(distances, 0, draws, n);
        boolean found = false;
        for (int i = 0; i < evaluations.count(); i++) {
            if (evaluations.isValid(i)) {
                approach(evaluations.u(), i * n);
                found = true;
            }
        }
        if (out > 0) {
            for (Asked each : asked) {
                for (int k = 0; k < each.refused.length; k++) approach(each.u, k * n);
            }
        }
        int first = found ? evaluations.count() : Math.max(0, evaluations.count() - RECENT);
        for (int i = first; i < evaluations.count(); i++) approach(evaluations.u(), i * n);
    }

    /** Another point is known. */
    private void approach(double[] x, int at) {
        for (int i = 0; i < draws; i++) {
            double square = 0;
            for (int k = 0; k < n; k++) {
                double difference = pool[i * n + k] - x[at + k];
                square += difference * difference;
            }
            distances[i] = Math.min(distances[i], square);
        }
    }

    @Override
    protected void learn(double[] u, Results results) {
        int count = results.count();
        int width = results.width();
        evaluations.check(width);
        Asked told = asked.element();
        if (--out > 0) asked.remove();
        int valid = 0;
        for (int k = 0; k < count; k++) {
            boolean apart = told.turn != Turn.SEARCH || !search.walks() || isApart(u, k * n);
            if (apart && !told.refused[k])
                evaluations.add(u, k * n, results.cost(k), results.vectors(), k * width, width);
            valid += results.cost(k) < 1 ? 1 : 0;
        }
        switch (told.turn) {
            case DESIGN, START -> {}
            case SEARCH -> {
                search.learn(evaluations, u, results, told.refused);
                credit += count * share();
            }
            case MODEL -> {
                record += LATEST * Math.min(1, count / (2.0 * batch)) * ((double) valid / count - record);
                credit -= count * (1 - share());
            }
        }
    }

    /** Points at which gradients are measured lie side by side: to a process they are all one. */
    private boolean isApart(double[] u, int at) {
        for (int i = 0; i < evaluations.count(); i++) {
            if (evaluations.square(i, u, at) < APART * APART) return false;
        }
        return true;
    }

    @Override
    protected void saveOwn(StateOutput state) {
        state.put("random", random)
                .put("start", start)
                .put("evaluations", evaluations)
                .put("region", region);
        state.put("design", design.optimiser())
                .put("designId", design.firstId())
                .put("search", search);
        state.put("record", record).put("credit", credit).put("out", out).put("batches", asked.size());
        for (Asked each : asked) {
            byte[] flags = new byte[each.refused.length];
            for (int k = 0; k < flags.length; k++) flags[k] = (byte) (each.refused[k] ? 1 : 0);
            state.put("refused", flags).put("turn", each.turn.name()).put("batch", each.u);
        }
    }

    @Override
    protected void restoreOwn(StateInput in) {
        in.get("random", random);
        in.get("start", start);
        in.get("evaluations", evaluations);
        in.get("region", region);
        in.get("design", design.optimiser());
        design.resume(in.getLong("designId"));
        in.get("search", search);
        asked.clear();
        out = 0;
        if (in.isNext("refused")) { // of states in which no batch was proposed before the last was told
            asked.add(readAsked(in));
            record = in.getDouble("record");
            credit = in.getDouble("credit");
            return;
        }
        record = in.getDouble("record");
        credit = in.getDouble("credit");
        out = in.getInt("out");
        for (int i = in.getInt("batches"); i > 0; i--) asked.add(readAsked(in));
    }

    private static Asked readAsked(StateInput in) {
        byte[] flags = in.getBytes("refused");
        boolean[] refused = new boolean[flags.length];
        for (int k = 0; k < flags.length; k++) refused[k] = flags[k] == 1;
        Turn turn = Turn.valueOf(in.getText("turn"));
        return new Asked(turn, refused, in.isNext("batch") ? in.getDoubles("batch") : new double[0]);
    }
}
