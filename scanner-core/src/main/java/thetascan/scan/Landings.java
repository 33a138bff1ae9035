package thetascan.scan;

import java.util.ArrayList;
import java.util.List;
import thetascan.state.Persistent;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * Where starts from anywhere came to the valid region, in the order of rounds and islands. Unlike the points of a search they are
 * independent draws of where such a start leads, from which the chance of something new can be estimated.
 */
final class Landings implements Persistent {

    /** More tell nothing new. */
    private static final int MOST = 10_000;

    private final List<double[]> boxes = new ArrayList<>();

    void add(List<double[]> more) {
        for (double[] box : more) {
            if (boxes.size() < MOST) {
                boxes.add(box);
            }
        }
    }

    List<double[]> boxes() {
        return List.copyOf(boxes);
    }

    @Override
    public void save(StateOutput out) {
        out.put("landings", boxes.size());
        boxes.forEach(box -> out.put("box", box));
    }

    @Override
    public void restore(StateInput in) {
        boxes.clear();
        for (int i = in.getInt("landings"); i > 0; i--) {
            boxes.add(in.getDoubles("box"));
        }
    }
}
