package thetascan.island;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thetascan.archive.ArchiveView;
import thetascan.archive.Gap;
import thetascan.archive.Origin;
import thetascan.objective.Judgements;
import thetascan.objective.Ranking;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.point.FoundPoint;
import thetascan.point.Place;
import thetascan.point.PointRow;
import thetascan.point.PointStatus;
import thetascan.random.RandomStream;
import thetascan.search.IslandKind;
import thetascan.search.MeasureSpace;
import thetascan.search.SearchSetup;
import thetascan.space.Chart;
import thetascan.space.ParameterSpace;
import thetascan.tally.NearMiss;
import thetascan.tally.Tally;

/** One island's round: turns candidates into points to judge, and judgements into results and findings. */
final class Round {

    private static final double[] NOTHING = {};

    /** Generations in a row without an evaluation after which a round is over, however long it might be. */
    private static final int MOST_IDLE = 1000;

    private final SearchSetup setup;
    private final int island;
    private final IslandKind kind;
    private final Chart chart;
    private final ParameterSpace space;
    private final EvaluatedPoints evaluated;
    private final Prefilter prefilter;
    private final ArchiveView view;
    private final RoundOrder order;
    private final Findings findings;
    /** Under the published ranking invalid points get the novelty penalty too. */
    private final boolean penalisesInvalid;

    private long left;
    /** Generations in a row without an evaluation. */
    private int idle;

    private final double[] u;
    private final double[] theta;
    private final double[] box;

    /**
     * What a generation came to.
     *
     * @param results    for the optimiser
     * @param valid      number of valid points
     * @param commonness of the rarest of them by what it is, over that of the rarest category known; 1 where all are alike
     * @param bestRank   least rank of an invalid point; infinite if there was none
     * @param surrounded true if every candidate was refused
     */
    record Outcome(Results results, int valid, double commonness, double bestRank, boolean surrounded) {}

    Round(
            SearchSetup setup,
            int island,
            IslandKind kind,
            EvaluatedPoints evaluated,
            Prefilter prefilter,
            ArchiveView view,
            RoundOrder order) {
        this.setup = setup;
        this.island = island;
        this.kind = kind;
        this.evaluated = evaluated;
        this.prefilter = prefilter;
        this.view = view;
        this.order = order;
        chart = kind.chart();
        space = setup.space();
        findings = new Findings(setup, order);
        penalisesInvalid = setup.objective().ranking() == Ranking.MINMAX;
        left = order.evaluations();
        u = new double[chart.dimension()];
        theta = new double[space.size()];
        box = new double[space.dimension()];
    }

    Tally tally() {
        return findings.tally();
    }

    ArchiveView view() {
        return view;
    }

    boolean isOver() {
        return findings.generations() == order.generations() || left == 0 || idle == MOST_IDLE;
    }

    RoundResult result() {
        return findings.result(island, view.harvest());
    }

    /**
     * Refuses candidates in known territory, or outside the space, and those a classifier expects nothing of.
     *
     * @param gap that they have to lie in; null = they may lie anywhere
     */
    CandidateFilter filter(@Nullable Gap gap) {
        boolean excludes = kind.heedsExclusion() && view.hasExclusion();
        CandidateFilter territory =
                excludes || gap != null ? (u, at) -> accepts(u, at, excludes, gap) : CandidateFilter.ALL;
        return prefilter.isOn() ? (u, at) -> territory.accepts(u, at) && prefilter.accepts(u, at) : territory;
    }

    private boolean accepts(double[] candidates, int offset, boolean excludes, @Nullable Gap gap) {
        System.arraycopy(candidates, offset, u, 0, u.length);
        double[] at = chart == space ? u : box;
        if (chart != space) {
            chart.toTheta(u, theta);
            if (!space.toUnit(theta, box)) return false;
        }
        return (gap == null || gap.holds(at)) && !(excludes && view.excludes(at));
    }

    /** The candidates of a generation as points to judge, as many as the budget allows. */
    Generation generation(Candidates candidates, long number, int start) {
        int count = candidates.count();
        boolean allRows = order.rows() == RoundOrder.Rows.ALL
                || penalisesInvalid && view.watchesObservables()
                || kind.measures().watchesObservables();
        boolean[] evaluate = new boolean[count];
        boolean[] rows = new boolean[count];
        double[] thetas = new double[count * theta.length];
        long[] tickets = tickets(count, number);
        long before = left;
        for (int i = 0; i < count; i++) {
            if (candidates.refused()[i]) continue;
            System.arraycopy(candidates.u(), i * u.length, u, 0, u.length);
            chart.toTheta(u, theta);
            System.arraycopy(theta, 0, thetas, i * theta.length, theta.length);
            evaluate[i] = left > 0 && evaluated.wants(EvaluatedPoints.hash(theta, 0, theta.length));
            if (evaluate[i]) {
                left--;
                rows[i] = allRows || isSampled(tickets, i);
            }
        }
        idle = left == before ? idle + 1 : 0;
        return new Generation(number, start, candidates, new Batch(thetas, evaluate, rows, kind.needs()), tickets);
    }

