package thetascan.optimiser.sampler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.optimiser.CandidateFilter;
import thetascan.optimiser.Optimiser;
import thetascan.optimiser.OptimiserKind;
import thetascan.optimiser.Proposal;
import thetascan.optimiser.Start;
import thetascan.option.Option;
import thetascan.option.Options;
import thetascan.random.RandomStream;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** Asks points that are given, one after another, and then no more. Its state brings the points along. */
public final class GivenPoints extends Sampler {

    private static final int BATCH = 100;

    private final double sigma;
    private final List<double[]> points;

    /**
     * @param sigma step size a search may begin with at these points
     */
    GivenPoints(int dimension, List<double[]> points, double sigma) {
        super(dimension);
        this.points = new ArrayList<>(points);
        this.sigma = sigma;
    }

    /**
     * Not in the registry: no scan file can name points.
     *
     * @param points coordinates in [0,1] of each
     * @param sigma  step size a search may begin with at these points
     * @return a kind without options
     */
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
    protected Proposal propose(CandidateFilter filter) {
        int first = (int) issued();
        int count = Math.min(BATCH, points.size() - first);
        if (count == 0) throw new IllegalStateException("all " + points.size() + " given points were asked");
        return Proposal.drawn(
                count, n, 1, filter, (row, u, offset) -> System.arraycopy(points.get(first + row), 0, u, offset, n));
    }

    @Override
    public @Nullable Start shape() {
        return points.isEmpty() ? null : Start.at(points.get(0), sigma);
    }

    @Override
    public @Nullable String stopped() {
        return issued() < points.size() ? null : "every given point was asked";
    }

    @Override
    public void save(StateOutput out) {
        out.put("points", points.size());
        points.forEach(point -> out.put("point", point));
        super.save(out);
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        for (int i = in.getInt("points"); i > 0; i--) points.add(in.getDoubles("point"));
        super.restore(in);
    }

    @Override
    protected void saveOwn(StateOutput out) {}

    @Override
    protected void restoreOwn(StateInput in) {}
}
