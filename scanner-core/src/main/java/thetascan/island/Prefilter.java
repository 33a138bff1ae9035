package thetascan.island;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thetascan.classifier.Classifier;
import thetascan.classifier.ClassifierKind;
import thetascan.objective.Judgements;
import thetascan.optimiser.CandidateFilter;
import thetascan.point.PointStatus;
import thetascan.random.RandomStream;
import thetascan.search.PrefilterSettings;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Refuses candidates of an island that a classifier ranks behind most of its latest ones: so an optimiser, which draws again
 * what is refused, draws more and the best share is evaluated. The class is what is valid, or the least costly tenth as
 * long as hardly anything is. It is learned anew when the points have grown by a fifth.
 */
final class Prefilter implements CandidateFilter, Persistent {

    /** Points it begins with, and the latest that it learns from. */
    private static final int LEAST = 100;

    private static final int MOST = 2000;
    private static final double EPOCH = 1.2;
    /** Fewer valid points are no class. */
    private static final int FEW = 10;
    /** Part of the points that is the class where hardly anything is valid. */
    private static final double BEST = 0.1;
    /** Candidates one is ranked among. */
    private static final int LATEST = 100;

    private final PrefilterSettings settings;
    private final int n;
    private final long seed;
    private final int island;
    /** Coordinates in the chart, and 0 if valid, else 1 and the rank, infinite if failed; with room behind. */
    private double[] u = {};

    private double[] costs = {};
    private int count;
    private int learnedFrom;
    private int lessons;
    private @Nullable Classifier classifier;
    /** Scores of the latest candidates, in a ring. */
    private final double[] latest = new double[LATEST];

    private int ranked;

    Prefilter(PrefilterSettings settings, int n, long seed, int island) {
        this.settings = settings;
        this.n = n;
        this.seed = seed;
        this.island = island;
    }

    /** Whether anybody learns. */
    boolean isOn() {
        return settings.classifier() != ClassifierKind.NONE;
    }

    @Override
    public boolean accepts(double[] candidates, int offset) {
        if (classifier == null) return true;
        double score = classifier.score(candidates, offset);
        int known = Math.min(ranked, LATEST);
        int better = 0;
        for (int i = 0; i < known; i++) better += latest[i] > score ? 1 : 0;
        latest[ranked % LATEST] = score;
        ranked = ranked == 2 * LATEST - 1 ? LATEST : ranked + 1;
        return better <= settings.keep() * known;
    }

    /** Takes note of a point that was judged. */
    void add(double[] candidates, int offset, Judgements judgements, int i) {
        if (!isOn()) return;
        if (count == costs.length) {
            int capacity = Math.max(LEAST, 2 * count);
            u = Arrays.copyOf(u, capacity * n);
            costs = Arrays.copyOf(costs, capacity);
        }
        System.arraycopy(candidates, offset, u, count * n, n);
        PointStatus status = judgements.status(i);
        costs[count++] = status == PointStatus.VALID
                ? 0
                : status == PointStatus.INVALID ? 1 + judgements.rank(i) : Double.POSITIVE_INFINITY;
    }

    /** Learns between two rounds, if there is enough that is new. */
    void learn() {
        if (count < Math.max(LEAST, EPOCH * learnedFrom)) return;
        int gone = Math.max(0, count - MOST);
        System.arraycopy(u, gone * n, u, 0, (count - gone) * n);
        System.arraycopy(costs, gone, costs, 0, count - gone);
        count -= gone;
        learnedFrom = count;
        lessons++;
        train();
    }

    private void train() {
        double[] ordered = Arrays.copyOf(costs, learnedFrom);
        Arrays.sort(ordered);
        int valid = 0;
        while (valid < learnedFrom && ordered[valid] == 0) valid++;
        double limit = valid >= FEW ? 0 : ordered[(int) (BEST * learnedFrom)];
        boolean[] labels = new boolean[learnedFrom];
        int members = 0;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = costs[i] <= limit && costs[i] < Double.POSITIVE_INFINITY;
            members += labels[i] ? 1 : 0;
        }
        ranked = 0;
        classifier = members == 0 || members == learnedFrom
                ? null
                : settings.classifier()
                        .train(
                                Arrays.copyOf(u, learnedFrom * n),
                                n,
                                labels,
                                RandomStream.of(seed, Streams.PREFILTER, island, lessons));
    }

    @Override
    public void save(StateOutput out) {
        out.put("u", u, count * n).put("costs", costs, count).put("learnedFrom", learnedFrom);
        out.put("lessons", lessons).put("ranked", ranked).put("latest", latest);
    }

    @Override
    public void restore(StateInput in) {
        u = in.getDoubles("u");
        costs = in.getDoubles("costs");
        count = costs.length;
        learnedFrom = in.getInt("learnedFrom");
        lessons = in.getInt("lessons");
        if (learnedFrom > 0) train();
        ranked = in.getInt("ranked");
        System.arraycopy(in.getDoubles("latest"), 0, latest, 0, LATEST);
    }
}
