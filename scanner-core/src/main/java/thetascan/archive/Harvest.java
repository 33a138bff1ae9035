package thetascan.archive;

import java.util.ArrayList;
import java.util.List;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What one island brings to the archive at the end of a round.
 *
 * @param points  valid points far enough from all it knew
 * @param lessons every valid point, where the novelty learns from all; otherwise empty
 */
public record Harvest(List<ArchivePoint> points, List<Lesson> lessons) {

    /**
     * A valid point as the novelty sees it.
     *
     * @param box     unit-box coordinates
     * @param watched values of the watched observables
     */
    public record Lesson(double[] box, double[] watched) {}

    /**
     * Copies the lists.
     *
     * @param points valid points far enough from all it knew
     * @param lessons every valid point, where the novelty learns from all; otherwise empty
     */
    public Harvest {
        points = List.copyOf(points);
        lessons = List.copyOf(lessons);
    }

    /** True if it changes nothing. */
    boolean isEmpty() {
        return points.isEmpty() && lessons.isEmpty();
    }

    /**
     * Writes the harvest; {@link #read} is the inverse.
     *
     * @param out where to
     */
    public void save(StateOutput out) {
        ArchivePoint.saveAll(points, out);
        out.put("lessons", lessons.size());
        for (Lesson lesson : lessons) {
            out.put("box", lesson.box).put("watched", lesson.watched);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param in where from
     * @return the harvest
     */
    public static Harvest read(StateInput in) {
        List<ArchivePoint> points = ArchivePoint.readAll(in);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = in.getInt("lessons"); i > 0; i--) {
            lessons.add(new Lesson(in.getDoubles("box"), in.getDoubles("watched")));
        }
        return new Harvest(points, lessons);
    }
}
