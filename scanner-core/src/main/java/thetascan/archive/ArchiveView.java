package thetascan.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import thetascan.archive.Harvest.Lesson;
import thetascan.neighbour.BallIndex;
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
    /** Archived points that the latest points were near to. */
    private int occupant = -1;

    private int excluder = -1;

    ArchiveView(Archive base, Novelty novelty, int dimension) {
        this.base = base;
        this.novelty = novelty;
        occupied = new BallIndex(dimension, base.distance());
        excluded = new BallIndex(dimension, base.exclusionRadius());
    }

    /**
     * The archive at the start of the round.
     *
     * @return as it was at the start of the round
     */
    public Archive archive() {
        return base;
    }

    /**
     * True if {@link #excludes} can be true.
     *
     * @return false if no candidate is refused
     */
    public boolean hasExclusion() {
        return base.exclusionRadius() > 0 && base.size() + points.size() > 0;
    }

    /**
     * True if a candidate at this box point lies in known territory.
     *
     * @param box unit-box coordinates
     * @return true if it is known territory
     */
    public boolean excludes(double[] box) {
        int found = base.excluder(box, excluder);
        if (found >= 0) excluder = found;
        return found >= 0 || excluded.covers(box);
    }

    /**
     * True if novelty is asked at all.
     *
     * @param fresh true if the island has found no valid point since it last started
     * @return false if all valid points are equally good for now
     */
    public boolean hearsNovelty(boolean fresh) {
        return novelty.isHeard(fresh);
    }

    /**
     * True if {@link #penalties} looks at observables.
     *
     * @return true if observables are measured
     */
    public boolean watchesObservables() {
        return novelty.watchesObservables();
    }

    /**
     * Novelty penalties in [0, 1), 0 = newest, of the points of a generation.
     *
     * @param boxes       unit-box coordinates of each point
     * @param observables all of its observables
     * @return one a point
     */
    public double[] penalties(double[][] boxes, double[][] observables) {
        double[][] watched = new double[boxes.length][];
        for (int i = 0; i < boxes.length; i++) {
            watched[i] = novelty.watch(observables[i]);
        }
        double[] penalties = new double[boxes.length];
        novelty.penalties(boxes, watched, penalties);
        return penalties;
    }

    /**
     * Takes note of a valid point; it enters the archive if it is far enough from all that is known.
     *
     * @param box         unit-box coordinates, kept
     * @param theta       every parameter
     * @param observables all of them
     * @param origin      asked only if the point enters
     */
    public void found(double[] box, double[] theta, double[] observables, Supplier<Origin> origin) {
        boolean enters = !occupies(box) && !occupied.covers(box);
        if (!enters && !base.learnsAll()) {
            return;
        }
        double[] watched = novelty.watch(observables);
        if (enters) {
            points.add(new ArchivePoint(
                    box, origin.get(), watched, base.categories().codes(theta, observables)));
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

    private boolean occupies(double[] box) {
        int found = base.occupant(box, occupant);
        if (found >= 0) occupant = found;
        return found >= 0;
    }

    /**
     * True if some quantity says of which category a point is, and there are points to compare with.
     *
     * @return false if {@link #commonness} is 1 for all
     */
    public boolean hasCategories() {
        return base.categories().known();
    }

    /**
     * How common a valid point is by what it is, where a quantity says so.
     *
     * @param theta       every parameter
     * @param observables all of them
     * @return points of its rarest category in the archive over an even share of them; 1 where there are no categories
     */
    public double commonness(double[] theta, double[] observables) {
        Categories categories = base.categories();
        return categories.commonness(categories.codes(theta, observables));
    }

    /**
     * How common the rarest category in the archive is, but at least a tenth of an even share.
     *
     * @return 1 where there are no categories
     */
    public double rarest() {
        return base.categories().rarest();
    }

    /**
     * An archived point that stands rather alone: the newest of a few drawn at random, families or categories evenly.
     *
     * @param random where the draws come from
     * @return one of the archive
     * @throws IllegalArgumentException if the archive is empty
     */
    public ArchivePoint pickLonely(RandomStream random) {
        ArchivePoint[] drawn = base.draw(TOURNAMENT, random);
        double[][] boxes = new double[TOURNAMENT][];
        double[][] watched = new double[TOURNAMENT][];
        for (int i = 0; i < TOURNAMENT; i++) {
            boxes[i] = drawn[i].box();
            watched[i] = drawn[i].watched();
        }
        double[] penalties = new double[TOURNAMENT];
        novelty.penalties(boxes, watched, penalties);
        int best = 0;
        for (int i = 1; i < TOURNAMENT; i++) {
            best = penalties[i] < penalties[best] ? i : best;
        }
        return drawn[best];
    }

    /**
     * Everything found since the start of the round.
     *
     * @return all that it gathered since it was made
     */
    public Harvest harvest() {
        return new Harvest(points, lessons);
    }
}
