package thetascan.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import thetascan.archive.Harvest.Lesson;
import thetascan.random.RandomStream;

/** The archive as it was at the start of a round, with what one island found since. One thread. */
public final class ArchiveView {

    /** Archived points compared when one that stands alone is picked. */
    private static final int TOURNAMENT = 8;

    private final Archive base;
    private final Novelty novelty;
    private final BallIndex occupied;
    private final BallIndex excluded;
    private final List<ArchivePoint> points = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();

    ArchiveView(Archive base, Novelty novelty, int dimension) {
        this.base = base;
        this.novelty = novelty;
        occupied = new BallIndex(dimension, base.distance());
        excluded = new BallIndex(dimension, base.exclusionRadius());
    }

    /** The archive at the start of the round. */
    public Archive archive() {
        return base;
    }

    /** True if {@link #excludes} can be true. */
    public boolean hasExclusion() {
        return base.exclusionRadius() > 0 && base.size() + points.size() > 0;
    }

    /** True if a candidate at this box point lies in known territory. */
    public boolean excludes(double[] box) {
        return base.excludes(box) || excluded.covers(box);
    }

    /**
     * True if novelty is asked at all.
     *
     * @param fresh true if the island has found no valid point since it last started
     */
    public boolean hearsNovelty(boolean fresh) {
        return novelty.isHeard(fresh);
    }

    /** True if {@link #penalty} looks at observables. */
    public boolean watchesObservables() {
        return novelty.watchesObservables();
    }

    /** Novelty penalty in [0, 1), 0 = newest. */
    public double penalty(double[] box, double[] observables) {
        return novelty.penalty(box, novelty.watch(observables));
    }

    /**
     * Takes note of a valid point; it enters the archive if it is far enough from all that is known.
     *
     * @param box         unit-box coordinates, kept
     * @param observables all of them
     * @param origin      asked only if the point enters
     */
    public void found(double[] box, double[] observables, Supplier<Origin> origin) {
        boolean enters = !base.occupies(box) && !occupied.covers(box);
        if (!enters && !base.learnsAll()) {
            return;
        }
        double[] watched = novelty.watch(observables);
        if (enters) {
            points.add(new ArchivePoint(box, origin.get(), watched));
            occupied.add(box);
            if (base.exclusionRadius() > 0) {
                excluded.add(box);
            }
        }
        if (base.learnsAll()) {
            lessons.add(new Lesson(box, watched));
        }
        novelty.learn(box, watched);
    }

    /**
     * An archived point that stands rather alone: the newest of a few drawn at random.
     *
     * @throws IllegalArgumentException if the archive is empty
     */
    public ArchivePoint pickLonely(RandomStream random) {
        ArchivePoint best = base.points().get(random.nextInt(base.size()));
        double least = novelty.penalty(best.box(), best.watched());
        for (int i = 1; i < TOURNAMENT; i++) {
            ArchivePoint other = base.points().get(random.nextInt(base.size()));
            double penalty = novelty.penalty(other.box(), other.watched());
            if (penalty < least) {
                least = penalty;
                best = other;
            }
        }
        return best;
    }

    /** Everything found since the start of the round. */
    public Harvest harvest() {
        return new Harvest(points, lessons);
    }
}
