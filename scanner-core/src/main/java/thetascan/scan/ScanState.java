package thetascan.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import thetascan.archive.Archive;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.island.SearchSetup;
import thetascan.island.Tally;
import thetascan.metrics.CanonicalCopy;
import thetascan.metrics.Coverage;
import thetascan.metrics.DistinctPoints;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.space.ParameterSpace;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Everything a scan knows between two rounds. */
final class ScanState implements Persistent {

    /** Version of the saved fields and their order. */
    private static final int FORMAT = 1;

    private final ScanSetup setup;
    private final ParameterSpace space;
    private final CanonicalCopy canonical;
    private final List<Island> islands;
    private final Archive archive;
    private final Tally tally;
    private final Coverage coverage;
    private final DistinctPoints distinct;
    private final DistinctPoints canonicalDistinct;
    private final InvalidSample invalidSample;
    private final NearCopies nearCopies;
    private final FamilyWatch families;
    private long round;
    private int commits;
    private long firstValid = -1;
    private long kept;
    private int keptFailures;
    private long lastNewCell;
    private int idleRounds;

    ScanState(ScanSetup setup) {
        SearchSetup search = setup.search();
        this.setup = setup;
        space = search.space();
        canonical = new CanonicalCopy(search.model(), space);
        islands = search.newIslands();
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

    List<Island> islands() {
        return islands;
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

    /** Rounds in a row in which nothing was evaluated. */
    int idleRounds() {
        return idleRounds;
    }

    /** Number of the next commit. */
    int nextCommit() {
        return commits;
    }

    void committed() {
        commits++;
    }

    /** The next round's orders: what is left of the evaluations is shared out equally, the rest to the first islands. */
    List<RoundOrder> orders() {
        long limit = setup.stop().evaluations();
        long left = limit == 0 ? Long.MAX_VALUE : limit - evaluations();
        int count = islands.size();
        List<RoundOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(new RoundOrder(
                    setup.search().settings().exchangeEvery(),
                    left / count + (i < left % count ? 1 : 0),
                    setup.keep().keep(),
                    invalidSample.below(),
                    Math.max(0, setup.keep().keepFailed() - keptFailures),
                    distinct.stride()));
        }
        return orders;
    }

    /**
     * Takes in a round.
     *
     * @param results in the order of the islands
     * @return the points to keep, in that order
     */
    List<FoundPoint> merge(List<RoundResult> results) {
        long before = evaluations();
        int cellsBefore = coverage.cells().count();
        if (firstValid < 0) {
            firstValid = firstValid(before, results);
        }
        List<FoundPoint> keep = new ArrayList<>();
        for (RoundResult result : results) {
            tally.merge(result.tally());
            archive.merge(result.harvest());
            coverage.merge(result.coverage());
            result.distinct().forEach(this::addDistinct);
            invalidSample.add(result.sample());
            result.points().stream().filter(this::keeps).forEach(keep::add);
        }
        round++;
        kept += keep.size();
        idleRounds = evaluations() == before ? idleRounds + 1 : 0;
        boolean newFamily = families.look(archive, evaluations());
        if (newFamily || coverage.cells().count() > cellsBefore) {
            lastNewCell = evaluations();
        }
        return keep;
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

    /** Evaluations up to the first valid point of a round, all islands advancing generation by generation; −1 if none. */
    private static long firstValid(long before, List<RoundResult> results) {
        RoundResult first = null;
        for (RoundResult result : results) {
            if (result.firstValid().length > 0 && (first == null || result.firstValid()[0] < first.firstValid()[0])) {
                first = result;
            }
        }
        if (first == null) {
            return -1;
        }
        long count = before + first.firstValid()[1];
        int generation = (int) first.firstValid()[0];
        for (RoundResult result : results) {
            for (int g = 0; g < generation; g++) {
                count += result.evaluations()[g];
            }
            count += result.island() < first.island() ? result.evaluations()[generation] : 0;
        }
        return count;
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
                elapsed);
    }

    @Override
    public void save(StateOutput out) {
        out.put("format", FORMAT).put("islands", islands.size());
        islands.forEach(island -> out.put("island", island));
        out.put("archive", archive)
                .put("tally", tally)
                .put("coverage", coverage)
                .put("distinct", distinct)
                .put("canonicalDistinct", canonicalDistinct)
                .put("invalidSample", invalidSample)
                .put("nearCopies", nearCopies)
                .put("families", families)
                .put("round", round)
                .put("commits", commits)
                .put("firstValid", firstValid)
                .put("kept", kept)
                .put("keptFailures", keptFailures)
                .put("lastNewCell", lastNewCell)
                .put("idleRounds", idleRounds);
    }

    @Override
    public void restore(StateInput in) {
        int format = in.getInt("format");
        if (format != FORMAT) {
            throw new IllegalArgumentException("scan state of format " + format + ", this program reads " + FORMAT);
        }
        int saved = in.getInt("islands");
        if (saved != islands.size()) {
            throw new IllegalArgumentException(
                    "scan state of " + saved + " islands, the scan file asks for " + islands.size());
        }
        islands.forEach(island -> in.get("island", island));
        in.get("archive", archive);
        in.get("tally", tally);
        in.get("coverage", coverage);
        in.get("distinct", distinct);
        in.get("canonicalDistinct", canonicalDistinct);
        in.get("invalidSample", invalidSample);
        in.get("nearCopies", nearCopies);
        in.get("families", families);
        round = in.getLong("round");
        commits = in.getInt("commits");
        firstValid = in.getLong("firstValid");
        kept = in.getLong("kept");
        keptFailures = in.getInt("keptFailures");
        lastNewCell = in.getLong("lastNewCell");
        idleRounds = in.getInt("idleRounds");
    }
}
