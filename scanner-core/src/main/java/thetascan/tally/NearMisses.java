package thetascan.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/** The best invalid points, one of an island, best first. */
public final class NearMisses implements Persistent {

    private static final int MOST = 5;

    private final List<NearMiss> misses = new ArrayList<>();

    /**
     * The points.
     *
     * @return one an island at most, best first; a view
     */
    public List<NearMiss> all() {
        return Collections.unmodifiableList(misses);
    }

    /**
     * True if a point of this rank would be among them.
     *
     * @param island where it was found
     * @param rank what its fitness exceeds 1 by
     * @return whether it is worth its parameters being copied
     */
    public boolean wants(int island, double rank) {
        for (NearMiss miss : misses) {
            if (miss.island() == island) {
                return rank < miss.rank();
            }
        }
        return misses.size() < MOST || rank < misses.get(MOST - 1).rank();
    }

    void add(NearMiss miss) {
        if (!wants(miss.island(), miss.rank())) {
            return;
        }
        misses.removeIf(other -> other.island() == miss.island());
        misses.add(miss);
        misses.sort(Comparator.comparingDouble(NearMiss::rank)); // stable: the first of equals stays first
        if (misses.size() > MOST) {
            misses.remove(MOST);
        }
    }

    void merge(NearMisses later) {
        later.misses.forEach(this::add);
    }

    @Override
    public void save(StateOutput out) {
        out.put("misses", misses.size());
        for (NearMiss miss : misses) {
            out.put("island", miss.island())
                    .put("rank", miss.rank())
                    .put("cost", miss.cost())
                    .put("theta", miss.theta());
        }
    }

    @Override
    public void restore(StateInput in) {
        misses.clear();
        for (int i = in.getInt("misses"); i > 0; i--) {
            misses.add(new NearMiss(
                    in.getInt("island"), in.getDouble("rank"), in.getDouble("cost"), in.getDoubles("theta")));
        }
    }
}
