package thetascan.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.archive.NoveltySettings.Learn;
import thetascan.constraint.Constraint;
import thetascan.neighbour.BallIndex;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;
import thetascan.space.ParameterSpace;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * The valid points all islands found, thinned to a least distance in the unit box, with the territory they cover and
 * the novelty of others. It changes only between rounds, when {@link #merge} takes in what the islands' {@link #view}s
 * gathered; during a round any number of threads may read it.
 */
public final class Archive implements Persistent {

    /** By how much the least distance grows when the archive is full. */
    private static final double GROWTH = 1.1;

    /** Where the distance grows from if it is smaller, or zero. */
    private static final double LEAST_DISTANCE = 1e-3;

    /** Share of the capacity that stays when the archive was full. */
    private static final double ROOM = 0.75;

    private final int dimension;
    private final ArchiveSettings settings;
    private final ExcludeSettings exclude;
    private final Novelty novelty;
    private final List<ArchivePoint> points = new ArrayList<>();
    private BallIndex occupied;
    private BallIndex excluded;
    private final Categories categories;
    private Groups groups = Groups.NONE;
    private @Nullable List<ArchiveChange> changes; // null = not recorded

    /**
     * @param seed of the scan
     * @param space whose unit box distances are measured in
     * @param observables of the model, in its order
     * @param constraints bound ones of the scan
     * @param settings how dense it is
     * @param novelty what makes a point new
     * @param exclude what is known territory
     * @throws IllegalArgumentException if the settings name something unknown
     */
    public Archive(
            long seed,
            ParameterSpace space,
            List<Quantity> observables,
            List<Constraint> constraints,
            ArchiveSettings settings,
            NoveltySettings novelty,
            ExcludeSettings exclude) {
        this.dimension = space.dimension();
        this.settings = settings;
        this.exclude = exclude;
        this.novelty = Novelty.of(seed, novelty, space, observables, constraints);
        occupied = new BallIndex(dimension, settings.distance());
        excluded = new BallIndex(dimension, exclusionRadius());
        categories = new Categories(Coding.all(space, observables, settings.categories()));
    }

    /**
     * Number of points.
     *
     * @return 0 or more
     */
    public int size() {
        return points.size();
    }

    /**
     * The points in the order they were found.
     *
     * @return not to be changed
     */
    public List<ArchivePoint> points() {
        return Collections.unmodifiableList(points);
    }

    /**
     * The points nearest to a box point, nearest first.
     *
     * @param box unit-box coordinates
     * @param count how many at most
     * @return as many as there are, up to that
     */
    public List<ArchivePoint> nearest(double[] box, int count) {
        double[] squares = new double[points.size()];
        Integer[] order = new Integer[points.size()];
        for (int i = 0; i < squares.length; i++) {
            double[] other = points.get(i).box();
            for (int j = 0; j < dimension; j++) {
                squares[i] += (other[j] - box[j]) * (other[j] - box[j]);
            }
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> squares[i])); // stable: of equals the one found first
        return Arrays.stream(order).limit(count).map(points::get).toList();
    }

    /**
     * Least unit-box distance between the points; grows when the archive is full.
     *
     * @return that of the settings or more
     */
    public double distance() {
        return occupied.radius();
    }

    /**
     * What one island sees and adds to during a round.
     *
     * @return a view that later merges do not change
     */
    public ArchiveView view() {
        return new ArchiveView(this, novelty.fork(), dimension);
    }

    /**
     * Takes in what one island gathered; islands are merged in their order.
     *
     * @param harvest of one island
     * @return how many of its points entered
     */
    public int merge(Harvest harvest) {
        if (changes != null && !harvest.isEmpty()) {
            changes.add(new ArchiveChange.Merged(harvest));
        }
        int entered = 0;
        for (ArchivePoint point : harvest.points()) {
            entered += add(point) ? 1 : 0;
        }
        if (learnsAll()) {
            for (Harvest.Lesson lesson : harvest.lessons()) {
                novelty.learn(lesson.box(), lesson.watched());
            }
        }
        while (points.size() > settings.capacity()) {
            coarsen();
        }
        return entered;
    }

    /** Adds a point unless it lies near one that is there. */
    private boolean add(ArchivePoint point) {
        if (occupied.covers(point.box())) {
            return false;
        }
        categories.add(points.size(), point.codes());
        points.add(point);
        occupied.add(point.box());
        if (exclude.radius() > 0) {
            excluded.add(point.box());
        }
        if (!learnsAll()) {
            novelty.learn(point.box(), point.watched());
        }
        return true;
    }

    /** Thins the points, first come first kept, by a distance that grows until there is room again; one point always stays. */
    private void coarsen() {
        double most = Math.max(1, ROOM * settings.capacity());
        List<ArchivePoint> old = List.copyOf(points);
        double distance = Math.max(occupied.radius(), LEAST_DISTANCE);
        do {
            distance *= GROWTH;
            points.clear();
            occupied = new BallIndex(dimension, distance);
            for (ArchivePoint point : old) {
                if (!occupied.covers(point.box())) {
                    occupied.add(point.box());
                    points.add(point);
                }
            }
        } while (points.size() > most);
        groups = Groups.NONE;
        rebuild();
    }

    private void rebuild() {
        excluded = new BallIndex(dimension, exclusionRadius());
        if (!learnsAll()) {
            novelty.forget();
        }
        categories.clear();
        for (int i = 0; i < points.size(); i++) categories.add(i, points.get(i).codes());
        for (ArchivePoint point : points) {
            if (exclude.radius() > 0) {
                excluded.add(point.box());
            }
            if (!learnsAll()) {
                novelty.learn(point.box(), point.watched());
            }
        }
    }

    /**
     * Divides the points into families; from now on a family is drawn as often as any other, however small it is. What
     * enters later counts as one more family; when the archive is thinned, the division is forgotten.
     *
     * @param families of each point, from 1
     */
    public void divide(int[] families) {
        groups = Groups.of(families);
        if (changes != null) {
            changes.add(new ArchiveChange.Divided(families));
        }
    }

    /** From now on remembers its changes, for copies of it elsewhere. */
    public void recordChanges() {
        changes = new ArrayList<>();
    }

    /**
     * The changes since they were last taken, or since they are recorded.
     *
     * @return steps in order, for a copy of the archive elsewhere
     */
    public List<ArchiveChange> takeChanges() {
        List<ArchiveChange> taken = changes == null ? List.of() : List.copyOf(changes);
        changes = new ArrayList<>();
        return taken;
    }

    /**
     * Points at random, families evenly; or all of one category, each as likely as any other, where there are several.
     */
    ArchivePoint[] draw(int count, RandomStream random) {
        int choices = categories.divided();
        int ways = choices + (groups.members().size() > 1 ? 1 : 0);
        int way = ways < 2 ? 0 : random.nextInt(ways);
        int[] category = way < choices ? categories.draw(way, random) : new int[0];
        ArchivePoint[] drawn = new ArchivePoint[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = points.get(
                    way < choices ? category[random.nextInt(category.length)] : groups.draw(points.size(), random));
        }
        return drawn;
    }

    /** The points by what they are. */
    Categories categories() {
        return categories;
    }

    boolean learnsAll() {
        return novelty.settings().learn() == Learn.ALL;
    }

    /** Number of a point that a box point is too near to for the archive, or −1; {@code hint} is looked at first. */
    int occupant(double[] box, int hint) {
        return occupied.find(box, hint);
    }

    /** Number of a point within whose exclusion radius the box point lies, or −1; {@code hint} is looked at first. */
    int excluder(double[] box, int hint) {
        return excluded.find(box, hint);
    }

    /**
     * Grows with the spacing of the archive when that is full, so that a coarser archive keeps its territory (HDOSE of
     * OpenMOLE).
     */
    double exclusionRadius() {
        double spacing = Math.max(settings.distance(), exclude.radius());
        return spacing == 0 ? 0 : exclude.radius() * Math.max(1, occupied.radius() / spacing);
    }

    @Override
    public void save(StateOutput out) {
        out.put("distance", occupied.radius());
        ArchivePoint.saveAll(points, out);
        out.put("novelty", novelty).put("families", groups.families());
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        occupied = new BallIndex(dimension, in.getDouble("distance"));
        excluded = new BallIndex(dimension, exclusionRadius());
        categories.clear();
        for (ArchivePoint point : ArchivePoint.readAll(in)) {
            categories.add(points.size(), point.codes());
            points.add(point);
            occupied.add(point.box());
            if (exclude.radius() > 0) {
                excluded.add(point.box());
            }
        }
        in.get("novelty", novelty);
        groups = Groups.of(Arrays.stream(in.getLongs("families"))
                .mapToInt(Math::toIntExact)
                .toArray());
    }
}
