package thetascan.island;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.archive.ArchivePoint;
import thetascan.archive.ArchiveView;
import thetascan.archive.Gap;
import thetascan.optimiser.Start;
import thetascan.optimiser.cma.WarmStart;
import thetascan.random.RandomStream;
import thetascan.search.IslandKind;
import thetascan.space.ParameterSpace;

/** Starts of islands of one kind at archived points, or away from all of them. */
final class WarmStarts {

    /** Share of the archive that makes up a cloud. */
    private static final double CLOUD = 0.1;
    /** First step size at a point that was not drawn from a distribution: an evolution or a sampler found it. */
    private static final double SHAPELESS_SIGMA = 0.1;

    /** Random points tried to come to a gap. */
    private static final int DRAWS = 1000;

    private final ParameterSpace space;
    private final IslandKind kind;

    WarmStarts(ParameterSpace space, IslandKind kind) {
        this.space = space;
        this.kind = kind;
    }

    /** A start at a lonely archived point; null if the coordinates do not cover it. */
    @Nullable
    Start pick(ArchiveView view, RandomStream random) {
        ArchivePoint point = view.pickLonely(random);
        return switch (kind.restart().warmFrom()) {
            case POINT -> at(point);
            case CLOUD -> around(point, view);
        };
    }

    private @Nullable Start at(ArchivePoint point) {
        Start shape = point.origin().shape();
        double[] u = coordinates(point);
        if (shape == null || u == null) {
            return u == null ? null : Start.at(u, SHAPELESS_SIGMA);
        }
        boolean sameChart = point.origin().chart() == kind.chartIndex();
        return sameChart ? new Start(u, shape.sigma(), shape.covariance()) : Start.at(u, shape.sigma());
    }

    /**
     * A start at any point; null if the coordinates do not cover it.
     *
     * @param box   unit-box coordinates
     * @param sigma first step size
     */
    @Nullable
    Start at(double[] box, double sigma) {
        double[] u = coordinates(box);
        return u == null ? null : Start.at(u, sigma);
    }

    /** A start at a random point of a gap; null if a few draws do not come to one. */
    @Nullable
    Start within(Gap gap, RandomStream random) {
        double[] u = new double[kind.chart().dimension()];
        double[] theta = new double[space.size()];
        double[] box = new double[space.dimension()];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < u.length; i++) u[i] = random.nextDouble();
            kind.chart().toTheta(u, theta);
            if (space.toUnit(theta, box) && gap.holds(box)) return Start.at(u, kind.firstStep());
        }
        return null;
    }

    /** The distribution of the archived points nearest to this one. */
    private @Nullable Start around(ArchivePoint point, ArchiveView view) {
        int count = Math.max(1, (int) (CLOUD * view.archive().size()));
        List<double[]> cloud = new ArrayList<>();
        for (ArchivePoint near : view.archive().nearest(point.box(), count)) {
            double[] u = coordinates(near);
            if (u != null) {
                cloud.add(u);
            }
        }
        return cloud.isEmpty() ? null : WarmStart.of(cloud);
    }

    /** A point in the coordinates of this kind; null if they do not cover it. */
    private double @Nullable [] coordinates(ArchivePoint point) {
        if (point.origin().chart() == kind.chartIndex()) {
            return point.origin().u();
        }
        return coordinates(point.box());
    }

    private double @Nullable [] coordinates(double[] box) {
        double[] theta = new double[space.size()];
        double[] u = new double[kind.chart().dimension()];
        space.toTheta(box, theta);
        return kind.chart().toUnit(theta, u) ? u : null;
    }
}
