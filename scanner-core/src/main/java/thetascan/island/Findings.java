package thetascan.island;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.archive.Harvest;
import thetascan.metrics.CanonicalCopy;
import thetascan.metrics.Coverage;
import thetascan.point.FoundPoint;
import thetascan.point.PointStatus;
import thetascan.search.SearchSetup;
import thetascan.tally.Tally;

/** What one island has gathered since the start of a round. */
final class Findings {

    private final RoundOrder order;
    private final Tally tally;
    private final Coverage coverage;
    private final CanonicalCopy canonical;
    /** Of each generation that was done, and of the present one. */
    private long[] evaluations = new long[1];

    private long[] firstValid = new long[0];
    private final List<FoundPoint> points = new ArrayList<>();
    private final List<SampledPoint> sample = new ArrayList<>();
    private final List<double[]> distinct = new ArrayList<>();
    private final List<double[]> landings = new ArrayList<>();
    private int generations;
    private int failures;

    Findings(SearchSetup setup, RoundOrder order) {
        this.order = order;
        tally = new Tally(setup.constraints().size());
        coverage = new Coverage(setup.space().dimension());
        canonical = new CanonicalCopy(setup.model(), setup.space());
    }

    Tally tally() {
        return tally;
    }

    int generations() {
        return generations;
    }

    /** One more evaluated point, in the order of the candidates. */
    void evaluated(PointStatus status, double cost) {
        evaluations[generations]++;
        tally.add(status, cost);
    }

    /** The evaluated point is valid, the island's {@code number}-th from 0. */
    void valid(FoundPoint point, long number) {
        if (firstValid.length == 0) {
            firstValid = new long[] {generations, evaluations[generations]};
        }
        points.add(point);
        coverage.add(point.box(), canonical.box(point.theta(), point.box()));
        if (number % order.stride() == 0) {
            distinct.add(point.box());
        }
    }

    /** A start from anywhere has come to its first valid point. */
    void landed(double[] box) {
        landings.add(box);
    }

    /** The evaluated point failed. */
    void failed(FoundPoint point) {
        tally.failure(point.reason());
        if (failures < order.failures()) {
            failures++;
            points.add(point);
        }
    }

    /** The evaluated point is invalid and all such points are wanted. */
    void invalid(FoundPoint point) {
        points.add(point);
    }

    void sampled(long ticket, FoundPoint point) {
        sample.add(new SampledPoint(ticket, point));
    }

    void endGeneration() {
        generations++;
        tally.generation();
        if (generations == evaluations.length) {
            evaluations = Arrays.copyOf(evaluations, 2 * generations);
        }
    }

    RoundResult result(int island, Harvest harvest) {
        long[] done = Arrays.copyOf(evaluations, generations);
        return new RoundResult(island, tally, done, firstValid, points, sample, distinct, landings, harvest, coverage);
    }
}
