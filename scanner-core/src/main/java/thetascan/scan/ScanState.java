package thetascan.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import thetascan.archive.Archive;
import thetascan.archive.ArchivePoint;
import thetascan.island.FirstValid;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.metrics.CanonicalCopy;
import thetascan.metrics.Coverage;
import thetascan.metrics.DistinctPoints;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.random.RandomStream;
import thetascan.schedule.Turn;
import thetascan.search.SearchSetup;
import thetascan.search.SeedSettings;
import thetascan.space.ParameterSpace;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;
import thetascan.tally.Tally;

/** Everything a scan knows between two rounds. */
final class ScanState implements Persistent {

    /** Version of the saved fields and their order. */
    private static final int FORMAT = 3;

    /** The first that is still read: a scan begun by an earlier version goes on. */
    private static final int FIRST_FORMAT = 2;

    /** Rounds without an evaluation after which there is nothing left to search. */
    private static final int MOST_IDLE_ROUNDS = 10;

    private final ScanSetup setup;
    private final ParameterSpace space;
    private final CanonicalCopy canonical;
    private final Crew crew;
    private final Archive archive;
    private final Tally tally;
    private final Coverage coverage;
    private final DistinctPoints distinct;
    private final DistinctPoints canonicalDistinct;
    private final InvalidSample invalidSample;
    private final NearCopies nearCopies;
    private final FamilyWatch families;
    private final UnderWay underWay = new UnderWay(this);
    private final History history = new History();
    private final Landings landings = new Landings();
    private long round;
    private int commits;
    private long firstValid = FirstValid.NONE;
    private long kept;
    private int keptFailures;
    private long lastNewCell;
    /** Rounds in a row in which nothing was evaluated. */
    private int idleRounds;
    /** Evaluations at the end of the last round. */
    private long roundsEvaluations;
    /** Points that failed in rounds in a row in which every point did. */
    private long failedInARow;
    /** Points evaluated, and failed, when the round of the first so many had ended; 0 before. */
    private long firstPoints;

    private long firstFailed;

    ScanState(ScanSetup setup) {
        SearchSetup search = setup.search();
        this.setup = setup;
        space = search.space();
        canonical = new CanonicalCopy(search.model(), space);
        crew = new Crew(search);
        archive = search.newArchive();
        tally = new Tally(search.constraints().size());
        coverage = new Coverage(space.dimension());
        distinct = distinct();
        canonicalDistinct = distinct();
        invalidSample = new InvalidSample(setup.keep().keepInvalidSample());
        nearCopies = new NearCopies(space.dimension(), setup.keep().distance());
        families = new FamilyWatch(search);
    }

    private DistinctPoints distinct() {
        return new DistinctPoints(space.dimension(), Progress.DISTINCT_DISTANCE, Progress.DISTINCT_SAMPLE);
    }

    /** The next round. */
    List<Turn> nextRound() {
        if (crew.advance(evaluations(), valid(), evaluationsWithoutNewCell(), idleRounds >= MOST_IDLE_ROUNDS)) {
            idleRounds = 0;
        }
        return idleRounds > 0 ? crew.everyone(evaluations()) : crew.next(evaluations(), firstValid >= 0);
    }

    /** Generations asked and not told, where points are dear. */
    UnderWay underWay() {
        return underWay;
    }

    /** The islands and whose turn it is. */
    Crew crew() {
        return crew;
    }

    /** What the island of the seeds is to do. */
    RoundOrder seedOrder() {
        return order(crew.seeds(), left());
    }

    Archive archive() {
        return archive;
    }

    long evaluations() {
        return tally.evaluations();
    }

    long valid() {
        return tally.count(PointStatus.VALID);
    }

    /** Evaluations since a new cell was last reached or a new family seen. */
    long evaluationsWithoutNewCell() {
        return evaluations() - lastNewCell;
    }

    /** Points that failed since a round in which one did not. */
    long failedInARow() {
        return failedInARow;
    }

    /** Share of the first points that failed; 0 until there are so many. */
    double failedShareOfFirst() {
        return firstPoints == 0 ? 0 : (double) firstFailed / firstPoints;
    }

    /** True if nothing was evaluated for many rounds and no other phase follows. */
    boolean isExhausted() {
        return idleRounds >= MOST_IDLE_ROUNDS && crew.isInLastPhase();
    }

    /** Number of the next commit. */
    int nextCommit() {
        return commits;
    }

