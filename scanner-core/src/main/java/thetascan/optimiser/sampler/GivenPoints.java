package thetascan.optimiser.sampler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Candidates;
import thetascan.optimiser.Ledger;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Results;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Asks points that are given, one after another, and then no more. Its state brings the points along. */
public final class GivenPoints implements Optimiser {

    private static final int BATCH = 100;

    private final int n;
    private final double sigma;
    private final List<double[]> points;
    private final Ledger ledger = new Ledger();

    /**
     * @param sigma step size a search may begin with at these points
     */
    GivenPoints(int dimension, List<double[]> points, double sigma) {
        n = dimension;
        this.points = new ArrayList<>(points);
        this.sigma = sigma;
    }

    /** Not in the registry: no scan file can name points. */
    public static OptimiserKind kind(List<double[]> points, double sigma) {
        return new OptimiserKind() {
            @Override
            public String name() {
                return "given-points";
            }

            @Override
            public String description() {
                return "points that are given";
            }

            @Override
            public List<Option> options() {
                return List.of();
            }

            @Override
            public Optimiser create(Options options, int dimension, RandomStream random, @Nullable Start start) {
                return new GivenPoints(dimension, points, sigma);
            }
        };
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public long generation() {
        return ledger.generation();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Candidates ask(CandidateFilter filter) {
        ledger.checkMayAsk();
        int first = (int) ledger.asked();
        int count = Math.min(BATCH, points.size() - first);
        double[] u = new double[count * n];
        boolean[] refused = new boolean[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(points.get(first + i), 0, u, i * n, n);
            refused[i] = !filter.accepts(u, i * n);
        }
        return new Candidates(ledger.issue(count), u, refused);
    }

    @Override
    public void tell(Results results) {
        ledger.settle(results);
    }

    @Override
    public @Nullable Start shape() {
        return points.isEmpty() ? null : Start.at(points.get(0), sigma);
    }

    @Override
    public @Nullable String stopped() {
        return ledger.asked() < points.size() ? null : "every given point was asked";
    }

    @Override
    public void save(StateOutput out) {
        out.put("points", points.size());
        points.forEach(point -> out.put("point", point));
        out.put("ledger", ledger);
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        for (int i = in.getInt("points"); i > 0; i--) points.add(in.getDoubles("point"));
        in.get("ledger", ledger);
    }
}