    private long[] tickets(int count, long generation) {
        if (order.sampleBelow() == 0) {
            return new long[0];
        }
        RandomStream random = RandomStream.of(setup.seed(), Streams.TICKETS, island, generation);
        long[] tickets = new long[count];
        for (int i = 0; i < count; i++) {
            tickets[i] = random.nextLong();
        }
        return tickets;
    }

    private boolean isSampled(long[] tickets, int i) {
        return order.sampleBelow() != 0 && Long.compareUnsigned(tickets[i], order.sampleBelow()) < 0;
    }

    /**
     * What became of the candidates of a generation.
     *
     * @param fresh      true if the island found no valid point since it started
     * @param cold       true if it started anywhere, and its first valid point is where that led
     * @param shape      of the distribution they were drawn from; null if there is none
     * @param validSoFar valid points the island ever found
     */
    Outcome take(
            Generation generation,
            Judgements judgements,
            boolean fresh,
            boolean cold,
            @Nullable Start shape,
            long validSoFar) {
        check(generation, judgements);
        tally().violations(judgements);
        boolean[] isNew = recall(generation, judgements);
        boolean heard = kind.hearsNovelty() && view.hearsNovelty(fresh);
        double[][] boxes = boxes(generation, judgements, heard && penalisesInvalid);
        double[] penalties = heard ? penalties(judgements, boxes) : new double[generation.count()];
        double[] fitness = new double[generation.count()];
        setup.objective().fitness(judgements, penalties, fitness);

        long[] ids = new long[generation.count()];
        boolean[] failed = new boolean[generation.count()];
        double bestRank = Double.POSITIVE_INFINITY;
        int best = -1;
        for (int i = 0; i < generation.count(); i++) {
            ids[i] = generation.candidates().firstId() + i;
            failed[i] = !judgements.isRanked(i);
            if (judgements.status(i) == PointStatus.INVALID && judgements.rank(i) < bestRank) {
                bestRank = judgements.rank(i);
                best = i;
            }
        }
        double[] commonness = commonness(judgements);
        int valid = collect(generation, judgements, isNew, boxes, heard ? penalties : null, shape, validSoFar);
        if (fresh && cold && valid > 0) {
            findings.landed(firstValid(judgements, boxes));
        }
        int refused = refused(generation.candidates());
        tally().refuse(refused);
        noteMiss(generation, judgements, best);
        findings.endGeneration();
        Results results = new Results(ids, fitness, vectors(generation, judgements), failed, commonness);
        return new Outcome(
                results,
                valid,
                rarest(judgements, commonness) / view.rarest(),
                bestRank,
                refused == generation.count());
    }

    /** Remembers the verdicts, and repeats those on points that were evaluated before; which points were not. */
    private boolean[] recall(Generation generation, Judgements judgements) {
        int size = theta.length;
        double[] thetas = generation.batch().thetas();
        boolean[] isNew = new boolean[generation.count()];
        for (int i = 0; i < isNew.length; i++) {
            if (judgements.status(i) == null) continue;
            isNew[i] = evaluated.add(EvaluatedPoints.hash(thetas, i * size, size), judgements, i);
            if (isNew[i]) prefilter.add(generation.candidates().u(), i * u.length, judgements, i);
        }
        for (int i = 0; i < isNew.length; i++) {
            if (judgements.status(i) != null || generation.candidates().refused()[i]) continue;
            Judgements verdict = evaluated.verdict(EvaluatedPoints.hash(thetas, i * size, size));
            if (verdict != null) judgements.insert(verdict, i);
        }
        return isNew;
    }

    /** How common the candidates are by what they are, 1 for those that are not valid; empty where all are alike. */
    private double[] commonness(Judgements judgements) {
        double[] commonness = view.hasCategories() ? new double[judgements.count()] : NOTHING;
        for (int i = 0; i < commonness.length; i++) {
            PointRow row = judgements.row(i);
            commonness[i] = row != null && judgements.status(i) == PointStatus.VALID
                    ? view.commonness(row.theta(), row.observables())
                    : 1;
        }
        return commonness;
    }

