package thetascan.optimiser.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thetascan.random.RandomStream;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Points of the region to set out from, with how often each was tried. A step that is refused because it leads into
 * known territory is a try too: a point with many of them is surrounded or fruitless, and the first to be forgotten. A try
 * from a point that is common, by what it is or by where it lies, counts more, so that as many set out from what is rare.
 */
final class Memory implements Persistent {

    /** Points compared when one is picked. */
    private static final int TOURNAMENT = 8;

    /** Less common than this counts as this: else a single point would take all tries. */
    private static final double RAREST = 0.1;

    private final int capacity;
    private final List<LocalModel> points = new ArrayList<>();
    private long[] tries;
    /** What a try from each counts: how common it is. */
    private final double[] weights;
    /** Whether no point was rarer or commoner than others. */
    private boolean alike = true;

    /** @param capacity most points it holds, ≥ 1 */
    public Memory(int capacity) {
        this.capacity = capacity;
        tries = new long[capacity];
        weights = new double[capacity];
    }

    public int size() {
        return points.size();
    }

    public LocalModel point(int index) {
        return points.get(index);
    }

    /** Index of a point that was tried little: of a few drawn at random, or of all where some are rare. */
    public int pick(RandomStream random) {
        if (!alike) return leastTried();
        int best = random.nextInt(points.size());
        for (int i = 1; i < TOURNAMENT; i++) {
            int rival = random.nextInt(points.size());
            if (tries[rival] < tries[best]) best = rival;
        }
        return best;
    }

    private int leastTried() {
        int least = 0;
        for (int i = 1; i < points.size(); i++) {
            if (score(i) < score(least)) least = i;
        }
        return least;
    }

    private double score(int index) {
        return (tries[index] + 1) * weights[index];
    }

    /** Takes note that a step from a point was drawn. */
    public void tried(int index) {
        tries[index]++;
    }

    /**
     * Remembers a copy of a point, in the place of the one that was tried most if there is no room.
     *
     * @param commonness how common it is; 1 where all are alike
     */
    public void add(LocalModel point, double commonness) {
        double weight = Math.max(RAREST, commonness);
        alike &= weight == 1;
        if (points.size() < capacity) {
            tries[points.size()] = 0;
            weights[points.size()] = weight;
            points.add(point.copy());
            return;
        }
        int most = 0;
        for (int i = 1; i < capacity; i++) {
            if (score(i) > score(most)) most = i;
        }
        points.get(most).take(point);
        tries[most] = 0;
        weights[most] = weight;
    }

    /** The bits of the weights follow the tries, which stand alone where all weights are 1. */
    private long[] triesAndWeights() {
        long[] both = Arrays.copyOf(tries, 2 * tries.length);
        for (int i = 0; i < weights.length; i++) both[tries.length + i] = Double.doubleToLongBits(weights[i]);
        return both;
    }

    @Override
    public void save(StateOutput out) {
        out.put("size", points.size()).put("tries", alike ? tries : triesAndWeights());
        for (LocalModel point : points) out.put("point", point);
    }

    @Override
    public void restore(StateInput in) {
        points.clear();
        int size = in.getInt("size");
        long[] saved = in.getLongs("tries");
        alike = saved.length == capacity;
        tries = Arrays.copyOf(saved, capacity);
        Arrays.fill(weights, 0);
        for (int i = 0; i < size; i++) {
            weights[i] = alike ? 1 : Double.longBitsToDouble(saved[capacity + i]);
        }
        for (int i = 0; i < size; i++) {
            LocalModel point = new LocalModel(new double[0]);
            in.get("point", point);
            points.add(point);
        }
    }
}
