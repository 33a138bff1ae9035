package thetascan.family;

import java.util.ArrayList;
import java.util.List;
import thetascan.neighbour.NeighbourIndex;
import thetascan.space.ParameterSpace;

/** Tells the family of any valid point: that of the nearest place, where distances are such that families lie apart. One thread. */
public final class FamilyLocator {

    private final FamilyMetric metric;
    /** Places of each family. */
    private final List<NeighbourIndex> members = new ArrayList<>();

    /**
     * A locator for points of the scan the families were found in.
     *
     * @param families at least one
     * @param space whose canonical box the coordinates belong to
     */
    public FamilyLocator(Families families, ParameterSpace space) {
        List<double[]> places = families.places();
        metric = FamilyMetric.of(new BoxGeometry(space), places.subList(0, families.nodes()), families.labels());
        int dimension = metric.image(places.get(0)).length;
        for (int family = 0; family < families.count(); family++) {
            members.add(new NeighbourIndex(dimension));
        }
        for (int i = 0; i < places.size(); i++) {
            members.get(families.labels()[i] - 1).add(metric.image(places.get(i)));
        }
    }

    /**
     * Family of the valid point at these box coordinates.
     *
     * @param box coordinates in [0,1]
     * @return number of the family, from 1
     */
    public int family(double[] box) {
        if (members.size() == 1) {
            return 1;
        }
        double[] image = metric.image(box);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int family = 0; family < members.size(); family++) {
            double distance = members.get(family).nearest(image);
            if (distance < least) {
                least = distance;
                nearest = family;
            }
        }
        return nearest + 1;
    }
}