    void committed() {
        commits++;
    }

    /**
     * Orders for a round: what is left of the evaluations is shared out equally, the rest to the first islands, or to
     * those after them where the first had no use for it.
     */
    List<RoundOrder> orders(List<Turn> turns) {
        long left = left();
        int count = turns.size();
        List<RoundOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean more = Math.floorMod(i - idleRounds, count) < left % count;
            orders.add(order(turns.get(i).generations(), left / count + (more ? 1 : 0)));
        }
        return orders;
    }

    /** Evaluations that the scan or its phase may still spend, those under way not among them. */
    long left() {
        long limit = setup.stop().evaluations();
        long spent = evaluations() + underWay.points();
        return Math.min(limit == 0 ? Long.MAX_VALUE : limit - spent, crew.left(spent));
    }

    /** What an island is to do. */
    RoundOrder order(int generations, long evaluations) {
        return new RoundOrder(
                generations,
                evaluations,
                setup.keep().keep(),
                invalidSample.below(),
                Math.max(0, setup.keep().keepFailed() - keptFailures),
                distinct.stride());
    }

    /**
     * Takes in a round, or a part of it.
     *
     * @param results in the order of the islands
     * @param ends    true if the round is over
     * @return the points to keep, in that order
     */
    List<FoundPoint> merge(List<RoundResult> results, boolean ends) {
        long before = evaluations();
        long failedBefore = tally.count(PointStatus.FAILED);
        int cellsBefore = coverage.cells().count();
        if (firstValid < 0) {
            firstValid = FirstValid.evaluations(before, results);
        }
        ForkJoinTask<List<FoundPoint>> thinning =
                ForkJoinTask.adapt(() -> thinned(results)).fork();
        for (RoundResult result : results) {
            tally.merge(result.tally());
            int cellsSoFar = coverage.cells().count();
            int points = archive.merge(result.harvest());
            coverage.merge(result.coverage());
            crew.credit(result, points, coverage.cells().count() - cellsSoFar);
            result.distinct().forEach(this::addDistinct);
            landings.add(result.landings());
            invalidSample.add(result.sample());
        }
        List<FoundPoint> keep = thinning.join();
        kept += keep.size();
        if (ends) {
            crew.fade();
            round++;
            idleRounds = evaluations() == roundsEvaluations ? idleRounds + 1 : 0;
            roundsEvaluations = evaluations();
        }
        long failed = tally.count(PointStatus.FAILED) - failedBefore;
        failedInARow = failed == evaluations() - before ? failedInARow + failed : 0;
        if (firstPoints == 0 && before < StopRules.FIRST_POINTS && evaluations() >= StopRules.FIRST_POINTS) {
            firstPoints = evaluations();
            firstFailed = tally.count(PointStatus.FAILED);
        }
        boolean newFamily = families.look(archive, evaluations());
        if (newFamily || coverage.cells().count() > cellsBefore) {
            lastNewCell = evaluations();
        }
        if (history.isDue(evaluations())) {
            history.add(new Milestone(
                    evaluations(), valid(), distinct.count(), coverage.cells().count(), families.families()));
        }
        return keep;
    }

    /** Which points to keep: as long as the rest of a merge, and nothing to do with it. */
    private List<FoundPoint> thinned(List<RoundResult> results) {
        return results.stream()
                .flatMap(result -> result.points().stream())
                .filter(this::keeps)
                .toList();
    }

    private void addDistinct(double[] box) {
        double[] theta = new double[space.size()];
        space.toTheta(box, theta);
        distinct.add(box);
        canonicalDistinct.add(canonical.box(theta, box));
    }

    private boolean keeps(FoundPoint point) {
        if (point.status() == PointStatus.FAILED) {
            keptFailures++;
            return keptFailures <= setup.keep().keepFailed();
        }
        boolean thinned = point.status() == PointStatus.VALID && setup.keep().distance() > 0;
        return !thinned || nearCopies.keeps(point.box());
    }

    /** Takes in points that were evaluated and stored before; of those that were not, only how many there were is known. */
    void recall(RoundResult stored) {
        merge(List.of(stored), true);
    }

    /**
     * Ends the taking in of stored points.
     *
     * @param counts    of the scan that stored them
     * @param committed commits that were made of it
     */
    void recalled(Recovery.Counts counts, int committed) {
        tally.recall(PointStatus.VALID, Math.max(0, counts.valid() - tally.count(PointStatus.VALID)));
        tally.recall(PointStatus.INVALID, Math.max(0, counts.invalid() - tally.count(PointStatus.INVALID)));
        tally.recall(PointStatus.FAILED, Math.max(0, counts.failed() - tally.count(PointStatus.FAILED)));
        firstValid = counts.firstValid();
        lastNewCell = evaluations();
        commits = committed;
        List<double[]> boxes = archive.points().stream().map(ArchivePoint::box).toList();
        SeedSettings seeds = setup.search().settings().seeds();
        double[][] known = boxes.toArray(double[][]::new);
        RandomStream random = RandomStream.of(setup.search().seed(), Recovery.STREAM);
        for (int i : seeds.by().choose(known, seeds.count(), random)) crew.startAt(List.of(boxes.get(i)));
    }

    /** What the island that recalls stored points is to do. */
    RoundOrder recallOrder(int points) {
        return new RoundOrder(points, points, RoundOrder.Rows.VALID, 0, 0, distinct.stride());
    }

    /** The sample of invalid points, which is then empty. */
    List<FoundPoint> takeInvalidSample() {
        List<FoundPoint> taken = invalidSample.take();
        kept += taken.size();
        return taken;
    }

    Progress progress(Duration elapsed) {
        return new Progress(
                round,
                tally.copy(),
                firstValid,
                kept,
                distinct.count(),
                canonicalDistinct.count(),
                coverage.cells().count(),
                coverage.canonicalCells().count(),
                coverage.cells().total(),
                archive.size(),
                archive.distance(),
                crew.progress(),
                history.milestones(),
                landings.boxes(),
                elapsed);
    }

    @Override
    public void save(StateOutput out) {
        out.put("format", FORMAT).put("islands", setup.search().settings().islands());
        crew.save(out);
        out.put("archive", archive)
                .put("tally", tally)
                .put("coverage", coverage)
                .put("distinct", distinct)
                .put("canonicalDistinct", canonicalDistinct)
                .put("invalidSample", invalidSample)
                .put("nearCopies", nearCopies)
                .put("families", families)
                .put("history", history)
                .put("round", round)
                .put("commits", commits)
                .put("firstValid", firstValid)
                .put("kept", kept)
                .put("keptFailures", keptFailures)
                .put("lastNewCell", lastNewCell)
                .put("idleRounds", idleRounds)
                .put("failedInARow", failedInARow)
                .put("firstPoints", firstPoints)
                .put("firstFailed", firstFailed)
                .put("landings", landings)
                .put("roundsEvaluations", roundsEvaluations)
                .put("underWay", underWay);
    }

    @Override
    public void restore(StateInput in) {
        int format = in.getInt("format");
        if (format < FIRST_FORMAT || format > FORMAT) {
            throw new IllegalArgumentException(
                    "scan state of format " + format + ", this program reads " + FIRST_FORMAT + " to " + FORMAT);
        }
        int saved = in.getInt("islands");
        int asked = setup.search().settings().islands();
        if (saved != asked) {
            throw new IllegalArgumentException("scan state of " + saved + " islands, the scan file asks for " + asked);
        }
        crew.restore(in);
        in.get("archive", archive);
        in.get("tally", tally);
        in.get("coverage", coverage);
        in.get("distinct", distinct);
        in.get("canonicalDistinct", canonicalDistinct);
        in.get("invalidSample", invalidSample);
        in.get("nearCopies", nearCopies);
        in.get("families", families);
        in.get("history", history);
        round = in.getLong("round");
        commits = in.getInt("commits");
        firstValid = in.getLong("firstValid");
        kept = in.getLong("kept");
        keptFailures = in.getInt("keptFailures");
        lastNewCell = in.getLong("lastNewCell");
        idleRounds = in.getInt("idleRounds");
        failedInARow = in.isAtEnd() ? 0 : in.getLong("failedInARow");
        firstPoints = in.isAtEnd() ? 0 : in.getLong("firstPoints");
        firstFailed = in.isAtEnd() ? 0 : in.getLong("firstFailed");
        if (!in.isAtEnd()) {
            in.get("landings", landings);
        }
        roundsEvaluations = in.isAtEnd() ? evaluations() : in.getLong("roundsEvaluations");
        if (!in.isAtEnd()) {
            in.get("underWay", underWay);
        }
    }
}