    private static double rarest(Judgements judgements, double[] commonness) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < commonness.length; i++) {
            if (judgements.status(i) == PointStatus.VALID) least = Math.min(least, commonness[i]);
        }
        return least == Double.POSITIVE_INFINITY ? 1 : least;
    }

    /** Remembers the best invalid candidate if no other came closer. */
    private void noteMiss(Generation generation, Judgements judgements, int best) {
        if (best >= 0 && tally().nearMisses().wants(island, judgements.rank(best))) {
            double[] point =
                    Arrays.copyOfRange(generation.batch().thetas(), best * theta.length, (best + 1) * theta.length);
            tally().miss(new NearMiss(island, judgements.rank(best), judgements.cost(best), point));
        }
    }

    /** What the optimiser is told of each candidate besides the fitness. */
    private double[] vectors(Generation generation, Judgements judgements) {
        MeasureSpace measures = kind.measures();
        if (measures.count() == 0) {
            return judgements.vectors();
        }
        double[] vectors = new double[generation.count() * measures.count()];
        for (int i = 0; i < generation.count(); i++) {
            PointRow row = judgements.row(i);
            double[] observables = row == null ? null : row.observables();
            measures.fill(generation.batch().thetas(), i * theta.length, observables, vectors, i * measures.count());
        }
        return vectors;
    }

    private void check(Generation generation, Judgements judgements) {
        if (judgements.count() != generation.count()) {
            throw refusal(generation, judgements.count() + " judgements for " + generation.count() + " candidates");
        }
        for (int i = 0; i < generation.count(); i++) {
            boolean asked = generation.batch().evaluate()[i];
            if (asked != (judgements.status(i) != null)) {
                throw refusal(generation, "candidate " + i + (asked ? " was not judged" : " was not to be judged"));
            }
        }
    }

    private IllegalArgumentException refusal(Generation generation, String what) {
        return new IllegalArgumentException("island " + island + ", generation " + generation.number() + ": " + what);
    }

    /** Box coordinates of the valid candidates, or of all; a valid one outside the space becomes failed. */
    private double[][] boxes(Generation generation, Judgements judgements, boolean all) {
        double[][] boxes = new double[generation.count()][];
        for (int i = 0; i < boxes.length; i++) {
            boolean valid = judgements.status(i) == PointStatus.VALID;
            if (valid || all && judgements.isRanked(i)) {
                System.arraycopy(generation.batch().thetas(), i * theta.length, theta, 0, theta.length);
                boxes[i] = box(theta);
                if (valid && Double.isNaN(boxes[i][0])) {
                    judgements.fail(
                            i, "chart " + chart.name() + " left the parameter ranges: " + Arrays.toString(theta));
                }
            }
        }
        return boxes;
    }

    /** Box coordinates of a point; NaN outside the space. */
    private double[] box(double[] point) {
        double[] coordinates = new double[space.dimension()];
        if (!space.toUnit(point, coordinates)) {
            Arrays.fill(coordinates, Double.NaN);
        }
        return coordinates;
    }

    /** Novelty penalties of the candidates that have box coordinates, 0 for the others. */
    private double[] penalties(Judgements judgements, double[][] boxes) {
        int[] asked = IntStream.range(0, boxes.length)
                .filter(i -> boxes[i] != null && !Double.isNaN(boxes[i][0]))
                .toArray();
        double[][] at = new double[asked.length][];
        double[][] observables = new double[asked.length][];
        for (int k = 0; k < asked.length; k++) {
            PointRow row = judgements.row(asked[k]);
            at[k] = boxes[asked[k]];
            observables[k] = row == null ? NOTHING : row.observables();
        }
        double[] heard = view.penalties(at, observables);
        double[] penalties = new double[boxes.length];
        for (int k = 0; k < asked.length; k++) {
            penalties[asked[k]] = heard[k];
        }
        return penalties;
    }

    /** Keeps what is wanted of a generation and lets the view learn its valid points; how many those are. */
    private int collect(
            Generation generation,
            Judgements judgements,
            boolean[] isNew,
            double[][] boxes,
            double @Nullable [] penalties,
            @Nullable Start shape,
            long validSoFar) {
        int valid = 0;
        for (int i = 0; i < generation.count(); i++) {
            PointStatus status = judgements.status(i);
            if (status == null || !isNew[i]) {
                continue;
            }
            findings.evaluated(status, judgements.cost(i));
            PointRow row = judgements.row(i);
            if (row == null) {
                continue;
            }
            double[] at = boxes[i] != null ? boxes[i] : box(row.theta());
            double novelty = penalties == null || boxes[i] == null ? Double.NaN : 1 - penalties[i];
            FoundPoint point = new FoundPoint(new Place(island, generation.number(), i), status, row, at, novelty);
            switch (status) {
                case VALID -> {
                    findings.valid(point, validSoFar + valid);
                    int candidate = i;
                    view.found(
                            at,
                            row.theta(),
                            row.observables(),
                            () -> origin(generation.candidates(), candidate, shape));
                    valid++;
                }
                case FAILED -> findings.failed(point);
                case INVALID -> {
                    if (order.rows() == RoundOrder.Rows.ALL) {
                        findings.invalid(point);
                    } else if (isSampled(generation.tickets(), i)) {
                        findings.sampled(generation.tickets()[i], point);
                    }
                }
            }
        }
        return valid;
    }

    private Origin origin(Candidates candidates, int i, @Nullable Start shape) {
        return new Origin(
                kind.chartIndex(), Arrays.copyOfRange(candidates.u(), i * u.length, (i + 1) * u.length), shape);
    }

    private static double[] firstValid(Judgements judgements, double[][] boxes) {
        int i = 0;
        while (judgements.status(i) != PointStatus.VALID) {
            i++;
        }
        return boxes[i];
    }

    private static int refused(Candidates candidates) {
        int refused = 0;
        for (boolean flag : candidates.refused()) {
            refused += flag ? 1 : 0;
        }
        return refused;
    }
}
