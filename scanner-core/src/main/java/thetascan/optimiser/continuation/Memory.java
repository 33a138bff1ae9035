package thetascan.optimiser.continuation;

import java.util.ArrayList;
import java.util.List;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Points of the region to set out from, with how often each was tried. A step that is refused because it leads into
 * known territory is a try too: a point with many of them is surrounded or fruitless, and the first to be forgotten.
 */
final class Memory implements Persistent {

    /** Points compared when one is picked. */
    private static final int TOURNAMENT = 8;

    private final int capacity;
    private final List<LocalModel> points = new ArrayList<>();
    private long[] tries;

    /** @param capacity most points it holds, ≥ 1 */
    public Memory(int capacity) {
        this.capacity = capacity;
        tries = new long[capacity];
    }

    public int size() {
        return points.size();
    }

    public LocalModel point(int index) {
        return points.get(index);
    }

    /** Index of a point that was tried little, of a few drawn at random. */
    public int pick(RandomStream random) {
        int best = random.nextInt(points.size());
        for (int i = 1; i < TOURNAMENT; i++) {
            int rival = random.nextInt(points.size());
            if (tries[rival] < tries[best]) best = rival;
        }
        return best;
    }

    /** Takes note that a step from a point was drawn. */
    public void tried(int index) {
        tries[index]++;
    }

    /** Remembers a copy of a point, in the place of the one that was tried most if there is no room. */
    public void add(LocalModel point) {
        if (points.size() < capacity) {
            tries[points.size()] = 0;
            points.add(point.copy());
            return;
        }
        int most = 0;
        for (int i = 1; i < capacity; i++) {
            if (tries[i] > tries[most]) most = i;
        }
        points.get(most).take(point);
        tries[most] = 0;
    }

    @Override
    public void save(StateOutput out) {
        out.put("size", points.size()).put("tries", tries);
        for (LocalModel point : points) out.put("point", point);
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        int size = in.getInt("size");
        tries = in.getLongs("tries");
        for (int i = 0; i < size; i++) {
            LocalModel point = new LocalModel(new double[0]);
            in.get("point", point);
            points.add(point);
        }
    }
}
